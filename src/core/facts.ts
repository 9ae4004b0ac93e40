/** Questions about facts that every reply asks: who speaks, how strong, how recent. */
import type { Dataset } from "../dataset/dataset.ts";
import type { Fact, Measure, Status, Tier } from "../dataset/schema.ts";

/** Who gave a role. The first always comes first in an answer. */
export type RoleKind = "province" | "city" | "report" | "draft";
export const ROLE_KINDS: readonly RoleKind[] = ["province", "city", "report", "draft"];

export const KIND_HEADINGS: Readonly<Record<RoleKind, string>> = {
  province: "省级文件给的角色",
  city: "市级集群与市级规划（不是省里给的角色）",
  report: "报道与统计（不是省里给的角色）",
  draft: "征求意见稿（非正式文本）",
};

export const TIER_NAMES: Readonly<Record<Tier, string>> = {
  core: "核心",
  key: "重点",
  base: "基地",
  support: "协同或配套",
  listed: "列入名单",
  task: "有任务",
  city: "市级规划",
  news: "报道",
};

export const TIER_ORDER: readonly Tier[] = [
  "core",
  "key",
  "base",
  "support",
  "listed",
  "task",
  "city",
  "news",
];

export const MEASURE_NAMES: Readonly<Record<Measure, string>> = {
  revenue: "营业收入",
  "value-added": "增加值",
  "output-value": "产值",
  scale: "产业规模",
  output: "产量",
  capacity: "产能",
  growth: "增速",
  share: "占比",
  investment: "投资",
  enterprises: "企业数",
  patents: "专利数",
  installed: "装机容量",
  exports: "出口额",
  profit: "利润",
  gdp: "地区生产总值",
  mentions: "提及次数",
  count: "个数",
};

export const STATUS_NAMES: Readonly<Record<Status, string>> = {
  base: "基数",
  target: "目标",
  result: "实绩",
  threshold: "门槛",
};

const layerOf = (dataset: Dataset, fact: Fact): string =>
  dataset.document.get(fact.document)?.layer ?? "report";

/** A city-level cluster in a provincial plan is still the city's own, never a role the province gave. */
export function roleKind(dataset: Dataset, fact: Fact): RoleKind {
  const layer = layerOf(dataset, fact);
  if (layer === "draft") return "draft";
  if (layer === "city" || fact.role?.tier === "city") return "city";
  return layer === "province" && fact.role?.tier !== "news" ? "province" : "report";
}

const LAYER_RANK: Readonly<Record<string, number>> = { province: 0, report: 1, city: 1, draft: 3 };

/** 0 provincial, 1 reported or municipal, 3 draft. */
export const layerRank = (dataset: Dataset, fact: Fact): number => LAYER_RANK[layerOf(dataset, fact)] ?? 2;

/** Year of the document, or of the source where the document is a heading for many reports. */
export function documentYear(dataset: Dataset, fact: Fact): number {
  const year = dataset.document.get(fact.document)?.year;
  if (typeof year === "number") return year;
  return dataset.sourceYear.get(fact.source) ?? 0;
}

export const shortName = (dataset: Dataset, fact: Fact): string =>
  dataset.document.get(fact.document)?.short ?? fact.document;

export const tierRank = (fact: Fact): number =>
  fact.role ? TIER_ORDER.indexOf(fact.role.tier) : TIER_ORDER.length;

const SCALE: ReadonlyArray<readonly [RegExp, number]> = [
  [/^万亿/, 10_000],
  [/^亿/, 1],
  [/^万元/, 0.0001],
  [/^trillion/, 10_000],
  [/^billion/, 10],
];

/** A sum of money in 亿元, so that 1.5 万亿 and 15000 亿 compare equal; other units stay as they are. */
export function comparable(value: number, unit: string): { value: number; unit: string } {
  const scale = SCALE.find(([pattern]) => pattern.test(unit));
  if (scale) return { value: value * scale[1], unit: "亿元" };
  return { value, unit: unit.replace(/percent/, "%") };
}
