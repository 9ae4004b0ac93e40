/** From what the PDF library gives of a page to pieces of text. */
import * as z from "zod";
import type { Piece } from "./shapes.ts";

export type Matrix = readonly [number, number, number, number, number, number];

export const MatrixOf = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]);

/** A piece of text of the library; marks of content are none. */
const Item = z.object({
  str: z.string(),
  transform: MatrixOf,
  width: z.number(),
  height: z.number(),
});
const Items = z.array(z.union([Item, z.looseObject({ type: z.string() }).transform(() => undefined)]));

export const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
];

export const moved = (matrix: Matrix, x: number, y: number): [x: number, y: number] => [
  matrix[0] * x + matrix[2] * y + matrix[4],
  matrix[1] * x + matrix[3] * y + matrix[5],
];

/** @param view turns the page as it is read. Text that is not level there is a stamp or a watermark, and left out. */
export function piecesOf(items: unknown, view: Matrix): Piece[] {
  return Items.parse(items).flatMap((item): Piece[] => {
    if (item === undefined || item.str.trim() === "") return [];
    const at = times(view, item.transform);
    const isLevel = Math.abs(at[1]) <= 0.1 * Math.abs(at[0]) && at[0] > 0;
    const size = Math.hypot(at[2], at[3]);
    if (!isLevel || size === 0) return [];
    const scale = Math.hypot(view[0], view[1]);
    return [{ text: item.str, x0: at[4], x1: at[4] + item.width * scale, y: at[5], size }];
  });
}

/** Space between pieces of a line that is none: they belong together. In sizes of the text. */
const TIGHT = 0.2;
/** Beyond this something else begins: another column, another cell. */
export const WIDE = 1.4;

/** Pieces that follow one another without a gap become one. In the order of the page, which is that of reading. */
export function merged(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    const gap = last === undefined ? Infinity : piece.x0 - last.x1;
    const isBeside =
      last !== undefined && isLevelWith(last, piece) && gap > -piece.size && gap < WIDE * piece.size;
    if (!isBeside) whole.push(piece);
    else
      whole[whole.length - 1] = {
        ...last,
        text: last.text + spaceAt(gap, last, piece) + piece.text,
        x1: Math.max(last.x1, piece.x1),
      };
  }
  return whole.map((piece) => ({ ...piece, text: piece.text.trim() }));
}

export const isLevelWith = (a: Pick<Piece, "y" | "size">, b: Pick<Piece, "y" | "size">): boolean =>
  Math.abs(a.y - b.y) < 0.35 * Math.max(a.size, b.size);

const WIDE_CHARACTER = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/** Chinese that is spread to fill a line has gaps, and no spaces. */
function spaceAt(gap: number, { text: before, size }: Piece, { text: after }: Piece): string {
  if (gap < TIGHT * size || before.endsWith(" ") || after.startsWith(" ")) return "";
  const isChinese = WIDE_CHARACTER.test(before.at(-1) ?? "") || WIDE_CHARACTER.test(after.charAt(0));
  return isChinese && gap < size ? "" : " ";
}
