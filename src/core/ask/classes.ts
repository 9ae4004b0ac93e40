/** The two closed lists of ten: what is in them, what is not, and the place of each. */
import { ClusterClass, type Fact } from "../../dataset/schema.ts";
import { excluded, named, type Query } from "../query.ts";
import { allOf, judged, type Verdict } from "./amounts.ts";
import type { Relations } from "./relations.ts";
import type { ClassRows, ClassVerdictRows } from "./rows.ts";
import { constraints, scopeOf } from "./scope.ts";
import { universe } from "./universe.ts";

/** @param query one whose `from` is class. */
export const selectClasses = (relations: Relations, query: Query): ClassRows | ClassVerdictRows =>
  query.op === "verify" ? verify(relations, query) : list(relations, query);

/** The facts that list the members of a class. */
export const membership = ({ dataset }: Pick<Relations, "dataset">, group: ClusterClass): Fact[] =>
  (dataset.factsOfGroup.get(group) ?? []).filter((f) => f.topics.includes("membership"));

function list(relations: Relations, query: Query): ClassRows {
  const [contains] = named(query.where, "name");
  const [place] = named(query.where, "place").map(Number);
  const allowed = universe(relations, query, "cluster");
  const clusters = relations.dataset.clusters.filter(
    ({ id, order }) =>
      allowed.includes(id) &&
      (contains === undefined || id.toLowerCase().includes(contains)) &&
      (place === undefined || order === place),
  );
  const groups = ClusterClass.options.map((group) => ({
    class: group,
    clusters: clusters.filter((c) => c.class === group).map((c) => c.id),
    facts: membership(relations, group),
  }));
  const not = [...excluded(query.where, "class"), ...excluded(query.where, "cluster")];
  return {
    kind: "classes",
    groups: groups.filter((g) => g.clusters.length > 0),
    lists: groups.flatMap((g) => g.facts),
    counted: query.op === "count",
    among: amongOf(query),
    not: not.length > 0 ? not.join("、") : undefined,
    contains,
    place,
  };
}

/** 机器人、汽车、家电里哪个是新兴: both kinds are told, so that nobody who was named is passed over. */
function amongOf({ where }: Query): ClassRows["among"] {
  const clusters = named(where, "cluster");
  const [group] = [...named(where, "class"), ...excluded(where, "class")] as ClusterClass[];
  return group === undefined || clusters.length < 2
    ? undefined
    : { named: clusters, class: group, not: excluded(where, "class").length > 0 };
}

type Claimed = ClusterClass | "whole";

/** 半导体是支柱吗, 家具是 20 个之一吗, 支柱有 10 个吗. */
function verify(relations: Relations, query: Query): ClassVerdictRows {
  const { dataset } = relations;
  const clusters = named(query.where, "cluster");
  const [part] = named(query.where, "part");
  const other = part ?? named(query.where, "word")[0];
  const claimed = (named(query.claim, "class")[0] ?? "whole") as Claimed;
  const own = clusters.flatMap((id) => dataset.cluster.get(id)?.class ?? []);
  const bare = clusters.length === 0 && other === undefined;
  const expected = query.expected ?? (bare && query.whole ? dataset.clusters.length : undefined);
  const plain =
    expected === undefined ? belongs(own, claimed, other, query) : counts(relations, query, expected);
  const classes = claimed === "whole" ? ClusterClass.options : [...new Set([claimed, ...own])];
  return {
    kind: "class-verdict",
    scope: scopeOf(query),
    ...judged(plain, query),
    subject: other ?? clusters.join("、"),
    own,
    claimed,
    claimedWhole: query.claim.length > 0 || query.whole === true,
    facts: classes.flatMap((c) => membership(relations, c)),
    cluster: clusters[0],
    part,
    expected,
  };
}

/** The lists are closed: what is not on them is not one of them. A part of a cluster is no cluster. */
function belongs(
  own: readonly ClusterClass[],
  claimed: Claimed,
  other: string | undefined,
  { quantifier }: Query,
): Verdict {
  if ((other !== undefined && claimed === "whole") || own.length === 0) return "no";
  if (quantifier === "only") return own.length === ALL ? "yes" : "no";
  return allOf(own.map((c) => (claimed === "whole" || c === claimed ? "yes" : "no")));
}

/** Two lists of ten. */
const ALL = 20;

function counts({ dataset }: Relations, query: Query, expected: number): Verdict {
  const [claimed] = named(constraints(query), "class");
  const size = dataset.clusters.filter((c) => claimed === undefined || c.class === claimed).length;
  return size === expected ? "yes" : "no";
}
