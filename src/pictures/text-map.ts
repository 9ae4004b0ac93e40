/** The map and the matrix as text, for a terminal: the same cells from the same look-ups. */
import { buildRelations, type Relations } from "../core/ask/relations.ts";
import type { Locale, Picture } from "../core/types.ts";
import type { Dataset } from "../dataset/dataset.ts";
import { columnsOf } from "../text/columns.ts";
import { createPen, type Pen } from "./pen.ts";
import type { Colour } from "./scene.ts";
import { stancesIn } from "./scenes/map.ts";
import { legendOf, lookOf, type Stance, stanceOf, wordOf } from "./stance.ts";
import { TILE_COLUMNS, TILE_ROWS, TILES } from "./tiles.ts";

export interface Screen {
  /** Whether it shows colours; without, the role's first character tells it. */
  colour: boolean;
  /** How many columns it has; a picture of more takes several pieces, or says how many it needs. */
  columns: number;
}

/** @returns undefined for pictures that are no grid: their answer says it in text. */
export type TextMap = (picture: Picture, screen: Screen, locale?: Locale) => string | undefined;

export function createTextMap(dataset: Dataset): TextMap {
  const relations = buildRelations(dataset);
  return (picture, screen, locale = "zh-CN") => {
    const pen = createPen(dataset, locale);
    if (picture.kind === "map") return mapText(relations, pen, picture.cluster, screen);
    return picture.kind === "matrix" ? matrixText(relations, pen, screen) : undefined;
  };
}

/** A character of this language takes so many columns of a terminal. */
const cellWidth = ({ locale }: Pen): number => (locale === "en" ? 1 : 2);

const padded = (text: string, columns: number): string =>
  text + " ".repeat(Math.max(0, columns - columnsOf(text)));

/** 核 for 核心; 规, 报, 征 for what the province did not give. C, P, R, D. */
const initial = ({ words, script }: Pen, stance: Stance): string =>
  [...script(wordOf(words, stance))][0] ?? "";

const isPart = (stance: Stance): boolean => stance.partial && stance.kind === "province";

/** One narrow character for a narrow cell. */
const remark = (stance: Stance): string =>
  isPart(stance) ? (stance.disputed ? "!" : "~") : stance.disputed ? "*" : " ";

const cellText = (pen: Pen, stance: Stance | undefined): string =>
  stance ? initial(pen, stance) + remark(stance) : `${pen.locale === "en" ? " " : "　"} `;

const channels = (colour: Colour): string => {
  const value = Number.parseInt(colour.slice(1), 16);
  return `${(value >> 16) & 255};${(value >> 8) & 255};${value & 255}`;
};

/** A block in the colours of the picture. */
function block(text: string, stance: Stance | undefined, colour: boolean): string {
  if (!colour) return text;
  const { fill, ink } = lookOf(stance, 1);
  return `\u001b[48;2;${channels(fill)};38;2;${channels(ink)}m${text}\u001b[0m`;
}

function mapText(relations: Relations, pen: Pen, cluster: string, { colour, columns }: Screen): string {
  const stances = stancesIn(relations, cluster);
  const name = (city: string): string => pen.script(pen.lingo.name(city));
  // A Latin initial would run into the name before it.
  const gap = pen.locale === "en" ? 1 : 0;
  const wide = gap + Math.max(...TILES.map(({ city }) => columnsOf(name(city))));
  const tile = wide + cellWidth(pen) + 1;
  const needed = TILE_COLUMNS * (tile + 1) - 1;
  if (needed > columns) return pen.script(pen.words.sketch.narrow(needed));
  const rows = Array.from({ length: TILE_ROWS }, (_, row) =>
    Array.from({ length: TILE_COLUMNS }, (__, column) => {
      const city = TILES.find((t) => t.row === row && t.column === column)?.city;
      if (city === undefined) return " ".repeat(tile);
      const stance = stances.get(city);
      return block(`${padded(name(city), wide)}${cellText(pen, stance)}`, stance, colour);
    })
      .join(" ")
      .trimEnd(),
  );
  return [pen.script(pen.lingo.name(cluster)), ...rows, legendLine(pen, [...stances.values()])].join("\n");
}

/** Two digits of a number, or a full-width character and a remark. */
const MATRIX_CELL = 3;

/** As many clusters side by side as the screen has room for, the others below. */
function matrixText(relations: Relations, pen: Pen, { colour, columns }: Screen): string {
  const { clusters, cities } = relations.dataset;
  const { lingo, script, frame } = pen;
  const wide = 1 + Math.max(...cities.map(({ id }) => columnsOf(script(lingo.name(id)))));
  const room = Math.floor((columns - wide) / MATRIX_CELL);
  if (room < 1) return script(pen.words.sketch.narrow(wide + MATRIX_CELL));
  const each = Math.ceil(clusters.length / Math.ceil(clusters.length / room));
  const table = cities.map(({ id }) => ({
    name: padded(script(lingo.name(id)), wide),
    stances: clusters.map((cluster) => stanceOf(relations, cluster.id, id)),
  }));
  const piece = (from: number): string => {
    const numbers = clusters.slice(from, from + each).map((_, i) => String(from + i + 1));
    const head = numbers.map((number) => number.padStart(2).padEnd(MATRIX_CELL)).join("");
    const rows = table.map(({ name, stances }) => {
      const cells = stances.slice(from, from + each);
      return name + cells.map((s) => block(padded(cellText(pen, s), MATRIX_CELL), s, colour)).join("");
    });
    return [" ".repeat(wide) + head, ...rows].map((line) => line.trimEnd()).join("\n");
  };
  const starts = Array.from({ length: Math.ceil(clusters.length / each) }, (_, i) => i * each);
  const names = clusters.map(({ id }, i) => `${i + 1} ${script(lingo.name(id))}`).join(frame.and);
  const all = table.flatMap(({ stances }) => stances);
  return [...starts.map(piece), names, legendLine(pen, all)].join("\n");
}

/** 核＝核心, ~＝只指集群的一部分, 空＝文件未提及: what is in use, nothing else. */
function legendLine(pen: Pen, stances: readonly (Stance | undefined)[]): string {
  const { words, script } = pen;
  const { key, blank, part, doubt, both } = words.sketch;
  const said = stances.flatMap((s) => (s ? [s] : []));
  const entries = legendOf(words, stances).flatMap((entry) => {
    if (entry.key === "none") return [blank];
    if (entry.key === "part") return [part];
    const one = said.find((s) => (s.kind === "province" ? s.tier : s.kind) === entry.key);
    return one ? [key([...wordOf(words, one)][0] ?? "", entry.text)] : [];
  });
  const remarks = new Set(said.map(remark));
  const doubts = [...(remarks.has("*") ? [doubt] : []), ...(remarks.has("!") ? [both] : [])];
  return [...entries, ...doubts].map(script).join(pen.locale === "en" ? "  " : "　");
}
