/** Tables without ruled lines: lines below one another whose pieces stand in columns. Pure. */
import type { Cell, Table } from "../blocks.ts";
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
  const columns = columnsOf(lines);
  const full = lines.findIndex(({ pieces }) => pieces.length === columns.length);
  return {
    kind: "table",
    lines: lines.map((line, i) => ({
      page,
      cells: i < full ? spread(line, columns) : cellsOf(line, columns),
    })),
  };
}

/** Of the lines with most pieces: what the others have in a column lies beside or above it. */
function columnsOf(lines: readonly Line[]): Column[] {
  const most = Math.max(...lines.map(({ pieces }) => pieces.length));
  const full = lines.filter(({ pieces }) => pieces.length === most);
  return Array.from({ length: most }, (_, i) => {
    const pieces = full.flatMap((line) => line.pieces.slice(i, i + 1));
    return { x0: Math.min(...pieces.map(({ x0 }) => x0)), x1: Math.max(...pieces.map(({ x1 }) => x1)) };
  });
}

const middle = ({ x0, x1 }: Column | Piece): number => (x0 + x1) / 2;

function nearest(piece: Piece, columns: readonly Column[]): number {
  const distances = columns.map((column) => Math.abs(middle(column) - middle(piece)));
  const overlapping = columns.findIndex(({ x0, x1 }) => piece.x0 < x1 && piece.x1 > x0);
  return overlapping >= 0 && columns.filter(({ x0, x1 }) => piece.x0 < x1 && piece.x1 > x0).length === 1
    ? overlapping
    : distances.indexOf(Math.min(...distances));
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
