/** Everything the schemas cannot see: references, collisions, distances, and what a fact must carry. */
import { distance } from "../core/distance.ts";
import { hanNumber } from "../core/numbers.ts";
import { MIN_EDIT_HAN, MIN_EDIT_LATIN } from "../core/repair.ts";
import type { Fault, Parts } from "./dataset.ts";
import type { Fact } from "./schema.ts";

/** @returns every fault of data that has passed its schemas; empty when all is well. */
export function check(parts: Parts): Fault[] {
  const known = knownIds(parts);
  return [
    ...duplicates(parts),
    ...parts.facts.flatMap((fact) => factFaults(fact, known)),
    ...completeness(parts),
    ...vocabulary(parts),
    ...collisions(parts),
    ...correctionDistances(parts),
  ];
}

const fault = (file: string, id: string, problem: string): Fault => ({ file, id, problem });

function duplicates(parts: Parts): Fault[] {
  const lists = {
    "documents.json": parts.documents,
    "sources.json": parts.sources,
    "clusters.json": parts.clusters,
    "cities.json": parts.cities,
    "facts.json": parts.facts,
    "conflicts.json": parts.conflicts,
  };
  return Object.entries(lists).flatMap(([file, items]) => {
    const seen = new Set<string>();
    return items.flatMap(({ id }) => {
      if (seen.has(id)) return [fault(file, id, "the id is used twice")];
      seen.add(id);
      return [];
    });
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

function factFaults(fact: Fact, known: Known): Fault[] {
  return [...references(fact, known), ...substance(fact)].map((problem) =>
    fault("facts.json", fact.id, problem),
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
    ...missing("conflict", fact.conflict ? [fact.conflict] : [], known.conflicts),
  ];
}

function substance(fact: Fact): string[] {
  const problems: string[] = [];
  if (fact.role && (fact.clusters.length === 0 || fact.cities.length === 0))
    problems.push("a role needs at least one cluster and one city");
  if (fact.text.endsWith("。")) problems.push("the text must not end in 。");
  for (const figure of fact.figures ?? []) {
    if (figure.value !== undefined && !statesNumber(fact, figure.value))
      problems.push(`the figure ${figure.value} ${figure.unit} is not in the text or the note`);
  }
  return problems;
}

/** In digits (4000 亿元) or in words (五大工程, 千亿元级, 上万亿元). */
function statesNumber(fact: Fact, value: number): boolean {
  const text = `${fact.text} ${fact.note ?? ""}`;
  const digits = (text.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
  const words = (text.match(/[一二两三四五六七八九十百千]+/g) ?? []).map(hanNumber);
  const trillion = /[^\d ]万亿/.test(text) ? [1] : [];
  return [...digits, ...words, ...trillion].includes(value);
}

function completeness({ clusters, cities, facts }: Parts): Fault[] {
  const faults: Fault[] = [];
  if (clusters.length !== 20)
    faults.push(fault("clusters.json", "-", `${clusters.length} clusters, expected 20`));
  if (cities.length !== 21) faults.push(fault("cities.json", "-", `${cities.length} cities, expected 21`));
  const mentioned = new Set(facts.flatMap((f) => [...f.clusters, ...f.cities]));
  for (const { id } of [...clusters, ...cities]) {
    if (!mentioned.has(id)) faults.push(fault("facts.json", id, "no fact is about it"));
  }
  return faults;
}

function vocabulary({ aliases, words, clusters, cities, documents, facts }: Parts): Fault[] {
  const unknown = (file: string, ids: readonly string[], known: Set<string>): Fault[] =>
    ids.filter((id) => !known.has(id)).map((id) => fault(file, id, "names nothing that exists"));
  const told = facts.map((f) => f.text.toLowerCase()).join("\n");
  const cityIds = idsOf(cities);
  const clusterIds = idsOf(clusters);
  return [
    ...unknown(
      "aliases.json",
      aliases.clusters.map((c) => c.id),
      clusterIds,
    ),
    ...unknown(
      "aliases.json",
      aliases.ambiguous.flatMap((a) => a.options),
      clusterIds,
    ),
    ...unknown(
      "aliases.json",
      aliases.cities.map((c) => c.id),
      cityIds,
    ),
    ...unknown(
      "aliases.json",
      aliases.sets.flatMap((s) => s.cities),
      cityIds,
    ),
    ...aliases.things
      .filter(({ id }) => !told.includes(id))
      .map(({ id }) => fault("aliases.json", id, "is a thing that no fact names")),
    ...unknown("words.json", Object.keys(words.documents), idsOf(documents)),
  ];
}

interface Named {
  surface: string;
  owner: string;
}

function entityNames({ aliases }: Parts): Named[] {
  const own = (owner: string, surfaces: readonly string[]): Named[] =>
    surfaces.map((surface) => ({ surface: surface.toLowerCase(), owner }));
  return [
    ...aliases.clusters.flatMap((c) => own(c.id, [...c.names, ...c.kin, ...c.related])),
    ...aliases.cities.flatMap((c) => own(c.id, c.names)),
    ...aliases.sets.flatMap((s) => own(s.id, s.names)),
    ...aliases.ambiguous.flatMap((a) => own(a.options.join("/"), a.names)),
    ...own("blocked", aliases.blocked),
  ];
}

function collisions(parts: Parts): Fault[] {
  const owners = new Map<string, string>();
  return entityNames(parts).flatMap(({ surface, owner }) => {
    const other = owners.get(surface);
    owners.set(surface, owner);
    if (other === undefined) return [];
    const problem = other === owner ? "is listed twice" : `names both ${other} and ${owner}; keep one`;
    return [fault("aliases.json", surface, problem)];
  });
}

/** A one-edit repair is safe only where no other correctable name lies within two edits. */
function correctionDistances(parts: Parts): Fault[] {
  const correctable = parts.aliases.clusters.flatMap((c) =>
    c.names.filter((s) => isCorrectable(s)).map((s): Named => ({ surface: s.toLowerCase(), owner: c.id })),
  );
  return correctable.flatMap((a, i) =>
    correctable
      .slice(i + 1)
      .filter((b) => a.owner !== b.owner && isNear(a.surface, b.surface))
      .map((b) => fault("aliases.json", a.surface, `is within two edits of ${b.surface} (${b.owner})`)),
  );
}

/** Lengths and letters tell most pairs apart without counting edits. */
const isNear = (a: string, b: string): boolean =>
  Math.abs(a.length - b.length) < 3 && strangers(a, b) < 3 && distance(a, b) < 3;

/** Each letter of `a` that is nowhere in `b` takes an edit of its own. */
const strangers = (a: string, b: string): number =>
  Array.from(a).filter((letter) => !b.includes(letter)).length;

const isCorrectable = (surface: string): boolean =>
  /^\p{Script=Han}+$/u.test(surface)
    ? surface.length >= MIN_EDIT_HAN
    : /^[a-z]+$/.test(surface) && surface.length >= MIN_EDIT_LATIN;
