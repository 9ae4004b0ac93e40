/** Questions about roles: who has one, which one it is, who has the most. */
import { type Filter, isMembers, isSeveral, named, only, type Query, without } from "../query.ts";
import { type FigureRow, ordered, type Relations, type RoleRow } from "./relations.ts";
import {
  asksGiver,
  asksPart,
  coreCounts,
  given,
  inParts,
  loosened,
  isCoreAsked,
  rolesWhere,
  untold,
} from "./role-rows.ts";
import { roleTest } from "./match.ts";
import { ranking, tallied } from "./role-counts.ts";
import { saidOfYear } from "./role-years.ts";
import { verifyRoles } from "./role-verdicts.ts";
import {
  type CellRows,
  type CompareRows,
  type MembersRows,
  type NoRows,
  nothing,
  type RankingRows,
  type StatementRows,
  type VerdictRows,
} from "./rows.ts";
import { constraints, scopeOf } from "./scope.ts";
import { otherOf, universe, type Want, wantOf } from "./universe.ts";

type RoleAnswer = MembersRows | CellRows | StatementRows | VerdictRows | CompareRows | RankingRows | NoRows;

/** @param query one whose `from` is role. */
export function selectRoles(relations: Relations, query: Query): RoleAnswer {
  switch (query.op) {
    case "verify":
      if (isTogether(query)) return members(relations, together(query));
      return query.extreme === undefined ? verifyRoles(relations, query) : ranking(relations, query);
    case "best":
      return ranking(relations, query);
    case "list":
    case "count":
      return counted(relations, query) ?? members(relations, query);
    default:
      return cells(relations, query);
  }
}

/** 两个以上集群的核心, 所有集群的核心: those with so many, or with every one there is. */
function counted(relations: Relations, query: Query): RankingRows | undefined {
  const { tally, quantifier } = query;
  if (tally) return tallied(relations, query, tally);
  if (quantifier !== "all") return undefined;
  return tallied(relations, query, {
    cmp: ">=",
    count: universe(relations, query, otherOf(wantOf(query))).length,
  });
}

/** 有没有集群同时以汕尾和深圳为核心: those clusters are wanted that have both. */
const isTogether = ({ where, claim, quantifier, negated }: Query): boolean =>
  quantifier === "all" &&
  !negated &&
  named([...where, ...claim], "cluster").length === 0 &&
  where.some((f) => isSeveral(f, "city"));

const together = (query: Query): Query => ({
  ...query,
  op: "list",
  want: "cluster",
  where: [
    ...query.where.map((f) => (isMembers(f) && f.dim === "city" ? { ...f, each: true as const } : f)),
    ...query.claim,
  ],
  claim: [],
});

// Lists ----------------------------------------------------------------------------------------------------------

function members(relations: Relations, query: Query): MembersRows {
  const want = wantOf(query);
  const { dataset } = relations;
  const filters = given(constraints(query));
  const all = rolesWhere(relations, loosened(filters));
  const { rows, beside } = wholeFirst(withoutThose(relations, query, all), query, want);
  const holders = [...rows, ...(query.negated ? beside : [])].map((r) => r[want]);
  const stated = statedOf(relations, query, holders);
  const numbered = stated.flatMap((f) => f.cities);
  const names = query.negated
    ? universe(relations, query, want).filter((name) => !holders.includes(name) && !numbered.includes(name))
    : ordered(holders, want === "city" ? dataset.cities : dataset.clusters);
  return {
    kind: "members",
    scope: scopeOf(query),
    want,
    names,
    rows,
    complement: query.negated,
    partial: rows.some((r) => r.sub) && !asksPart(filters),
    inParts: inParts(beside),
    open: rows.some((r) => r.open) || (query.negated && (query.claim.length === 0 || stated.length > 0)),
    counted: query.op === "count",
    expected: query.expected,
    near: names.length === 0 && !query.negated ? besides(relations, filters) : [],
    others: othersOf(relations, query, want),
    counts: want === "cluster" && !query.negated ? countsOf(relations, query) : [],
    stated,
  };
}

/** How many clusters a city is core of by numbers alone: of one of which none is listed, or fewer; of all who are in no list. */
function statedOf(relations: Relations, query: Query, holders: readonly string[]): FigureRow[] {
  const filters = constraints(query);
  const isOfAll = named(filters, "cluster").length === 0 && isCoreAsked(filters);
  if (wantOf(query) === "city") {
    const names = universe(relations, query, "city").filter((name) => !holders.includes(name));
    return query.negated && isOfAll ? names.flatMap((name) => untold(relations, name, 0)) : [];
  }
  if (holders.length === 0) return coreCounts(relations, query);
  const [city, ...others] = named(filters, "city");
  const isWhole = isOfAll && others.length === 0 && only(filters, "document", "class").length === 0;
  return city !== undefined && isWhole ? untold(relations, city, new Set(holders).size) : [];
}

/** 而深圳不是: rows of those that have it too are left out. */
function withoutThose(relations: Relations, query: Query, rows: readonly RoleRow[]): readonly RoleRow[] {
  const { lacks } = query;
  if (!lacks) return rows;
  const want = otherOf(lacks.dim);
  const same = [...without(constraints(query), lacks.dim), { dim: lacks.dim, in: [...lacks.in] }];
  const have = new Set(rolesWhere(relations, given(same)).map((r) => r[want]));
  return rows.filter((r) => !have.has(r[want]));
}

/**
 * Roles in an industry beside the cluster come where it is named or nothing else is held. Otherwise they stand beside the
 * list: they are no role in the whole, but whoever has one is not without any.
 */
function wholeFirst(
  all: readonly RoleRow[],
  query: Query,
  want: Want,
): { rows: RoleRow[]; beside: RoleRow[] } {
  const filters = constraints(query);
  const every = ofEach(all, filters, want);
  if (asksPart(filters)) return { rows: every, beside: [] };
  const rows = ofEach(
    all.filter((r) => !r.sub),
    filters,
    want,
  );
  const names = new Set(rows.map((r) => r[want]));
  const beside = every.filter((r) => !names.has(r[want]));
  return query.negated || rows.length > 0 ? { rows, beside } : { rows: beside, beside: [] };
}

/** Each named city has to be in the cluster, each named network have the city: rows are kept of those that have all of them. */
function ofEach(rows: readonly RoleRow[], filters: readonly Filter[], want: Want): RoleRow[] {
  const each = filters.filter(isMembers).find((f) => f.dim !== want && f.each);
  if (!each) return [...rows];
  const holding = each.in.map((wanted) => {
    const isOf = roleTest([{ dim: each.dim, in: [wanted] }]);
    return new Set(rows.filter(isOf).map((r) => r[want]));
  });
  return rows.filter((r) => holding.every((names) => names.has(r[want])));
}

/**
 * What is given there otherwise; where that is nothing, by other documents too. A word that stands in no role may itself be
 * meant as the cluster: roles in all others are nothing near.
 */
function besides(relations: Relations, filters: readonly Filter[]): RoleRow[] {
  if (named(filters, "word").length > 0 && named(filters, "cluster").length === 0) return [];
  const free = loosened(without(filters, "tier", "part", "word"));
  const inside = rolesWhere(relations, free);
  return inside.length > 0 ? inside : rolesWhere(relations, given(without(free, "document")));
}

/** How many there are by the documents' own count: 惠州被写进 6 个. */
function countsOf({ figuresOfSeries }: Relations, query: Query): FigureRow[] {
  const asked = named(query.where, "city");
  return (figuresOfSeries.get("coverage") ?? []).filter(
    ({ measure, cities: [own = "", ...more] }) =>
      measure === "count" && more.length === 0 && asked.includes(own),
  );
}

/** What cities and reports say of themselves: shown below, never as the province's. */
function othersOf(relations: Relations, query: Query, want: Want): RoleRow[] {
  const { where, claim, negated } = query;
  if (negated || claim.length > 0 || named(where, "tier").length > 0 || asksGiver(where)) return [];
  return ofEach(
    rolesWhere(relations, [...loosened(where), { dim: "giver", in: ["city", "report"] }]),
    where,
    want,
  );
}

// Cells ----------------------------------------------------------------------------------------------------------

function cells(relations: Relations, query: Query): CellRows | CompareRows | StatementRows | NoRows {
  const [cluster, ...clusters] = named(query.where, "cluster");
  const [city, ...cities] = named(query.where, "city");
  const isSingle = clusters.length + cities.length === 0 && query.op !== "compare";
  return isSingle && cluster !== undefined && city !== undefined
    ? (saidOfYear(relations, query, cluster, city) ?? cell(relations, query, cluster, city))
    : sideBySide(relations, query);
}

/** What the documents say of one city in one cluster. */
export function cell(relations: Relations, query: Query, cluster: string, city: string): CellRows {
  const { dataset } = relations;
  const region = dataset.city.get(city)?.region;
  const rows = rolesWhere(relations, query.where);
  const isGiven = rows.some((r) => r.giver === "province");
  const pair = only(query.where, "cluster", "city");
  const facts = dataset.factsOfCluster.get(cluster) ?? [];
  const regional = facts.filter((f) => region !== undefined && f.regions?.includes(region) && !f.figures);
  // 省里给中山安排了什么: its own cluster is no role the province gave, but the province's plan tells of it.
  const inPlans = rows.length === 0 && asksGiver(query.where);
  const beside = facts.filter(
    (f) =>
      (!f.role || (inPlans && dataset.document.get(f.document)?.layer === "province")) &&
      f.cities.includes(city) &&
      !f.topics.includes("mention"),
  );
  return {
    kind: "cell",
    scope: scopeOf(query),
    cluster,
    city,
    rows,
    wider: isGiven ? [] : rolesWhere(relations, given(pair)),
    regional: isGiven ? [] : regional,
    besides: rows.length < 3 ? beside.slice(0, 2) : [],
  };
}

function sideBySide(relations: Relations, query: Query): CompareRows | NoRows {
  const clusters = named(query.where, "cluster");
  const cities = named(query.where, "city");
  const of = clusters.length > 1 && cities.length < 2 ? "cluster" : "city";
  const names = of === "city" ? cities : clusters;
  // In one cluster each is shown with the role it has, whichever was spoken of.
  const within = clusters.length > 0 && cities.length > 0 ? without(query.where, "tier") : query.where;
  const rows = rolesWhere(relations, given(within));
  const figures = (of === "cluster" ? clusters : [])
    .flatMap((c) => relations.figuresOfCluster.get(c) ?? [])
    .filter((f) => f.cities.length === 0 && !f.regional);
  const isOneCell = clusters.length > 0 && cities.length > 0 && !asksGiver(query.where);
  const others = rows.length === 0 && isOneCell ? rolesWhere(relations, within) : [];
  return rows.length + figures.length + others.length === 0
    ? nothing(query)
    : { kind: "compare", scope: scopeOf(query), of, names, rows, others, figures };
}
