/** Yes, no, or not said: what a fact tells of an amount, and how an answer to a yes/no question begins. */
import type { Fact, Figure, Topic } from "../dataset/schema.ts";
import { comparable } from "./facts.ts";
import { type Amount, type Frame, has } from "./frame.ts";
import { DATE_UNIT, ORDINAL_UNIT } from "./numbers.ts";

export type Verdict = "yes" | "no" | "unsaid";

export const YES = "是：";
export const NO = "不是：";
/** The documents do not say so; what they do say follows. */
export const UNSAID = "文件没有这样说，写的是：";

const LEADS: Readonly<Record<Verdict, string>> = { yes: YES, no: NO, unsaid: UNSAID };

/** Counters that are used for one another: 110 多处 and 110 次. */
const unitOf = (unit: string): string => unit.replace("次", "处").replace(/^[项条座类种]$/, "个");

/** What one figure tells of an amount. Undefined where they measure different things. */
function compareFigure(figure: Figure, amount: Amount): Verdict | undefined {
  if (figure.value === undefined || figure.unit === undefined) return amount.unit === "%" ? "no" : undefined;
  const a = comparable(figure.value, unitOf(figure.unit));
  const b = comparable(amount.value, unitOf(amount.unit));
  const same = b.unit === "" || a.unit.startsWith(b.unit) || b.unit.startsWith(a.unit);
  if (!same) return undefined;
  const equal = Math.abs(a.value - b.value) <= 1e-9 * Math.max(1, a.value);
  if (amount.bound === "over") return a.value >= b.value ? "yes" : reached(figure);
  if (amount.bound === "under") return a.value <= b.value && figure.bound !== "over" ? "yes" : "no";
  return equal ? "yes" : "no";
}

/** 超 9000 亿 may be more than asked for; a target of 10 % 以上 is not one of 20 % 以上. */
const reached = (figure: Figure): Verdict =>
  figure.bound === "over" && figure.status === "result" ? "unsaid" : "no";

/** What a fact tells of an amount. */
export function tellsAmount(fact: Fact, amount: Amount): Verdict | undefined {
  if (amount.unit === DATE_UNIT) return fact.text.includes(dateText(amount.value)) ? "yes" : "no";
  if (amount.unit === ORDINAL_UNIT) return fact.text.includes(`第 ${amount.value} 个`) ? "yes" : "no";
  const verdicts = (fact.figures ?? []).flatMap((figure) => compareFigure(figure, amount) ?? []);
  return verdicts.find((v) => v === "yes") ?? verdicts.find((v) => v === "unsaid") ?? verdicts[0];
}

const dateText = (value: number): string => `${Math.floor(value / 100)} 月 ${value % 100} 日`;

/** Whether a fact confirms every amount it can be held against, and at least one. */
export function confirms(fact: Fact, frame: Frame): boolean {
  const verdicts = frame.amounts.flatMap((amount) => tellsAmount(fact, amount) ?? []);
  return verdicts.length > 0 && verdicts.every((v) => v === "yes");
}

/** Topics under which finding a fact is already a yes: 深圳有任务吗. */
const EXISTENCE: ReadonlySet<Topic> = new Set([
  "task",
  "role",
  "layout",
  "park",
  "national",
  "city-system",
  "figure",
]);

/**
 * How an answer begins that leads with `fact`. Empty unless the question wants yes or no.
 * @param sure the fact was found by what the question asserts, not only by what it is about.
 */
export function leadFor(frame: Frame, fact: Fact, sure: boolean): string {
  if (!has(frame, "yesno")) return "";
  if (has(frame, "not") || has(frame, "only")) return UNSAID;
  if (frame.years.length > 0 && !frame.years.some((y) => fact.text.includes(String(y)))) return NO;
  if (frame.amounts.length > 0) return LEADS[amountVerdict(frame, fact)];
  if (frame.superlative !== undefined && !fact.text.includes(frame.superlative)) return UNSAID;
  const known =
    frame.superlative !== undefined ||
    sure ||
    frame.years.length > 0 ||
    frame.topics.some((t) => t !== "issued" && EXISTENCE.has(t));
  return known ? YES : UNSAID;
}

function amountVerdict(frame: Frame, fact: Fact): Verdict {
  const verdicts = frame.amounts.map((amount) => tellsAmount(fact, amount) ?? "unsaid");
  return verdicts.find((v) => v === "no") ?? verdicts.find((v) => v === "unsaid") ?? "yes";
}
