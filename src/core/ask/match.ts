/** Whether a row passes a filter. Here and nowhere else. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Fact } from "../../dataset/schema.ts";
import type { Whole } from "../../dataset/word-kinds.ts";
import { type Dim, type Filter, isMembers, isSet, type Members, named } from "../query.ts";
import { compareAmount } from "./amounts.ts";
import { type FigureRow, giverOf, type RoleRow } from "./relations.ts";
import { monthDay, monthOf, monthsIn, namesPart, sameThing, saysWord } from "./wording.ts";

type Test<Row> = (row: Row) => boolean;

/** How a row answers each dimension: by its values, or, where those are looked for in words, by a test of a wanted one. */
interface Reader<Row> {
  values: Partial<Record<Dim, (row: Row) => string | undefined | readonly string[]>>;
  says: Partial<Record<Dim, (wanted: string) => Test<Row>>>;
}

/** Looking for words in a text costs more than comparing ids. */
const COSTLY: ReadonlySet<string> = new Set(["word", "part"]);

/** All filters as one test, those that look into texts last. Made once, asked of every row. */
function testOf<Row>(filters: readonly Filter[], each: (filter: Filter) => Test<Row>): Test<Row> {
  const tests = filters
    .toSorted((a, b) => Number(COSTLY.has(a.dim)) - Number(COSTLY.has(b.dim)))
    .map((filter) => each(filter));
  return (row) => tests.every((test) => test(row));
}

function memberTest<Row>({ values, says }: Reader<Row>, { dim, in: wanted, not, each }: Members): Test<Row> {
  const read = values[dim];
  const isOneOf = (row: Row): boolean => {
    const own = read?.(row) ?? [];
    return typeof own === "string" ? wanted.includes(own) : wanted.some((w) => own.includes(w));
  };
  const test =
    says[dim] ??
    ((w: string) =>
      (row: Row): boolean =>
        [read?.(row) ?? []].flat().includes(w));
  const tests = wanted.map((w) => test(w));
  if (each) return (row) => tests.every((has) => has(row)) !== (not ?? false);
  const some = says[dim] ? (row: Row): boolean => tests.some((has) => has(row)) : isOneOf;
  return not ? (row) => !some(row) : some;
}

// Roles ------------------------------------------------------------------------------------------------------------

const ROLE: Reader<RoleRow> = {
  values: {
    cluster: (row) => row.cluster,
    city: (row) => row.city,
    class: (row) => row.class,
    tier: (row) => row.tier,
    stars: (row) => String(row.stars ?? ""),
    giver: (row) => row.giver,
    document: (row) => row.document,
    year: (row) => String(row.year),
  },
  says: {
    part: (part) => {
      const isNamed = namesPart(part);
      return (row) => isNamed(row.fact, row.cluster) || sameThing(row.part ?? "", part);
    },
    word: (word) => {
      const isSaid = saysWord(word);
      return (row) => isSaid(row.fact);
    },
  },
};

/** Roles have no amounts: none passes a bound. */
export const roleTest = (filters: readonly Filter[]): Test<RoleRow> =>
  testOf(filters, (filter) => (isMembers(filter) ? memberTest(ROLE, filter) : () => false));

// Figures ----------------------------------------------------------------------------------------------------------

const FIGURE: Reader<FigureRow> = {
  values: {
    cluster: (row) => row.clusters,
    city: (row) => row.cities,
    class: (row) => row.group,
    giver: (row) => row.giver,
    document: (row) => (row.counted.length > 0 ? row.counted : row.document),
    year: (row) => String(row.figure.year),
    measure: (row) => row.measure,
    status: (row) => row.status,
    period: (row) => row.figure.period ?? "whole",
    series: (row) => row.figure.series,
    topic: (row) => row.fact.topics,
  },
  says: {
    part: (part) => {
      const isNamed = namesPart(part);
      // 造车 530 万辆，其中新能源车 300 万辆: where a fact has a figure of the part, its others are of something else.
      const hasOwn = (fact: Fact): boolean => (fact.figures ?? []).some((f) => sameThing(f.of ?? "", part));
      return (row) => sameThing(row.figure.of ?? "", part) || (isNamed(row.fact) && !hasOwn(row.fact));
    },
    of: (whole) => (row) => row.measure !== "share" || row.wholes.some((w) => w === whole),
    word: (word) => {
      const isSaid = saysWord(word);
      return (row) => isSaid(row.fact);
    },
  },
};

export const figureTest = (filters: readonly Filter[]): Test<FigureRow> =>
  testOf(filters, (filter) => {
    if (!isMembers(filter)) return (row) => compareAmount(row, filter) === "yes";
    return isSet(filter) && !filter.not ? (row) => ofSet(row, filter) : memberTest(FIGURE, filter);
  });

/** A figure of a region is of the region as a whole, never of one of its cities. */
const ofSet = (row: FigureRow, { as, in: cities }: Members): boolean =>
  (row.fact.regions ?? []).some((region) => region === as) ||
  (row.cities.length > 1 &&
    row.cities.length === cities.length &&
    cities.every((c) => row.cities.includes(c)));

// Facts ------------------------------------------------------------------------------------------------------------

/** By whom the plan of a cluster was issued is told without a date too: to whoever asks for that cluster's. */
const issuedIn = (
  { words: { happenings } }: Dataset,
  { topics, clusters, text }: Fact,
  asked: readonly string[],
): string[] =>
  topics.includes("issuer") && clusters.some((cluster) => asked.includes(cluster))
    ? Object.entries(happenings).flatMap(([act, words]) => (words.some((w) => text.includes(w)) ? [act] : []))
    : [];

/** Whether a fact is told with one of these. */
const says =
  (surfaces: readonly string[] = []) =>
  ({ text }: Fact): boolean => {
    const told = text.replaceAll(" ", "");
    return surfaces.some((surface) => told.includes(surface));
  };

const factReader = (dataset: Dataset, asked: readonly string[]): Reader<Fact> => ({
  values: {
    cluster: (fact) => fact.clusters,
    tier: (fact) => fact.role?.tier,
    giver: (fact) => giverOf(dataset, fact),
    document: (fact) => fact.document,
    measure: (fact) => fact.figures?.map((f) => f.measure),
    status: (fact) => fact.figures?.map((f) => f.status),
    period: (fact) => fact.figures?.flatMap((f) => f.period ?? []),
    // Whatever else a fact tells, the number of its document is in it.
    topic: (fact) => (fact.numbers ? [...fact.topics, "docno"] : fact.topics),
    act: (fact) => [...(fact.dates ?? []).map((d) => d.act), ...issuedIn(dataset, fact, asked)],
    date: (fact) => [
      ...(fact.dates ?? []).flatMap((d) => [monthDay(d.date), monthOf(d.date)]),
      ...monthsIn(fact.text),
    ],
    place: (fact) => String(fact.ordinal?.place ?? ""),
    series: (fact) => [
      ...(fact.ordinal ? [fact.ordinal.series] : []),
      ...(fact.figures ?? []).flatMap((f) => f.series ?? []),
      // 万亿级, 国家级集群 are topics too.
      ...fact.topics,
    ],
    number: (fact) => fact.numbers?.map((n) => n.replaceAll(" ", "")),
  },
  says: {
    city: (city) => {
      const region = dataset.city.get(city)?.region;
      return (fact) =>
        fact.cities.includes(city) || (region !== undefined && (fact.regions?.includes(region) ?? false));
    },
    class: (wanted) => (fact) =>
      fact.group === wanted || fact.clusters.some((c) => dataset.cluster.get(c)?.class === wanted),
    year: (year) => (fact) =>
      fact.text.includes(year) ||
      (fact.figures ?? []).some((f) => String(f.year) === year) ||
      (fact.dates ?? []).some((d) => d.date.startsWith(year)),
    stars: (stars) => says(dataset.words.stars[stars]),
    part: namesPart,
    of: (whole) => says(dataset.words.wholes[whole as Whole]),
    word: (word) => saysWord(word, dataset.longerNames.get(word)),
  },
});

/** Facts as a relation of their own: whatever they are about, and the words they hold. */
export function factTest(dataset: Dataset, filters: readonly Filter[]): Test<Fact> {
  const reader = factReader(dataset, named(filters, "cluster"));
  return testOf(filters, (filter) => {
    if (!isMembers(filter)) return (fact) => (fact.figures ?? []).length > 0;
    const isMember = memberTest(reader, filter);
    const { as, not } = filter;
    return isSet(filter) && as !== undefined && !not
      ? (fact) => isMember(fact) || fact.text.includes(as)
      : isMember;
  });
}
