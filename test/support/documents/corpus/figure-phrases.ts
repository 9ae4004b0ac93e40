/**
 * How plans say figures. {K} is the cluster, {P} a part of it, {A} cities; {n} {m} amounts, {t} trillions, {p} {q} per
 * cents, {k} a count; {Y} the last year of the plan, {S} a year before it. Written before any pattern that reads them.
 */
import type { Measure, Status } from "../../../../src/dataset/schema.ts";

type Bound = "over" | "under" | "about";

export interface GivenFigure {
  measure: Measure;
  status: Status;
  /** The slot of its value, or words. */
  slot?: string;
  unit?: string;
  words?: string;
  year: "Y" | "S";
  bound?: Bound;
  of?: string;
  /** Whose it is: a city, or the first or second of two. */
  cities?: "a" | "A0" | "A1";
}

export interface FigurePhrase {
  say: string;
  /** The section it stands in. */
  in: "base" | "goal" | "task";
  gives: readonly GivenFigure[];
}

const goal = (
  measure: Measure,
  slot: string,
  unit: string,
  rest: Partial<GivenFigure> = {},
): GivenFigure => ({
  measure,
  status: "target",
  slot,
  unit,
  year: "Y",
  ...rest,
});
const base = (
  measure: Measure,
  slot: string,
  unit: string,
  rest: Partial<GivenFigure> = {},
): GivenFigure => ({
  ...goal(measure, slot, unit, rest),
  status: "base",
  year: "S",
});

export const FIGURE_PHRASES: readonly FigurePhrase[] = [
  {
    in: "goal",
    say: "到{Y}年，{K}产业营业收入达到{n}亿元以上。",
    gives: [goal("revenue", "n", "亿元", { bound: "over" })],
  },
  {
    in: "goal",
    say: "力争到{Y}年，产业规模突破{n}亿元，年均增速{p}%以上。",
    gives: [
      goal("scale", "n", "亿元", { bound: "over" }),
      goal("growth", "p", "%", { bound: "over", of: "产业规模年均" }),
    ],
  },
  {
    in: "goal",
    say: "到{Y}年，主营业务收入超{n}亿元，工业增加值达到{m}亿元。",
    gives: [goal("revenue", "n", "亿元", { bound: "over" }), goal("value-added", "m", "亿元")],
  },
  {
    in: "goal",
    say: "到{Y}年，{K}产业营业收入、工业增加值分别达到{n}亿元、{m}亿元。",
    gives: [goal("revenue", "n", "亿元"), goal("value-added", "m", "亿元")],
  },
  {
    in: "goal",
    say: "到{Y}年，打造{k}家以上营业收入超百亿元的企业。",
    gives: [goal("enterprises", "k", "家", { bound: "over", of: "营业收入超百亿元的企业" })],
  },
  {
    in: "goal",
    say: "到{Y}年，培育{k}家产值超千亿元企业，建成{q}个国家级制造业创新中心。",
    gives: [
      goal("enterprises", "k", "家", { of: "产值超千亿元企业" }),
      goal("count", "q", "个", { of: "国家级制造业创新中心" }),
    ],
  },
  { in: "goal", say: "{Y}年，产业营业收入力争达到{t}万亿元。", gives: [goal("revenue", "t", "万亿元")] },
  {
    in: "goal",
    say: "到{Y}年底，{K}集群总产值接近{t}万亿元。",
    gives: [goal("output-value", "t", "万亿元", { bound: "about" })],
  },
  {
    in: "goal",
    say: "到{Y}年，营业收入年均增长{p}%左右。",
    gives: [goal("growth", "p", "%", { bound: "about", of: "营业收入年均" })],
  },
  {
    in: "goal",
    say: "到{Y}年，产业规模达到{n}—{m}亿元。",
    gives: [
      goal("scale", "n", "亿元", { of: "区间下限", bound: "over" }),
      goal("scale", "m", "亿元", { of: "区间上限", bound: "under" }),
    ],
  },
  {
    in: "goal",
    say: "到{Y}年，有效发明专利数量超过{n}件。",
    gives: [goal("patents", "n", "件", { bound: "over", of: "有效发明专利" })],
  },
  {
    in: "goal",
    say: "至{Y}年，规模以上企业研发投入占营业收入比重不低于{p}%。",
    gives: [goal("share", "p", "%", { bound: "over", of: "规模以上企业研发投入占营业收入" })],
  },
  {
    in: "goal",
    say: "到{Y}年，集群营业收入年均增速与全省经济社会发展增速基本同步。",
    gives: [
      {
        measure: "growth",
        status: "target",
        words: "与全省经济社会发展增速基本同步",
        year: "Y",
        of: "营业收入年均",
      },
    ],
  },
  {
    in: "goal",
    say: "到{Y}年，形成{k}个产值超千亿元的产业集聚区。",
    gives: [goal("count", "k", "个", { of: "产值超千亿元的产业集聚区" })],
  },
  {
    in: "goal",
    say: "到{Y}年，全省{K}产业增加值超过{n}亿元，其中{P}增加值超过{m}亿元。",
    gives: [
      goal("value-added", "n", "亿元", { bound: "over" }),
      goal("value-added", "m", "亿元", { bound: "over", of: "P" }),
    ],
  },
  { in: "goal", say: "到{Y}年，{P}产量达到{n}万台。", gives: [goal("output", "n", "万台", { of: "P" })] },
  {
    in: "goal",
    say: "到{Y}年，实现营业收入不低于{n}亿元。",
    gives: [goal("revenue", "n", "亿元", { bound: "over" })],
  },
  {
    in: "goal",
    say: "到{Y}年，{K}产业规模达到约{n}亿元。",
    gives: [goal("scale", "n", "亿元", { bound: "about" })],
  },
  {
    in: "goal",
    say: "到{Y}年，年主营业务收入超过{n}亿元，年均增长{p}%以上。",
    gives: [
      goal("revenue", "n", "亿元", { bound: "over" }),
      goal("growth", "p", "%", { bound: "over", of: "主营业务收入年均" }),
    ],
  },
  {
    in: "goal",
    say: "到{Y}年，累计建成{P}示范项目{k}个以上。",
    gives: [goal("count", "k", "个", { bound: "over", of: "P示范项目" })],
  },
  {
    in: "task",
    say: "到{Y}年，{A}{K}产业营业收入分别达到{n}亿元、{m}亿元。",
    gives: [goal("revenue", "n", "亿元", { cities: "A0" }), goal("revenue", "m", "亿元", { cities: "A1" })],
  },
  {
    in: "task",
    say: "到{Y}年，{a}市{K}产业年主营业务收入达到{n}亿元。",
    gives: [goal("revenue", "n", "亿元", { cities: "a" })],
  },
  {
    in: "base",
    say: "{S}年，全省{K}产业实现营业收入{n}亿元，同比增长{p}%。",
    gives: [base("revenue", "n", "亿元"), base("growth", "p", "%", { of: "营业收入同比" })],
  },
  {
    in: "base",
    say: "{S}年，产业营业收入约{n}亿元，占全国的{p}%。",
    gives: [
      base("revenue", "n", "亿元", { bound: "about" }),
      base("share", "p", "%", { of: "营业收入占全国" }),
    ],
  },
  {
    in: "base",
    say: "截至{S}年底，全省共有规模以上{K}企业{k}家。",
    gives: [base("enterprises", "k", "家", { of: "规模以上{K}企业" })],
  },
  {
    in: "base",
    say: "{S}年，我省{P}产量{n}万台，居全国首位。",
    gives: [base("output", "n", "万台", { of: "P" })],
  },
  {
    in: "base",
    say: "{S}年，全省{K}产业规模超过{n}亿元，其中{P}产业规模约{m}亿元。",
    gives: [
      base("scale", "n", "亿元", { bound: "over" }),
      base("scale", "m", "亿元", { bound: "about", of: "P" }),
    ],
  },
  {
    in: "base",
    say: "{S}年，{K}产业工业增加值{n}亿元，占全省规模以上工业增加值的{p}%。",
    gives: [
      base("value-added", "n", "亿元"),
      base("share", "p", "%", { of: "工业增加值占全省规模以上工业增加值" }),
    ],
  },
];

/** Numbers of which none is a figure of the cluster. */
export const FIGURE_DISTRACTORS: readonly string[] = [
  "对营业收入首次超过{n}亿元的企业，给予最高{m}万元奖励。",
  "支持总投资不低于{k}亿元的{P}项目落地。",
  "单个项目补助金额不超过{m}万元。",
  "{S}年，全球{P}市场规模达到{n}亿美元。",
  "据预测，{Y}年全国{P}市场规模将达{n}亿元。",
  "如年均增速保持{p}%以上，有望提前实现目标。",
  "省级财政每年安排不少于{k}亿元支持{P}技术攻关。",
  "各地对投资{k}亿元以上的项目实行专班服务。",
  "联系电话：020-83133{k}。",
  "落实《中国制造2025》和“1+20”战略性产业集群部署。",
  "{S}年，美国{P}企业营业收入超过{n}亿美元。",
  "《广东省国民经济和社会发展第十四个五年规划和2035年远景目标纲要》提出，到{Y}年制造业增加值占比保持在{p}%以上。",
  "每年组织{k}场以上产业对接活动。",
  "与“十三五”初期相比，企业数量翻了一番。",
  "{P}国产化率不足{p}%，关键环节受制于人。",
  "成立{k}个工作专班，每季度召开1次会议。",
  "原定{S}年实现的{n}亿元目标未能完成。",
  "申报企业上年度营业收入不低于{m}万元。",
  "广州港货物吞吐量达到{n}万吨。",
  "将研发费用加计扣除比例提高至{p}%。",
];
