/** The menu of commands, one for each language and kind of chat, derived from the table of commands. */
import type { Command } from "../../core/commands.ts";
import type { Transport } from "./transport/types.ts";

export interface MenuCommand {
  command: string;
  description: string;
}

export interface Menu {
  scope: { type: "all_private_chats" | "all_group_chats" };
  language: Language;
  commands: MenuCommand[];
}

const SCOPES = ["all_private_chats", "all_group_chats"] as const;
/** Two letters, Telegram takes no more: one menu for all of Chinese. Empty: for everybody whose language has none. */
export const LANGUAGES = ["", "zh", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Every menu the bot shows. */
export const menus = (commands: readonly Command[]): Menu[] =>
  SCOPES.flatMap((type) =>
    LANGUAGES.map((language) => ({ scope: { type }, language, commands: menuIn(language, commands) })),
  );

const menuIn = (language: Language, commands: readonly Command[]): MenuCommand[] =>
  commands.map(({ name, zh, en }) => ({ command: name, description: language === "zh" ? zh : en }));

/** Sets the menus that differ from those Telegram has. @returns how many were set. */
export async function syncCommands(call: Transport["call"], known: readonly Command[]): Promise<number> {
  let changed = 0;
  for (const { scope, language, commands } of menus(known)) {
    const where = { scope, ...(language !== "" && { language_code: language }) };
    const shown = await call("getMyCommands", where);
    if (isSame(shown, commands)) continue;
    await call("setMyCommands", { ...where, commands });
    changed += 1;
  }
  return changed;
}

const isSame = (shown: readonly MenuCommand[], wanted: readonly MenuCommand[]): boolean =>
  shown.length === wanted.length &&
  wanted.every(
    ({ command, description }, i) => shown[i]?.command === command && shown[i].description === description,
  );
