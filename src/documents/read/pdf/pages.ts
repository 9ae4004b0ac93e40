/** The pages of a PDF as blocks. Pure. */
import type { Block, Table } from "../blocks.ts";
import { columnTable, parted } from "./columns.ts";
import { paragraphsOf, type Setting, settingOf } from "./flow.ts";
import { withoutFurniture } from "./furniture.ts";
import { type Ruled, tablesIn } from "./grid.ts";
import { isIn, linesOf } from "./lines.ts";
import { ruledTable } from "./ruled.ts";
import type { Line, PageShapes, Piece } from "./shapes.ts";

interface Sorted {
  height: number;
  /** Of text outside of ruled tables. */
  lines: readonly Line[];
  tables: readonly { ruled: Ruled; pieces: readonly Piece[] }[];
}

export function blocksOf(shapes: readonly PageShapes[]): Block[] {
  const pages = withoutFurniture(shapes.map(sorted));
  const setting = settingOf(pages.map(({ lines }) => lines));
  const blocks: Block[] = [];
  let lastLine: Line | undefined;
  let lastTable: Placed | undefined;
  pages.forEach((page, i) => {
    const made = pageBlocks(page, i + 1, setting, lastLine);
    const [first] = made;
    if (first !== undefined && lastTable !== undefined && goesOn(lastTable, first)) first.block.goesOn = true;
    blocks.push(...made.map(({ block }) => block));
    const end = made.at(-1);
    if (end === undefined) return;
    lastLine = end.lastLine;
    lastTable = end.block.kind === "table" ? end : undefined;
  });
  return blocks;
}

/** Tables without text are frames. */
function sorted({ pieces, rules, height }: PageShapes): Sorted {
  const tables = tablesIn(rules)
    .map((ruled) => ({ ruled, pieces: pieces.filter((piece) => isIn(piece, ruled)) }))
    .filter((table) => table.pieces.length > 1);
  const inside = new Set(tables.flatMap((table) => table.pieces));
  return { height, lines: linesOf(pieces.filter((piece) => !inside.has(piece))), tables };
}

/** A block with what decides whether one of the next page belongs to it. */
interface Placed {
  block: Block;
  lastLine?: Line;
  x0?: number;
  x1?: number;
}

function pageBlocks(
  { lines, tables }: Sorted,
  page: number,
  setting: Setting,
  before: Line | undefined,
): Placed[] {
  const made: Placed[] = [];
  let left = [...lines];
  for (const { ruled, pieces } of tables) {
    const above = left.filter(({ y }) => y < ruled.y1);
    left = left.filter((line) => !above.includes(line));
    made.push(...flowing(above, page, setting, made.length === 0 ? before : undefined));
    made.push({ block: ruledTable(ruled, pieces, page), x0: ruled.x0, x1: ruled.x1 });
  }
  made.push(...flowing(left, page, setting, made.length === 0 ? before : undefined));
  return made;
}

function flowing(lines: readonly Line[], page: number, setting: Setting, before: Line | undefined): Placed[] {
  return parted(lines).flatMap((part, i): Placed[] => {
    const [x0, x1] = [
      Math.min(...part.lines.map((line) => line.x0)),
      Math.max(...part.lines.map((line) => line.x1)),
    ];
    if (part.kind === "table") return [{ block: columnTable(part.lines, page), x0, x1 }];
    const blocks = paragraphsOf(part.lines, page, setting, i === 0 ? before : undefined);
    const lastLine = part.lines.at(-1);
    return blocks.map((block) => ({ block, ...(lastLine !== undefined && { lastLine }) }));
  });
}

/** Parts of one table have the same sides. In points. */
const NEAR = 8;

function goesOn(before: Placed, next: Placed): next is Placed & { block: Table } {
  const isNear = (a = 0, b = 0): boolean => Math.abs(a - b) < NEAR;
  return (
    before.block.kind === "table" &&
    next.block.kind === "table" &&
    widthOf(before.block) === widthOf(next.block) &&
    isNear(before.x0, next.x0) &&
    isNear(before.x1, next.x1)
  );
}

const widthOf = ({ lines }: Table): number =>
  Math.max(0, ...lines.map(({ cells }) => cells.reduce((all, { across }) => all + across, 0)));
