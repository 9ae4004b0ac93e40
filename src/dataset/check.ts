/** Everything the schemas cannot see: references, collisions, distances, and what a fact must carry. */
import { areaFaults, correctionDistances, vocabulary } from "./check-names.ts";
import { referenceFaults } from "./check-references.ts";
import { closedListFaults, totalFaults } from "./check-roles.ts";
import { notStated } from "./check-stated.ts";
import { regionalFaults, surfaceFaults } from "./check-surfaces.ts";
import { turnFaults } from "./check-turns.ts";
import type { Fault, FileOf, Parts } from "./dataset.ts";
import type { Fact } from "./schema.ts";

/**
 * @param live the facts that are asserted: all but those that others have superseded.
 * @returns every fault of data that has passed its schemas, but for those of the English; empty when all is well.
 */
export function check(parts: Parts, fileOf: FileOf, live: readonly Fact[] = parts.facts): Fault[] {
  const known = knownIds(parts);
  const asserted = { ...parts, facts: [...live] };
  return [
    ...duplicates(parts, fileOf),
    ...parts.facts.flatMap((fact) => factFaults(fact, known, fileOf)),
    ...completeness(parts),
    ...vocabulary(parts),
    ...areaFaults(parts),
    ...surfaceFaults(parts),
    ...regionalFaults(parts),
    ...turnFaults(parts),
    ...referenceFaults(parts),
    ...closedListFaults(asserted, fileOf),
    ...totalFaults(asserted, fileOf),
    ...correctionDistances(parts),
  ];
}

const fault = (file: string, id: string, problem: string): Fault => ({ file, id, problem });

function duplicates(parts: Parts, fileOf: FileOf): Fault[] {
  return [
    ...twice(parts.documents, () => "documents.json"),
    ...twice(parts.sources, fileOf),
    ...twice(parts.clusters, () => "clusters.json"),
    ...twice(parts.cities, () => "cities.json"),
    ...twice(parts.facts, fileOf),
    ...twice(parts.conflicts, () => "conflicts.json"),
    ...twice(parts.glossary, () => "glossary.json"),
    ...twice(parts.about, () => "about.json"),
  ];
}

function twice<T extends { id: string }>(items: readonly T[], fileOf: (item: T) => string): Fault[] {
  const seen = new Set<string>();
  return items.flatMap((item) => {
    if (seen.has(item.id)) return [fault(fileOf(item), item.id, "the id is used twice")];
    seen.add(item.id);
    return [];
  });
}

const idsOf = (items: readonly { id: string }[]): Set<string> => new Set(items.map((i) => i.id));

/** Everything a fact can point at, collected once. */
function knownIds(parts: Parts) {
  return {
    documents: idsOf(parts.documents),
    sources: idsOf(parts.sources),
    facts: idsOf(parts.facts),
    clusters: idsOf(parts.clusters),
    cities: idsOf(parts.cities),
    conflicts: idsOf(parts.conflicts),
  };
}

type Known = ReturnType<typeof knownIds>;

function factFaults(fact: Fact, known: Known, fileOf: FileOf): Fault[] {
  return [...references(fact, known), ...substance(fact), ...notStated(fact)].map((problem) =>
    fault(fileOf(fact), fact.id, problem),
  );
}

const missing = (what: string, ids: readonly string[], known: ReadonlySet<string>): string[] =>
  ids.filter((id) => !known.has(id)).map((id) => `${what} “${id}” does not exist`);

function references(fact: Fact, known: Known): string[] {
  return [
    ...missing("document", [fact.document], known.documents),
    ...missing("source", [fact.source, ...(fact.also ?? [])], known.sources),
    ...missing("fact", fact.agrees ?? [], known.facts),
    ...missing("cluster", fact.clusters, known.clusters),
    ...missing("city", fact.cities, known.cities),
    ...missing("city", fact.figures?.flatMap((f) => f.cities ?? []) ?? [], known.cities),
    ...missing("conflict", fact.conflict ? [fact.conflict] : [], known.conflicts),
  ];
}

function substance(fact: Fact): string[] {
  const problems: string[] = [];
  if (fact.role && (fact.clusters.length === 0 || fact.cities.length === 0))
    problems.push("a role needs at least one cluster and one city");
  if (fact.text.endsWith("。")) problems.push("the text must not end in 。");
  return problems;
}

function completeness({ clusters, cities, facts }: Parts): Fault[] {
  const faults: Fault[] = [];
  if (clusters.length !== 20)
    faults.push(fault("clusters.json", "-", `${clusters.length} clusters, expected 20`));
  if (cities.length !== 21) faults.push(fault("cities.json", "-", `${cities.length} cities, expected 21`));
  const mentioned = new Set(facts.flatMap((f) => [...f.clusters, ...f.cities]));
  for (const { id } of [...clusters, ...cities]) {
    if (!mentioned.has(id)) faults.push(fault("facts", id, "no fact is about it"));
  }
  return faults;
}
