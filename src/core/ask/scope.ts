/** The constraints of a query as names: what an answer is about, and what it leaves out. */
import type { ClusterClass, Measure, Status, Tier } from "../../dataset/schema.ts";
import type { Whole } from "../../dataset/word-kinds.ts";
import { excluded, type Filter, isMembers, isSet, type Members, named, type Query } from "../query.ts";
import type { Giver } from "./relations.ts";

/** Every constraint of a query: what is asked about and what is claimed of it. */
export const constraints = ({ where, claim }: Pick<Query, "where" | "claim">): Filter[] => [
  ...where,
  ...claim,
];

/** 粤北里只有韶关: the cities named one by one, and the set that limits who else is meant. */
export function regionOf(filters: readonly Filter[]): Members | undefined {
  const cities = filters.filter(isMembers).filter((f) => f.dim === "city" && !f.not);
  return cities.some((f) => f.as === undefined) ? cities.find((f) => f.as !== undefined) : undefined;
}

/** What was asked about, for naming it: every constraint the rows have passed stands here too. */
export type Scope = ReturnType<typeof scopeOf>;

export interface About {
  scope: Scope;
}

export function scopeOf(query: Pick<Query, "where" | "claim" | "lacks">) {
  const all = constraints(query);
  const region = regionOf(all);
  const set = region ? undefined : setName(all, false);
  const notSet = setName(all, true);
  const giver = named(all, "giver")[0] as Giver | undefined;
  return {
    clusters: named(all, "cluster"),
    cities: named(
      all.filter((f) => f !== region),
      "city",
    ),
    notClusters: excluded(all, "cluster"),
    notCities: excluded(all, "city"),
    classes: named(all, "class") as ClusterClass[],
    notClasses: excluded(all, "class") as ClusterClass[],
    /** Who must not be there as well. */
    lacks: query.lacks?.in ?? [],
    tiers: named(all, "tier") as Tier[],
    stars: named(all, "stars").map(Number),
    documents: named(all, "document"),
    notDocuments: excluded(all, "document"),
    years: named(all, "year"),
    /** Months, or months and days: 2, 9-28. */
    dates: named(all, "date"),
    measures: named(all, "measure") as Measure[],
    wholes: named(all, "of") as Whole[],
    statuses: named(all, "status") as Status[],
    periods: named(all, "period"),
    parts: named(all, "part"),
    words: named(all, "word"),
    bounds: all.flatMap((f) => (f.dim === "value" ? [{ cmp: f.cmp, text: f.text }] : [])),
    /** Who issued it, under which number: told in full, because a first line may leave that out. */
    whole: named(all, "topic").some(
      (topic) => topic === "docno" || (topic === "issuer" && named(all, "cluster").length > 0),
    ),
    /** Each of the named cities (or clusters) has to pass. */
    each: all.some((f) => isMembers(f) && f.each === true),
    /** The name the cities were given by, or left out by: 珠三角. */
    ...(set !== undefined && { set }),
    ...(notSet !== undefined && { notSet }),
    /** Those who are meant at all, where some of them are named. */
    ...(region?.as !== undefined && { region: region.as }),
    ...(giver !== undefined && { giver }),
  };
}

const setName = (filters: readonly Filter[], not: boolean): string | undefined =>
  filters.filter(isSet).find((f) => (f.not ?? false) === not)?.as;
