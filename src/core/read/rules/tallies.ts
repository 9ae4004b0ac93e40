/** How many cities or clusters there are said to be: of one that is named, and of each in a list. */
import { type Filter, isMembers, type Query, type Tally } from "../../query.ts";
import { filtersOf, has, hasDim, type Heard, valuesOf } from "../heard.ts";
import { isClaim, namesOne, wantOf } from "../mood.ts";
import {
  isCounting,
  isListing,
  isOfRoles,
  listOp,
  ranked,
  standsBefore,
  standsBeforeClusters,
} from "./about.ts";
import { claiming, LIST, query, type Rule, TONE, VERIFY } from "./rule.ts";

/** 只被一个集群, 只是两个集群. */
const NEAR = 4;

/** What cities and clusters are counted in. */
const COUNTED: ReadonlySet<string> = new Set(["个", ""]);

const isBound = (f: Filter): boolean => !isMembers(f);

/** The one bound that is said; a bare number is one where it is no number of a list that is wanted. */
function tallyOf(h: Heard): Tally | undefined {
  const [bound, ...others] = filtersOf(h).filter((f) => !isMembers(f));
  // 只有一个核心城市, 核心只有深圳: only is only one, or only as many as are named.
  const count = h.expected ?? (has(h, "only") ? Math.max(1, new Set(valuesOf(h, "city")).size) : undefined);
  if (bound === undefined) return count === undefined ? undefined : { cmp: "=", count };
  const { cmp, amount } = bound;
  return others.length === 0 && COUNTED.has(amount.base) ? { cmp, count: amount.value } : undefined;
}

const ofRoles = (h: Heard): boolean =>
  hasDim(h, "tier") &&
  !hasDim(h, "measure", "status", "series", "act", "number", "word", "part") &&
  valuesOf(h, "topic").every(isOfRoles) &&
  !ranked(h) &&
  !has(h, "than", "more", "less");

/** Whoever has a role is a city: 核心城市 names one, and so does 核心. */
const namesBothKinds = (h: Heard): boolean =>
  has(h, "noun-cluster", "which-cluster", "how-many-clusters") || hasDim(h, "class");

export const withTally = (h: Heard, asked: Omit<Query, "unused">): Omit<Query, "unused"> => {
  const { expected: _bare, ...rest } = asked;
  const tally = tallyOf(h);
  return { ...rest, where: rest.where.filter((f) => !isBound(f)), ...(tally && { tally }) };
};

/** What is asked for by name is listed, else what is not counted: 三个以上集群的核心城市. */
const listedOf = (h: Heard): "city" | "cluster" =>
  has(h, "which-city", "how-many-cities", "which-cluster", "how-many-clusters")
    ? (wantOf(h) ?? "cluster")
    : countsClusters(h)
      ? "city"
      : "cluster";

/** The number stands right before the clusters. */
const countsClusters = (h: Heard): boolean =>
  standsBeforeClusters(h, [
    ...h.filters.flatMap(({ filter, spans }) => (isMembers(filter) ? [] : spans)),
    ...(h.flags.get("expected") ?? []),
  ]);

/** 佛山只被一个集群列为核心: only so many, and not only this one. */
const countsOnly = (h: Heard): boolean =>
  namesOne(h, "city") &&
  (h.flags.get("only") ?? []).some(({ end }) =>
    (h.flags.get("noun-cluster") ?? []).some(({ start }) => start >= end && start - end <= NEAR),
  );

/** 每个支柱集群, 各市: whose number it is. */
const eachOf = (h: Heard): "city" | "cluster" | undefined =>
  hasDim(h, "class") || has(h, "whole") ? "cluster" : has(h, "noun-city", "which-city") ? "city" : undefined;

/** 各市分别是几个集群的核心: cities are asked for, and how many clusters. */
const isEachCity = (h: Heard): boolean => has(h, "how-many-clusters") && has(h, "members", "everything");

/** 所有集群的核心, 所有新兴集群的核心: of every one of them. */
const isOfAll = (h: Heard): boolean =>
  has(h, "whole-each") ||
  standsBefore(h, "class", [...(h.flags.get("everything") ?? []), ...(h.flags.get("all") ?? [])]);

export const TALLY_RULES: readonly Rule[] = [
  {
    name: "whether so many have a role",
    example: "深圳至少是10个集群的核心吗",
    when: (h) =>
      ofRoles(h) &&
      (hasDim(h, "value") || countsOnly(h)) &&
      isClaim(h) &&
      namesOne(h, "city") !== namesOne(h, "cluster"),
    takes: [...VERIFY, "members", "count"],
    query: (h) => {
      const { quantifier, ...claimed } = claiming(h, "tier");
      const kept = countsOnly(h) || quantifier === undefined ? claimed : { ...claimed, quantifier };
      return withTally(h, query(h, "role", "verify", kept));
    },
  },
  {
    name: "how many each of them has",
    example: "每个支柱集群各有几个核心城市",
    when: (h) =>
      ofRoles(h) &&
      isCounting(h) &&
      (has(h, "apiece", "whole-each") || isEachCity(h)) &&
      eachOf(h) !== undefined &&
      !hasDim(h, "value") &&
      !has(h, "not", "leave-out", "none", "only") &&
      !namesOne(h, "cluster") &&
      !namesOne(h, "city") &&
      !isClaim(h),
    takes: [...LIST, "choice"],
    query: (h) => {
      const want = eachOf(h);
      return query(h, "role", "best", { ...(want && { want }), extreme: "max", quantifier: "all" });
    },
  },
  {
    name: "whoever has all of them",
    example: "哪个城市是除生物医药外所有集群的核心",
    when: (h) =>
      ofRoles(h) &&
      isOfAll(h) &&
      wantOf(h) === "city" &&
      isListing(h) &&
      !hasDim(h, "value") &&
      h.expected === undefined &&
      !namesOne(h, "cluster") &&
      !namesOne(h, "city") &&
      !has(h, "not", "leave-out", "none", "any"),
    takes: [...LIST, ...TONE],
    query: (h) => query(h, "role", listOp(h), { want: "city", quantifier: "all" }),
  },
  {
    name: "those with so many",
    example: "哪些集群的核心城市超过3个",
    when: (h) =>
      ofRoles(h) &&
      tallyOf(h) !== undefined &&
      namesBothKinds(h) &&
      !namesOne(h, "cluster") &&
      (!namesOne(h, "city") || has(h, "only")) &&
      !(namesOne(h, "city") && isClaim(h)) &&
      !has(h, "not", "leave-out", "none"),
    takes: [...LIST, ...TONE, "value", "only"],
    query: (h) => withTally(h, query(h, "role", isCounting(h) ? "count" : listOp(h), { want: listedOf(h) })),
  },
];
