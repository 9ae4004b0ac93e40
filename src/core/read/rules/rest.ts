/** What is left: statements, and one name by itself. */
import { wishOf } from "./about.ts";
import { filtersOf, has, hasDim, type Heard } from "../heard.ts";
import { isClaim, namesOne } from "../mood.ts";
import { claiming, TONE, type Asked, query, type Rule } from "./rule.ts";

const withPolicy = (h: Heard): Partial<Asked> =>
  hasDim(h, "word", "topic", "act", "date", "part", "place", "document")
    ? {}
    : { where: [...filtersOf(h), { dim: "topic", in: ["document"] }] };

export const REST_RULES: readonly Rule[] = [
  {
    name: "anything else the documents say",
    example: "激光谷在中山吧",
    when: (h) => hasDim(h, "word", "topic", "act", "date") && isClaim(h),
    takes: [...TONE, "not", "leave-out", "expected", "same", "whole", "members", "policy"],
    query: (h) =>
      query(h, "statement", "verify", { ...claiming(h, "city", "cluster", "date", "number", "giver") }),
  },
  {
    name: "what the documents say of something",
    example: "激光谷在哪个城市",
    when: (h) =>
      hasDim(h, "word", "topic", "act", "date", "part", "place", "document") ||
      (has(h, "policy") && !hasDim(h, "cluster", "city")),
    takes: [...TONE, "which", "members", "expected", "compare", "count"],
    query: (h) => query(h, "statement", wishOf(h), withPolicy(h)),
  },
  {
    name: "one cluster at a glance",
    example: "半导体",
    when: (h) => namesOne(h, "cluster") && !hasDim(h, "city"),
    // 叫什么名字: it is called by its name.
    takes: ["nickname"],
    query: (h) => query(h, "overview", "value", { want: "cluster" }),
  },
  {
    name: "one city at a glance",
    example: "深圳",
    when: (h) => namesOne(h, "city"),
    takes: [],
    query: (h) => query(h, "overview", "value", { want: "city" }),
  },
];
