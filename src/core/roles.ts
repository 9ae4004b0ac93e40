/** The 21 × 20 cells: who gave a city which role in a cluster, and what that is called. Pure look-ups. */
import type { Dataset } from "../dataset/dataset.ts";
import type { Fact, Tier } from "../dataset/schema.ts";
import { documentYear, ROLE_KINDS, roleKind, type RoleKind, shortName, tierRank } from "./facts.ts";

/** Facts with a role, strongest and newest first, by who gave it. */
export type ByKind = Record<RoleKind, Fact[]>;

function byKind(dataset: Dataset, facts: readonly Fact[]): ByKind {
  const kinds: ByKind = { province: [], city: [], report: [], draft: [] };
  for (const fact of facts) kinds[roleKind(dataset, fact)].push(fact);
  for (const kind of ROLE_KINDS) {
    kinds[kind].sort(
      (a, b) =>
        Number(a.role?.subIndustry ?? false) - Number(b.role?.subIndustry ?? false) ||
        tierRank(a) - tierRank(b) ||
        documentYear(dataset, b) - documentYear(dataset, a),
    );
  }
  return kinds;
}

const among = (fact: Fact, documents: readonly string[]): boolean =>
  documents.length === 0 || documents.includes(fact.document);

/** Everything said about one city in one cluster. `documents` narrows it to some documents. */
export function cell(
  dataset: Dataset,
  cluster: string,
  city: string,
  documents: readonly string[] = [],
): ByKind {
  const facts = (dataset.factsOfCity.get(city) ?? []).filter(
    (f) => f.role && f.clusters.includes(cluster) && among(f, documents),
  );
  return byKind(dataset, facts);
}

/** Facts that speak of the city's region in the cluster, without naming the city. */
export function regional(dataset: Dataset, cluster: string, city: string): Fact[] {
  const region = dataset.city.get(city)?.region;
  return (dataset.factsOfCluster.get(cluster) ?? []).filter(
    (f) => region !== undefined && f.regions?.includes(region) && !f.figures,
  );
}

/** Other facts that name both: figures, honours, parks. */
export function besides(dataset: Dataset, cluster: string, city: string): Fact[] {
  return (dataset.factsOfCity.get(city) ?? []).filter(
    (f) => !f.role && f.clusters.includes(cluster) && !f.topics.includes("mention"),
  );
}

export function rolesInCluster(dataset: Dataset, cluster: string, documents: readonly string[] = []): ByKind {
  const facts = dataset.factsOfCluster.get(cluster) ?? [];
  return byKind(
    dataset,
    facts.filter((f) => f.role && among(f, documents)),
  );
}

export function rolesOfCity(dataset: Dataset, city: string, documents: readonly string[] = []): ByKind {
  const facts = dataset.factsOfCity.get(city) ?? [];
  return byKind(
    dataset,
    facts.filter((f) => f.role && among(f, documents)),
  );
}

/** 核心、核心（创新网络）: the words of the sources, strongest first, each once. */
export function labels(facts: readonly Fact[]): string[] {
  const words = facts.flatMap(({ role }) => (role ? [labelOf(role)] : []));
  return [...new Set(words)];
}

const labelOf = (role: NonNullable<Fact["role"]>): string =>
  withPart(role, role.label === "城市任务" ? "有城市任务" : role.label);

const withPart = ({ part }: NonNullable<Fact["role"]>, label: string): string =>
  part === undefined || label.includes(part) ? label : `${label}（${part}）`;

export interface Group {
  tier: Tier;
  label: string;
  document: string;
  /** Cities or clusters, in official order, each once. */
  members: string[];
  facts: Fact[];
}

/** One line per role word and document: 核心：广州、深圳、珠海（行动计划（2023—2025））. */
export function groups(
  dataset: Dataset,
  facts: readonly Fact[],
  membersOf: (fact: Fact) => readonly string[],
  order: readonly { id: string }[],
): Group[] {
  const found = new Map<string, Group>();
  for (const fact of facts) {
    if (!fact.role) continue;
    const label = labelOf(fact.role);
    const document = shortName(dataset, fact);
    const key = `${label}|${document}`;
    const group = found.get(key) ?? { tier: fact.role.tier, label, document, members: [], facts: [] };
    const fresh = membersOf(fact).filter((member) => !group.members.includes(member));
    // A fact that adds nobody to the line would only add a source to it.
    if (fresh.length > 0) group.facts.push(fact);
    group.members.push(...fresh);
    found.set(key, group);
  }
  for (const group of found.values()) group.members = ordered(group.members, order);
  return [...found.values()];
}

/** Ids in official order, each once. */
export const ordered = (ids: readonly string[], order: readonly { id: string }[]): string[] =>
  order.filter(({ id }) => ids.includes(id)).map(({ id }) => id);

export const isOpen = (facts: readonly Fact[]): boolean => facts.some((f) => f.role?.open === true);
