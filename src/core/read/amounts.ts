/** Amounts and their bounds: 超过 4000 亿, 3000 到 5000 亿之间; and 高于 between two names. */
import type { Words } from "../../dataset/words.ts";
import { quantity } from "../../text/units.ts";
import { type Compare, isMembers, type Span } from "../query.ts";
import { type Bind, type Context, isOp, spanOf } from "./context.ts";
import { addFilter, addFlag, filtersOf } from "./heard.ts";
import { as, is, type Sense, type Token } from "./senses.ts";

/** 超过 4000 亿, 4000 亿以上, 3000 到 5000 亿之间. */
export const bounded: Bind = (context, at) => {
  const { tokens } = context;
  const before = as(tokens[at], "bound");
  const first =
    before?.side === "before" || isThere(context, at) || isOp(tokens[at], "not-only")
      ? at + 1
      : singleDegree(context, at)
        ? at + 1
        : at;
  const amount = as(tokens[first], "amount");
  if (!amount) return 0;
  const second = as(tokens[first + 1], "amount");
  const after = as(tokens[first + (second ? 2 : 1)], "bound");
  const between =
    before?.cmp === "between" || after?.cmp === "between" || (second !== undefined && amount.unit === "");
  if (second && between) return range(context, at, first, after ? 3 : 2);
  // 1.1 万亿都不到, 不到 behind its amount: with no amount of its own it is this one's.
  const close = closing(tokens, first + 1);
  const cmp =
    before?.cmp ??
    (close ? close.cmp : undefined) ??
    (isOp(tokens[at], "not-only")
      ? ">"
      : isThere(context, at)
        ? ">="
        : first > at
          ? degreeBound(context, tokens[at], amount.unit)
          : "=");
  const end = first + (close ? 2 : 1);
  // 粤西三个市里: what is counted is the set, and no word of a city's own.
  if (cmp === "=" && countsSet(context, at, amount.value)) return end - at + Number(is(tokens[end], "giver"));
  if (isThere(context, at)) addFlag(context.heard, "yesno", spanOf(tokens[at]));
  addAmount(context, amount, cmp === "between" ? "=" : cmp, spanOf(...tokens.slice(at, end)));
  return end - at;
};

/** 粤东四市: the number of the cities that were named right before it is nothing to be asked. */
function countsSet({ tokens, heard }: Context, at: number, count: number): boolean {
  const isBeside = tokens[at - 1]?.end === tokens[at]?.start;
  const set = filtersOf(heard).find((f) => isMembers(f) && f.dim === "city" && f.as !== undefined);
  return isBeside && is(tokens[at - 1], "set") && set !== undefined && "in" in set && set.in.length === count;
}

/** 比 900 亿还高: the degree stands behind the amount. */
export const thanAmount: Bind = (context, at) => {
  const { tokens } = context;
  const amount = as(tokens[at + 1], "amount");
  const degree = as(tokens[at + 2], "op")?.op;
  if (!isOp(tokens[at], "than") || !amount || !(degree === "more" || degree === "less")) return 0;
  const span = spanOf(...tokens.slice(at, at + 3));
  addAmount(context, amount, degree === "more" ? ">" : "<", { ...span, text: tokens[at + 1]?.surface ?? "" });
  return 3;
};

/** 有没有 2500 亿: whether it is that much. */
function isThere({ tokens, dataset: { words } }: Context, at: number): boolean {
  const unit = as(tokens[at + 1], "amount")?.unit;
  return unit !== undefined && !isCounted(words, unit) && words.existence.includes(tokens[at]?.surface ?? "");
}

/** Cities and clusters are counted so: 5 个. */
const isCounted = ({ counters }: Words, unit: string): boolean => unit === "" || counters.includes(unit);

function closing(tokens: readonly Token[], at: number): Extract<Sense, { kind: "bound" }> | undefined {
  const bound = as(tokens[at], "bound");
  if (!bound || tokens[at]?.opens) return undefined;
  return bound.side === "after" || !is(tokens[at + 1], "amount", "cluster", "city") ? bound : undefined;
}

/** 最少 3 个, 最多 5 个: with an amount they are bounds. */
function singleDegree({ tokens, dataset: { words } }: Context, at: number): boolean {
  const amount = as(tokens[at + 1], "amount");
  // 最高的三个: so many of them, and no bound.
  const isList =
    amount !== undefined && isCounted(words, amount.unit) && (tokens[at]?.surface.length ?? 0) > 2;
  return isOp(tokens[at], "max", "min") && amount !== undefined && !isList;
}
function degreeBound({ dataset: { words } }: Context, token: Token | undefined, unit: string): Compare {
  if (words.toppers.includes(token?.surface ?? "") && !isCounted(words, unit)) return ">";
  return isOp(token, "max") ? "<=" : ">=";
}

function range(context: Context, at: number, first: number, length: number): number {
  const low = as(context.tokens[first], "amount");
  const high = as(context.tokens[first + 1], "amount");
  if (!low || !high) return 0;
  const end = first + length;
  const span = spanOf(...context.tokens.slice(at, end));
  if (isCounted(context.dataset.words, high.unit)) {
    addAmount(context, { ...low, unit: high.unit }, "=", span);
    return end - at;
  }
  const said = (i: number): string => context.tokens[i]?.surface ?? "";
  const unit = low.unit === "" ? high.unit : low.unit;
  addAmount(context, { ...low, unit }, ">=", { ...span, text: said(first) + (low.unit === "" ? unit : "") });
  addAmount(context, high, "<=", { ...span, text: said(first + 1) });
  return end - at;
}

function addAmount(
  { heard, dataset: { words } }: Context,
  { value, unit }: { value: number; unit: string },
  cmp: Compare,
  span: Span,
): void {
  if (isCounted(words, unit) && cmp === "=") {
    heard.expected = value;
    addFlag(heard, "expected", span);
    return;
  }
  // How often a document says something has counters of its own.
  if (words.mentionCounters.includes(unit)) addFilter(heard, { dim: "topic", in: ["mention"] }, span);
  addFilter(heard, { dim: "value", cmp, amount: quantity(value, unit), text: span.text }, span);
}

/** A 高于 B, A 不超过 B, A 不如 B: a bound without an amount holds two names against each other. */
export const comparing: Bind = ({ tokens, heard }, at) => {
  const bound = as(tokens[at], "bound");
  if (bound?.cmp === "=") return 0;
  if (
    bound?.side !== "before" ||
    bound.cmp === "~" ||
    bound.cmp === "between" ||
    is(tokens[at + 1], "amount")
  )
    return 0;
  const span = spanOf(tokens[at]);
  const above = bound.cmp === ">" || bound.cmp === "<=";
  addFlag(heard, "than", span);
  addFlag(heard, above ? "more" : "less", span);
  // 不高于 denies that it is higher.
  if (bound.cmp === ">=" || bound.cmp === "<=") {
    addFlag(heard, "not", span);
    heard.negations.push(1);
  }
  return 1;
};
