/** Years, dates, ordinals and amounts in a question, in digits or in Chinese numerals. */
import { hanNumber, NUMERALS, positional } from "../../text/numerals.ts";
import type { Sense, Token } from "./senses.ts";

const UNITS =
  "万亿元?|亿元?|万元|万[辆台件吨架套千瓦]+|千瓦|[个家座项条处件台辆种类颗万%倍次市大]|percent|billion|trillion|million|bn|tn|trn|mn";
const YEAR = /(?:((?:19|20)\d\d)|([12]\d|0\d)(?=年))(?:财年|年底|年末|年度|年)?(?![\d.])/y;
const DATE = /(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]?/y;
/** 2 月, 五月; of 1-10 月 it is no month. */
const MONTH = /(?<![\d\-至到] ?)(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]) ?月份?(?!\d)/y;
const ENGLISH_ORDINAL = /(\d{1,2})(?:st|nd|rd|th)(?![a-z])/y;
const ORDINAL =
  /(排)?第 ?(\d{1,2}|[一二三四五六七八九十]{1,3}) ?(?:个|([大名位高多强])|(?=呢|是|的|支柱|新兴|$))/y;
// 4 000 with any space between groups of three is one number; 80 多 is about 80.
const DIGITS = new RegExp(
  `(\\d{1,3}(?: \\d{3})+(?!\\d)|\\d[\\d,]*(?:\\.\\d+)?) ?([多余几])? ?(${UNITS})?(多)?`,
  "y",
);
// Nobody writes a longer one; a text of nothing but numerals is looked at once, not once from each of them.
const HAN_NUMBER = new RegExp(
  `(百分之)?([${NUMERALS}]{1,20}(?:点[零〇一二三四五六七八九]+)?)([多余几])?(${UNITS})?(多)?`,
  "y",
);
const HAN_YEAR = /(二[〇零][〇零一二三四][〇零一二三四五六七八九])年?/y;
const DOCNO = /粤\p{Script=Han}{1,8} ?[〔[(【]20\d\d[〕\])】] ?\d{1,4} ?号/uy;
const YEAR_DIGITS = 4;

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const token = (found: RegExpExecArray, sense: Sense): Token => ({
  surface: found[0],
  start: found.index,
  end: found.index + found[0].length,
  sense,
});

/** The document number, year, date, ordinal or amount that starts here, if one does. A bare Chinese numeral is none. */
export function readNumber(text: string, at: number): Token | undefined {
  return (
    readDocno(text, at) ??
    readLevel(text, at) ??
    readDate(text, at) ??
    readYear(text, at) ??
    readOrdinal(text, at) ??
    readFraction(text, at) ??
    readTenths(text, at) ??
    readDigits(text, at) ??
    readBare(text, at) ??
    readHan(text, at)
  );
}

/** 5000 亿级, 百亿级: a level is a name, not an amount. */
const LEVEL = /\d+ ?亿元?级/y;

function readLevel(text: string, at: number): Token | undefined {
  const found = match(LEVEL, text, at);
  return found ? token(found, { kind: "thing", id: found[0].replaceAll(" ", "") }) : undefined;
}

function readDocno(text: string, at: number): Token | undefined {
  const found = match(DOCNO, text, at);
  return found ? token(found, { kind: "number", number: plainNumber(found[0]) }) : undefined;
}

/** One form for a document number, however its brackets and spaces are typed. */
export const plainNumber = (text: string): string =>
  text
    .replaceAll(" ", "")
    .replace(/[[(【〔]/u, "〔")
    .replace(/[\])】〕]/u, "〕");

function readDate(text: string, at: number): Token | undefined {
  const found = match(DATE, text, at);
  if (found) return token(found, { kind: "date", month: Number(found[1]), day: Number(found[2]) });
  const month = match(MONTH, text, at);
  return month ? token(month, { kind: "date", month: numberOf(month[1] ?? "") }) : undefined;
}

function readOrdinal(text: string, at: number): Token | undefined {
  const english = match(ENGLISH_ORDINAL, text, at);
  if (english) return token(english, { kind: "ordinal", place: Number(english[1]) });
  const found = match(ORDINAL, text, at);
  const place = found ? (hanNumber(found[2] ?? "") ?? Number(found[2])) : Number.NaN;
  if (!found || Number.isNaN(place)) return undefined;
  const ranks = found[1] !== undefined || found[3] !== undefined;
  return token(found, { kind: "ordinal", place, ...(ranks && { ranks }) });
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
  /^ ?(?:万|亿|%|家|个|座|台|辆|处|多|余|billion|trillion|million)/.test(text.slice(at, at + 9));

function readBare(text: string, at: number): Token | undefined {
  const found = match(BARE_TRILLION, text, at);
  return found ? token(found, { kind: "amount", value: 1, unit: found[0] }) : undefined;
}

/** 四成, 三成半, 四成四, 三成多: tenths. 四成立 is none. */
const TENTHS =
  /([一二三四五六七八九两]|[1-9](?!\d))成([半一二三四五六七八九])?(多)?(?![立为长就员功果效本套品熟都])/y;
const HALF = 5;

function readTenths(text: string, at: number): Token | undefined {
  const found = match(TENTHS, text, at);
  if (!found) return undefined;
  const [, tens = "", ones, more] = found;
  const value = numberOf(tens) * 10 + (ones === "半" ? HALF : numberOf(ones ?? "零"));
  return token(found, {
    kind: "amount",
    value,
    unit: "%",
    ...(ones === undefined && { rough: true as const }),
    ...(more && { more: true as const }),
  });
}

/** 三分之一, 4 分之 3, 百分之 26.8. */
const FRACTION = new RegExp(
  `([${NUMERALS}]{1,4}|\\d{1,3}) ?分之 ?([${NUMERALS}]{1,4}(?:点[${NUMERALS}]{1,3})?|\\d{1,3}(?:\\.\\d+)?)`,
  "y",
);
const WHOLE = 100;

function readFraction(text: string, at: number): Token | undefined {
  const found = match(FRACTION, text, at);
  const [of, part] = [numberOf(found?.[1] ?? ""), numberOf(found?.[2] ?? "")];
  if (!found || !(of > 0) || Number.isNaN(part)) return undefined;
  const isExact = of === WHOLE;
  return token(found, {
    kind: "amount",
    value: Number(((part * WHOLE) / of).toFixed(4)),
    unit: "%",
    ...(!isExact && { rough: true as const }),
  });
}

const numberOf = (said: string): number => (said === "" ? Number.NaN : (hanNumber(said) ?? Number(said)));

function readDigits(text: string, at: number): Token | undefined {
  const found = match(DIGITS, text, at);
  if (!found) return undefined;
  const [, digits = "", more, unit = "", over] = found;
  const value = Number(digits.replaceAll(/[, ]/g, ""));
  return token(found, { kind: "amount", value, unit, ...((more ?? over) && { more: true as const }) });
}

/** 破万亿, 超过万亿: after a bound the unit alone is one of it. */
const BARE_TRILLION = /(?<=[超过破达上到成于近] ?)万亿元?(?!级|集群|产业|俱乐部|规模)/y;

function readHan(text: string, at: number): Token | undefined {
  const found = match(HAN_NUMBER, text, at);
  const value = found ? hanNumber(found[2] ?? "") : undefined;
  const unit = found?.[1] ? "%" : found?.[4];
  if (!found || value === undefined || value === 0 || unit === undefined) return undefined;
  const isMore = (found[3] ?? found[5]) !== undefined;
  return token(found, { kind: "amount", value, unit, ...(isMore && { more: true as const }) });
}
