/** The ruled lines of a page, from the operations that draw it. */
import * as z from "zod";
import { type Matrix, MatrixOf, moved, times } from "./pieces.ts";
import type { Rule } from "./shapes.ts";

/** Numbers of operations, as the library names them. */
export interface Operations {
  save: number;
  restore: number;
  transform: number;
  paintFormXObjectBegin: number;
  paintFormXObjectEnd: number;
  constructPath: number;
  endPath: number;
}

/** How the library writes a path: what is drawn, then to where. */
const DRAW = { move: 0, line: 1, curve: 2, quadratic: 3, close: 4 } as const;

/** Thicker is an area, shorter a mark. In points. */
const THICKEST = 2.5;
const SHORTEST = 4;
/** A page of drawings, not of text. */
const MOST_RULES = 20_000;

const Path = z.tuple([z.number(), z.tuple([z.instanceof(Float32Array).nullable()])]).rest(z.unknown());

/** @param view turns the page as it is read. */
export function rulesOf(
  { fnArray, argsArray }: { fnArray: readonly number[]; argsArray: readonly unknown[] },
  operations: Operations,
  view: Matrix,
): Rule[] {
  const rules: Rule[] = [];
  const saved: Matrix[] = [];
  let now: Matrix = view;
  const turned = (args: unknown): void => {
    const matrix = MatrixOf.safeParse(args);
    if (matrix.success) now = times(now, matrix.data);
  };
  fnArray.forEach((operation, i) => {
    const args = argsArray[i];
    if (operation === operations.save) saved.push(now);
    else if (operation === operations.restore || operation === operations.paintFormXObjectEnd)
      now = saved.pop() ?? view;
    else if (operation === operations.transform) turned(args);
    else if (operation === operations.paintFormXObjectBegin) {
      saved.push(now);
      if (Array.isArray(args)) turned(args[0]);
    } else if (operation === operations.constructPath && rules.length < MOST_RULES)
      rules.push(...drawn(args, operations, now));
  });
  return rules;
}

/** A path that is only used to cut off draws nothing. */
function drawn(args: unknown, { endPath }: Operations, matrix: Matrix): Rule[] {
  const path = Path.safeParse(args);
  if (!path.success || path.data[0] === endPath) return [];
  return outlines(path.data[1][0] ?? new Float32Array()).flatMap((points) =>
    edges(points.map(([x, y]) => moved(matrix, x, y))),
  );
}

type Point = readonly [x: number, y: number];

/** The corners of each outline; those with curves are no table. */
function outlines(data: Float32Array): Point[][] {
  const found: Point[][] = [];
  for (let i = 0; i < data.length;) {
    const draw = data[i];
    const at: Point = [data[i + 1] ?? 0, data[i + 2] ?? 0];
    if (draw === DRAW.move) found.push([at]);
    else if (draw === DRAW.line) found.at(-1)?.push(at);
    else if (draw === DRAW.close) closed(found.at(-1));
    else if (draw === DRAW.curve || draw === DRAW.quadratic) found.pop();
    else return found;
    i += draw === DRAW.close ? 1 : draw === DRAW.curve ? 7 : draw === DRAW.quadratic ? 5 : 3;
  }
  return found;
}

function closed(outline: Point[] | undefined): void {
  const [first] = outline ?? [];
  if (first !== undefined) outline?.push(first);
}

/** A thin rectangle is one line, whatever it is drawn with; of any other each level or upright side. */
function edges(points: readonly Point[]): Rule[] {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (points.length > 2 && (x1 - x0 < THICKEST || y1 - y0 < THICKEST))
    return ruled([x0, (y0 + y1) / 2], [x1, (y0 + y1) / 2], [x0, y0], [x1, y1]);
  return points.slice(1).flatMap((to, i) => side(points[i] ?? to, to));
}

/** Of a thin rectangle from corner to corner. */
function ruled(left: Point, right: Point, [x0, y0]: Point, [x1, y1]: Point): Rule[] {
  return x1 - x0 >= y1 - y0 ? side(left, right) : side([(x0 + x1) / 2, y0], [(x0 + x1) / 2, y1]);
}

function side([x0, y0]: Point, [x1, y1]: Point): Rule[] {
  const [wide, high] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
  if (wide >= SHORTEST && high < 1)
    return [{ way: "across", at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) }];
  if (high >= SHORTEST && wide < 1)
    return [{ way: "down", at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) }];
  return [];
}
