/** Everything at once: a row a city, by region; a column a cluster, by class. */
import type { Relations } from "../../core/ask/relations.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import { ClusterClass, Region } from "../../dataset/schema.ts";
import type { Font } from "../font.ts";
import { ALERT, INK, MUTED, PAPER } from "../palette.ts";
import type { Scene } from "../scene.ts";
import {
  footer,
  heading,
  LEGEND_LINE,
  legendEntry,
  MARGIN,
  newSheet,
  paragraph,
  put,
  type Sheet,
  toScene,
} from "../sheet.ts";
import { documentCounts } from "../sources.ts";
import { legendOf, lookOf, type Stance, stanceOf, swatchOf, unframed } from "../stance.ts";
import { matrixAlt } from "../words.ts";

/** As narrow as the names allow: 420 cells and 20 upright names must not weigh more than other pictures. */
const WIDTH = 858;
const CELL = 35;
const GAP = 2;
const BETWEEN = 12;
/** Region, city. */
const LABELS = 88;
const NAMES = 164;
const BAND = 32;

interface Axis {
  id: string;
  at: number;
}

/** The groups one after the other, a little apart. */
function axis(groups: readonly (readonly string[])[], start: number): Axis[][] {
  let at = start;
  return groups.map((ids) => {
    const own = ids.map((id, i) => ({ id, at: at + i * CELL }));
    at += ids.length * CELL + BETWEEN;
    return own;
  });
}

const byRegion = (dataset: Dataset): string[][] =>
  Region.options.map((region) => dataset.cities.filter((c) => c.region === region).map((c) => c.id));

const byClass = (dataset: Dataset): string[][] =>
  ClusterClass.options.map((kind) => dataset.clusters.filter((c) => c.class === kind).map((c) => c.id));

/** @returns the stance of every cell, by `city|cluster`. */
function cells(relations: Relations): Map<string, Stance | undefined> {
  const { dataset } = relations;
  const all = dataset.cities.flatMap((city) =>
    dataset.clusters.map(
      (cluster) => [`${city.id}|${cluster.id}`, stanceOf(relations, cluster.id, city.id)] as const,
    ),
  );
  return new Map(all);
}

export function matrixScene(relations: Relations, font: Font): Scene {
  const { dataset } = relations;
  const sheet = newSheet(font, WIDTH);
  heading(sheet, "20 个集群 × 21 个市", ["每格只画一种说法，省级文件给的角色在先"]);
  const columns = axis(byClass(dataset), MARGIN + LABELS);
  const rows = axis(byRegion(dataset), sheet.y + BAND + NAMES + 10);
  drawColumns(sheet, columns);
  drawRows(sheet, rows);
  const stances = cells(relations);
  for (const { id: city, at: y } of rows.flat())
    for (const { id: cluster, at: x } of columns.flat())
      drawCell(sheet, `${city}|${cluster}`, x, y, stances.get(`${city}|${cluster}`));
  sheet.y = (rows.flat().at(-1)?.at ?? sheet.y) + CELL + 22;
  drawLegend(sheet, [...stances.values()]);
  const facts = [...stances.values()].flatMap((s) => (s ? [s.fact] : []));
  footer(sheet, documentCounts(dataset, [...new Set(facts)]));
  return toScene(sheet, "matrix", matrixAlt(dataset, stances));
}

function drawColumns(sheet: Sheet, columns: readonly Axis[][]): void {
  for (const [i, group] of columns.entries()) {
    const x = group[0]?.at ?? 0;
    const w = group.length * CELL - GAP;
    const text = `十大${ClusterClass.options[i] ?? ""}集群`;
    put(sheet, `class:${i}`, text, { x, y: sheet.y, w, h: 28 }, { bold: true, align: "center" });
    sheet.shapes.push({ kind: "line", id: `class:${i}:rule`, x, y: sheet.y + 30, w, h: 2, colour: MUTED });
    for (const { id, at } of group) {
      const box = { x: at, y: sheet.y + BAND + 4, w: CELL - GAP, h: NAMES };
      const style = { text: id, size: 18, vertical: true, colour: INK, on: PAPER } as const;
      sheet.shapes.push({ kind: "text", id: `column:${id}`, ...box, ...style });
    }
  }
}

function drawRows(sheet: Sheet, rows: readonly Axis[][]): void {
  for (const [i, group] of rows.entries()) {
    const y = group[0]?.at ?? 0;
    const h = group.length * CELL - GAP;
    const text = Region.options[i] ?? "";
    const tall = Math.round(20 * 1.12) * text.length;
    const region = { x: MARGIN - 4, y: y + Math.round((h - tall) / 2), w: 24, h: tall };
    const style = { text, size: 20, vertical: true, colour: MUTED, on: PAPER } as const;
    sheet.shapes.push({ kind: "text", id: `region:${text}`, ...region, ...style });
    sheet.shapes.push({ kind: "line", id: `region:${text}:rule`, x: MARGIN + 24, y, w: 2, h, colour: MUTED });
    for (const { id, at } of group)
      put(sheet, `row:${id}`, id, { x: MARGIN + 32, y: at, w: 52, h: CELL - GAP }, { size: 22, bold: true });
  }
}

const MARK = 18;

function drawCell(sheet: Sheet, id: string, x: number, y: number, stance: Stance | undefined): void {
  const size = CELL - GAP;
  const look = unframed(lookOf(stance, 3));
  const box = { x, y, w: size, h: size };
  sheet.shapes.push({ kind: "rect", id: `cell:${id}`, ...box, fill: look.fill, ...look.stroke });
  if (!stance) return;
  const inset = Math.floor((size - MARK) / 2);
  const mark = { x, y: y + inset, w: size, h: MARK, glyph: swatchOf(stance).glyph };
  sheet.shapes.push({ kind: "mark", id: `mark:${id}`, ...mark, colour: look.mark, on: look.fill });
  if (!stance.disputed) return;
  const star = { x: x + size - 13, y, w: 13, h: 14 };
  put(sheet, `disputed:${id}`, "＊", star, { size: 13, bold: true, colour: look.ink, on: look.fill });
}

/** Short entries three to a line, long ones two. */
function drawLegend(sheet: Sheet, stances: readonly (Stance | undefined)[]): void {
  const third = (sheet.width - 2 * MARGIN) / 3;
  const entries = legendOf(stances.map((s) => (s ? { ...s, also: [] } : s))).map((e) =>
    e.key === "none" ? { ...e, text: "空格＝文件未提及，不等于没有布局" } : e,
  );
  const short = entries.filter((e) => e.text.length <= 5);
  const long = entries.filter((e) => !short.includes(e));
  for (const [i, entry] of short.entries())
    legendEntry(sheet, entry, MARGIN + (i % 3) * third, sheet.y + Math.floor(i / 3) * LEGEND_LINE, third);
  sheet.y += Math.ceil(short.length / 3) * LEGEND_LINE;
  for (const [i, entry] of long.entries())
    legendEntry(
      sheet,
      entry,
      MARGIN + (i % 2) * 1.5 * third,
      sheet.y + Math.floor(i / 2) * LEGEND_LINE,
      1.5 * third,
    );
  sheet.y += Math.ceil(long.length / 2) * LEGEND_LINE + 8;
  paragraph(sheet, "remark", "＊＝说法不一：请单问那一格，答案会写明。", { colour: ALERT });
}
