/** Which paragraphs are headings, and which headings one stands under. Pure. */
import type { Paragraph } from "./blocks.ts";

const NUMERAL = "[一二三四五六七八九十百零〇○\\d]{1,5}";

/** How official texts number their parts, from the outermost. */
const NUMBERED: readonly RegExp[] = [
  new RegExp(`^第${NUMERAL}[编篇部]分?(?![\\p{L}\\p{N}]{0,2}[。，])`, "u"),
  new RegExp(`^第${NUMERAL}章`, "u"),
  new RegExp(`^第${NUMERAL}节`, "u"),
  new RegExp(`^[一二三四五六七八九十百零〇]{1,5}[、．.]`, "u"),
  new RegExp(`^[（(〔][一二三四五六七八九十百零〇]{1,5}[）)〕]`, "u"),
  /^\d{1,2}(?:[．、]|\.(?!\d))/u,
  /^[（(]\d{1,2}[）)]/u,
];
/** 附件 begins anew: it stands under no part of the text before it. */
const ANNEX = /^附\s*[件表录]\s*[\d一二三四五六七八九十]{0,3}\s*(?:[:：]|$)/u;

/** A heading that fills a paragraph, and one that opens it (（一）优化布局。以广州、深圳为…), in characters. */
const LONGEST = 50;
const LONGEST_OPENING = 40;

const ENDS_SENTENCE = /[。；！？;，,：:]$/u;

/** What makes a paragraph a heading: how the format marks it, how it is numbered, or both. */
export interface Heading {
  text: string;
  level?: number;
  /** From 0, the outermost. */
  rank?: number;
  /** The paragraph goes on after it, and is a passage too. */
  opens: boolean;
}

/** Undefined for what is only a paragraph. */
export function headingOf({ text, level }: Pick<Paragraph, "text" | "level">): Heading | undefined {
  const rank = rankOf(text);
  if (level !== undefined) return { text, level, ...(rank !== undefined && { rank }), opens: false };
  if (rank === undefined) return undefined;
  if (text.length <= LONGEST && !ENDS_SENTENCE.test(text) && !text.includes("。"))
    return { text, rank, opens: false };
  const end = text.indexOf("。");
  const isOpening = end > 0 && end <= LONGEST_OPENING && end < text.length - 1;
  return isOpening ? { text: text.slice(0, end), rank, opens: true } : undefined;
}

function rankOf(text: string): number | undefined {
  if (ANNEX.test(text)) return -1;
  const rank = NUMBERED.findIndex((pattern) => pattern.test(text));
  return rank < 0 ? undefined : rank;
}

/**
 * The headings above the next paragraph, once `next` was met. Numbers are compared with numbers and marks of the format
 * with marks; a heading that is only marked stands above numbered ones and never below.
 */
export function under(path: readonly Heading[], next: Heading): Heading[] {
  const above = [...path];
  while (above.length > 0 && !isAbove(above.at(-1) ?? next, next)) above.pop();
  return [...above, next];
}

function isAbove(upper: Heading, lower: Heading): boolean {
  if (lower.rank === -1) return false;
  if (upper.level !== undefined && lower.level !== undefined) return upper.level < lower.level;
  if (upper.rank !== undefined && lower.rank !== undefined) return upper.rank < lower.rank;
  return upper.level !== undefined && lower.level === undefined;
}
