/** What was heard in one question: constraints, wishes and operators, each with the words it came from. */
import type { AskWord, OpWord } from "../../dataset/word-kinds.ts";
import { type Filter, isMembers, type Lacks, type Members, named, type Span, type Tense } from "../query.ts";

/** Values of one dimension that were asked of in turn, the latest last. */
export interface Rivals {
  dim: "city" | "cluster" | "class" | "year" | "part" | "word";
  in: readonly string[];
}

/** Everything a question can carry besides filters and fillers. */
export type Flag =
  | AskWord
  | OpWord
  | "whole"
  /** 所有集群: each of the twenty. */
  | "whole-each"
  | "everything"
  | "policy"
  | "yearly"
  | "wholeYear"
  | "relativeYear"
  | "weakKey"
  | "auxiliary"
  | "expected"
  /** Amounts are judged, not only shown. */
  | "value"
  /** 最强: of size, in whatever measure. */
  | "sized"
  /** 第二大: which is next to the first. */
  | "nth"
  /** 各有几个: of each by itself. */
  | "apiece"
  | "noun-city"
  | "noun-cluster"
  /** 广州核心、深圳不是核心: one thing is said of one, and denied of another. */
  | "lacks";

/** A name, a place, a city or a cluster is wanted. */
export const WHICH: readonly Flag[] = [
  "which-city",
  "which-cluster",
  "how-many-cities",
  "how-many-clusters",
  "which",
];

export interface HeardFilter {
  filter: Filter;
  spans: Span[];
}

/** A name, a year, a measure where it was said: of several amounts it belongs to the one it stands beside. */
export interface Said {
  dim: Members["dim"];
  value: string;
  start: number;
}

export interface Heard {
  text: string;
  asked: boolean;
  filters: HeardFilter[];
  /** Each value that was named one by one, in the order of the text. */
  said: Said[];
  flags: Map<Flag, Span[]>;
  /** Flags in the order they were said: 不都 and 都不 differ. */
  order: Flag[];
  /** Negations that stand on one another, a run for each thing denied: 既不是 A 也不是 B has two runs of one. */
  negations: number[];
  /** Of whom it is denied, where it is said of others. */
  lacks: Lacks | undefined;
  /** How many are said to be listed or claimed. */
  expected: number | undefined;
  ambiguous: { surface: string; options: readonly string[] }[];
  /** 芯片 → 半导体与集成电路: our mapping, not the source's. */
  related: { surface: string; cluster: string }[];
  /** A cluster was named by its own name, not only by a part of it. */
  byName: boolean;
  /** Single characters that mean nothing to us; a claim with one of them is not judged. */
  dropped: Span[];
  /** A word says that someone takes part in something: 有, 参与, 名单里. */
  takesPart: boolean;
  /** 有没有惠州: it begins by asking whether somebody is there. */
  isThere: boolean;
  /** 顺德 → 佛山: the documents file by city, so that the answer is about the city. */
  districts: { surface: string; city: string }[];
  /** What is said has come about, or is meant to. */
  tense: Tense | undefined;
  pronoun: "cluster" | "city" | "either" | "several" | undefined;
  followUp: boolean;
  /** The province as a whole is named. */
  province: boolean;
  /** 珠海呢: ends in the particle that hands the question on. */
  handsOn: boolean;
  /** What the turns before it and this one asked of, each in its turn. */
  rivals: Rivals | undefined;
  /** What listed the one that is asked of: 最小的呢, after 第二呢, is of the whole list again. */
  listedBy?: Heard;
}

export const emptyHeard = (text: string, asked: boolean): Heard => ({
  text,
  asked,
  filters: [],
  said: [],
  flags: new Map(),
  order: [],
  negations: [],
  lacks: undefined,
  expected: undefined,
  ambiguous: [],
  related: [],
  byName: false,
  dropped: [],
  takesPart: false,
  isThere: false,
  districts: [],
  tense: undefined,
  pronoun: undefined,
  followUp: false,
  province: false,
  handsOn: false,
  rivals: undefined,
});

export function has(heard: Heard, ...flags: readonly Flag[]): boolean {
  for (const flag of flags) if (heard.flags.has(flag)) return true;
  return false;
}

/** Asked some hundred times a question, like `has`: no closure for each. */
export function hasDim(heard: Heard, ...dims: readonly Filter["dim"][]): boolean {
  for (const { filter } of heard.filters) if (dims.includes(filter.dim)) return true;
  return false;
}

export const filtersOf = (heard: Heard): Filter[] => heard.filters.map((h) => h.filter);

export const valuesOf = (heard: Heard, dim: Members["dim"]): string[] => named(filtersOf(heard), dim);

/** A filter joins the one of its dimension and kind: 广州、深圳 are two values of one constraint; words must all be there. */
export function addFilter(heard: Heard, filter: Filter, span: Span, start = span.start): void {
  const [value] = isMembers(filter) && !filter.not && filter.as === undefined ? filter.in : [];
  if (isMembers(filter) && value !== undefined && filter.in.length === 1)
    heard.said.push({ dim: filter.dim, value, start });
  const same =
    isMembers(filter) && filter.dim !== "word"
      ? heard.filters.find((h) => joins(h.filter, filter))
      : undefined;
  if (!same || !isMembers(filter) || !isMembers(same.filter)) {
    heard.filters.push({ filter, spans: [span] });
    return;
  }
  same.filter = { ...same.filter, in: joinedIn(same.filter, filter) };
  same.spans.push(span);
}

/** 2023—2025 年版行动计划: a name that several documents have stands for the one that was named beside it. */
function joinedIn({ dim, in: known }: Members, { in: more }: Members): readonly string[] {
  if (dim === "document" && known.every((id) => more.includes(id))) return known;
  if (dim === "document" && more.every((id) => known.includes(id))) return more;
  return [...new Set([...known, ...more])];
}

/** A set keeps to itself, so that 珠三角 and 清远 are not one list. */
const joins = (a: Filter, b: Members): boolean =>
  isMembers(a) && a.dim === b.dim && a.not === b.not && a.as === b.as;

export function addFlag(heard: Heard, flag: Flag, span: Span): void {
  const spans = heard.flags.get(flag);
  if (spans) spans.push(span);
  else heard.flags.set(flag, [span]);
  heard.order.push(flag);
}
