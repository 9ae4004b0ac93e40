/** Pieces of text as lines. Pure. */
import { isLevelWith, merged } from "./pieces.ts";
import { type Box, type Line, type Piece, sum } from "./shapes.ts";

/** In the order of the page: of text in two columns the one, then the other. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Piece[][] = [];
  for (const piece of merged(pieces)) {
    const last = lines.at(-1)?.at(-1);
    if (last !== undefined && isLevelWith(last, piece) && piece.x0 >= last.x1 - piece.size)
      lines.at(-1)?.push(piece);
    else lines.push([piece]);
  }
  return lines.map(lineOf);
}

function lineOf(pieces: readonly Piece[]): Line {
  const length = sum(pieces.map(({ text }) => text.length));
  return {
    pieces,
    x0: Math.min(...pieces.map(({ x0 }) => x0)),
    x1: Math.max(...pieces.map(({ x1 }) => x1)),
    y: Math.max(...pieces.map(({ y }) => y)),
    // What most of it is written in: a mark of a note is smaller.
    size: sum(pieces.map(({ size, text }) => size * text.length)) / Math.max(1, length),
  };
}

export const textOf = ({ pieces }: Pick<Line, "pieces">): string => pieces.map(({ text }) => text).join(" ");

/** Where it stands is decided by its middle. */
export function isIn({ x0, x1, y, size }: Piece, box: Box): boolean {
  const [x, middle] = [(x0 + x1) / 2, y - size * 0.35];
  return x > box.x0 && x < box.x1 && middle > box.y0 && middle < box.y1;
}

/** 第一章 总则 ……… 3: of a table of contents, which repeats what stands where it leads. */
export const isLead = (text: string): boolean =>
  /(?:\.{4,}|…{2,}|·{4,}|(?:\. ){4,})\s*[-—]?\s*[\divx]{1,4}\s*[-—]?$/iu.test(text);
