/** Documents: where they disagree, and by number. */
import { filtersOf, has, hasDim } from "../heard.ts";
import { isClaim } from "../mood.ts";
import { TONE, query, type Rule } from "./rule.ts";

export const DOCUMENT_RULES: readonly Rule[] = [
  {
    name: "where the sources disagree",
    example: "新能源的目标有什么矛盾",
    when: (h) => has(h, "conflict"),
    takes: [...TONE, "conflict", "not", "compare", "expected", "why", "gap", "value", "more", "less", "than"],
    query: (h) => query(h, "conflict", "value"),
  },
  {
    name: "which document has this number",
    example: "粤工信信软〔2023〕8号是哪个集群的计划",
    when: (h) => hasDim(h, "number") && !isClaim(h),
    takes: ["belongs", "which-cluster"],
    query: (h) => query(h, "statement", "value", { where: filtersOf(h).filter((f) => f.dim === "number") }),
  },
];
