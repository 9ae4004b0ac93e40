/**
 * The shape of everything the bot knows. One file of `data/` per schema (facts: one folder); types are inferred,
 * never written twice. Entity ids are the names people use (`半导体与集成电路`, `深圳`): the data stays readable.
 */
import * as z from "zod";
import { PartialDate, Source } from "./documents.ts";

const id = z.string().min(1);
const text = z.string().trim().min(1);

export const ClusterClass = z.enum(["支柱", "新兴"]);
export type ClusterClass = z.infer<typeof ClusterClass>;

/** The group of a fact about both classes. */
export const WHOLE = "全部";

export const Cluster = z.strictObject({
  id,
  class: ClusterClass,
  /** Place in the list of its class, 1 to 10. */
  order: z.number().int().min(1).max(10),
  english: text,
});
export type Cluster = z.infer<typeof Cluster>;

export const Region = z.enum(["珠三角", "粤东", "粤西", "粤北"]);
export type Region = z.infer<typeof Region>;

/** A linked city and one that only measures touch lie beside an area, not in it. */
const Extent = z.enum(["whole", "part", "linked", "measures"]);

export const City = z.strictObject({
  id,
  full: text,
  english: text,
  adcode: z.string().regex(/^44\d{4}$/),
  areaCode: z.string().regex(/^0\d{2,3}$/),
  plate: z.string().regex(/^粤[A-W]$/),
  region: Region,
  /** Metropolitan area of the 2023 plans, as the source words it. */
  metro: text,
  /** The same as data: which area it is, and how much of the city lies in it; no extent where the source gives none. */
  area: z.strictObject({ id: text, extent: Extent.optional() }).optional(),
  lng: z.number().min(109).max(118),
  lat: z.number().min(20).max(26),
});
export type City = z.infer<typeof City>;

/**
 * What a role says. Ordered from strong to weak; `city` is a city's own plan or a city-level cluster
 * (never a role given by the province), `news` is what reporting tells.
 */
export const Tier = z.enum(["core", "key", "base", "support", "listed", "task", "city", "news"]);
export type Tier = z.infer<typeof Tier>;

export const Role = z.strictObject({
  tier: Tier,
  /** The source's own word for it: 核心, 重点, 五大基地之一 … */
  label: text,
  /** How many stars the source marks it with. */
  stars: z.number().int().min(1).max(3).optional(),
  /** The part of the cluster it is about, where it is not the whole: 纺织服装, 创新网络 … */
  part: text.optional(),
  /** That part is an industry of its own (食品工业, 纺织服装): the role is not one in the cluster. */
  subIndustry: z.boolean().optional(),
  /** The source's list of cities ends in 等: there may be more. */
  open: z.boolean().optional(),
  /** How many cities the source says the list has: where all of them are held, it leaves no room for others. */
  total: z.number().int().positive().optional(),
});
export type Role = z.infer<typeof Role>;

export const Measure = z.enum([
  "revenue", // 营业收入 (营收、主营业务收入、软件业务收入)
  "value-added", // 增加值
  "output-value", // 产值、总产值
  "scale", // 产业规模
  "output", // 产量
  "capacity", // 产能
  "growth", // 增速
  "share", // 占比
  "investment", // 投资、投入
  "enterprises", // 企业数
  "patents", // 专利
  "installed", // 装机容量
  "exports", // 出口
  "profit", // 利润
  "gdp", // 地区生产总值
  "mentions", // 文件里被提及的次数
  "count", // 其他个数
]);
export type Measure = z.infer<typeof Measure>;

export const Status = z.enum(["base", "target", "result", "threshold"]);
export type Status = z.infer<typeof Status>;

const HALVES_AND_QUARTERS = ["H1", "H2", "Q1", "Q2", "Q3", "Q4"] as const;
const FIRST_MONTHS = ["M2", "M4", "M5", "M7", "M8", "M9", "M10", "M11"] as const;
/** A part of a year: a half, a quarter, the first so many months (M10: January to October). */
export const Period = z.enum([...HALVES_AND_QUARTERS, ...FIRST_MONTHS]);
export type Period = z.infer<typeof Period>;

/** Things that are counted over the years, or numbered in the order they came. */
export const Series = z.enum([
  "trillion", // 万亿级集群
  "hundred-billion", // 千亿级集群
  "national", // 国家先进制造业集群
  "mentions", // 文件里提及的次数
  "coverage", // 一个市在多少个集群里有布局或被写到
]);
export type Series = z.infer<typeof Series>;

export const Figure = z
  .strictObject({
    measure: Measure,
    /** base: 2019 starting point; target: aimed at; result: reported; threshold: criterion of selection. */
    status: Status,
    value: z.number().optional(),
    /** 亿元, 万亿元, %, 万辆, 家, 个 … Always with a value. */
    unit: text.optional(),
    /** What the document says in words instead of a number: 与全省增速基本同步. */
    words: text.optional(),
    /** How many per cent those words come to: 约三分之一. Claims are held against it; nothing is computed with it. */
    roughly: z.number().positive().optional(),
    year: z.number().int().min(2000).max(2050),
    /** The part of the year it is of, where it is not the whole. */
    period: Period.optional(),
    /** What is counted, where questions ask for it by name: 万亿级集群. */
    series: Series.optional(),
    bound: z.enum(["over", "under", "about"]).optional(),
    /** Whose it is, where it is not the fact's cities: one of them, or none for the whole province. */
    cities: z.array(id).optional(),
    /** The clusters it is of, where they are not the fact's: one of several that it tells of, or of a class. */
    clusters: z.array(id).optional(),
    /** What is measured, where it is a part or something other than the fact's cluster or city: 新能源汽车, 游戏 … */
    of: text.optional(),
  })
  .refine((f) => (f.words === undefined) !== (f.value === undefined), "needs either a value or words")
  .refine((f) => f.roughly === undefined || f.words !== undefined, "only words are rough")
  .refine((f) => (f.value === undefined) === (f.unit === undefined), "a value needs a unit");
export type Figure = z.infer<typeof Figure>;

export const Topic = z.enum([
  "role", // 城市角色
  "task", // 城市任务
  "layout", // 区域布局
  "figure", // 数字 (目标、基数、实绩)
  "membership", // 名单、分类
  "scope", // 范围、统计口径、重点方向
  "docno", // 文号
  "naming", // 名称的变化
  "date", // 日期
  "issuer", // 印发、牵头、参与部门
  "document", // 文件之间的关系、版本、作用
  "threshold", // 遴选门槛
  "position", // 稳 / 进 定位
  "levels", // 宏观 中观 微观
  "mention", // 被提及的次数
  "projects", // 重点工程、重点任务、措施条数
  "mechanism", // 五个一、链长制
  "trillion", // 万亿级集群
  "rating", // 十四五星级
  "national", // 国家级集群
  "park", // 园区、试点、示范
  "honour", // 称号、行业地位
  "city-system", // 市级产业体系
  "funding", // 资金、投入
  "future", // 未来产业、新赛道
  "profile", // 城市或产业概况
  "nickname", // 城市别称
  "press", // 新闻发布会本身
  "period", // 规划期
]);
export type Topic = z.infer<typeof Topic>;

/** What happened on a date. */
export const Act = z.enum([
  "issued", // 出台、印发
  "published", // 公开、公布、发布
  "signed", // 落款
  "held", // 召开、举行
  "started", // 启动、推行、开工
  "finished", // 建成、投产
  "named", // 认定、授牌、入选
]);
export type Act = z.infer<typeof Act>;

const Ordinal = z.strictObject({ series: Series, place: z.int().min(1), expected: z.boolean().optional() });

/** `L` and up to four digits are kept for the folders of operators: no release will ever use them. */
export const LOCAL_ID = /^L\d{1,4}(-\d+)?$/;
const FACT_ID = /^(?:[A-KM-Z]\d{2,3}|L\d{1,4})(-\d+)?$/;

export const Fact = z.strictObject({
  id: z.string().regex(FACT_ID, "must be a letter and two or three digits, or L and up to four"),
  /** The fact it takes the place of, which is asserted no more. Only in a folder laid over another. */
  supersedes: id.optional(),
  document: id,
  source: id,
  /** Other sources that say the same. */
  also: z.array(id).optional(),
  /** Other facts that say the same, from elsewhere. */
  agrees: z.array(id).optional(),
  /** Paragraph of the source, where it is numbered. */
  paragraph: z.number().int().positive().optional(),
  /** Where else in the source it stands: a section, a table. */
  locator: text.optional(),
  /** The passage of an imported document it was taken from: see `Library`. `page` is what the reader is told. */
  passage: z
    .strictObject({
      document: id,
      paragraph: z.number().int().positive(),
      page: z.number().int().positive().optional(),
    })
    .optional(),
  clusters: z.array(id),
  /** Set when the fact is about a class of clusters or all twenty. */
  group: z.enum([...ClusterClass.options, WHOLE]).optional(),
  cities: z.array(id),
  regions: z.array(Region).optional(),
  topics: z.array(Topic).min(1),
  /** A sentence of our own that stands alone: names its cluster or city, its year, its figures. */
  text,
  /** The same in one breath, where the sentence is longer: a first line. It may say less, never more. */
  brief: text.optional(),
  role: Role.optional(),
  figures: z.array(Figure).optional(),
  /** What happened when, as the text says. */
  dates: z.array(z.strictObject({ act: Act, date: PartialDate })).optional(),
  /** Numbers of the documents it is about: 粤工信信软〔2023〕8 号. */
  numbers: z.array(text).optional(),
  /** The place of its cluster in a series: the ninth 万亿级集群. `expected` where the text only hopes for it. */
  ordinal: Ordinal.optional(),
  /** A rank that the text itself states: first in the country in output. */
  rank: z.strictObject({ place: z.number().int().min(1), among: text, what: text }).optional(),
  conflict: id.optional(),
  /** The figure itself is in doubt: never shown without its conflict, never led with, never computed with. */
  disputed: z.boolean().optional(),
  /** Its figures are of something wider than the clusters: found by name, never offered as a cluster's figure. */
  background: z.boolean().optional(),
  /** What a reader must know to use it: a doubt about the source, a narrower or wider definition. */
  note: text.optional(),
});
/** `origin`: the name of the folder it is from, where that is laid over the first. Set when it is read. */
export type Fact = z.infer<typeof Fact> & { readonly origin?: string };

/** One file of `data/facts/`: facts of one kind, and the sources that the first of them cite. */
export const FactFile = z.strictObject({ sources: z.array(Source), facts: z.array(Fact) });
