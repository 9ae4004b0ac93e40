/** A turn that cannot stand alone takes what it does not name from the one before; a constraint of its own replaces that dimension. */
import { isLatin } from "../../text/script.ts";
import { ATTRIBUTES, type Filter, isMembers } from "../query.ts";
import { type Flag, has, hasDim, type Heard, type HeardFilter, valuesOf } from "./heard.ts";
import { namesSet } from "./mood.ts";
import { merge, saysSomething } from "./merge.ts";
import { isParallel, rivalsOf, together } from "./rivals.ts";
import { weakTier } from "./settle.ts";

export interface Followed {
  heard: Heard;
  /** One of a list was picked, which is still what 第二个 counts in. */
  picked: boolean;
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
  const chosen = picked(heard, listed, twoBefore(last, listed), isCity) ?? optionOf(last, heard);
  const own = chosen ?? heard;
  const picks = chosen !== undefined;
  if (!last) return { heard: own, picked: picks, carried: [] };
  // 最小的呢, after 第二呢: of all that were listed.
  const before = last.listedBy && has(own, "max", "min", "rank") ? last.listedBy : last;
  return { picked: picks, ...joined(before, own, picks, listed) };
}

/** What it takes over from the turn before, if it cannot do without. */
function joined(
  last: Heard,
  own: Heard,
  picks: boolean,
  listed: readonly string[],
): { heard: Heard; carried: string[] } {
  const measured = comparesAlone(last, own);
  if (measured) return { heard: merge(measured, own), carried: [] };
  const both = together(last, own);
  if (!both && !leans(own, last, picks)) return { heard: beside(last, own), carried: [] };
  const taken = both ? merge(both.last, both.now) : merge(last, own);
  weakTier(taken);
  const merged: Heard = { ...taken, rivals: rivalsOf(last, taken) };
  const named = new Set(namesIn(own));
  return {
    heard: picks ? ofList(last, merged, listed) : merged,
    carried: namesIn(merged).filter((name) => !named.has(name)),
  };
}

/** 软件比汽车大吗, after a figure: by what was told last. @returns the turn before, of which only its measure is meant. */
function comparesAlone(last: Heard, own: Heard): Heard | undefined {
  const names = (["cluster", "city"] as const).some((dim) => valuesOf(own, dim).length > 1);
  const isBare = own.filters.every(({ filter }) => filter.dim === "cluster" || filter.dim === "city");
  if (!names || !isBare || !has(own, "than", "more", "less") || !hasDim(last, "measure")) return undefined;
  return {
    ...last,
    filters: last.filters.filter(({ filter }) => filter.dim === "measure"),
    flags: new Map(),
    order: [],
  };
}

/** 第二呢: what it was picked from, and the first of it, which 差多少 is about. */
function ofList(last: Heard, chosen: Heard, [first = ""]: readonly string[]): Heard {
  const listedBy = last.listedBy ?? last;
  const dim = hasDim(last, "cluster") ? "city" : "cluster";
  const [name] = valuesOf(chosen, dim);
  if (chosen.rivals || hasDim(last, dim) || name === undefined || name === first)
    return { ...chosen, listedBy };
  return { ...chosen, listedBy, rivals: { dim, in: [first, name] } };
}

/** Owes nothing to the turn before, and may be held against it all the same. */
const beside = (last: Heard, own: Heard): Heard =>
  isParallel(last, own) ? { ...own, rivals: rivalsOf(last, own) } : own;

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
  two: readonly string[],
  isCity: (name: string) => boolean,
): Heard | undefined {
  const [said = ""] = valuesOf(heard, "place");
  const place = said === "" ? Number.NaN : Number(said);
  const ofTwo: Readonly<Record<string, string | undefined>> = { former: two[0], latter: two[1] };
  const name = ofTwo[said] ?? (place < 0 ? listed.at(place) : listed[place - 1]);
  if (name === undefined || hasDim(heard, "class", "series", "cluster", "city") || has(heard, "whole"))
    return undefined;
  const filters = heard.filters.filter(({ filter }) => filter.dim !== "place");
  const chosen: HeardFilter = { filter: { dim: isCity(name) ? "city" : "cluster", in: [name] }, spans: [] };
  return { ...heard, filters: [...filters, chosen] };
}

/** 前者: of two turns that asked of one each, else of a list of two. */
function twoBefore(last: Heard | undefined, listed: readonly string[]): readonly string[] {
  const { rivals } = last ?? {};
  if (rivals?.dim === "city" || rivals?.dim === "cluster") return rivals.in.slice(-2);
  return listed.length === 2 ? listed : [];
}

/** 前沿那个, where it was asked back which of two is meant: what only one of their names holds. */
export function optionOf(last: Heard | undefined, heard: Heard): Heard | undefined {
  const options = last?.ambiguous.flatMap((a) => a.options) ?? [];
  if (hasDim(last ?? heard, "cluster") || hasDim(heard, ...ENTITY)) return undefined;
  const isSaid = (option: string): boolean =>
    pairsIn(option).some(
      (p) => heard.text.includes(p) && options.every((o) => o === option || !o.includes(p)),
    );
  const [name, ...others] = options.filter(isSaid);
  if (name === undefined || others.length > 0) return undefined;
  return { ...heard, filters: [...heard.filters, { filter: { dim: "cluster", in: [name] }, spans: [] }] };
}

const pairsIn = (name: string): string[] =>
  [...name].flatMap((char, i, all) => (i + 1 < all.length ? [char + (all[i + 1] ?? "")] : []));

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

function leans(heard: Heard, last: Heard, chosen: boolean): boolean {
  const names = namesSomething(heard);
  const says = saysSomething(heard);
  // 广州和佛山两市: those that stand beside it.
  if (heard.pronoun === "several" && names) return false;
  if (heard.pronoun !== undefined) return true;
  if (heard.followUp || heard.handsOn)
    return (
      names ||
      says ||
      hasDim(heard, "year", "part", "word", "period") ||
      (heard.province && hasDim(last, "measure", "status", "year")) ||
      has(heard, "time-shift-back", "time-shift-on")
    );
  if (chosen) return !says;
  if (asksOfOne(heard) && isJudgeable(last)) return true;
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

/** 珠海算吗, 湛江也是吗, Zhuhai?: one name, and whether what was asked is so of it. */
const asksOfOne = (heard: Heard): boolean =>
  (has(heard, "yesno", "tag") || heard.asked || heard.isThere) &&
  heard.filters.length === 1 &&
  heard.filters.every(
    ({ filter }) =>
      isMembers(filter) &&
      (filter.dim === "city" || filter.dim === "cluster") &&
      filter.in.length === 1 &&
      filter.as === undefined,
  ) &&
  [...heard.flags.keys()].every((flag) => TONES.has(flag) || (flag === "members" && heard.isThere)) &&
  heard.related.length + heard.dropped.length === 0 &&
  (!heard.takesPart || heard.isThere);
const TONES: ReadonlySet<Flag> = new Set<Flag>(["yesno", "tag", "not", "all", "auxiliary"]);

const isJudgeable = (last: Heard): boolean =>
  hasDim(last, "tier", "class", "topic", "series") ||
  has(last, "whole") ||
  namesSet(last) ||
  (hasDim(last, "cluster") && hasDim(last, "city"));

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
