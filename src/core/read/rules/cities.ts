/** Cities by themselves: their regions, plates and codes. */
import { ATTRIBUTES, isSet } from "../../query.ts";
import { filtersOf, has, hasDim, type Heard } from "../heard.ts";
import { isClaim, isNegated, namesOne, namesSet, wantOf } from "../mood.ts";
import { listOp, plainOf, several } from "./about.ts";
import { LIST, query, type Rule, TONE, VERIFY } from "./rule.ts";

/** 所有市都属于都市圈吗: whoever does not tells. */
const asksOfAll = (h: Heard): boolean => has(h, "all", "everything") && has(h, "yesno", "tag");

export const CITY_RULES: readonly Rule[] = [
  {
    name: "whether it is the area code of a city",
    example: "云浮的电话区号是0766吧",
    when: (h) =>
      namesOne(h, "city") &&
      !several(h, "city") &&
      has(h, "area-code") &&
      h.expected !== undefined &&
      isClaim(h) &&
      !hasDim(h, "cluster", "tier"),
    takes: [...TONE, "area-code", "expected", "not"],
    query: (h) => query(h, "city", "value", { attribute: "area-code", negated: isNegated(h) }),
  },
  {
    name: "an attribute of a city",
    example: "深圳的车牌是什么",
    when: (h) => namesOne(h, "city") && has(h, ...ATTRIBUTES) && !hasDim(h, "cluster", "tier"),
    takes: [...ATTRIBUTES, "belongs", "which"],
    query: (h) => {
      const attribute = ATTRIBUTES.find((a) => has(h, a)) ?? "region";
      return query(h, "city", "value", { attribute });
    },
  },
  {
    name: "which of two regions a city is in",
    example: "潮州属于珠三角还是粤东",
    when: (h) => namesOne(h, "city") && namesSet(h) && has(h, "choice") && plainOf(h),
    takes: TONE,
    query: (h) => query(h, "city", "value", { attribute: "region" }),
  },
  {
    name: "whether a city is in a region",
    example: "清远属于珠三角吗",
    when: (h) =>
      namesOne(h, "city") && namesSet(h) && isClaim(h) && plainOf(h) && !hasDim(h, "cluster", "class"),
    takes: VERIFY,
    query: (h) => {
      const filters = filtersOf(h);
      return query(h, "city", "verify", {
        where: filters.filter((f) => !isSet(f)),
        claim: filters.filter(isSet),
        negated: isNegated(h),
      });
    },
  },
  {
    name: "the cities of a region, or outside it",
    example: "不在珠三角的城市有哪些",
    when: (h) =>
      !namesOne(h, "city") &&
      !hasDim(h, "cluster", "class") &&
      plainOf(h) &&
      !has(h, "whole", "policy") &&
      wantOf(h) !== "cluster" &&
      (hasDim(h, "city")
        ? !has(h, "role")
        : has(h, "how-many-cities") || (has(h, "count") && has(h, "noun-city"))),
    takes: ["which", "members", "count", "expected", "meaning", "everything", "all"],
    query: (h) => query(h, "city", listOp(h)),
  },
  {
    name: "the metropolitan areas, and who is in none",
    example: "广东有几个都市圈",
    when: (h) => has(h, "metro") && !namesOne(h, "city") && plainOf(h) && !hasDim(h, "cluster", "class"),
    takes: ["metro", ...LIST, ...TONE, "belongs"],
    query: (h) => query(h, "city", listOp(h), { attribute: "metro", negated: isNegated(h) || asksOfAll(h) }),
  },
  {
    name: "a named city",
    example: "粤B是哪个城市",
    when: (h) =>
      namesOne(h, "city") &&
      !several(h, "city") &&
      plainOf(h) &&
      !hasDim(h, "cluster", "class") &&
      !isClaim(h) &&
      has(h, "which-city") &&
      !has(h, "which-cluster", "role"),
    takes: ["which", "meaning"],
    query: (h) => query(h, "city", "value", { attribute: "plate" }),
  },
];
