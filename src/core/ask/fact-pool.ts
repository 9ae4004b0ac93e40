/** Which facts a question about what else the documents say can be answered from, best first. */
import { type Fact, type Topic, WHOLE } from "../../dataset/schema.ts";
import { excluded, type Filter, isMembers, named, type Query, without } from "../query.ts";
import { factTest } from "./match.ts";
import { editionOf, giverOf, type Relations } from "./relations.ts";
import { likeness, terms } from "./search.ts";
import { namesPart } from "./wording.ts";

/** What holds for all clusters holds for one; other topics are never widened. */
const GENERAL: ReadonlySet<string> = new Set<Topic>([
  "date",
  "issuer",
  "document",
  "period",
  "levels",
  "mechanism",
  "position",
  "threshold",
  "press",
]);

/** A fact about this many clusters is about none of them in particular. */
const MANY = 8;

/**
 * Facts about what is named that pass every filter, the likest to the question first.
 * @param asked whether the policy as a whole is meant, and what is wanted of the facts.
 */
export function factsWhere(
  relations: Relations,
  filters: readonly Filter[],
  text: string,
  { policy, op, said = [] }: Partial<Pick<Query, "policy" | "op" | "said">> = {},
): Fact[] {
  const { dataset } = relations;
  const own = ownFacts(relations, filters, policy ?? false).filter(factTest(dataset, filters));
  const facts = own.length > 0 || !isGeneral(filters) ? own : generalFacts(relations, filters);
  const score = scorer(relations, filters, facts, text, op, said);
  const scores = new Map(facts.map((f) => [f, score(f)]));
  return facts.toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
}

const isGeneral = (filters: readonly Filter[]): boolean =>
  named(filters, "topic").some((t) => GENERAL.has(t)) &&
  named(filters, "city").length === 0 &&
  named(filters, "cluster").length > 0;

/** What is said of all clusters, or of the class of those named. */
function generalFacts({ dataset }: Relations, filters: readonly Filter[]): Fact[] {
  const classes = named(filters, "cluster").map((c) => dataset.cluster.get(c)?.class ?? "");
  const groups = new Set([WHOLE, ...classes]);
  const isWide = factTest(dataset, without(filters, "cluster", "class"));
  return dataset.grouped.filter((f) => groups.has(f.group ?? "") && f.cities.length === 0 && isWide(f));
}

/** Facts that may pass, the fewest: those with one of the words, or those about the cities. */
function candidates({ dataset, holders }: Relations, filters: readonly Filter[]): readonly Fact[] {
  const pools = filters.filter(isMembers).flatMap(({ dim, in: wanted, not, as }) => {
    if (not || as !== undefined) return [];
    if (dim === "word") return [wanted.flatMap((word) => holders.of(word))];
    const ofCities = wanted.flatMap((city) => dataset.factsOfCity.get(city) ?? []);
    return dim === "city" ? [[...ofCities, ...dataset.ofRegions]] : [];
  });
  const [fewest] = pools.toSorted((a, b) => a.length - b.length);
  return fewest ? [...new Set(fewest)] : dataset.facts;
}

/** A fact about so many clusters is about none of them; facts of the whole come where nothing is named. */
function ownFacts(relations: Relations, filters: readonly Filter[], whole: boolean): readonly Fact[] {
  const { dataset } = relations;
  const clusters = named(filters, "cluster");
  const classes = named(filters, "class");
  const count = (dim: "word" | "number" | "city" | "act"): number => named(filters, dim).length;
  const worded = count("word") + count("number") > 0;
  if (clusters.length > 0) {
    const facts = new Set(clusters.flatMap((c) => dataset.factsOfCluster.get(c) ?? []));
    return [...facts].filter((f) => f.clusters.length < MANY && !f.topics.includes("membership"));
  }
  if (whole && count("city") === 0)
    return dataset.grouped.filter((f) => dataset.document.get(f.document)?.policy);
  if (count("city") + excluded(filters, "city").length > 0 || worded) return candidates(relations, filters);
  if (classes.length > 0) return dataset.grouped.filter((f) => classes.includes(f.group ?? ""));
  // Whose name changed is asked, and told of one cluster.
  const isOfOne = count("act") > 0 || named(filters, "topic").includes("naming");
  return isOfOne ? dataset.facts : dataset.grouped;
}

/** Undisputed, under more of the asked topics, of the asked part, a document's own words, like the question. */
function scorer(
  { dataset }: Relations,
  filters: readonly Filter[],
  facts: readonly Fact[],
  text: string,
  op: Query["op"] | undefined,
  said: readonly string[],
): (fact: Fact) => number {
  const asked = new Set(terms(text));
  const topics = named(filters, "topic");
  const parts = named(filters, "part").map(namesPart);
  const measures = named(filters, "measure");
  // A question that asks for no amount is answered by a sentence without one, if there is one.
  const worded = op === "list" && !topics.some((t) => COUNTED.has(t)) && !isFigure(filters);
  const repeated = new Set(facts.flatMap((f) => f.agrees ?? []));
  return (f) =>
    (f.disputed ? -100 : 0) +
    GIVER_SCORE[giverOf(dataset, f)] +
    f.topics.filter((t) => topics.includes(t)).length * 12 +
    (topics.includes(f.topics[0] ?? "") ? 4 : 0) +
    (worded && f.topics[0] === "figure" ? -6 : 0) +
    (op === "count" ? counted(f, text) : 0) +
    (parts.some((isNamed) => isNamed(f)) ? 20 : 0) +
    (measures.some((m) => f.figures?.some((g) => g.measure === m)) ? 8 : 0) +
    (f.paragraph === undefined ? 0 : 5) +
    said.filter((word) => f.text.includes(word)).length * 4 +
    likeness(f, asked) / 2 -
    (repeated.has(f.id) ? 3 : 0) -
    f.clusters.length / 10 +
    (editionOf(dataset, f) - 2020) / 20;
}

const isFigure = (filters: readonly Filter[]): boolean =>
  filters.some(({ dim }) => dim === "measure" || dim === "status" || dim === "value" || dim === "series");

/** A number of things, better in the unit that was asked for: 几个, 多少条. */
const counted = ({ figures = [], topics }: Fact, text: string): number => {
  const count = figures.find((g) => g.measure === "count");
  if (count === undefined) return 0;
  return (text.includes(count.unit ?? "") ? 10 : 4) - topics.length / 5 + (count.year - 2020) / 2;
};

/** Topics whose facts are told in numbers. */
const COUNTED: ReadonlySet<string> = new Set<Topic>([
  "figure",
  "threshold",
  "mention",
  "projects",
  "trillion",
  "rating",
  "national",
  "funding",
]);

const GIVER_SCORE = { province: 5, city: 0, report: 0, draft: -30 } as const;
