/** One cluster on the map: 21 tiles, coloured and marked by what the documents say of each city. */
import { giverOf, ordered, type Relations, type RoleRow } from "../../core/ask/relations.ts";
import { factsOf, labelOf } from "../../core/tell/lines.ts";
import { type Dataset, groupBy } from "../../dataset/dataset.ts";
import type { Fact } from "../../dataset/schema.ts";
import { slugOf } from "../slug.ts";
import type { Font } from "../font.ts";
import type { Scene } from "../scene.ts";
import {
  BODY,
  footer,
  heading,
  LEGEND_LINE,
  legendEntry,
  MARGIN,
  newSheet,
  put,
  remarks,
  type Sheet,
  toScene,
} from "../sheet.ts";
import { conflictsOf, documentLines } from "../sources.ts";
import { type LegendEntry, legendOf, type Look, lookOf, type Stance, stanceOf, swatchOf } from "../stance.ts";
import { TILE_COLUMNS, type Tile, TILES } from "../tiles.ts";
import { mapAlt, roleCounts } from "../words.ts";

const GAP = 8;
const TILE_HEIGHT = 96;

export type Stances = ReadonlyMap<string, Stance | undefined>;

export const stancesIn = (relations: Relations, cluster: string): Stances =>
  new Map(relations.dataset.cities.map(({ id }) => [id, stanceOf(relations, cluster, id)]));

export function mapScene(relations: Relations, font: Font, cluster: string): Scene {
  const { dataset } = relations;
  const stances = stancesIn(relations, cluster);
  const sheet = newSheet(font);
  heading(sheet, cluster, subtitle(dataset, cluster, stances));
  const top = sheet.y;
  for (const tile of TILES) drawTile(sheet, top, tile, stances.get(tile.city));
  legend(sheet, top, legendOf([...stances.values()]));
  const rows = relations.rolesOfCluster.get(cluster) ?? [];
  const facts = restingOn(rows, stances);
  remarks(sheet, remarksOf(dataset, rows, stances, facts));
  footer(sheet, documentLines(dataset, facts));
  return toScene(sheet, `map-${slugOf(dataset, cluster)}`, mapAlt(dataset, cluster, stances));
}

function subtitle(dataset: Dataset, cluster: string, stances: Stances): string[] {
  const kind = `${dataset.cluster.get(cluster)?.class ?? ""}集群`;
  const [first, ...counts] = roleCounts([...stances.values()], "个市");
  if (first !== undefined) return [`${kind}｜${first}`, ...counts];
  return [`${kind}｜省级文件没有点名城市`, "下面只是城市自己的规划、报道或征求意见稿"];
}

const tileWidth = (sheet: Sheet): number =>
  Math.floor((sheet.width - 2 * MARGIN - GAP * (TILE_COLUMNS - 1)) / TILE_COLUMNS);

const columnAt = (sheet: Sheet, column: number): number => MARGIN + column * (tileWidth(sheet) + GAP);
const rowAt = (top: number, row: number): number => top + row * (TILE_HEIGHT + GAP);

function drawTile(sheet: Sheet, top: number, { city, column, row }: Tile, stance: Stance | undefined): void {
  const box = { x: columnAt(sheet, column), y: rowAt(top, row), w: tileWidth(sheet), h: TILE_HEIGHT };
  const look = lookOf(stance, 4);
  sheet.shapes.push({
    kind: "rect",
    id: `tile:${city}`,
    ...box,
    radius: 10,
    fill: look.fill,
    ...look.stroke,
  });
  const alone = stance === undefined;
  const text = { kind: "text", align: "center", colour: look.ink, on: look.fill } as const;
  const name = { ...box, y: box.y + (alone ? 29 : 10), h: 38 };
  sheet.shapes.push({ ...text, ...name, id: `name:${city}`, text: city, size: 27, bold: true });
  if (stance) drawRole(sheet, box, city, stance, look);
}

interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

function drawRole(sheet: Sheet, box: Box, city: string, stance: Stance, look: Look): void {
  const { glyph, word } = swatchOf(stance);
  const mark = 18;
  const width = mark + 4 + BODY * [...word].length;
  const x = box.x + Math.round((box.w - width) / 2);
  const y = box.y + 45;
  const colours = { colour: look.ink, on: look.fill };
  sheet.shapes.push({
    kind: "mark",
    id: `mark:${city}`,
    x,
    y: y + 5,
    w: mark,
    h: mark,
    glyph,
    ...colours,
    colour: look.mark,
  });
  const line = { x: x + mark + 4, y, w: width - mark - 4, h: 28, size: BODY, ...colours };
  sheet.shapes.push({ kind: "text", id: `role:${city}`, ...line, text: word });
  drawExtras(sheet, box, city, stance, look);
}

/** The last line of a tile: a part only, and the hollow marks of others who say something too. */
function drawExtras(sheet: Sheet, box: Box, city: string, stance: Stance, look: Look): void {
  const part = stance.partial && stance.kind === "province" ? "部分" : "";
  const wide = SMALLEST * part.length;
  const gap = part === "" ? 5 : 3;
  const marks = stance.also.length * (HOLLOW + gap) - (part === "" ? gap : 0);
  let x = box.x + Math.round((box.w - wide - marks) / 2);
  const style = { size: SMALLEST, bold: true, colour: look.ink, on: look.fill };
  if (part !== "") put(sheet, `extra:${city}`, part, { x, y: box.y + 69, w: wide, h: 22 }, style);
  x += part === "" ? 0 : wide + gap;
  for (const kind of stance.also) {
    const mark = { id: `also:${city}:${kind}`, x, y: box.y + 74, w: HOLLOW, h: HOLLOW };
    const { glyph } = swatchOf({ ...stance, kind });
    sheet.shapes.push({ kind: "mark", ...mark, glyph, colour: look.ink, on: look.fill });
    x += HOLLOW + gap;
  }
  if (!stance.disputed) return;
  const star = { x: box.x + box.w - 18, y: box.y + 2, w: 16, h: 18 };
  put(sheet, `disputed:${city}`, "＊", star, { ...style, size: 16 });
}

const SMALLEST = 16;
const HOLLOW = 13;

/** The sea is where the legend stands: short entries beside 珠海, long ones beside and below 湛江. */
function legend(sheet: Sheet, top: number, entries: readonly LegendEntry[]): void {
  const short = entries.filter((e) => e.swatch !== undefined && !isLong(e));
  const long = entries.filter((e) => !short.includes(e));
  const x = columnAt(sheet, 4) + 8;
  const half = (sheet.width - MARGIN - x) / 2;
  for (const [i, entry] of short.entries())
    legendEntry(sheet, entry, x + (i % 2) * half, rowAt(top, 3) + 4 + Math.floor(i / 2) * LEGEND_LINE, half);
  const below = Math.max(rowAt(top, 4), rowAt(top, 3) + 4 + Math.ceil(short.length / 2) * LEGEND_LINE) + 4;
  const left = columnAt(sheet, 1) + 8;
  for (const [i, entry] of long.entries())
    legendEntry(sheet, entry, left, below + i * LEGEND_LINE, sheet.width - MARGIN - left);
  sheet.y = Math.max(rowAt(top, 5), below + long.length * LEGEND_LINE) + 14;
}

const isLong = ({ text }: LegendEntry): boolean => text.length > 5;

/** Every fact the picture rests on. */
function restingOn(rows: readonly RoleRow[], stances: Stances): Fact[] {
  const shown = [...stances.values()].flatMap((s) => (s ? [s.fact] : []));
  const kinds = new Set([...stances.values()].flatMap((s) => s?.also ?? []));
  const also = [...kinds].flatMap((kind) => factsOf(rows.filter((r) => r.giver === kind)));
  return [...new Set([...shown, ...factsOf(partsOf(rows)), ...also])];
}

const partsOf = (rows: readonly RoleRow[]): RoleRow[] =>
  rows.filter((r) => r.giver === "province" && r.part !== undefined);

function remarksOf(
  dataset: Dataset,
  rows: readonly RoleRow[],
  stances: Stances,
  facts: readonly Fact[],
): string[] {
  const parts = partLines(dataset, rows);
  const open = facts.some((f) => f.role?.open === true && giverOf(dataset, f) === "province");
  const disputed = dataset.cities.map((c) => c.id).filter((id) => stances.get(id)?.disputed);
  const conflicts = conflictsOf(
    dataset,
    disputed.flatMap((id) => stances.get(id)?.fact ?? []),
    disputed,
  );
  return [
    ...(parts.length > 0 ? [`部分：${parts.join("；")}。`] : []),
    ...(open ? ["有的名单以“等”收尾，可能没有列尽。"] : []),
    ...conflicts.map((c) => `＊ 说法不一：${c.title}。`),
  ];
}

/** 核心（食品工业）：广州、佛山、东莞, each word of the sources once. */
const partLines = ({ cities }: Dataset, rows: readonly RoleRow[]): string[] =>
  [...groupBy(partsOf(rows), (row) => [labelOf(row)])].map(([label, own]) => {
    const names = ordered(
      own.map((r) => r.city),
      cities,
    ).join("、");
    return `${label.endsWith("）") ? label : `${label} `}${names}`;
  });
