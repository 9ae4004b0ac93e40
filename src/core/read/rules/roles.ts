/** Roles: whose, in what, and whether. */
import { isMembers, isSet, type Span } from "../../query.ts";
import { filtersOf, has, hasDim, type Heard, valuesOf } from "../heard.ts";
import { isClaim, isNegated, namesOne, quantifierOf, wantOf } from "../mood.ts";
import {
  eachHasOne,
  isBehind,
  isListing,
  isOfRoles,
  listing,
  listOp,
  namesBoth,
  onlyOfCluster,
  overClusters,
  ranked,
  several,
  standsBeforeClusters,
} from "./about.ts";
import { claiming, LIST, VERIFY, TONE, extremeOf, query, type Rule } from "./rule.ts";

const roleLike = (h: Heard): boolean =>
  hasDim(h, "tier") ||
  has(h, "which-city", "which-cluster", "how-many-cities", "how-many-clusters", "role") ||
  (hasDim(h, "cluster", "city") && has(h, "only", "not", "leave-out", "members"));
const free = (h: Heard): boolean =>
  !hasDim(h, "measure", "status", "value", "series", "act", "number") &&
  valuesOf(h, "topic").every((t) => isOfRoles(t) || (t === "task" && hasDim(h, "tier") && isListing(h)));
/** 佛山家电行吗 names a city and a cluster as well, and claims something else. */
const takesPart = (h: Heard): boolean =>
  h.takesPart ||
  (h.expected !== undefined && namesOne(h, "cluster")) ||
  has(h, "role", "members", "only", "any", "none");
/** 全国最大的锌都在哪个市: of one that is named none is the first. */
const namesWanted = (h: Heard): boolean => namesBoth(h) || namesOne(h, wantOf(h) ?? "city");
/** 谁是最多集群的核心: clusters are counted, and cities ranked. */
const rankedOf = (h: Heard): "city" | "cluster" => {
  const said = [...(h.flags.get("max") ?? []), ...(h.flags.get("min") ?? [])];
  const isAsked = has(h, "which-cluster", "how-many-clusters");
  return !isAsked && standsBeforeClusters(h, said) ? "city" : (wantOf(h) ?? "city");
};
/** In a region, or outside of it. */
const inSet = (h: Heard): boolean => filtersOf(h).some(isSet);
/** 哪个集群没有任何城市: of no city in particular, so that the clusters are wanted that name none. */
const namesNobody = (h: Heard): boolean =>
  isNegated(h) && has(h, "noun-city") && has(h, "which-cluster", "how-many-clusters", "noun-cluster");
/** 粤东都没进、粤西全进了: two claims. */
const severalSets = (h: Heard): boolean => filtersOf(h).filter((f) => isSet(f) && !f.not).length > 1;

/** 只有它没有以深圳为核心: the cluster, or the city, right behind the word. */
const onlyLacking = (h: Heard): "cluster" | "city" | undefined => {
  const [only] = h.flags.get("only") ?? [];
  const [not] = h.flags.get("not") ?? h.flags.get("leave-out") ?? [];
  const isNext = ({ start }: Span): boolean =>
    only !== undefined && start >= only.end && start - only.end <= 1 && (not?.start ?? 0) > start;
  const next = h.filters.find(
    ({ filter, spans }) => (filter.dim === "cluster" || filter.dim === "city") && spans.some(isNext),
  );
  return next?.filter.dim === "city" ? "city" : next && "cluster";
};

/** 省里给揭阳什么角色, GBA cities listed for advanced materials: whose they are, or where, makes a list of it. */
const isNamedBy = (h: Heard): boolean =>
  !isClaim(h) &&
  ((hasDim(h, "giver") && has(h, "role") && namesOne(h, "city")) ||
    (has(h, "noun-city") && inSet(h) && namesOne(h, "cluster")));

export const ROLE_RULES: readonly Rule[] = [
  {
    name: "who alone is said to lack a role",
    example: "十大新兴集群里只有智能机器人没有以深圳为核心",
    when: (h) => free(h) && isNegated(h) && namesBoth(h) && hasDim(h, "tier") && onlyLacking(h) !== undefined,
    takes: VERIFY,
    query: (h) => {
      const want = onlyLacking(h) ?? "cluster";
      const { where, ...asked } = listing(h, "list");
      return { ...asked, want, where: where.filter((f) => f.dim !== want) };
    },
  },
  {
    name: "who has no role at all",
    example: "哪些城市没有任何省级角色",
    when: (h) =>
      isNegated(h) &&
      !has(h, "yesno", "tag") &&
      wantOf(h) !== undefined &&
      has(h, "which-city", "which-cluster", "noun-city", "noun-cluster", "how-many-cities") &&
      (has(h, "role") || (h.takesPart && (!inSet(h) || has(h, "noun-cluster", "which-cluster")))) &&
      filtersOf(h).every(
        (f) => isMembers(f) && (f.dim === "giver" || f.dim === "class" || f.as !== undefined),
      ),
    takes: [...LIST, ...TONE],
    query: (h) => {
      const { expected: _one, ...asked } = listing(h, listOp(h));
      return asked;
    },
  },
  {
    name: "who is named most often",
    example: "哪个城市是最多集群的核心",
    when: (h) =>
      free(h) &&
      roleLike(h) &&
      (ranked(h) || has(h, "behind")) &&
      !isClaim(h) &&
      !namesWanted(h) &&
      !several(h, "city", "cluster"),
    takes: ["max", "min", "rank", "behind", "which", "count", "members", "everything", "whole", "expected"],
    query: (h) =>
      query(h, "role", "best", {
        want: rankedOf(h),
        extreme: extremeOf(h),
        ...(has(h, "behind") && { behind: true as const }),
      }),
  },
  {
    name: "which of them is named more often",
    example: "深圳比广州多几个核心集群",
    when: (h) =>
      free(h) &&
      (hasDim(h, "tier") ||
        (several(h, "city") && has(h, "which") && has(h, "more", "less", "max", "min"))) &&
      several(h, "city", "cluster") &&
      !namesBoth(h) &&
      (has(h, "than", "more", "less", "gap", "same") || (ranked(h) && !isClaim(h))),
    takes: [
      ...TONE,
      "max",
      "min",
      "rank",
      "than",
      "more",
      "less",
      "gap",
      "same",
      "which",
      "not",
      "count",
      "compare",
    ],
    query: (h) =>
      query(h, "role", isClaim(h) ? "verify" : "best", {
        want: several(h, "city") ? "city" : "cluster",
        extreme: extremeOf(h),
        negated: isNegated(h),
        claim: has(h, "same") && isClaim(h) ? [{ dim: "name", in: ["same"] }] : [],
      }),
  },
  {
    name: "whether all of them lie in a region",
    example: "半导体的核心都在珠三角吗",
    when: (h) =>
      free(h) &&
      isClaim(h) &&
      !namesOne(h, "city") &&
      inSet(h) &&
      (hasDim(h, "tier") || (namesOne(h, "cluster") && has(h, "all", "everything", "only", "none"))) &&
      isBehind(h),
    takes: [...VERIFY, "members", "which-city"],
    query: (h) => query(h, "role", "verify", { ...claiming(h, "city") }),
  },
  {
    name: "whether a city has a role",
    example: "绿色石化的核心城市不包括惠州吧",
    when: (h) =>
      free(h) &&
      isClaim(h) &&
      (roleLike(h) || (hasDim(h, "cluster") && hasDim(h, "city"))) &&
      (hasDim(h, "tier", "word") || takesPart(h)) &&
      hasDim(h, "cluster", "city", "class") &&
      !several(h, "tier") &&
      !severalSets(h) &&
      !ranked(h) &&
      (!has(h, "lacks") || namesBoth(h)) &&
      !has(h, "than", "more", "less"),
    takes: [...VERIFY, "members", "whole", "weakKey", "lacks"],
    query: (h) =>
      query(h, "role", "verify", {
        ...claiming(h, "tier"),
        ...(overClusters(h) && { want: "cluster" as const, quantifier: quantifierOf(h) ?? "all" }),
        ...(eachHasOne(h) && { want: "cluster" as const }),
        ...(onlyOfCluster(h) && { want: "cluster" as const }),
      }),
  },
  {
    name: "cities or clusters side by side",
    example: "比较广州和深圳",
    when: (h) =>
      free(h) &&
      !isClaim(h) &&
      several(h, "cluster", "city") &&
      !isListing(h) &&
      !hasDim(h, "word") &&
      // 既是 A 核心又是 B 核心的城市: those are wanted that have it in both.
      !(has(h, "all") && hasDim(h, "tier") && has(h, "noun-city", "noun-cluster")),
    takes: ["compare", "more", "choice", "role", "all", "than"],
    query: (h) => query(h, "role", "compare"),
  },
  {
    name: "the cities of a cluster, the clusters of a city, and those that are not",
    example: "除了广州还有哪些城市是半导体的核心",
    when: (h) =>
      free(h) &&
      (!hasDim(h, "word") || hasDim(h, "tier") || has(h, "which-city", "which-cluster")) &&
      wantOf(h) !== undefined &&
      (isListing(h) ||
        isNegated(h) ||
        has(h, "lacks") ||
        isNamedBy(h) ||
        (hasDim(h, "tier") && !isClaim(h))) &&
      (hasDim(h, "cluster", "city", "tier", "class") || namesNobody(h)) &&
      !namesBoth(h) &&
      // 核心只有深圳的集群: not all that have it.
      !(has(h, "only") && namesOne(h, "city")) &&
      (!isClaim(h) || has(h, "lacks")),
    takes: [...LIST, ...TONE, "whole", "policy", "only", "lacks"],
    query: (h) => listing(h, listOp(h)),
  },
  {
    name: "who of those named has no such role",
    example: "广州、深圳、佛山、珠海里谁不是半导体的核心",
    when: (h) =>
      free(h) &&
      !isClaim(h) &&
      hasDim(h, "tier") &&
      isNegated(h) &&
      has(h, "which", "which-city", "which-cluster") &&
      namesBoth(h) &&
      several(h, "city") !== several(h, "cluster"),
    takes: LIST,
    query: (h) => ({ ...listing(h, "list"), want: several(h, "city") ? "city" : "cluster" }),
  },
  {
    name: "the role of a city in a cluster",
    example: "珠海在半导体是什么角色",
    when: (h) => free(h) && namesOne(h, "city") && hasDim(h, "cluster"),
    takes: [...TONE, "which", "members", "compare", "weakKey"],
    query: (h) => query(h, "role", "value", { where: filtersOf(h).filter((f) => f.dim !== "tier") }),
  },
];
