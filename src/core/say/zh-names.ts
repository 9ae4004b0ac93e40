/** Names of things that have a fixed set of values, a language each. Ids of the dataset are named by `name`. */
import type { Grade, Layer } from "../../dataset/documents.ts";
import type { Measure, Period, Status, Tier } from "../../dataset/schema.ts";
import type { Whole } from "../../dataset/word-kinds.ts";
import type { Giver } from "../ask/relations.ts";

export interface Names {
  tiers: Readonly<Record<Tier, string>>;
  givers: Readonly<Record<Giver, string>>;
  measures: Readonly<Record<Measure, string>>;
  /** Of what a share is. */
  wholes: Readonly<Record<Whole, string>>;
  statuses: Readonly<Record<Status, string>>;
  /** One, two, three. */
  stars: readonly string[];
  periods: Readonly<Record<Period, string>>;
  grades: Readonly<Record<Grade, string>>;
  layers: Readonly<Record<Layer, string>>;
}

export const ZH_NAMES: Names = {
  tiers: {
    core: "核心",
    key: "重点",
    base: "基地",
    support: "协同或配套",
    listed: "列入名单",
    task: "有任务",
    city: "市级规划",
    news: "报道",
  },
  givers: {
    province: "省级文件",
    city: "市级规划",
    report: "报道与统计",
    draft: "征求意见稿",
  },
  wholes: { nation: "占全国", province: "占全省", world: "占全球", city: "占全市", gdp: "占 GDP " },
  measures: {
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
  },
  statuses: { base: "基数", target: "目标", result: "实绩", threshold: "门槛" },
  stars: ["一星", "二星", "三星"],
  periods: {
    H1: "上半年",
    H2: "下半年",
    Q1: "一季度",
    Q2: "二季度",
    Q3: "三季度",
    Q4: "四季度",
    M2: "1—2 月",
    M4: "1—4 月",
    M5: "1—5 月",
    M7: "1—7 月",
    M8: "1—8 月",
    M9: "前三季度",
    M10: "1—10 月",
    M11: "1—11 月",
  },
  grades: {
    official: "官方原文",
    "official-copy": "官方文件转载",
    news: "新闻报道",
    "news-copy": "新闻转载",
    industry: "行业网站或机构资料",
  },
  layers: { province: "省级文件", city: "市级规划", report: "报道与统计", draft: "征求意见稿" },
};
