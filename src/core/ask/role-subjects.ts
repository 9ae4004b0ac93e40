/** Whom a claim about roles is of: those that are named, and those who have what is claimed. */
import { excluded, named, only, type Query, without } from "../query.ts";
import { isDisputed } from "./disputes.ts";
import type { Subjects } from "./role-judged.ts";
import { ordered, type Relations, type RoleRow } from "./relations.ts";
import { asksPart, given, inParts, loosened, rolesWhere } from "./role-rows.ts";
import type { Holders } from "./rows.ts";
import { constraints, regionOf } from "./scope.ts";
import { universe, type Want } from "./universe.ts";

export function subjects(relations: Relations, query: Query, dim: Want): Subjects {
  const filters = constraints(query);
  const region = regionOf(filters);
  const own = named(
    filters.filter((f) => f !== region),
    dim,
  );
  const left = excluded(filters, dim);
  if (own.length > 0) return { names: own.filter((n) => !left.includes(n)), open: false };
  const byClass = dim === "cluster" && only(filters, "class").length > 0;
  // 除了中山，其他市都在: each of the others is meant.
  const isRest = dim === "city" && query.quantifier === "all" && left.length > 0;
  const isOpen = !isRest && (!byClass || query.quantifier === undefined);
  return { names: universe(relations, query, dim), open: isOpen };
}

export const heldBy = ({ names, open }: Subjects, holders: Holders): string[] =>
  open ? names.filter((n) => holders.names.includes(n)) : names;

/** Who does have what is claimed. */
export function holdersOf(relations: Relations, query: Query, of: Want): Holders {
  const region = of === "city" ? regionOf(constraints(query)) : undefined;
  const filters = [...without(constraints(query), of), ...(region ? [region] : [])];
  const rows = rolesWhere(relations, loosened(given(filters)));
  return holdersIn(relations, asksPart(filters) ? rows : rows.filter((r) => !r.sub), of);
}

/** Who holds it in an industry beside the cluster, and nowhere in a whole one. */
export function besideHolders(relations: Relations, query: Query, { of, names }: Holders): RoleRow[] {
  const region = of === "city" ? regionOf(constraints(query)) : undefined;
  const filters = [...without(constraints(query), of), ...(region ? [region] : [])];
  if (asksPart(filters)) return [];
  const own = named(constraints(query), of);
  return inParts(rolesWhere(relations, loosened(given(filters)))).filter(
    (r) => !names.includes(r[of]) && (of === "city" || own.length === 0 || own.includes(r[of])),
  );
}

/** 只有深圳吗, of no cluster in particular: whoever else holds it where these do. */
export function holdersBeside(relations: Relations, query: Query, cities: readonly string[]): Holders {
  const rows = rolesWhere(relations, given(without(constraints(query), "city"))).filter((r) => !r.sub);
  const clusters = new Set(rows.filter((r) => cities.includes(r.city)).map((r) => r.cluster));
  return holdersIn(
    relations,
    rows.filter((r) => clusters.has(r.cluster)),
    "city",
  );
}

export const holdersIn = (relations: Relations, rows: RoleRow[], of: Want): Holders => ({
  of,
  names: ordered(
    rows.map((r) => r[of]),
    of === "city" ? relations.dataset.cities : relations.dataset.clusters,
  ),
  rows,
  open: rows.some((r) => r.open),
  disputed: disputedIn(relations, rows, of),
});

/** Whose every row is one the sources disagree about. */
const disputedIn = ({ dataset }: Relations, rows: readonly RoleRow[], of: Want): string[] =>
  [...new Set(rows.map((r) => r[of]))].filter((name) =>
    rows.every((r) => r[of] !== name || isDisputed(dataset, r)),
  );
