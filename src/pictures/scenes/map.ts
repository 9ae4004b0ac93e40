/** One cluster on the map: 21 tiles, coloured and marked by what the documents say of each city. */
import { giverOf, ordered, type Relations, type RoleRow } from "../../core/ask/relations.ts";
import { factsOf, labelOf } from "../../core/tell/lines.ts";
import { type Dataset, groupBy } from "../../dataset/dataset.ts";
import type { Fact } from "../../dataset/schema.ts";
import { mapAlt } from "../alts.ts";
import { mapFinding, type Stances, those } from "../findings.ts";
import { type Font, widthOf } from "../font.ts";
import { drawLegend } from "../legend.ts";
import { listed, type Pen } from "../pen.ts";
import type { Scene } from "../scene.ts";
import {
  BODY,
  type Box,
  doubts,
  footer,
  footnotes,
  heading,
  MARGIN,
  newSheet,
  put,
  scriptOf,
  type Sheet,
  toScene,
} from "../sheet.ts";
import { slugOf } from "../slug.ts";
import { conflictsOf, documentLines } from "../sources.ts";
import { legendOf, type Look, lookOf, isNamed, type Stance, stanceOf, swatchOf, wordOf } from "../stance.ts";
import { TILE_COLUMNS, TILE_ROWS, type Tile, TILES } from "../tiles.ts";

/** An English name needs a wider tile. */
const EDGE = { han: MARGIN, latin: 10 };
const NAME = { han: 28, latin: 19 };
const GAP = 4;
const TILE_HEIGHT = 92;

export const stancesIn = (relations: Relations, cluster: string): Stances =>
  new Map(relations.dataset.cities.map(({ id }) => [id, stanceOf(relations, cluster, id)]));

export function mapScene(relations: Relations, font: Font, pen: Pen, cluster: string): Scene {
  const { dataset } = relations;
  const stances = stancesIn(relations, cluster);
  const sheet = newSheet(font, pen);
  drawHeading(sheet, dataset, cluster, stances);
  const top = sheet.y;
  for (const tile of TILES) drawTile(sheet, top, tile, stances.get(tile.city));
  drawSea(sheet, top, [...stances.values()]);
  const rows = relations.rolesOfCluster.get(cluster) ?? [];
  const facts = restingOn(rows, stances);
  footnotes(sheet, notesOf(dataset, pen, rows, facts));
  doubts(sheet, doubtsOf(dataset, pen, stances));
  footer(sheet, documentLines(dataset, pen, facts));
  return toScene(sheet, `map-${slugOf(dataset, cluster)}`, mapAlt(dataset, pen, cluster, stances));
}

/** The cluster, and what the province made of it: one asterisk where the sources disagree about that. */
function drawHeading(sheet: Sheet, dataset: Dataset, cluster: string, stances: Stances): void {
  const { words, lingo } = sheet.pen;
  const all = [...stances.values()];
  const group = dataset.cluster.get(cluster)?.class;
  const kind = group === undefined ? "" : words.classes[group];
  const kicker = words.mapKicker(lingo.name(cluster), kind, all.filter(isNamed).length);
  const given = all.filter((s) => s?.kind === "province");
  const star = given.some((s) => s?.disputed) ? words.star : "";
  const title = words.mapTitle(mapFinding(dataset, sheet.pen, stances));
  heading(sheet, kicker, `${title}${star}`, given.length > 0 ? [] : [words.mapOthers]);
}

const tileWidth = (sheet: Sheet): number =>
  Math.floor((sheet.width - 2 * EDGE[scriptOf(sheet)] - GAP * (TILE_COLUMNS - 1)) / TILE_COLUMNS);

const columnAt = (sheet: Sheet, column: number): number =>
  EDGE[scriptOf(sheet)] + column * (tileWidth(sheet) + GAP);
const rowAt = (top: number, row: number): number => top + row * (TILE_HEIGHT + GAP);

function drawTile(sheet: Sheet, top: number, { city, column, row }: Tile, stance: Stance | undefined): void {
  const box = { x: columnAt(sheet, column), y: rowAt(top, row), w: tileWidth(sheet), h: TILE_HEIGHT };
  const look = lookOf(stance, 3);
  const area = { ...box, radius: 10, fill: look.fill, ...look.stroke };
  sheet.shapes.push({ kind: "rect", id: `tile:${city}`, ...area });
  const name = { ...box, y: box.y + nameAt(stance), h: 36 };
  const script = scriptOf(sheet);
  const style = { size: NAME[script], bold: script === "han", colour: look.ink, on: look.fill };
  put(sheet, `name:${city}`, sheet.pen.lingo.name(city), name, { ...style, align: "center" });
  if (stance) drawRole(sheet, box, city, stance, look);
}

const isPart = (stance: Stance): boolean => stance.kind === "province" && stance.partial;

/** The name stands in the middle by itself, higher with a role below, highest with a part below that. */
const nameAt = (stance: Stance | undefined): number => (stance === undefined ? 28 : isPart(stance) ? 6 : 14);

const MARK = 18;

function drawRole(sheet: Sheet, box: Box, city: string, stance: Stance, look: Look): void {
  const { words, script } = sheet.pen;
  const colours = { colour: look.ink, on: look.fill };
  const word = wordOf(words, stance);
  const width = MARK + 5 + Math.ceil(widthOf(sheet.font, script(word), BODY));
  const x = box.x + Math.round((box.w - width) / 2);
  const y = box.y + nameAt(stance) + 35;
  const mark = { id: `mark:${city}`, x, y: y + 4, w: MARK, h: MARK, glyph: swatchOf(stance).glyph };
  sheet.shapes.push({ kind: "mark", ...mark, colour: look.mark, on: look.fill });
  put(sheet, `role:${city}`, word, { x: x + MARK + 5, y, w: width - MARK - 5, h: 26 }, colours);
  if (!isPart(stance)) return;
  put(sheet, `part:${city}`, words.part, { ...box, y: box.y + 63, h: 22 }, { ...colours, align: "center" });
}

/** The sea is where the legend stands. */
function drawSea(sheet: Sheet, top: number, stances: readonly (Stance | undefined)[]): void {
  sheet.y = rowAt(top, TILE_ROWS - 2) + 8;
  const entries = legendOf(sheet.pen.words, stances);
  drawLegend(sheet, entries, columnAt(sheet, 3) + 8, sheet.width - MARGIN - columnAt(sheet, 3) - 8);
  sheet.y = Math.max(sheet.y, rowAt(top, TILE_ROWS)) + 12;
}

/** Every fact the picture rests on. */
function restingOn(rows: readonly RoleRow[], stances: Stances): Fact[] {
  const shown = [...stances.values()].flatMap((s) => (s ? [s.fact] : []));
  return [...new Set([...shown, ...factsOf(partsOf(rows))])];
}

const partsOf = (rows: readonly RoleRow[]): RoleRow[] =>
  rows.filter((r) => r.giver === "province" && r.part !== undefined);

function notesOf(dataset: Dataset, pen: Pen, rows: readonly RoleRow[], facts: readonly Fact[]): string[] {
  const parts = partLines(dataset, pen, rows);
  const open = facts.some((f) => f.role?.open === true && giverOf(dataset, f) === "province");
  return [...(parts.length > 0 ? [pen.words.parts(parts)] : []), ...(open ? [pen.words.openList] : [])];
}

/** 核心（食品工业）：广州、佛山、东莞, each word of the sources once. */
const partLines = ({ cities }: Dataset, pen: Pen, rows: readonly RoleRow[]): string[] =>
  [...groupBy(partsOf(rows), (row) => [labelOf(row)])].map(([label, own]) => {
    const ids = ordered(
      own.map((r) => r.city),
      cities,
    );
    return pen.words.told(pen.lingo.name(label), listed(pen, ids));
  });

/** More than these are most of what is shown. */
const MOST_NAMED = 6;

/** Each conflict with the cities it is about, where it is not about most of them. */
function doubtsOf(dataset: Dataset, pen: Pen, stances: Stances): string[] {
  const disputed = those(stances, dataset.cities, (s) => s.disputed);
  const facts = disputed.flatMap((id) => stances.get(id)?.fact ?? []);
  return conflictsOf(dataset, facts, disputed).map((conflict) => {
    const { title } = pen.lingo.conflict(conflict);
    const own = disputed.filter((id) => stances.get(id)?.fact.conflict === conflict.id);
    const whole = own.length > MOST_NAMED || own.every((id) => title.includes(pen.lingo.name(id)));
    return whole ? title : pen.words.about(title, listed(pen, own));
  });
}
