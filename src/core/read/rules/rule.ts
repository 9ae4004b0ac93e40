/** What a rule is, and what rules make queries from. */
import { type Filter, isMembers, type Op, type Query } from "../../query.ts";
import { filtersOf, type Flag, has, type Heard } from "../heard.ts";
import { isNegated, namesOne, quantifierOf } from "../mood.ts";
import { eachAmount } from "./each-amount.ts";

export type Asked = Omit<Query, "unused">;

export interface Rule {
  name: string;
  /** A question it is there for. */
  example: string;
  when: (heard: Heard) => boolean;
  /** The operators it understands. */
  takes: readonly Flag[];
  query: (heard: Heard) => Asked;
}

export const query = (heard: Heard, from: Query["from"], op: Op, more: Partial<Asked> = {}): Asked => ({
  from,
  op,
  where: filtersOf(heard),
  claim: [],
  negated: false,
  said: [
    ...heard.filters.flatMap(({ filter, spans }) =>
      filter.dim === "topic" || filter.dim === "act" ? spans.map((s) => s.text) : [],
    ),
    ...heard.districts.map((d) => d.surface),
  ],
  ...(heard.tense !== undefined && { tense: heard.tense }),
  ...(has(heard, "whole") && { whole: true as const }),
  ...(has(heard, "policy") && { policy: true as const }),
  ...(heard.lacks !== undefined && { lacks: heard.lacks }),
  ...(heard.expected !== undefined && { expected: heard.expected }),
  ...more,
});

/** Splits the filters: those of these dimensions are what is claimed. */
export function claiming(
  heard: Heard,
  ...dims: readonly Filter["dim"][]
): Pick<Asked, "where" | "claim" | "negated" | "quantifier"> {
  const filters = filtersOf(heard);
  const quantifier = quantifierOf(heard);
  return {
    where: onlyOf(heard, filters).filter((f) => !dims.includes(f.dim)),
    claim: [
      ...filters.filter((f) => f.dim !== "value" && dims.includes(f.dim)).map((f) => everyOf(f, dims)),
      ...(dims.includes("value") ? eachAmount(heard) : []),
    ],
    negated: isNegated(heard),
    ...(quantifier !== undefined && { quantifier }),
  };
}

/** 广州和珠海: a statement that is to hold of both names both. */
const everyOf = (filter: Filter, dims: readonly Filter["dim"][]): Filter =>
  isMembers(filter) &&
  !dims.includes("word") &&
  dims.includes("date") &&
  filter.dim === "city" &&
  filter.in.length > 1 &&
  filter.as === undefined
    ? { ...filter, each: true }
    : filter;

/** 除了广州没有别的: those left out are those meant. */
const onlyOf = (heard: Heard, filters: readonly Filter[]): Filter[] =>
  has(heard, "only") && !namesOne(heard, "city")
    ? filters.map((f) => (isMembers(f) && f.dim === "city" && f.not ? { dim: f.dim, in: f.in } : f))
    : [...filters];

export const extremeOf = (heard: Heard): "max" | "min" => (has(heard, "min", "less") ? "min" : "max");

export const TONE: readonly Flag[] = ["deny", "or", "yesno", "tag", "hearsay", "choice", "auxiliary"];
export const VERIFY: readonly Flag[] = [
  ...TONE,
  "value",
  "none",
  "not-only",
  "not",
  "leave-out",
  "all",
  "any",
  "only",
  "everything",
  "expected",
];
export const LIST: readonly Flag[] = [
  "any",
  "none",
  "not",
  "leave-out",
  "all",
  "everything",
  "count",
  "expected",
  "which",
  "members",
];
