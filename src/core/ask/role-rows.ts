/** The rows of roles that pass filters: the only file where filters meet them. */
import { type Filter, isMembers, named } from "../query.ts";
import { roleTest } from "./match.ts";
import type { Relations, RoleRow } from "./relations.ts";

export function rolesWhere(relations: Relations, filters: readonly Filter[]): RoleRow[] {
  const clusters = named(filters, "cluster");
  const cities = named(filters, "city");
  const pool =
    clusters.length === 1
      ? relations.rolesOfCluster.get(clusters[0] ?? "")
      : cities.length === 1
        ? relations.rolesOfCity.get(cities[0] ?? "")
        : relations.roles;
  return (pool ?? []).filter(roleTest(filters));
}

/** Somebody's word is asked for, not the province's in particular. */
export const asksGiver = (filters: readonly Filter[]): boolean =>
  filters.some((f) => f.dim === "giver" || f.dim === "document");

/** Rows of what the province gave, unless somebody else is asked for. */
export const given = (filters: readonly Filter[]): Filter[] =>
  asksGiver(filters) ? [...filters] : [...filters, { dim: "giver", in: ["province"] }];

/** With `each` a row still has to be of one of the named. */
export const loosened = (filters: readonly Filter[]): Filter[] =>
  filters.map((f) => (isMembers(f) && f.each ? { dim: f.dim, in: f.in } : f));

export const asksPart = (filters: readonly Filter[]): boolean => named(filters, "part").length > 0;
