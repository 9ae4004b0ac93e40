/** Figures side by side: which is larger, and by how much; only like is compared with like. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Verdict } from "../ask/amounts.ts";
import { type FigureRow, sizeOf } from "../ask/relations.ts";
import type { Entry, FigureCompareRows } from "../ask/rows.ts";
import { type Draft, factSection, line, note } from "../compose.ts";
import { text } from "../say/say.ts";
import type { Text } from "../say/say.ts";
import { about } from "./figures.ts";

const MOST_OTHERS = 2;

/** First lines that leave out what both figures measure, which the next line says. */
const BY_ONE: ReadonlySet<Text["key"]> = new Set(["larger", "gapBetween", "gapToTarget"]);

export function tellFigureCompare(dataset: Dataset, rows: FigureCompareRows): Draft {
  const { sides, differ, claim, scope } = rows;
  const known = sides.flatMap(({ name, row }) => (row ? [{ name, row }] : []));
  const facts = [...known.map((k) => k.row.fact), ...sides.flatMap((s) => s.near?.fact ?? [])];
  const others = sides.flatMap((s) => s.others.slice(0, MOST_OTHERS).map((r) => r.fact));
  const title = titleOf(rows, known);
  const mixed = rows.compared && known.length > 1 && differ.length > 0;
  return {
    outcome: known.length > 0 ? "answer" : "unknown",
    ...(claim && { verdict: larger(rows, known) }),
    title: line(title, facts),
    blocks: [
      ...(known[0] && BY_ONE.has(title.key) ? [note(text("comparedBy", known[0].row))] : []),
      ...factSection([...facts, ...others]),
      ...(mixed && title.key !== "apart" ? [note(text("notComparable", differ))] : []),
    ],
    ...about(dataset, scope, known[0]?.row),
    clusters: scope.clusters,
    cities: scope.cities,
  };
}

/** Whether the first is larger (or smaller) than the second, of the claim as it was made. */
function larger({ claim, direction, differ }: FigureCompareRows, known: readonly Entry[]): Verdict {
  const [first, second] = known;
  if (!first || !second || differ.length > 0) return "unsaid";
  const apart = sizeOf(first.row) - sizeOf(second.row);
  const holds = claim?.of === "same" ? apart === 0 : direction === "max" ? apart > 0 : apart < 0;
  return holds === !claim?.negated ? "yes" : "no";
}

function titleOf(rows: FigureCompareRows, known: readonly Entry[]): Text {
  const { sides, claim, direction, differ } = rows;
  const [first, second] = known;
  if (claim && known.length === 2)
    return text("largerVerdict", { verdict: larger(rows, known), negated: claim.negated, sides: known });
  const whole = rows.compared && known.length === sides.length && differ.length === 0;
  if (differ.length > 0 && rows.compared && known.length > 1) return text("apart", { sides: known, differ });
  if (!whole || !first || !second) return text("sideBySide", { axis: rows.axis, sides });
  const planned = toTarget(known.map((k) => k.row));
  if (planned) return planned;
  if (first.row.figure.year !== second.row.figure.year) return overYears(known.map((k) => k.row));
  const [top = first, ...rest] = known.toSorted(
    (a, b) => (sizeOf(b.row) - sizeOf(a.row)) * (direction === "max" ? 1 : -1),
  );
  return text("larger", { top, rest, direction, asked: rows.scope.measures.length > 0 });
}

/** From the earlier to the later of the first and the last. */
function overYears(rows: readonly FigureRow[]): Text {
  const [from, to] = [...rows.slice(0, 1), ...rows.slice(-1)].toSorted(
    (a, b) => a.figure.year - b.figure.year,
  );
  if (!from || !to) throw new Error("a gap needs two figures");
  return text("gapBetween", { from, to });
}

/** Where one is a target and another is not: how far the result is from it. */
function toTarget(rows: readonly FigureRow[]): Text | undefined {
  const target = rows.find((r) => r.status === "target");
  const result = rows.find((r) => r.status !== "target");
  return target && result && text("gapToTarget", { target, result });
}
