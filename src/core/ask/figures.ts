/** Questions about figures: which rows carry the asked one, best first, and the nearest where none does. */
import type { Measure, Status } from "../../dataset/schema.ts";
import {
  type Bound,
  type Dim,
  excluded,
  type Filter,
  isMembers,
  named,
  type Query,
  without,
} from "../query.ts";
import { figureTest } from "./match.ts";
import type { FigureRow, Relations } from "./relations.ts";
import { constraints } from "./scope.ts";
import { sameThing } from "./wording.ts";

/** Counts of things are asked for by name, never by 多少. */
export const COUNTS: ReadonlySet<Measure> = new Set(["mentions", "count"]);
/** How big is it: near enough to offer one for another, saying so. */
export const SIZES: readonly Measure[] = ["revenue", "scale", "output-value"];
const MEASURES: readonly Measure[] = [...SIZES, "value-added", "growth", "output"];
const STATUSES: readonly Status[] = ["result", "target", "base", "threshold"];

export const boundsOf = (filters: readonly Filter[]): Bound[] =>
  filters.flatMap((f) => (f.dim === "value" ? [f] : []));

export const isSameMeasure = (a: Measure, b: Measure): boolean =>
  a === b || (SIZES.includes(a) && SIZES.includes(b));

/** Figures of the same thing: measure, year, status, part and time alike. */
export const isAlike = (a: FigureRow, b: FigureRow): boolean =>
  a.status === b.status &&
  isSameMeasure(a.measure, b.measure) &&
  a.figure.year === b.figure.year &&
  isSameOf(a.figure.of, b.figure.of) &&
  a.counted.join() === b.counted.join() &&
  a.figure.period === b.figure.period;

const isSameOf = (a: string | undefined, b: string | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && (a.includes(b) || b.includes(a)));

export const isWholeCluster = (row: FigureRow): boolean => row.cities.length === 0 && !row.regional;

/** A figure to compute with: an amount that nobody disputes. */
export const isSound = (row: FigureRow): boolean => !row.fact.disputed && row.amount !== undefined;

export const isFormal = (row: FigureRow): boolean => row.giver !== "draft";

/**
 * Rows about exactly what is named: cluster and city, cluster, city, class, or the whole; that pass every filter but
 * the bounds, which are judged, not filtered by; best first.
 */
export function figuresWhere(relations: Relations, filters: readonly Filter[]): FigureRow[] {
  const plain = filters.filter(isMembers);
  const fits = figureTest(without(plain, "class"));
  const isMeant = asked(filters);
  const keysOf = preference(plain);
  return subjectRows(relations, plain)
    .filter((row) => isMeant(row) && fits(row))
    .map((row) => ({ row, keys: keysOf(row) }))
    .toSorted((a, b) => firstDifference(a.keys, b.keys))
    .map(({ row }) => row);
}

function subjectRows(relations: Relations, filters: readonly Filter[]): readonly FigureRow[] {
  const { figures, figuresOfCluster, figuresOfCity, figuresOfGroups } = relations;
  const clusters = named(filters, "cluster");
  const cities = named(filters, "city");
  const isLeftOut = excluded(filters, "city").length > 0;
  if (clusters.length > 0) {
    const rows = [...new Set(clusters.flatMap((c) => figuresOfCluster.get(c) ?? []))];
    const wholly = cities.length === 0 && !isLeftOut;
    return rows.filter((r) => isWholeCluster(r) === wholly);
  }
  if (cities.length > 0) return [...new Set(cities.flatMap((c) => figuresOfCity.get(c) ?? []))];
  if (isLeftOut) return figures.filter((r) => r.cities.length > 0);
  const classes = named(filters, "class");
  if (classes.length > 0) return figuresOfGroups.filter((r) => classes.includes(r.group ?? ""));
  // Of nothing by name: what holds for a cluster is not said of the province.
  const isNamed = (["word", "part", "document", "series"] as const).some(
    (dim) => named(filters, dim).length > 0,
  );
  return isNamed && named(filters, "year").length > 0
    ? figures.filter((r) => r.cities.length === 0)
    : figuresOfGroups;
}

/** Figures of a city or the province, never of a cluster: told to whoever asks for them by name. */
const OF_PLACES: ReadonlySet<Measure> = new Set<Measure>(["gdp"]);

/** A criterion is no figure of a cluster, a count answers only whoever counts, a wider figure only whoever names it. */
function asked(filters: readonly Filter[]): (row: FigureRow) => boolean {
  const asks = (dim: Dim): boolean => named(filters, dim).length > 0;
  if (asks("word") || asks("part")) return () => true;
  if (asks("measure")) return ({ fact, measure }) => !fact.background || OF_PLACES.has(measure);
  const counts = asks("series");
  const criteria = boundsOf(filters).length > 0 || named(filters, "status").includes("threshold");
  return ({ fact, measure, status }) =>
    !fact.background && (counts || !COUNTS.has(measure)) && (criteria || status !== "threshold");
}

// Preference -------------------------------------------------------------------------------------------------------

const GIVER_RANK = { province: 0, report: 1, city: 1, draft: 3 } as const;

const rank = <T>(order: readonly T[], item: T): number => {
  const at = order.indexOf(item);
  return at < 0 ? order.length : at;
};

/** Undisputed, formal, of the asked whole, result before target, newest; a target by its document, newest edition first. */
function preference(filters: readonly Filter[]): (row: FigureRow) => number[] {
  const ofCluster = named(filters, "cluster").length > 0;
  const ofCity = named(filters, "city").length > 0;
  const statuses = named(filters, "status") as Status[];
  const isWhole = wholeness(filters);
  const keys = (row: FigureRow): number[] => [
    Number(row.fact.disputed ?? false),
    ofCluster || ofCity ? 0 : Number(row.group === undefined),
    ofCluster ? 0 : row.clusters.length,
    Number(!isFormal(row)),
    row.counted.length,
    isWhole(row),
    rank(statuses.length > 0 ? statuses : STATUSES, row.status),
    Number(row.figure.period !== undefined),
  ];
  const recency = ({ status, giver, figure, edition }: FigureRow): number[] =>
    status === "target" ? [GIVER_RANK[giver], -edition] : [-figure.year, GIVER_RANK[giver], -edition];
  return (row) => [...keys(row), ...recency(row)];
}

const firstDifference = (a: readonly number[], b: readonly number[]): number =>
  a.map((key, i) => key - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;

/** A figure of the whole before one of a part; of the asked part before all others. */
function wholeness(filters: readonly Filter[]): (row: FigureRow) => number {
  const isAnyMeasure = named(filters, "measure").length === 0;
  const parts = [...named(filters, "part"), ...named(filters, "word")];
  return ({ figure: { of }, measure }) => {
    const order = isAnyMeasure ? rank(MEASURES, measure) : 0;
    if (of === undefined) return order + 10;
    return parts.some((part) => sameThing(of, part)) ? order : order + 20;
  };
}

// The nearest ------------------------------------------------------------------------------------------------------

/** Dimensions given up one after the other where nothing is held, nearest first. */
const NEAR: readonly (readonly Dim[])[] = [
  ["word"],
  ["date"],
  ["period"],
  ["of"],
  ["year"],
  ["status"],
  ["year", "period"],
  ["measure"],
  ["document"],
  ["year", "status"],
  ["part"],
  ["of", "year"],
  ["measure", "year"],
  ["measure", "year", "status", "period"],
  ["document", "year", "status"],
  ["part", "year"],
  ["city"],
  ["city", "year"],
  ["series"],
  ["part", "series"],
  ["class"],
];

/** What a figure is asked of: where only a word tells that, it is not given up. */
const SUBJECT: readonly Dim[] = ["cluster", "city", "class", "part"];

/** The rows asked for, or those of the nearest question that has any: `relaxed` is what was given up for them. */
export function nearest(relations: Relations, query: Query): { rows: FigureRow[]; relaxed: Dim[] } {
  const filters = constraints(query);
  const has = (dim: Filter["dim"]): boolean => filters.some((f) => f.dim === dim);
  // A city may be left out only where its cluster stays.
  const isSubject = SUBJECT.some(has);
  const usable = NEAR.filter(
    (dims) =>
      dims.every(has) && (!dims.includes("city") || has("cluster")) && (!dims.includes("word") || isSubject),
  );
  for (const dims of [[], ...usable]) {
    const rows = figuresWhere(relations, without(filters, ...dims)).filter((r) => isKin(query, dims, r));
    if (rows.length > 0) return { rows, relaxed: [...dims] };
  }
  return { rows: [], relaxed: [] };
}

/** 产值 for 营收 is near; 出口额 for 营收 is not. Without the asked part, only the whole is near. A figure in doubt is never near. */
function isKin(query: Query, dims: readonly Dim[], { fact, measure, figure }: FigureRow): boolean {
  if (dims.length > 0 && fact.disputed) return false;
  const filters = constraints(query);
  const measures = [...(named(filters, "measure") as Measure[]), measure];
  if (dims.includes("measure") && !measures.every((m) => SIZES.includes(m))) return false;
  // Of one city's figures the claim is told whichever there is: it names its part.
  const isOfCity = query.op === "verify" && named(filters, "city").length > 0;
  return !dims.includes("part") || figure.of === undefined || isOfCity;
}
