/** Figures: one, two against each other, the largest, and those over a bound. */
import { WHOLE } from "../../../dataset/schema.ts";
import type { Filter } from "../../query.ts";
import { filtersOf, type Flag, has, hasDim, type Heard } from "../heard.ts";
import { isClaim, isNegated, namesOne, wantOf } from "../mood.ts";
import { isBehindAmount, isFigure, listOp, LISTS, ranked, several, wantsOne } from "./about.ts";
import { type Asked, claiming, VERIFY, TONE, extremeOf, query, type Rule } from "./rule.ts";

const comparing = (h: Heard): boolean =>
  has(h, "compare", "more", "less", "than", "gap", "same", "choice") &&
  several(h, "cluster", "city", "part", "class", "year");
/** 目标过万亿的有几个: nobody is named, and what has targets are clusters. */
const ofNobody = (h: Heard): boolean =>
  hasDim(h, "status", "measure") &&
  !hasDim(h, "cluster", "city", "class", "part", "word", "topic") &&
  !has(h, "policy", "sum");

const WANTED: readonly Flag[] = [...LISTS, "count", "noun-cluster"];
const wanting = (h: Heard): boolean =>
  (has(h, ...WANTED) || isBehindAmount(h)) &&
  !namesOne(h, "cluster") &&
  (wantOf(h) !== undefined || ofNobody(h));
/** Which way a target is said to have been changed. */
const changeOf = (h: Heard): "raised" | "lowered" | "changed" | undefined =>
  (["raised", "lowered", "changed"] as const).find((change) => has(h, change));

/** 有没有哪个集群的目标低于 1800 亿: of no cluster in particular, so that those are listed of which it is so. */
const asksForAny = (h: Heard): boolean =>
  has(h, "noun-cluster", "which-cluster", "noun-city", "which-city") &&
  !hasDim(h, "cluster", "city", "part") &&
  !has(h, "sum", "whole", "policy");

/** 好像是 4000 亿吧: an amount of nothing is judged by no figure there happens to be. */
const isOfSomething = (h: Heard): boolean =>
  h.filters.some(({ filter }) => filter.dim !== "value") || has(h, "whole", "policy", "sum");

/** 20 个集群: a figure of one class is none of all of them. */
const ofWhole = (h: Heard, asked: Asked): Asked =>
  has(h, "whole") && !hasDim(h, "class", "cluster", "city", "part", "series")
    ? { ...asked, where: [...asked.where, { dim: "class", in: [WHOLE] }] }
    : asked;

/** 那不是全年吧: of the figure of the turn before, whose words stand in front; and not whether there is another one. */
const claimsPeriod = (h: Heard): boolean =>
  hasDim(h, "period") &&
  !h.takesPart &&
  h.filters.every(({ filter, spans }) => filter.dim === "period" || spans.every(({ end }) => end <= 0));

export const FIGURE_RULES: readonly Rule[] = [
  {
    name: "whether a target has been changed",
    example: "新能源2025年的目标上调过吗",
    when: (h) =>
      changeOf(h) !== undefined &&
      hasDim(h, "cluster", "city", "class") &&
      !hasDim(h, "value", "tier", "series", "act"),
    takes: [...TONE, "raised", "lowered", "changed", "not", "gap", "which", "how"],
    query: (h) => query(h, "figure", "revised", { negated: isNegated(h), change: changeOf(h) ?? "changed" }),
  },
  {
    name: "whether a target has been reached",
    example: "新能源完成目标了吗",
    when: (h) => has(h, "reached") && hasDim(h, "cluster", "city", "class") && !hasDim(h, "tier", "series"),
    takes: [...TONE, "reached", "not", "how", "count", "value", "expected"],
    query: (h) => query(h, "figure", "reached", { negated: isNegated(h) }),
  },
  {
    name: "the distance to a target, or between two figures",
    example: "生物医药离2025年的营收目标还差多少",
    when: (h) => has(h, "gap") && isFigure(h) && !hasDim(h, "value"),
    takes: ["gap", "than", "more", "less", "compare", "which", "reached"],
    query: (h) => query(h, "figure", "gap"),
  },
  {
    name: "which of two is larger, judged",
    example: "软件的目标比家电高吗",
    when: (h) =>
      isFigure(h) &&
      has(h, "than", "more", "less", "same") &&
      isClaim(h) &&
      several(h, "cluster", "city", "class"),
    takes: [...TONE, "than", "more", "less", "same", "not", "compare"],
    query: (h) =>
      query(h, "figure", "compare", {
        claim: [{ dim: "name", in: [has(h, "same") ? "same" : "larger"] }],
        negated: isNegated(h),
        extreme: extremeOf(h),
      }),
  },
  {
    name: "figures side by side",
    example: "半导体和激光2025年目标哪个高",
    when: (h) =>
      isFigure(h) &&
      !isClaim(h) &&
      !hasDim(h, "tier") &&
      (comparing(h) || (several(h, "cluster", "city", "class", "part", "year", "status") && !wanting(h))),
    takes: [
      "compare",
      "more",
      "less",
      "than",
      "max",
      "min",
      "which",
      "choice",
      "or",
      "same",
      "gap",
      "all",
      "members",
      "rank",
      "count",
    ],
    query: (h) => query(h, "figure", "compare", { extreme: extremeOf(h) }),
  },
  {
    name: "the largest and the smallest",
    example: "哪个支柱集群2025年目标最大",
    when: (h) => isFigure(h) && ranked(h) && !isClaim(h) && wantsOne(h),
    takes: ["max", "min", "rank", "which", "members", "everything", "whole", "all", "expected"],
    query: (h) => query(h, "figure", "best", { want: wantOf(h) ?? "cluster", extreme: extremeOf(h) }),
  },
  {
    name: "whether one is the largest",
    example: "轻工纺织的2025年目标是最大的吗",
    when: (h) =>
      isFigure(h) &&
      has(h, "max", "min") &&
      isClaim(h) &&
      !hasDim(h, "value", "place") &&
      namesOne(h, "cluster") !== namesOne(h, "city"),
    takes: [...TONE, "max", "min", "not", "everything", "whole"],
    query: (h) =>
      query(h, "figure", "verify", {
        ...claiming(h),
        want: namesOne(h, "city") ? "city" : "cluster",
        extreme: extremeOf(h),
      }),
  },
  {
    name: "which are over a bound",
    example: "2025年营收目标超过1万亿的集群有哪些",
    when: (h) =>
      hasDim(h, "value") && (!isClaim(h) || asksForAny(h)) && wanting(h) && !hasDim(h, "tier", "series"),
    takes: [
      ...TONE,
      "any",
      "which",
      "members",
      "count",
      "not",
      "leave-out",
      "everything",
      "whole",
      "all",
      "expected",
      "value",
    ],
    query: (h) => query(h, "figure", listOp(h), { want: wantOf(h) ?? "cluster", negated: isNegated(h) }),
  },
  {
    name: "whether a figure is so of each",
    example: "智能家电和汽车2025年的增加值目标都是3700亿吗",
    when: (h) =>
      has(h, "all") &&
      hasDim(h, "value") &&
      isClaim(h) &&
      several(h, "cluster", "city", "year") &&
      !hasDim(h, "tier"),
    takes: [...TONE, "not", "leave-out", "value", "all"],
    query: (h) => query(h, "figure", "verify", { ...claiming(h, "value") }),
  },
  {
    name: "whether a figure is so",
    example: "绿色石化2025年的目标没到3万亿吧",
    when: (h) => hasDim(h, "value") && isOfSomething(h) && isClaim(h) && !asksForAny(h) && !hasDim(h, "tier"),
    takes: [...TONE, "not", "leave-out", "whole", "policy", "yearly", "value"],
    query: (h) => ofWhole(h, query(h, "figure", "verify", { ...claiming(h, "value") })),
  },
  {
    name: "the total of both classes",
    example: "2019年支柱和新兴加起来16.5万亿,对吗",
    when: (h) =>
      has(h, "sum") &&
      (several(h, "class") || has(h, "whole")) &&
      isFigure(h) &&
      !hasDim(h, "cluster", "city"),
    takes: [...VERIFY, "sum", "whole", "policy"],
    query: (h) => {
      const total: Filter = { dim: "class", in: [WHOLE] };
      const rest = filtersOf(h).filter((f) => f.dim !== "class" && f.dim !== "value");
      const bounds = filtersOf(h).filter((f) => f.dim === "value");
      return isClaim(h)
        ? query(h, "figure", "verify", { where: [...rest, total], claim: bounds, negated: isNegated(h) })
        : query(h, "figure", "value", { where: [...rest, total] });
    },
  },
  {
    name: "whether there is such a figure",
    example: "中山在先进材料行动计划里有自己的集群目标吗",
    when: (h) =>
      isFigure(h) &&
      isClaim(h) &&
      hasDim(h, "measure", "status") &&
      !hasDim(h, "value", "tier", "series") &&
      h.expected === undefined &&
      !several(h, "cluster", "city") &&
      !has(h, "max", "min", "than", "more", "less", "only", "all", "same"),
    takes: [...TONE, "not", "whole", "policy"],
    query: (h) =>
      ofWhole(h, query(h, "figure", "verify", claimsPeriod(h) ? claiming(h, "period") : claiming(h))),
  },
  {
    name: "the figure of each city",
    example: "激光与增材制造2025年各市分别的目标是多少",
    when: (h) =>
      isFigure(h) &&
      !isClaim(h) &&
      has(h, "which-city") &&
      namesOne(h, "cluster") &&
      !hasDim(h, "city", "value", "tier"),
    takes: ["which", "members", "everything", "all"],
    query: (h) => query(h, "figure", "best", { want: "city", extreme: "max" }),
  },
  {
    name: "every cluster's figure",
    example: "各集群2025年目标",
    when: (h) =>
      isFigure(h) &&
      !isClaim(h) &&
      !hasDim(h, "cluster", "city", "value", "word") &&
      (has(h, "everything", "which-cluster", "noun-cluster") || has(h, "whole")) &&
      hasDim(h, "status") &&
      !hasDim(h, "class"),
    takes: ["everything", "whole", "all", "which", "members"],
    query: (h) => query(h, "figure", "best", { want: "cluster", extreme: "max" }),
  },
  {
    name: "which of two amounts it is",
    example: "新能源目标到底是7300亿还是1万亿",
    when: (h) => isFigure(h) && hasDim(h, "value") && has(h, "choice", "or") && !hasDim(h, "tier"),
    takes: [...TONE, "value", "which", "whole", "policy"],
    query: (h) => query(h, "figure", "value"),
  },
  {
    name: "a figure",
    example: "半导体2025年营收目标是多少",
    when: (h) => isFigure(h) && isOfSomething(h) && !hasDim(h, "tier"),
    takes: [...TONE, "which", "whole", "policy", "yearly", "expected", "count", "members", "sum"],
    query: (h) => ofWhole(h, query(h, "figure", "value")),
  },
];
