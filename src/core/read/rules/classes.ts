/** Classes, lists and series of clusters. */
import { type Filter, isMembers } from "../../query.ts";
import { filtersOf, has, hasDim, type Heard } from "../heard.ts";
import { isClaim, isNegated, namesOne } from "../mood.ts";
import {
  isClusterList,
  isCounting,
  isMembershipClaim,
  listOp,
  ownNames,
  plainOf,
  several,
  standsBefore,
} from "./about.ts";
import { VERIFY, TONE, claiming, query, type Rule } from "./rule.ts";

/** How far a denial may stand from the class: 不算新兴, is not a pillar. */
const BESIDE = 3;

/** 新兴的，不要机器人和前沿新材料: nothing of the class is denied. */
const deniesClass = (h: Heard): boolean =>
  standsBefore(h, "class", [...(h.flags.get("not") ?? []), ...(h.flags.get("leave-out") ?? [])], BESIDE);

/** 谁不算新兴: what is denied is the class. */
const deniedOf = (h: Heard): Filter[] =>
  filtersOf(h).map((f) => (isNegated(h) && isMembers(f) && f.dim === "class" ? { ...f, not: true } : f));

export const CLASS_RULES: readonly Rule[] = [
  {
    name: "a series over the years",
    example: "现在有几个万亿级集群",
    when: (h) => hasDim(h, "series") && !hasDim(h, "city") && !isClaim(h) && !has(h, "max", "min"),
    takes: [
      "count",
      "which",
      "members",
      "expected",
      "relativeYear",
      "reached",
      "all",
      "everything",
      "compare",
    ],
    query: (h) => query(h, "series", listOp(h)),
  },
  {
    name: "whether something is in a series",
    example: "新能源是万亿级集群吗",
    when: (h) => hasDim(h, "series") && !hasDim(h, "city") && isClaim(h),
    takes: [...TONE, "not", "leave-out", "expected", "relativeYear", "reached"],
    query: (h) => query(h, "series", "verify", { negated: isNegated(h) }),
  },
  {
    name: "names that contain a word",
    example: "集群名称里带“新”字的有哪几个",
    when: (h) => hasDim(h, "name"),
    takes: ["which", "members", "count", "expected"],
    query: (h) => query(h, "class", listOp(h)),
  },
  {
    name: "whether a cluster is of a class, or one of the twenty",
    example: "半导体不是支柱，对吧",
    when: (h) =>
      isClaim(h) &&
      isMembershipClaim(h) &&
      !hasDim(h, "city", "document", "tier", "measure", "status", "value", "topic", "series", "year"),
    takes: [...VERIFY, "class", "belongs", "members", "policy", "whole"],
    query: (h) =>
      query(h, "class", "verify", {
        ...claiming(h, "class"),
        where: ownNames(h, claiming(h, "class").where),
      }),
  },
  {
    name: "which of those named is of a class",
    example: "机器人、汽车、家电里哪个是新兴",
    when: (h) =>
      several(h, "cluster") &&
      hasDim(h, "class") &&
      !several(h, "class") &&
      (has(h, "which", "which-cluster") || isCounting(h) || h.handsOn) &&
      !isClaim(h) &&
      plainOf(h) &&
      !has(h, "max", "min", "more", "less") &&
      (!has(h, "not", "leave-out") || deniesClass(h)),
    takes: ["which", "which-cluster", "belongs", "class", "expected", "count", "members", "not", "leave-out"],
    query: (h) => query(h, "class", listOp(h), { where: deniedOf(h) }),
  },
  {
    name: "the class of a cluster",
    example: "半导体属于哪一类",
    when: (h) =>
      hasDim(h, "cluster") &&
      !hasDim(h, "word") &&
      !hasDim(h, "city") &&
      (has(h, "class", "belongs") ||
        (hasDim(h, "part") && has(h, "which-cluster")) ||
        (hasDim(h, "class") && has(h, "choice")) ||
        (several(h, "class") && has(h, "which") && !namesOne(h, "city"))) &&
      !hasDim(h, "tier", "measure", "status", "topic"),
    takes: ["class", "belongs", "which", "which-cluster", ...TONE],
    query: (h) =>
      query(h, "class", "verify", { where: filtersOf(h).filter((f) => f.dim !== "class"), claim: [] }),
  },
  {
    name: "whether a city has a part in all of them",
    example: "江门20个集群全部都有布局吗",
    when: (h) =>
      isClaim(h) &&
      namesOne(h, "city") &&
      (has(h, "all", "everything") || has(h, "whole")) &&
      (has(h, "whole", "noun-cluster") || h.expected !== undefined) &&
      plainOf(h) &&
      !several(h, "city") &&
      !has(h, "none") &&
      !hasDim(h, "cluster", "class"),
    takes: [...VERIFY, "whole", "policy", "which-city"],
    query: (h) =>
      query(h, "series", "verify", {
        where: [...filtersOf(h), { dim: "series", in: ["coverage"] }],
        negated: isNegated(h),
        whole: true,
      }),
  },
  {
    name: "which of two names a cluster has",
    example: "第14个集群叫区块链还是区块链与量子信息?",
    when: (h) =>
      hasDim(h, "cluster") &&
      has(h, "choice") &&
      !hasDim(h, "class", "tier", "measure", "status", "value", "city", "topic", "year") &&
      !several(h, "cluster"),
    takes: ["choice", "which"],
    query: (h) =>
      query(h, "statement", "value", {
        where: [...filtersOf(h).filter((f) => f.dim !== "place"), { dim: "topic", in: ["document"] }],
      }),
  },
  {
    name: "the lists of ten",
    example: "哪些集群不是支柱产业",
    when: (h) => isClusterList(h),
    takes: ["which", "members", "count", "expected", "whole", "everything", "all", "meaning", "overview"],
    query: (h) => query(h, "class", listOp(h)),
  },
];
