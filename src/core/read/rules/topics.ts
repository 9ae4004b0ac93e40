/** What is filed under a topic: dates, issuers, mentions, stars. */
import { type Filter, isMembers } from "../../query.ts";
import { filtersOf, has, hasDim, type Heard, valuesOf } from "../heard.ts";
import { isClaim, namesOne } from "../mood.ts";
import { isCounting, isStrong, listOp, several, wishOf } from "./about.ts";
import { claiming, LIST, TONE, extremeOf, query, type Rule, VERIFY } from "./rule.ts";
import { withTally } from "./tallies.ts";

const isStar = (h: Heard): boolean => valuesOf(h, "topic").includes("rating");
const starred = (h: Heard): Filter[] => filtersOf(h).filter((f) => f.dim !== "topic");
const mentionFilters = (h: Heard): Filter[] => [
  ...filtersOf(h).filter((f) => f.dim !== "topic" && f.dim !== "measure"),
  { dim: "measure", in: ["mentions"] },
];

/** What is claimed of it is the mark, and not that it is told of marks. */
function marked(h: Heard): ReturnType<typeof claiming> {
  const claimed = claiming(h, "tier", "stars");
  return { ...claimed, where: claimed.where.filter((f) => f.dim !== "topic") };
}

const isNaming = (h: Heard): boolean => valuesOf(h, "topic").includes("naming");
/** 自己定的: of a city alone, and of no cluster that is named. */
const isOwnSystem = (h: Heard): boolean =>
  namesOne(h, "city") &&
  valuesOf(h, "giver").includes("city") &&
  !hasDim(h, "cluster", "tier", "measure", "value", "topic", "document") &&
  (hasDim(h, "class") || has(h, "noun-cluster", "which-cluster", "how-many-clusters"));

/** 谁牵头制定的: who it was is asked, and that it was issued goes without saying. */
const whoIssued = (h: Heard): Filter[] =>
  filtersOf(h).filter(
    (f) => f.dim !== "act" || !valuesOf(h, "topic").includes("issuer") || hasDim(h, "date"),
  );

export const TOPIC_RULES: readonly Rule[] = [
  {
    name: "whether a cluster was renamed",
    example: "量子信息被删掉了吗",
    when: (h) => isNaming(h) && !hasDim(h, "city", "tier", "measure"),
    takes: [...TONE, "not", "policy", "whole", "which", "any", "all", "everything", "changed"],
    query: (h) =>
      query(h, "statement", "list", {
        where: filtersOf(h).filter(
          (f) => f.dim !== "part" && !(isMembers(f) && f.dim === "topic" && !f.in.includes("naming")),
        ),
      }),
  },
  {
    name: "the clusters a city has set itself",
    example: "东莞自己定的支柱集群",
    when: (h) => isOwnSystem(h) && !isClaim(h),
    takes: ["which", "members", "count", "expected", "everything", "all"],
    query: (h) =>
      query(h, "statement", wishOf(h), {
        where: [
          ...filtersOf(h).filter((f) => f.dim !== "giver" && f.dim !== "class"),
          { dim: "topic", in: ["city-system"] },
          ...valuesOf(h, "class").map((group) => ({ dim: "word" as const, in: [group] })),
        ],
      }),
  },
  {
    name: "the numbers of several documents",
    example: "各行动计划的文号",
    when: (h) =>
      valuesOf(h, "topic").includes("docno") &&
      !hasDim(h, "number", "city", "date", "act") &&
      !namesOne(h, "cluster") &&
      !isClaim(h) &&
      (several(h, "document") ||
        has(h, "whole", "apiece", "members", "which", "everything") ||
        hasDim(h, "class")),
    takes: ["whole", "members", "which", "everything", "all", "count", "policy", "expected"],
    query: (h) => query(h, "statement", "list", { want: "document" }),
  },
  {
    name: "the clusters a city has three stars in",
    example: "珠海获得三星标注的产业有哪些",
    when: (h) =>
      hasDim(h, "stars") &&
      namesOne(h, "city") &&
      !several(h, "city") &&
      !isCounting(h) &&
      !has(h, "figure") &&
      has(h, "which-cluster", "which", "members") &&
      !has(h, "max", "min", "more"),
    takes: ["which", "members", "expected", "all"],
    query: (h) => query(h, "role", "list", { want: "cluster", where: starred(h) }),
  },
  {
    name: "the stars of a city in a cluster",
    example: "珠海在半导体是几星",
    when: (h) => isStar(h) && namesOne(h, "city") && namesOne(h, "cluster"),
    takes: [...VERIFY, "which", "count"],
    query: (h) =>
      isClaim(h) ? query(h, "role", "verify", marked(h)) : query(h, "role", "value", { where: starred(h) }),
  },
  {
    name: "the cities with so many stars in a cluster",
    example: "哪些城市在智能家电是三星",
    when: (h) =>
      hasDim(h, "stars") &&
      hasDim(h, "cluster", "class") &&
      !namesOne(h, "city") &&
      has(h, "which-city", "noun-city", "which", "members") &&
      !isClaim(h) &&
      !has(h, "max", "min", "more", "less", "which-cluster"),
    takes: LIST,
    query: (h) => query(h, "role", listOp(h), { want: "city", where: starred(h) }),
  },
  {
    name: "whether a city has so many three stars",
    example: "珠海有9个三星吗",
    when: (h) =>
      hasDim(h, "stars") &&
      namesOne(h, "city") &&
      !hasDim(h, "cluster", "measure") &&
      (h.expected !== undefined || hasDim(h, "value")) &&
      isClaim(h),
    takes: VERIFY,
    query: (h) => withTally(h, query(h, "role", "verify", marked(h))),
  },
  {
    name: "a figure mentioned under a topic, judged",
    example: "新兴产业集群的门槛是年产值5000亿以上吗",
    when: (h) => valuesOf(h, "topic").includes("threshold") && hasDim(h, "value") && isClaim(h),
    takes: VERIFY,
    query: (h) =>
      query(h, "figure", "verify", {
        ...claiming(h, "value"),
        where: [
          ...filtersOf(h).filter((f) => f.dim !== "value" && f.dim !== "topic"),
          { dim: "status", in: ["threshold"] },
        ],
      }),
  },
  {
    name: "how often the documents mention a city",
    example: "《意见》提到深圳多少次",
    when: (h) =>
      valuesOf(h, "topic").includes("mention") &&
      !hasDim(h, "cluster") &&
      !isClaim(h) &&
      !(several(h, "document") && has(h, "more", "compare", "max")),
    takes: ["count", "policy", "which", "members"],
    query: (h) => query(h, "figure", "value", { where: mentionFilters(h) }),
  },
  {
    name: "which document mentions a city more",
    example: "《意见》和行动计划，哪个提深圳更多",
    when: (h) => valuesOf(h, "topic").includes("mention") && !isClaim(h) && several(h, "document"),
    takes: ["more", "compare", "max", "which", "count", "less", "min"],
    query: (h) => query(h, "figure", "compare", { where: mentionFilters(h), extreme: extremeOf(h) }),
  },
  {
    name: "whether the documents mention a city so often",
    example: "1+20文件提到深圳有100次以上吗",
    when: (h) => valuesOf(h, "topic").includes("mention") && hasDim(h, "value") && isClaim(h),
    takes: [...VERIFY, "policy"],
    query: (h) =>
      query(h, "figure", "verify", {
        ...claiming(h, "value"),
        where: mentionFilters(h).filter((f) => f.dim !== "value"),
      }),
  },
  {
    name: "whether the documents say so",
    example: "20个行动计划是5月18日公布的吗",
    when: (h) => isStrong(h) && isClaim(h) && !hasDim(h, "value", "series", "measure", "status"),
    takes: [
      ...TONE,
      "not",
      "leave-out",
      "only",
      "policy",
      "whole",
      "members",
      "expected",
      "all",
      "than",
      "more",
      "less",
      "count",
    ],
    query: (h) =>
      query(h, "statement", "verify", {
        ...claiming(h, "date", "number", "word", "giver", ...(hasDim(h, "act") ? (["year"] as const) : [])),
      }),
  },
  {
    name: "whether a version of a plan still says so",
    example: "2023—2025版的区块链计划还包含量子信息吗",
    when: (h) =>
      isClaim(h) &&
      hasDim(h, "cluster") &&
      hasDim(h, "document") &&
      !hasDim(h, "city", "tier", "topic", "measure", "status", "value", "word"),
    takes: [...TONE, "members", "not", "leave-out"],
    query: (h) =>
      query(h, "statement", "verify", {
        ...claiming(h),
        where: [...filtersOf(h), { dim: "topic", in: ["document"] }],
      }),
  },
  {
    name: "dates, issuers, projects and what else is filed under a topic",
    example: "《意见》是什么时候出台的",
    when: (h) =>
      isStrong(h) &&
      !hasDim(h, "value") &&
      !has(h, "max", "min", "gap", "reached") &&
      (!has(h, "more", "less") || valuesOf(h, "topic").includes("rating")) &&
      !(
        hasDim(h, "measure", "status") &&
        !hasDim(h, "act") &&
        !valuesOf(h, "topic").some((t) => t === "threshold" || t === "funding" || t === "projects")
      ),
    takes: [
      ...TONE,
      "which",
      "members",
      "count",
      "expected",
      "policy",
      "whole",
      "meaning",
      "compare",
      "more",
      "less",
      "than",
      "max",
      "why",
      "yearly",
      "not",
    ],
    query: (h) => query(h, "statement", wishOf(h), { where: whoIssued(h) }),
  },
];
