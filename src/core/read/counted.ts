/** Words that say how many there are to be, where they stand beside what is counted. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Words } from "../../dataset/words.ts";
import { ENGLISH_NUMBERS, numberIn } from "../../text/numerals.ts";
import { isAsk, isOp, spanOf } from "./context.ts";
import { addFlag, has, type Heard } from "./heard.ts";
import { as, is, type Token } from "./senses.ts";

/** @returns the number a word ends in or is, in either language: 只有一个, five. */
const said = (surface: string): number | undefined => {
  const found = ENGLISH_NUMBERS.indexOf(surface.split(" ").at(-1) ?? "");
  return found >= 0 ? found : numberIn(surface);
};

/** 至少两个, at least two, exactly five, 两个以上: beside a bound the word for a number is an amount. */
export function boundedCounts(tokens: readonly Token[]): Token[] {
  const before = nearestBefore(tokens);
  const after = nearestBefore(tokens.toReversed()).toReversed();
  const isBeside = (i: number): boolean =>
    as(before[i], "bound")?.side === "before" || as(tokens[i + 1], "bound")?.side === "after";
  /** 核心是广州、深圳两个吗: so many are claimed. */
  const closesClaim = (i: number): boolean =>
    is(tokens[i - 1], "city", "cluster") && isOp(tokens[i + 1], "yesno", "tag");
  const counts = (i: number): boolean => (isBeside(i) && is(after[i], ...COUNTED)) || closesClaim(i);
  return tokens.map((token, i) => {
    const value = is(token, "filler") && counts(i) ? said(token.surface) : undefined;
    // Higher than the one for another: one stands for a name.
    return value === undefined || value < 2
      ? token
      : { ...token, sense: { kind: "amount" as const, value, unit: "" } };
  });
}

const COUNTED = ["noun", "tier", "class", "bound"] as const;

/** For each the nearest before it that is no filler: in one pass, however many fillers stand in a row. */
function nearestBefore(tokens: readonly Token[]): (Token | undefined)[] {
  let last: Token | undefined;
  return tokens.map((token) => {
    const nearest = last;
    if (!is(token, "filler")) last = token;
    return nearest;
  });
}

/** 各有几个, 每个 … 有几个: of each by itself. */
export function apiece({ apiece: words }: Words, heard: Heard, tokens: readonly Token[]): void {
  const token = tokens.find((t) => words.includes(t.surface));
  if (token) addFlag(heard, "apiece", spanOf(token));
}

function expect(heard: Heard, count: number, token: Token): void {
  heard.expected = count;
  addFlag(heard, "expected", spanOf(token));
}

/** 哪五个, 前三, top 5: how many there are said to be, or are wanted. */
export function listed(heard: Heard, token: Token): void {
  if (!isAsk(token, "which") && !isOp(token, "rank")) return;
  const found = said(token.surface) ?? 1;
  // 列一下, 哪一个: that is no count.
  if (found >= 2) expect(heard, found, token);
}

/** 就深圳和珠海 2 个, 就茂名是: with their number said, or right before what is said of them, no others are meant. */
export function onlyThese({ words }: Dataset, heard: Heard, tokens: readonly Token[]): void {
  const at = tokens.findIndex(
    (t, i) => words.exactly.includes(t.surface) && is(tokens[i + 1], "city", "cluster"),
  );
  const span = tokens[at];
  const next = heard.text.slice(tokens[at + 1]?.end).trimStart();
  if (span && (heard.expected !== undefined || words.exactlyBefore.some((word) => next.startsWith(word))))
    addFlag(heard, "only", { start: span.start, end: span.end, text: span.surface });
}

/** 核心是广州、深圳两个吗: behind what is said of them, those who are counted are all of them. */
export function allCounted(heard: Heard, tokens: readonly Token[]): void {
  const at = tokens.findIndex(
    (t, i) => is(t, "amount") && is(tokens[i - 1], "city") && isOp(tokens[i + 1], "yesno", "tag"),
  );
  const token = tokens[at];
  const named = tokens.slice(0, at).filter((t) => is(t, "city"));
  const tier = tokens.findIndex((t) => is(t, "tier"));
  const isAll =
    tier >= 0 &&
    (named[0]?.start ?? 0) > (tokens[tier]?.start ?? Infinity) &&
    as(token, "amount")?.value === named.length;
  if (token && isAll && !has(heard, "only")) addFlag(heard, "only", spanOf(token));
}

/** nine trillion-yuan clusters, five biggest: the word for a number counts what stands behind it. */
export function countedBehind(heard: Heard, tokens: readonly Token[]): void {
  const at = tokens.findIndex(
    (t, i) => is(t, "filler") && (is(tokens[i + 1], "series") || isOp(tokens[i + 1], "max", "min")),
  );
  const token = tokens[at];
  const found = ENGLISH_NUMBERS.indexOf(token?.surface ?? "");
  if (token && found > 1 && heard.expected === undefined) expect(heard, found, token);
}

/** 只有一个吗, only two: so many and no more; 唯一 counts nothing. */
export function countedOnly({ counters }: Words, heard: Heard, tokens: readonly Token[]): void {
  if (heard.expected !== undefined) return;
  const at = tokens.findIndex((t) => isOp(t, "only"));
  const found = [tokens[at], tokens[at + 1]].find(
    (t) =>
      t !== undefined &&
      (isOp(t, "only") || is(t, "filler")) &&
      (ENGLISH_NUMBERS.includes(t.surface.split(" ").at(-1) ?? "") ||
        counters.some((counter) => counter !== "" && t.surface.endsWith(counter))),
  );
  const count = found && said(found.surface);
  if (found && count !== undefined) expect(heard, count, found);
}

/** 13 个市里: cities that are counted, not what they say themselves. */
export const isCountedNoun = ({ flags }: Heard, token: Token): boolean =>
  is(token, "giver") && (flags.get("expected") ?? []).some((s) => s.end === token.start);
