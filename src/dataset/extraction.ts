/**
 * The words by which facts are taken from official documents: `data/extraction.json`. Only whoever takes facts loads it.
 * `say` is a regular expression over a sentence in which every list of cities is one sign; {A}, {B} stand for such a
 * list, {P}, {Q} for a part of a cluster, {T} for a task, {end} for the end of a clause, {gap} for what does not matter.
 */
import { readFileSync } from "node:fs";
import * as z from "zod";
import { Act } from "./schema.ts";
import { Measure, Tier } from "./schema.ts";

const words = z.array(z.string().min(1));
const pattern = z.string().min(1);

/** What a phrase gives to the cities of a list. A label that is not fixed is what the group `label` holds. */
const Given = z.strictObject({
  tier: Tier,
  label: z.string().optional(),
  list: z.enum(["A", "B"]),
  part: z.enum(["P", "Q"]).optional(),
});

const RolePhrase = z.strictObject({
  say: pattern,
  gives: z.array(Given).min(1),
  /** Why it is not sure where what follows in its sentence is not understood, in English. */
  doubt: z.string().min(1).optional(),
});
export type RolePhrase = z.infer<typeof RolePhrase>;

const Doubt = z.strictObject({
  say: pattern,
  /** In English, as operators read it. */
  reason: z.string().min(1),
  /** Nothing is proposed at all. */
  drop: z.literal(true).optional(),
  /** Where the sentence also says this, there is no doubt. */
  unless: pattern.optional(),
});
export type Doubt = z.infer<typeof Doubt>;

const sides = z.strictObject({ before: words, after: words });

const Figures = z.strictObject({
  measures: z.partialRecord(Measure, words),
  growth: words,
  /** How a growth is counted → the word for it. */
  pace: z.record(z.string(), z.string()),
  /** Growth in words instead of a number. */
  same: words,
  share: words,
  /** What may stand between a measure and its verb. */
  total: words,
  verbs: words,
  bounds: z.strictObject({ over: sides, under: sides, about: sides }),
  units: words,
  /** Units by which things are counted. */
  counted: words,
  /** Units of figures that are none of ours. */
  foreign: words,
  makes: words,
  enterprise: words,
  /** What is counted by what becomes of it. */
  verbal: words,
  /** What is counted and is no figure of a cluster. */
  not: words,
  /** A figure of these is none of a cluster's. */
  firms: words,
  /** What may stand around a subject and adds nothing to it; an expression. */
  subjects: words,
  /** What holds these is more than a name of what is measured. */
  unclear: z.array(pattern),
  /** What may stand behind an amount in its clause and changes nothing. */
  behind: z.array(pattern),
  /** What is done to things and makes none: 推进 250 个项目. */
  acts: words,
  /** What is counted does not end like this. */
  notCounted: z.array(pattern),
  /** Measures that are of all industry where no subject stands before them. */
  broad: z.array(pattern),
  /** A year of which only a part is meant. */
  partial: pattern,
  /** Firms of which a measure is the cluster's: 规模以上企业营业收入. */
  scaled: words,
  /** What may stand before 占, and the bound it is. */
  nearly: z.record(z.string(), z.enum(["over", "under", "about"])),
  /** What is no measure of ours, but has a growth: 研发投入. */
  grows: words,
  /** How a growth is counted where it is not said and the figure is of one year. */
  yearly: z.string(),
  /** The last year of a plan's period, by its name: 十四五. */
  periods: z.record(z.string(), z.number().int()),
  /** What stands around a year that others are measured by: 较 2020 年翻一番. */
  compared: z.strictObject({ before: z.array(pattern), after: z.array(pattern) }),
  /** Years by another name; `titled` only where the title names a year, and `years` more than that. */
  relative: z.array(
    z.strictObject({ say: pattern, titled: z.literal(true).optional(), years: z.number().int() }),
  ),
  /** By which the figure of the sentence before is meant: 这一数字. */
  refers: words,
  /** How a clause ends whose measure has its amount in the next: 营业收入翻一番，突破…. */
  moved: z.array(pattern),
  /** How a name of firms begins that needs no verb: 规上企业 620 家. */
  standing: words,
  /** Tenths in words. */
  tenths: pattern,
  /** Whose the whole is that a part of it is told of. */
  entire: z.string().min(1),
  /** By which a document calls its own city, the province, and what is less than a city. */
  owners: z.strictObject({ city: z.array(pattern), province: z.array(pattern), below: z.array(pattern) }),
  target: words,
  reached: words,
  baseSections: words,
  /** Documents that tell what was reached, and plan nothing by it. */
  reports: words,
  low: z.string(),
  high: z.string(),
});

const Tables = z.strictObject({
  marks: z.string().min(1),
  says: words,
  /** A label's words → its tier; the first that fits. */
  tiers: z.array(z.strictObject({ words, tier: Tier })),
  cities: words,
  nameEnds: words,
  unit: words,
  target: words,
});

const Heads = z.strictObject({
  number: pattern,
  numberNames: words,
  dates: z.array(z.strictObject({ say: pattern, act: Act })),
  org: words,
  valid: pattern,
  notice: pattern,
  kinds: z.record(z.string(), z.string()),
  kind: z.strictObject({ zh: z.string(), en: z.string() }),
  drafts: words,
  /** Headings of the dataset for documents that it does not know. */
  under: z.strictObject({ draft: z.string(), city: z.string(), report: z.string() }),
});

const Extraction = z.strictObject({
  lists: z.strictObject({
    between: words,
    open: z.array(pattern),
    counted: z.array(pattern),
    short: z.strictObject({
      /** A character by which a city is named among others: 莞 in 珠佛莞. */
      letters: z.record(z.string(), z.string()),
      /** What makes more of them than the cities: 广深港澳, 广深高速. */
      longer: z.array(pattern),
      /** Where such characters are none: 珠江. */
      other: z.array(pattern),
    }),
  }),
  /** Kinds of places, verbs and roles, by the name that phrases call them by: {集聚区}. One may hold another. */
  kinds: z.record(z.string(), pattern),
  /** What may stand before a phrase in its clause and changes nothing. */
  openers: words,
  /** What may stand behind a phrase in its clause and narrows nothing. */
  closers: z.array(pattern),
  /** How a clause begins that tells what the one before it is for: 以湛江为核心，打造绿色钢铁产业集群. */
  narrowing: pattern,
  roles: z.array(RolePhrase),
  /** What may stand behind a phrase that names no part and says which part it is of: 以湛江为核心打造绿色钢铁产业带. */
  tails: z.array(pattern),
  /** `before` and `after` are no part of a part's name; */
  parts: z.strictObject({
    before: z.array(pattern),
    after: z.array(pattern),
    /** These are no parts, and what is to have a part may not be of the cluster. */
    none: words,
    /** These are the cluster as a whole. */
    same: words,
    /** A part or a task that holds these may be about something else than the cluster. */
    aside: z.array(pattern),
    /** What holds these is more than a name. */
    unclear: z.array(pattern),
    /** What stands before a phrase is a part if it ends with one of these: 海洋工程装备以广州为核心. */
    nouns: z.array(pattern),
    /** What may follow such a noun: 海洋工程装备领域. */
    fields: words,
    /** How a heading within a sentence ends that names no part: 区域布局：. */
    layout: words,
    /** How a clause of others begins. */
    others: z.array(pattern),
    /** Of what is more than one thing it is not plain which is meant. */
    several: z.array(pattern),
  }),
  doubts: z.array(Doubt),
  figureDoubts: z.array(Doubt),
  figures: Figures,
  tables: Tables,
  heads: Heads,
});
export type Extraction = z.infer<typeof Extraction>;

/** @param folder of the dataset as shipped. @throws Error where the file cannot be used, with what is wrong in it. */
export function loadExtraction(folder: string): Extraction {
  const file = `${folder}/extraction.json`;
  const parsed = Extraction.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (parsed.success) return parsed.data;
  throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
}
