/** Whether it is so of roles: yes where a row says so, no where the documents leave no room, otherwise not said. */
import { isSet, type Lacks, type Members, named, only, type Query, type Tally, without } from "../query.ts";
import { allOf, anyOf, opposite, type Verdict } from "./amounts.ts";
import { roleTest } from "./match.ts";
import { numberedList } from "./numbered.ts";
import { byCount, counted, quantified, type Subjects, unlessInParts } from "./role-judged.ts";
import { pairVerdicts } from "./pair-verdicts.ts";
import type { FigureRow, Relations, RoleRow } from "./relations.ts";
import { coreCounts, isCoreAsked, untold } from "./role-rows.ts";
import { besideHolders, heldBy, holdersBeside, holdersIn, holdersOf, subjects } from "./role-subjects.ts";
import type { Holders, Pair, VerdictRows } from "./rows.ts";
import { constraints, scopeOf } from "./scope.ts";
import { universe } from "./universe.ts";

/** @param query one whose `from` is role, its op verify. */
export function verifyRoles(relations: Relations, query: Query): VerdictRows {
  if (query.lacks) return halves(relations, query, query.lacks);
  const inside = query.claim.find(isSet);
  if (inside) return contained(relations, query, inside);
  const { quantifier, negated } = query;
  const over = query.want === "cluster" && (quantifier === "all" || quantifier === "none");
  if (over && named(constraints(query), "city").length === 0) return eachCluster(relations, query);
  const clusters = over
    ? { names: universe(relations, query, "cluster"), open: false }
    : subjects(relations, query, "cluster");
  const cities = subjects(relations, query, "city");
  const list = meantList(relations, query, clusters, cities);
  if (list.length > 0) return ofList(relations, query, list, cities);
  const holders =
    quantifier === "only" && query.expected === undefined && clusters.open && !cities.open
      ? holdersBeside(relations, query, cities.names)
      : holdersOf(relations, query, clusters.open || query.want === "cluster" ? "cluster" : "city");
  const asked = holders.of === "city" ? cities : clusters;
  const tally = asked.open ? tallyOf(query) : undefined;
  const more = holders.of === "cluster" ? moreThan(relations, query, holders) : [];
  const beside = besideHolders(relations, query, holders);
  const pairs = heldBy(clusters, holders).flatMap((cluster) =>
    pairVerdicts(relations, query, cluster, heldBy(cities, holders)),
  );
  const plain =
    tally === undefined
      ? unlessInParts(
          quantified(query, pairs, holders, asked),
          query,
          { of: holders.of, inParts: beside },
          asked,
        )
      : counted(tally, more.length > 0 ? { ...holders, open: true } : holders, beside, more);
  // Where some are listed, their number has been weighed with them; of stars the plan tells the number itself.
  const isTold = holders.names.length === 0 || (tally !== undefined && isOfStars(query));
  const told = isTold ? coreCounts(relations, query) : [];
  const bySole = (verdict: Verdict): Verdict => (isTold ? byCount(verdict, told, query) : verdict);
  const stated = holders.names.length === 0 ? told : tally ? more : [];
  // 都不: the negation is part of what is quantified.
  const isDenied = negated && (tally !== undefined || quantifier !== "none");
  const verdict = isDenied ? opposite(bySole(plain)) : bySole(plain);
  return { ...plainly(query), verdict, pairs, holders, inParts: beside, stated, tally };
}

const isOfStars = (query: Query): boolean =>
  named(query.claim, "stars").length > 0 && only(constraints(query), "document", "class").length === 0;

/** What every verdict on roles is, where nothing else is to be said. */
const plainly = (query: Query) => ({
  kind: "role-verdict" as const,
  scope: scopeOf(query),
  negated: query.negated,
  quantifier: query.quantifier,
  inParts: [],
  stated: [],
  tally: undefined,
  inside: undefined,
});

/** 都不, 都没有: the negation is part of what is quantified. */
const asDenied = ({ negated, quantifier }: Query, plain: Verdict): Verdict =>
  negated && quantifier !== "none" ? opposite(plain) : plain;

/** Of one city and the core of any cluster: numbers of more than those that are listed. */
function moreThan(relations: Relations, query: Query, { names }: Holders): FigureRow[] {
  const filters = constraints(query);
  const [city, ...others] = named(filters, "city");
  const isCore = isCoreAsked(filters);
  const isNarrow = others.length > 0 || only(filters, "document", "class", "cluster").length > 0;
  return city === undefined || !isCore || isNarrow ? [] : untold(relations, city, names.length);
}

const tallyOf = ({ tally, expected }: Query): Tally | undefined =>
  tally ?? (expected === undefined ? undefined : { cmp: "=", count: expected });

/** 每个集群都有核心城市: of each whether anybody is named. */
function eachCluster(relations: Relations, query: Query): VerdictRows {
  const holders = holdersOf(relations, query, "cluster");
  const beside = besideHolders(relations, query, holders);
  const pairs = universe(relations, query, "cluster").map((cluster): Pair => {
    const rows = holders.rows.filter((r) => r.cluster === cluster);
    return { cluster, city: rows[0]?.city ?? "", verdict: rows.length > 0 ? "yes" : "unsaid", rows, own: [] };
  });
  const verdicts = pairs.map((p) => p.verdict);
  const plain = query.quantifier === "none" ? opposite(anyOf(verdicts)) : allOf(verdicts);
  const verdict = asDenied(query, plain);
  return { ...plainly(query), verdict, pairs, holders: { ...holders, open: false }, inParts: beside };
}

/** 广州是而深圳不是: of the ones it must be so, of the others not. */
function halves(relations: Relations, query: Query, lacks: Lacks): VerdictRows {
  const { lacks: _others, ...rest } = query;
  const has = verifyRoles(relations, rest);
  const other = [...without(rest.where, lacks.dim), { dim: lacks.dim, in: [...lacks.in] }];
  const hasNot = verifyRoles(relations, { ...rest, where: other });
  return {
    ...has,
    scope: scopeOf(query),
    verdict: allOf([has.verdict, opposite(hasNot.verdict)]),
    pairs: [...has.pairs, ...hasNot.pairs],
    holders: { ...has.holders, of: lacks.dim, names: [...new Set(has.pairs.map((p) => p[lacks.dim]))] },
  };
}

/** 那 13 个市: the list of the cluster that holds as many; not where the cities that are named are counted. */
function meantList(relations: Relations, query: Query, clusters: Subjects, cities: Subjects): RoleRow[] {
  const { expected = 0, quantifier } = query;
  const [cluster, ...others] = clusters.names;
  const isOther = clusters.open || others.length > 0 || cities.open || quantifier === "only";
  if (cluster === undefined || isOther || expected < 2 || expected === cities.names.length) return [];
  const fits = roleTest([
    ...without(constraints(query), "cluster", "city"),
    { dim: "giver", in: ["draft"], not: true },
  ]);
  return numberedList((relations.rolesOfCluster.get(cluster) ?? []).filter(fits), expected);
}

/** A list whose number is said is closed: who is not on it is not. */
function ofList(relations: Relations, query: Query, list: RoleRow[], cities: Subjects): VerdictRows {
  const holders = holdersIn(relations, list, "city");
  const pairs = cities.names.map((city): Pair => {
    const rows = list.filter((r) => r.city === city);
    return {
      cluster: list[0]?.cluster ?? "",
      city,
      verdict: rows.length > 0 ? "yes" : "no",
      rows,
      own: rows,
    };
  });
  const verdict = asDenied(query, quantified(query, pairs, holders, cities));
  return { ...plainly(query), verdict, pairs, holders };
}

/** 核心都在珠三角吗: every holder against the set, and not the set against the holders. */
function contained(relations: Relations, query: Query, inside: Members): VerdictRows {
  const isInside = (city: string): boolean => inside.in.includes(city) !== (inside.not ?? false);
  const rest = { ...query, claim: query.claim.filter((f) => f !== inside) };
  const [cluster = ""] = named(query.where, "cluster");
  const anyone: Subjects = { names: [], open: false };
  const list = meantList(relations, rest, { names: named(rest.where, "cluster"), open: false }, anyone);
  const holders = list.length > 0 ? holdersIn(relations, list, "city") : holdersOf(relations, rest, "city");
  const pairs = holders.names.map((city): Pair => ({
    cluster,
    city,
    verdict: isInside(city) ? "yes" : "no",
    rows: holders.rows.filter((r) => r.city === city),
    own: [],
  }));
  const { quantifier = "all" } = query;
  const verdicts = pairs.map((p) => p.verdict);
  const all = allOf(verdicts);
  const isNone = query.quantifier === "none" || query.quantifier === "any";
  // Only those that may make a difference: of all those outside, of none those inside.
  const beside = besideHolders(relations, rest, holders).filter((r) => isInside(r.city) === isNone);
  const lasting = (verdict: Verdict): Verdict =>
    verdict === "yes" && (holders.open || beside.length > 0) ? "unsaid" : verdict;
  const plain = {
    all: lasting(all),
    only: lasting(all),
    any: anyOf(verdicts),
    none: lasting(opposite(anyOf(verdicts))),
  }[quantifier];
  return {
    ...plainly(query),
    verdict: asDenied(query, plain),
    quantifier,
    pairs,
    holders,
    inParts: beside,
    inside: { name: inside.as ?? "", not: inside.not ?? false },
  };
}
