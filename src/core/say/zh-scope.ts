/** What an answer is about, in Chinese: every constraint of the question is named. */
import type { Compare } from "../query.ts";
import type { Lingo } from "./lingo.ts";
import type { Scope } from "../ask/rows.ts";
import { ZH_NAMES } from "./zh-names.ts";
import { join, leading, tierOf, when } from "./zh-words.ts";

/** 《意见》里，除广州外，; 珠三角以外，; 粤西里，: how a list was narrowed. */
export function within(scope: Scope, lingo: Lingo): string {
  const { documents, notDocuments, set, notSet } = scope;
  const single = notSet === undefined ? scope.notCities : [];
  const left = [...single, ...scope.notClusters, ...scope.notClasses.map((c) => `${c}集群`)];
  return [
    when(documents.length > 0, `${leading(join(documents.map((d) => lingo.name(d))))}里，`),
    when(notDocuments.length > 0, `除${join(notDocuments.map((d) => lingo.name(d)))}外，`),
    when(set !== undefined, `${set}里，`),
    when(notSet !== undefined, `${notSet}以外，`),
    when(left.length > 0, `除${join(left)}外，`),
    when(
      scope.lacks.length > 0,
      `不算${join(scope.lacks)}也${tierOf(scope.tiers) ? `列为${tierOf(scope.tiers)}` : "被点名"}的，`,
    ),
    when(scope.stars.length > 0, `按${starsOf(scope)}标注，`),
    when(scope.words.length > 0, `就“${join(scope.words)}”，`),
  ].join("");
}

const starsOf = ({ stars }: Scope): string => join(stars.map((n) => ZH_NAMES.stars[n - 1] ?? ""));

const dateOf = (date: string): string => {
  const [month, day] = date.split("-");
  return `${month} 月${when(day !== undefined, ` ${day} 日`)}`;
};

/** What a figure question was about: 半导体与集成电路 2030 年营业收入目标. */
export function figureAsked(scope: Scope): string {
  const classes = join(scope.classes.map((c) => `${c}集群`));
  const subject = [scope.set ?? join(scope.cities), join(scope.clusters), classes]
    .filter(Boolean)
    .join(" · ");
  const asked = [
    subject,
    subject === "" ? join(scope.parts) : when(scope.parts.length > 0, `（${join(scope.parts)}）`),
    when(scope.years.length > 0, ` ${join(scope.years)} 年`),
    when(scope.dates.length > 0, ` ${join(scope.dates.map(dateOf))}`),
    join(scope.periods.map((p) => ZH_NAMES.periods[p as keyof typeof ZH_NAMES.periods] ?? "全年")),
    when(scope.wholes.length > 0, `${join(scope.wholes.map((w) => ZH_NAMES.wholes[w]))}的`),
    join(scope.measures.map((m) => ZH_NAMES.measures[m])),
    join(scope.statuses.map((s) => ZH_NAMES.statuses[s])),
  ];
  return asked.join("").trim();
}

/** What is not held: the figure without its year, because a refusal holds no digit, and the words of the question. */
export function notHeld(scope: Scope): string {
  const words = scope.words.filter((w) => !/\d/.test(w));
  const asked = figureAsked({ ...scope, years: [], dates: [], parts: [] });
  const stars = when(scope.stars.length > 0, `${starsOf(scope)}标注`);
  return [asked, stars, when(words.length > 0, `“${join(words)}”`)].filter(Boolean).join("的");
}

const COMPARE: Readonly<Record<Compare, string>> = {
  ">": "超过 ",
  ">=": "不低于 ",
  "<": "低于 ",
  "<=": "不超过 ",
  "=": "是 ",
  "~": "接近 ",
};

/** 2030 年营业收入目标超过 4000 亿: what the listed have in common. */
export function bounded(scope: Scope, negated: boolean): string {
  const bounds = scope.bounds.map(({ cmp, text }) => `${COMPARE[cmp]}${bareAmount(text)}`);
  const asked = figureAsked({ ...scope, clusters: [], cities: [], classes: [] });
  return `${asked}${when(negated, "不是")}${join(bounds)}`;
}

/** 超过4000亿以上 → 4000 亿: the comparison stands before it. */
const bareAmount = (said: string): string =>
  said
    // 过万亿 is over one of it.
    .replace(/^[^\d一二三四五六七八九十两百千万]*(?=[百千万]亿元?(?:以[上下内])?$)/u, "1")
    .replace(/^[^\d一二三四五六七八九十两]+/u, "")
    .replace(/(?:以[上下内]|之[上下内])$/u, "")
    .replaceAll(/(\d)(?=\p{Script=Han})/gu, "$1 ");
