/** A fact's typed fields against its own sentence: nothing may be typed that the text does not say. */
import { hanNumber } from "../text/numerals.ts";
import type { Fact, Period } from "./schema.ts";

type Figure = NonNullable<Fact["figures"]>[number];

/** @returns what the fields of a fact claim beyond its text. */
export const notStated = (fact: Fact): string[] => [
  ...(fact.figures ?? []).flatMap((figure) => [
    ...figureProblems(fact, figure),
    ...periodProblems(fact, figure),
  ]),
  ...dateProblems(fact),
  ...numberProblems(fact),
  ...ordinalProblems(fact),
  ...rankProblems(fact),
  ...openProblems(fact),
];

const figureProblems = (fact: Fact, { value, unit }: Figure): string[] =>
  value === undefined || statesNumber(fact, value)
    ? []
    : [`the figure ${value} ${unit} is not in the text or the note`];

/** In digits (4000 亿元) or in words (五大工程, 千亿元级, 上万亿元). */
function statesNumber(fact: Fact, value: number): boolean {
  const text = `${fact.text} ${fact.note ?? ""}`;
  const digits = (text.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
  const words = (text.match(/[一二两三四五六七八九十百千]+/g) ?? []).map(hanNumber);
  const trillion = /[^\d ]万亿/.test(text) ? [1] : [];
  return [...digits, ...words, ...trillion].includes(value);
}

function periodProblems(fact: Fact, { period, of }: Figure): string[] {
  if (period === undefined || wordsOf(period).test(`${fact.text} ${of ?? ""}`)) return [];
  return [`the period ${period} is not in the text`];
}

/** How a text names a part of a year: 前三季度, 1—10 月, 前 10 个月. */
function wordsOf(period: Period): RegExp {
  const place = Number(period.slice(1));
  const han = HAN[place];
  if (period.startsWith("H")) return place === 1 ? /上半年/ : /下半年/;
  if (period.startsWith("Q")) return new RegExp(`(?<!前)${han}季度|Q${place}`);
  const months = `(?<!\\d)1 ?[—–－至到-] ?${place} ?月|前 ?(?:${place}|${han}) ?个月`;
  return new RegExp(place === NINE_MONTHS ? `${months}|前三季度` : months);
}

const HAN = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一"];
const NINE_MONTHS = 9;

const dateProblems = ({ dates, text }: Fact): string[] =>
  (dates ?? [])
    .filter(({ date }) => !statesDate(text, date))
    .map(({ date }) => `the date ${date} is not in the text`);

/** The year may stand apart from month and day: 2021 年报道，… 5 月 18 日出台. */
function statesDate(text: string, date: string): boolean {
  const [year, month, day] = date.split("-").map(Number);
  const inYear =
    month === undefined ? "" : `(?<!\\d)0?${month} ?月${day === undefined ? "" : ` ?0?${day} ?日`}`;
  return new RegExp(`(?<!\\d)${year}(?!\\d)`).test(text) && new RegExp(inYear).test(text);
}

const numberProblems = ({ numbers, text }: Fact): string[] =>
  (numbers ?? []).filter((n) => !text.includes(n)).map((n) => `the document number ${n} is not in the text`);

function ordinalProblems({ ordinal, text }: Fact): string[] {
  if (!ordinal || placesIn(text).includes(ordinal.place)) return [];
  return [`the place ${ordinal.place} in a series is not in the text`];
}

/** The places a text names: 第 9, 第九, 首个. */
function placesIn(text: string): number[] {
  const named = [...text.matchAll(/第 ?(\d+|[一二三四五六七八九十]+)/g)].map(
    ([, place = ""]) => hanNumber(place) ?? Number(place),
  );
  return /首[个位家]/.test(text) ? [1, ...named] : named;
}

function rankProblems({ rank, text }: Fact): string[] {
  if (!rank) return [];
  const problems = text.includes(rank.what) ? [] : [`what is ranked (${rank.what}) is not in the text`];
  if (rank.place > 1 && !placesIn(text).includes(rank.place))
    problems.push(`the rank ${rank.place} is not in the text`);
  return problems;
}

function openProblems({ role, cities, text }: Fact): string[] {
  if (!role) return [];
  if (role.open === true && !text.includes("等")) return ["the role is open, but no 等 is in the text"];
  const endsOpen = new RegExp(`(?:${cities.join("|")})市?等`).test(text);
  return endsOpen && role.open !== true ? ["the list of cities ends in 等, but the role is not open"] : [];
}
