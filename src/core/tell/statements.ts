/** Answers that are facts as they stand: dates, issuers, tasks, conflicts, and the nearest there is. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Fact } from "../../dataset/schema.ts";
import type { ConflictRows, NoRows, NumbersRows, Scope, StatementRows } from "../ask/rows.ts";
import { type Draft, factSection, line, overviewOf } from "../compose.ts";
import { text } from "../say/say.ts";
import { nextForCity, nextForCluster } from "./next.ts";

const MOST_RELATED = 4;
const MOST_NEAR = 3;
const MOST_SIDES = 5;

const nextOf = (dataset: Dataset, { clusters, cities }: Scope): NonNullable<Draft["next"]> => {
  const [cluster] = clusters;
  const [city] = cities;
  if (cluster !== undefined) return nextForCluster(dataset, cluster, cities);
  return city === undefined ? "statements" : nextForCity(dataset, city);
};

/** The fact that says it, what a claim about it got, or the nearest there is. */
export function tellStatements(dataset: Dataset, rows: StatementRows): Draft {
  const { facts, scope, exact, missing, verdict: judged } = rows;
  const [first, ...rest] = facts;
  if (!first) throw new Error("statements need a fact");
  const base = {
    clusters: scope.clusters.length > 0 ? scope.clusters : first.clusters,
    cities: scope.cities.length > 0 ? scope.cities : first.cities,
    next: nextOf(dataset, scope),
  };
  if (!exact) {
    const title = line(text("statementNear", { missing, fact: first }), [first]);
    const below = first.brief === undefined ? rest : facts;
    return { ...base, outcome: "clarify", title, blocks: factSection(below.slice(0, MOST_NEAR)) };
  }
  const each = judged ? [] : oneOfEach(rows);
  const told = each.length > 1 ? each : [first];
  const words = judged
    ? text("statementVerdict", { fact: first, ...judged })
    : text(scope.whole ? "sentences" : "statements", told);
  return {
    ...base,
    outcome: "answer",
    ...(judged && { verdict: judged.verdict }),
    title: line(words, told),
    blocks: factSection(
      [...told.filter((f) => f.brief), ...rest.filter((f) => !told.includes(f))].slice(0, MOST_RELATED),
    ),
  };
}

/** Which documents have which number. */
export function tellNumbers(_dataset: Dataset, { facts }: NumbersRows): Draft {
  const entries = facts.map((f) => ({ name: f.clusters[0] ?? f.document, numbers: f.numbers ?? [] }));
  return {
    outcome: "answer",
    title: line(text("numbers", entries), facts),
    clusters: facts.flatMap((f) => f.clusters),
    next: "documents",
  };
}

/** Where several are named, the first fact that is of each of them alone; nothing unless there is one of all. */
function oneOfEach({ facts, scope }: StatementRows): Fact[] {
  const { set, cities, clusters, classes } = scope;
  const names = [classes, clusters, set === undefined ? cities : []].find((n) => n.length > 1) ?? [];
  const found = names.flatMap(
    (name) =>
      facts.find(
        (f) => (f.group ?? [...f.clusters, ...f.cities].filter((n) => names.includes(n)).join()) === name,
      ) ?? [],
  );
  return found.length === names.length ? found : [];
}

/** Where sources disagree: one conflict with both sides, or all that are known. */
export function tellConflicts(_dataset: Dataset, { conflict, facts, all, disputed }: ConflictRows): Draft {
  if (!conflict)
    return {
      outcome: "clarify",
      title: line(text("conflicts")),
      blocks: [{ kind: "list", items: all.map((c) => text("conflictTitle", c)) }],
      next: "conflicts",
    };
  const words = disputed
    ? text("disputed", { conflict, verdict: disputed.verdict })
    : text("conflictTitle", conflict);
  const [cluster] = facts[0]?.clusters ?? [];
  return {
    outcome: "answer",
    title: line(words, facts.slice(0, 1)),
    blocks: factSection(facts.slice(0, MOST_SIDES), text("heading", "bySource")),
    clusters: facts.flatMap((f) => f.clusters),
    cities: facts.flatMap((f) => f.cities),
    next: cluster === undefined ? "conflict" : [overviewOf(cluster)],
  };
}

export const tellNothing = (dataset: Dataset, { scope, verdict }: NoRows): Draft => ({
  outcome: "unknown",
  title: line(text("nothing", { scope, verdict })),
  clusters: scope.clusters,
  cities: scope.cities,
  next: nextOf(dataset, scope),
});
