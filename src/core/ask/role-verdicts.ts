/** Whether it is so of roles: yes where a row says so, no where the documents leave no room, otherwise not said. */
import { excluded, type Members, isMembers, named, only, type Query, without } from "../query.ts";
import { allOf, anyOf, opposite, type Verdict } from "./amounts.ts";
import { roleTest } from "./match.ts";
import { isDisputed } from "./disputes.ts";
import { numberedList } from "./numbered.ts";
import { byCount, counted, quantified, type Subjects, unlessInParts } from "./role-judged.ts";
import { pairVerdicts } from "./pair-verdicts.ts";
import { ordered, type Relations, type RoleRow } from "./relations.ts";
import { asksPart, coreCounts, given, inParts, loosened, rolesWhere } from "./role-rows.ts";
import type { Holders, Pair, VerdictRows } from "./rows.ts";
import { constraints, scopeOf } from "./scope.ts";
import { universe, type Want } from "./universe.ts";

/** @param query one whose `from` is role, its op verify. */
export function verifyRoles(relations: Relations, query: Query): VerdictRows {
  const inside = query.claim.filter(isMembers).find((f) => f.dim === "city" && f.as !== undefined);
  if (inside) return contained(relations, query, inside);
  const { quantifier, negated } = query;
  const over = query.want === "cluster" && (quantifier === "all" || quantifier === "none");
  const clusters = over
    ? { names: universe(relations, query, "cluster"), open: false }
    : subjects(relations, query, "cluster");
  const cities = subjects(relations, query, "city");
  const list = meantList(relations, query, clusters, cities);
  if (list.length > 0) return ofList(relations, query, list, cities);
  const holders =
    quantifier === "only" && query.expected === undefined && clusters.open && !cities.open
      ? holdersBeside(relations, query, cities.names)
      : holdersOf(relations, query, clusters.open || over ? "cluster" : "city");
  const asked = holders.of === "city" ? cities : clusters;
  const expected = asked.open ? query.expected : undefined;
  const beside = besideHolders(relations, query, holders);
  const pairs = heldBy(clusters, holders).flatMap((cluster) =>
    pairVerdicts(relations, query, cluster, heldBy(cities, holders)),
  );
  const plain =
    expected === undefined
      ? unlessInParts(
          quantified(query, pairs, holders, asked),
          query,
          { of: holders.of, inParts: beside },
          asked,
        )
      : counted(expected, holders, beside);
  const stated = holders.names.length === 0 ? coreCounts(relations, query) : [];
  // 都不: the negation is part of what is quantified.
  const isDenied = negated && (expected !== undefined || quantifier !== "none");
  return {
    kind: "role-verdict",
    scope: scopeOf(query),
    verdict: isDenied ? opposite(byCount(plain, stated, query)) : byCount(plain, stated, query),
    negated,
    pairs,
    holders,
    inParts: beside,
    stated,
    expected,
    quantifier,
    inside: undefined,
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
  const { quantifier, negated } = query;
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
  const plain = quantified(query, pairs, holders, cities);
  return {
    kind: "role-verdict",
    scope: scopeOf(query),
    verdict: negated && quantifier !== "none" ? opposite(plain) : plain,
    negated,
    pairs,
    holders,
    inParts: [],
    stated: [],
    expected: undefined,
    quantifier,
    inside: undefined,
  };
}

/** 核心都在珠三角吗: every holder against the set, and not the set against the holders. */
function contained(relations: Relations, query: Query, inside: Members): VerdictRows {
  const isInside = (city: string): boolean => inside.in.includes(city) !== (inside.not ?? false);
  const holders = holdersOf(relations, { ...query, claim: query.claim.filter((f) => f !== inside) }, "city");
  const [cluster = ""] = named(query.where, "cluster");
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
  const rest = { ...query, claim: query.claim.filter((f) => f !== inside) };
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
    kind: "role-verdict",
    scope: scopeOf(query),
    // 都不在: the negation is part of what is quantified.
    verdict: query.negated && quantifier !== "none" ? opposite(plain) : plain,
    negated: query.negated,
    quantifier,
    pairs,
    holders,
    inParts: beside,
    stated: [],
    expected: undefined,
    inside: inside.as ?? "",
  };
}

// Of whom ------------------------------------------------------------------------------------------------------------

function subjects(relations: Relations, query: Query, dim: Want): Subjects {
  const filters = constraints(query);
  const own = named(filters, dim);
  const left = excluded(filters, dim);
  if (own.length > 0) return { names: own.filter((n) => !left.includes(n)), open: false };
  const byClass = dim === "cluster" && only(filters, "class").length > 0;
  // 除了中山，其他市都在: each of the others is meant.
  const isRest = dim === "city" && query.quantifier === "all" && left.length > 0;
  const isOpen = !isRest && (!byClass || query.quantifier === undefined);
  return { names: universe(relations, query, dim), open: isOpen };
}

const heldBy = ({ names, open }: Subjects, holders: Holders): string[] =>
  open ? names.filter((n) => holders.names.includes(n)) : names;

/** Who does have what is claimed. */
function holdersOf(relations: Relations, query: Query, of: Want): Holders {
  const filters = without(constraints(query), of);
  const rows = rolesWhere(relations, loosened(given(filters)));
  return holdersIn(relations, asksPart(filters) ? rows : rows.filter((r) => !r.sub), of);
}

/** Who holds it in an industry beside the cluster, and nowhere in a whole one. */
function besideHolders(relations: Relations, query: Query, { of, names }: Holders): RoleRow[] {
  const filters = without(constraints(query), of);
  if (asksPart(filters)) return [];
  const own = named(constraints(query), of);
  return inParts(rolesWhere(relations, loosened(given(filters)))).filter(
    (r) => !names.includes(r[of]) && (of === "city" || own.length === 0 || own.includes(r[of])),
  );
}

/** 只有深圳吗, of no cluster in particular: whoever else holds it where these do. */
function holdersBeside(relations: Relations, query: Query, cities: readonly string[]): Holders {
  const rows = rolesWhere(relations, given(without(constraints(query), "city"))).filter((r) => !r.sub);
  const clusters = new Set(rows.filter((r) => cities.includes(r.city)).map((r) => r.cluster));
  return holdersIn(
    relations,
    rows.filter((r) => clusters.has(r.cluster)),
    "city",
  );
}

const holdersIn = (relations: Relations, rows: RoleRow[], of: Want): Holders => ({
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
