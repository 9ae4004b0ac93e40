/** Years and amounts in a question, in digits or in Chinese numerals. */
import type { Amount } from "./frame.ts";
import type { Token } from "./tokens.ts";

const UNITS =
  "万亿元?|亿元?|万元|万[辆台件吨架套千瓦]+|[个家座项条处件台辆种类颗亿万%倍次市]|percent|billion|trillion|million";
const YEAR = /(?:(20[0-4]\d)|([12]\d|0\d)(?=年))(?:财年|年底|年末|年度|年|全年)?(?![\d.])/y;
const DATE = /(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]?/y;
const ENGLISH_ORDINAL =
  /(?:(\d{1,2})(?:st|nd|rd|th)|(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth))(?![a-z])/y;
const ENGLISH_PLACES = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
];
const ORDINAL = /第 ?(\d{1,2}|[一二三四五六七八九十]{1,3}) ?[个大名位]/y;
const DIGITS = new RegExp(`(\\d[\\d,]*(?:\\.\\d+)?) ?[多余几]? ?(${UNITS})?(?:以[上下内]|左右|多)?`, "y");
const HAN_DIGIT = "零〇一二两三四五六七八九十百千廿万";
const HAN_NUMBER = new RegExp(
  `(百分之)?([${HAN_DIGIT}]+(?:点[零〇一二三四五六七八九]+)?)[多余几]?(${UNITS})?(?:以[上下内]|左右|多)?`,
  "y",
);
const HAN_YEAR = /(二[〇零][〇零一二三四][〇零一二三四五六七八九])年?/y;

const YEAR_DIGITS = 4;

const OVER_BEFORE = /(?:超过|突破|高于|多于|大于|超|破|过|over|above|more than) ?$/;
const ATLEAST_BEFORE = /(?:不低于|不少于|至少|达到|达|at least) ?$/;
// 80 多处 is about 80, not any number above it.
const OVER_AFTER = /以上$/;
const UNDER_BEFORE = /(?:不到|不足|低于|少于|小于|under|below|less than) ?$/;
const ATMOST_BEFORE = /(?:不超过|不高于|不多于|最多|at most) ?$/;
const UNDER_AFTER = /以[下内]$/;

const VALUES: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const TEN_THOUSAND = 10_000;

/** 十一 → 11, 廿 → 20, 三百二 → 302, 一点五 → 1.5, 二〇 → 20. Undefined where the characters make no number. */
export function hanNumber(text: string): number | undefined {
  const [whole = "", fraction] = text.replaceAll("廿", "二十").split("点");
  const integer = /[十百千万]/.test(whole) ? grouped(whole) : positional(whole);
  if (integer === undefined || fraction === undefined) return integer;
  const decimals = positional(fraction);
  return decimals === undefined ? undefined : Number(`${integer}.${decimals}`);
}

function positional(text: string): number | undefined {
  const digits = [...text].map((char) => VALUES[char]);
  return digits.includes(undefined) || text === "" ? undefined : Number(digits.join(""));
}

/** 一万九千 → 19000. */
function grouped(text: string): number {
  const [high = "", low] = text.split("万");
  return low === undefined ? scaled(high) : scaled(high) * TEN_THOUSAND + scaled(low);
}

function scaled(text: string): number {
  let total = 0;
  let digit = 0;
  for (const char of text) {
    const scale = SCALES[char];
    if (scale === undefined) digit = VALUES[char] ?? 0;
    else {
      total += (digit === 0 ? 1 : digit) * scale;
      digit = 0;
    }
  }
  return total + digit;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const token = (found: RegExpExecArray, sense: Token["senses"][number]): Token => ({
  surface: found[0],
  start: found.index,
  end: found.index + found[0].length,
  senses: [sense],
});

/** The year, date or amount that starts at this place, if one does. A bare Chinese numeral is not a number. */
export function readNumber(text: string, at: number): Token | undefined {
  return (
    readDate(text, at) ??
    readYear(text, at) ??
    readOrdinal(text, at) ??
    readDigits(text, at) ??
    readHan(text, at)
  );
}

function readDate(text: string, at: number): Token | undefined {
  const found = match(DATE, text, at);
  if (!found) return undefined;
  const value = Number(found[1]) * 100 + Number(found[2]);
  return token(found, { kind: "amount", amount: { value, unit: DATE_UNIT } });
}

/** Unit of a day in the year: 5 月 18 日 is 518. */
export const DATE_UNIT = "月日";
/** Unit of a place in a series: 第 9 个. */
export const ORDINAL_UNIT = "第";

function readOrdinal(text: string, at: number): Token | undefined {
  const english = match(ENGLISH_ORDINAL, text, at);
  if (english) {
    const place = english[1] ? Number(english[1]) : ENGLISH_PLACES.indexOf(english[2] ?? "") + 1;
    return token(english, { kind: "amount", amount: { value: place, unit: ORDINAL_UNIT } });
  }
  const found = match(ORDINAL, text, at);
  const value = found ? (hanNumber(found[1] ?? "") ?? Number(found[1])) : undefined;
  if (!found || value === undefined || Number.isNaN(value)) return undefined;
  return token(found, { kind: "amount", amount: { value, unit: ORDINAL_UNIT } });
}

function readYear(text: string, at: number): Token | undefined {
  const digits = match(YEAR, text, at);
  const bare = digits?.[0].length === YEAR_DIGITS;
  if (digits && !(bare && startsUnit(text, digits.index + YEAR_DIGITS))) {
    const year = digits[1] ? Number(digits[1]) : 2000 + Number(digits[2]);
    return token(digits, { kind: "year", year });
  }
  const han = match(HAN_YEAR, text, at);
  const year = han ? positional(han[1] ?? "") : undefined;
  return han && year !== undefined ? token(han, { kind: "year", year }) : undefined;
}

/** 2025 followed by 亿 is an amount, not a year. */
const startsUnit = (text: string, at: number): boolean =>
  /^ ?(?:万|亿|%|家|个|座|台|辆|处)/.test(text.slice(at, at + 3));

function amountOf(text: string, found: RegExpExecArray, value: number, unit: string): Token {
  const before = text.slice(Math.max(0, found.index - 10), found.index);
  const bound = boundOf(before, found[0]);
  return token(found, { kind: "amount", amount: { value, unit, ...(bound ? { bound } : {}) } });
}

function boundOf(before: string, amount: string): Amount["bound"] {
  if (ATMOST_BEFORE.test(before) || UNDER_AFTER.test(amount)) return "atmost";
  if (UNDER_BEFORE.test(before)) return "under";
  if (ATLEAST_BEFORE.test(before) || OVER_AFTER.test(amount)) return "atleast";
  return OVER_BEFORE.test(before) ? "over" : undefined;
}

function readDigits(text: string, at: number): Token | undefined {
  const found = match(DIGITS, text, at);
  if (!found) return undefined;
  return amountOf(text, found, Number((found[1] ?? "").replaceAll(",", "")), found[2] ?? "");
}

function readHan(text: string, at: number): Token | undefined {
  const found = match(HAN_NUMBER, text, at);
  const value = found ? hanNumber(found[2] ?? "") : undefined;
  if (!found || value === undefined) return undefined;
  const unit = found[1] ? "%" : found[3];
  return unit === undefined ? undefined : amountOf(text, found, value, unit);
}
