/** What claims about several cities or clusters get: of all, any, none, only these, and so many. */
import { isSet, type Query, type Tally } from "../query.ts";
import { allOf, anyOf, fits, opposite, type Verdict } from "./amounts.ts";
import type { FigureRow, RoleRow } from "./relations.ts";
import type { Holders, Pair } from "./rows.ts";
import { constraints } from "./scope.ts";
import type { Want } from "./universe.ts";

/** Who is asked about. */
export interface Subjects {
  names: string[];
  /** The question names none of them. */
  open: boolean;
}

/** A list of two or more without 等, or of as many as the source says, of the cluster as a whole. */
export const isClosed = (row: RoleRow): boolean =>
  !row.open && row.part === undefined && !row.sub && (row.fact.cities.length > 1 || row.counted);

const setNamed = (query: Query): boolean => constraints(query).some((f) => isSet(f) && !f.not);

// Of all of them -----------------------------------------------------------------------------------------------------

export function counted(
  tally: Tally,
  holders: Holders,
  beside: readonly RoleRow[],
  more: readonly FigureRow[] = [],
): Verdict {
  const { of, names, open, disputed } = holders;
  // Nothing is written: that is no count.
  if (names.length === 0) return "unsaid";
  const most = open ? Infinity : names.length + new Set(beside.map((r) => r[of])).size;
  const least = Math.max(names.length - disputed.length, ...more.map(({ figure }) => figure.value ?? 0));
  if (tally.cmp === "=" && more.length > 0) return tally.count < least ? "no" : "unsaid";
  if (tally.cmp === "=") return countedAs(tally.count, holders, most);
  const ends = [least, most].map((count) => fits(count, tally));
  return ends.every(Boolean) ? "yes" : ends.some(Boolean) ? "unsaid" : "no";
}

/** Just as many as the documents name is a yes, also where a list may go on: it is said of what they name. */
function countedAs(expected: number, { names, disputed }: Holders, most: number): Verdict {
  if (disputed.length > 0 && expected >= names.length - disputed.length && expected <= names.length)
    return "unsaid";
  if (names.length === expected) return "yes";
  return names.length < expected && expected <= most ? "unsaid" : "no";
}

/** Where only the number is told, it decides how many, and that there are some. */
export function byCount(
  plain: Verdict,
  stated: readonly FigureRow[],
  { expected, tally, quantifier }: Query,
): Verdict {
  const [count] = stated.flatMap(({ figure }) => figure.value ?? []);
  if (count === undefined) return plain;
  if (tally) return fits(count, tally) ? "yes" : "no";
  if (expected !== undefined) return expected === count ? "yes" : "no";
  return quantifier === "none" ? "no" : quantifier === "any" || quantifier === undefined ? "yes" : "unsaid";
}

/** That nobody, or nobody else, has it cannot be said where somebody has it in an industry beside the cluster. */
export function unlessInParts(
  plain: Verdict,
  query: Query,
  { of, inParts: beside }: { of: Want; inParts: readonly RoleRow[] },
  asked: Subjects,
): Verdict {
  const { quantifier } = query;
  const limits = quantifier === "only" || quantifier === "none";
  const ofAny =
    limits || quantifier === "any" || (quantifier === undefined && (asked.open || setNamed(query)));
  const isMeant = (name: string): boolean =>
    asked.open || asked.names.includes(name) !== (quantifier === "only");
  const contradicts = ofAny && beside.some((r) => isMeant(r[of]));
  return contradicts && plain === (limits ? "yes" : "no") ? "unsaid" : plain;
}

export function quantified(query: Query, pairs: readonly Pair[], holders: Holders, asked: Subjects): Verdict {
  const verdicts = pairs.map((p) => p.verdict);
  switch (query.quantifier) {
    case "any":
      return anyOf(verdicts);
    case "none":
      return opposite(anyOf(verdicts));
    case "only":
      return onlyThese(verdicts, holders, asked);
    case "all":
      return asked.open ? anyOf(verdicts) : allOf(verdicts);
    default:
      // 珠三角有核心吗: of a region one is enough.
      return asked.open || setNamed(query) ? anyOf(verdicts) : allOf(verdicts);
  }
}

/** Only a list of all of them proves that there are no more. */
function onlyThese(verdicts: readonly Verdict[], holders: Holders, asked: Subjects): Verdict {
  const { names, rows, disputed } = holders;
  // Whether one of them is there is what the sources disagree about: whoever else is there decides, else nothing does.
  if (!asked.open && disputed.length > 0) {
    const others = names.filter((n) => !asked.names.includes(n) && !disputed.includes(n));
    return others.length > 0 ? "no" : "unsaid";
  }
  if (asked.open) return names.length > 1 ? "no" : "unsaid";
  if (names.some((n) => !asked.names.includes(n))) return "no";
  return rows.some(isClosed) ? allOf(verdicts) : "unsaid";
}
