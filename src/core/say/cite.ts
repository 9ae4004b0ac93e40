/** Where a fact comes from, in words a reader understands. */
import type { Dataset } from "../../dataset/dataset.ts";
import { Grade, type Source } from "../../dataset/documents.ts";
import type { Imported, Passage } from "../../dataset/passages.ts";
import type { Fact } from "../../dataset/schema.ts";
import type { Citation, Locale } from "../types.ts";
import { FRAMES } from "./frame.ts";
import { unnamed } from "./lingo.ts";
import type { Voice } from "./say.ts";

/** What is cited: facts of one place in one source, told by one folder, have one mark. */
export const citationKey = ({ document, source, paragraph, passage, origin }: Fact): string =>
  [
    document,
    source,
    paragraph ?? "",
    ...(passage ? [`#${passage.paragraph}`] : []),
    ...(origin === undefined ? [] : [origin]),
  ].join("|");

/** The citation of a fact: the document that states it, and where we read it. Editors' remarks are never shown. */
export function citationOf(
  dataset: Dataset,
  fact: Fact,
  { lingo, locale }: Voice,
): Omit<Citation, "mark" | "key"> {
  const source = readableOf(dataset, fact);
  if (!source || !dataset.document.has(fact.document))
    throw new Error(`fact ${fact.id} cites nothing; run npm run data:check`);
  const frame = FRAMES[locale];
  const publisher = lingo.publisher(source.id) ?? frame.unsigned;
  const published = `${publisher} ${source.date ?? frame.undated}`;
  const { paragraph, passage: { page } = {}, origin } = fact;
  const places = [
    ...(paragraph === undefined ? [] : [frame.paragraph(paragraph)]),
    ...(page === undefined ? [] : [frame.page(page)]),
    ...(origin === undefined ? [] : [frame.local(origin)]),
  ];
  return {
    document: lingo.document(fact.document),
    locator: [published, ...places].join(frame.comma),
    grade: source.grade,
    url: source.url,
  };
}

/** The citation of a passage: its document, and where in it it stands, in the document's own words. */
export function citationOfPassage(
  { title, grade, url }: Imported,
  { page, section, paragraph }: Passage,
  locale: Locale,
): Omit<Citation, "mark" | "key"> {
  const frame = FRAMES[locale];
  const named = (words: string): string => (locale === "en" ? unnamed(words) : words);
  const places = [...(page === null ? [] : [frame.page(page)]), ...section.map(named)];
  const locator = places.length > 0 ? places.join(" · ") : frame.paragraph(paragraph);
  return { document: named(title), locator, grade, url: url ?? null };
}

/** Of the sources that say it, the one named first, or one as close to the original that a reader can open. */
function readableOf(dataset: Dataset, { source, also = [] }: Fact): Source | undefined {
  const first = dataset.source.get(source);
  const rank = (of: Source): number => Grade.options.indexOf(of.grade);
  const others = also.flatMap((id) => dataset.source.get(id) ?? []);
  const open = others.find((s) => s.url !== null && first !== undefined && rank(s) <= rank(first));
  return first?.url === null ? (open ?? first) : first;
}

/** One line for a source: ［1］《意见》（2020）｜南方网 2020-05-21｜新闻报道 */
export function citationLine(c: Citation, locale: Locale): string {
  const { mark, gap, bar, grades } = FRAMES[locale];
  return `${mark(c.mark)}${gap}${[c.document, c.locator, grades[c.grade]].join(bar)}`;
}
