/** Lists of cities that leave no room for others, and roles beside them. */
import type { Fault, FileOf, Parts } from "./dataset.ts";
import type { Fact, Tier } from "./schema.ts";

/** What the province calls a city; tasks are given to each city alone, the others are no roles of the province. */
const RANKS: ReadonlySet<Tier> = new Set(["core", "key", "base", "support", "listed"]);

/** @returns roles of a city that a closed list of the same document leaves out. A conflict of both declares it. */
export function closedListFaults({ facts, documents }: Parts, fileOf: FileOf): Fault[] {
  const provincial = new Set(documents.filter((d) => d.layer === "province").map((d) => d.id));
  const ranked = facts.filter((f) => f.role && RANKS.has(f.role.tier) && provincial.has(f.document));
  return ranked
    .filter(isClosed)
    .flatMap((list) =>
      ranked
        .filter((f) => isBeside(list, f) && f.cities.some((c) => !list.cities.includes(c)))
        .map((f) => ({ file: fileOf(f), id: f.id, problem: problemOf(list, f) })),
    );
}

/** @returns lists of which not all cities are held, or of which the text does not say how many they are. */
export function totalFaults({ facts }: Parts, fileOf: FileOf): Fault[] {
  const counted = facts.filter((f) => f.role?.total !== undefined);
  return counted
    .filter((f) => heldOf(counted, f) !== f.role?.total || !f.text.includes(String(f.role.total)))
    .map((f) => ({ file: fileOf(f), id: f.id, problem: `the list is not of ${f.role?.total ?? 0} cities` }));
}

/** Of how many cities the list of this fact is held. */
const heldOf = (facts: readonly Fact[], { document, role, clusters }: Fact): number =>
  new Set(
    facts
      .filter((f) => f.document === document && f.role?.label === role?.label)
      .filter((f) => f.clusters.join() === clusters.join())
      .flatMap((f) => f.cities),
  ).size;

/** Two or more cities, without 等, of the cluster as a whole. */
const isClosed = ({ role, cities }: Fact): boolean =>
  role?.open !== true && role?.part === undefined && role?.subIndustry !== true && cities.length > 1;

const isBeside = (list: Fact, fact: Fact): boolean =>
  fact !== list &&
  fact.document === list.document &&
  fact.role?.tier === list.role?.tier &&
  fact.role?.part === undefined &&
  fact.clusters.some((c) => list.clusters.includes(c)) &&
  !(fact.conflict !== undefined && fact.conflict === list.conflict);

function problemOf(list: Fact, fact: Fact): string {
  const others = fact.cities.filter((c) => !list.cities.includes(c)).join("、");
  return `${others} is not on the closed list of ${list.id} (${fact.role?.tier ?? ""}); mark that open, correct one, or give both a conflict`;
}
