/** Whether a row passes a filter. Here and nowhere else. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Fact } from "../../dataset/schema.ts";
import { type Dim, type Filter, isMembers, type Members } from "../query.ts";
import { compareAmount } from "./amounts.ts";
import { type FigureRow, giverOf, type RoleRow } from "./relations.ts";
import { monthDay, namesPart, sameThing, saysWord } from "./wording.ts";

/** How a row answers a dimension: its values, or a test for those that are looked for in words. */
type Values = readonly string[] | ((wanted: string) => boolean);
type Readers<Row> = Partial<Record<Dim, (row: Row) => Values>>;

/** Looking for words in a text costs more than comparing ids. */
const COSTLY: ReadonlySet<string> = new Set(["word", "part"]);

/** The same filters, those that look into texts last. */
export const cheapFirst = (filters: readonly Filter[]): Filter[] =>
  filters.toSorted((a, b) => Number(COSTLY.has(a.dim)) - Number(COSTLY.has(b.dim)));

const present = (value: string | undefined): string[] => (value === undefined ? [] : [value]);

function passes<Row>(readers: Readers<Row>, row: Row, filter: Members): boolean {
  const values = readers[filter.dim]?.(row) ?? [];
  const has = typeof values === "function" ? values : (wanted: string): boolean => values.includes(wanted);
  if (filter.not) return !filter.in.some(has);
  return filter.each ? filter.in.every(has) : filter.in.some(has);
}

// Roles ------------------------------------------------------------------------------------------------------------

const ROLE: Readers<RoleRow> = {
  cluster: (row) => [row.cluster],
  city: (row) => [row.city],
  class: (row) => [row.class],
  tier: (row) => [row.tier],
  giver: (row) => [row.giver],
  document: (row) => [row.document],
  year: (row) => [String(row.year)],
  part: (row) => (part) => namesPart(row.fact, part) || sameThing(row.part ?? "", part),
  word: (row) => (word) => saysWord(row.fact, word),
};

export const roleFits = (row: RoleRow, filters: readonly Filter[]): boolean =>
  filters.every((filter) => isMembers(filter) && passes(ROLE, row, filter));

// Figures ----------------------------------------------------------------------------------------------------------

const FIGURE: Readers<FigureRow> = {
  cluster: (row) => row.clusters,
  city: (row) => row.cities,
  class: (row) => present(row.group),
  giver: (row) => [row.giver],
  document: (row) => (row.counted.length > 0 ? row.counted : [row.document]),
  year: (row) => [String(row.figure.year)],
  measure: (row) => [row.measure],
  status: (row) => [row.status],
  period: (row) => [row.figure.period ?? "whole"],
  series: (row) => present(row.figure.series),
  part: (row) => (part) => sameThing(row.figure.of ?? "", part) || namesPart(row.fact, part),
  word: (row) => (word) => saysWord(row.fact, word),
  topic: (row) => row.fact.topics,
};

export const figureFits = (row: FigureRow, filters: readonly Filter[]): boolean =>
  filters.every((filter) => {
    if (!isMembers(filter)) return compareAmount(row, filter) === "yes";
    return isSet(filter) ? ofSet(row, filter) : passes(FIGURE, row, filter);
  });

const isSet = (filter: Members): boolean => filter.dim === "city" && filter.as !== undefined && !filter.not;

/** A figure of a region is of the region as a whole, never of one of its cities. */
const ofSet = (row: FigureRow, { as, in: cities }: Members): boolean =>
  (row.fact.regions ?? []).some((region) => region === as) ||
  (row.cities.length > 1 &&
    row.cities.length === cities.length &&
    cities.every((c) => row.cities.includes(c)));

// Facts ------------------------------------------------------------------------------------------------------------

interface FactRow {
  dataset: Dataset;
  fact: Fact;
}

const FACT: Readers<FactRow> = {
  cluster: ({ fact }) => fact.clusters,
  city: (row) => (city) => row.fact.cities.includes(city) || inRegion(row, city),
  class: ({ dataset, fact }) => [
    ...present(fact.group),
    ...fact.clusters.flatMap((c) => dataset.cluster.get(c)?.class ?? []),
  ],
  tier: ({ fact }) => present(fact.role?.tier),
  giver: ({ dataset, fact }) => [giverOf(dataset, fact)],
  document: ({ fact }) => [fact.document],
  year:
    ({ fact }) =>
    (year) =>
      fact.text.includes(year) ||
      (fact.figures ?? []).some((f) => String(f.year) === year) ||
      (fact.dates ?? []).some((d) => d.date.startsWith(year)),
  measure: ({ fact }) => (fact.figures ?? []).map((f) => f.measure),
  status: ({ fact }) => (fact.figures ?? []).map((f) => f.status),
  period: ({ fact }) => (fact.figures ?? []).flatMap((f) => f.period ?? []),
  topic: ({ fact }) => fact.topics,
  act: ({ fact }) => (fact.dates ?? []).map((d) => d.act),
  date: ({ fact }) => (fact.dates ?? []).map((d) => monthDay(d.date)),
  place: ({ fact }) => [String(fact.ordinal?.place ?? "")],
  series: ({ fact }) => present(fact.ordinal?.series),
  number: ({ fact }) => (fact.numbers ?? []).map((n) => n.replaceAll(" ", "")),
  part:
    ({ fact }) =>
    (part) =>
      namesPart(fact, part),
  word:
    ({ dataset, fact }) =>
    (word) =>
      saysWord(fact, word, dataset.longerNames.get(word)),
};

/** Facts as a relation of their own: whatever they are about, and the words they hold. */
export const factFits = (dataset: Dataset, fact: Fact, filters: readonly Filter[]): boolean =>
  filters.every((filter) => {
    if (!isMembers(filter)) return (fact.figures ?? []).length > 0;
    return passes(FACT, { dataset, fact }, filter) || (isSet(filter) && fact.text.includes(filter.as ?? ""));
  });

function inRegion({ dataset, fact }: FactRow, city: string): boolean {
  const region = dataset.city.get(city)?.region;
  return region !== undefined && (fact.regions?.includes(region) ?? false);
}
