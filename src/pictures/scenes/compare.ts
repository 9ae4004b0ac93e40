/** Two to four clusters, or cities, side by side: roles in a table, then the figures. Drawn when somebody asks. */
import { ordered, type Relations, TIERS } from "../../core/ask/relations.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import type { Fact } from "../../dataset/schema.ts";
import { slugOf } from "../slug.ts";
import { STATUSES } from "../amounts.ts";
import { drawFigures, rowsOf } from "../figure-table.ts";
import { type Font, widthOf } from "../font.ts";
import { wrap } from "../lines.ts";
import type { Scene } from "../scene.ts";
import {
  BODY,
  disagreements,
  footer,
  heading,
  LEGEND_LINE,
  legendEntry,
  MARGIN,
  newSheet,
  put,
  type Sheet,
  toScene,
} from "../sheet.ts";
import { conflictsOf, documentCounts, sourcesOf } from "../sources.ts";
import { legendOf, lookOf, type Stance, stanceOf, swatchOf, unframed } from "../stance.ts";
import { compareAlt } from "../words.ts";
import { cityFigures, drawCityFigures } from "./card.ts";

/** More columns no phone can show. */
export const MOST_COMPARED = 4;

interface Table {
  columns: readonly string[];
  rows: { id: string; cells: (Stance | undefined)[] }[];
}

/** Rows where at least one column has something to say. */
function tableOf(
  columns: readonly string[],
  rows: readonly string[],
  stance: (row: string, column: string) => Stance | undefined,
): Table {
  const all = rows.map((id) => ({ id, cells: columns.map((column) => stance(id, column)) }));
  return { columns, rows: all.filter(({ cells }) => cells.some((s) => s !== undefined)) };
}

export function compareClustersScene(relations: Relations, font: Font, clusters: readonly string[]): Scene {
  const { dataset } = relations;
  const columns = ordered(clusters, dataset.clusters).slice(0, MOST_COMPARED);
  const cities = dataset.cities.map((c) => c.id);
  const table = tableOf(columns, cities, (city, cluster) => stanceOf(relations, cluster, city));
  const sheet = newSheet(font);
  heading(sheet, "集群对照", ["各市的角色；没有列出的市，文件都没有提到"]);
  drawTable(sheet, table, 60);
  const doubts = doubtsOf(dataset, table, (row) => [row]);
  // Of more than two clusters there is room for what is aimed at and what was reached.
  const statuses = columns.length > 2 ? STATUSES.slice(1) : STATUSES;
  const room = 9 - 2 * columns.length;
  const documents = documentCounts(dataset, factsIn(table));
  drawFigures(sheet, dataset, rowsOf(relations, columns, statuses), { statuses, doubts, room, documents });
  return toScene(sheet, `compare-${slugs(dataset, columns)}`, compareAlt("集群对照", table));
}

export function compareCitiesScene(relations: Relations, font: Font, cities: readonly string[]): Scene {
  const { dataset } = relations;
  const columns = ordered(cities, dataset.cities).slice(0, MOST_COMPARED);
  const clusters = dataset.clusters.map((c) => c.id);
  const table = tableOf(columns, clusters, (cluster, city) => stanceOf(relations, cluster, city));
  const sheet = newSheet(font);
  heading(sheet, "城市对照", ["在各集群的角色；没有列出的集群，文件都没有提到"]);
  drawTable(sheet, table, 178);
  // Of more than two cities the sentences would be a page of text: the answer has them.
  const figures =
    columns.length > 2 ? [] : columns.flatMap((city) => cityFigures(relations, city).slice(0, 1));
  drawCityFigures(sheet, figures, sourcesOf(dataset, figures));
  const doubts = [
    ...doubtsOf(dataset, table, () => columns),
    ...conflictsOf(dataset, figures, columns).map((c) => c.title),
  ];
  disagreements(sheet, doubts);
  footer(sheet, [...documentCounts(dataset, factsIn(table)), ...sourcesOf(dataset, figures).lines]);
  return toScene(sheet, `compare-${slugs(dataset, columns)}`, compareAlt("城市对照", table));
}

const slugs = (dataset: Dataset, ids: readonly string[]): string =>
  ids.map((id) => slugOf(dataset, id).slice(0, 24)).join("-vs-");

const factsIn = ({ rows }: Table): Fact[] => [
  ...new Set(rows.flatMap(({ cells }) => cells.flatMap((s) => (s ? [s.fact] : [])))),
];

/** Titles of the conflicts behind the asterisks. */
function doubtsOf(dataset: Dataset, { rows }: Table, cities: (row: string) => readonly string[]): string[] {
  const titles = rows.flatMap(({ id, cells }) =>
    cells.flatMap((s) => (s?.disputed ? conflictsOf(dataset, [s.fact], cities(id)).map((c) => c.title) : [])),
  );
  return [...new Set(titles)];
}

const ROW = 36;
const GAP = 6;

/** Longer tables show the marks alone: words in every cell would make the picture too heavy to send at once. */
const MOST_WORDED = 14;

/** @param label width of the first column. */
function drawTable(sheet: Sheet, { columns, rows }: Table, label: number): void {
  const w = Math.floor((sheet.width - 2 * MARGIN - label - GAP * columns.length) / columns.length);
  const x = (i: number): number => MARGIN + label + GAP + i * (w + GAP);
  const words = columns.length === 2 && rows.length <= MOST_WORDED;
  const heads = columns.map((id) => wrap(sheet.font, id, BODY, w, true));
  const most = Math.max(...heads.map((lines) => lines.length));
  for (const [i, lines] of heads.entries())
    for (const [n, text] of lines.entries()) {
      const at = { x: x(i), y: sheet.y + (most - lines.length + n) * 26, w, h: 26 };
      put(sheet, `column:${columns[i]}:${n}`, text, at, { bold: true, align: "center" });
    }
  sheet.y += most * 26 + 8;
  for (const { id, cells } of rows) {
    put(sheet, `row:${id}`, id, { x: MARGIN, y: sheet.y, w: label, h: ROW - GAP }, { bold: true });
    for (const [i, stance] of cells.entries())
      drawCell(sheet, `${id}|${columns[i]}`, { x: x(i), w, words }, stance);
    sheet.y += ROW;
  }
  sheet.y += 10;
  drawLegend(
    sheet,
    rows.flatMap(({ cells }) => cells),
    words,
  );
}

/** Mark and word where there is room; else the mark alone, and the legend tells the word. */
function drawCell(
  sheet: Sheet,
  id: string,
  { x, w, words }: { x: number; w: number; words: boolean },
  stance: Stance | undefined,
): void {
  const look = unframed(lookOf(stance, 3));
  const box = { x, y: sheet.y, w, h: ROW - GAP };
  sheet.shapes.push({ kind: "rect", id: `cell:${id}`, ...box, fill: look.fill, ...look.stroke });
  if (!stance) return;
  const { glyph, word } = swatchOf(stance);
  const part = words && stance.partial && stance.kind === "province" ? "·部分" : "";
  const text = `${words ? word : ""}${part}${stance.disputed ? "＊" : ""}`;
  const start = x + Math.round((w - 24 - widthOf(sheet.font, text, BODY)) / 2);
  const mark = { id: `mark:${id}`, x: start, y: sheet.y + 6, w: 18, h: 18, glyph };
  sheet.shapes.push({ kind: "mark", ...mark, colour: look.mark, on: look.fill });
  if (text === "") return;
  const at = { x: start + 23, y: sheet.y, w: x + w - start - 23, h: ROW - GAP };
  put(sheet, `role:${id}`, text, at, { colour: look.ink, on: look.fill });
}

const isTier = (key: string): boolean => TIERS.some((tier) => tier === key && tier !== "city");

/** Where the words of the roles stand in the cells, only what they cannot say is explained. */
function drawLegend(sheet: Sheet, stances: readonly (Stance | undefined)[], words: boolean): void {
  const all = legendOf(stances.map((s) => (s ? { ...s, also: [] } : s)));
  const tiers = words ? [] : all.filter((e) => isTier(e.key));
  const third = (sheet.width - 2 * MARGIN) / 3;
  for (const [i, entry] of tiers.entries())
    legendEntry(sheet, entry, MARGIN + (i % 3) * third, sheet.y + Math.floor(i / 3) * LEGEND_LINE, third);
  sheet.y += Math.ceil(tiers.length / 3) * LEGEND_LINE;
  for (const entry of all.filter((e) => !isTier(e.key))) {
    legendEntry(sheet, entry, MARGIN, sheet.y, 3 * third);
    sheet.y += LEGEND_LINE;
  }
  sheet.y += 10;
}
