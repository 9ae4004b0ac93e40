/** Which figure is the largest, the second, the smallest. */
import { filtersOf, has, hasDim, valuesOf } from "../heard.ts";
import { isClaim, namesOne, wantOf } from "../mood.ts";
import { isFigure, ranked, wantsOne } from "./about.ts";
import { claiming, extremeOf, query, type Rule, TONE } from "./rule.ts";

export const FIGURE_RANKING_RULES: readonly Rule[] = [
  {
    name: "the largest and the smallest",
    example: "哪个支柱集群2025年目标最大",
    when: (h) => isFigure(h) && ranked(h) && !isClaim(h) && wantsOne(h),
    takes: ["max", "min", "rank", "which", "members", "everything", "whole", "all", "expected"],
    query: (h) => query(h, "figure", "best", { want: wantOf(h) ?? "cluster", extreme: extremeOf(h) }),
  },
  {
    name: "the second largest",
    example: "哪个新兴集群2025年目标排第二",
    when: (h) =>
      isFigure(h) &&
      hasDim(h, "place") &&
      has(h, "nth", "max", "min") &&
      !isClaim(h) &&
      wantsOne(h) &&
      !namesOne(h, "cluster"),
    takes: ["max", "min", "rank", "nth", "which", "members", "everything", "whole", "all"],
    query: (h) =>
      query(h, "figure", "best", {
        where: filtersOf(h).filter((f) => f.dim !== "place"),
        want: wantOf(h) ?? "cluster",
        extreme: extremeOf(h),
        nth: Math.max(1, Number(valuesOf(h, "place")[0])),
      }),
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
];
