/** Breaking answers into lines of a terminal, where a reader of Chinese or English would. Pure. */
import { columnsOf } from "../../text/columns.ts";

/** Narrower windows are left to break lines by themselves: nothing could be kept together. */
const FEWEST_COLUMNS = 20;

const MARK = String.raw`(?:［\d+］|\[\d+\])`;
/** What goes on a word of Latin letters, which holds addresses, 5G, 3+N and punctuation behind it. */
const ASCII = String.raw`[!-~\u00a1-\u024f–’]`;
const NUMBER = String.raw`[+±≥≤≈]?\d+(?:[.,:/\-–—~～×]\d+)*[%‰+]?`;
/** 亿元, 万辆, 个百分点, 年: scales, then a unit, or the one character that is one; 以上 belongs to it. */
const HAN_UNIT = String.raw` ?[多余餘]?[十百千万萬亿億]*(?:以[上下内內]|个百分点|個百分點|平方公里|平方米|立方米|瓦时|瓦時|公里|人次|美元|港元|\p{Script=Han})(?: ?以[上下内內])?`;
const LATIN_UNIT = String.raw` (?:(?:trillion|billion|million|thousand) )?[A-Za-z]+${ASCII}*`;
const BEFORE_NUMBER = String.raw`(?:(?:RMB|USD|CNY|para\.|p\.|No\.) |第 ?)`;

/** A city in a list stays whole: 、广州、. */
const NAME = String.raw`(?<=[、：；（])\p{Script=Han}{2,3}(?=[、。；，）])`;
const SPACES = String.raw`[ \u3000]+`;
const OPENING_SIGN = `[("'“‘（《〈「『【［]`;

/** With the Chinese that stands in it; not with the sign behind it. */
const ADDRESS = String.raw`https?://(?:${ASCII}|\p{Script=Han})+`;

/** What is never broken within; any other character stands by itself. */
const PART = new RegExp(
  [
    MARK,
    ADDRESS,
    `${BEFORE_NUMBER}?${NUMBER}(?:${HAN_UNIT}|${LATIN_UNIT}|${ASCII}*)`,
    OPENING_SIGN,
    `${ASCII}+`,
    NAME,
    SPACES,
    ".",
  ].join("|"),
  "gsu",
);

/** May not begin a line, whatever stands before it. */
const CLOSING = /^[，。；：、）］》〉」』】”’！？…—–～｜|·％‰\p{M}\p{Cf}]/u;
/** The same, but behind a space: `.env`, `"3+N"`. */
const CLOSING_ASCII = /^[,.;:!?)\]}"'%]/u;
/** May not end a line. */
const OPENING = /[("'“‘（《〈「『【［\u200d]$/u;
const BLANK = new RegExp(`^${SPACES}$`, "u");
const MARKED = new RegExp(`^${MARK}$`, "u");
/** Marks before the source they stand for. */
const MARKS_ALONE = new RegExp(`^${MARK}+ ?$`, "u");
const LIST_GOES_ON = /(?:^|[；;：:] ?)$/u;

function staysWith(unit: string, part: string): boolean {
  if (BLANK.test(part) || CLOSING.test(part) || OPENING.test(unit)) return true;
  if (MARKED.test(part)) return MARKS_ALONE.test(unit) || !LIST_GOES_ON.test(unit);
  return MARKS_ALONE.test(unit) || (CLOSING_ASCII.test(part) && !unit.endsWith(" "));
}

/** Stretches between which a line may end; spaces stand at their ends. */
function unitsOf(text: string): string[] {
  const units: string[] = [];
  for (const part of text.match(PART) ?? []) {
    const last = units.at(-1);
    if (last !== undefined && staysWith(last, part)) units[units.length - 1] = last + part;
    else units.push(part);
  }
  return units;
}

const width = (text: string): number => columnsOf(text.trimEnd(), true);

const BEFORE_MARKS = new RegExp(`(?=${MARK})`, "u");

/** What is wider than a line: between its marks, then its parts, then anywhere; an address stays one that can be opened. */
function cut(unit: string, columns: number): string[] {
  if (width(unit) <= columns) return [unit];
  const pieces = unit.split(BEFORE_MARKS);
  if (pieces.length > 1) return pieces.flatMap((piece) => cut(piece, columns));
  if (/https?:\/\//u.test(unit)) return [unit];
  const parts = unit.match(PART) ?? [];
  return parts.length > 1 ? parts.flatMap((part) => cut(part, columns)) : [...unit];
}

/** What stands before the text of an item: the rest of it hangs below the text. */
const ITEM = new RegExp(`^(?:[•※] |${MARK})`, "u");
const HANGING = "  ";

/**
 * @param line without ends of lines. One that commands the terminal (colours) is left as it is.
 * @returns lines of at most so many columns, but for an address that is wider, which stands alone. Together they are the
 *   line: only spaces at its new ends are gone, and only those before the rest of an item are new.
 */
export function wrap(line: string, columns: number): string[] {
  if (columns < FEWEST_COLUMNS || columnsOf(line, true) <= columns || line.includes("\u001b")) return [line];
  const indent = ITEM.test(line) ? HANGING : "";
  const lines: string[] = [];
  let filled = "";
  for (const unit of unitsOf(line).flatMap((one) => cut(one, columns - indent.length))) {
    if (filled.trim() !== "" && width(filled + unit) > columns) {
      lines.push(filled.trimEnd());
      filled = indent + unit.trimStart();
    } else filled += unit;
  }
  return [...lines, filled.trimEnd()];
}

/** Each line of a text wrapped by itself. */
export const wrapped = (text: string, columns: number): string =>
  text
    .split("\n")
    .flatMap((line) => wrap(line, columns))
    .join("\n");
