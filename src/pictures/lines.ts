/** Breaking Chinese and English text into lines. */
import { type Font, widthOf } from "./font.ts";

/** May not begin a line. */
const CLOSING = /^[，。；：、）］》”’！？…｜%‰·＊]/u;
/** May not end a line. */
const OPENING = /[（［《“‘]$/u;

/** ［1］, 6000 亿元, a word of Latin letters with its marks, 万亿元, a name in a list (、广州、); else a single character. */
const UNIT =
  /［\d+］|[\d.,]+ (?:[个個市处處格份]|以[上内內]|[万萬亿億]+[元吨噸辆輛家件千]?)|[!-~–—]+(?:’[!-~–—]+)*|[万萬亿億]+[元吨噸辆輛家件千]?|(?<=[、：；（])\p{Script=Han}{2,3}(?=[、。；，）＊])|./gu;

/** Units that stay whole; every other character by itself. */
function units(text: string): string[] {
  const found: string[] = [];
  for (const part of text.match(UNIT) ?? []) {
    const last = found.at(-1);
    const joins = last !== undefined && (CLOSING.test(part) || /^［\d/.test(part) || OPENING.test(last));
    if (joins) found[found.length - 1] = last + part;
    else found.push(part);
  }
  return found;
}

/** Ultra-high-definition is broken behind its hyphens, where it is wider than a line. */
const hyphened = (unit: string): string[] => unit.match(/[^-]+-?/g) ?? [unit];

/** Lines no wider than `width`. A unit wider than a line stands alone. */
export function wrap(font: Font, text: string, size: number, width: number, bold = false): string[] {
  const isWide = (unit: string): boolean => widthOf(font, unit, size, bold) > width;
  const lines: string[] = [];
  let line = "";
  for (const unit of units(text).flatMap((one) => (isWide(one) ? hyphened(one) : [one]))) {
    if (line !== "" && widthOf(font, (line + unit).trimEnd(), size, bold) > width) {
      lines.push(line.trimEnd());
      line = unit.trimStart();
    } else line += unit;
  }
  return line.trim() === "" ? lines : [...lines, line.trimEnd()];
}
