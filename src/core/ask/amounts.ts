/** Figures have bounds: what they tell of an amount is yes, no, or not said. */
import { equal, type Quantity, quantity, sameBase } from "../../text/units.ts";
import type { Bound, Tally } from "../query.ts";
import type { FigureRow } from "./relations.ts";

export type Verdict = "yes" | "no" | "unsaid";

/** What a yes/no question got, of the claim as it was made. */
export interface Judged {
  verdict: Verdict;
  negated: boolean;
}

/** 约 3000 亿 is near 3000 亿: how far off it may be is not said, so nothing within a tenth is told apart. */
const ABOUT = 0.1;

/** 约 3058.46 亿 is said to the hundredth: what is several of its last digits off is another amount. */
const LAST_DIGITS = 5;

function isAbout(own: number, asked: number): boolean {
  const [digits = ""] = own.toExponential().split("e");
  const last = 10 ** (Math.floor(Math.log10(own)) - (digits.split(".")[1]?.length ?? 0));
  return Math.abs(own - asked) <= Math.min(ABOUT * own, LAST_DIGITS * last);
}

/** 30 多处 is a count of thirty-odd: eighty is another one. */
const FAR_OVER = 1.5;

/**
 * What a figure tells of an amount. A result over 9000 亿 may be more than 1 万亿; a target over 9000 亿 is one of
 * 9000 亿. Undefined where the two measure different things.
 */
export function compareAmount(row: FigureRow, { cmp, amount, rough, upTo }: Bound): Verdict | undefined {
  const own = amountIn(row);
  if (own === undefined) return amount.base === "%" ? "no" : undefined;
  if (!sameBase(own, amount)) return undefined;
  if (cmp === "~") return nearby(own.value, amount.value);
  if (upTo !== undefined) return between(row, own.value, amount.value, upTo);
  // 四分之一 of 26.8%: nobody who says so means that it is 25%, and nobody who wrote it said a quarter.
  if (rough && cmp === "=" && !equal(own.value, amount.value) && isNear(own.value, amount.value))
    return "unsaid";
  if (equal(own.value, amount.value)) return atEdge(row.figure.bound, cmp);
  if (cmp === "=" && isRounded(own.value, amount.value)) return "yes";
  if (mayReach(row, own.value, cmp, amount.value)) return "unsaid";
  if (cmp === "=") return "no";
  if (row.figure.bound === "about" && isAbout(own.value, amount.value)) return "unsaid";
  return cmp.startsWith(">") === own.value > amount.value ? "yes" : "no";
}

/** The number, or what the words that stand for one come to. */
const amountIn = ({ amount, figure: { roughly } }: FigureRow): Quantity | undefined =>
  amount ?? (roughly === undefined ? undefined : quantity(roughly, "%"));

/** 4486 亿 said of 4486.63 亿: the same digits, fewer of them, but not so few that they say little. */
const FEWEST_DIGITS = 3;
const FEW_DIGITS = 2;
const NEXT_TO_NOTHING = 0.002;
function isRounded(own: number, asked: number): boolean {
  const digits = asked.toExponential().split("e")[0]?.replace(".", "").length ?? 0;
  const place = 10 ** (Math.floor(Math.log10(own)) + 1 - digits);
  const cut = Math.floor(own / place) * place;
  // 26 万 said of 26.02 万.
  if (digits === FEW_DIGITS && equal(cut, asked) && own - asked <= NEXT_TO_NOTHING * own) return true;
  return digits >= FEWEST_DIGITS && (equal(cut, asked) || equal(Math.round(own / place) * place, asked));
}

/** 6000 多亿: more than that, and less than the next. Over 6000 亿 is what a source says of the same. */
function between(row: FigureRow, own: number, low: number, high: number): Verdict {
  const { bound } = row.figure;
  if (equal(own, low)) return bound === "over" ? "yes" : "unsaid";
  if (own > low && own < high) return bound === undefined ? "yes" : "unsaid";
  return mayReach(row, own, "=", low) ? "unsaid" : "no";
}

/** 接近一半 of 44%: how near is near, nobody says. */
function nearby(own: number, asked: number): Verdict {
  if (isNear(own, asked)) return "yes";
  return Math.abs(own - asked) <= 2 * ABOUT * Math.max(own, asked) ? "unsaid" : "no";
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= ABOUT * Math.max(a, b);

/** The amount lies on the open side of the figure's bound. */
function mayReach({ figure, status }: FigureRow, own: number, cmp: Bound["cmp"], asked: number): boolean {
  if (figure.bound === "under") return asked < own;
  const isOtherCount = figure.series === "mentions" && cmp === "=" && asked > FAR_OVER * own;
  return figure.bound === "over" && status === "result" && asked > own && !isOtherCount;
}

/** The two numbers are the same: the bound decides. */
function atEdge(bound: FigureRow["figure"]["bound"], cmp: Bound["cmp"]): Verdict {
  if (cmp === "=") return "yes";
  if (bound === "about") return "unsaid";
  const isStrict = cmp === ">" || cmp === "<";
  const decisive = cmp === ">" || cmp === "<=" ? "over" : "under";
  return (bound === decisive) === isStrict ? "yes" : "no";
}

/** Whether a number is as a bound says; near means the same, because few are counted. */
export function fits(count: number, { cmp, count: asked }: Tally): boolean {
  switch (cmp) {
    case ">":
      return count > asked;
    case ">=":
      return count >= asked;
    case "<":
      return count < asked;
    case "<=":
      return count <= asked;
    default:
      return count === asked;
  }
}

const OPPOSITE = { yes: "no", no: "yes", unsaid: "unsaid" } as const;

export const opposite = (verdict: Verdict): Verdict => OPPOSITE[verdict];

/** @param plain the verdict on what is claimed without its negation. */
export const judged = (plain: Verdict, { negated }: { negated: boolean }): Judged => ({
  verdict: negated ? opposite(plain) : plain,
  negated,
});

/** All hold, or one does not, or it is not said. */
export const allOf = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.includes("no") ? "no" : verdicts.includes("unsaid") || verdicts.length === 0 ? "unsaid" : "yes";

export const anyOf = (verdicts: readonly Verdict[]): Verdict => opposite(allOf(verdicts.map(opposite)));

/** What a figure tells of all bounds. Undefined where it measures something else. */
export function judge(row: FigureRow, bounds: readonly Bound[]): Verdict | undefined {
  const verdicts = bounds.flatMap((bound) => compareAmount(row, bound) ?? []);
  return verdicts.length === 0 ? undefined : allOf(verdicts);
}
