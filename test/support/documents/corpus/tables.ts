/** Tables of such documents: marks, words, lists of cities, figures; and some that say nothing of a role. */
import type { Dataset } from "../../../../src/dataset/dataset.ts";
import type { Tier } from "../../../../src/dataset/schema.ts";
import type { Writing } from "./writing.ts";
import type { Chance } from "./slots.ts";
import type { Truth } from "./truth.ts";

type Table = (writing: Writing) => void;

interface Period {
  from: number;
  to: number;
}

interface Marks {
  /** Mark → tier. */
  marks: readonly (readonly [string, Tier])[];
  note: string;
  /** Where the note stands. */
  at: "caption" | "behind";
}

const MARKS: readonly Marks[] = [
  {
    marks: [
      ["★★★", "core"],
      ["★★", "key"],
      ["★", "listed"],
    ],
    note: "注：★★★为核心城市，★★为重点城市，★为培育城市。",
    at: "behind",
  },
  {
    marks: [
      ["★★★", "core"],
      ["★★", "key"],
    ],
    note: "（★★★ 核心城市 ★★ 重点城市）",
    at: "caption",
  },
  {
    marks: [
      ["●", "core"],
      ["○", "key"],
    ],
    note: "说明：“●”表示核心布局城市，“○”表示重点布局城市。",
    at: "behind",
  },
  {
    marks: [
      ["▲", "core"],
      ["△", "support"],
    ],
    note: "（▲表示核心城市；△表示协同城市）",
    at: "caption",
  },
  { marks: [["√", "key"]], note: "（√为重点布局城市）", at: "caption" },
  {
    marks: [
      ["核心", "core"],
      ["重点", "key"],
      ["培育", "listed"],
    ],
    note: "",
    at: "caption",
  },
];

/** The tables of one plan: one of marks or lists, one of figures or duties. */
export function tablesOf(dataset: Dataset, chance: Chance, cluster: string, period: Period): Table[] {
  const first = chance.of([
    () => byCluster(dataset, chance),
    () => byCluster(dataset, chance),
    () => byCity(dataset, chance),
    () => lists(dataset, chance),
    () => unexplained(dataset, chance),
  ]);
  return [first(), chance.often(0.6) ? figures(chance, cluster, period) : duties(dataset, chance)];
}

const SECTION = ["附件"];

const fillings = (chance: Chance, count: number, marks: Marks["marks"]): string[] =>
  Array.from({ length: count }, () => (chance.often(0.3) ? (chance.of(marks)[0] ?? "") : ""));

const roleOf = (tier: Tier, clusters: readonly string[], cities: readonly string[]): Truth[] =>
  clusters.length === 0 || cities.length === 0 ? [] : [{ kind: "role", clusters, cities, tier }];

const captioned = (title: string, { note, at }: Marks): string =>
  at === "caption" ? `${title}${note}` : title;

function rowText(headings: readonly string[], cells: readonly string[]): string {
  return headings.map((heading, i) => `${heading}：${cells[i] ?? ""}`).join("；");
}

function byCluster(dataset: Dataset, chance: Chance): Table {
  const set = chance.of(MARKS);
  const cities = dataset.cities.map((c) => c.id);
  const suffix = chance.of(["", "市"]);
  const headings = ["产业集群", ...cities.map((c) => `${c}${suffix}`)];
  return (writing) => {
    for (const { id } of chance.sample(dataset.clusters, 4)) {
      const marks = fillings(chance, cities.length, set.marks);
      const says = set.marks.flatMap(([mark, tier]) =>
        roleOf(
          tier,
          [id],
          cities.filter((_, i) => marks[i] === mark),
        ),
      );
      const cells = [`${id}产业集群`, ...marks];
      const row = {
        table: 1,
        caption: captioned("表1 战略性产业集群区域布局重点", set),
        headings: headings.map((h) => [h]),
        cells,
      };
      writing.add(SECTION, rowText(headings, cells), says, row);
    }
    if (set.at === "behind") writing.add(SECTION, set.note);
  };
}

function byCity(dataset: Dataset, chance: Chance): Table {
  const set = chance.of(MARKS);
  const clusters = chance.sample(dataset.clusters, 6).map((c) => c.id);
  const headings = [["地市"], ...clusters.map((c) => ["产业集群", c])];
  return (writing) => {
    for (const { id } of chance.sample(dataset.cities, 6)) {
      const marks = fillings(chance, clusters.length, set.marks);
      const says = set.marks.flatMap(([mark, tier]) =>
        roleOf(
          tier,
          clusters.filter((_, i) => marks[i] === mark),
          [id],
        ),
      );
      const cells = [id, ...marks];
      const row = { table: 1, caption: captioned("附表 各市重点发展产业集群", set), headings, cells };
      writing.add(
        SECTION,
        rowText(
          headings.map((h) => h.join("/")),
          cells,
        ),
        says,
        row,
      );
    }
    if (set.at === "behind") writing.add(SECTION, set.note);
  };
}

function lists(dataset: Dataset, chance: Chance): Table {
  const headings = ["序号", "产业集群", "核心城市", "重点城市"];
  return (writing) => {
    chance.sample(dataset.clusters, 5).forEach(({ id }, i) => {
      const cities = chance.sample(dataset.cities, 5).map((c) => c.id);
      const core = cities.slice(0, 2);
      const key = cities.slice(2);
      const cells = [String(i + 1), id, core.join("、"), key.join("、")];
      const says = [...roleOf("core", [id], core), ...roleOf("key", [id], key)];
      const row = { table: 1, caption: "表2 产业集群城市布局", headings: headings.map((h) => [h]), cells };
      writing.add(SECTION, rowText(headings, cells), says, row);
    });
  };
}

/** Stars of which nobody says what they are. */
function unexplained(dataset: Dataset, chance: Chance): Table {
  const cities = dataset.cities.map((c) => c.id);
  const headings = ["产业集群", ...cities];
  return (writing) => {
    for (const { id } of chance.sample(dataset.clusters, 3)) {
      const cells = [
        id,
        ...fillings(chance, cities.length, [
          ["★★", "key"],
          ["★", "listed"],
        ]),
      ];
      const row = { table: 1, caption: "表3 工作进展情况", headings: headings.map((h) => [h]), cells };
      writing.add(SECTION, rowText(headings, cells), [], row);
    }
  };
}

function figures(chance: Chance, cluster: string, { from, to }: Period): Table {
  const base = from - 1;
  const headings = ["指标", "单位", `${base}年`, `${to}年目标`];
  return (writing) => {
    const rows = [
      ["营业收入", "亿元", "revenue"],
      ["工业增加值", "亿元", "value-added"],
    ] as const;
    for (const [name, unit, measure] of rows) {
      const now = chance.between(5, 90) * 100;
      const then = now + chance.between(2, 9) * 300;
      const cells = [name, unit, String(now), String(then)];
      const says: Truth[] = [
        {
          kind: "figure",
          clusters: [cluster],
          cities: [],
          measure,
          status: "base",
          value: now,
          unit,
          year: base,
        },
        {
          kind: "figure",
          clusters: [cluster],
          cities: [],
          measure,
          status: "target",
          value: then,
          unit,
          year: to,
        },
      ];
      const row = {
        table: 2,
        caption: `${cluster}产业集群主要发展指标`,
        headings: headings.map((h) => [h]),
        cells,
      };
      writing.add(SECTION, rowText(headings, cells), says, row);
    }
  };
}

function duties(dataset: Dataset, chance: Chance): Table {
  const headings = ["序号", "重点工作", "责任单位"];
  return (writing) => {
    const { id } = chance.of(dataset.cities);
    const cells = ["1", "推进重大项目建设", `省工业和信息化厅、${id}市人民政府`];
    const row = { table: 2, caption: "任务分工表", headings: headings.map((h) => [h]), cells };
    writing.add(SECTION, rowText(headings, cells), [], row);
  };
}
