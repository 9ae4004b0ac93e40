/** A figure in one breath: whose, of when, what, how much. */
import { WHOLE } from "../../dataset/schema.ts";
import type { FigureRow } from "../ask/relations.ts";
import type { Scope, Undecided } from "../ask/rows.ts";
import type { Names } from "./zh-names.ts";

/** What is told of a claim about figures. */
export interface FigureJudged {
  asked: Scope;
  row: FigureRow;
  /** Where several figures are claimed: those of the others. */
  besides: readonly FigureRow[];
  /** The claim is that it is less: 没到. */
  under: boolean;
  far: boolean;
  why: Undecided;
}

/** 4000 → 4000; 11163.18 → 11163.18; never in exponents. */
export const number = (value: number): string => String(Number(value.toFixed(4)));

const BOUNDS = { over: "超过 ", under: "不到 ", about: "约 " } as const;

/** 4000 亿元以上, 约 3600 亿元, 与全省增速基本同步. A target over an amount is one of at least that. */
export function amountOf(row: FigureRow): string {
  const { value, unit = "", words = "", bound } = row.figure;
  if (value === undefined) return words;
  // 万亿元级 is a level: the text gives no number.
  const level = value === 1 && unit.endsWith("级");
  const said = level ? unit : `${number(value)}${unit === "%" ? "%" : ` ${unit}`}`;
  if (row.status !== "result" && bound === "under") return `${said}以内`;
  if (row.status !== "result" && bound === "over") return `${said}以上`;
  return `${bound ? BOUNDS[bound] : ""}${said}`;
}

export const sizeOf = ({ amount }: FigureRow): number => amount?.value ?? 0;

export const isAtLeast = (a: FigureRow, b: FigureRow): boolean => sizeOf(a) >= sizeOf(b);

/** How far apart two figures are, in the unit of the first; from bounded figures it is about so much. */
export function differenceOf(a: FigureRow, b: FigureRow): string {
  const { unit = "", value = 1, bound } = a.figure;
  const apart = Math.abs(sizeOf(a) - sizeOf(b)) / (sizeOf(a) / value || 1);
  const about = (bound ?? b.figure.bound) ? "约 " : "";
  if (apart < 1 && unit.startsWith("万亿")) return `${about}${number(apart * 10_000)} 亿元`;
  return `${about}${number(apart)}${unit === "%" ? " 个百分点" : ` ${unit}`}`;
}

/** Without its mark, where the sentence says that it is a draft's. */
export const unmarked = (row: FigureRow): FigureRow => ({ ...row, giver: "report" });

/** 2025 年营业收入目标; 2024 年上半年产量（新能源汽车）. A draft's is never told without being called so. */
export function measureOf(row: FigureRow, names: Names): string {
  const { period, of, year } = row.figure;
  const when = `${year} 年${period === undefined ? "" : names.periods[period]}`;
  const status = row.status === "result" ? "" : names.statuses[row.status];
  const thing = of === undefined || period === undefined ? of : untimed(of, names.periods[period]);
  const said = [thing || [], row.giver === "draft" ? names.givers.draft : []].flat();
  const what = said.length === 0 ? "" : `（${said.join("，")}）`;
  return `${when}${names.measures[row.measure]}${status}${what}`;
}

/** 增加值（一季度） of a first quarter is 增加值: the time is said once. */
export const untimed = (of: string, period: string): string =>
  of
    .replace(`（${period}）`, "")
    .replace(` (${period})`, "")
    .replace(new RegExp(`^${period}(?: of the year)?`), "")
    .trim();

/** Whose figure it is: cluster, city, class, or the whole province. */
export function ownerOf(row: FigureRow): string {
  const city = row.cities.length > 3 ? "" : row.cities.join("、");
  const cluster = row.clusters.length > 3 ? "" : row.clusters.join("、");
  const group = row.group === undefined || row.group === WHOLE ? "" : `${row.group}集群`;
  return [city, cluster || group].filter(Boolean).join(" · ");
}

/** Whether the figure is of the very thing that was asked for: naming it once is enough. */
export const isAskedFor = (asked: Scope, row: FigureRow): boolean =>
  asked.set === undefined &&
  asked.clusters.join() === row.clusters.join() &&
  asked.cities.join() === row.cities.join() &&
  asked.classes.join() === (row.group ?? "");

/** Two values of one figure: naming it once is enough. */
export const isOfOne = (a: FigureRow, b: FigureRow): boolean =>
  JSON.stringify([
    a.clusters,
    a.cities,
    a.group,
    a.giver,
    a.measure,
    a.status,
    a.figure.year,
    a.figure.period,
    a.figure.of,
  ]) ===
  JSON.stringify([
    b.clusters,
    b.cities,
    b.group,
    b.giver,
    b.measure,
    b.status,
    b.figure.year,
    b.figure.period,
    b.figure.of,
  ]);

export const nameless = (asked: Scope): Scope => ({
  ...asked,
  clusters: [],
  cities: [],
  classes: [],
});
