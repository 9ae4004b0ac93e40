/** Amounts and their bounds: 超过 4000 亿, 3000 到 5000 亿之间; and 高于 between two names. */
import type { Words } from "../../dataset/words.ts";
import { isLatin } from "../../text/script.ts";
import { quantity } from "../../text/units.ts";
import { type Bound, type Compare, isSet, type Span } from "../query.ts";
import { type Bind, type Context, isOp, spanOf } from "./context.ts";
import { addFilter, addFlag, filtersOf } from "./heard.ts";
import { as, is, type Sense, type Token } from "./senses.ts";

/** 超过 4000 亿, 4000 亿以上, 3000 到 5000 亿之间. */
export const bounded: Bind = (context, at) => {
  const { tokens } = context;
  const before = as(tokens[at], "bound");
  const there = thereBound(context, at);
  const first =
    before?.side === "before" || there !== undefined || isOp(tokens[at], "not-only")
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
      : there
        ? there
        : first > at
          ? degreeBound(context, tokens[at], amount.unit)
          : "=");
  const end = first + (close ? 2 : 1);
  if (cmp === "=" && countsNamed(context, at, amount.value))
    return end - at + (isTheirNoun(tokens, end) ? 1 : 0);
  // 列出至少三个: all that are known are listed, and so are those.
  if (cmp === ">=" && isCounted(context.dataset.words, amount.unit) && isToBeListed(context, at))
    return end - at;
  if (there) addFlag(context.heard, "yesno", spanOf(tokens[at]));
  addAmount(context, amount, cmp === "between" ? "=" : cmp, spanOf(...tokens.slice(at, end)));
  return end - at;
};

/** 粤东四市, 阳江、云浮、韶关三家: the number of those that were named right before it is nothing to be asked. */
function countsNamed(context: Context, at: number, count: number): boolean {
  const { tokens, heard, dataset } = context;
  const [last, token] = [tokens[at - 1], tokens[at]];
  const between = heard.text.slice(last?.end, token?.start).trim();
  if (!last || (between !== "" && !dataset.words.demonstratives.includes(between))) return false;
  if (is(last, "set")) return between === "" && count === sizeOfSet(context);
  if (count < 2 || count !== namedBefore(tokens, at) || countsOthers(tokens, at)) return false;
  return isOp(tokens[at + 1], "all") || !claimsNumber(context);
}

function sizeOfSet({ heard }: Context): number | undefined {
  return filtersOf(heard).find(isSet)?.in.length;
}

/** 核心就深圳和佛山 2 个吧, 核心是广州、深圳两个吗: so many are claimed, and no others; where something is asked of them, they are only counted. */
const claimsNumber = ({ tokens, dataset: { words } }: Context): boolean =>
  tokens.some((t) => isOp(t, "yesno", "tag", "hearsay", "only") || words.exactly.includes(t.surface)) ||
  !tokens.some(
    (t) => is(t, "ask") || isOp(t, "compare", "which-more", "more", "less", "gap", "max", "min", "rank"),
  );

/** 三个市里: the cities that are counted, not what they say themselves. */
const isTheirNoun = (tokens: readonly Token[], at: number): boolean =>
  is(tokens[at], "giver") && tokens[at]?.start === tokens[at - 1]?.end;

const isToBeListed = ({ tokens, heard, dataset: { words } }: Context, at: number): boolean =>
  words.listing.some((verb) => heard.text.slice(0, tokens[at]?.start).trimEnd().endsWith(verb));

/** How many cities, or clusters, stand one after the other up to here. */
function namedBefore(tokens: readonly Token[], at: number): number {
  const kind = tokens[at - 1]?.sense?.kind;
  if (kind !== "city" && kind !== "cluster") return 0;
  const before = tokens.slice(0, at).findLastIndex((t, i) => !is(t, kind) || tokens[i + 1]?.opens === true);
  return at - 1 - before;
}

/** 广州、深圳两个集群: what is counted is none of what was named. */
const countsOthers = (tokens: readonly Token[], at: number): boolean => {
  const noun = tokens.slice(at + 1, at + 3).flatMap((t) => as(t, "noun")?.of ?? [])[0];
  return noun !== undefined && noun !== tokens[at - 1]?.sense?.kind;
};

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

/** 有没有 2500 亿, 超没超过 1 万亿: whether it is that much, or more. */
function thereBound({ tokens, dataset: { words } }: Context, at: number): Compare | undefined {
  const unit = as(tokens[at + 1], "amount")?.unit;
  if (unit === undefined) return undefined;
  const said = tokens[at]?.surface ?? "";
  if (words.whether.over.includes(said)) return ">";
  const isAmount = !isCounted(words, unit) && words.existence.includes(said);
  return isAmount || words.whether.atleast.includes(said) ? ">=" : undefined;
}

/** 超没超过目标: whether what was aimed at has been reached. */
export const whetherReached: Bind = ({ tokens, heard, dataset: { words } }, at) => {
  const said = tokens[at]?.surface ?? "";
  const asks = words.whether.over.includes(said) || words.whether.atleast.includes(said);
  if (!asks || as(tokens[at + 1], "status")?.status !== "target") return 0;
  addFlag(heard, "reached", spanOf(tokens[at]));
  addFlag(heard, "yesno", spanOf(tokens[at]));
  return 1;
};

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
  // 3 是哪 3 个: the same number twice spans nothing.
  if (!low || !high || (low.value === high.value && low.unit !== high.unit)) return 0;
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

/** 5.3 million cars: without the noun behind it a scale is one of money. */
function unitOf({ heard, dataset: { words } }: Context, unit: string, { end }: Span): string {
  if (!isLatin(unit.at(-1) ?? "")) return unit;
  const behind = heard.text.slice(end).trimStart();
  const [noun] =
    Object.entries(words.unitNouns).find(([, nouns]) =>
      nouns.some((n) => behind.startsWith(n) && !isLatin(behind.charAt(n.length))),
    ) ?? [];
  return noun === undefined ? unit : `${unit}${noun}`;
}

function addAmount(
  context: Context,
  { value, unit: said, rough, more }: Amount,
  cmp: Compare,
  span: Span,
): void {
  const { heard, dataset } = context;
  const { words } = dataset;
  const unit = unitOf(context, said, span);
  if (isCounted(words, unit) && cmp === "=") {
    heard.expected = value;
    addFlag(heard, "expected", span);
    return;
  }
  // How often a document says something has counters of its own.
  if (words.mentionCounters.includes(unit)) addFilter(heard, { dim: "topic", in: ["mention"] }, span);
  const bound: Bound = { dim: "value", cmp, amount: quantity(value, unit), text: span.text };
  const upTo = more && cmp === "=" ? { upTo: quantity(nextAfter(value), unit).value } : {};
  addFilter(heard, { ...bound, ...(rough && { rough }), ...upTo }, span);
}

type Amount = Omit<Extract<Sense, { kind: "amount" }>, "kind">;

/** 6000 多 is below 7000, 2.4 万多 below 2.5 万: the last digit that was said is the one that stands. */
function nextAfter(value: number): number {
  const [digits = "", power = "0"] = value.toExponential().split("e");
  return value + 10 ** (Number(power) - (digits.split(".")[1]?.length ?? 0));
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
