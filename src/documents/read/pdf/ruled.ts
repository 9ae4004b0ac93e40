/** A ruled table with the text in it. Pure. */
import { joinedAll } from "../join.ts";
import type { Table, TableLine } from "../blocks.ts";
import type { Ruled, RuledCell } from "./grid.ts";
import { isIn, linesOf, textOf } from "./lines.ts";
import type { Box, Piece } from "./shapes.ts";

/** @param pieces those that stand in it. */
export function ruledTable({ xs, ys, cells }: Ruled, pieces: readonly Piece[], page: number): Table {
  const box = ({ x, y, across, down }: RuledCell): Box => ({
    x0: xs[x] ?? 0,
    x1: xs[x + across] ?? 0,
    y0: ys[y] ?? 0,
    y1: ys[y + down] ?? 0,
  });
  const lines = ys.slice(1).map((_, y): TableLine => {
    const own = cells.filter((cell) => cell.y === y);
    return {
      page,
      cells: own.map((cell) => ({ text: textIn(pieces, box(cell)), across: cell.across, down: cell.down })),
    };
  });
  return { kind: "table", lines };
}

const textIn = (pieces: readonly Piece[], box: Box): string => {
  const own = pieces.filter((piece) => isIn(piece, box));
  return joinedAll(linesOf(own.toSorted((a, b) => a.y - b.y || a.x0 - b.x0)).map(textOf));
};
