/** How many there are said to be, or are wanted: 哪五个, 前三, 13 个市里. */
import type { Dataset } from "../../dataset/dataset.ts";
import { ENGLISH_NUMBERS, numberIn } from "../../text/numerals.ts";
import type { Span } from "../query.ts";
import { isOp, spanOf } from "./context.ts";
import { addFlag, type Heard } from "./heard.ts";
import { as, is, type Token } from "./senses.ts";

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

/** nine trillion-yuan clusters: the word for a number counts what stands behind it. */
export function countedSeries(heard: Heard, tokens: readonly Token[]): void {
  const at = tokens.findIndex((t, i) => is(t, "filler") && is(tokens[i + 1], "series"));
  const found = ENGLISH_NUMBERS.indexOf(tokens[at]?.surface ?? "");
  if (found < 0 || heard.expected !== undefined) return;
  heard.expected = found;
  addFlag(heard, "expected", spanOf(tokens[at]));
}

/** 13 个市里: cities that are counted, not what they say themselves. */
export const isCountedNoun = ({ flags }: Heard, token: Token): boolean =>
  is(token, "giver") && (flags.get("expected") ?? []).some((s) => s.end === token.start);

/** 哪五个, 前三, top 5: how many there are said to be, or are wanted. */
export function listed(heard: Heard, token: Token, span: Span): void {
  if (as(token, "ask")?.ask !== "which" && !isOp(token, "rank")) return;
  const found = numberIn(token.surface) ?? 1;
  // 列一下, 哪一个: that is no count.
  if (found < 2) return;
  heard.expected = found;
  addFlag(heard, "expected", span);
}
