/**
 * Every word a picture says beside the names and sentences of the dataset: one table a language. A table that lacks a
 * word does not compile. Traditional Chinese is the Chinese table by character (`pen.ts`).
 */
import type { Giver } from "../core/ask/relations.ts";
import type { Names } from "../core/say/zh-names.ts";
import type { ClusterClass, Region, Tier } from "../dataset/schema.ts";

/** Who says what the province did not give. */
export type Own = Exclude<Giver, "province">;
/** What is listed or compared. */
export type Kind = "city" | "cluster";

/** Who holds a role, for the whole of a cluster or for a part of it. */
export interface Held {
  tier: Tier;
  part: boolean;
  names: readonly string[];
}

/** What a map shows, in one sentence's worth. */
export interface MapFinding {
  /** The strongest first. */
  held: readonly Held[];
  /** Those named for an industry beside the cluster only; which, where it is one. */
  beside: readonly string[];
  industry: string | undefined;
}

export interface CityFinding {
  city: string;
  /** Clusters it is named in, those in which it is core, and those of an industry beside them. */
  named: number;
  core: number;
  beside: number;
}

/** How a number is meant: exactly so, 以上, 超过, 约, 以内, 不到. */
export type Bounded = "exact" | "atLeast" | "over" | "about" | "upTo" | "under";

export interface Unit {
  name: string;
  /** What one of it is worth in 元, and how many decimals are shown. */
  worth: number;
  places: number;
}

/** Rows of a comparison in which the same of the compared are named. */
export interface Group {
  of: Kind;
  /** How many are compared, how many of them are named here, and which, where it is one of two. */
  all: number;
  named: number;
  only: string | undefined;
  rows: number;
}

/** Of maps, cards and the matrix. */
interface RoleWords {
  /** On a tile. */
  role: Readonly<Record<Tier, string>>;
  own: Readonly<Record<Own, string>>;
  /** In a legend. */
  tiers: Names["tiers"];
  ownLong: Readonly<Record<Own, string>>;
  part: string;
  partLong: string;
  blank: string;
  regions: Readonly<Record<Region, string>>;
  classes: Readonly<Record<ClusterClass, string>>;
  ten: Readonly<Record<ClusterClass, string>>;
  mapKicker: (cluster: string, group: string, named: number) => string;
  mapTitle: (finding: MapFinding) => string;
  mapOthers: string;
  openList: string;
  parts: (lines: readonly string[]) => string;
  cardTitle: (finding: CityFinding) => string;
  cardBeside: (count: number) => string;
  ownHeading: string;
  figures: string;
  note: (text: string) => string;
  matrixKicker: string;
  matrixTitle: (most: readonly { name: string; count: number }[]) => string;
  matrixHow: string;
  matrixDoubts: (cells: number, clusters: readonly string[]) => string;
}

interface FigureWords {
  money: Unit;
  /** For sums of many trillions. */
  moreMoney: Unit;
  measures: Names["measures"];
  figuresKicker: (ten: string) => string;
  figuresTitle: (reached: readonly string[], behind: { name: string; share: string } | undefined) => string;
  unit: (name: string) => string;
  base: string;
  latest: string;
  target: string;
  /** In the key, and in the alternative behind the figure. */
  hollow: string;
  otherKind: string;
  amount: (value: string, bound: Bounded) => string;
  /** 2022 年 5728 */
  dated: (year: string, amount: string) => string;
  aim: (year: string, amount: string) => string;
  draftAim: (amount: string) => string;
  /** Of a target. */
  share: (percent: number, bound: Bounded) => string;
  ofTarget: (share: string) => string;
  notAlike: string;
  noMoney: (clusters: string) => string;
  noted: (clusters: string) => string;
}

interface CompareWords {
  compareKicker: Readonly<Record<Kind, string>>;
  compareTitle: (of: Kind, names: readonly string[], common: number) => string;
  group: (group: Group) => string;
  groupOthers: (rows: number) => string;
}

interface FootWords {
  doubt: (texts: readonly string[], more: boolean) => string;
  about: (text: string, names: string) => string;
  documents: (given: string, others: string) => string;
  documentCount: (given: number, others: string) => string;
  nothing: string;
  published: (sources: readonly string[], total: number, newest: string | undefined) => string;
  grades: (grades: string) => string;
}

/** Of the alternatives. */
interface AltWords {
  altMap: (cluster: string, counts: string) => string;
  altCard: (city: string, counts: string) => string;
  altMatrix: string;
  altCompare: (title: string) => string;
  altNamed: (of: Kind, count: number, counts: string) => string;
  altNobody: Readonly<Record<Kind, string>>;
  altPart: (names: string) => string;
  altBeside: (counts: string) => string;
  altDisputed: (names: string) => string;
  altUnsaid: string;
}

/** Of the map in a terminal. */
interface SketchWords {
  /** 核＝核心 */
  key: (letter: string, text: string) => string;
  blank: string;
  part: string;
  doubt: string;
  both: string;
  /** The screen has too few columns. */
  narrow: (columns: number) => string;
}

export interface Words extends RoleWords, FigureWords, CompareWords, FootWords, AltWords {
  list: (names: readonly string[]) => string;
  number: (value: number) => string;
  /** Between parts of a sentence, and after it. */
  semicolon: string;
  stop: string;
  /** Of a footnote. */
  star: string;
  /** 核心：广州、深圳 */
  told: (what: string, text: string) => string;
  bracketed: (text: string, more: string) => string;
  sketch: SketchWords;
  /** ［1］《意见》（2020） */
  numbered: (mark: string, document: string) => string;
  /** With the marks of its sources. */
  marked: (text: string, marks: string) => string;
}
