/** A turn that cannot stand alone takes what it does not name from the one before; a constraint of its own replaces that dimension. */
import { isLatin } from "../../text/script.ts";
import { ATTRIBUTES, type Filter, isMembers } from "../query.ts";
import { type Flag, has, hasDim, type Heard, type HeardFilter, valuesOf } from "./heard.ts";
import { merge, saysSomething } from "./merge.ts";

export interface Followed {
  heard: Heard;
  /** What was taken over, as names to show. */
  carried: string[];
}

type Dim = Filter["dim"];

const ENTITY: readonly Dim[] = ["cluster", "city", "class", "document", "number", "name"];

/** @param listed names the answer before listed, in order: 第三个 is one of them. */
export function follow(
  last: Heard | undefined,
  heard: Heard,
  listed: readonly string[],
  isCity: (name: string) => boolean,
): Followed {
  const own = picked(heard, listed, isCity) ?? heard;
  if (!last || !leans(own, own !== heard)) return { heard: own, carried: [] };
  const merged = merge(last, own);
  const before = new Set(namesIn(own));
  return { heard: merged, carried: namesIn(merged).filter((name) => !before.has(name)) };
}

const namesIn = (heard: Heard): string[] =>
  heard.filters.flatMap(({ filter }) =>
    isMembers(filter) && (filter.dim === "cluster" || filter.dim === "city")
      ? filter.as === undefined
        ? filter.in
        : [filter.as]
      : [],
  );

/** 第三个呢: the third of what was just listed. */
function picked(
  heard: Heard,
  listed: readonly string[],
  isCity: (name: string) => boolean,
): Heard | undefined {
  const place = Number(valuesOf(heard, "place")[0] ?? Number.NaN);
  const name = listed[place - 1];
  if (name === undefined || hasDim(heard, "class", "series", "cluster", "city") || has(heard, "whole"))
    return undefined;
  const filters = heard.filters.filter(({ filter }) => filter.dim !== "place");
  const chosen: HeardFilter = { filter: { dim: isCity(name) ? "city" : "cluster", in: [name] }, spans: [] };
  return { ...heard, filters: [...filters, chosen] };
}

const namesSomething = (heard: Heard): boolean => hasDim(heard, ...ENTITY) || has(heard, "whole", "policy");

/** Topics that are a subject by themselves. */
const ALONE: ReadonlySet<string> = new Set([
  "position",
  "levels",
  "press",
  "mechanism",
  "threshold",
  "rating",
  "future",
  "document",
  "projects",
]);

/** 哪个集群 2025 年目标最大, 广东 GDP 多少: nothing is missing that the turn before could give. */
const isWhole = (heard: Heard): boolean =>
  heard.province ||
  has(heard, "sum") ||
  (has(heard, "which-cluster", "which-city", "noun-cluster", "noun-city") &&
    has(heard, "max", "min", "rank") &&
    hasDim(heard, "measure", "status"));

function leans(heard: Heard, chosen: boolean): boolean {
  const names = namesSomething(heard);
  const says = saysSomething(heard);
  if (heard.pronoun !== undefined) return true;
  if (heard.followUp || heard.handsOn)
    return (
      names ||
      says ||
      hasDim(heard, "year", "part", "word", "period") ||
      has(heard, "time-shift-back", "time-shift-on")
    );
  if (chosen) return !says;
  if (
    isWhole(heard) ||
    hasDim(heard, "word", "series") ||
    has(heard, "whole", "policy") ||
    valuesOf(heard, "topic").some((t) => ALONE.has(t))
  )
    return false;
  if (!names)
    return says || hasDim(heard, "year", "period") || has(heard, "time-shift-back", "time-shift-on");
  return takesCluster(heard) || asksWithin(heard);
}

/** 有没有珠三角以外的: of what was listed, whether any lies there. */
const asksWithin = (heard: Heard): boolean =>
  has(heard, "yesno") &&
  heard.filters.length === 1 &&
  heard.filters.every(
    ({ filter }) => isMembers(filter) && filter.dim === "city" && filter.as !== undefined,
  ) &&
  !has(
    heard,
    "which",
    "which-city",
    "which-cluster",
    "noun-city",
    "noun-cluster",
    "count",
    "whole",
    "policy",
  );

/** 深圳和广州谁的核心多: of all clusters. */
const COMPARES: readonly Flag[] = ["more", "less", "than", "same", "compare", "max", "min"];

/** 广州做什么, right after a cluster: short, a city and a wish, no cluster of its own. */
const SHORT = 14;
/** An English word has the letters of three characters. */
const lengthOf = ({ text }: Heard): number => (isLatin(text.charAt(0)) ? text.length / 3 : text.length);
const takesCluster = (heard: Heard): boolean =>
  lengthOf(heard) <= SHORT &&
  hasDim(heard, "city") &&
  !hasDim(heard, "cluster", "class", "document", "word", "value") &&
  !has(heard, "which-cluster", "how-many-clusters", "noun-cluster", "count", ...ATTRIBUTES, ...COMPARES) &&
  (valuesOf(heard, "topic").some((t) => t === "task" || t === "layout") || hasDim(heard, "tier", "status"));
