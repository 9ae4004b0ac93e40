/** Languages as platforms name them, and the language of what an adapter says by itself. */
import type { Chat, Locale } from "../../core/types.ts";

/** The language a chat has set. Never rejects, and never takes long. */
export type SettingOf = (chat: Pick<Chat, "platform" | "id">) => Promise<Locale | undefined>;

export const NOTHING_SET: SettingOf = () => Promise.resolve(undefined);

/** Where nothing tells the language. */
const HOME: Locale = "zh-CN";

/** Those whose readers read Chinese: https://www.iana.org/assignments/language-subtag-registry. */
const CHINESE: readonly string[] = ["zh", "yue", "gan", "hak", "hsn", "lzh", "nan", "wuu"];

/**
 * @param tag of a language as platforms write it: zh-hant, zh_TW, en-GB, fr, or anything at all.
 * @returns the language that is spoken to whoever uses that; English for all that are not Chinese; undefined for what
 * names no language.
 */
export function localeOf(tag: string | undefined): Locale | undefined {
  const locale = parsed(tag);
  if (!locale) return undefined;
  if (!CHINESE.includes(locale.language)) return "en";
  return locale.maximize().script === "Hant" ? "zh-TW" : "zh-CN";
}

function parsed(tag = ""): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag.replaceAll("_", "-"));
  } catch {
    // The one thing it throws for is a tag that is none.
    return undefined;
  }
}

/** The language of a notice: what the chat has set, else that of the person it is for. */
export const noticeLocale = async (
  settingOf: SettingOf,
  chat: Pick<Chat, "platform" | "id">,
  hint: Locale | undefined,
): Promise<Locale> => (await settingOf(chat)) ?? hint ?? HOME;
