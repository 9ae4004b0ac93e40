/** Where the sources disagree about what is named. */
import { type Fact, WHOLE } from "../../dataset/schema.ts";
import { type Bound, type Filter, named, type Query } from "../query.ts";
import { compareAmount } from "./amounts.ts";
import { boundsOf } from "./figures.ts";
import type { Relations } from "./relations.ts";
import type { ConflictRows } from "./rows.ts";
import { constraints } from "./scope.ts";

/** @param query one whose `from` is conflict. */
export function selectConflicts(relations: Relations, query: Query): ConflictRows {
  const { dataset } = relations;
  const filters = constraints(query);
  const [best] = dataset.conflicts
    .map((conflict) => ({ conflict, facts: [...(dataset.factsOfConflict.get(conflict.id) ?? [])] }))
    .map((found) => ({ ...found, score: score(relations, found.facts, filters) }))
    .filter((found) => found.score > 0)
    .toSorted((a, b) => b.score - a.score);
  return {
    kind: "conflicts",
    conflict: best?.conflict,
    facts: best?.facts ?? [],
    all: dataset.conflicts,
    disputed: undefined,
  };
}

/** A figure in doubt that the question names is answered with its dispute, whatever else is asked. */
export function dispute({ dataset }: Relations, query: Query, fact: Fact): ConflictRows {
  const id = fact.conflict ?? "";
  const others = (dataset.factsOfConflict.get(id) ?? []).filter((f) => f.id !== fact.id);
  return {
    kind: "conflicts",
    conflict: dataset.conflict.get(id),
    facts: [fact, ...others],
    all: dataset.conflicts,
    disputed: { verdict: query.op === "verify" },
  };
}

/** Two amounts are named that stand in two facts of one conflict: it is what the question is about. */
export function bothSides(relations: Relations, filters: readonly Filter[]): ConflictRows | undefined {
  const { dataset } = relations;
  const bounds = boundsOf(filters);
  const sides = (facts: readonly Fact[]): (Fact | undefined)[] =>
    bounds.map((b) => facts.find((f) => tells(relations, f, [b])));
  const isBoth = (facts: readonly Fact[]): boolean => {
    const told = sides(facts);
    return !told.includes(undefined) && new Set(told).size > 1 && facts.some((f) => concerns(f, filters));
  };
  const conflict = dataset.conflicts.find(({ id }) => isBoth(dataset.factsOfConflict.get(id) ?? []));
  if (!conflict) return undefined;
  const facts = [...(dataset.factsOfConflict.get(conflict.id) ?? [])];
  return { kind: "conflicts", conflict, facts, all: dataset.conflicts, disputed: undefined };
}

/** Facts that concern what is asked; one with an asked amount outweighs any number of others. */
function score(relations: Relations, facts: readonly Fact[], filters: readonly Filter[]): number {
  const bounds = boundsOf(filters);
  const told = facts.some((f) => tells(relations, f, bounds));
  const meant = facts.filter((f) => concerns(f, filters));
  return meant.length + (meant.some((f) => tellsOf(f, filters)) ? 10 : 0) + (told ? 100 : 0);
}

/** 2024 年营收有两个数: a figure of that kind is among them. */
function tellsOf({ figures = [] }: Fact, filters: readonly Filter[]): boolean {
  const asked = (dim: "measure" | "year" | "status"): string[] => named(filters, dim);
  const isAsked = asked("measure").length + asked("year").length + asked("status").length > 0;
  return (
    isAsked &&
    figures.some(
      (f) =>
        meets(asked("measure"), [f.measure]) &&
        meets(asked("year"), [String(f.year)]) &&
        meets(asked("status"), [f.status]),
    )
  );
}

const tells = (relations: Relations, fact: Fact, bounds: readonly Bound[]): boolean =>
  bounds.length > 0 &&
  (relations.figuresOfFact.get(fact.id) ?? []).some((r) =>
    bounds.some((b) => compareAmount(r, { ...b, cmp: "=" }) === "yes"),
  );

/** Nothing of this kind is asked for, or one of those asked for is there. */
const meets = (asked: readonly string[], own: readonly string[]): boolean =>
  asked.length === 0 || asked.some((one) => own.includes(one));

function concerns(fact: Fact, filters: readonly Filter[]): boolean {
  const clusters = named(filters, "cluster");
  const cities = named(filters, "city");
  const measures = named(filters, "measure");
  const series = named(filters, "series");
  const figures = fact.figures ?? [];
  if (series.length > 0)
    return meets(series, [...figures.map((f) => f.series ?? ""), fact.ordinal?.series ?? ""]);
  if (clusters.length + cities.length > 0)
    return meets(clusters, fact.clusters) && meets(cities, fact.cities);
  const whole = measures.length > 0 && fact.group === WHOLE;
  return (
    named(filters, "class").some((c) => c === fact.group) ||
    (whole && figures.some((f) => measures.includes(f.measure)))
  );
}

/** The fact in doubt whose amount the question names. */
export function disputedFact(relations: Relations, filters: readonly Filter[]): Fact | undefined {
  const bounds = boundsOf(filters).filter((b) => b.amount.base === "元");
  if (bounds.length === 0) return undefined;
  const clusters = named(filters, "cluster");
  const isAsked = (f: Fact): boolean =>
    (f.figures ?? []).some(
      (g) => meets(named(filters, "measure"), [g.measure]) && meets(named(filters, "status"), [g.status]),
    );
  return relations.dataset.disputed.find(
    (f) =>
      isAsked(f) &&
      tells(relations, f, bounds) &&
      (clusters.length > 0 || f.clusters.length === 0) &&
      meets(clusters, f.clusters),
  );
}
