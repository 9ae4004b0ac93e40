/** Amounts in English: computed, never copied, so that 4000 亿元 is RMB 400 billion. */
import { hanNumber, NUMERALS } from "../../text/numerals.ts";
import { quantity } from "../../text/units.ts";
import type { FigureRow } from "../ask/relations.ts";
import { when } from "./en-words.ts";
import { type Lingo, unnamed } from "./lingo.ts";
import { sizeOf } from "./figure.ts";

const SCALES: ReadonlyArray<readonly [number, string]> = [
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"],
];

/** 1,116.318; no digit of the figure is rounded away. */
const separated = (value: number): string => value.toLocaleString("en-US", { maximumFractionDigits: 6 });

/** 1.116318 trillion; what is under a million in digits. */
function scaled(value: number): string {
  const [size, name] = SCALES.find(([least]) => value >= least) ?? [1, ""];
  return `${separated(value / size)}${when(name !== "", ` ${name}`)}`;
}

const COUNTED = /^(?:10,000|100 million) /;
const LONG = 1e9;

/** 万辆 → vehicles. What is only counted has no noun: 个. */
function nounOf(unit: string, lingo: Lingo): string {
  const noun = lingo.name(unit).replace(COUNTED, "");
  return noun === "items" || noun === unit ? "" : noun;
}

const single = (noun: string): string => noun.replace(/ies$/, "y").replace(/(?<!s)s$/, "");

/** An amount in the smallest unit, and the unit as the documents write it: RMB 400 billion, 900,000 vehicles, 5%. */
export function amount(value: number, unit: string, lingo: Lingo): string {
  const { base } = quantity(value, unit);
  if (base.startsWith("元"))
    return `RMB ${scaled(value)}${when(base.endsWith("级"), " level")}${when(unit.endsWith("/年"), " a year")}`;
  if (base === "%") return `${separated(value)}%`;
  const noun = nounOf(unit, lingo);
  const count = value >= LONG ? scaled(value) : separated(value);
  return `${count}${when(noun !== "", ` ${value === 1 ? single(noun) : noun}`)}`;
}

const BOUNDS = { over: "over ", under: "under ", about: "about " } as const;

/** RMB 400 billion or more; over 1 trillion; or what the document says in words. */
export function amountOf(row: FigureRow, lingo: Lingo): string {
  const { unit = "", words = "", bound } = row.figure;
  if (row.amount === undefined) return lingo.name(words);
  const said = amount(row.amount.value, unit, lingo);
  if (row.status !== "result" && bound === "under") return `${said} or less`;
  if (row.status !== "result" && bound === "over") return `${said} or more`;
  return `${bound ? BOUNDS[bound] : ""}${said}`;
}

/** How far apart two figures are; from bounded figures it is about so much. */
export function differenceOf(a: FigureRow, b: FigureRow, lingo: Lingo): string {
  const { unit = "", bound } = a.figure;
  const apart = Math.abs(sizeOf(a) - sizeOf(b));
  const about = when((bound ?? b.figure.bound) !== undefined, "about ");
  const points = `${separated(apart)} percentage point${when(apart !== 1, "s")}`;
  return `${about}${a.amount?.base === "%" ? points : amount(apart, unit, lingo)}`;
}

const SAID = new RegExp(`(\\d[\\d,]*(?:\\.\\d+)?|[${NUMERALS}]+)\\s*(.*)$`, "u");

/** An amount as somebody asked for it: 超过4000亿以上 → RMB 400 billion; the comparison stands before it. */
export function askedAmount(said: string, lingo: Lingo): string {
  const [, digits = "", rest = ""] = SAID.exec(said) ?? [];
  const unit = rest.replace(/(?:以[上下内]|之[上下内])$/u, "").trim();
  const value = hanNumber(digits) ?? Number(digits.replaceAll(",", ""));
  if (digits === "" || Number.isNaN(value)) return unnamed(said);
  const words = amount(quantity(value, unit).value, unit, lingo);
  return /\p{Script=Han}/u.test(words) ? unnamed(said) : words;
}
