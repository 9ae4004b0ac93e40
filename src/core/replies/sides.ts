/** Figures side by side: cities, years, classes, target and result. */
import type { Dataset } from "../../dataset/dataset.ts";
import { claim, type Draft, type DraftBlock } from "../compose.ts";
import { comparable, MEASURE_NAMES, STATUS_NAMES } from "../facts.ts";
import { findFigures, type Found } from "../figures.ts";
import { type Frame, has } from "../frame.ts";
import { nextFigures } from "./next.ts";

// Side by side --------------------------------------------------------------------------------------------------

interface Axis {
  names: string[];
  frames: Frame[];
}

/** What a question lays side by side: cities, years, or target and result. */
function axisOf(frame: Frame): Axis | undefined {
  const { cities, years, statuses, scopes, set } = frame;
  const classes = scopes.filter((s) => s !== "全部");
  if (classes.length > 1)
    return { names: classes.map((s) => `${s}集群`), frames: classes.map((s) => ({ ...frame, scopes: [s] })) };
  if (cities.length > 1 && set === undefined)
    return { names: cities, frames: cities.map((c) => ({ ...frame, cities: [c], named: [c] })) };
  if (years.length > 1)
    return {
      names: years.map((y) => `${y} 年`),
      frames: years.map((y) => ({ ...frame, years: [y], statuses: [] })),
    };
  if (statuses.length > 1)
    return {
      names: statuses.map((s) => STATUS_NAMES[s]),
      frames: statuses.map((s) => ({ ...frame, statuses: [s] })),
    };
  return undefined;
}

/** One fact a side; sides without one are named. */
export function spread(dataset: Dataset, frame: Frame): Draft | undefined {
  const axis = axisOf(frame);
  if (!axis || (has(frame, "yesno") && frame.amounts.length > 0)) return undefined;
  const sides = axis.frames.map((f) => findFigures(dataset, f).find((found) => !found.fact.disputed));
  const facts = [...new Set(sides.flatMap((s) => (s ? [s.fact] : [])))];
  const [first, ...rest] = facts;
  if (!first) return undefined;
  const missing = axis.names.filter((_, i) => sides[i] === undefined);
  const top = highest(axis.names, sides);
  const blocks: DraftBlock[] = [
    { kind: "facts", items: (top ? facts : rest).map(claim) },
    ...(missing.length > 0
      ? [{ kind: "note" as const, text: `文件没有写${missing.join("、")}的这一数字。` }]
      : []),
  ];
  return {
    outcome: "answer",
    title: top ? { text: `${top}。`, facts } : { text: `${first.text}。`, facts: [first] },
    blocks: blocks.filter((b) => b.kind !== "facts" || b.items.length > 0),
    clusters: frame.clusters,
    cities: frame.cities,
    next: nextFigures(frame),
  };
}

/** Compared only where one document gives the same measure, unit and year for every side. */
function highest(names: readonly string[], sides: readonly (Found | undefined)[]): string | undefined {
  const known = sides.flatMap((side) => side ?? []);
  const [first] = known;
  if (!first || known.length < sides.length || known.length < 2) return undefined;
  const alike = known.every(
    ({ fact, figure }) =>
      fact.document === first.fact.document &&
      figure.measure === first.figure.measure &&
      figure.year === first.figure.year &&
      figure.status === first.figure.status &&
      figure.value !== undefined &&
      (figure.of ?? "").replace(/.*，/, "") === (first.figure.of ?? "").replace(/.*，/, ""),
  );
  if (!alike) return undefined;
  const values = known.map(({ figure }) => comparable(figure.value ?? 0, figure.unit ?? "").value);
  const best = values.indexOf(Math.max(...values));
  const equal = values.every((v) => v === values[0]);
  return equal
    ? `${names.join("、")}的${MEASURE_NAMES[first.figure.measure]}相同`
    : `${names.join("、")}相比，${names[best] ?? ""}的${MEASURE_NAMES[first.figure.measure]}最高（同一出处、同一年）`;
}
