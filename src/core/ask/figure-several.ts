/** A claim of several figures: each is judged with what belongs to it, and the claim holds if all do. */
import type { Measure } from "../../dataset/schema.ts";
import {
  type Bound,
  type Dim,
  type Filter,
  isMembers,
  type Members,
  named,
  type Query,
  without,
} from "../query.ts";
import { allOf, judged, type Verdict } from "./amounts.ts";
import { boundsOf } from "./figures.ts";
import type { FigureVerdictRows, Rows } from "./rows.ts";
import { constraints, scopeOf } from "./scope.ts";

/** One amount of the claim, by what it was held against. */
interface Claimed {
  where: unknown;
  rows: FigureVerdictRows;
}

type Verify = (query: Query) => Rows;

/** @returns undefined where one figure is claimed, or the two ends of one. */
export function verifySeveral(query: Query, verify: Verify): Rows | undefined {
  const bounds = boundsOf(constraints(query));
  if (bounds.length === 1) return ofEachYear(query, verify);
  if (bounds.length < 2 || isRange(bounds)) return undefined;
  const told = bounds.map((bound, i) => {
    const { where } = alone(query, bounds, i);
    return {
      where: [where, unitOf(bound)],
      rows: verify({ ...query, where, claim: [bound], negated: false }),
    };
  });
  const dispute = told.find(({ rows }) => rows.kind === "conflicts");
  const claims = told.flatMap(({ rows, where }) => (rows.kind === "figure-verdict" ? [{ rows, where }] : []));
  const [first, ...rest] = inOrder(claims.map((c) => c.rows));
  if (dispute || !first) return (dispute ?? told[0])?.rows;
  const plain = told.length === claims.length ? together(claims, query) : "unsaid";
  return { ...first, ...judged(plain, query), scope: scopeOf(query), besides: besides(first, rest, plain) };
}

/** 2027 年要到 1.5 万亿，是 2025 年就要到吗: one amount of two years holds if it does of both. */
function ofEachYear(query: Query, verify: Verify): Rows | undefined {
  const years = named(query.where, "year");
  if (years.length < 2) return undefined;
  const told = years.map((year) =>
    verify({
      ...query,
      where: [...without(query.where, "year"), { dim: "year", in: [year] }],
      negated: false,
    }),
  );
  const claims = told.flatMap((rows) => (rows.kind === "figure-verdict" ? [rows] : []));
  const [first, ...rest] = inOrder(claims);
  if (!first || claims.length < told.length) return told.find((rows) => rows.kind !== "figure-verdict");
  const plain = allOf(claims.map((c) => c.verdict));
  return { ...first, ...judged(plain, query), scope: scopeOf(query), besides: besides(first, rest, "yes") };
}

const isRange = ([low, high, ...more]: readonly Bound[]): boolean =>
  more.length === 0 && low?.cmp === ">=" && high?.cmp === "<=" && low.amount.value < high.amount.value;

/**
 * Two amounts of which nothing tells what each is of: one of them may have been worked out (那全省就是 370 亿), or be
 * how far two others are apart. It is not denied.
 */
const isOneClaim = (a: Claimed["where"], b: Claimed["where"]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** All of them denied at once is another claim than that not all of them hold. */
function together(claims: readonly Claimed[], { negated }: Query): Verdict {
  const each = claims.map(({ rows, where }) =>
    rows.verdict === "no" && claims.some((c) => c.rows !== rows && isOneClaim(c.where, where))
      ? "unsaid"
      : rows.verdict,
  );
  const all = allOf(each);
  return negated && all === "no" && each.includes("yes") ? "unsaid" : all;
}

const WEIGHT: Readonly<Record<Verdict, number>> = { no: 0, unsaid: 1, yes: 2 };

/** What decides it comes first. */
const inOrder = (verdicts: readonly FigureVerdictRows[]): FigureVerdictRows[] =>
  verdicts.toSorted((a, b) => WEIGHT[a.verdict] - WEIGHT[b.verdict]);

/** A denial tells what is denied; anything else tells all there is. */
const besides = (
  first: FigureVerdictRows,
  rest: readonly FigureVerdictRows[],
  plain: Verdict,
): FigureVerdictRows["besides"] =>
  rest
    .filter((r) => plain !== "no" || r.verdict === "no")
    .map((r) => r.row)
    .filter((row) => row.figure !== first.row.figure);

const partAt = (filter: Members, at: number): Filter[] => {
  const own = filter.in[at - 1];
  return own === undefined ? [] : [{ ...filter, in: [own] }];
};

/** Of each dimension the value said beside the amount: as many as there are amounts, in the order they were said. */
function alone(query: Query, bounds: readonly Bound[], at: number): Pick<Query, "where"> {
  const where = without(query.where, "value").flatMap((filter): Filter[] => {
    if (!isMembers(filter) || filter.not || filter.as !== undefined || filter.dim === "word") return [filter];
    // 营收 6000 亿、游戏 2700 亿: the first amount is of the whole, each other of a part.
    if (filter.dim === "part" && filter.in.length === bounds.length - 1) return partAt(filter, at);
    const own = filter.in[at];
    const isOwn = filter.in.length === bounds.length && own !== undefined && filter.dim !== "measure";
    return [isOwn ? { ...filter, in: [own] } : filter];
  });
  return { where: measuredBy(where, bounds, at) };
}

// Measures ---------------------------------------------------------------------------------------------------------

const RATES: ReadonlySet<string> = new Set<Measure>(["growth", "share"]);
const COUNTED: ReadonlySet<string> = new Set<Measure>([
  "output",
  "capacity",
  "enterprises",
  "patents",
  "installed",
  "mentions",
  "count",
]);

const kindOf = (measure: string): "%" | "元" | "" =>
  RATES.has(measure) ? "%" : COUNTED.has(measure) ? "" : "元";
const unitOf = ({ amount: { base } }: Bound): "%" | "元" | "" => (base === "%" || base === "元" ? base : "");

/** Only a rate is measured in per cent, only money in yuan; of several such measures the one that was said with it. */
function measuredBy(where: readonly Filter[], bounds: readonly Bound[], at: number): Filter[] {
  const bound = bounds[at];
  const measures = named(where, "measure");
  if (!bound || measures.length === 0) return [...where];
  const unit = unitOf(bound);
  const fitting = measures.filter((m) => kindOf(m) === unit);
  const alike = bounds.filter((b) => unitOf(b) === unit);
  const own = fitting.length === alike.length ? fitting[alike.indexOf(bound)] : undefined;
  const rest = without(where, "measure");
  const meant = own === undefined ? fitting : [own];
  return meant.length === 0 ? rest : [...rest, { dim: "measure" satisfies Dim, in: meant }];
}

/** 产量超过 2000 亿元: yuan measure no pieces; what is worth so much is meant. */
export const inUnit = (query: Query): Query => {
  const bounds = boundsOf(query.claim);
  const measures = named(query.where, "measure");
  const [bound] = bounds;
  const isOff =
    bound !== undefined && bounds.length === 1 && bound.amount.base === "元" && measures.join() === "output";
  return isOff
    ? { ...query, where: [...without(query.where, "measure"), { dim: "measure", in: ["output-value"] }] }
    : query;
};
