/** The words of pictures in Chinese. */
import { ZH_NAMES } from "../core/say/zh-names.ts";
import type { Held, Words } from "./words.ts";

const join = (names: readonly string[]): string => names.join("、");

const NUMERALS = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];
/** 四市, 13 市. */
const cities = (count: number): string => `${NUMERALS[count] ?? `${count} `}市`;

/** Two are named, more are counted. */
const some = (names: readonly string[]): string => (names.length > 2 ? cities(names.length) : join(names));

const ROLES: Readonly<Record<Held["tier"], string>> = {
  core: "为核心",
  key: "为重点",
  base: "为基地",
  support: "协同",
  listed: "列入名单",
  task: "有任务",
  city: "自己规划",
  news: "有报道",
};

/** Who is core for the whole is always named. */
const held = ({ tier, part, names }: Held): string =>
  tier === "core"
    ? part
      ? `${some(names)}为部分领域核心`
      : `${join(names)}为核心`
    : `${some(names)}${ROLES[tier]}${part ? "（部分）" : ""}`;

/** A number begins after a space, a word does not. */
const spaced = (text: string): string => (/^[\d等]/.test(text) ? ` ${text}` : text);

export const ZH: Words = {
  list: join,
  number: String,
  semicolon: "；",
  stop: "。",
  star: "＊",
  told: (what, text) => `${what}：${text}`,
  bracketed: (text, more) => `${text}（${more}）`,
  numbered: (mark, document) => `${mark}${document}`,
  marked: (text, marks) => `${text}${marks}`,

  role: {
    core: "核心",
    key: "重点",
    base: "基地",
    support: "协同",
    listed: "名单",
    task: "任务",
    city: "规划",
    news: "报道",
  },
  own: { city: "规划", report: "报道", draft: "征求稿" },
  tiers: ZH_NAMES.tiers,
  ownLong: { city: "城市自己的规划", report: "报道", draft: "征求意见稿（非正式）" },
  part: "部分",
  partLong: "粗框＝只指一部分或子行业",
  blank: "文件未提及，不等于没有布局",
  regions: { 珠三角: "珠三角", 粤东: "粤东", 粤西: "粤西", 粤北: "粤北" },
  classes: { 支柱: "支柱集群", 新兴: "新兴集群" },
  ten: { 支柱: "十大支柱集群", 新兴: "十大新兴集群" },
  mapKicker: (cluster, group, named) =>
    `${cluster}｜${group}${named > 0 ? `｜省级文件点名 ${named} 市` : ""}`,
  mapTitle: ({ held: all, beside, industry }) => {
    const named = all.map(held);
    const rest = beside.length > 0 ? [`另有${some(beside)}只指${industry ?? "子行业"}`] : [];
    return named.length + rest.length > 0 ? [...named, ...rest].join("，") : "省级文件没有点名城市";
  },
  mapOthers: "下面只是城市自己的规划、报道或征求意见稿",
  openList: "有的名单以“等”收尾，可能没有列尽。",
  parts: (lines) => `部分：${lines.join("；")}。`,
  cardTitle: ({ city, named, core, beside }) => {
    if (named === 0 && beside === 0) return `我们手上的省级文件没有点名${city}`;
    if (named === 0) return `省级文件只在子行业点名${city}`;
    return `${city}被 ${named} 个集群点名，${core > 0 ? `其中 ${core} 个列为核心` : "没有列为核心的"}`;
  },
  cardBeside: (count) => `另有 ${count} 个只指子行业`,
  ownHeading: "不是省里给的角色",
  figures: "数字",
  note: (text) => `注意：${text}。`,
  matrixKicker: "20 个集群 × 21 个市",
  matrixTitle: (most) =>
    most
      .map(({ name, count }, i) => (i === 0 ? `${name}是 ${count} 个集群的核心` : `${name} ${count} 个`))
      .join("，"),
  matrixHow: "每格只画一种说法，省里给的角色在先；颜色越深，角色越强",
  matrixDoubts: (cells, clusters) => `＊ ${cells} 格说法不一，单问会写明：${join(clusters)}。`,

  money: { name: "亿元", worth: 1e8, places: 0 },
  moreMoney: { name: "万亿元", worth: 1e12, places: 2 },
  measures: ZH_NAMES.measures,
  figuresKicker: (ten) => `${ten}：起点、最新实绩、2025 年目标`,
  figuresTitle: (reached, behind) =>
    [
      ...(reached.length > 0 ? [`${join(reached)}达到 2025 年目标`] : []),
      ...(behind ? [`${behind.name}完成 ${behind.share}`] : []),
    ].join("，") || "没有可以和目标比的实绩",
  unit: (name) => `单位：${name}`,
  base: "起点",
  latest: "最新",
  target: "目标",
  hollow: "○ 空心＝别的口径，或只指一部分",
  otherKind: "（别的口径或一部分）",
  amount: (value, bound) =>
    ({
      exact: value,
      atLeast: `${value} 以上`,
      over: `超过 ${value}`,
      about: `约 ${value}`,
      upTo: `${value} 以内`,
      under: `不到 ${value}`,
    })[bound],
  dated: (year, amount) => `${year} 年${spaced(amount)}`,
  aim: (year, amount) => `${year === "" ? "" : `${year} 年`}目标${spaced(amount)}`,
  draftAim: (amount) => `征求稿${spaced(amount)} 不画`,
  share: (percent, bound) =>
    bound === "over" ? `${percent}% 以上` : bound === "about" ? `约 ${percent}%` : `${percent}%`,
  ofTarget: (share) => `目标的 ${share}`,
  notAlike: "口径不同，不算比例",
  noMoney: (clusters) => `没有金额可画：${clusters}。`,
  noted: (clusters) => `另有说明，单问会写明：${clusters}。`,

  compareKicker: { city: "城市对照：在各集群的角色", cluster: "集群对照：各市的角色" },
  compareTitle: (of, names, common) =>
    `${join(names)}${of === "city" ? `都被 ${common} 个集群点名` : `都点名 ${common} 市`}`,
  group: ({ of, all, named, only, rows }) => {
    const pair = of === "city" ? "两市都有" : "两个集群都有";
    const many = `${of === "city" ? cities(named) : `${named} 个集群`}${named === all ? "都" : ""}有`;
    const who = only === undefined ? (all === 2 ? pair : many) : `只有${only}`;
    return `${who}（${rows}）`;
  },
  groupOthers: (rows) => `省级文件没有点名，只见于子行业、城市规划或报道（${rows}）`,

  doubt: (texts, more) => `＊ 说法不一：${texts.join("；")}${more ? "；其余单问时会写明" : ""}。`,
  about: (text, names) => `${text}（${names}）`,
  documents: (given, others) => {
    const named = [given && `省级文件：${given}`, others && `${given === "" ? "依据" : "其他"}：${others}`];
    return `${named.filter((text) => text !== "").join("；")}。`;
  },
  documentCount: (given, others) => {
    const named = given > 0 ? `依据 ${given} 份省级文件` : "没有省级文件";
    return `${named}${others === "" ? "" : `，${given > 0 ? "其余是" : "依据"}${others}`}；名单见 /sources。`;
  },
  nothing: "我们手上的文件没有提到。",
  published: (sources, total, newest) => {
    const more = total > sources.length ? `等，共 ${total} 处${newest ? `，最新 ${newest}` : ""}` : "";
    return `发布：${sources.join("、")}${spaced(more)}。`;
  },
  grades: (grades) => `来源等级：${grades}。`,

  sketch: {
    key: (letter, text) => `${letter}＝${text}`,
    blank: "空＝文件未提及，不等于没有布局",
    part: "~＝只指集群的一部分或子行业",
    doubt: "*＝说法不一",
    both: "!＝只指一部分或子行业，且说法不一",
    narrow: (columns) => `窗口太窄，看这张图至少要 ${columns} 列。`,
  },
  altMap: (cluster, counts) => `地图：${cluster}集群，${counts}。`,
  altCard: (city, counts) => `城市卡：${city}，${counts}。`,
  altMatrix: "矩阵：20 个集群 × 21 个市，省级文件给的角色各有几个市。",
  altCompare: (title) => `对照：${title}。没有写到的，文件未提及。`,
  altNamed: (of, count, counts) => `省级文件点名 ${count} ${of === "city" ? "个市" : "个集群"}：${counts}`,
  altNobody: { city: "省级文件没有点名城市", cluster: "我们手上的省级文件没有点名它的角色" },
  altPart: (names) => `只指一部分：${names}`,
  altBeside: (counts) => `另有只指子行业的：${counts}`,
  altDisputed: (names) => `说法不一：${names}。`,
  altUnsaid: "文件未写",
};
