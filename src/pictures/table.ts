/** Two to four side by side: who of them is named together, who alone; a row each with what is said of it. */
import { widthOf } from "./font.ts";
import { drawLegend } from "./legend.ts";
import { wrap } from "./lines.ts";
import { MUTED, RULE } from "./palette.ts";
import { BODY, type Box, MARGIN, put, scriptOf, type Sheet, SMALL } from "./sheet.ts";
import { isNamed, legendOf, lookOf, type Stance, swatchOf, unframed, wordOf } from "./stance.ts";
import type { Kind } from "./words.ts";

export interface Row {
  id: string;
  cells: (Stance | undefined)[];
}

export interface Table {
  /** What the columns are; the rows are the other. */
  of: Kind;
  columns: readonly string[];
  rows: readonly Row[];
}

/** Rows where at least one column has something to say. */
export function tableOf(
  of: Kind,
  columns: readonly string[],
  rows: readonly string[],
  stance: (row: string, column: string) => Stance | undefined,
): Table {
  const all = rows.map((id) => ({ id, cells: columns.map((column) => stance(id, column)) }));
  return { of, columns, rows: all.filter(({ cells }) => cells.some((s) => s !== undefined)) };
}

export interface Grouped {
  /** How many of the compared the province names there; which, where it is one of two. */
  named: number;
  only: string | undefined;
  rows: Row[];
}

const namedIn = ({ cells }: Row): number => cells.filter(isNamed).length;

/** 只有甲, 两市都有, 只有乙; of more than two: all, some, one. Those whom the province names nowhere come last. */
export function groupsOf({ columns, rows }: Table): Grouped[] {
  const pair = columns.length === 2;
  const alone = (i: number): Grouped => ({
    named: 1,
    only: columns[i],
    rows: rows.filter((row) => namedIn(row) === 1 && isNamed(row.cells[i])),
  });
  const together = (named: number): Grouped => ({
    named,
    only: undefined,
    rows: rows.filter((row) => namedIn(row) === named),
  });
  const counts = columns.map((_, i) => columns.length - i);
  const groups = pair ? [alone(0), together(2), alone(1)] : counts.map(together);
  return [...groups, together(0)].filter((group) => group.rows.length > 0);
}

/** In how many rows all of the compared are named. */
export const inCommon = (table: Table): number =>
  table.rows.filter((row) => namedIn(row) === table.columns.length).length;

const ROW = 34;
const GAP = 5;
const LINE = 25;
const LABELS = { city: { han: 182, latin: 200 }, cluster: { han: 56, latin: 108 } };

interface Columns {
  edge: number;
  label: number;
  w: number;
  x: (i: number) => number;
  head: { size: number; bold: boolean };
}

/** Four long words of English beside each other need the margins too, and lighter letters. */
const NARROW = { edge: 10, head: { size: SMALL, bold: false } };
const PLAIN = { edge: MARGIN, head: { size: BODY, bold: true } };

function columnsOf(sheet: Sheet, { of, columns }: Table): Columns {
  const script = scriptOf(sheet);
  const { edge, head } = script === "latin" && columns.length > 3 ? NARROW : PLAIN;
  const label = LABELS[of][script];
  const w = Math.floor((sheet.width - 2 * edge - label - GAP * columns.length) / columns.length);
  return { edge, label, w, x: (i) => edge + label + GAP + i * (w + GAP), head };
}

export function drawTable(sheet: Sheet, table: Table): void {
  const at = columnsOf(sheet, table);
  drawHeads(sheet, table, at);
  for (const [i, group] of groupsOf(table).entries()) {
    drawGroup(sheet, table, group, i);
    for (const row of group.rows) drawRow(sheet, table, row, at);
    sheet.y += 6;
  }
  sheet.y += 4;
  drawLegend(sheet, unexplained(sheet, table));
}

/** The subjects' names over their columns, standing on one line. */
function drawHeads(sheet: Sheet, { columns }: Table, { w, x, head }: Columns): void {
  const { lingo, script } = sheet.pen;
  const heads = columns.map((id) => wrap(sheet.font, script(lingo.name(id)), head.size, w, head.bold));
  const most = Math.max(...heads.map((lines) => lines.length));
  for (const [i, lines] of heads.entries())
    for (const [n, text] of lines.entries()) {
      const box = { x: x(i), y: sheet.y + (most - lines.length + n) * LINE, w, h: LINE };
      put(sheet, `column:${columns[i]}:${n}`, text, box, { ...head, align: "center" });
    }
  sheet.y += most * LINE + 4;
}

function drawGroup(sheet: Sheet, { of, columns }: Table, { named, only, rows }: Grouped, i: number): void {
  const { words, lingo } = sheet.pen;
  const name = only === undefined ? undefined : lingo.name(only);
  const text =
    named === 0
      ? words.groupOthers(rows.length)
      : words.group({ of, all: columns.length, named, only: name, rows: rows.length });
  const box = { x: MARGIN, y: sheet.y, w: sheet.width - 2 * MARGIN, h: 28 };
  put(sheet, `group:${i}`, text, box, { bold: true, colour: MUTED });
  sheet.shapes.push({ kind: "line", id: `group:${i}:rule`, ...box, y: sheet.y + 28, h: 2, colour: RULE });
  sheet.y += 35;
}

function drawRow(sheet: Sheet, { columns }: Table, { id, cells }: Row, { edge, label, w, x }: Columns): void {
  const { lingo, script } = sheet.pen;
  const lines = wrap(sheet.font, script(lingo.name(id)), BODY, label);
  const h = Math.max(ROW, lines.length * LINE + GAP);
  for (const [n, text] of lines.entries()) {
    const top = sheet.y + Math.round((h - GAP - lines.length * LINE) / 2) + n * LINE;
    put(sheet, `row:${id}:${n}`, text, { x: edge, y: top, w: label + 1, h: LINE });
  }
  for (const [i, stance] of cells.entries())
    drawCell(
      sheet,
      `${id}|${columns[i]}`,
      { x: x(i), y: sheet.y, w, h: h - GAP },
      stance,
      columns.length === 2,
    );
  sheet.y += h;
}

const MARK = 18;

/** Mark and word; of more than two the mark alone. That it is said of a part the outline tells too. */
function drawCell(sheet: Sheet, id: string, box: Box, stance: Stance | undefined, worded: boolean): void {
  const look = unframed(lookOf(stance, 3));
  sheet.shapes.push({ kind: "rect", id: `cell:${id}`, ...box, fill: look.fill, ...look.stroke });
  if (!stance) return;
  const { words, script } = sheet.pen;
  if (!worded) {
    const mark = { ...box, id: `mark:${id}`, y: box.y + Math.round((box.h - MARK) / 2), h: MARK };
    sheet.shapes.push({
      kind: "mark",
      ...mark,
      glyph: swatchOf(stance).glyph,
      colour: look.mark,
      on: look.fill,
    });
    return;
  }
  const word = wordOf(words, stance);
  const inPart = stance.partial && stance.kind === "province" ? words.bracketed(word, words.part) : word;
  const widthFor = (text: string): number => Math.ceil(widthOf(sheet.font, script(text), BODY));
  const text = MARK + 5 + widthFor(inPart) <= box.w - 8 ? inPart : word;
  const start = box.x + Math.round((box.w - MARK - 5 - widthFor(text)) / 2);
  const middle = box.y + Math.round((box.h - MARK) / 2);
  const mark = { id: `mark:${id}`, x: start, y: middle, w: MARK, h: MARK, glyph: swatchOf(stance).glyph };
  sheet.shapes.push({ kind: "mark", ...mark, colour: look.mark, on: look.fill });
  const at = { ...box, x: start + MARK + 5, w: widthFor(text) };
  put(sheet, `role:${id}`, text, at, { colour: look.ink, on: look.fill });
}

/** Where the words of the roles stand in the cells, only what they cannot say is explained. */
const unexplained = ({ pen }: Sheet, { columns, rows }: Table) =>
  legendOf(
    pen.words,
    rows.flatMap(({ cells }) => cells),
  ).filter(({ key }) => columns.length > 2 || ["part", "city", "report", "draft", "none"].includes(key));
