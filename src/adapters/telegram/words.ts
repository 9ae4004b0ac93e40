/** What the bot says by itself, a language each. Everything else comes from the core. */
import type { Cast, Locale } from "../../core/types.ts";
import { inTraditional } from "../../text/table.ts";

/** A language that lacks a text does not compile; said of a vote, too. */
export interface Words extends Readonly<Record<Cast, string>> {
  tooFast: string;
  apology: string;
  /** A button that means nothing any more, and one whose page was forgotten. */
  oldButton: string;
  oldPage: string;
  /** Instead of an answer that may have arrived. */
  cutOff: string;
  /** Below an answer that could not be shown whole. */
  folded: string;
  /** The introduction to a group, as HTML. @param me the bot's own user name, plain letters. */
  introduction: (me: { username: string }) => string;
  /** Above an answer that stands elsewhere than its question, whose topic was closed. */
  elsewhere: (given: { by: string; asked: string }) => string;
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
  apology: "抱歉，这次没能答上来，请换个说法再问一次。",
  oldButton: "这个按钮已经失效，请直接打字问我。",
  oldPage: "这一页已经过期，请再问一次。",
  cutOff: "刚才答到一半中断了；如果没有收到回答，请再问一次。",
  folded: "内容较长，这里只显示一部分；私聊我可以看全文。",
  introduction: ({ username }) =>
    [
      "<b>大家好，我是粤群。</b>",
      "我回答广东 20 个战略性产业集群和 21 个市的问题，每条都带来源。",
      `在群里这样问：/cluster@${username} 半导体，或者 @${username} 深圳是哪些集群的核心，也可以直接回复我的消息。`,
      "没有叫我的时候，我不出声。管理员可以用 /language 选语言。",
    ].join("\n"),
  elsewhere: ({ by, asked }) => `回答 ${by} 的提问“${asked}”（原来的话题已关闭）：`,
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
  apology: "Sorry, I could not answer that this time. Please ask in other words.",
  oldButton: "This button has expired. Please type your question.",
  oldPage: "This page has expired. Please ask again.",
  cutOff: "I was interrupted just now. If no answer came, please ask again.",
  folded: "This is only a part; ask me in a private chat for all of it.",
  introduction: ({ username }) =>
    [
      "<b>Hello, I am Yuequn.</b>",
      "I answer questions about Guangdong's 20 strategic industrial clusters and 21 cities, always with the source.",
      `In a group ask like this: /cluster@${username} semiconductors, or @${username} which clusters have Shenzhen as a core city, or answer one of my messages.`,
      "I am silent unless you speak to me. Administrators set the language with /language.",
    ].join("\n"),
  elsewhere: ({ by, asked }) => `To ${by}, who asked “${asked}” in a topic that is closed now:`,
  previous: "⟨ Previous",
  next: "Next ⟩",
  pageOf: ({ page, pages }) => `Page ${page} of ${pages}`,
};

export const WORDS: Readonly<Record<Locale, Words>> = { "zh-CN": ZH, "zh-TW": inTraditional(ZH), en: EN };
