/** Turns of phrase that the Chinese texts share. */
import { groupBy } from "../../dataset/dataset.ts";
import type { Tier } from "../../dataset/schema.ts";
import type { FigureRow } from "../ask/relations.ts";
import { amountOf, measureOf, ownerOf } from "./figure.ts";
import { ZH_NAMES } from "./zh-names.ts";
import type { InParts, Judged, Want } from "./texts.ts";

export const join = (items: readonly string[]): string => items.join("、");

const MOST_NAMED = 12;
/** A long list is named in part, and counted. */
export const some = (items: readonly string[]): string =>
  items.length > MOST_NAMED ? `${join(items.slice(0, MOST_NAMED))} 等 ${items.length} 个` : join(items);

/** 广州、佛山或东莞: one of them at least. */
export const either = (items: readonly string[]): string =>
  items.length > 1 ? `${join(items.slice(0, -1))}或${items.at(-1) ?? ""}` : join(items);

/** The words, or nothing where there is nothing to say them of. */
export const when = (holds: boolean, words: string): string => (holds ? words : "");

/** 广州、佛山（食品工业）. */
export const limitedTo = (entries: InParts): string =>
  [...groupBy(entries, ({ parts }) => [join(parts)])]
    .map(([parts, own]) => `${some(own.map((e) => e.name))}（${parts}）`)
    .join("、");

/** Behind what is said of whole clusters. */
export const besides = (entries: InParts): string =>
  when(entries.length > 0, `；另有只限一个行业的：${limitedTo(entries)}`);

/** Of whom nothing is written, or only of an industry beside the cluster. */
export const unwritten = (what: string, entries: InParts): string =>
  entries.length === 0 ? `文件没有写${what}。` : `文件写了${what}，但只限一个行业：${limitedTo(entries)}。`;

/** 半导体与集成电路集群; nothing where none is named. */
export const clusterOf = (names: readonly string[]): string => when(names.length > 0, `${join(names)}集群`);
export const tierOf = (tiers: readonly Tier[]): string => join(tiers.map((t) => ZH_NAMES.tiers[t]));
export const unitOf = (want: Want): string => (want === "city" ? "城市" : "集群");
export const extremeOf = (extreme: "max" | "min", max: string, min: string): string =>
  extreme === "max" ? max : min;

/** What a claim got: 是, 不是; of a denial 对, 不对. */
export const judge = ({ verdict, negated }: Judged): string =>
  ({ yes: negated ? "对" : "是", no: negated ? "不对" : "不是", unsaid: "文件没有这样说" })[verdict];

const ALL = { yes: ["是，都是", "对，不都是"], no: ["不都是", "不对，都是"] } as const;
const NONE = { yes: ["对，都不是", "对，都不是"], no: ["不对", "不对"] } as const;

/** 都是, 都不是: what a claim about several got. */
export function judgeSeveral(judged: Judged, quantifier: string | undefined): string {
  const words = quantifier === "all" ? ALL : quantifier === "none" ? NONE : undefined;
  return judged.verdict === "unsaid" || !words
    ? judge(judged)
    : words[judged.verdict][judged.negated ? 1 : 0];
}

/** 2025 年营业收入目标 4000 亿元以上. */
export const told = (row: FigureRow): string =>
  `${measureOf(row, ZH_NAMES)}${row.figure.value === undefined ? "：" : ""}${spaced(amountOf(row))}`;

/** 2019 年 11875 亿元; 2025 年目标 2 万亿元: beside others of the same measure. */
export const dated = (row: FigureRow): string =>
  `${timeOf(row)}${when(row.status === "target", "目标")}${spaced(amountOf(row))}`;

/** 2021 年上半年. */
export const timeOf = ({ figure: { year, period } }: FigureRow): string =>
  `${year} 年${period === undefined ? "" : ZH_NAMES.periods[period]}`;

/** 约 2500 亿元 stands close to what is before it; a number keeps its distance. */
export const spaced = (amount: string): string => (/^[\da-z]/i.test(amount) ? ` ${amount}` : amount);

/** 行动计划 2023—2025 里: between a digit or a Latin letter and what follows in Chinese stands a space. */
export const leading = (words: string): string => (/[\da-z]$/i.test(words) ? `${words} ` : words);

/** The same, after whose it is. */
export const owned = (row: FigureRow): string => [ownerOf(row), told(row)].filter(Boolean).join(" ");
