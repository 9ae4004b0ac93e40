/** Figures as a picture tells them: which one stands for a cluster, in which words, and how long its bar may be. */
import { comparable, MEASURE_NAMES, roleKind } from "../core/facts.ts";
import { findFigures, type Found } from "../core/figures.ts";
import { emptyFrame } from "../core/frame.ts";
import type { Dataset } from "../dataset/dataset.ts";
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
export function figureOf(dataset: Dataset, cluster: string, status: Shown): Found | undefined {
  const found = findFigures(dataset, { ...emptyFrame(), clusters: [cluster], statuses: [status] });
  return found.find(({ fact }) => fact.clusters.length === 1);
}

/** 2019 营业收入（软件业务收入）; without the year where the column's heading tells it. */
export function measureWords({ figure }: Found, told?: number): string {
  const of = figure.of?.replaceAll("（", " ").replaceAll("）", "");
  const year = figure.year === told ? "" : `${figure.year} `;
  return `${year}${MEASURE_NAMES[figure.measure]}${of === undefined ? "" : `（${of}）`}`;
}

/** 约 1.5 万亿元; 4000 亿元以上; 与全省增速基本同步 */
export function amountWords({ figure }: Found): string {
  if (figure.value === undefined) return figure.words ?? "";
  const amount = `${figure.value} ${figure.unit ?? ""}`.replace(" %", "%");
  if (figure.bound === "over") return `${amount}以上`;
  if (figure.bound === "under") return `${amount}以内`;
  return figure.bound === "about" ? `约 ${amount}` : amount;
}

/** Sizes of an industry. Exports, growth and counts are told in words only. */
const BARRED: readonly Measure[] = ["revenue", "scale", "output-value", "value-added"];

/** Length in 亿元 where a bar may stand for it. */
export function lengthOf({ figure }: Found): number | undefined {
  if (figure.value === undefined || !BARRED.includes(figure.measure)) return undefined;
  const { value, unit } = comparable(figure.value, figure.unit ?? "");
  return unit === "亿元" ? value : undefined;
}

/** Of a part, of another definition, from a draft, or in dispute: its bar is hollow. */
export const isHollow = (dataset: Dataset, { fact, figure }: Found): boolean =>
  figure.of !== undefined || fact.disputed === true || roleKind(dataset, fact) === "draft";

/** 11163 → 12000: a length that can be said. */
export function roundUp(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.ceil(value / unit) * unit;
}

/** What must be known to use a figure. Who passed it on is not of that kind: the grade of the source tells it. */
export const caveatOf = ({ fact }: Found): string[] =>
  fact.note === undefined || /^(?:来源为|据)[^，；]*(?:行业|媒体|界网)[^，；]*$/.test(fact.note)
    ? []
    : [fact.note];

/** Whether figures may be held against each other at all. */
export const isOneSeries = (found: readonly Found[]): boolean =>
  new Set(found.map(({ figure }) => `${figure.measure}|${figure.of ?? ""}`)).size <= 1;
