/** Figures as a picture tells them: which one stands for a cluster, in which words, and how long its bar may be. */
import { figuresWhere } from "../core/ask/figures.ts";
import type { FigureRow, Relations } from "../core/ask/relations.ts";
import { ZH_NAMES } from "../core/say/zh-names.ts";
import type { Measure, Status } from "../dataset/schema.ts";

/** The three that are shown, in the order of time. */
export const STATUSES = ["base", "target", "result"] as const satisfies readonly Status[];
export type Shown = (typeof STATUSES)[number];

export const STATUS_TITLES: Readonly<Record<Shown, string>> = {
  base: "起点",
  target: "2025 年目标",
  result: "最新实绩",
};

/** The year in the heading of the targets. */
export const TARGET_YEAR = 2025;

/** The cluster's figure of that status: the same the answers give, and only one that is of this cluster alone. */
export function figureOf(relations: Relations, cluster: string, status: Shown): FigureRow | undefined {
  const rows = figuresWhere(relations, [
    { dim: "cluster", in: [cluster] },
    { dim: "status", in: [status] },
  ]);
  return rows.find((row) => row.clusters.length === 1);
}

/** 2019 营业收入（软件业务收入）, 2024 上半年产量; without the year where the column's heading tells it. */
export function measureWords({ figure }: FigureRow, told?: number): string {
  const of = figure.of?.replaceAll("（", " ").replaceAll("）", "");
  const year = figure.year === told ? "" : `${figure.year} `;
  const period = figure.period === undefined ? "" : ZH_NAMES.periods[figure.period];
  const inPart = of?.includes(period) ?? false;
  return `${year}${inPart ? "" : period}${ZH_NAMES.measures[figure.measure]}${of === undefined ? "" : `（${of}）`}`;
}

/** Sizes of an industry. Exports, growth and counts are told in words only. */
const BARRED: readonly Measure[] = ["revenue", "scale", "output-value", "value-added"];

/** What a length is told in. */
const HUNDRED_MILLION = 1e8;

/** Length in 亿元 where a bar may stand for it. */
export const lengthOf = ({ measure, amount }: FigureRow): number | undefined =>
  amount?.base === "元" && BARRED.includes(measure) ? amount.value / HUNDRED_MILLION : undefined;

/** Of a part, of another definition, from a draft, or in dispute: its bar is hollow. */
export const isHollow = ({ fact, figure, giver }: FigureRow): boolean =>
  figure.of !== undefined || fact.disputed === true || giver === "draft";

/** 11163 → 12000: a length that can be said. */
export function roundUp(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.ceil(value / unit) * unit;
}

/** What must be known to use a figure. Who passed it on is not of that kind: the grade of the source tells it. */
export const caveatOf = ({ fact }: Pick<FigureRow, "fact">): string[] =>
  fact.note === undefined || /^(?:来源为|据)[^，；]*(?:行业|媒体|界网)[^，；]*$/.test(fact.note)
    ? []
    : [fact.note];

/** Whether figures may be held against each other at all. */
export const isOneSeries = (found: readonly FigureRow[]): boolean =>
  new Set(found.map(({ figure }) => `${figure.measure}|${figure.of ?? ""}`)).size <= 1;
