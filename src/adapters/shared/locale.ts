/** Languages as platforms name them, and the language of what an adapter says by itself. */
import type { Chat, Locale } from "../../core/types.ts";

/** The language a chat has set. Never rejects, and never takes long. */
export type SettingOf = (chat: Pick<Chat, "platform" | "id">) => Promise<Locale | undefined>;

export const NOTHING_SET: SettingOf = () => Promise.resolve(undefined);

/** Where nothing tells the language. */
const HOME: Locale = "zh-CN";

/**
 * @param tag of a language as platforms write it: zh-hant, zh-TW, en-GB, fr.
 * @returns the language that is spoken to whoever uses that; English for all that are not Chinese.
 */
export function localeOf(tag: string | undefined): Locale | undefined {
  if (tag === undefined || tag === "") return undefined;
  if (/^(?:yue|zh(?!-hans).*-(?:hant|tw|hk|mo))\b/iu.test(tag)) return "zh-TW";
  return /^zh\b/iu.test(tag) ? "zh-CN" : "en";
}

/** The language of a notice: what the chat has set, else that of the person it is for. */
export const noticeLocale = async (
  settingOf: SettingOf,
  chat: Pick<Chat, "platform" | "id">,
  hint: Locale | undefined,
): Promise<Locale> => (await settingOf(chat)) ?? hint ?? HOME;
