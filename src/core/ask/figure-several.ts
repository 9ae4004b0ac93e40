/** A claim of several figures: each is judged with what belongs to it, and the claim holds if all do. */
import type { Measure } from "../../dataset/schema.ts";
import { type Bound, type Dim, type Filter, isMembers, named, type Query, RATES, without } from "../query.ts";
import { allOf, anyOf, judged, type Verdict } from "./amounts.ts";
import { boundsOf, isSameMeasure } from "./figures.ts";
import type { FigureVerdictRows, Rows } from "./rows.ts";
import { constraints, scopeOf } from "./scope.ts";

/** One amount of the claim, by what it was held against. */
interface Claimed {
  bound: Bound;
  where: unknown;
  rows: Rows;
}

type Verify = (query: Query) => Rows;

/** @returns undefined where one figure is claimed, or the two ends of one. */
export function verifySeveral(query: Query, verify: Verify): Rows | undefined {
  const bounds = boundsOf(constraints(query));
  const [only] = bounds;
  if (only && bounds.length === 1) {
    const own = inItsMeasure(query, only);
    return ofEachNamed(own, verify) ?? (own === query ? undefined : verify(own));
  }
  if (bounds.length < 2 || isRange(bounds)) return undefined;
  const told = bounds.map((bound): Claimed => {
    const where = alone(query, bound, bounds);
    const own: Query = { ...query, where, claim: [bound], negated: false };
    return { bound, where: [where, unitOf(bound)], rows: ofEachNamed(own, verify) ?? verify(own) };
  });
  const dispute = told.find(({ rows }) => rows.kind === "conflicts");
  const [first, ...rest] = inOrder(told.flatMap(verdictIn));
  if (dispute || !first) return (dispute ?? told[0])?.rows;
  const plain = together(told, query);
  const open = told.filter((t) => !isDecided(t, told)).map((t) => t.bound);
  return {
    ...first,
    ...judged(plain, query),
    scope: scopeOf(query),
    besides: besides(first, rest, plain),
    open: plain === "yes" || open.length === told.length ? [] : open,
  };
}

/** 产业规模 2019 年占全省七成: of several measures those that the amount can be of. */
const inItsMeasure = (query: Query, bound: Bound): Query =>
  named(query.where, "measure").length < 2
    ? query
    : { ...query, where: measuredBy(query.where, bound, [bound]) };

const verdictIn = ({ rows }: Claimed): FigureVerdictRows[] => (rows.kind === "figure-verdict" ? [rows] : []);

const NAMED = ["year", "cluster", "city", "measure"] as const;

/** 2027 年要到 1.5 万亿，是 2025 年就要到吗, 家电和汽车都是 3700 亿吗: one amount of several holds if it does of each. */
function ofEachNamed(query: Query, verify: Verify): Rows | undefined {
  const dim = NAMED.find((d) => named(query.where, d).length > 1 && isOneByOne(query, d));
  if (dim === undefined) return undefined;
  const told = named(query.where, dim).map((value) =>
    verify({
      ...query,
      where: [...without(query.where, dim), { dim, in: [value] }],
      negated: false,
    }),
  );
  const claims = told.flatMap((rows) => (rows.kind === "figure-verdict" ? [rows] : []));
  const [first, ...rest] = inOrder(claims);
  if (!first || claims.length < told.length) return told.find((rows) => rows.kind !== "figure-verdict");
  const verdicts = claims.map((c) => c.verdict);
  // 都不是 denies it of each, 不都是 of one.
  const plain = query.quantifier === "none" ? anyOf(verdicts) : allOf(verdicts);
  return { ...first, ...judged(plain, query), scope: scopeOf(query), besides: besides(first, rest, "yes") };
}

/** Of a set something may be said as a whole, and what is a size by one name is one by another. */
function isOneByOne({ where }: Query, dim: (typeof NAMED)[number]): boolean {
  if (where.some((f) => isMembers(f) && f.dim === dim && (f.as !== undefined || f.each === true)))
    return false;
  const measures = named(where, "measure") as Measure[];
  return dim !== "measure" || !measures.every((m) => measures.some((o) => o !== m && isSameMeasure(o, m)));
}

const isRange = ([low, high, ...more]: readonly Bound[]): boolean =>
  more.length === 0 && low?.cmp === ">=" && high?.cmp === "<=" && low.amount.value < high.amount.value;

/**
 * Two amounts of which nothing tells what each is of: one of them may have been worked out (那全省就是 370 亿), or be
 * how far two others are apart. It is not denied.
 */
const isOneClaim = (a: Claimed["where"], b: Claimed["where"]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** Another amount was said with nothing else: which of them it is that is not so cannot be told. */
const isDecided = (claimed: Claimed, all: readonly Claimed[]): boolean => {
  const [own] = verdictIn(claimed);
  const rivals = all.filter((c) => c !== claimed && isOneClaim(c.where, claimed.where));
  return own?.verdict === "yes" || (own?.verdict === "no" && rivals.length === 0);
};

/** All of them denied at once is another claim than that not all of them hold. */
function together(claims: readonly Claimed[], { negated }: Query): Verdict {
  const each = claims.map((c) => (isDecided(c, claims) ? (verdictIn(c)[0]?.verdict ?? "unsaid") : "unsaid"));
  const all = allOf(each);
  return negated && all === "no" && each.some((v) => v !== "no") ? "unsaid" : all;
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

/** Of each dimension what was said with the amount. */
function alone({ where }: Query, bound: Bound, bounds: readonly Bound[]): Filter[] {
  const own = bound.with ?? [];
  const kept = without(where, "value").filter(
    (filter) =>
      !isMembers(filter) || filter.not || filter.as !== undefined || !own.some((f) => f.dim === filter.dim),
  );
  return measuredBy([...kept, ...own.filter((f) => f.in.length > 0)], bound, bounds);
}

// Measures ---------------------------------------------------------------------------------------------------------

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

/** Only a rate is measured in per cent, only money in yuan: of what was said, the nearest that can be meant. */
function measuredBy(where: readonly Filter[], bound: Bound, bounds: readonly Bound[]): Filter[] {
  const measures = named(where, "measure");
  if (measures.length === 0) return [...where];
  const unit = unitOf(bound);
  const fitting = measures.filter((m) => kindOf(m) === unit);
  const rest = without(where, "measure");
  if (fitting.length === 0) return rest;
  const isOnly = bounds.every((b) => b === bound || unitOf(b) !== unit);
  // 规模（营业收入）5 万亿: of one amount of its unit all names of what it is are meant.
  const sizes = fitting.filter((m) => isSameMeasure(m as Measure, fitting[0] as Measure));
  return [...rest, { dim: "measure" satisfies Dim, in: isOnly ? sizes : fitting.slice(0, 1) }];
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
