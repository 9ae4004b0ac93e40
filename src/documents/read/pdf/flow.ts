/** Lines become paragraphs, over the ends of lines and of pages. Pure. */
import type { Block, Paragraph } from "../blocks.ts";
import { headingOf } from "../headings.ts";
import { isEnded, joined } from "../join.ts";
import { isLead, textOf } from "./lines.ts";
import { type Line, median } from "./shapes.ts";

/** How the text of a document is set. In points. */
export interface Setting {
  left: number;
  right: number;
  size: number;
  /** From one line to the next. */
  leading: number;
  /** Paragraphs begin further in: a line that does not is the rest of the one before. */
  indents: boolean;
}

/** An indent, and what a full line may lack, in sizes of the text. */
const INDENT = 1.2;
const RAGGED = 2.2;

export function settingOf(pages: readonly (readonly Line[])[]): Setting {
  const lines = pages.flat();
  const size = median(
    lines.flatMap((line) => Array.from({ length: Math.ceil(textOf(line).length / 10) }, () => line.size)),
  );
  const body = lines.filter((line) => Math.abs(line.size - size) < size * 0.1);
  const left = most(body.map(({ x0 }) => x0));
  const right = body.map(({ x1 }) => x1).toSorted((a, b) => a - b)[Math.floor(body.length * 0.9)] ?? 0;
  const steps = pages.flatMap((page) => page.slice(1).map((line, i) => line.y - (page[i]?.y ?? 0)));
  const leading = median(steps.filter((step) => step > 0.8 * size && step < 4 * size)) || size * 1.5;
  const further = body.filter(({ x0 }) => Math.abs(x0 - left - 2 * size) < 0.6 * size).length;
  return { left, right, size, leading, indents: further > body.length * 0.08 };
}

/** The leftmost of the places where lines begin often. */
function most(places: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const place of places) counts.set(Math.round(place), (counts.get(Math.round(place)) ?? 0) + 1);
  const often = Math.max(0, ...counts.values()) / 3;
  return Math.min(...[...counts].filter(([, count]) => count >= often).map(([place]) => place));
}

/** Text this much larger than the rest is a heading, in three steps. */
const LARGER: readonly number[] = [1.5, 1.25, 1.12];
const LONGEST_HEADING = 80;

/** @param goesOn may be the rest of `before`, the last line of the page before. */
export function paragraphsOf(
  lines: readonly Line[],
  page: number,
  setting: Setting,
  before: Line | undefined,
): Block[] {
  const made: (Paragraph & { last: Line })[] = [];
  for (const line of lines) {
    const text = textOf(line);
    if (isLead(text)) continue;
    const open = made.at(-1);
    if (open !== undefined && continues(open.last, open.text, line, setting, true)) {
      open.text = joined(open.text, text);
      open.last = line;
      continue;
    }
    const goesOn =
      open === undefined && before !== undefined && continues(before, textOf(before), line, setting, false);
    made.push({ kind: "paragraph", text, page, last: line, ...(goesOn && { goesOn }) });
  }
  return made.map(({ last, ...paragraph }) => marked(paragraph, last, setting));
}

/** @param isBelow both stand on one page. */
function continues(before: Line, text: string, line: Line, setting: Setting, isBelow: boolean): boolean {
  if (Math.abs(before.size - line.size) > 0.12 * setting.size) return false;
  if (isBelow && (line.y - before.y > 1.6 * setting.leading || line.y <= before.y)) return false;
  if (isLarge(line, setting)) return isBelow && isCentred(line, setting);
  if (!isFull(before, line, setting) || headingOf({ text: textOf(line) })?.opens === true) return false;
  const isFurther = line.x0 > setting.left + INDENT * setting.size;
  // A block that is set further in as a whole goes on at its own margin.
  const isBlock = isFurther && Math.abs(line.x0 - before.x0) < 0.5 * setting.size && !setting.indents;
  if (isFurther && !isBlock) return false;
  return setting.indents || !isEnded(text) || isBelow;
}

/** A word or a figure is not cut: what begins the next line had no room in this one. */
const WORD = /^[\p{Script=Latin}\d.,%'’-]+/u;
/** Of a letter or a digit, in sizes of the text. */
const LETTER = 0.6;

function isFull(before: Line, line: Line, { right, size }: Setting): boolean {
  const word = WORD.exec(textOf(line))?.[0] ?? "";
  return before.x1 + Math.max(RAGGED, word.length * LETTER + 1) * size >= right;
}

const isLarge = (line: Line, { size }: Setting): boolean => line.size > (LARGER.at(-1) ?? 1) * size;

const isCentred = ({ x0, x1 }: Line, { left, right, size }: Setting): boolean =>
  Math.abs(x0 - left - (right - x1)) < 3 * size;

function marked(paragraph: Paragraph, { size }: Line, setting: Setting): Paragraph {
  const step = LARGER.findIndex((larger) => size > larger * setting.size);
  const isHeading = step >= 0 && paragraph.text.length <= LONGEST_HEADING && !/[。；]$/u.test(paragraph.text);
  return isHeading ? { ...paragraph, level: step + 1 } : paragraph;
}
