/** What stands on every page and is no part of the text: running headers, footers, numbers of pages. Pure. */
import { textOf } from "./lines.ts";
import type { Line } from "./shapes.ts";

export interface LinedPage {
  height: number;
  lines: readonly Line[];
}

/** Of the height of a page, above and below. */
const MARGIN = 0.12;
/** Lines at the same height on two pages. In points. */
const NEAR = 4;
/** A header may change with the chapter: it stands on this share of the pages, and on two at least. */
const SHARE = 0.2;

const NUMBER =
  /^[-—–·\s]*(?:第\s*)?\d{1,4}\s*(?:页)?[-—–·\s]*(?:[/／,，]?\s*(?:共\s*)?\d{1,4}\s*页?)?$|^page\s+\d+(?:\s+of\s+\d+)?$|^[-—–\s]*[ivxlc]{1,6}[-—–\s]*$/iu;

/** @returns the same pages without it. */
export function withoutFurniture<P extends LinedPage>(pages: readonly P[]): P[] {
  const seen = new Map<string, Line[]>();
  for (const page of pages)
    for (const line of page.lines)
      if (isInMargin(line, page)) seen.set(keyOf(line), [...(seen.get(keyOf(line)) ?? []), line]);
  const least = Math.max(2, pages.length * SHARE);
  const isRunning = (line: Line): boolean => {
    const like = seen.get(keyOf(line)) ?? [];
    return like.filter(({ y }) => Math.abs(y - line.y) < NEAR).length >= least;
  };
  const isFurniture = (line: Line, page: P): boolean =>
    isInMargin(line, page) && (NUMBER.test(textOf(line)) || isRunning(line));
  return pages.map((page) => ({ ...page, lines: page.lines.filter((line) => !isFurniture(line, page)) }));
}

const isInMargin = ({ y, size }: Line, { height }: LinedPage): boolean =>
  y < height * MARGIN || y - size > height * (1 - MARGIN);

/** Page 3 of 10 is like page 4 of 10. */
const keyOf = (line: Line): string => textOf(line).replaceAll(/\d+/gu, "#");
