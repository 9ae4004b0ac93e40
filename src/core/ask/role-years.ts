/** What is said of a city in a cluster of a year in which it was given no role. */
import { named, type Query } from "../query.ts";
import type { Relations } from "./relations.ts";
import { rolesWhere } from "./role-rows.ts";
import type { StatementRows } from "./rows.ts";
import { scopeOf } from "./scope.ts";

/** 到 2027 年呢: of a year in which no role was given, what else is said of that city in it. */
export function saidOfYear(
  relations: Relations,
  query: Query,
  cluster: string,
  city: string,
): StatementRows | undefined {
  const years = named(query.where, "year");
  if (years.length === 0 || rolesWhere(relations, query.where).length > 0) return undefined;
  const facts = (relations.dataset.factsOfCluster.get(cluster) ?? []).filter(
    ({ cities, text }) => cities.includes(city) && years.some((year) => text.includes(year)),
  );
  return facts.length === 0
    ? undefined
    : { kind: "statements", scope: scopeOf(query), facts, exact: true, missing: [], verdict: undefined };
}
