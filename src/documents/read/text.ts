/** Plain text: which of its lines are a paragraph. */
import type { Contents, Paragraph } from "./blocks.ts";
import { headingOf } from "./headings.ts";
import { isEnded, joinedAll, tidy } from "./join.ts";
import { Refused } from "./refused.ts";

/** A form feed ends a page, in text that was made from pages. */
const PAGE = "\f";

export function textContents(text: string): Contents {
  refuseBinary(text);
  const pages = text.split(PAGE);
  const paged = pages.length > 1;
  const blocks = pages.flatMap((page, i): Paragraph[] =>
    paragraphsOf(page.split(/\r\n?|\n/u)).map((one) => ({
      kind: "paragraph",
      text: one,
      page: paged ? i + 1 : null,
    })),
  );
  return { pages: paged ? pages.length : null, blocks, remarks: [] };
}

/** A text has no zero bytes and no control characters but those of lines. */
function refuseBinary(text: string): void {
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  const strange = text.slice(0, 100_000).match(/[\0-\x08\x0e-\x1a\x1c-\x1f\ufffd]/gu)?.length ?? 0;
  if (strange > text.length / 1_000)
    throw new Refused("it is no text, and none of the formats that can be read: PDF, DOCX, HTML, Markdown.");
}

const INDENTED = /^(?:\u3000|\t| {2,})/u;
const ITEM = /^\s*(?:[-•●·*▪◆]|[①-⑳])\s*/u;
/** Lines of this share of the widest are full: what ends there was cut by the margin. */
const FULL = 0.85;
/** Wider than any margin, and narrower: a paragraph a line. In columns. */
const WIDEST = 140;
const NARROWEST = 40;

/** Lines become paragraphs: each its own, but for those that a margin has cut. Empty lines are between paragraphs. */
export function paragraphsOf(lines: readonly string[]): string[] {
  const full = marginOf(lines) * FULL;
  const paragraphs: string[][] = [];
  let before = "";
  for (const line of lines) {
    const goesOn =
      before.trim() !== "" && line.trim() !== "" && columns(before) >= full && isRest(before, line);
    if (goesOn) paragraphs.at(-1)?.push(line);
    else if (line.trim() !== "") paragraphs.push([line]);
    before = line;
  }
  return paragraphs.map((part) => tidy(joinedAll(part.map(tidy))));
}

/** The line can be the rest of the one before. */
const isRest = (before: string, line: string): boolean =>
  !isEnded(before) &&
  !INDENTED.test(line) &&
  !ITEM.test(line) &&
  headingOf({ text: line.trim() }) === undefined;

/** Infinite where lines are not cut at one. */
function marginOf(lines: readonly string[]): number {
  const widest = lines.reduce((most, line) => Math.max(most, columns(line)), 0);
  return widest > WIDEST || widest < NARROWEST ? Number.POSITIVE_INFINITY : widest;
}

/** A character of Chinese takes two. */
export const columns = (text: string): number => {
  let count = 0;
  for (const char of text) count += /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(char) ? 2 : 1;
  return count;
};
