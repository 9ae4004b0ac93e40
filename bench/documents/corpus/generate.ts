/** Documents in the style of the province's plans, with what they say. The same seed makes the same documents. */
import type { Dataset } from "../../../src/dataset/dataset.ts";
import type { Imported, Passage, TableRow } from "../../../src/dataset/passages.ts";
import { FIGURE_DISTRACTORS, FIGURE_PHRASES, type FigurePhrase, type GivenFigure } from "./figure-phrases.ts";
import { ROLE_DISTRACTORS, ROLE_PHRASES, type RolePhrase } from "./role-phrases.ts";
import { Chance, listOf, type List, slotsIn } from "./slots.ts";
import { tablesOf } from "./tables.ts";
import type { Truth } from "./truth.ts";

export interface Made {
  imported: Imported;
  passages: Passage[];
  /** By the paragraph each is said in. */
  truth: { paragraph: number; says: Truth }[];
}

/** Where the paragraphs of one document gather. */
export class Writing {
  readonly passages: Passage[] = [];
  readonly truth: { paragraph: number; says: Truth }[] = [];
  readonly document: string;
  constructor(document: string) {
    this.document = document;
  }
  add(section: readonly string[], text: string, says: readonly Truth[] = [], row?: TableRow): void {
    const paragraph = this.passages.length + 1;
    const page = Math.ceil(paragraph / 8);
    this.passages.push({ document: this.document, paragraph, page, section, text, ...(row && { row }) });
    this.truth.push(...says.map((one) => ({ paragraph, says: one })));
  }
}

const FILLING = [
  "深入贯彻党的二十大精神，完整、准确、全面贯彻新发展理念，坚持制造业当家。",
  "加强统筹协调，强化部门联动，形成工作合力。",
  "加大财税、金融、用地、人才支持力度，优化营商环境。",
  "完善产业链供应链，提升产业基础能力和现代化水平。",
  "强化关键核心技术攻关，推动科技成果转化。",
];

/** Documents of one cluster each, then of several, then of a city. */
export function corpus(dataset: Dataset, count: number, seed: number): Made[] {
  return Array.from({ length: count }, (_, at) => {
    const chance = new Chance(seed + at * 7919);
    return at % 9 === 8 ? several(dataset, at, chance) : plan(dataset, at, chance);
  });
}

interface Plan {
  dataset: Dataset;
  chance: Chance;
  cluster: string;
  from: number;
  to: number;
  writing: Writing;
}

function plan(dataset: Dataset, at: number, chance: Chance): Made {
  const cluster = chance.of(dataset.clusters);
  const [from, to, document] = chance.of([
    [2021, 2025, "plans-2021"],
    [2023, 2025, "plans-2023"],
    [2024, 2027, "strong-2023"],
  ] as const);
  const id = `${document}/${cluster.id}-${at}`;
  const year = from - 1 + (from === 2021 ? 0 : 1);
  const title = `广东省${chance.of(["培育", "发展"])}${cluster.id}战略性${cluster.class}产业集群行动计划（${from}—${to}年）`;
  const number = `粤工信${chance.of(["规划", "材料", "电子"])}函〔${year}〕${chance.between(2, 80)}号`;
  const imported: Imported = {
    id,
    document,
    cluster: cluster.id,
    title,
    issuer: "广东省工业和信息化厅",
    grade: "official",
    hash: String(at).padStart(64, "0"),
    pages: 9,
    date: `${year}`,
  };
  const writing = new Writing(id);
  const made: Plan = { dataset, chance, cluster: cluster.id, from, to, writing };
  head(made, title, number);
  body(made);
  if (at % 2 === 0) for (const table of tablesOf(dataset, chance, cluster.id, { from, to })) table(writing);
  tail(made, year);
  return { imported, passages: writing.passages, truth: writing.truth };
}

function head({ chance, writing, from, to }: Plan, title: string, number: string): void {
  const departments = chance.sample(
    ["广东省发展和改革委员会", "广东省科学技术厅", "广东省商务厅", "广东省市场监督管理局"],
    2,
  );
  const issuers = ["广东省工业和信息化厅", ...departments];
  writing.add([], `${issuers.join(" ")}关于印发《${title}》的通知`, [
    ...issuers.map((says): Truth => ({ kind: "issuer", says })),
    { kind: "period", from, to },
  ]);
  writing.add([], number, [{ kind: "number", number }]);
  writing.add([], "各地级以上市人民政府，省有关单位：");
  writing.add([], `《${title}》已经省人民政府同意，现印发给你们，请结合实际认真贯彻落实。`);
  writing.add(
    [],
    "为贯彻落实《广东省人民政府关于培育发展战略性支柱产业集群和战略性新兴产业集群的意见》（粤府函〔2020〕82号），制定本行动计划。",
  );
}

function tail({ chance, writing }: Plan, year: number): void {
  const month = chance.between(1, 12);
  const day = chance.between(1, 28);
  const iso = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const how = chance.of(["signed", "issued", "published"] as const);
  const said = {
    signed: `广东省工业和信息化厅 ${year}年${month}月${day}日`,
    issued: `广东省工业和信息化厅办公室 ${year}年${month}月${day}日印发`,
    published: `发布日期：${iso}`,
  }[how];
  writing.add([], said, [{ kind: "date", act: how, date: iso }]);
  if (!chance.often(0.4)) return;
  const years = chance.between(2, 5);
  const says: Truth[] = [
    { kind: "date", act: "started", date: `${year + 1}-01-01` },
    { kind: "period", from: year + 1, to: year + years },
  ];
  writing.add([], `本行动计划自${year + 1}年1月1日起施行，有效期至${year + years}年12月31日。`, says);
}

function body(made: Plan): void {
  const { chance, writing } = made;
  const sections = {
    base: ["一、总体情况", "（一）发展现状"],
    goal: ["二、工作目标"],
    task: ["三、重点任务"],
    layout: ["四、区域布局"],
  };
  for (const kind of ["base", "goal", "task"] as const) {
    writing.add(sections[kind], chance.of(FILLING));
    const phrases = FIGURE_PHRASES.filter((p) => p.in === kind);
    paragraphs(made, sections[kind], [
      ...chance.sample(phrases, kind === "goal" ? 4 : 2).map((p) => figure(made, p)),
      ...chance.sample(FIGURE_DISTRACTORS, 2).map((p) => ({ text: fill(made, p).text, says: [] })),
    ]);
  }
  paragraphs(made, sections.layout, [
    ...chance.sample(ROLE_PHRASES, 6).map((p) => role(made, p)),
    ...chance.sample(ROLE_DISTRACTORS, 4).map((p) => ({ text: fill(made, p).text, says: [] })),
  ]);
}

interface Sentence {
  text: string;
  says: Truth[];
}

/** One, two or three sentences a paragraph, in any order. */
function paragraphs(
  { chance, writing }: Plan,
  section: readonly string[],
  sentences: readonly Sentence[],
): void {
  const left = chance.shuffle(sentences);
  while (left.length > 0) {
    const taken = left.splice(0, chance.between(1, 3));
    writing.add(
      section,
      taken.map((s) => s.text).join(""),
      taken.flatMap((s) => s.says),
    );
  }
}

function role(made: Plan, phrase: RolePhrase): Sentence {
  const { text, lists, words } = fill(made, phrase.say);
  const says = phrase.gives.map(([tier, list, part, told]): Truth => {
    const { cities, open, total } = lists[list] ?? { cities: [] };
    return {
      kind: "role",
      clusters: [made.cluster],
      cities,
      tier,
      ...(part !== undefined && { part: words[part] ?? "" }),
      ...(open && { open }),
      ...(total !== undefined && { total }),
      ...(told !== undefined && { says: words[told] ?? "" }),
    };
  });
  return { text, says };
}

function figure(made: Plan, phrase: FigurePhrase): Sentence {
  const { text, lists, words } = fill(made, phrase.say, phrase.say.includes("{A}") ? 2 : undefined);
  return { text, says: phrase.gives.map((given) => figureTruth(made, given, lists, words)) };
}

function figureTruth(
  { cluster }: Plan,
  { slot, year, of, cities: whose, ...rest }: GivenFigure,
  lists: Readonly<Record<string, List>>,
  words: Readonly<Record<string, string>>,
): Truth {
  const named = lists[(whose ?? "").charAt(0)]?.cities ?? [];
  const own = whose === undefined ? [] : whose === "a" ? named : [named[Number(whose.charAt(1))] ?? ""];
  const part = of?.replace("{K}", cluster).replace(/P/u, words["P"] ?? "");
  return {
    kind: "figure",
    clusters: [cluster],
    cities: own,
    ...rest,
    year: Number(words[year]),
    ...(slot !== undefined && { value: Number(words[slot]) }),
    ...(part !== undefined && { of: part }),
  };
}

interface Filled {
  text: string;
  lists: Record<string, List>;
  words: Record<string, string>;
}

/** A phrase with its slots filled: no city and no part twice. */
function fill({ dataset, chance, cluster, from, to }: Plan, phrase: string, exactly?: number): Filled {
  const parts = chance.sample(partsOf(cluster), 2);
  const low = chance.between(3, 60) * 100;
  const words: Record<string, string> = {
    K: cluster,
    P: parts[0] ?? "",
    Q: parts[1] ?? "",
    n: String(low),
    m: String(low + chance.between(1, 20) * 50 + 7),
    t: `${chance.between(1, 3)}.${chance.between(1, 9)}`,
    p: String(chance.between(3, 40)),
    q: String(chance.between(2, 9)),
    k: String(chance.between(10, 30)),
    Y: String(to),
    S: String(from - chance.between(1, 2)),
  };
  const cities = chance.shuffle(dataset.cities.map((c) => c.id));
  const lists: Record<string, List> = {};
  for (const slot of slotsIn(phrase).filter((s) => /^[ABCa]$/u.test(s)))
    lists[slot] = listOf(
      cities,
      slot === "a" ? 1 : (exactly ?? chance.between(1, 5)),
      chance,
      slotSuffix(phrase, slot),
    );
  const text = phrase.replaceAll(/\{(\w)\}/gu, (_, slot: string) => lists[slot]?.text ?? words[slot] ?? "");
  return { text, lists, words };
}

/** What stands behind a list decides whether it can end in 等地. */
const slotSuffix = (phrase: string, slot: string): "plain" | "free" =>
  new RegExp(`\\{${slot}\\}(?:市|大学|双核|\\{)`, "u").test(phrase) ? "plain" : "free";

const partsOf = (cluster: string): readonly string[] => PARTS[cluster] ?? PARTS["*"] ?? [];

const PARTS: Readonly<Record<string, readonly string[]>> = {
  新一代电子信息: ["高端智能终端", "新型显示器件", "新一代通信设备"],
  绿色石化: ["高端化学品", "合成树脂", "化工新材料"],
  智能家电: ["小家电", "智能厨电", "关键零配件"],
  汽车产业: ["新能源汽车", "汽车零部件", "动力电池"],
  先进材料: ["绿色钢铁", "高端铝型材", "绿色建材"],
  现代轻工纺织: ["纺织服装", "家具", "日化用品"],
  软件与信息服务: ["工业软件", "基础软件", "嵌入式软件"],
  超高清视频显示: ["显示面板", "超高清摄录设备", "核心芯片"],
  生物医药与健康: ["现代中药", "高端医疗器械", "化学药"],
  现代农业与食品: ["预制菜", "岭南水果", "水产品加工"],
  半导体与集成电路: ["芯片设计", "化合物半导体", "封装测试"],
  高端装备制造: ["高端数控机床", "海洋工程装备", "轨道交通装备"],
  智能机器人: ["工业机器人", "特种机器人", "无人机"],
  区块链与量子信息: ["区块链平台", "量子通信", "量子测量"],
  前沿新材料: ["石墨烯", "高温超导材料", "新型显示材料"],
  新能源: ["海上风电装备", "氢燃料电池", "光伏组件"],
  激光与增材制造: ["激光器", "增材制造装备", "激光加工设备"],
  数字创意: ["游戏", "动漫", "数字文化装备"],
  安全应急与环保: ["应急救援装备", "节能环保装备", "安全防护用品"],
  精密仪器设备: ["工业自动化仪表", "科学分析仪器", "医用影像仪器"],
};

/** An opinion: a section a cluster. */
function several(dataset: Dataset, at: number, chance: Chance): Made {
  const id = `opinion-${at}`;
  const document = "opinion-2020";
  const title = "广东省人民政府关于推动战略性产业集群高质量发展的实施意见";
  const imported: Imported = {
    id,
    document,
    title,
    issuer: "广东省人民政府",
    grade: "official",
    hash: String(at).padStart(64, "0"),
    pages: null,
    date: "2023-05",
  };
  const writing = new Writing(id);
  writing.add([], "粤府〔2023〕45号", [{ kind: "number", number: "粤府〔2023〕45号" }]);
  for (const cluster of chance.sample(dataset.clusters, 4)) {
    const made: Plan = { dataset, chance, cluster: cluster.id, from: 2023, to: 2027, writing };
    const section = ["二、培育重点", `（一）${cluster.id}产业集群`];
    paragraphs(made, section, [
      ...chance.sample(ROLE_PHRASES, 3).map((p) => role(made, p)),
      ...chance
        .sample(
          FIGURE_PHRASES.filter((p) => p.in === "goal"),
          2,
        )
        .map((p) => figure(made, p)),
      ...chance.sample(ROLE_DISTRACTORS, 1).map((p) => ({ text: fill(made, p).text, says: [] })),
      ...chance.sample(FIGURE_DISTRACTORS, 1).map((p) => ({ text: fill(made, p).text, says: [] })),
    ]);
  }
  return { imported, passages: writing.passages, truth: writing.truth };
}
