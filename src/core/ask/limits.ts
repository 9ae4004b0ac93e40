/**
 * What a figure is limited to: a district, a part, a half-year, a project since it began. It says yes or no only to a
 * claim that names that limit: a part's figure decides nothing about the whole, nor the other way round.
 */
import type { Measure } from "../../dataset/schema.ts";
import { named, type Query } from "../query.ts";
import type { FigureRow, Relations } from "./relations.ts";
import { constraints } from "./scope.ts";
import { oneSpelling, sameThing } from "./wording.ts";

/** How much there is; a share or a count says itself what it is of. */
const AMOUNTS: ReadonlySet<Measure> = new Set([
  "revenue",
  "value-added",
  "output-value",
  "scale",
  "output",
  "capacity",
  "installed",
  "exports",
  "profit",
  "investment",
  "gdp",
]);

/** Something is left of what the figure is of when all that the question names is taken away. */
export function isLimited(relations: Relations, query: Query, row: FigureRow): boolean {
  const { of, period } = row.figure;
  if (isOfMoreCities(query, row)) return true;
  if (period !== undefined && !named(constraints(query), "period").includes(period)) return true;
  if (row.status === "threshold") return !isCriterionAsked(query, row);
  if (!AMOUNTS.has(row.measure)) return false;
  if (of === undefined) return isWholeOf(query, row);
  return rest(of, namesIn(relations, query, row)) !== "";
}

/** What two cities have together is no figure of one of them. */
function isOfMoreCities(query: Query, { cities }: FigureRow): boolean {
  const asked = named(constraints(query), "city");
  return asked.length > 0 && cities.some((city) => !asked.includes(city));
}

/** A part is claimed of which the same fact has a figure of its own: this one is of the whole. */
function isWholeOf(query: Query, { fact }: FigureRow): boolean {
  const filters = constraints(query);
  const parts = [...named(filters, "part"), ...named(filters, "word")];
  return (fact.figures ?? []).some(({ of }) => of !== undefined && parts.some((part) => sameThing(of, part)));
}

/** A share is of something: where that is not named, another share may be meant. */
export function isOtherShare(relations: Relations, query: Query, row: FigureRow): boolean {
  const { of } = row.figure;
  return row.measure === "share" && of !== undefined && rest(of, namesIn(relations, query, row)) !== "";
}

/** What a cluster had to be to be chosen is no figure of all twenty. */
const isCriterionAsked = (query: Query, { group }: FigureRow): boolean =>
  named(constraints(query), "status").includes("threshold") ||
  named(constraints(query), "class").some((c) => c === group);

const plain = (text: string): string => oneSpelling(text).replaceAll(/[\p{P}\s]/gu, "");

/** The longest first, so that 产业 does not break 产业集群. */
const rest = (of: string, names: readonly string[]): string =>
  names
    .map(plain)
    .filter((name) => name !== "")
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, name) => left.replaceAll(name, ""), plain(of));

/** The words of a table that stand under these ids. */
const under = (
  table: Readonly<Record<string, readonly string[] | undefined>>,
  ids: readonly string[],
): string[] => ids.flatMap((id) => table[id] ?? []);

/** By what the question names it, with every other name of that, and words that limit nothing. */
function namesIn({ dataset: { aliases, words } }: Relations, query: Query, row: FigureRow): string[] {
  const filters = constraints(query);
  const of = (dim: "cluster" | "city" | "part" | "word" | "class" | "period" | "of"): string[] =>
    named(filters, dim);
  const known = (
    table: readonly { id: string; names: readonly string[] }[],
    ids: readonly string[],
  ): string[] => table.filter(({ id }) => ids.includes(id)).flatMap(({ id, names }) => [id, ...names]);
  const kin = aliases.clusters.filter(({ id }) => of("cluster").includes(id)).flatMap((c) => c.kin);
  return [
    ...known(aliases.clusters, of("cluster")),
    ...(of("part").length > 0 ? [] : kin),
    ...known(aliases.cities, row.cities),
    ...known(aliases.parts, of("part")),
    ...known(aliases.things, of("word")),
    ...of("part"),
    ...of("word"),
    ...under(words.classes, of("class")),
    ...under(words.measures, Object.keys(words.measures)),
    ...under(words.wholes, of("of")),
    ...under(words.periods, [row.figure.period ?? ""]),
    ...words.loose,
    ...(query.said ?? []),
  ];
}
