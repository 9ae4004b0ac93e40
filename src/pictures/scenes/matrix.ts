/** Everything at once, as narrow as a phone: a row a cluster, by class; a column a city, by region. */
import { ordered, type Relations } from "../../core/ask/relations.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import { ClusterClass, Region } from "../../dataset/schema.ts";
import { matrixAlt } from "../alts.ts";
import { mostCore } from "../findings.ts";
import type { Font } from "../font.ts";
import { drawLegend } from "../legend.ts";
import { wrap } from "../lines.ts";
import { ALERT, INK, MUTED, PAPER, RULE } from "../palette.ts";
import { namesIn, type Pen } from "../pen.ts";
import type { Scene } from "../scene.ts";
import {
  BODY,
  footer,
  heading,
  newSheet,
  paragraph,
  put,
  scriptOf,
  type Sheet,
  SMALL,
  toScene,
} from "../sheet.ts";
import { documentCounts } from "../sources.ts";
import { isNamed, legendOf, lookOf, type Stance, stanceOf, swatchOf, unframed } from "../stance.ts";

/** Closer to the edge than text: 21 columns and the longest name need all there is. */
const EDGE = 14;
const GAP = 2;
const BETWEEN = 6;
const LINE = 23;
/** Of a name in Chinese, of one in English, which takes two lines. */
const LABELS = { han: 166, latin: 206 };
const HEADS = { han: 48, latin: 116 };

interface Column {
  city: string;
  x: number;
}

interface Grid {
  columns: Column[][];
  /** From one cell to the next. */
  pitch: number;
  labels: number;
}

const byRegion = (dataset: Dataset): string[][] =>
  Region.options.map((region) => dataset.cities.filter((c) => c.region === region).map((c) => c.id));

/** Regions one after the other, a little apart. */
function gridOf(sheet: Sheet, regions: readonly (readonly string[])[]): Grid {
  const labels = LABELS[scriptOf(sheet)];
  const room = sheet.width - 2 * EDGE - labels - BETWEEN * (regions.length - 1);
  const pitch = Math.floor((2 * room) / regions.flat().length) / 2;
  let x = EDGE + labels;
  const columns = regions.map((cities) => {
    const own = cities.map((city, i) => ({ city, x: Math.round(x + i * pitch) }));
    x += cities.length * pitch + BETWEEN;
    return own;
  });
  return { columns, pitch, labels };
}

type Cells = ReadonlyMap<string, Stance | undefined>;

/** @returns the stance of every cell, by `cluster|city`. */
function cellsOf(relations: Relations): Cells {
  const { dataset } = relations;
  return new Map(
    dataset.clusters.flatMap(({ id: cluster }) =>
      dataset.cities.map(
        ({ id: city }) => [`${cluster}|${city}`, stanceOf(relations, cluster, city)] as const,
      ),
    ),
  );
}

/** In how many clusters the city is core. */
const coresOf = ({ clusters }: Dataset, cells: Cells, city: string): number =>
  clusters.filter(({ id }) => {
    const stance = cells.get(`${id}|${city}`);
    return isNamed(stance) && stance.tier === "core";
  }).length;

export function matrixScene(relations: Relations, font: Font, pen: Pen): Scene {
  const { dataset } = relations;
  const { words, lingo } = pen;
  const cells = cellsOf(relations);
  const most = mostCore(dataset, (city) => coresOf(dataset, cells, city));
  const sheet = newSheet(font, pen);
  heading(
    sheet,
    words.matrixKicker,
    words.matrixTitle(most.map(({ city, count }) => ({ name: lingo.name(city), count }))),
    [words.matrixHow],
  );
  const grid = gridOf(sheet, byRegion(dataset));
  drawHeads(sheet, grid);
  for (const kind of ClusterClass.options) drawClass(sheet, dataset, kind, grid, cells);
  sheet.y += 8;
  drawLegend(sheet, legendOf(words, [...cells.values()]));
  drawDoubts(sheet, dataset, cells);
  const facts = [...cells.values()].flatMap((s) => (s ? [s.fact] : []));
  footer(sheet, documentCounts(dataset, pen, [...new Set(facts)]));
  return toScene(sheet, "matrix", matrixAlt(dataset, pen, cells));
}

/** Regions over their cities; a Chinese name stands, an English one is turned. */
function drawHeads(sheet: Sheet, { columns, pitch }: Grid): void {
  const { words, lingo, script } = sheet.pen;
  const vertical = scriptOf(sheet) === "latin" ? "turned" : "stacked";
  const h = HEADS[scriptOf(sheet)];
  for (const [i, group] of columns.entries()) {
    const region = Region.options[i];
    const x = group[0]?.x ?? 0;
    const w = Math.round(group.length * pitch) - GAP;
    if (region !== undefined)
      put(
        sheet,
        `region:${region}`,
        words.regions[region],
        { x, y: sheet.y, w, h: 26 },
        { align: "center", colour: MUTED },
      );
    sheet.shapes.push({ kind: "line", id: `region:${i}:rule`, x, y: sheet.y + 27, w, h: 2, colour: MUTED });
    for (const { city, x: at } of group) {
      const box = { x: at, y: sheet.y + 33, w: Math.floor(pitch) - GAP, h };
      const style = { size: BODY, colour: INK, on: PAPER, vertical } as const;
      sheet.shapes.push({
        kind: "text",
        id: `column:${city}`,
        ...box,
        text: script(lingo.name(city)),
        ...style,
      });
    }
  }
  sheet.y += 33 + h + 6;
}

function drawClass(sheet: Sheet, dataset: Dataset, kind: ClusterClass, grid: Grid, cells: Cells): void {
  const text = sheet.pen.words.classes[kind];
  const box = { x: EDGE, y: sheet.y, w: sheet.width - 2 * EDGE, h: 28 };
  put(sheet, `class:${kind}`, text, box, { bold: true, colour: INK });
  sheet.shapes.push({ kind: "line", id: `class:${kind}:rule`, ...box, y: sheet.y + 28, h: 2, colour: RULE });
  sheet.y += 34;
  for (const { id, class: own } of dataset.clusters) if (own === kind) drawRow(sheet, id, grid, cells);
  sheet.y += 8;
}

const MARK = 17;

/** A cluster's name, in as many lines as it needs, and its cells. */
function drawRow(sheet: Sheet, cluster: string, { columns, pitch, labels }: Grid, cells: Cells): void {
  const { lingo, script } = sheet.pen;
  const lines = wrap(sheet.font, script(lingo.name(cluster)), BODY, labels - 4);
  const h = Math.max(30, lines.length * LINE + 4);
  for (const [i, text] of lines.entries()) {
    const top = sheet.y + Math.round((h - GAP - lines.length * LINE) / 2) + i * LINE;
    put(sheet, `row:${cluster}:${i}`, text, { x: EDGE, y: top, w: labels - 2, h: LINE });
  }
  for (const { city, x } of columns.flat()) {
    const stance = cells.get(`${cluster}|${city}`);
    const box = { x, y: sheet.y, w: Math.floor(pitch) - GAP, h: h - GAP };
    const look = unframed(lookOf(stance, 3));
    const id = `${cluster}|${city}`;
    sheet.shapes.push({ kind: "rect", id: `cell:${id}`, ...box, fill: look.fill, ...look.stroke });
    if (!stance) continue;
    const mark = {
      ...box,
      y: box.y + Math.round((box.h - MARK) / 2),
      h: MARK,
      glyph: swatchOf(stance).glyph,
    };
    sheet.shapes.push({ kind: "mark", id: `mark:${id}`, ...mark, colour: look.mark, on: look.fill });
  }
  sheet.y += h;
}

/** One footnote for every cell in dispute: the clusters they are in. */
function drawDoubts(sheet: Sheet, { clusters }: Dataset, cells: Cells): void {
  const disputed = [...cells].flatMap(([key, s]) => (s?.disputed ? [key.split("|")[0] ?? ""] : []));
  if (disputed.length === 0) return;
  const words = sheet.pen.words.matrixDoubts(
    disputed.length,
    namesIn(sheet.pen, ordered(disputed, clusters)),
  );
  paragraph(sheet, "doubt", words, { size: SMALL, colour: ALERT });
}
