/** numbering.xml of a DOCX: the numbers Word writes before paragraphs, which are nowhere in their text. */
import { numberOf, readXml } from "./xml.ts";

interface Level {
  format: string;
  /** %1、 */
  pattern: string;
  start: number;
}

const HAN = "零一二三四五六七八九";
const MOST_HAN = 99;

/** 一, 十, 十一, 二十, 九十九. */
function han(number: number): string {
  if (number > MOST_HAN) return String(number);
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const ten = tens === 0 ? "" : `${tens === 1 ? "" : HAN.charAt(tens)}十`;
  return ones === 0 && tens > 0 ? ten : ten + HAN.charAt(ones);
}

const CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
const ROMAN = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/** By its name in the file format; what is not listed is a bullet or nothing. */
const FORMATS: Readonly<Record<string, (number: number) => string>> = {
  decimal: String,
  decimalZero: (number) => String(number).padStart(2, "0"),
  chineseCounting: han,
  chineseCountingThousand: han,
  chineseLegalSimplified: (number) => [..."零壹贰叁肆伍陆柒捌玖"][number] ?? String(number),
  japaneseCounting: han,
  taiwaneseCounting: han,
  taiwaneseCountingThousand: han,
  ideographDigital: han,
  decimalEnclosedCircle: (number) => CIRCLED.charAt(number - 1),
  decimalEnclosedCircleChinese: (number) => CIRCLED.charAt(number - 1),
  lowerLetter: (number) => String.fromCharCode(96 + number),
  upperLetter: (number) => String.fromCharCode(64 + number),
  lowerRoman: (number) => ROMAN[number] ?? String(number),
  upperRoman: (number) => (ROMAN[number] ?? String(number)).toUpperCase(),
};

/** @returns a function that counts on and gives what stands before the next paragraph of a list. */
export function listsIn(xml: string): (list: number, depth: number) => string {
  const { abstract, lists } = read(xml);
  const counts = new Map<number, number[]>();
  return (list, depth) => {
    const kind = lists.get(list);
    const levels = kind === undefined ? undefined : abstract.get(kind);
    const level = levels?.[depth];
    if (kind === undefined || levels === undefined || level === undefined) return "";
    const before = counts.get(kind) ?? [];
    const count = Array.from({ length: depth }, (_, i) => before[i] ?? levels[i]?.start ?? 1);
    count.push((before[depth] ?? level.start - 1) + 1);
    counts.set(kind, count);
    return written(level, levels, count);
  };
}

function written({ pattern, format }: Level, levels: readonly Level[], count: readonly number[]): string {
  if (FORMATS[format] === undefined) return "";
  const text = pattern.replaceAll(/%([1-9])/gu, (_, digit: string) => {
    const at = Number(digit) - 1;
    return FORMATS[levels[at]?.format ?? ""]?.(count[at] ?? 1) ?? "";
  });
  return /[\d.\w]$/u.test(text) ? `${text} ` : text;
}

interface Read {
  abstract: Map<number, Level[]>;
  lists: Map<number, number>;
}

function read(xml: string): Read {
  const found: Read = { abstract: new Map(), lists: new Map() };
  let levels: Level[] = [];
  let level: Level | undefined;
  let list: number | undefined;
  readXml(xml, {
    open(name, attributes) {
      const value = attributes["w:val"] ?? "";
      const number = numberOf(attributes) ?? 0;
      if (name === "w:abstractNum")
        found.abstract.set(numberOf(attributes, "w:abstractNumId") ?? -1, (levels = []));
      if (name === "w:lvl")
        levels[numberOf(attributes, "w:ilvl") ?? 0] = level = { format: "decimal", pattern: "", start: 1 };
      if (name === "w:num") list = numberOf(attributes, "w:numId");
      if (name === "w:abstractNumId" && list !== undefined) found.lists.set(list, number);
      if (level === undefined || list !== undefined) return;
      if (name === "w:numFmt") level.format = value;
      if (name === "w:lvlText") level.pattern = value;
      if (name === "w:start") level.start = number;
    },
  });
  return found;
}
