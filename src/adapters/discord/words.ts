/** What people read besides answers, a language each: short, and the same wherever it is said. */
import type { Locale } from "../../core/types.ts";
import { inTraditional } from "../../text/table.ts";

/** A language that lacks a text does not compile. */
export interface Words {
  tooFast: string;
  failed: string;
  /** A button whose answer was forgotten. */
  tooOld: string;
  greeting: string;
  previous: string;
  next: string;
  pageOf: (place: { page: number; pages: number }) => string;
}

const ZH: Words = {
  tooFast: "问得有点快，请过一分钟再问。",
  failed: "这次没答上来，请再问一次。",
  tooOld: "这个按钮已经失效，请重新提问。",
  greeting: "大家好。@ 我就能提问，也可以输入 / 选命令；私信里直接问。用 /language 选语言。",
  previous: "⟨ 上一页",
  next: "下一页 ⟩",
  pageOf: ({ page, pages }) => `第 ${page} 页，共 ${pages} 页`,
};

const EN: Words = {
  tooFast: "That was a little fast. Please ask again in a minute.",
  failed: "I could not answer that this time. Please ask again.",
  tooOld: "This button has expired. Please ask again.",
  greeting:
    "Hello. Mention me to ask, or type / and choose a command; in a direct message just ask. /language sets the language.",
  previous: "⟨ Previous",
  next: "Next ⟩",
  pageOf: ({ page, pages }) => `Page ${page} of ${pages}`,
};

export const WORDS: Readonly<Record<Locale, Words>> = { "zh-CN": ZH, "zh-TW": inTraditional(ZH), en: EN };
