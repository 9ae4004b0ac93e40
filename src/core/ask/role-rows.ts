/** The rows of roles that pass filters: the only file where filters meet them. */
import { type Filter, isMembers, named } from "../query.ts";
import { roleTest } from "./match.ts";
import type { Relations, RoleRow } from "./relations.ts";

/** The strongest first. */
export const rolesWhere = (relations: Relations, filters: readonly Filter[]): RoleRow[] =>
  pooled(relations, filters)
    .filter(roleTest(filters))
    .toSorted((a, b) => a.place - b.place);

/** The fewest rows among which all that pass are: looking at every row is slow where there are many. */
function pooled(relations: Relations, filters: readonly Filter[]): readonly RoleRow[] {
  const { rolesOfCluster, rolesOfCity, rolesOfTier, rolesOfDocument } = relations;
  const pools = [
    ...inPool(rolesOfCluster, named(filters, "cluster")),
    ...inPool(rolesOfCity, named(filters, "city")),
    ...inPool(rolesOfTier, named(filters, "tier")),
    ...inPool(rolesOfDocument, named(filters, "document")),
  ];
  const size = (pool: readonly (readonly RoleRow[])[]): number =>
    pool.reduce((n, { length }) => n + length, 0);
  return pools.toSorted((a, b) => size(a) - size(b))[0]?.flat() ?? relations.roles;
}

const inPool = (rows: ReadonlyMap<string, readonly RoleRow[]>, values: readonly string[]) =>
  values.length === 0 ? [] : [values.map((value) => rows.get(value) ?? [])];

/** Somebody's word is asked for, not the province's in particular. */
export const asksGiver = (filters: readonly Filter[]): boolean =>
  filters.some((f) => f.dim === "giver" || f.dim === "document");

/** Rows of what the province gave, unless somebody else is asked for. */
export const given = (filters: readonly Filter[]): Filter[] =>
  asksGiver(filters) ? [...filters] : [...filters, { dim: "giver", in: ["province"] }];

/** With `each` a row still has to be of one of the named. */
export const loosened = (filters: readonly Filter[]): Filter[] =>
  filters.map((f) => (isMembers(f) && f.each ? { dim: f.dim, in: f.in } : f));

/** The province's roles in an industry beside a cluster: none in the cluster as a whole, but never nothing at all. */
export const inParts = (rows: readonly RoleRow[]): RoleRow[] =>
  rows.filter((r) => r.sub && r.giver === "province");

export const asksPart = (filters: readonly Filter[]): boolean => named(filters, "part").length > 0;
