/** An answer as plain text: the terminal shows this, and every platform's text says the same. */
import { citationLine, GRADE_NAMES } from "./say/cite.ts";
import { say, text } from "./say/say.ts";
import type { Answer, Block, Citation, Item } from "./types.ts";

/** Each mark by itself, never a range: a reader looks for it as it stands in the text. */
const signs = (marks: readonly number[]): string => marks.map((mark) => `［${mark}］`).join("");

const marksOf = (item: Item): string => signs(item.marks);

/** Lines of one block. Exhaustive: a new kind of block does not compile until it is shown here. */
export function blockLines(block: Block): string[] {
  switch (block.kind) {
    case "text":
      return [block.text];
    case "note":
      return [`※ ${block.text}`];
    case "facts":
      return [...heading(block.heading), ...block.items.map((i) => `• ${i.text}${marksOf(i)}`)];
    case "list":
      return [...heading(block.heading), ...block.items.map((item) => `• ${item}`)];
  }
}

/** A line a source; a few more share one line; many are told by document, so that a chat is not flooded. */
function sourceLines({ sources }: Answer): string[] {
  if (sources.length === 0) return [];
  if (sources.length > MOST_CITATIONS) return [say(text("citedFrom", byDocument(sources)))];
  const lines = sources.map(citationLine);
  return lines.length > MOST_SOURCE_LINES
    ? [say(text("citedFrom", lines))]
    : [say(text("citedFrom", [])), ...lines];
}

const MOST_SOURCE_LINES = 4;
const MOST_CITATIONS = 6;

/** ［1］［3］《意见》（2020）｜新闻转载、新闻报道 */
function byDocument(sources: readonly Citation[]): string[] {
  return [...new Set(sources.map((s) => s.document))].map((document) => {
    const same = sources.filter((s) => s.document === document);
    const grades = new Set(same.map((s) => GRADE_NAMES[s.grade]));
    return `${signs(same.map((s) => s.mark))}${document}｜${[...grades].join("、")}`;
  });
}

const heading = (words: string | undefined): string[] => (words === undefined ? [] : [`${words}：`]);

/** The whole answer: title, blocks, sources, suggested questions; lines joined by \n, no colour, no markup. */
export function toPlain(answer: Answer): string {
  const labels = answer.next.map((n) => n.label);
  const lines = [
    `${answer.title.text}${marksOf(answer.title)}`,
    ...answer.blocks.flatMap(blockLines),
    ...sourceLines(answer),
    ...(labels.length > 0 ? [say(text("askAlso", labels))] : []),
  ];
  return lines.join("\n");
}
