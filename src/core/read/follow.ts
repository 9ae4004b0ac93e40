/** A turn that cannot stand alone takes what it does not name from the one before; a constraint of its own replaces that dimension. */
import { has, hasDim, type Heard, valuesOf } from "./heard.ts";
import { leans, namesIn, nextOf } from "./leans.ts";
import { merge } from "./merge.ts";
import { optionOf, picked, twoBefore } from "./picked.ts";
import { isParallel, rivalsOf, together } from "./rivals.ts";
import { weakTier } from "./settle.ts";

export interface Followed {
  heard: Heard;
  /** One of a list was picked, which is still what 第二个 counts in. */
  picked: boolean;
  /** What was taken over, as names to show. */
  carried: string[];
}

/** @param listed names the answer before listed, in order: 第三个 is one of them. */
export function follow(
  last: Heard | undefined,
  heard: Heard,
  listed: readonly string[],
  isCity: (name: string) => boolean,
): Followed {
  const chosen = nextOf(last, heard)
    ? undefined
    : (picked(heard, listed, twoBefore(last, listed), isCity) ??
      optionOf(last, heard) ??
      theOnly(last, heard, listed, isCity));
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

/** 它的目标, after the fifth of the list: of that one, and of no list any more. */
function theOnly(
  last: Heard | undefined,
  now: Heard,
  [name, ...others]: readonly string[],
  isCity: (name: string) => boolean,
): Heard | undefined {
  const isMeant = now.pronoun !== undefined && now.pronoun !== "several" && last && hasDim(last, "place");
  if (!isMeant || name === undefined || others.length > 0 || hasDim(now, "cluster", "city", "class"))
    return undefined;
  const dim = isCity(name) ? "city" : "cluster";
  return { ...now, filters: [...now.filters, { filter: { dim, in: [name] }, spans: [] }] };
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
