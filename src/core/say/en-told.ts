/** A figure in one breath, in English: whose, of when, what, how much. */
import { type Measure, WHOLE } from "../../dataset/schema.ts";
import type { FigureRow } from "../ask/relations.ts";
import { amountOf } from "./en-amounts.ts";
import { EN_NAMES } from "./en-names.ts";
import { groupOf } from "./en-scope.ts";
import { untimed } from "./figure.ts";
import { names, when } from "./en-words.ts";
import type { Lingo } from "./lingo.ts";

const STATUSES: Readonly<Record<FigureRow["status"], string>> = {
  base: " (starting figure)",
  target: " target",
  result: "",
  threshold: " threshold",
};

/** revenue target: without its year. */
export const kindOf = ({ measure, status }: FigureRow): string =>
  `${EN_NAMES.measures[measure]}${STATUSES[status]}`;

/** A draft's is never told without being called so. 2025 revenue target; output in the first half of 2024 (new energy vehicles). */
export const measureOf = (row: FigureRow, lingo: Lingo): string => phrase(row, kindOf(row), lingo);

function phrase({ figure, giver }: FigureRow, kind: string, lingo: Lingo): string {
  const { period, of, year } = figure;
  const name = period === undefined ? "" : EN_NAMES.periods[period];
  const thing = of === undefined ? "" : period === undefined ? lingo.name(of) : untimed(lingo.name(of), name);
  const said = [thing || [], giver === "draft" ? "draft for comments" : []].flat();
  const part = name.startsWith("January") ? `${name} ${year}` : `the ${name} of ${year}`;
  const whole = period === undefined ? `${year}${when(kind !== "", ` ${kind}`)}` : `${kind} in ${part}`;
  return `${whole.trim()}${when(said.length > 0, ` (${said.join(", ")})`)}`;
}

/** Their unit says what they count. */
const COUNTS: ReadonlySet<Measure> = new Set(["enterprises", "patents", "mentions"]);

/** 2025 revenue target of RMB 400 billion or more; 2023: 45,000 enterprises. */
export function told(row: FigureRow, lingo: Lingo): string {
  const counts = COUNTS.has(row.measure);
  const status = row.status === "base" ? "" : STATUSES[row.status];
  const what = phrase(row, `${when(!counts, EN_NAMES.measures[row.measure])}${status}`.trim(), lingo);
  const joins =
    !counts &&
    row.measure !== "count" &&
    row.figure.of === undefined &&
    row.giver !== "draft" &&
    row.amount !== undefined;
  const start = when(row.status === "base", STATUSES.base);
  return `${what}${joins ? " of" : ":"} ${amountOf(row, lingo)}${start}`;
}

/** Whose figure it is: cluster, city, class, or the whole province. */
function ownerOf(row: FigureRow, lingo: Lingo): string {
  const city = row.cities.length > 3 ? "" : names(row.cities, lingo);
  const cluster = row.clusters.length > 3 ? "" : names(row.clusters, lingo);
  const group = row.group === undefined || row.group === WHOLE ? "" : groupOf(row.group, lingo);
  return [city, cluster || group].filter(Boolean).join(", ");
}

/** The same, after whose it is. */
export const owned = (row: FigureRow, lingo: Lingo): string =>
  [ownerOf(row, lingo), told(row, lingo)].filter(Boolean).join(", ");

/** 2019; the first half of 2021. */
export function timeOf({ figure: { year, period } }: FigureRow): string {
  if (period === undefined) return String(year);
  const name = EN_NAMES.periods[period];
  return name.startsWith("January") ? `${name} ${year}` : `the ${name} of ${year}`;
}

/** RMB 1.1875 trillion in 2019; a target of RMB 2 trillion for 2025. */
export const dated = (row: FigureRow, lingo: Lingo): string =>
  row.status === "target"
    ? `a target of ${amountOf(row, lingo)} for ${timeOf(row)}`
    : `${amountOf(row, lingo)} in ${timeOf(row)}`;
