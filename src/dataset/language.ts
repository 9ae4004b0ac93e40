/** The vocabulary: how people name things. It links a question to entities; it is never evidence. */
import * as z from "zod";
import { Tier } from "./schema.ts";
import { Act } from "./word-kinds.ts";

const surfaces = z.array(z.string().min(1));
const named = z.strictObject({ id: z.string(), names: surfaces });

export const Aliases = z.strictObject({
  /**
   * `names` mean the cluster itself; `kin` are other words for nearly all of it (芯片), `related` a part of it or
   * something filed under it (海上风电). Both mappings are ours, and the answer says so.
   */
  clusters: z.array(named.extend({ kin: surfaces, related: surfaces })),
  /** Other words for a part of a cluster, and the word the facts use. */
  parts: z.array(named),
  cities: z.array(named),
  /** Names for several cities at once. */
  sets: z.array(named.extend({ cities: z.array(z.string()) })),
  /** Names that could mean several clusters: ask back. */
  ambiguous: z.array(z.strictObject({ names: surfaces, options: z.array(z.string()).min(2) })),
  /** Named things in the facts whose names contain one of ours (激光谷): looked up as words, linked to nothing. */
  things: z.array(
    named.extend({
      /** The city of which it is a district: places.json knows the same name, for /city. */
      districtOf: z.string().optional(),
      /** There is but one: that it is elsewhere, or filed elsewhere, is denied. */
      only: z.literal(true).optional(),
      /** A list of cities with a name of its own: the roles its members have, in which cluster, by which document. */
      layout: z
        .strictObject({ cluster: z.string(), tiers: z.array(Tier).min(1), document: z.string() })
        .optional(),
    }),
  ),
  /** Other things whose names contain one of ours: link nothing. */
  blocked: surfaces,
  /** City + one of these is an institution or another subject, not the city. */
  blockedSuffixes: surfaces,
});
export type Aliases = z.infer<typeof Aliases>;

/** Names that are none of ours, kept so that a refusal can give the right reason. */
export const Places = z.strictObject({
  /** Districts, counties and new areas of the 21 cities. */
  districts: z.array(z.strictObject({ city: z.string(), names: surfaces })),
  elsewhere: z.array(named),
});
export type Places = z.infer<typeof Places>;

export const Strangers = z.strictObject({
  companies: surfaces,
  /** Industries that are not one of the 20 nor filed under one. */
  industries: surfaces,
  /** What people ask a bot that is not about this policy. */
  subjects: surfaces,
  prompts: surfaces,
});
export type Strangers = z.infer<typeof Strangers>;

/** A term of the field in one sentence; `ours` where it is only this dataset's usage. */
export const Term = z.strictObject({
  id: z.string(),
  names: surfaces,
  text: z.string().min(1),
  facts: z.array(z.string()).optional(),
  ours: z.boolean().optional(),
});
export type Term = z.infer<typeof Term>;

/** What the bot says of itself. {facts}, {sources}, {newest}, {clusters}, {cities}, {release} are filled in. */
export const About = z.strictObject({
  id: z.string(),
  names: surfaces,
  text: z.string().min(1),
  /** After an answer some of the same words act on it: 靠谱吗. */
  act: Act.optional(),
});
export type About = z.infer<typeof About>;

/** Questions offered where nothing of the answer suggests one, by where they are offered. */
const offered = z.array(z.string().min(1)).min(1);
export const Suggestions = z.strictObject({
  /** After a greeting, and after a refusal. */
  examples: offered,
  offer: offered,
  /** After the bot has said who it is. */
  introduction: offered,
  start: offered,
  term: offered,
  documents: offered,
  lists: offered,
  pillars: offered,
  everything: offered,
  matrix: offered,
  figures: offered,
  targets: offered,
  statements: offered,
  series: offered,
  conflicts: offered,
  /** After a conflict that is of no one cluster. */
  conflict: offered,
});
export type Suggestions = z.infer<typeof Suggestions>;

/**
 * A word of Taiwan, Hong Kong or Cantonese and what it is here; applied after conversion to Simplified. Only where it
 * stands alone: longer words that mean something else are its exceptions, and no name of ours may contain it.
 */
export const Regional = z.strictObject({
  from: z.string().min(1),
  to: z.string(),
  /** Longer words in which it stays as it is: 软体机器人. */
  except: surfaces.optional(),
  after: z.literal("digit").optional(),
  before: z.literal("digit").optional(),
});
export type Regional = z.infer<typeof Regional>;

/** Characters of the CJK Radicals Supplement, as they come from PDFs → the ordinary ones. */
export const Radicals = z.record(z.string(), z.string());
export type Radicals = z.infer<typeof Radicals>;

/** Syllable → the common characters read so; made by `npm run data:sounds`. */
export const Homophones = z.record(z.string(), z.string());
export type Homophones = z.infer<typeof Homophones>;

/** Toneless pinyin without spaces → the word; made by `npm run data:sounds`. */
export const Pinyin = z.record(z.string(), z.string());
export type Pinyin = z.infer<typeof Pinyin>;
