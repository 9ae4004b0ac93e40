/** What turns asked of one thing after the other, for a turn that needs them all: 深圳呢, 珠海呢, 哪个多. */
import { isMembers, isOneByOne, type Members } from "../query.ts";
import {
  filtersOf,
  type Flag,
  has,
  hasDim,
  type Heard,
  type HeardFilter,
  type Rivals,
  valuesOf,
} from "./heard.ts";
import { isWh } from "./mood.ts";

const DIMS = ["city", "cluster", "class", "year"] as const;
type Dim = Rivals["dim"];

/** Nobody compares more at once. */
const MOST = 4;

/** The values named one by one. */
const ones = (heard: Heard, dim: Dim): string[] =>
  filtersOf(heard).flatMap((filter) => (isOneByOne(filter, dim) ? filter.in : []));

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((value) => b.includes(value));

/** @param next the later turn, with what it took over. @returns what may be held against each other from now on. */
export function rivalsOf(last: Heard, next: Heard): Rivals | undefined {
  const isChanged = (dim: Dim): boolean => !isSame(ones(last, dim), ones(next, dim));
  const lesser = (["part", "word"] as const).find(isChanged);
  const [dim = lesser, ...others] = DIMS.filter(isChanged);
  if (dim === undefined) return last.rivals;
  const [before, after] = [ones(last, dim), ones(next, dim)];
  if (others.length > 0 || before.length === 0 || after.length === 0) return undefined;
  const known = last.rivals?.dim === dim ? last.rivals.in : before;
  return { dim, in: [...new Set([...known.filter((v) => !after.includes(v)), ...after])].slice(-MOST) };
}

/** 家电目标多少, 软件目标多少: the same asked once more, of another. */
export function isParallel(last: Heard, now: Heard): boolean {
  const rest = (heard: Heard): string =>
    JSON.stringify([
      heard.filters
        .map((h) => h.filter)
        .filter((f) => !(DIMS as readonly string[]).includes(f.dim) && f.dim !== "part"),
      [...heard.flags.keys()].toSorted(),
    ]);
  return rest(last) === rest(now);
}

/** Asks of several at once. */
const BETWEEN: readonly Flag[] = ["more", "less", "gap", "same", "compare", "sum", "all", "ratio"];

/** Names something by itself, or looks for something among all there is. */
const isOpen = (now: Heard, dim: Dim): boolean =>
  now.province ||
  hasDim(now, ...DIMS, "part", "document", "number", "name", "word", "series", "value", "place") ||
  has(now, "whole", "policy", "everything", "how-many-cities", "how-many-clusters") ||
  (has(now, "which-city", "which-cluster") &&
    !(has(now, "more", "less") && has(now, `which-${dim}` as Flag)));

const needsSeveral = (last: Heard, now: Heard): boolean =>
  now.pronoun === "several" ||
  has(now, ...BETWEEN) ||
  // 哪年最高: of those asked of, unless the largest of all was asked for before.
  (has(now, "max", "min") && !has(now, "noun-city", "noun-cluster") && !has(last, "max", "min"));

/**
 * The two turns as they have to be merged, where the later one needs what was asked of before it: all of it (哪个多),
 * the last and one more (比深圳少几个), or one more beside the others (加上惠州呢).
 */
export function together(last: Heard, next: Heard): { last: Heard; now: Heard } | undefined {
  const now = asDistance(last, next);
  const added = beside(last, now);
  if (added) return added;
  const { rivals } = last;
  const open =
    now.pronoun === "several" ? hasDim(now, rivals?.dim ?? "city") : isOpen(now, rivals?.dim ?? "city");
  if (!rivals || open || !needsSeveral(last, now)) return undefined;
  if (rivals.dim === "word") return inBoth(last, now, rivals);
  return { last: holding(last, rivals), now: ofSeveral(last, now, rivals) };
}

/** 增长了多少, after what something was in one year and in another: how far these two are apart. */
function asDistance(last: Heard, now: Heard): Heard {
  const [said, ...others] = now.filters;
  const isGrowth =
    said !== undefined &&
    others.length === 0 &&
    isMembers(said.filter) &&
    said.filter.dim === "measure" &&
    said.filter.in.join() === "growth";
  const isOfTwo = last.rivals?.dim === "year" && !valuesOf(last, "measure").includes("growth");
  if (!isGrowth || !isOfTwo || has(now, "max", "min", "yesno", "tag")) return now;
  const flags = new Map(now.flags).set("gap", said.spans);
  flags.delete("figure");
  return { ...now, filters: [], flags, order: [...now.order.filter((f) => f !== "figure"), "gap"] };
}

/** The turn before, as if it had asked of all of them. */
function holding(last: Heard, { dim, in: values }: Rivals): Heard {
  const [first, ...others] = last.filters.filter((h) => h.filter.dim === dim);
  // What stood for one of several clusters is no part of the others.
  const rest = last.filters.filter(
    (h) => h !== first && !others.includes(h) && !(dim === "cluster" && h.filter.dim === "part"),
  );
  return {
    ...last,
    filters: [...rest, { filter: { dim, in: [...values] }, spans: first?.spans ?? [] }],
  };
}

/** 两个都有的是谁, after 制造网络 and 创新网络: who is in the lists of both. Of other things nothing is told by a word. */
function inBoth(last: Heard, now: Heard, rivals: Rivals): { last: Heard; now: Heard } | undefined {
  const lists = has(last, "which-city", "which-cluster", "which", "members") || hasDim(last, "tier");
  if (!lists || !has(now, "all") || !(isWh(now) || now.handsOn)) return undefined;
  const asked = ofSeveral(last, now, rivals);
  const words: HeardFilter = { filter: { dim: "word", in: [...rivals.in], each: true }, spans: [] };
  return { last, now: { ...asked, filters: [...asked.filters, words] } };
}

const FIGURES: readonly Members["dim"][] = ["measure", "status", "year", "period"];

/** What it says of several, in the words one question would have. */
function ofSeveral(last: Heard, now: Heard, rivals: Rivals): Heard {
  const flags = new Map(now.flags);
  const swap = (from: Flag, to: Flag): void => {
    const spans = flags.get(from);
    if (!spans) return;
    flags.delete(from);
    flags.set(to, spans);
  };
  // 两个加起来多少: of a list, how many; 两个 counts those asked of.
  if (!hasDim(last, ...FIGURES) && hasDim(last, "tier")) {
    swap("figure", "count");
    swap("sum", "count");
  }
  swap("which-city", "which");
  swap("which-cluster", "which");
  if (now.expected === rivals.in.length || now.expected === 2) flags.delete("expected");
  const counted = flags.has("expected") ? now.expected : undefined;
  const order = now.order.filter((f) => flags.has(f));
  // 哪年最高, of years: which of them.
  const dated = rivals.dim === "year" && valuesOf(now, "topic").join() === "date";
  const filters = dated ? now.filters.filter((h) => h.filter.dim !== "topic") : now.filters;
  return { ...now, flags, order, filters, expected: counted };
}

/** 比深圳少几个, 加上惠州呢: one is named, and meant beside those of the turn before. */
function beside(last: Heard, now: Heard): { last: Heard; now: Heard } | undefined {
  const [dim, ...others] = DIMS.filter((d) => hasDim(now, d));
  const adds = has(now, "plus", "sum");
  if (dim === undefined || others.length > 0 || !(adds || has(now, "than", "same", "compare")))
    return undefined;
  const named = ones(now, dim);
  const before = adds && last.rivals?.dim === dim ? last.rivals.in : ones(last, dim);
  const isNew = named.length === 1 && before.length > 0 && named.every((v) => !before.includes(v));
  if (!isNew || has(now, "which-city", "which-cluster", "whole", "everything")) return undefined;
  const filters = now.filters.map((h) =>
    h.filter.dim === dim ? { ...h, filter: { dim, in: [...before, ...named] } } : h,
  );
  // What was asked of the others is asked of all.
  const flags = adds ? new Map([...last.flags, ...now.flags]) : now.flags;
  const order = adds ? [...last.order, ...now.order] : now.order;
  return { last, now: { ...now, filters, flags, order } };
}
