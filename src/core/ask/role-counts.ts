/** How many clusters each city has a role in, or the other way round: the most, the fewest, and those with so many. */
import { excluded, type Filter, isMembers, named, type Query, type Tally, without } from "../query.ts";
import { fits, judged, type Verdict } from "./amounts.ts";
import type { FigureRow, Relations, RoleRow } from "./relations.ts";
import { isClosed } from "./role-judged.ts";
import { WHOLE } from "../../dataset/schema.ts";
import { given, inParts, isCoreAsked, rolesWhere, starCounts } from "./role-rows.ts";
import type { RankingRows } from "./rows.ts";
import { constraints, scopeOf } from "./scope.ts";
import { otherOf, universe, wantOf } from "./universe.ts";

/** Who is named most often: counted over what the province gave. */
export function ranking(relations: Relations, query: Query): RankingRows {
  const want = wantOf(query);
  // 珠三角里谁最多: a set limits who is ranked, and names nobody to compare.
  const ones = query.where.filter((f) => !isSet(f));
  const asked = named(ones, want);
  const { entries: all, beside } = counts(relations, query, asked);
  const entries = query.behind ? following(relations, query, all) : all;
  const isClaim = query.op === "verify";
  const compared = isClaim || asked.length > 1;
  const stated = isOfCores(query)
    ? starsOf(relations, query, compared ? asked : entries.map((e) => e.name))
    : [];
  const sign = query.extreme === "min" ? 1 : -1;
  return {
    kind: "ranking",
    scope: scopeOf(query),
    want,
    extreme: query.extreme ?? "max",
    entries: compared ? entries : entries.toSorted((a, b) => sign * (a.count - b.count)),
    compared,
    top: query.expected ?? 1,
    each: query.quantifier === "all",
    behind: query.behind ?? false,
    tally: undefined,
    inParts: beside,
    stated,
    incomplete: compared && stated.length > 0 && !isDecided(entries),
    verdict: isClaim
      ? judged(exceeds(entries, sign, named(query.claim, "name").includes("same")), query)
      : undefined,
  };
}

/** Fewer (or more, from the other end) than any of those they are to follow. */
function following(relations: Relations, query: Query, entries: Entries): Entries {
  const want = wantOf(query);
  const first = excluded(query.where, want);
  const free = query.where.filter((f) => !(isMembers(f) && f.dim === want && f.not === true));
  const led = counts(relations, { ...query, where: free }, first).entries.map((e) => e.count);
  return entries.filter(({ count }) =>
    query.extreme === "min" ? led.every((n) => count > n) : led.every((n) => count < n),
  );
}

/** Numbers of stars among what is asked of: of a class its own, because those of all twenty are of others too. */
const starsOf = (relations: Relations, query: Query, cities: readonly string[]): FigureRow[] => {
  const classes = named(constraints(query), "class");
  const all = starCounts(relations, cities);
  return classes.length === 0 ? all : all.filter(({ group }) => classes.includes(group ?? ""));
};

const isOfCores = (query: Query): boolean =>
  wantOf(query) === "city" && isCoreAsked(constraints(query)) && named(query.where, "cluster").length === 0;

/**
 * How many there may be of a city's: as many as are listed, or as the plan counts stars; without end where the plan speaks
 * of its stars and not of how many there are in all.
 */
function spanOf(
  relations: Relations,
  query: Query,
  city: string,
  listed: number,
): { least: number; most: number } {
  if (!isOfCores(query)) return { least: listed, most: listed };
  const own = starsOf(relations, query, [city]);
  const [whole = WHOLE] = named(constraints(query), "class");
  const total = own.find((r) => r.group === whole && r.giver === "province" && r.cities.includes(city));
  const told = own.flatMap((r) => (r.cities.includes(city) ? (r.figure.value ?? []) : []));
  const least = Math.max(listed, ...told);
  const most = total?.figure.value ?? (own.length > 0 ? Infinity : listed);
  return { least, most: Math.max(most, listed) };
}

type Entries = RankingRows["entries"];

/** Who has most is known, or that they are level, whatever is not listed. */
function isDecided(entries: Entries): boolean {
  const isExact = entries.every(({ least, most }) => least === most);
  const leads = (e: Entries[number]): boolean =>
    entries.every((other) => other === e || e.least > other.most);
  return isExact || entries.some(leads);
}

/** Of each name how many it has; of none that is named, of all. */
function counts(
  relations: Relations,
  query: Query,
  asked: readonly string[],
): { entries: RankingRows["entries"]; beside: RoleRow[] } {
  const want = wantOf(query);
  const all = rolesWhere(relations, given(without(constraints(query), "name")));
  const rows = all.filter((r) => !r.sub);
  const entries = (asked.length > 0 ? asked : universe(relations, query, want)).map((name) => {
    const own = rows.filter((r) => r[want] === name);
    const count = new Set(own.map((r) => r[otherOf(want)])).size;
    const span = spanOf(relations, query, name, count);
    // The cities of a cluster stand in a list, which may go on. A city's clusters stand in none.
    return {
      name,
      ...span,
      // Of one class as many as its own stars, though not all of them are listed.
      count: count > 0 && !isOfClass(query) ? count : span.least,
      rows: own,
      open: want === "cluster" && !own.some(isClosed),
    };
  });
  return { entries, beside: inParts(all) };
}

const isOfClass = (query: Query): boolean => named(constraints(query), "class").length > 0;

const isSet = (f: Filter): boolean => isMembers(f) && (f.as !== undefined || f.not === true);

/** Those with so many, of whom anything is written. */
export function tallied(relations: Relations, query: Query, tally: Tally): RankingRows {
  const cities = named(query.where, "city");
  const free = { ...query, where: query.where.filter((f) => f.dim !== "city" || isSet(f)) };
  const { entries, beside } = counts(relations, free, []);
  const hasThem = ({ rows }: RankingRows["entries"][number]): boolean =>
    free.where.length === query.where.length || cities.every((c) => rows.some((r) => r.city === c));
  const many = entries
    .filter((e) => e.count > 0 && fits(e.count, tally) && hasThem(e))
    .toSorted((a, b) => b.count - a.count);
  return {
    kind: "ranking",
    scope: scopeOf(query),
    want: wantOf(query),
    extreme: "max",
    entries: many,
    compared: false,
    top: 1,
    each: false,
    behind: false,
    tally,
    inParts: beside,
    stated: others(
      relations,
      query,
      many.map((e) => e.name),
    ).filter(({ figure }) => fits(figure.value ?? 0, tally)),
    incomplete: false,
    verdict: undefined,
  };
}

/** Of cities that are not among these: the numbers of which nothing is listed. */
function others(relations: Relations, query: Query, listed: readonly string[]): FigureRow[] {
  if (wantOf(query) !== "city" || !isCoreAsked(constraints(query))) return [];
  const rest = universe(relations, query, "city").filter((name) => !listed.includes(name));
  return starCounts(relations, rest).filter((row) => row.cities.some((city) => rest.includes(city)));
}

/** 深圳比广州多, 一样多: counted over the same documents, as far as they tell. */
function exceeds(entries: Entries, sign: number, same: boolean): Verdict {
  const [first, second] = entries;
  if (!first || !second) return "unsaid";
  const [more, less] = sign < 0 ? [first, second] : [second, first];
  const isMore = more.least > less.most;
  const isNot = more.most <= less.least;
  const isApart = isMore || less.least > more.most;
  const isLevel = entries.every(({ least, most }) => least === most && least === first.least);
  if (same) return isLevel ? "yes" : isApart ? "no" : "unsaid";
  return isMore ? "yes" : isNot ? "no" : "unsaid";
}
