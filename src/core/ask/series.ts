/** 万亿级 and other series: how many there were when, which came as the ninth, whether one is in it. */
import type { Fact } from "../../dataset/schema.ts";
import { named, only, type Query } from "../query.ts";
import { judged, type Verdict } from "./amounts.ts";
import { figuresWhere, SIZES } from "./figures.ts";
import { editionOf, type FigureRow, type Relations } from "./relations.ts";
import type { SeriesRows } from "./rows.ts";
import { constraints, scopeOf } from "./scope.ts";

/** @param query one whose `from` is series. */
export function selectSeries(relations: Relations, query: Query): SeriesRows {
  const filters = constraints(query);
  const [series = "trillion"] = named(filters, "series");
  const [place] = named(filters, "place").map(Number);
  const years = named(filters, "year");
  const ofYear = countsOf(relations, series, years, named(filters, "city"));
  // Where the asked year has none, those of other years are told, and decide nothing.
  const isOtherYear = years.length > 0 && ofYear.length === 0;
  const counts = isOtherYear
    ? nearestTo(years, countsOf(relations, series, [], named(filters, "city")))
    : ofYear;
  const members = membersOf(relations, series, named(filters, "cluster"), place);
  const plain = (): Verdict =>
    query.whole && series === "coverage"
      ? ofAll(counts, relations.dataset.clusters.length)
      : query.expected === undefined
        ? isMember(relations, query, members, place)
        : counted(query.expected, ofYear);
  return {
    kind: "series",
    listed: query.op === "list" && query.expected !== undefined,
    scope: scopeOf(query),
    counts,
    members,
    place,
    expected: query.expected,
    verdict: query.op === "verify" ? judged(plain(), query) : undefined,
  };
}

/** Counts of the whole province or of the asked cities, newest first; of the asked year where one is asked. */
const countsOf = (
  { figuresOfSeries }: Relations,
  series: string,
  years: readonly string[],
  cities: readonly string[],
): FigureRow[] =>
  (figuresOfSeries.get(series) ?? [])
    .filter(
      (r) =>
        (cities.length === 0 ? r.cities.length === 0 : cities.some((c) => r.cities.includes(c))) &&
        (years.length === 0 || years.includes(String(r.figure.year))),
    )
    .toSorted((a, b) => b.figure.year - a.figure.year || b.edition - a.edition);

/** The last before the asked year, then those after it. */
const nearestTo = (years: readonly string[], counts: readonly FigureRow[]): FigureRow[] => {
  const asked = Math.min(...years.map(Number));
  const isBefore = ({ figure }: FigureRow): boolean => figure.year < asked;
  return [...counts.filter(isBefore), ...counts.filter((r) => !isBefore(r)).toReversed()];
};

/** Facts that place a cluster in the series, the certain and newest first; then those that list its members. */
function membersOf(
  { dataset, ordinals, factsOfTopic }: Relations,
  series: string,
  clusters: readonly string[],
  place: number | undefined,
): Fact[] {
  const placed = ordinals
    .filter(
      ({ ordinal, clusters: own }) =>
        ordinal?.series === series &&
        (clusters.length === 0
          ? place === undefined || ordinal.place === place
          : clusters.some((c) => own.includes(c))),
    )
    .toSorted(
      (a, b) => Number(isHoped(a)) - Number(isHoped(b)) || editionOf(dataset, b) - editionOf(dataset, a),
    );
  if (place !== undefined) return placed;
  const topic = series === "national" ? "national" : "trillion";
  const listing = (factsOfTopic.get("membership") ?? []).filter(
    ({ topics, text }) =>
      topics.includes(topic) && clusters.every((c) => text.includes(c.replace(/产业$/, ""))),
  );
  return [...placed, ...listing];
}

/** 有望 is no yes. */
const isHoped = ({ ordinal }: Fact): boolean => ordinal?.expected ?? false;

/** Whether a count is that of all there are. */
const ofAll = ([first]: readonly FigureRow[], total: number): Verdict =>
  first === undefined ? "unsaid" : first.figure.value === total ? "yes" : "no";

/** By the newest count; an older one of that number leaves it a matter of when. */
function counted(expected: number, counts: readonly FigureRow[]): Verdict {
  const values = counts.map((r) => r.figure.value);
  if (values.length === 0) return "unsaid";
  return values[0] === expected ? "yes" : values.includes(expected) ? "unsaid" : "no";
}

const TRILLION = 1e12;

/** A place in the series, or a size over it. */
function isMember(
  relations: Relations,
  query: Query,
  members: readonly Fact[],
  place: number | undefined,
): Verdict {
  const certain = members.filter((f) => !isHoped(f));
  if (place !== undefined)
    return certain.some((f) => f.ordinal?.place === place) ? "yes" : certain.length > 0 ? "no" : "unsaid";
  const years = named(constraints(query), "year").map(Number);
  if (certain.length > 0)
    return certain.some((f) => years.every((y) => y >= firstYear(f))) ? "yes" : "unsaid";
  const sizes = figuresWhere(relations, [
    ...only(query.where, "cluster"),
    { dim: "status", in: ["result"] },
    { dim: "measure", in: SIZES },
  ]);
  const size = sizes.find((r) => r.figure.of === undefined && !r.fact.disputed)?.amount?.value ?? 0;
  return size >= TRILLION ? "yes" : "unsaid";
}

const firstYear = (fact: Fact): number =>
  Math.min(...(fact.figures ?? []).filter((f) => f.status === "result").map((f) => f.year));
