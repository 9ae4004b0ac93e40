/** Figures, in Simplified Chinese. */
import { equal } from "../../text/units.ts";
import type { Verdict } from "../ask/amounts.ts";
import type { FigureRow } from "../ask/relations.ts";
import type { FigureCompareRows } from "../ask/rows.ts";
import {
  amountOf,
  differenceOf,
  isAskedFor,
  isAtLeast,
  isOfOne,
  measureOf,
  nameless,
  sizeOf,
  unmarked,
} from "./figure.ts";
import { ZH_NAMES } from "./zh-names.ts";
import type { Catalogue, FigureTexts } from "./texts.ts";
import { bounded, figureAsked } from "./zh-scope.ts";
import { dated, extremeOf, join, judge, owned, leading, spaced, timeOf, told, when } from "./zh-words.ts";

const DIFFERENCES: Readonly<Record<FigureCompareRows["differ"][number], string>> = {
  measure: "指标",
  year: "年份",
  of: "时段",
  part: "统计对象",
  base: "单位",
  draft: "征求意见稿",
  doubt: "可信程度",
};

/** Two figures of one thing are told apart by what they are: target and result. */
const isYear = (name: string): boolean => /^\d{4}$/.test(name);

const sideName = (name: string): string => {
  if (/^\d{4}$/.test(name)) return `${name} 年`;
  return Object.entries(ZH_NAMES.statuses).find(([id]) => id === name)?.[1] ?? name;
};

const CHANGED: Readonly<Record<Verdict, string>> = { yes: "改过", no: "没有变", unsaid: "文件没有说" };

const REACHED = {
  yes: ["完成了", "对，没有完成"],
  no: ["还没有完成", "不对，完成了"],
  unsaid: ["文件没有直接说", "文件没有直接说"],
} as const;

/** Why a claim is neither so nor not. */
const OPEN = {
  draft: "正式文件没有这个数字，不能说是或不是；征求意见稿写的是",
  divided: "说法不一，不能说是或不是，一处写的是",
  slip: "单位对不上，写的是",
  unsaid: "文件没有这样说，写的是",
} as const;

/** 营业收入目标: without its year. */
const kindOf = ({ measure, status }: FigureRow): string =>
  `${ZH_NAMES.measures[measure]}${when(status !== "result", ZH_NAMES.statuses[status])}`;

export const ZH_FIGURES: Catalogue<FigureTexts> = {
  figure: (row) => `${owned(row)}。`,
  figureSides: ({ asked, row, sides }) => {
    const own = isAskedFor(asked, row) ? told(row) : owned(row);
    return `${own}${sides.map((side) => `或${spaced(amountOf(side))}`).join("")}，未定。`;
  },
  figureNear: ({ asked, row }, lingo) => {
    const same = isAskedFor(asked, row) && (asked.parts.length === 0 || row.figure.of !== undefined);
    // 修订版没有, 别的文件有: whose it is not is said, or the two halves would contradict each other.
    const whose = join(asked.documents.map((d) => lingo.name(d))) || "文件";
    return `${leading(whose)}没有${spaced(figureAsked(same ? nameless(asked) : asked))}；${same ? told(row) : owned(row)}。`;
  },
  figureDraft: (row) => `没有正式文件的数字；征求意见稿写的是${owned(unmarked(row))}。`,
  figureVerdict: ({ asked, row, verdict, negated, under, far, why, besides }, lingo) => {
    const each = (r: FigureRow): string => (isAskedFor(asked, r) ? told(r) : owned(r));
    const own = verdict === "unsaid" && why === "draft" ? unmarked(row) : row;
    const figure = [each(own), ...besides.map((r) => (isOfOne(r, row) ? amountOf(r) : each(r)))].join("；");
    const { documents } = asked;
    const elsewhere = documents.length > 0 && !documents.includes(row.document);
    const from = when(
      elsewhere,
      `（出自${lingo.name(row.document)}，不是${documents.map((d) => lingo.name(d)).join("、")}）`,
    );
    if (verdict === "unsaid") return `${OPEN[why ?? "unsaid"]}：${figure}${from}。`;
    // 至少, 有 … 吗: what is not that much is less.
    const isLeast = asked.bounds.length > 0 && asked.bounds.every((b) => b.cmp === ">=");
    const isLess =
      isLeast && verdict === "no" && !negated && row.amount !== undefined && row.figure.bound !== "under";
    const lead = isLess ? "不是，不到" : verdict === "yes" && under ? "对" : judge({ verdict, negated });
    return `${lead}${when(far && !negated, "，远超")}：${figure}。`;
  },
  partsOpen: ({ parts, agree }) =>
    `${when(agree, "其余对得上；")}没有判断的是${join(parts.map((p) => `“${p.text}”`))}。`,
  figureList: ({ scope, names, known, total, negated }) => {
    const what = `${when(scope.bounds.length === 0, "写了 ")}${bounded(scope, negated)}`;
    return names.length === 0
      ? `没有：有这项数字的 ${known} 个里，没有一个${what}。`
      : `${what}的有 ${names.length} 个：${join(names)}（${total} 个里 ${known} 个有这项数字）。`;
  },
  figureEntry: ({ name, row }) => `${name}：${told(row)}`,
  figureBest: ({ name, row, extreme, names, nth, tied, assumed, known, total }) => {
    if (known === 1 && total > 1) return `${total} 个里只有${name}有这项数字：${told(row)}。`;
    const first =
      nth > 1 ? extremeOf(extreme, `第 ${nth} 大`, `倒数第 ${nth} `) : extremeOf(extreme, "最大", "最小");
    const by = when(assumed, `按 ${measureOf(row, ZH_NAMES)}，`);
    const how = assumed ? spaced(amountOf(row)) : told(row);
    const count = names.length > 1 && !tied ? ` ${names.length} 个` : "";
    const which = `${by}${first}的${count}是${join(names)}${when(tied, "（并列）")}`;
    const own = names.length > 1 ? `；${name} ${how.trim()}` : `：${how.trim()}`;
    return `${which}${own}（${total} 个里 ${known} 个有这项数字）。`;
  },
  figureBestVerdict: ({ claimed, name, names, row, extreme, ...judged }) => {
    const first = extremeOf(extreme, "最大", "最小");
    const other = when(!names.includes(claimed), `，不是${claimed}`);
    const which = names.length > 1 ? `${join(names)}（并列）` : name;
    return `${judge(judged)}：有数字的里面，${first}的是${which}${other}，${told(row)}。`;
  },
  unranked: (differ) => `${join(differ.map((d) => DIFFERENCES[d]))}不同，不能排名，各自是：`,
  larger: ({ top, rest, direction, asked }) => {
    const [next = top] = rest;
    if (equal(sizeOf(top.row), sizeOf(next.row))) return `${top.name}和${next.name}一样：${told(top.row)}。`;
    const lead = (word: string): string => `${top.name}${word}${extremeOf(direction, "大", "小")}`;
    if (rest.length > 1)
      return `${lead("最")}：${[top, ...rest].map(({ name, row }) => `${name}${spaced(amountOf(row))}`).join("，")}。`;
    const apart = `${extremeOf(direction, "多", "少")}${spaced(differenceOf(top.row, next.row))}`;
    const isPlain = asked || top.row.measure === "revenue";
    const both = `${amountOf(top.row)}比${spaced(amountOf(next.row))}`;
    return `${lead("更")}，${apart}：${isPlain ? both : `${ZH_NAMES.measures[top.row.measure]}${spaced(both)}`}。`;
  },
  comparedBy: (row) => `${measureOf(row, ZH_NAMES)}。`,
  largerVerdict: ({ sides, ...judged }) => {
    const mark = judged.verdict === "unsaid" ? "：" : "，";
    return `${judge(judged)}${mark}${sides.map(({ name, row }) => `${name} ${told(row)}`).join("，")}。`;
  },
  notComparable: (differ) => `口径不同（${join(differ.map((d) => DIFFERENCES[d]))}），不能直接比，两边是：`,
  apart: ({ sides, differ }) => {
    const each = sides.map(
      ({ name, row }) => `${isYear(name) ? timeOf(row) : sideName(name)}${spaced(amountOf(row))}`,
    );
    return `${join(differ.map((d) => DIFFERENCES[d]))}不同，不能直接比：${each.join("，")}。`;
  },
  sideBySide: ({ axis, sides }) => {
    const [first, ...others] = sides.flatMap((s) => s.row ?? []);
    const each = (of: (row: FigureRow) => string): string[] =>
      sides.map(({ name, row, near }) =>
        row
          ? `${sideName(name)}${of(row)}`
          : `${sideName(name)}：没有查到${near ? `，只有 ${told(near)}` : ""}`,
      );
    const whole = (): string => `${each((row) => `：${told(row)}`).join("；")}。`;
    if (!first || others.length + 1 < sides.length) return whole();
    if (axis === "measure") {
      const measures = [first, ...others].map((r) => `${kindOf(r)}${spaced(amountOf(r))}`);
      return `${timeOf(first)}：${measures.join("，")}。`;
    }
    const alike = others.every((r) => kindOf(r) === kindOf(first) && timeOf(r) === timeOf(first));
    if (!alike) return whole();
    return `${timeOf(first)}${kindOf(first)}：${each((row) => spaced(amountOf(row))).join("，")}。`;
  },
  gapBetween: ({ from, to }) =>
    `${isAtLeast(to, from) ? "多" : "少"}${spaced(differenceOf(to, from))}：${dated(from)}，${dated(to)}。`,
  gapToTarget: ({ target, result }) => {
    const lead = isAtLeast(result, target) ? "已经达到，多" : "还差";
    return `${lead}${spaced(differenceOf(target, result))}：${dated(result)}，${dated(target)}。`;
  },
  reached: ({ target, result, verdict, negated }) =>
    result
      ? `${REACHED[verdict][negated ? 1 : 0]}：${owned(result)}，${told(target)}。`
      : `只查到目标，没有查到结果：${owned(target)}。`,
  revised: ({ first, last, verdict, negated, change }, lingo) => {
    if (!last) return `只有一份文件写了这个目标，没有说改过：${told(first)}。`;
    const lead = change === "changed" && !negated ? CHANGED[verdict] : judge({ verdict, negated });
    const same = equal(sizeOf(first), sizeOf(last));
    if (same) return `${lead}：两份文件都是${spaced(amountOf(last))}。`;
    const way = isAtLeast(last, first) ? "提高" : "下调";
    return `${lead}：${lingo.name(first.fact.document)}${spaced(amountOf(first))}，${leading(lingo.name(last.fact.document))}${way}到${spaced(amountOf(last))}。`;
  },
  figuresTable: ({ class: group }) => `十大${group}集群的起点、目标和最新实绩；口径不同的不能直接比。`,
  noFigures: ({ cluster }) => `${cluster}：没有查到`,
  unsure: (names) => `说不准在哪一边（原文是“约”“超过”）：${join(names)}。`,
  mixed: () => "各集群口径不同（营业收入、产业规模、产值），这里按原文的数排。",
};
