/** A table of a DOCX while it is read. */
import type { Cell, Table, TableLine } from "./blocks.ts";
import { joinedAll } from "./join.ts";

interface WordCell {
  texts: string[];
  across: number;
  /** `begin` reaches down as far as `goes on` follows. */
  merge?: "begin" | "goes on";
}

interface WordLine {
  cells: WordCell[];
  page: number | null;
  /** Repeated at the top of each page: headings. */
  heading: boolean;
}

export interface WordTable {
  lines: WordLine[];
}

/** Columns of Word's own limit. */
export const MOST_ACROSS = 63;

export function beginCell(table: WordTable, across = 1): void {
  table.lines.at(-1)?.cells.push({ texts: [], across });
}

export const lastCell = (table: WordTable): WordCell | undefined => table.lines.at(-1)?.cells.at(-1);

/** Cells that only go on become part of those they go on from. */
export function finished({ lines }: WordTable): Table {
  const open = new Map<number, Cell & { down: number }>();
  const made: TableLine[] = lines.map(({ cells, page, heading }) => {
    let column = 0;
    const own: Cell[] = [];
    for (const { texts, across, merge } of cells) {
      const above = open.get(column);
      if (merge === "goes on" && above !== undefined) above.down += 1;
      else {
        const cell = { text: joinedAll(texts), across, down: 1, ...(heading && { heading }) };
        own.push(cell);
        if (merge === undefined) open.delete(column);
        else open.set(column, cell);
      }
      column += across;
    }
    return { cells: own, page };
  });
  return { kind: "table", lines: made };
}
