/** Tables without ruled lines: lines below one another whose pieces stand in columns. Pure. */
import type { Cell, Table } from "../blocks.ts";
import { isFigure } from "../grid.ts";
import { isLead, textOf } from "./lines.ts";
import { type Line, median, type Piece } from "./shapes.ts";

/** Fewer lines in columns are chance. */
const FEWEST_LINES = 3;
/** Lines of a table stand no further apart than so many sizes of their text. */
const FURTHEST = 3;

export type Part = { kind: "lines"; lines: Line[] } | { kind: "table"; lines: Line[] };

/** Lines in order, those of tables apart. */
export function parted(lines: readonly Line[]): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < lines.length;) {
    const end = endOfTable(lines, at);
    const isTable = end - at >= FEWEST_LINES;
    const last = parts.at(-1);
    if (isTable) parts.push({ kind: "table", lines: lines.slice(at, end) });
    else if (last?.kind === "lines") last.lines.push(...lines.slice(at, at + 1));
    else parts.push({ kind: "lines", lines: lines.slice(at, at + 1) });
    at = isTable ? end : at + 1;
  }
  return parts;
}

/** Behind the last line of a table that begins here. A row may hold nothing but its name. */
function endOfTable(lines: readonly Line[], from: number): number {
  if (!isSplit(lines[from])) return from;
  let end = from + 1;
  for (let at = end; at < lines.length; at += 1) {
    const [line, before] = [lines[at], lines[at - 1]];
    if (
      line === undefined ||
      before === undefined ||
      line.y - before.y > FURTHEST * line.size ||
      line.y <= before.y
    )
      break;
    if (isSplit(line)) end = at + 1;
    else if (!isRowName(line, lines.slice(from, at))) break;
    else if (at + 1 === lines.length || lines[at + 1]?.pieces.length === 1) end = at + 1;
  }
  return lines.slice(from, end).filter(isSplit).length >= FEWEST_LINES ? end : from;
}

const isSplit = (line: Line | undefined): boolean =>
  line !== undefined && line.pieces.length > 1 && !isLead(textOf(line));

/** It begins where the first column does, and ends before the second. */
function isRowName({ x0, x1, size }: Line, rows: readonly Line[]): boolean {
  const left = median(rows.map((row) => row.x0));
  const second = Math.min(...rows.flatMap(({ pieces }) => pieces.slice(1).map((piece) => piece.x0)));
  return Math.abs(x0 - left) < 2 * size && x1 < second;
}

interface Column {
  x0: number;
  x1: number;
}

export function columnTable(lines: readonly Line[], page: number): Table {
  const heads = headsOver(lines);
  const columns = columnsOf(lines.slice(heads));
  return {
    kind: "table",
    lines: lines.map((line, i) => ({
      page,
      cells: i < heads ? spread(line, columns) : cellsOf(line, columns),
    })),
  };
}

/** How many lines at the top stand over several columns each: more headings follow below them. */
function headsOver(lines: readonly Line[]): number {
  const isOver = (at: number): boolean => {
    const [line, next] = [lines[at], lines[at + 1]];
    const isHead = next?.pieces.every(({ text }) => !isFigure(text)) ?? false;
    return line !== undefined && isHead && line.pieces.length < (next?.pieces.length ?? 0);
  };
  let heads = 0;
  while (isOver(heads)) heads += 1;
  return heads;
}

/** Pieces above one another are a column, the narrowest first; one that reaches over several columns makes none. */
function columnsOf(lines: readonly Line[]): Column[] {
  const columns: Column[] = [];
  const pieces = lines.flatMap((line) => line.pieces);
  for (const piece of pieces.toSorted((a, b) => a.x1 - a.x0 - (b.x1 - b.x0))) {
    const [column, ...others] = columns.filter((one) => isAbove(piece, one));
    if (column === undefined) columns.push({ x0: piece.x0, x1: piece.x1 });
    else if (others.length === 0)
      Object.assign(column, { x0: Math.min(column.x0, piece.x0), x1: Math.max(column.x1, piece.x1) });
  }
  return columns.toSorted((a, b) => a.x0 - b.x0);
}

const isAbove = (piece: Piece, { x0, x1 }: Column): boolean => piece.x0 < x1 && piece.x1 > x0;

const middle = ({ x0, x1 }: Column | Piece): number => (x0 + x1) / 2;

function nearest(piece: Piece, columns: readonly Column[]): number {
  const above = columns.filter((column) => isAbove(piece, column));
  const [only] = above;
  if (only !== undefined && above.length === 1) return columns.indexOf(only);
  const distances = columns.map((column) => Math.abs(middle(column) - middle(piece)));
  return distances.indexOf(Math.min(...distances));
}

/** A row: each piece in its column, and nothing in the others. */
function cellsOf({ pieces }: Line, columns: readonly Column[]): Cell[] {
  const texts = columns.map(() => "");
  for (const piece of pieces) {
    const at = nearest(piece, columns);
    texts[at] = [texts[at] ?? "", piece.text].filter((text) => text !== "").join(" ");
  }
  return texts.map((text) => ({ text, across: 1, down: 1 }));
}

/** A line of headings with fewer pieces than there are columns: each stands over those nearest to it. */
function spread({ pieces }: Line, columns: readonly Column[]): Cell[] {
  const over = columns.map((column) => {
    const distances = pieces.map((piece) => Math.abs(middle(piece) - middle(column)));
    return distances.indexOf(Math.min(...distances));
  });
  return pieces
    .map(({ text }, i) => ({ text, across: over.filter((at) => at === i).length, down: 1 }))
    .filter(({ across }) => across > 0);
}
