/** What a question means: entities, predicates and constraints, as plain data. */
import type { AskWord, Op, Scope, Talk, TopicWord } from "../dataset/language.ts";
import type { ClusterClass, Measure, Status, Tier } from "../dataset/schema.ts";

/** A figure named in the question: 4000 亿, 10 %, 11 个. */
export interface Amount {
  value: number;
  unit: string;
  /** 超过 4000 亿 and 不到 4000 亿 are true of other figures than 4000 亿. */
  bound?: "over" | "atleast" | "under" | "atmost";
}

export interface Frame {
  clusters: string[];
  cities: string[];
  /** Things filed under the clusters by us: 游戏, 新能源汽车. Figures about them come first. */
  parts: string[];
  /** Cities named one by one, not as part of a set. */
  named: string[];
  /** Name of the set the cities came from: 珠三角, 广深 … */
  set?: string;
  scopes: Scope[];
  documents: string[];
  /** The policy as a whole is meant. */
  policy: boolean;
  tiers: Tier[];
  topics: TopicWord[];
  measures: Measure[];
  /** A figure is asked for without saying which. */
  figure: boolean;
  statuses: Status[];
  years: number[];
  /** 上半年, 二季度 … as asked. */
  periods: string[];
  /** 今年 and the like: no year can be looked up. */
  relativeYear: boolean;
  amounts: Amount[];
  asks: AskWord[];
  ops: Op[];
  /** The question as read, to see which part of a fact it names. */
  text: string;
  /** Named things of the facts: 激光谷, 数字货币研究院. */
  things: string[];
  /** Who is said to have set it: 省里定的, 自己定的. */
  layer?: "province" | "city";
  /** The words for the topics and for issuing, as asked: a yes needs them in the fact. */
  topicWords: string[];
  /** A document number, as asked: 粤府函〔2020〕82号. */
  docno?: string;
  /** The yes/no question asserts that something is not so: 不是…，对吗. */
  negated: boolean;
  /** 比珠海多: a comparison the facts would have to make. */
  comparative: boolean;
  /** A city named by a nickname. */
  nicknames: { surface: string; city: string }[];
  /** 哪五个: how many things the answer must list. */
  listed?: number;
  /** The word of a superlative: 最多, 第一 … */
  superlative?: string;
}

/** How the text was read: repairs and mappings that the answer must own up to. */
export interface Reading {
  frame: Frame;
  /** Content words nobody understood. An assertion needs this to be empty. */
  residual: string[];
  /** Names that could mean several clusters. */
  ambiguous: { surface: string; options: string[] }[];
  blocked: string[];
  outside: string[];
  talk: Talk[];
  /** Misspellings read as something: shown to the person. */
  repaired: { from: string; to: string }[];
  /** A misspelt city we must not guess. */
  askCity?: string;
  /** 芯片 → 半导体与集成电路: our mapping, not the source's. */
  related: { surface: string; cluster: string }[];
  /** 这个集群, 该市, 它: which slot of the turn before is meant. */
  pronoun?: "cluster" | "city" | "either";
  /** The turn leans on the one before: 那珠海呢. */
  followUp: boolean;
  /** Normalised text that was read. */
  text: string;
}

export const emptyFrame = (): Frame => ({
  clusters: [],
  cities: [],
  named: [],
  scopes: [],
  parts: [],
  things: [],
  topicWords: [],
  negated: false,
  text: "",
  comparative: false,
  nicknames: [],
  documents: [],
  policy: false,
  tiers: [],
  topics: [],
  measures: [],
  statuses: [],
  figure: false,
  years: [],
  periods: [],
  relativeYear: false,
  amounts: [],
  asks: [],
  ops: [],
});

/** The class asked about, where it is one of the two. */
export function theClass({ scopes }: Frame): ClusterClass | undefined {
  const classes = scopes.filter((scope) => scope !== "全部");
  return classes.length === 1 ? classes[0] : undefined;
}

/** Whether a cluster is within the asked class; everything is where none is asked. */
export const inScope = (frame: Frame, cluster: { class: ClusterClass } | undefined): boolean =>
  theClass(frame) === undefined || cluster?.class === theClass(frame);

export const asksFor = (frame: Frame, ...words: AskWord[]): boolean =>
  words.some((word) => frame.asks.includes(word));

export const has = (frame: Frame, op: Op): boolean => frame.ops.includes(op);

/** Whether the frame names anything of the dataset. */
export const namesEntity = (frame: Frame): boolean => frame.clusters.length > 0 || frame.cities.length > 0;

/** Whether the frame says what it wants to know, beyond naming entities. */
export const hasPredicate = (frame: Frame): boolean =>
  frame.tiers.length > 0 ||
  frame.topics.length > 0 ||
  frame.measures.length > 0 ||
  frame.figure ||
  frame.statuses.length > 0 ||
  frame.asks.length > 0 ||
  frame.amounts.length > 0 ||
  (frame.scopes.length > 0 && frame.clusters.length > 0);

/** Adds what is not there yet. */
export const push = <T>(list: T[], ...items: readonly T[]): void => {
  for (const item of items) if (!list.includes(item)) list.push(item);
};
