/** What stands on a page of a PDF: pieces of text and ruled lines. Points from the top left corner, y downwards. */

/** A run of text in one line and one size. */
export interface Piece {
  text: string;
  /** Left and right end, and the line it stands on. */
  x0: number;
  x1: number;
  y: number;
  size: number;
}

/** A ruled line of a table. */
export interface Rule {
  /** `across`: at height `at`, from left to right; `down`: at `at` from the left, from top to bottom. */
  way: "across" | "down";
  at: number;
  from: number;
  to: number;
}

export interface PageShapes {
  width: number;
  height: number;
  pieces: readonly Piece[];
  rules: readonly Rule[];
}

export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** Pieces in one line, from left to right. */
export interface Line {
  pieces: readonly Piece[];
  x0: number;
  x1: number;
  y: number;
  size: number;
}

export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

export const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
