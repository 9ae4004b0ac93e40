/** Documents in the style of the province's plans, with what they say. The same seed makes the same documents. */
import type { Dataset } from "../../../../src/dataset/dataset.ts";
import type { Imported, Passage } from "../../../../src/dataset/passages.ts";
import { FIGURE_DISTRACTORS, FIGURE_PHRASES } from "./figure-phrases.ts";
import { ROLE_DISTRACTORS, ROLE_PHRASES } from "./role-phrases.ts";
import { fill, figure, paragraphs, type Plan, role } from "./sentences.ts";
import { Chance } from "./slots.ts";
import { tablesOf } from "./tables.ts";
import type { Truth } from "./truth.ts";
import { Writing } from "./writing.ts";

export interface Made {
  imported: Imported;
  passages: Passage[];
  /** By the paragraph each is said in. */
  truth: { paragraph: number; says: Truth }[];
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
