/**
 * What a question means, as plain data. Read this second, after `types.ts`.
 *
 *     text ──read──▶ Query[] ──select──▶ Rows ──tell──▶ Draft ──say──▶ Answer
 *
 * A query names a relation, the filters its rows must pass, and what is to be done with them. Only `select` looks at the
 * filters; whoever tells the answer is given rows, so that no constraint can be understood and then dropped.
 */
import type { Quantity } from "../text/units.ts";
import { Measure } from "../dataset/schema.ts";

/** What a row can be asked about. */
export const DIMS = [
  "cluster",
  "city",
  "class",
  "tier",
  /** How many a role is marked with. */
  "stars",
  "giver",
  "document",
  "year",
  "measure",
  /** What a share is of. */
  "of",
  "status",
  "period",
  "part",
  "topic",
  "series",
  "act",
  "date",
  "place",
  "number",
  "word",
  "name",
] as const;
export type Dim = (typeof DIMS)[number];

export const COMPARES = [">", ">=", "<", "<=", "=", "~"] as const;
export type Compare = (typeof COMPARES)[number];

/** A row passes if one of its values of that dimension is listed; with `not`, if none is; with `each`, if all are. */
export interface Members {
  dim: Dim;
  in: readonly string[];
  not?: true;
  each?: true;
  /** How the question named them, where that was not one by one: 珠三角, 游戏. */
  as?: string;
}

/** A row passes if its figure compares so with the amount: a value of three kinds, because figures have bounds. */
export interface Bound {
  dim: "value";
  cmp: Compare;
  amount: Quantity;
  /** As written in the question. */
  text: string;
  /** 三分之一, 四成: whoever says so rounds. */
  rough?: true;
  /** 6000 多亿: below this. */
  upTo?: number;
  /** Of several amounts: what was said with this one; its measures, the nearest first. */
  with?: readonly Members[];
}

export type Filter = Members | Bound;

/** A bound on how many there are: at least 5 cities, fewer than 3 clusters. */
export interface Tally {
  cmp: Compare;
  count: number;
}

/** The relations rows come from. */
export const FROMS = [
  "role",
  "figure",
  "class",
  "city",
  "statement",
  "series",
  "conflict",
  "overview",
] as const;
export type From = (typeof FROMS)[number];

export const OPS = [
  "list",
  "count",
  "value",
  "compare",
  "best",
  "gap",
  "reached",
  "revised",
  "verify",
] as const;
export type Op = (typeof OPS)[number];

export const QUANTIFIERS = ["all", "any", "only", "none"] as const;
export type Quantifier = (typeof QUANTIFIERS)[number];

/** What a city is asked for besides its roles. */
export const ATTRIBUTES = ["plate", "area-code", "region", "metro", "nickname", "english-name"] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

export const TENSES = ["done", "meant"] as const;
export type Tense = (typeof TENSES)[number];

/** Measures in per cent. */
export const RATES: ReadonlySet<string> = new Set<Measure>(["growth", "share"]);

/** A stretch of the question, for saying what was not used. */
export interface Span {
  start: number;
  end: number;
  text: string;
}

/** Whom a listed one must not have beside those it has: 广州是核心而深圳不是. */
export interface Lacks {
  dim: "city" | "cluster";
  in: readonly string[];
}

export interface Query {
  from: From;
  op: Op;
  where: readonly Filter[];
  /** What a yes/no question says of the rows; a list with `negated` wants those of which it does not hold. */
  claim: readonly Filter[];
  /** The dimension to list, count or rank. */
  want?: "cluster" | "city" | "document";
  quantifier?: Quantifier;
  negated: boolean;
  /** The claim as a whole is denied: 这话不对吧. */
  denied?: true;
  extreme?: "max" | "min";
  /** Of a ranking the second, third …; the first where it is left out. */
  nth?: number;
  attribute?: Attribute;
  /** How many are said to be listed, or claimed: 那 13 个市, 有 5 个吗. */
  expected?: number;
  /** How many cities (or clusters) are claimed; of a list, how many of the others each that is listed has. */
  tally?: Tally;
  lacks?: Lacks;
  /** Of a ranking, those that follow the ones left out are wanted: 仅次于深圳. */
  behind?: true;
  /** All twenty clusters are meant: 20 个集群之一. */
  whole?: true;
  /** The policy as a whole is meant: facts of one cluster do not answer. */
  policy?: true;
  /** The words of topics and acts as they were said, and of districts: 牵头. A yes needs them beside what it is about. */
  said?: readonly string[];
  /** What is claimed has come about (已经, 了), or is meant to (要, 提出). */
  tense?: Tense;
  /** Which way a target is said to have been changed. */
  change?: "raised" | "lowered" | "changed";
  /** Words that carry meaning and were not used: such a query is at most the nearest answer. */
  unused: readonly string[];
}

export const isMembers = (filter: Filter): filter is Members => filter.dim !== "value";

/** Named one by one, in one of these dimensions: no set, and nothing left out. */
export const isOneByOne = (filter: Filter, ...dims: readonly Dim[]): filter is Members =>
  isMembers(filter) && !filter.not && filter.as === undefined && dims.includes(filter.dim);

/** Named one by one, and more than one. */
export const isSeveral = (filter: Filter, ...dims: readonly Dim[]): filter is Members =>
  isOneByOne(filter, ...dims) && filter.in.length > 1;

/** A set of cities by its name: 珠三角. */
export const isSet = (filter: Filter): filter is Members =>
  isMembers(filter) && filter.dim === "city" && filter.as !== undefined;

/** The values named for a dimension by filters that are not exclusions. Asked some hundred times a question. */
export function named(filters: readonly Filter[], dim: Dim): string[] {
  const values: string[] = [];
  for (const f of filters) if (isMembers(f) && f.dim === dim && !f.not) values.push(...f.in);
  return values;
}

/** The values excluded in a dimension. */
export const excluded = (filters: readonly Filter[], dim: Dim): string[] =>
  filters.flatMap((f) => (isMembers(f) && f.dim === dim && f.not ? f.in : []));

export const without = (filters: readonly Filter[], ...dims: readonly Filter["dim"][]): Filter[] =>
  filters.filter((f) => !dims.includes(f.dim));

export const only = (filters: readonly Filter[], ...dims: readonly Filter["dim"][]): Filter[] =>
  filters.filter((f) => dims.includes(f.dim));
