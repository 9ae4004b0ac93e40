/** The vocabulary: how people name things. It links a question to entities; it is never evidence. */
import * as z from "zod";
import { ClusterClass, Measure, Status, Tier, Topic } from "./schema.ts";

const surfaces = z.array(z.string().min(1));
const named = z.strictObject({ id: z.string(), names: surfaces });

export const Aliases = z.strictObject({
  /**
   * `names` mean the cluster itself; `kin` are other words for nearly all of it (芯片), `related` a part of it or
   * something filed under it (海上风电). Both mappings are ours, and the answer says so.
   */
  clusters: z.array(named.extend({ kin: surfaces, related: surfaces })),
  cities: z.array(named),
  /** Names for several cities at once. */
  sets: z.array(named.extend({ cities: z.array(z.string()) })),
  /** Names that could mean several clusters: ask back. */
  ambiguous: z.array(z.strictObject({ names: surfaces, options: z.array(z.string()).min(2) })),
  /** Named things in the facts whose names contain one of ours (激光谷): looked up as words, linked to nothing. */
  things: z.array(named),
  /** Other things whose names contain one of ours: link nothing. */
  blocked: surfaces,
  /** City + one of these is an institution or another subject, not the city. */
  blockedSuffixes: surfaces,
});
export type Aliases = z.infer<typeof Aliases>;

/** What a question can ask for besides a figure or a topic. */
export const AskWord = z.enum([
  "which-city",
  "which-cluster",
  "role",
  "class",
  "members",
  "overview",
  "sources",
  "conflict",
  "more",
  "plate",
  "area-code",
  "region",
  "metro",
  "nickname",
  "english-name",
  "belongs",
]);
export type AskWord = z.infer<typeof AskWord>;

export const TopicWord = z.enum([...Topic.options, "issued"]);
export type TopicWord = z.infer<typeof TopicWord>;

export const Op = z.enum(["count", "yesno", "compare", "only", "most", "not"]);
export type Op = z.infer<typeof Op>;

export const Talk = z.enum(["greeting", "thanks", "help"]);
export type Talk = z.infer<typeof Talk>;

export const Scope = z.enum([...ClusterClass.options, "全部"]);
export type Scope = z.infer<typeof Scope>;

export const Words = z.strictObject({
  tiers: z.partialRecord(Tier, surfaces),
  /** 重点 alone: a tier only where a role is asked for. */
  weakKey: surfaces,
  asks: z.partialRecord(AskWord, surfaces),
  topics: z.partialRecord(TopicWord, surfaces),
  measures: z.partialRecord(Measure, surfaces),
  figureWords: surfaces,
  status: z.partialRecord(Status, surfaces),
  classes: z.partialRecord(Scope, surfaces),
  /** Document id → how people call it. */
  documents: z.record(z.string(), surfaces),
  /** Who set it: 省里定的, 自己定的. */
  layers: z.strictObject({ province: surfaces, city: surfaces }),
  /** The policy as a whole. */
  policy: surfaces,
  ops: z.partialRecord(Op, surfaces),
  talk: z.partialRecord(Talk, surfaces),
  /** 这个集群 takes the cluster of the turn before, 该市 its city, 它 either. */
  pronouns: z.strictObject({ cluster: surfaces, city: surfaces, either: surfaces }),
  followUps: surfaces,
  /** Parts of a year: a figure of another part, or of the whole, does not answer. */
  periods: surfaces,
  /** 今年: which year that is, the facts cannot tell. */
  relativeYears: surfaces,
  /** Subjects we know nothing about: a question that has one is refused. */
  outside: surfaces,
  /** Words that carry no content here. */
  stop: surfaces,
  /** Single characters that do carry content when left over; all others left over alone are ignored. */
  contentSingles: z.string(),
});
export type Words = z.infer<typeof Words>;

/** Syllable → the common characters read so; made by `npm run data:sounds`. */
export const Homophones = z.record(z.string(), z.string());
export type Homophones = z.infer<typeof Homophones>;

/** Toneless pinyin without spaces → the word; made by `npm run data:sounds`. */
export const Pinyin = z.record(z.string(), z.string());
export type Pinyin = z.infer<typeof Pinyin>;
