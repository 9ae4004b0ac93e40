/** One figure for each cluster or city: which are over a bound, which is the largest. */
import { groupBy } from "../../dataset/dataset.ts";
import { type Dim, named, type Query, without } from "../query.ts";
import { judge, judged, type Verdict } from "./amounts.ts";
import { boundsOf, figuresWhere, isFormal, isSound, isWholeCluster, SIZES } from "./figures.ts";
import { type FigureRow, type Relations, sizeOf } from "./relations.ts";
import { type Entry, type FigureBestRows, type FigureListRows, type NoRows, nothing } from "./rows.ts";
import { constraints, scopeOf } from "./scope.ts";
import { isRate, partOf } from "./sides.ts";
import { universe, type Want } from "./universe.ts";

const wantOf = ({ want }: Query): Want => (want === "city" ? "city" : "cluster");

/** 哪些集群目标过万亿. */
export function list(relations: Relations, query: Query): FigureListRows | NoRows {
  const want = wantOf(query);
  const bounds = boundsOf(constraints(query));
  const judgeEntry = ({ row }: Entry): Verdict | undefined =>
    bounds.length === 0 ? "yes" : judge(row, bounds);
  const known = perName(relations, query, want).filter((e) => judgeEntry(e) !== undefined);
  if (known.length === 0) return nothing(query);
  const those = (wanted: Verdict): Entry[] =>
    known.filter((e) => judged(judgeEntry(e) ?? "unsaid", query).verdict === wanted);
  return {
    kind: "figure-list",
    scope: scopeOf(query),
    want,
    entries: bySize(those("yes"), "max"),
    unsure: those("unsaid"),
    counted: query.op === "count",
    negated: query.negated,
    known: bySize(known, "max"),
    total: universe(relations, query, want).length,
  };
}

/** 哪个集群目标最大: over every cluster or city that has such a figure. */
export function best(relations: Relations, query: Query): FigureBestRows | NoRows {
  const want = wantOf(query);
  const isClaim = query.op === "verify";
  const open: Query = isClaim ? { ...query, where: without(query.where, want), claim: [] } : query;
  const { entries, assumed } = alike(relations, open, want);
  const extreme = query.extreme ?? "max";
  if (entries.length === 0) return nothing(query);
  return {
    kind: "figure-best",
    scope: scopeOf(query),
    want,
    extreme,
    entries: bySize(entries, extreme),
    total: universe(relations, open, want).length,
    comparable: new Set(entries.map((e) => kindOf(e.row))).size === 1,
    unlike: unlikeIn(relations, entries),
    assumed,
    top: query.expected ?? 1,
    nth: Math.min(query.nth ?? 1, entries.length),
    claimed: isClaim ? named(constraints(query), want) : undefined,
    negated: query.negated,
  };
}

/** The figures each cluster or city may be held against, the best one of what is asked first. */
function rowsOf(relations: Relations, query: Query, want: Want, name: string): FigureRow[] {
  const rest = without(constraints(query), "value", "class", want);
  return figuresWhere(relations, [...rest, { dim: want, in: [name] }]).filter(
    (r) => isOwn(r, want) && isSound(r) && isFormal(r),
  );
}

function perName(relations: Relations, query: Query, want: Want): Entry[] {
  return universe(relations, query, want).flatMap((name) => {
    const [row] = rowsOf(relations, query, want, name);
    return row && isSize(row, query) ? [{ name, row }] : [];
  });
}

/** Of the whole cluster or city alone, not of a part of it. */
const isOwn = (row: FigureRow, want: Want): boolean =>
  want === "city" ? row.cities.length === 1 : isWholeCluster(row) && row.clusters.length === 1;

/** Where no measure is named, sizes are meant: never an export or an investment beside a revenue. */
function isSize({ measure, amount }: FigureRow, query: Query): boolean {
  const filters = constraints(query);
  const bases = boundsOf(filters).map((b) => b.amount.base);
  return (
    named(filters, "measure").length > 0 ||
    SIZES.includes(measure) ||
    (!bases.includes("元") && bases.some((base) => base === amount?.base))
  );
}

const bySize = (entries: readonly Entry[], extreme: "max" | "min"): Entry[] => {
  const sign = extreme === "max" ? -1 : 1;
  return entries.toSorted((a, b) => sign * (sizeOf(a.row) - sizeOf(b.row)));
};

/** Rates of other times, or of other things, are no ranking; nor is what came about in half a year beside a whole one. */
function unlikeIn(relations: Relations, entries: readonly Entry[]): FigureBestRows["unlike"] {
  const rows = entries.map((e) => e.row);
  const differ = (of: (row: FigureRow) => unknown): boolean => new Set(rows.map(of)).size > 1;
  const rates = rows.some(isRate);
  const found: [FigureBestRows["unlike"][number], boolean][] = [
    ["year", rates && differ((r) => r.figure.year)],
    ["of", differ((r) => r.figure.period)],
    ["part", rates && differ((r) => partOf(relations, r))],
  ];
  return found.flatMap(([name, holds]) => (holds ? name : []));
}

/** Only like is ranked with like: status, year, unit and measure. */
const kindOf = ({ status, figure, amount, measure }: FigureRow): string =>
  [status, figure.year, amount?.base, measure].join(" ");

/**
 * Where no year, measure or status is asked, figures of the kind most of them have: whoever is told the ranking is told
 * of what it is.
 */
function alike(relations: Relations, query: Query, want: Want): { entries: Entry[]; assumed: boolean } {
  const asks = (dim: Dim): boolean => constraints(query).some((f) => f.dim === dim);
  if (asks("year") && asks("measure")) return { entries: perName(relations, query, want), assumed: false };
  const all = universe(relations, query, want).flatMap((name) =>
    firstOfEach(rowsOf(relations, query, want, name).filter((row) => isSize(row, query))).map((row) => ({
      name,
      row,
    })),
  );
  const kinds = [...groupBy(all, (e) => [kindOf(e.row)]).values()];
  const entries = kinds.toSorted((a, b) => b.length - a.length)[0] ?? [];
  return { entries, assumed: !asks("status") || !asks("year") };
}

const firstOfEach = (rows: readonly FigureRow[]): FigureRow[] =>
  [...groupBy(rows, (row) => [kindOf(row)]).values()].flatMap(([first]) => first ?? []);
