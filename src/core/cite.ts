/** Where a fact comes from, in words a reader understands. */
import type { Dataset } from "../dataset/dataset.ts";
import type { Fact, Grade } from "../dataset/schema.ts";
import type { Citation } from "./types.ts";

export const GRADE_NAMES: Readonly<Record<Grade, string>> = {
  official: "官方原文",
  "official-copy": "官方文件转载",
  news: "新闻报道",
  "news-copy": "新闻转载",
  industry: "行业网站或机构资料",
};

/** The citation of a fact: the document that states it, and where we read it. */
export function citationOf(dataset: Dataset, fact: Fact): Omit<Citation, "mark"> {
  const document = dataset.document.get(fact.document);
  const source = dataset.source.get(fact.source);
  if (!document || !source) throw new Error(`fact ${fact.id} cites nothing; run npm run data:check`);
  const dated =
    document.year === null || document.period !== undefined || document.short.includes(String(document.year));
  const year = dated ? "" : `（${document.year}）`;
  const paragraph = fact.paragraph === undefined ? "" : `第 ${fact.paragraph} 段`;
  return {
    document: `${document.short}${year}`,
    locator: [`${source.publisher} ${dateOf(source.date)}`, paragraph].filter(Boolean).join("，"),
    grade: source.grade,
    url: source.url,
  };
}

/** 未取得（正文写“近日”） is a remark for the editor; a reader needs to know that there is no date. */
const dateOf = (printed: string): string => (printed.startsWith("未取得") ? "日期不详" : printed);

/** One line for a source: ［1］《意见》（2020）｜南方网 2020-05-21｜新闻报道 */
export const citationLine = (c: Citation): string =>
  `［${c.mark}］${c.document}｜${c.locator}｜${GRADE_NAMES[c.grade]}`;
