/**
 * How plans of the province lay a cluster out over its cities. {A} {B} {C} are lists of cities, {a} is one city, {P} {Q}
 * parts of the cluster, {K} the cluster. Written from the documents' style, before any pattern that reads them.
 */
import type { Tier } from "../../../../src/dataset/schema.ts";

/** Which list has which role, of which part, and what a task is. */
export type Given = readonly [tier: Tier, list: string, part?: string | undefined, says?: string];

export interface RolePhrase {
  say: string;
  gives: readonly Given[];
}

export const ROLE_PHRASES: readonly RolePhrase[] = [
  {
    say: "以{A}为核心，以{B}为支撑，推动{K}产业集群化发展。",
    gives: [
      ["core", "A"],
      ["support", "B"],
    ],
  },
  {
    say: "加快形成以{A}为核心、{B}协同发展的产业格局。",
    gives: [
      ["core", "A"],
      ["support", "B"],
    ],
  },
  {
    say: "以{A}为核心，重点在{B}布局{P}。",
    gives: [
      ["core", "A"],
      ["key", "B", "P"],
    ],
  },
  { say: "打造以{A}为核心的{P}产业集聚区。", gives: [["core", "A", "P"]] },
  {
    say: "构建{A}双核引领、{B}多点支撑的发展格局。",
    gives: [
      ["core", "A"],
      ["support", "B"],
    ],
  },
  { say: "{A}重点发展{P}、{Q}。", gives: [["task", "A", undefined, "P"]] },
  {
    say: "{A}突出发展{P}，{B}着力发展{Q}。",
    gives: [
      ["task", "A", undefined, "P"],
      ["task", "B", undefined, "Q"],
    ],
  },
  { say: "支持{A}建设{P}生产基地。", gives: [["base", "A", "P"]] },
  { say: "支持{A}依托现有产业基础，建设{P}产业基地。", gives: [["base", "A", "P"]] },
  { say: "支持{a}市打造{P}创新高地。", gives: [["task", "a", undefined, "P"]] },
  { say: "推动{P}产业在{A}集聚发展。", gives: [["listed", "A", "P"]] },
  { say: "引导{P}项目向{A}集聚。", gives: [["listed", "A", "P"]] },
  { say: "重点依托{A}，发展{P}。", gives: [["key", "A", "P"]] },
  { say: "以{A}为依托，打造{P}产业集聚区。", gives: [["listed", "A", "P"]] },
  { say: "依托{A}建设{P}产业集聚区。", gives: [["listed", "A", "P"]] },
  { say: "在{A}布局建设{P}特色产业园区。", gives: [["listed", "A", "P"]] },
  {
    say: "充分发挥{A}的核心引领作用，辐射带动{B}协同发展。",
    gives: [
      ["core", "A"],
      ["support", "B"],
    ],
  },
  {
    say: "发挥{a}龙头带动作用，带动{B}配套发展。",
    gives: [
      ["core", "a"],
      ["support", "B"],
    ],
  },
  { say: "鼓励{A}发展{P}。", gives: [["support", "A", "P"]] },
  { say: "支持{A}做大做强{P}产业。", gives: [["support", "A", "P"]] },
  {
    say: "形成“一核两翼”空间布局，“一核”为{a}，“两翼”为{B}。",
    gives: [
      ["core", "a"],
      ["key", "B"],
    ],
  },
  {
    say: "构建“一核一带”产业布局，其中，“一核”即{a}，“一带”包括{B}。",
    gives: [
      ["core", "a"],
      ["listed", "B"],
    ],
  },
  { say: "将{A}打造成为全国重要的{P}制造基地。", gives: [["base", "A", "P"]] },
  { say: "以{A}为主要承载地，大力发展{P}。", gives: [["listed", "A", "P"]] },
  {
    say: "{A}作为核心城市，{B}作为重点城市，共同推进{K}产业发展。",
    gives: [
      ["core", "A"],
      ["key", "B"],
    ],
  },
  {
    say: "确定{A}为核心布局城市，{B}为重点布局城市。",
    gives: [
      ["core", "A"],
      ["key", "B"],
    ],
  },
  { say: "以{A}为重点，加快{P}产业布局。", gives: [["key", "A", "P"]] },
  {
    say: "以{A}为主引擎，以{B}为重要增长极，带动全省{K}产业协同发展。",
    gives: [
      ["core", "A"],
      ["key", "B"],
    ],
  },
  {
    say: "强化{A}核心城市功能，增强{B}配套能力。",
    gives: [
      ["core", "A"],
      ["support", "B"],
    ],
  },
  { say: "建设{A}{P}产业集聚区。", gives: [["listed", "A", "P"]] },
  {
    say: "重点在{A}布局{P}，在{B}布局{Q}。",
    gives: [
      ["key", "A", "P"],
      ["key", "B", "Q"],
    ],
  },
  { say: "规划建设{A}{P}产业基地。", gives: [["base", "A", "P"]] },
  { say: "推进{A}{P}产业园建设，打造产业集聚高地。", gives: [["listed", "A", "P"]] },
  { say: "{A}要发挥制造优势，重点发展{P}。", gives: [["task", "A", undefined, "P"]] },
  { say: "{P}产业主要布局在{A}。", gives: [["listed", "A", "P"]] },
  { say: "提升{A}的核心地位。", gives: [["core", "A"]] },
];

/** Of which nothing follows for a city, or nothing sure. */
export const ROLE_DISTRACTORS: readonly string[] = [
  "坚持全省一盘棋，不以{A}为核心简单划分功能。",
  "研究在{A}布局{P}的可行性。",
  "待条件成熟后，在{A}布局建设{P}产业园区。",
  "《珠江三角洲地区改革发展规划纲要》曾提出以{A}为核心建设{P}基地。",
  "“十二五”时期，{A}曾是全省{P}产业的核心。",
  "（省工业和信息化厅牵头，{A}市人民政府配合）",
  "牵头单位：省工业和信息化厅；参与单位：{A}市人民政府。",
  "组织{A}召开{K}产业现场推进会。",
  "加强{A}与港澳在{P}领域的交流合作。",
  "支持其他地市做好产业配套发展。",
  "以企业为主体，以市场为导向，完善产学研用协同创新体系。",
  "以香港、澳门、{A}为核心，共建国际科技创新中心。",
  "以数字化转型为核心，推动{A}企业上云用云。",
  "支持{A}大学、科研院所建设重点实验室。",
  "除{A}外，其他地市可结合实际布局{P}。",
  "如{A}满足条件，可优先布局{P}。",
  "{A}尚未形成{P}核心竞争力。",
  "争取国家支持{A}建设{P}基地。",
  "定期通报{A}工作进展情况。",
  "总结推广{A}在{P}方面的经验做法。",
  "避免{A}{P}产业同质化竞争。",
  "不再新增{A}{P}产能。",
  "举办{a}国际{P}博览会。",
  "支持{A}申报国家{P}试点示范。",
  "借鉴上海、苏州、杭州等地{P}发展经验。",
  "严格控制在{A}新建{P}项目。",
];
