/** Figures of a sentence: measure, value, year, bound, and whose they are. */
import type { Extraction } from "../../dataset/extraction.ts";
import type { Imported, Passage } from "../../dataset/passages.ts";
import type { Figure } from "../../dataset/schema.ts";
import { createAmounts } from "./amounts.ts";
import { createJudge } from "./doubts.ts";
import { createMeasures } from "./measures.ts";
import type { Measured } from "./measured.ts";
import type { Names } from "./names.ts";
import { aboutOf } from "./place.ts";
import { createPlain } from "./plain.ts";
import type { Found } from "./proposal.ts";
import type { Sentence } from "./tidy.ts";
import { createOwner } from "./whose.ts";
import { createStatus, createYears, yearBefore, type YearSaid } from "./years.ts";

export type ReadFigures = (imported: Imported, passage: Passage, sentence: Sentence) => Found[];

/** A figure with the cities it is of and what is doubtful of it alone. */
interface Read {
  figure: Figure;
  cities: readonly string[];
  clusters: readonly string[];
  doubts: readonly string[];
}

export function createFigures(names: Names, words: Extraction): ReadFigures {
  const amounts = createAmounts(words);
  const measure = createMeasures(names, words);
  const judge = createJudge([...words.doubts, ...words.figureDoubts]);
  const statusOf = createStatus(words);
  const yearsIn = createYears(words);
  const ownerOf = createOwner(names, words);
  const refers = new RegExp(words.figures.refers.join("|"), "u");
  const plain = createPlain(words, names.parts);

  /** Behind a semicolon the year before it holds on. */
  const yearsOf = ({ text, lead }: Sentence, imported: Imported): YearSaid[] => {
    const own = yearsIn(text, imported);
    const held = yearsIn(lead, imported).slice(-1);
    return own.length > 0 ? own : held.map((year) => ({ ...year, at: -1 }));
  };

  /** With the figures it goes on from; of two before it it is not plain which is meant. */
  const measuredIn = ({ text, lead, before }: Sentence): Measured[] => {
    const context = refers.test(text) ? before : lead;
    const all = measure(`${context}${text}`, amounts(`${context}${text}`));
    const found = all.filter(({ at }) => at >= context.length);
    const several = context !== lead && all.length - found.length > 1;
    return found.map((one) => ({
      ...one,
      at: one.at - context.length,
      doubts: [...one.doubts, ...(several ? ["which figure it goes on from is not plain"] : [])],
    }));
  };

  /** Undefined where its year or its owner is not told. */
  const readOne = (
    one: Measured,
    { text, lead }: Sentence,
    [imported, passage]: readonly [Imported, Passage],
    said: number | undefined,
  ): Read | undefined => {
    const before = `${lead}${text.slice(0, one.at)}`;
    const [named, unsure] = one.cities.length > 0 ? [one.cities, []] : namedBefore(names, text, one.at);
    const silent = named.length === 0 && unsure.length === 0;
    const cities = silent ? ownerOf(imported, passage, before) : named;
    if (said === undefined || cities === undefined) return undefined;
    const status = startsAt(text, one.at) ? "base" : statusOf(imported, passage, `${lead}${text}`, said);
    return {
      figure: figureOf(one, said, status ?? "target"),
      cities,
      clusters: one.clusters,
      doubts: [
        ...one.doubts,
        ...unsure,
        ...plain.year(before),
        ...(one.yearly && status === "target" ? ["over which years it grows is not told"] : []),
        ...(status === undefined ? ["whether it is aimed at or reached is not told"] : []),
      ],
    };
  };

  /** Of no cluster and no city it is of nothing, unless one cluster alone makes what is measured. */
  const placed = (read: Read, around: readonly string[]): Read[] => {
    const clusters = read.clusters.length > 0 ? read.clusters : around;
    if (clusters.length > 0 || read.cities.length > 0) return [{ ...read, clusters }];
    const maker = names.clusterMaking(read.figure.of ?? "");
    const doubts = [...read.doubts, "its cluster is told by its product alone"];
    return maker === undefined ? [] : [{ ...read, clusters: [maker], doubts }];
  };

  return (imported, passage, sentence) => {
    const { raw, text } = sentence;
    const years = yearsOf(sentence, imported);
    const measured = measuredIn(sentence);
    const doubts = measured.length === 0 || years.length === 0 ? undefined : judge(text);
    if (doubts === undefined) return [];
    const yearOf = (one: Measured): number | undefined =>
      one.year ?? yearBefore(years, one.at)?.year ?? yearBehind(years, text, one, measured);
    const read = measured.flatMap((one) => readOne(one, sentence, [imported, passage], yearOf(one)) ?? []);
    const about = aboutOf(names, imported, passage, without(text, measured));
    const all = read.flatMap((one) => placed(one, about.clusters));
    return together(all).map(({ figures, cities, clusters, doubts: alone }) => ({
      content: { clusters: [...clusters], cities: [...cities], topics: ["figure"], figures },
      sentence: raw,
      doubts: [...new Set([...doubts, ...alone, ...(clusters === about.clusters ? about.doubts : [])])],
    }));
  };
}

/** A sentence without the names of what is measured, which are not what it is about. */
const without = (text: string, measured: readonly Measured[]): string =>
  measured.flatMap(({ of }) => of ?? []).reduce((left, part) => left.replace(part, ","), text);

/** 由 2020 年的 3200 亿元提高到 …: how things stood. */
const startsAt = (text: string, at: number): boolean => /[由从]20\d\d年的?$/u.test(text.slice(0, at));

/** 年均增长 10%，到 2025 年突破 3500 亿元: growth up to the year that what grows has its amount in. */
function yearBehind(
  years: readonly YearSaid[],
  text: string,
  { at, through }: Measured,
  all: readonly Measured[],
): number | undefined {
  const [only, ...others] = years;
  if (!through || only === undefined || others.length > 0 || only.at < at) return undefined;
  const goesOn = all.find((one) => one.at > at)?.again === true;
  return goesOn && /[到至]$/u.test(text.slice(0, only.at)) ? only.year : undefined;
}

const figureOf = (
  { measure, value, unit, words, bound, of }: Measured,
  year: number,
  status: Figure["status"],
): Figure => ({
  measure,
  status,
  ...(value !== undefined && { value }),
  ...(unit !== undefined && { unit }),
  ...(words !== undefined && { words }),
  year,
  ...(bound !== undefined && { bound }),
  ...(of !== undefined && { of }),
});

/** A city that begins the sentence is what it is about; one that stands elsewhere before the figure may be. */
function namedBefore(
  names: Names,
  text: string,
  at: number,
): readonly [readonly string[], readonly string[]] {
  const { text: signs, listOf } = names.sign(text.slice(0, at));
  const lists = [...signs].flatMap((sign) => listOf(sign) ?? []);
  const [first] = lists;
  if (first === undefined) return [[], []];
  const begins = listOf(signs.charAt(0)) === first && /^.(?![、和与及为的])/u.test(signs);
  if (begins && lists.length === 1 && !first.foreign && first.ids.length === 1) return [first.ids, []];
  return [[], ["cities are named before it: whose figure it is is not plain"]];
}

interface Group {
  figures: Figure[];
  cities: readonly string[];
  clusters: readonly string[];
  doubts: string[];
}

/** Figures of the same cities, cluster, year and status, as sure as each other, are one fact. */
function together(read: readonly Read[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { figure, cities, clusters, doubts } of read) {
    const key = [cities.join(), clusters.join(), figure.year, figure.status, doubts.join()].join("|");
    const group = groups.get(key) ?? { figures: [], cities, clusters, doubts: [] };
    group.figures.push(figure);
    group.doubts.push(...doubts);
    groups.set(key, group);
  }
  return [...groups.values()];
}
