/** What people read besides answers, a language each: short, and the same wherever it is said. */
import type { Cast, Locale } from "../../core/types.ts";
import { inTraditional } from "../../text/table.ts";

/** A language that lacks a text does not compile; said of a vote, too. */
export interface Words extends Readonly<Record<Cast, string>> {
  tooFast: string;
  failed: string;
  /** A button whose answer was forgotten. */
  tooOld: string;
  /** Where the bot only answers, brought along by whoever asks. */
  visiting: string;
  greeting: string;
  previous: string;
  next: string;
  pageOf: (place: { page: number; pages: number }) => string;
}

const ZH: Words = {
  counted: "谢谢，记下了。",
  again: "这个已经记过了，谢谢。",
  changed: "好的，改过来了。",
  lost: "这一刻记不下来，请稍后再按。",
  tooFast: "问得有点快，请过一分钟再问。",
  failed: "这次没答上来，请再问一次。",
  tooOld: "这个按钮已经失效，请重新提问。",
  visiting: "这里没有添加粤群，我发不进来。每日一条请在加了我的服务器，或者我的私信里设置。",
  greeting: "大家好。@ 我就能提问，也可以输入 / 选命令；私信里直接问。用 /language 选语言。",
  previous: "⟨ 上一页",
  next: "下一页 ⟩",
  pageOf: ({ page, pages }) => `第 ${page} 页，共 ${pages} 页`,
};

const EN: Words = {
  counted: "Thank you, noted.",
  again: "That is noted already, thank you.",
  changed: "All right, changed.",
  lost: "This cannot be noted at the moment; please press again later.",
  tooFast: "That was a little fast. Please ask again in a minute.",
  failed: "I could not answer that this time. Please ask again.",
  tooOld: "This button has expired. Please ask again.",
  visiting:
    "I was not added here, so I cannot post here. Set the daily fact in a server I was added to, or in a direct message to me.",
  greeting:
    "Hello. Mention me to ask, or type / and choose a command; in a direct message just ask. /language sets the language.",
  previous: "⟨ Previous",
  next: "Next ⟩",
  pageOf: ({ page, pages }) => `Page ${page} of ${pages}`,
};

export const WORDS: Readonly<Record<Locale, Words>> = { "zh-CN": ZH, "zh-TW": inTraditional(ZH), en: EN };
