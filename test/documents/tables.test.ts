/** A table of stars comes out of every format as rows with the headings above each cell. */
import { describe, expect, it } from "vitest";
import { makeDocx } from "./docx.ts";
import { type DrawnCell, makePdf } from "./pdf.ts";
import { readBytes, rowsOf } from "./reading.ts";

const ROWS = [
  ["广州", "★", "", "★"],
  ["深圳", "", "★", "★"],
  ["佛山", "★", "", ""],
];
const wanted = ROWS.map(([city = "", car = "", chip = "", robot = ""]) => [
  ["城市", city],
  ["支柱产业/汽车", car],
  ["新兴产业/半导体", chip],
  ["新兴产业/机器人", robot],
]);
const HEAD: readonly (readonly DrawnCell[])[] = [
  [{ text: "城市", down: 2 }, "支柱产业", { text: "新兴产业", across: 2 }],
  ["汽车", "半导体", "机器人"],
];

const cellsHtml = (cells: readonly string[]): string => cells.map((text) => `<td>${text}</td>`).join("");
const HTML = `<!doctype html><body><p>布局如下。</p><table><caption>表 1</caption>
<tr><td rowspan=2>城市<td>支柱产业<td colspan=2>新兴产业</tr><tr><td>汽车</td><td>半导体</td><td>机器人</td></tr>
${ROWS.map((row) => `<tr>${cellsHtml(row)}</tr>`).join("")}</table>`;

const docx = (heads: number) =>
  makeDocx([
    { text: "布局如下。" },
    {
      heads,
      table: [
        [{ text: "城市", merge: "restart" }, { text: "支柱产业" }, { text: "新兴产业", across: 2 }],
        [{ text: "", merge: "continue" }, { text: "汽车" }, { text: "半导体" }, { text: "机器人" }],
        ...ROWS.map((row) => row.map((text) => ({ text }))),
      ],
    },
  ]);
const pdf = (ruled: boolean, rows: readonly (readonly DrawnCell[])[] = ROWS) =>
  makePdf([
    { text: "布局如下。" },
    { table: [...HEAD, ...rows], ruled, head: 2 },
    { text: "以上为布局，各市按此执行。" },
  ]);

describe("a table of stars with two rows of merged headings", () => {
  it.each([
    ["HTML", "a.html", () => HTML],
    [
      "HTML whose headings are marked",
      "a.html",
      () =>
        HTML.replaceAll("<td", "<th").replace(/(?<=机器人<)[\s\S]*/u, (rest) =>
          rest.replaceAll("<th", "<td"),
        ),
    ],
    ["DOCX", "a.docx", () => docx(0)],
    ["DOCX whose headings are marked", "a.docx", () => docx(2)],
    ["PDF with ruled lines", "a.pdf", () => pdf(true)],
  ])("in %s", async (_, name, make) => {
    expect(rowsOf(await readBytes(await make(), name))).toEqual(wanted);
  });

  it("in a PDF without ruled lines, by where things stand", async () => {
    const bytes = await makePdf([
      { text: "布局如下。" },
      {
        table: [
          ["城市", "支柱产业", { text: "新兴产业", across: 2 }],
          ["所在", "汽车", "半导体", "机器人"],
          ...ROWS,
        ],
        ruled: false,
      },
    ]);
    const rows = rowsOf(await readBytes(bytes, "a.pdf"));
    expect(rows.map((row) => row.map(([, cell]) => cell))).toEqual(ROWS);
    expect(rows[0]?.map(([heading]) => heading)).toEqual([
      "城市/所在",
      "支柱产业/汽车",
      "新兴产业/半导体",
      "新兴产业/机器人",
    ]);
  });

  it("in Markdown, which has one row of headings", async () => {
    const rows = ROWS.map((row) => `| ${row.join(" | ")} |`).join("\n");
    const read = await readBytes(`| 城市 | 汽车 | 半导体 | 机器人 |\n|---|---|---|---|\n${rows}\n`, "a.md");
    expect(rowsOf(read).at(0)).toEqual([
      ["城市", "广州"],
      ["汽车", "★"],
      ["半导体", ""],
      ["机器人", "★"],
    ]);
  });

  it("over pages with its headings repeated, as one table", async () => {
    const cities = Array.from({ length: 60 }, (_, i) => [`城市${i}`, "★", "", "★"]);
    const read = await readBytes(await pdf(true, cities), "a.pdf");
    expect(read.pages).toBe(3);
    expect(rowsOf(read).map((row) => row[0])).toEqual(cities.map(([city]) => ["城市", city]));
    const tables = read.passages.flatMap(({ row }) => (row === undefined ? [] : [row.table]));
    expect(new Set(tables)).toEqual(new Set([1]));
    expect(read.passages.filter(({ row }) => row).map(({ page }) => page)).toEqual(
      expect.arrayContaining([1, 2, 3]),
    );
  });

  it("over pages without repeating them, still below its headings", async () => {
    const cities = Array.from({ length: 60 }, (_, i) => [`城市${i}`, "★", "", "★"]);
    const bytes = await makePdf([{ text: "布局。" }, { table: [...HEAD, ...cities], ruled: true, head: 0 }]);
    const rows = rowsOf(await readBytes(bytes, "a.pdf"));
    expect(rows.map((row) => row[0])).toEqual(cities.map(([city]) => ["城市", city]));
    expect(rows.at(-1)?.at(2)).toEqual(["新兴产业/半导体", ""]);
  });
});

it("a cell merged over rows stands in each of them, and a row over the whole width names those below it", async () => {
  const read = await readBytes(
    `<table><tr><th>区域<th>城市<th>作用</tr><tr><td rowspan=2>珠三角<td>广州<td>核心</tr><tr><td>深圳<td>重点</tr><tr><td colspan=3>粤东</tr><tr><td>沿海<td>汕头<td>协同</tr></table>`,
    "a.html",
  );
  expect(read.passages.map(({ row, section }) => [row?.cells, section])).toEqual([
    [["珠三角", "广州", "核心"], []],
    [["珠三角", "深圳", "重点"], []],
    [["沿海", "汕头", "协同"], ["粤东"]],
  ]);
});

it("a table that only lays out a page is text", async () => {
  const read = await readBytes(
    "<table><tr><td><h2>通知</h2><p>各市要落实。</p></td><td>二</td></tr></table>",
    "a.html",
  );
  expect(read.passages.every(({ row }) => row === undefined)).toBe(true);
});
