/** Where a fact comes from, in words a reader understands. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Fact } from "../../dataset/schema.ts";
import type { Citation } from "../types.ts";
import { ZH_NAMES } from "./zh-names.ts";

export const GRADE_NAMES = ZH_NAMES.grades;

/** The citation of a fact: the document that states it, and where we read it. Editors' remarks are never shown. */
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
    locator: [`${source.publisher ?? "未署名"} ${source.date ?? "日期不详"}`, paragraph]
      .filter(Boolean)
      .join("，"),
    grade: source.grade,
    url: source.url,
  };
}

/** One line for a source: ［1］《意见》（2020）｜南方网 2020-05-21｜新闻报道 */
export const citationLine = (c: Citation): string =>
  `［${c.mark}］${c.document}｜${c.locator}｜${GRADE_NAMES[c.grade]}`;
