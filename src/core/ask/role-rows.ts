/** The rows of roles that pass filters: the only file where filters meet them. */
import { WHOLE } from "../../dataset/schema.ts";
import { type Filter, isMembers, named, type Query, without } from "../query.ts";
import { roleTest } from "./match.ts";
import { type FigureRow, GIVERS, type Relations, type RoleRow } from "./relations.ts";
import { constraints } from "./scope.ts";

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

/** Of how many clusters a city is core by its stars, where the documents tell the number and not which: three stars are core. */
export function coreCounts(
  { figuresOfMeasure }: Relations,
  query: Pick<Query, "where" | "claim">,
): FigureRow[] {
  const filters = constraints(query);
  const [city, ...others] = named(filters, "city");
  const isAsked = isCoreAsked(filters) && named(filters, "cluster").length === 0;
  if (!isAsked || others.length > 0) return [];
  const counts = (figuresOfMeasure.get("count") ?? []).filter(
    ({ fact, figure, cities: own }) =>
      figure.series === undefined &&
      fact.topics.includes("rating") &&
      fact.group === WHOLE &&
      own.join() === city,
  );
  // What a report says of the province's count stands behind the province.
  return counts.toSorted((a, b) => GIVERS.indexOf(a.giver) - GIVERS.indexOf(b.giver));
}

/**
 * What documents say of how many clusters these cities are core of, of a class or of all twenty, without saying which: of
 * cities they name, or hold a city against. Where there is such a number, those that are listed are not all.
 */
export const starCounts = ({ figuresOfMeasure }: Relations, cities: readonly string[]): FigureRow[] =>
  (figuresOfMeasure.get("count") ?? []).filter(
    ({ fact, figure, cities: own }) =>
      figure.series === undefined &&
      fact.topics.includes("rating") &&
      cities.some((city) => own.includes(city) || fact.text.includes(city)),
  );

/** Three stars are core: the plan that marks them says so. */
export const isCoreAsked = (filters: readonly Filter[]): boolean =>
  named(filters, "tier").includes("core") || named(filters, "stars").includes("3");

/** Those of them that tell of more than are listed: of this city, or of one it is said to stand before. */
export const untold = (relations: Relations, city: string, listed: number): FigureRow[] =>
  starCounts(relations, [city]).filter(({ figure }) => (figure.value ?? 0) > listed);

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

/**
 * 医疗器械的核心城市: no role is told of that part alone, whoever it is, so that the cluster's are the nearest.
 * @returns the query of the whole cluster; undefined where the part has roles of its own or none is named.
 */
export function ofWholeCluster(relations: Relations, query: Query): Query | undefined {
  const filters = constraints(query);
  const judges = query.from === "role" && query.op !== "value" && query.op !== "compare";
  if (!judges || !asksPart(filters) || named(filters, "cluster").length === 0) return undefined;
  if (
    rolesWhere(relations, loosened(given(without(filters, "city", "document", "giver", "year")))).length > 0
  )
    return undefined;
  return { ...query, where: without(query.where, "part"), claim: without(query.claim, "part") };
}
