/** One has it and the other has not: 广州是核心而深圳不是, core in petrochemicals but not in appliances. */
import { isMembers, isSeveral, type Span } from "../query.ts";
import { addFlag, type Flag, has, hasDim, type Heard, type HeardFilter } from "./heard.ts";

const DENIALS: readonly Flag[] = ["not", "leave-out"];

/** With one denial and two names of a kind on both sides of it, one half is asked for and the other must be missing. */
export function halve(heard: Heard): void {
  const [denial, ...others] = DENIALS.flatMap((flag) => heard.flags.get(flag) ?? []);
  if (!denial || others.length > 0 || comparesAmounts(heard)) return;
  const named = heard.filters.find(isEachInPlace);
  const lacking = named && lackingIn(named, denial, predicatesOf(heard));
  if (!named || !lacking || lacking.length === 0 || lacking.length === named.spans.length) return;
  split(heard, named, lacking);
  for (const flag of DENIALS) heard.flags.delete(flag);
  heard.order = heard.order.filter((flag) => !DENIALS.includes(flag));
  heard.negations = [];
  addFlag(heard, "lacks", denial);
}

/** 软件不比半导体高 is one claim of two. */
const comparesAmounts = (heard: Heard): boolean =>
  has(heard, "than", "more", "less", "same", "gap") || hasDim(heard, "measure", "status", "value");

/** Named one by one, each in a place of its own. */
const isEachInPlace = ({ filter, spans }: HeardFilter): boolean =>
  isSeveral(filter, "city", "cluster") && filter.in.length === spans.length;

/** What is said of those that are named: core, has a role. */
const predicatesOf = ({ filters, flags }: Heard): Span[] => [
  ...filters.flatMap(({ filter, spans }) => (filter.dim === "tier" ? spans : [])),
  ...(flags.get("role") ?? []),
];

/** Those of whom it is denied; none where it is denied of all of them. */
function lackingIn({ spans }: HeardFilter, denial: Span, predicates: readonly Span[]): Span[] {
  const isSaidBetween = (from: number, to: number): boolean =>
    predicates.some(({ start, end }) => start >= from && end <= to);
  const before = spans.filter(({ start }) => start < denial.start);
  const after = spans.filter(({ start }) => start >= denial.end);
  const [first] = after;
  // 不是深圳核心但是广州核心, 广州是核心而深圳不是: the first half ends with what is said of it.
  const half = (all: readonly Span[]): number =>
    all.findIndex(({ start }, i) => i > 0 && isSaidBetween(all[i - 1]?.end ?? 0, start));
  if (before.length === 0) return half(after) > 0 ? after.slice(0, half(after)) : [];
  if (first === undefined) return half(before) > 0 ? before.slice(half(before)) : [];
  // 广州不是核心，深圳是: denied of those before it, said of those behind.
  const isOfFormer =
    isSaidBetween(denial.end, first.start) && !isSaidBetween(before.at(-1)?.end ?? 0, denial.start);
  return isOfFormer ? before : after;
}

function split(heard: Heard, named: HeardFilter, lacking: readonly Span[]): void {
  const { filter, spans } = named;
  if (!isMembers(filter) || (filter.dim !== "city" && filter.dim !== "cluster")) return;
  const isLacking = (_: string, i: number): boolean => lacking.some((span) => span === spans[i]);
  heard.lacks = { dim: filter.dim, in: filter.in.filter(isLacking) };
  named.filter = { ...filter, in: filter.in.filter((name, i) => !isLacking(name, i)) };
  named.spans = spans.filter((span) => !lacking.includes(span));
}
