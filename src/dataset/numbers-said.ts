/** The numbers a sentence says, in Chinese and in English, on one scale: 4000 亿 and 400 billion are the same. */
import { hanNumber } from "../text/numerals.ts";
import { equal } from "../text/units.ts";

export interface Said {
  /** Written in digits: the other language has to say them too. */
  digits: readonly number[];
  /** Written in words: they may be digits in the other language, or nothing. Looked for where digits do not answer. */
  words: () => readonly number[];
}

/** The digits of one text that another does not say. */
export function unsaid({ digits }: Said, other: Said): number[] {
  const left = digits.filter((n) => !holds(other.digits, n));
  if (left.length === 0) return [];
  const words = other.words();
  return left.filter((n) => !holds(words, n));
}

const holds = (numbers: readonly number[], wanted: number): boolean => numbers.some((n) => equal(n, wanted));

const HAN_SCALES: Readonly<Record<string, number>> = {
  万亿: 1e12,
  千亿: 1e11,
  百亿: 1e10,
  亿: 1e8,
  万: 1e4,
  千: 1e3,
  百: 100,
};
const HAN_SCALE = Object.keys(HAN_SCALES).join("|");
const HAN_WRITTEN = new RegExp(`(\\d[\\d,]*(?:\\.\\d+)?)\\s*[多余]?\\s*(${HAN_SCALE})?`, "g");
const HAN_LEVEL = new RegExp(HAN_SCALE, "g");
const PLANS: Readonly<Record<string, number>> = { 十二五: 12, 十三五: 13, 十四五: 14, 十五五: 15 };
const PLAN = new RegExp(Object.keys(PLANS).join("|"), "g");
const scaleOf = (name: string | undefined): number => HAN_SCALES[name ?? ""] ?? 1;

/** 4000 亿, 十大, 千亿级, “十四五”. */
export function numbersInChinese(text: string): Said {
  const digits = [...text.matchAll(HAN_WRITTEN)].map(
    ([, number = "", scale]) => Number(number.replaceAll(",", "")) * scaleOf(scale),
  );
  return { digits, words: () => [...levels(text), ...numerals(text), ...plans(text)] };
}

const levels = (text: string): number[] => [...text.matchAll(HAN_LEVEL)].map(([name]) => scaleOf(name));
const plans = (text: string): number[] =>
  Object.entries(PLANS).flatMap(([name, number]) => (text.includes(name) ? [number] : []));

/** Every numeral that a run of characters may be read as: 二三十 is 2, 3, 20, 30 and more. */
function numerals(said: string): number[] {
  const text = said.replaceAll(PLAN, " ");
  const runs = [...text.matchAll(/[〇零一二两三四五六七八九十百千]+/g)];
  return runs.flatMap(({ 0: run, index }) =>
    parts(run).flatMap(({ part, end }) => {
      const value = hanNumber(part);
      const [scale] = /^(?:万亿|亿|万)/.exec(text.slice(index + end)) ?? [];
      return value === undefined ? [] : [value, value * scaleOf(scale)];
    }),
  );
}

const parts = (run: string): { part: string; end: number }[] =>
  [...run].flatMap((_, start) =>
    Array.from({ length: run.length - start }, (__, length) => ({
      part: run.slice(start, start + length + 1),
      end: start + length + 1,
    })),
  );

const SCALES: Readonly<Record<string, number>> = {
  trillion: 1e12,
  billion: 1e9,
  million: 1e6,
  thousand: 1e3,
};
const MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December".split(
  "|",
);
const MONTH_TESTS = MONTHS.map((name) => new RegExp(`\\b${name}\\b`));
const WORD_TESTS = [
  "zero",
  "one|first",
  "two|second|both|twin|dual|double",
  "three|third|triple",
  "four|fourth",
  "five|fifth",
  "six|sixth",
  "seven|seventh",
  "eight|eighth",
  "nine|ninth",
  "ten|tenth",
  "eleven|eleventh",
  "twelve|twelfth",
].map((words) => new RegExp(`\\b(?:${words})\\b`, "i"));

/** 400 billion, May, ten. */
export function numbersInEnglish(text: string): Said {
  const plain = text.replaceAll(/\b[HQ][1-4]\b/g, " ");
  const written = /(\d[\d,]*(?:\.\d+)?)[\s-]*(trillion|billion|million|thousand)?/gi;
  const digits = [...plain.matchAll(written)].map(
    ([, number = "", scale = ""]) => Number(number.replaceAll(",", "")) * (SCALES[scale.toLowerCase()] ?? 1),
  );
  return { digits, words: () => [...places(MONTH_TESTS, 1), ...places(WORD_TESTS, 0)] };

  function places(tests: readonly RegExp[], first: number): number[] {
    return tests.flatMap((test, i) => (test.test(text) ? [i + first] : []));
  }
}
