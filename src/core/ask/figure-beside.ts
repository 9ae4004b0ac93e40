/** What belongs beside a figure: the dispute it stands in for, and the other rows of the same thing. */
import { named, type Query } from "../query.ts";
import type { FigureRow, Relations } from "./relations.ts";

/** A criterion beside a figure in doubt: it is the figure that was asked for. */
export const inDoubt = (
  { where }: Query,
  first: FigureRow,
  rows: readonly FigureRow[],
): FigureRow | undefined =>
  first.status === "threshold" && named(where, "status").length === 0
    ? rows.find((r) => r.fact.disputed)
    : undefined;

/** The other sides of a conflict first, then the other rows; a fact that says the same is left out. */
export function related({ figures }: Relations, first: FigureRow, rest: readonly FigureRow[]): FigureRow[] {
  const { id, conflict, agrees = [] } = first.fact;
  const sides = figures.filter(
    (r) =>
      conflict !== undefined &&
      r.fact.conflict === conflict &&
      (r.measure === first.measure || r.status === first.status),
  );
  const others = [...sides, ...rest].filter((r) => r.fact.id !== id && !agrees.includes(r.fact.id));
  return [...new Map(others.map((r) => [r.fact.id, r])).values()];
}
