/** Which name, year and measure belong to which amount of a claim: what stands beside it, else what was said before. */
import type { Bound, Filter, Members } from "../../query.ts";
import { type Heard, type Said, valuesOf } from "../heard.ts";

const DIMS = ["cluster", "city", "part", "class", "year", "measure", "of", "status", "period"] as const;

interface Amount {
  bound: Bound;
  start: number;
}

/** The amounts of the claim, where there are several each with what it is of. */
export function eachAmount(heard: Heard): Filter[] {
  const amounts = heard.filters
    .flatMap(({ filter, spans }): Amount[] =>
      filter.dim === "value" ? [{ bound: filter, start: spans[0]?.start ?? 0 }] : [],
    )
    .toSorted((a, b) => a.start - b.start);
  if (amounts.length < 2 || isOneRange(amounts)) return amounts.map(({ bound }) => bound);
  const starts = amounts.map(({ start }) => start);
  return amounts.map(({ bound }, at) => ({
    ...bound,
    with: DIMS.flatMap((dim) => ofAmount(heard, dim, starts, at) ?? []),
  }));
}

/** 3000 到 4000 亿: two ends of one amount stand in one place. */
const isOneRange = ([low, high]: readonly Amount[]): boolean => low?.start === high?.start;

/** @returns undefined where all that was said of the kind holds for every amount; nothing of it where nothing does. */
function ofAmount(
  heard: Heard,
  dim: (typeof DIMS)[number],
  starts: readonly number[],
  at: number,
): Members | undefined {
  const known = new Set(valuesOf(heard, dim));
  const said = heard.said.filter((s) => s.dim === dim && known.has(s.value));
  const isOne = new Set(said.map((s) => s.value)).size < 2;
  if (said.length === 0 || (isOne && dim !== "part" && dim !== "measure")) return undefined;
  if (dim === "measure") return { dim, in: nearestFirst(said, starts[at] ?? 0, starts[0] ?? 0) };
  return { dim, in: beside(said, starts, at, dim === "part") };
}

/** Those before the amount, then those behind it; the other way round where none stands before the first: 3 trillion in scale. */
function nearestFirst(said: readonly Said[], start: number, first: number): string[] {
  const before = said.filter((s) => s.start < start).toReversed();
  const behind = said.filter((s) => s.start >= start);
  const isBehind = said.every((s) => s.start >= first);
  return [...new Set((isBehind ? [...behind, ...before] : [...before, ...behind]).map((s) => s.value))];
}

/** @param isPart of the whole, unless a part was named before it. */
function beside(said: readonly Said[], starts: readonly number[], at: number, isPart: boolean): string[] {
  const within = (from: number, to: number): string[] =>
    said.filter((s) => s.start >= from && s.start < to).map((s) => s.value);
  const [first = 0, last = 0] = [starts[0], starts.at(-1)];
  const start = starts[at] ?? 0;
  const leading = within(-Infinity, first);
  const trailing = within(last, Infinity);
  // 2022 年和 2023 年分别是 1 万亿和 1.2 万亿: as many as there are amounts, in their order.
  if (leading.length === said.length && said.length === starts.length) return leading.slice(at, at + 1);
  if (leading.length === said.length) return leading;
  // 1 万亿 in 2022, 1.2 万亿 in 2023: each stands behind its amount.
  const isBehind = leading.length === 0 && trailing.length > 0;
  const own = isBehind
    ? within(start, starts[at + 1] ?? Infinity)
    : within(starts[at - 1] ?? -Infinity, start);
  if (own.length > 0) return own;
  if (isBehind) return within(start, Infinity).slice(0, 1);
  const before = within(-Infinity, start).slice(-1);
  return before.length > 0 || isPart ? before : said.slice(0, 1).map((s) => s.value);
}
