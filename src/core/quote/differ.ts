/** Where a passage says otherwise than a fact: another value of the same figure, another tier of the same city. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Fact, Figure, Tier } from "../../dataset/schema.ts";
import { equal, type Quantity, quantity, sameBase } from "../../text/units.ts";
import type { Reader } from "../read/read.ts";
import { allNames, isOfCluster, type ReadPassage, sensesIn, type Words, yearsIn } from "./reading.ts";
import { shownOf } from "./passage.ts";

/** What has to be named where such a passage is looked up, and whether one says otherwise. */
export interface Rival {
  asked: readonly (readonly string[])[];
  differs: (read: ReadPassage) => boolean;
}

/** A fact about several clusters, or about a part of one, is told by no passage in a way that can be held against it. */
export function rivalsOf(dataset: Dataset, reader: Reader, fact: Fact): Rival[] {
  const [cluster, ...others] = fact.clusters;
  if (cluster === undefined || others.length > 0 || fact.background === true) return [];
  const names = allNames(dataset.aliases.clusters, cluster);
  return [
    ...(fact.figures ?? []).flatMap((figure) => figureRival(dataset, reader, fact, figure, cluster, names)),
    ...roleRivals(dataset, reader, fact, cluster, names),
  ];
}

const wordsOf = (reader: Reader, text: string): Words => ({ squeezed: text, tokens: reader.scan(text) });

// Figures --------------------------------------------------------------------------------------------------------------

/** Of a part, of a part of the year, of how often something is said: too easily taken for the whole. */
const isPlain = ({ of, period, series, cities }: Figure): boolean =>
  of === undefined && period === undefined && series === undefined && cities === undefined;

function figureRival(
  { words }: Dataset,
  reader: Reader,
  fact: Fact,
  figure: Figure,
  cluster: string,
  names: readonly string[],
): Rival[] {
  const { value, unit = "", measure, year, status } = figure;
  const measures = words.measures[measure] ?? [];
  if (value === undefined || !isPlain(figure) || fact.cities.length > 0 || measures.length === 0) return [];
  const own = quantity(value, unit);
  const isOther = (sentence: Words): boolean =>
    isOfOneYear(sentence, year) &&
    isOfOneMeasure(sentence, measure) &&
    sensesIn(sentence, "city").length === 0 &&
    sensesIn(sentence, "cluster").every(({ how }) => how !== "part") &&
    (status === "target") === sensesIn(sentence, "status").some((s) => s.status === "target") &&
    isOtherAmount(sentence, own);
  return [
    {
      asked: [names, measures, [String(year)]],
      differs: (read) =>
        isOfCluster(read, cluster) &&
        sentencesOf(read, /[。；;！\n]/u).some((text) => isOther(wordsOf(reader, text))),
    },
  ];
}

const sentencesOf = ({ cited }: ReadPassage, end: RegExp): string[] =>
  shownOf(cited.passage)
    .split(end)
    .filter((text) => text.trim() !== "");

const isOfOneYear = (sentence: Words, year: number): boolean =>
  new Set(yearsIn(sentence)).size === 1 && yearsIn(sentence).includes(String(year));

const isOfOneMeasure = (sentence: Words, measure: string): boolean => {
  const named = sensesIn(sentence, "measure").map((sense) => sense.measure);
  return named.length > 0 && named.every((one) => one === measure);
};

function isOtherAmount(sentence: Words, own: Quantity): boolean {
  const amounts = sensesIn(sentence, "amount")
    .map(({ value, unit }) => quantity(value, unit))
    .filter(({ base }) => base !== "" && sameBase(own, { value: 0, base }));
  return amounts.length > 0 && amounts.every(({ value }) => !equal(value, own.value));
}

// Roles ----------------------------------------------------------------------------------------------------------------

const RANKS: ReadonlySet<Tier> = new Set(["core", "key", "base", "support", "listed"]);

function roleRivals(
  { words, aliases }: Dataset,
  reader: Reader,
  { role, cities }: Fact,
  cluster: string,
  names: readonly string[],
): Rival[] {
  if (!role || !RANKS.has(role.tier) || role.part !== undefined) return [];
  const tiers = [...RANKS].flatMap((tier) => words.tiers[tier] ?? []);
  return cities.map((city) => ({
    asked: [names, allNames(aliases.cities, city), tiers],
    differs: (read) =>
      isOfCluster(read, cluster) &&
      sentencesOf(read, /[，,。；;！\n]/u).some((text) =>
        isOtherTier(wordsOf(reader, text), city, role.tier),
      ),
  }));
}

/** 以广州、深圳为核心: one clause, one tier. */
function isOtherTier(clause: Words, city: string, tier: Tier): boolean {
  const tiers = new Set(sensesIn(clause, "tier").map((sense) => sense.tier));
  const isNamed = sensesIn(clause, "city").some(({ id }) => id === city);
  const [only] = tiers;
  return isNamed && tiers.size === 1 && only !== undefined && RANKS.has(only) && only !== tier;
}
