/** What the texts about roles are given: who has which, who has none, and what claims about them got. */
import type { Fact, Tier } from "../../dataset/schema.ts";
import type { Verdict } from "../ask/amounts.ts";
import type { Scope } from "../ask/rows.ts";
import type { Quantifier, Tally } from "../query.ts";

export type Want = "city" | "cluster";
export type Names = readonly string[];

/** Of the claim as it was made; a negated claim holds where the thing does not. */
export interface Judged {
  verdict: Verdict;
  negated: boolean;
}

/** The cities of some clusters, or the clusters of some cities, and the roles they must have. */
export interface Listed {
  want: Want;
  /** The clusters whose cities, or the cities whose clusters, are listed. */
  subject: Names;
  tiers: readonly Tier[];
  /** Where all of it is about industries beside the cluster: those. */
  limits?: Names;
}
/** Who has a role in an industry beside the cluster only, and in which. */
export type InParts = readonly { name: string; parts: Names }[];
interface Limited {
  inParts: InParts;
}
interface Narrowed extends Listed {
  /** How the list was narrowed; its documents by their short names. */
  where: Scope;
}
interface Role {
  city: string;
  cluster: string;
  labels: Names;
  doubtful: boolean;
}
export interface RoleVerdict extends Role {
  verdict: Verdict;
  negated: boolean;
  tiers: readonly Tier[];
  holders: Names;
  /** Where a document is named that does not say so: those that say what is said. */
  elsewhere: Names;
}
interface Sorted {
  yes: Names;
  no: Names;
  quantifier: Quantifier | undefined;
}
interface Ranked {
  want: Want;
  tiers: readonly Tier[];
}

export interface RoleTexts {
  members: Narrowed & {
    names: Names;
    /** Of one city's clusters, those that name it in an industry alone. */
    inParts: InParts;
    parts: Names;
    each: boolean;
    doubtful: boolean;
    more: boolean;
    by: InParts;
  };
  complement: Narrowed & { names: Names; open: boolean };
  noMembers: Narrowed & { near: Names };
  /** Of those the province names none; cities and reports name some. */
  onlyOthers: Narrowed & { names: Names };
  /** A role word with its members and its document. */
  group: { label: string; names: Names; document: string; count: boolean };
  role: Role;
  /** `other`: what somebody else says instead. */
  /** `inPlan`: a provincial document tells of a cluster of the city's own. */
  noRole: { city: string; cluster: string; other: Fact | undefined; inPlan: boolean };
  /** How many clusters have the city as core is told, which they are is not. */
  numberOnly: { fact: Fact; judged?: Judged };
  /** Of what is asked the province gave nothing, of the cluster itself it did. */
  roleWider: { city: string; cluster: string; where: Scope; labels: Names };
  roleVerdict: RoleVerdict;
  rolesVerdict: Listed & Judged & Sorted & Limited & { unsaid: Names; doubtful: boolean };
  /** `open`: a list of those who have it may go on. */
  onlyVerdict: Listed &
    Judged &
    Limited & {
      /** Only those there are meant. */
      region: string | undefined;
      asked: Names;
      names: Names;
      others: Names;
      open: boolean;
      /** The sources disagree about these. */
      disputed: Names;
    };
  countVerdict: Listed & Judged & Limited & { more: boolean; tally: Tally; names: Names; disputed: Names };
  insideVerdict: Listed &
    Judged &
    Sorted &
    Limited & { inside: { name: string; not: boolean }; open: boolean };
  anyVerdict: Narrowed & Judged & Limited & { names: Names };
  counts: Ranked &
    Limited & {
      entries: readonly { name: string; count: number }[];
      extreme: "max" | "min";
      judged: Judged | undefined;
      /** Documents give other numbers without saying which they are: who has more is not known. */
      incomplete: boolean;
    };
  /** `leaving` out, or `behind` those that have more. */
  ranking: Ranked &
    Limited & { top: Names; count: number; extreme: "max" | "min"; leaving: Names; behind: boolean };
  /** Those that have so many. */
  tallied: Ranked &
    Limited & {
      entries: readonly { name: string; count: number }[];
      /** Their lists name so many and may go on. */
      unsure: Names;
      /** A document gives a number that fits, and does not say which they are. */
      totals: Names;
      tally: Tally;
    };
  /** How many each has; of some nothing is written. */
  apiece: Ranked &
    Limited & { entries: readonly { name: string; count: number }[]; none: Names; open: boolean };
  rankLine: { name: string; count: number; members: Names };
  compared: Limited & { names: Names; of: Want; common: Names };
  /** Those of the compared, within the clusters that were named, of whom nothing is held. */
  notCompared: { names: Names; of: Want; clusters: Names; tiers: readonly Tier[] };
  pairLine: { subject: string; said: readonly { name: string; labels: Names }[] };
  onlyOne: { name: string; names: Names };
  rolesLine: { cluster: string; said: readonly { label: string; names: Names }[] };
}
