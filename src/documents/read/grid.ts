/** A table as rows: merged cells stand in each of their places, and every cell has the headings above it. Pure. */
import type { Cell, TableLine } from "./blocks.ts";

interface Square {
  text: string;
  /** The cell it is a part of: the same object in each of its places. */
  of: Cell;
}

export interface GridRow {
  page: number | null;
  /** A square a column. */
  squares: readonly Square[];
}

/** More columns than any table that can be read. Beyond them cells are left out: a span may claim thousands. */
const MOST_COLUMNS = 200;

const EMPTY: Cell = { text: "", across: 1, down: 1 };

/** Lays the cells out. Rows are as wide as the widest; what no cell covers is empty. */
export function laidOut(lines: readonly TableLine[]): GridRow[] {
  const rows: (Square | undefined)[][] = lines.map(() => []);
  lines.forEach((line, y) => {
    let x = 0;
    for (const cell of line.cells) {
      while (rows[y]?.[x] !== undefined) x += 1;
      place(rows, cell, x, y);
      x += cell.across;
    }
  });
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row, y) => ({
    page: lines[y]?.page ?? null,
    squares: Array.from({ length: width }, (_, x) => row[x] ?? { text: "", of: EMPTY }),
  }));
}

function place(rows: (Square | undefined)[][], cell: Cell, x: number, y: number): void {
  for (const row of rows.slice(y, y + cell.down))
    for (let at = x; at < Math.min(x + cell.across, MOST_COLUMNS); at += 1)
      row[at] ??= { text: cell.text, of: cell };
}

export interface Read {
  caption?: string;
  rows: { page: number | null; headings: string[][]; cells: string[]; group?: string }[];
}

/** @param headingsOf of a table this one goes on from: its own headings, where it repeats none. */
export function readGrid(lines: readonly TableLine[], before?: readonly string[][]): Read {
  const grid = laidOut(lines);
  const caption = captionOf(grid);
  const body = caption === undefined ? grid : grid.slice(1);
  const head = body.slice(0, headRows(body));
  const own = (body[0]?.squares ?? []).map((_, x) => pathOf(head, x));
  const goesOn = before !== undefined && before.length === own.length;
  // One that goes on either repeats the headings of the first part, or has none and begins with a row.
  const repeats = goesOn && JSON.stringify(own) === JSON.stringify(before);
  const headings = goesOn ? [...before] : own;
  const rest = goesOn && !repeats ? body : body.slice(head.length);
  return { ...(caption !== undefined && { caption }), rows: rowsOf(rest, headings) };
}

/** Rows that hold one text over their whole width name the rows below them. */
function rowsOf(grid: readonly GridRow[], headings: string[][]): Read["rows"] {
  const rows: Read["rows"] = [];
  let group: string | undefined;
  for (const row of grid) {
    const only = spanning(row);
    if (only !== undefined && row.squares.length > 1) {
      group = only;
      continue;
    }
    const cells = row.squares.map(({ text }) => text);
    if (cells.some((text) => text !== ""))
      rows.push({ page: row.page, headings, cells, ...(group !== undefined && { group }) });
  }
  return rows;
}

/** The text of a row that is one cell, or undefined. */
function spanning({ squares }: GridRow): string | undefined {
  const [first] = squares;
  return first !== undefined && first.text !== "" && squares.every(({ of }) => of === first.of)
    ? first.text
    : undefined;
}

/** A first row that is one cell is the name of the table, where others follow. */
const captionOf = (grid: readonly GridRow[]): string | undefined =>
  grid.length > 2 && (grid[0]?.squares.length ?? 0) > 1 && grid[0] ? spanning(grid[0]) : undefined;

/** Marks and figures are no headings: 100, ★, 12.5%, ●. */
export const isFigure = (text: string): boolean => FIGURE.test(text);
const FIGURE = /^[\d\s.,，％%★☆●○◎√✓✔▲△■□◆◇—–-]*$/u;

/** How many rows at the top are headings. */
function headRows(grid: readonly GridRow[]): number {
  const marked = grid.findIndex(
    ({ squares }) => !squares.some(({ of }) => of.heading === true && of.text !== ""),
  );
  if (isMarked(grid)) return marked === -1 ? grid.length : marked;
  if (grid.length < 2 || !looksLikeHead(grid[0])) return 0;
  let rows = 1;
  while (rows < grid.length - 1 && reachesOn(grid, rows)) rows += 1;
  return rows;
}

/** The format marks the whole first row; headings in the first column alone name their row. */
const isMarked = ([first]: readonly GridRow[]): boolean =>
  first !== undefined && first.squares.every(({ of }) => of.heading === true || of.text === "");

const looksLikeHead = (row: GridRow | undefined): boolean =>
  row !== undefined && row.squares.slice(1).some(({ text }) => !isFigure(text));

/** The row stands under merged headings: one of the row above reaches down into it, or over several of its columns. */
function reachesOn(grid: readonly GridRow[], at: number): boolean {
  const above = grid[at - 1]?.squares ?? [];
  const here = grid[at]?.squares ?? [];
  const reachesDown = here.some(({ of }, x) => of !== EMPTY && of === above[x]?.of);
  const splits = above.some(
    ({ of }, x) => of !== EMPTY && of === above[x + 1]?.of && here[x]?.of !== here[x + 1]?.of,
  );
  // Under a merged heading stand headings, not figures.
  return (reachesDown || splits) && here.some(({ of, text }, x) => of !== above[x]?.of && !isFigure(text));
}

/** What stands above a column, each text once. */
function pathOf(head: readonly GridRow[], x: number): string[] {
  const texts = head.map(({ squares }) => squares[x]?.text ?? "").filter((text) => text !== "");
  return texts.filter((text, i) => text !== texts[i - 1]);
}
