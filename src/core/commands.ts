/** What a command is. The core brings its own (`tell/commands.ts`), other rooms bring theirs; adapters are given all of them. */
import type { Talk } from "../dataset/word-kinds.ts";
import type { Answer, Locale } from "./types.ts";

export type ArgumentKind =
  | "cluster"
  | "city"
  | "cluster-and-city"
  | "class"
  | "two"
  | "either"
  | "topic"
  | "document"
  | "passage"
  | "schedule"
  | "language"
  | "question"
  | "none";

/** In which part of the help a command stands; the parts in their order. */
export const GROUPS = ["ask", "look", "chat", "bot"] as const;
export type Group = (typeof GROUPS)[number];

/** A command as it is shown and typed. Plain data: menus, slash commands and help are made from it. */
export interface Command {
  name: string;
  /** What it is called in Chinese, where a platform shows names in several languages. */
  zhName: string;
  /** Other names people type for it. */
  aliases?: readonly string[];
  group: Group;
  argument: ArgumentKind;
  /** What it does, in one short line. */
  zh: string;
  en: string;
  /** It as somebody would write it, in Chinese and in English. */
  example: string;
  exampleEn: string;
}

/** A command another room brings: that room does it, in front of the core. */
export interface Guest extends Command {
  /** What is said where it cannot be done: a terminal, a text without a person. */
  elsewhere: (locale: Locale) => Answer;
  /** Wishes in words that this command fulfils, and how it is called for them. */
  wishes?: Partial<Record<Talk, string>>;
}

/** All of them, in the order they are shown. */
export const inOrder = <C extends Command>(commands: readonly C[]): C[] =>
  GROUPS.flatMap((group) => commands.filter((command) => command.group === group));

export interface CommandCall<C extends Command = Command> {
  command: C;
  rest: string;
}

/** @returns undefined where the text is no command, `unknown` where it looks like one there is not. */
export type Parse<C extends Command = Command> = (text: string) => CommandCall<C> | "unknown" | undefined;

export const isCall = <C extends Command>(call: ReturnType<Parse<C>>): call is CommandCall<C> =>
  call !== undefined && call !== "unknown";

/** Reads `/cluster 半导体` as the command and its argument; a bot name after @ is dropped. */
export function createParser<C extends Command>(commands: readonly C[]): Parse<C> {
  const aliases = commands.flatMap((command) => command.aliases ?? []).join("|");
  const alternatives = [aliases, "[a-z_]{1,32}"].filter(Boolean).join("|");
  // A Latin name ends where something else begins, an alias where it ends.
  const call = new RegExp(
    String.raw`^[/／](${alternatives})(?:@\w+)?(?:[\s，,：:]+|$|(?=\P{ASCII})|(?<=\p{Script=Han}))([\s\S]*)$`,
    "iu",
  );
  return (text) => {
    const found = call.exec(text.trim());
    if (!found) return undefined;
    const name = (found[1] ?? "").toLowerCase();
    const command = commands.find((c) => c.name === name || c.aliases?.includes(name));
    return command ? { command, rest: (found[2] ?? "").trim() } : "unknown";
  };
}

/** Languages as people choose one. `auto`: that of the question, or of the person. */
export type LanguageChoice = Locale | "auto";

const LANGUAGES: Readonly<Record<LanguageChoice, readonly string[]>> = {
  "zh-CN": ["zh", "cn", "zh-cn", "zh-hans", "chinese", "中文", "简体", "简体中文"],
  "zh-TW": ["tw", "hk", "zh-tw", "zh-hk", "zh-hant", "traditional", "繁体", "繁體", "繁体中文", "繁體中文"],
  en: ["en", "en-us", "en-gb", "english", "英文", "英语", "英語"],
  auto: ["auto", "automatic", "自动", "自動"],
};

/** @param text a language as people write it. @returns undefined for one that is not spoken here. */
export function readLanguage(text: string): LanguageChoice | undefined {
  const plain = text.normalize("NFKC").trim().toLowerCase().replaceAll("_", "-");
  return (Object.keys(LANGUAGES) as LanguageChoice[]).find((choice) => LANGUAGES[choice].includes(plain));
}

/**
 * `/start`, which chats send by themselves when somebody opens the bot.
 * @returns what stands behind it: a link can carry the number of a fact.
 */
export const startedWith = (text: string): string | undefined =>
  /^[/／]start(?:@\w+)?(?:\s+(.*))?$/isu.exec(text.trim())?.slice(1).join("");
