/** Tables from ruled lines: where lines meet is a table, and a cell is what no line divides. Pure. */
import type { Box, Rule } from "./shapes.ts";

/** Lines that miss one another by less are meant to meet. In points. */
const NEAR = 3;

/** A table as ruled: heights and places of its lines, and the cells between them. */
export interface Ruled extends Box {
  xs: readonly number[];
  ys: readonly number[];
  cells: readonly RuledCell[];
}

/** From column `x` and row `y` over so many. */
export interface RuledCell {
  x: number;
  y: number;
  across: number;
  down: number;
}

/** More lines than a table of a page has. */
const MOST_LINES = 400;

/** From the topmost down. */
export function tablesIn(rules: readonly Rule[]): Ruled[] {
  const whole = [...united(rules, "across"), ...united(rules, "down")];
  return groups(whole)
    .map(ruledOf)
    .filter((table) => table !== undefined)
    .toSorted((a, b) => a.y0 - b.y0);
}

/** Pieces of one line become that line. */
function united(rules: readonly Rule[], way: Rule["way"]): Rule[] {
  const sorted = rules.filter((rule) => rule.way === way).toSorted((a, b) => a.at - b.at);
  const lines: Rule[][] = [];
  for (const rule of sorted) {
    const last = lines.at(-1);
    if (last?.[0] !== undefined && rule.at - last[0].at < NEAR) last.push(rule);
    else lines.push([rule]);
  }
  return lines.flatMap(merged);
}

function merged(rules: readonly Rule[]): Rule[] {
  const made: Rule[] = [];
  for (const rule of rules.toSorted((a, b) => a.from - b.from)) {
    const last = made.at(-1);
    if (last !== undefined && rule.from <= last.to + NEAR) last.to = Math.max(last.to, rule.to);
    else made.push({ ...rule, at: rules[0]?.at ?? rule.at });
  }
  return made;
}

/** Lines that meet, directly or over others. */
function groups(rules: readonly Rule[]): Rule[][] {
  const left = new Set(rules);
  const made: Rule[][] = [];
  for (const first of rules) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const one of group)
      for (const other of left)
        if (meet(one, other)) {
          left.delete(other);
          group.push(other);
        }
    made.push(group);
  }
  return made;
}

const meet = (a: Rule, b: Rule): boolean => a.way !== b.way && within(a.at, b) && within(b.at, a);

const within = (at: number, { from, to }: Rule): boolean => at > from - NEAR && at < to + NEAR;

function ruledOf(rules: readonly Rule[]): Ruled | undefined {
  const [across, down] = [
    rules.filter(({ way }) => way === "across"),
    rules.filter(({ way }) => way === "down"),
  ];
  const [xs, ys] = [places(down), places(across)];
  // Two columns at least, and a frame is no table.
  if (xs.length < 3 || ys.length < 2 || xs.length + ys.length > MOST_LINES) return undefined;
  const [x0 = 0, x1 = 0, y0 = 0, y1 = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  return { x0, x1, y0, y1, xs, ys, cells: cellsOf(xs, ys, across, down) };
}

/** Where lines lie, each place once. */
function places(rules: readonly Rule[]): number[] {
  const all = rules.map(({ at }) => at).toSorted((a, b) => a - b);
  return all.filter((at, i) => at - (all[i - 1] ?? -Infinity) >= NEAR);
}

function cellsOf(
  xs: readonly number[],
  ys: readonly number[],
  across: readonly Rule[],
  down: readonly Rule[],
): RuledCell[] {
  const isRuled = (rules: readonly Rule[], at: number, from: number, to: number): boolean =>
    rules.some((rule) => Math.abs(rule.at - at) < NEAR && rule.from < from + NEAR && rule.to > to - NEAR);
  const middle = (list: readonly number[], i: number): [number, number] => [list[i] ?? 0, list[i + 1] ?? 0];
  const isRightOpen = (x: number, y: number): boolean => !isRuled(down, xs[x + 1] ?? 0, ...middle(ys, y));
  const isBelowOpen = (x: number, y: number): boolean => !isRuled(across, ys[y + 1] ?? 0, ...middle(xs, x));
  const taken = new Set<string>();
  const cells: RuledCell[] = [];
  for (let y = 0; y < ys.length - 1; y += 1)
    for (let x = 0; x < xs.length - 1; x += 1) {
      if (taken.has(`${x} ${y}`)) continue;
      let [right, below] = [x, y];
      while (right < xs.length - 2 && isRightOpen(right, y) && !taken.has(`${right + 1} ${y}`)) right += 1;
      while (below < ys.length - 2 && isBelowOpen(x, below)) below += 1;
      for (let i = x; i <= right; i += 1) for (let j = y; j <= below; j += 1) taken.add(`${i} ${j}`);
      cells.push({ x, y, across: right - x + 1, down: below - y + 1 });
    }
  return cells;
}
