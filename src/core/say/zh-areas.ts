/** Metropolitan areas in Simplified Chinese. */
import type { City } from "../../dataset/schema.ts";
import type { AreaTexts, Catalogue, Judged } from "./texts.ts";
import { join, judge, when } from "./zh-words.ts";

const namesOf = (cities: readonly City[]): string => join(cities.map((c) => c.id));
const of = (cities: readonly City[], ...extents: (string | undefined)[]): City[] =>
  cities.filter(({ area }) => extents.includes(area?.extent));

/** 广州、佛山，以及肇庆、清远的一部分. */
function within(cities: readonly City[]): string {
  const parts = of(cities, "part");
  const whole = cities.filter((c) => !parts.includes(c));
  return `${namesOf(whole)}${when(parts.length > 0, `，以及${namesOf(parts)}的一部分`)}`;
}

/** Those whom a plan only touches. */
function besideOf(cities: readonly City[]): string {
  const touched = of(cities, "measures");
  const linked = of(cities, "linked");
  return [
    when(touched.length > 0, `规划举措还涉及${namesOf(touched)}的部分地区`),
    when(linked.length > 0, `${namesOf(linked)}是联动发展区`),
  ]
    .filter(Boolean)
    .map((words) => `；${words}`)
    .join("");
}

/** 全市都在里面吗: of a city that lies there in part neither yes nor no is all of it. */
const leadOf = ({ area }: City, judged: Judged): string =>
  area?.extent === "part" && judged.verdict !== "unsaid" && (judged.verdict === "yes") !== judged.negated
    ? "只有一部分"
    : judge(judged);

export const ZH_AREAS: Catalogue<AreaTexts> = {
  area: ({ name, cities, beside }) =>
    `${name}（2023 年规划）有 ${cities.length} 个市：${within(cities)}${besideOf(beside)}。`,
  areas: (names) => `2023 年都市圈规划里有 ${names.length} 个都市圈：${join(names)}。`,
  noArea: ({ cities, beside }) => {
    const none =
      cities.length === 0
        ? "这些市都写明了归属"
        : `没有写明属于哪个都市圈的是${join(cities.map((c) => `${c.id}（${c.metro}）`))}`;
    const touched = of(beside, "measures");
    const linked = of(beside, "linked");
    return `2023 年都市圈规划里，${none}${when(touched.length > 0, `；只是规划举措涉及的：${namesOf(touched)}`)}${when(linked.length > 0, `；只是联动发展区的：${namesOf(linked)}`)}。`;
  },
  inArea: ({ city, judged }) =>
    `${judged === undefined ? "" : `${leadOf(city, judged)}：`}2023 年都市圈规划里，${city.id}的归属是：${city.metro}。`,
};
