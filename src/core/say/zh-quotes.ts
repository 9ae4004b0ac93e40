/** What is said of imported documents, in Simplified Chinese. */
import type { QuoteTexts } from "./quote-texts.ts";
import type { Catalogue } from "./texts.ts";
import { verbatim } from "./verbatim.ts";
import { join, when } from "./zh-words.ts";

const HEADINGS: Readonly<Record<QuoteTexts["quoteHeading"], string>> = {
  near: "最接近的原文",
  facts: "数据里最接近的说法",
  otherwise: "原文另有说法",
  before: "上文",
  after: "下文",
  whole: "这一段的全文",
};

export const ZH_QUOTES: Catalogue<QuoteTexts> = {
  quoted: ({ quote }) => `原文写的是：“${verbatim(quote)}”`,
  quoteLine: ({ quote }) => `“${verbatim(quote)}”`,
  quoteNear: ({ claim }) =>
    claim ? "不能据原文说是或不是，最接近的原文是：" : "没有查到完全对得上的说法，最接近的原文是：",
  saidOtherwise: () => "说法不一：导入的文件另有说法，两边都列在这里。",
  quoteHeading: (name) => HEADINGS[name],
  original: () => "原文",
  notQuotable: ({ id, imported }) =>
    imported ? `${id} 出自的文件没有导入，看不到原文。` : `${id} 没有对应到导入的文件，看不到原文。`,
  noQuote: ({ id }) => `没有编号为“${id}”的事实或原文。`,
  documentSays: ({ documents, cluster, facts }, lingo) =>
    `${join(documents.map((id) => lingo.name(id)))}：${when(cluster !== undefined, `关于${cluster ?? ""}，`)}${facts} 条事实。`,
  documentHolds: ({ title }) => `导入的《${verbatim(title.replaceAll(/^《|》$/gu, ""))}》`,
  contents: ({ section, pages, passages }) => {
    const [from, to] = pages ?? [];
    const on = from === undefined ? [] : [from === to ? `第 ${from} 页` : `第 ${from}—${to} 页`];
    return `${section === "" ? "正文" : verbatim(section)}：${[...on, `${passages} 段`].join("，")}`;
  },
  noDocument: () => "没有查到这样的文件。",
};
