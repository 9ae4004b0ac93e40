/** Figures, in Simplified Chinese. */
import { equal } from "../../text/units.ts";
import type { FigureCompareRows } from "../ask/rows.ts";
import { amountOf, differenceOf, isAtLeast, measureOf } from "./figure.ts";
import { ZH_NAMES } from "./zh-names.ts";
import type { Catalogue, FigureTexts } from "./texts.ts";
import { bounded, figureAsked } from "./zh-scope.ts";
import { extremeOf, join, judge, owned, told, when } from "./zh-words.ts";

const DIFFERENCES: Readonly<Record<FigureCompareRows["differ"][number], string>> = {
  measure: "指标",
  year: "年份",
  of: "时段",
  base: "单位",
  draft: "征求意见稿",
};

/** Two figures of one thing are told apart by what they are: target and result. */
const sideName = (name: string): string =>
  Object.entries(ZH_NAMES.statuses).find(([id]) => id === name)?.[1] ?? name;

const REACHED = {
  yes: ["完成了", "对，没有完成"],
  no: ["还没有完成", "不对，完成了"],
  unsaid: ["文件没有直接说", "文件没有直接说"],
} as const;

export const ZH_FIGURES: Catalogue<FigureTexts> = {
  figure: (row) => `${owned(row)}。`,
  figureNear: ({ asked, row }) => `文件没有${figureAsked(asked)}；${owned(row)}。`,
  figureDraft: (row) => `没有正式文件的数字；征求意见稿写的是${owned(row)}。`,
  figureVerdict: ({ row, verdict, negated, under, far }) => {
    if (verdict === "unsaid") return `文件没有这样说，写的是：${owned(row)}。`;
    const lead = verdict === "yes" && under ? "对" : judge({ verdict, negated });
    return `${lead}${when(far && !negated, "，远超")}：${owned(row)}。`;
  },
  figureList: ({ scope, names, known, total, negated }) => {
    const what = bounded(scope, negated);
    return names.length === 0
      ? `没有：有这项数字的 ${known} 个里，没有一个${what}。`
      : `${what}的有 ${names.length} 个：${join(names)}（${total} 个里 ${known} 个有这项数字）。`;
  },
  figureEntry: ({ name, row }) => `${name}：${told(row)}`,
  figureBest: ({ name, row, extreme, names, known, total }) => {
    const first = extremeOf(extreme, "最大", "最小");
    const which =
      names.length > 1 ? `${first}的 ${names.length} 个是${join(names)}；${name} ` : `${first}的是${name}：`;
    return `${which}${told(row)}（${total} 个里 ${known} 个有这项数字）。`;
  },
  figureBestVerdict: ({ claimed, name, row, extreme, ...judged }) => {
    const other = when(claimed !== name, `，不是${claimed}`);
    return `${judge(judged)}：有数字的里面，${extremeOf(extreme, "最大", "最小")}的是${name}${other}，${told(row)}。`;
  },
  larger: ({ top, next, direction }) => {
    if (equal(top.row.amount?.value ?? 0, next.row.amount?.value ?? 0))
      return `${top.name}和${next.name}一样：${told(top.row)}。`;
    const lead = `${top.name}更${extremeOf(direction, "大", "小")}：${amountOf(top.row)}`;
    const other = `${next.name} ${amountOf(next.row)}，相差 ${differenceOf(top.row, next.row)}`;
    return `${lead}，${other}（${measureOf(top.row, ZH_NAMES)}）。`;
  },
  largerVerdict: ({ sides, ...judged }) => {
    const mark = judged.verdict === "unsaid" ? "：" : "，";
    return `${judge(judged)}${mark}${sides.map(({ name, row }) => `${name} ${told(row)}`).join("，")}。`;
  },
  notComparable: (differ) => `口径不同（${join(differ.map((d) => DIFFERENCES[d]))}），不能直接比，两边是：`,
  sideBySide: (sides) =>
    `${sides.map(({ name, row }) => `${sideName(name)}：${row ? told(row) : "文件没有写"}`).join("；")}。`,
  gapBetween: ({ from, to }) =>
    `${isAtLeast(to, from) ? "多" : "少"} ${differenceOf(to, from)}：${owned(from)}，${told(to)}。`,
  gapToTarget: ({ target, result }) => {
    const lead = isAtLeast(result, target) ? "已经达到，多" : "还差";
    return `${lead} ${differenceOf(target, result)}：${owned(result)}，${told(target)}。`;
  },
  reached: ({ target, result, verdict, negated }) =>
    result
      ? `${REACHED[verdict][negated ? 1 : 0]}：${owned(result)}，${told(target)}。`
      : `文件没有写结果，只有目标：${owned(target)}。`,
  figuresTable: ({ class: group }) => `十大${group}集群的起点、目标和最新实绩；口径不同的不能直接比。`,
  noFigures: ({ cluster }) => `${cluster}：文件没有写`,
  unsure: (names) => `说不准在哪一边（原文是“约”“超过”）：${join(names)}。`,
  mixed: () => "各集群口径不同（营业收入、产业规模、产值），这里按原文的数排。",
};
