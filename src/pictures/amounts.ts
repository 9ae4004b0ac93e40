/** The sums a picture sets against each other for a cluster, in which unit, and how far the latest is on the way to the target. */
import { compareAmount } from "../core/ask/amounts.ts";
import { figuresWhere, isFormal, isSound, SIZES } from "../core/ask/figures.ts";
import { type FigureRow, type Relations, sizeOf } from "../core/ask/relations.ts";
import type { Fact, Status } from "../dataset/schema.ts";
import type { Pen } from "./pen.ts";
import type { Bounded, Unit, Words } from "./words.ts";

/** One cluster: where it started, what was reached last, what is aimed at. Each may be missing. */
export interface Track {
  cluster: string;
  base: FigureRow | undefined;
  latest: FigureRow | undefined;
  target: FigureRow | undefined;
  /** What a draft aims at, where nothing formal does: told, never drawn, and no scale is made for it. */
  draft: FigureRow | undefined;
}

export const DRAWN = ["base", "latest", "target"] as const;

/** Figures of this cluster alone, of a whole year, in money, that nobody disputes: best first, as in the answers. */
function sumsOf(relations: Relations, cluster: string, status: Status): FigureRow[] {
  const rows = figuresWhere(relations, [
    { dim: "cluster", in: [cluster] },
    { dim: "status", in: [status] },
  ]);
  return rows.filter(
    (row) =>
      row.clusters.length === 1 &&
      row.amount?.base === "元" &&
      SIZES.includes(row.measure) &&
      row.figure.period === undefined &&
      isSound(row),
  );
}

/** Whether two are of the same thing: only then is one a share of the other. */
export const isAlike = (a: FigureRow, b: FigureRow): boolean =>
  a.measure === b.measure && a.figure.of === b.figure.of;

/** The formal target, and of results and starting points one of the same kind where there is one. */
export function trackOf(relations: Relations, cluster: string): Track {
  const formal = (status: Status): FigureRow[] => sumsOf(relations, cluster, status).filter(isFormal);
  const targets = formal("target");
  const results = formal("result");
  const target = targets.find((t) => results.some((r) => isAlike(r, t))) ?? targets[0];
  const like = (rows: readonly FigureRow[], other: FigureRow | undefined): FigureRow | undefined =>
    other && rows.find((row) => isAlike(row, other));
  const latest = like(results, target) ?? results[0];
  const bases = formal("base");
  const base = like(bases, target) ?? like(bases, latest) ?? bases[0];
  const draft = target ? undefined : sumsOf(relations, cluster, "target").find((row) => !isFormal(row));
  return { cluster, base, latest, target, draft };
}

export const drawnIn = (track: Track): FigureRow[] => DRAWN.flatMap((key) => track[key] ?? []);

/** Every fact a track tells of. */
export const factsIn = (track: Track): Fact[] =>
  [...drawnIn(track), ...(track.draft ? [track.draft] : [])].map((row) => row.fact);

/** In 元. */

/** The largest that is drawn. */
export const mostOf = (tracks: readonly Track[]): number =>
  Math.max(0, ...tracks.flatMap(drawnIn).map(sizeOf));

/** By what is aimed at, the largest first; without a target by what there is. */
export function sorted(tracks: readonly Track[]): Track[] {
  const key = ({ target, latest, base }: Track): number => {
    const row = target ?? latest ?? base;
    return row === undefined ? 0 : sizeOf(row);
  };
  return tracks.toSorted((a, b) => key(b) - key(a));
}

/** Not of the same kind as the target, or of a part where there is none: drawn hollow. */
export const isHollow = ({ target }: Track, row: FigureRow): boolean =>
  target === undefined ? row.figure.of !== undefined : !isAlike(row, target);

/** 11163.18 of 10000 → 111. Rounded down: nothing is said to be reached that is not. */
export function shareOf({
  latest,
  target,
}: Track): { percent: number; bound: Bounded; reached: boolean } | undefined {
  if (!latest || !target?.amount || !isAlike(latest, target)) return undefined;
  const percent = Math.floor((100 * sizeOf(latest)) / target.amount.value + 1e-9);
  const bounds = [latest.figure.bound, target.figure.bound];
  const bound = bounds.includes("about") ? "about" : latest.figure.bound === "over" ? "over" : "exact";
  const met = compareAmount(latest, { dim: "value", cmp: ">=", amount: target.amount, text: "" });
  return { percent, bound, reached: met === "yes" };
}

const TRILLION = 1e12;

/** One unit for everything a picture draws. */
export const unitFor = (words: Words, most: number): Unit =>
  most >= 2 * TRILLION ? words.moreMoney : words.money;

/** 4200, 0.84: in the unit, rounded to what it shows. */
export const inUnit = (row: FigureRow, { worth, places }: Unit): number =>
  Number((sizeOf(row) / worth).toFixed(places));

const BOUNDS = { over: ["over", "atLeast"], under: ["under", "upTo"], about: ["about", "about"] } as const;

/** 约 4200; a target over an amount is one of at least that. */
export function amountWords({ words }: Pen, row: FigureRow, unit: Unit): string {
  const { bound } = row.figure;
  const meant: Bounded = bound === undefined ? "exact" : BOUNDS[bound][row.status === "result" ? 0 : 1];
  return words.amount(words.number(inUnit(row, unit)), meant);
}

/** 营业收入：2019 年约 4200 → 2022 年 5728；2025 年目标 6000 以上: what the dots stand for, in words. @param hollow how a hollow one is told. */
export function trackWords(pen: Pen, track: Track, unit: Unit, hollow: string): string {
  const { words } = pen;
  const { base, latest, target, draft } = track;
  const lead = target ?? latest ?? base ?? draft;
  if (lead === undefined) return words.altUnsaid;
  const dated = [base, latest].flatMap((row) => {
    if (row === undefined) return [];
    const mark = isHollow(track, row) ? hollow : "";
    return [`${words.dated(String(row.figure.year), amountWords(pen, row, unit))}${mark}`];
  });
  const way = base && latest && isAlike(base, latest) ? [dated.join(" → ")] : dated;
  const aims = [
    ...(target ? [words.aim(yearOf(target), amountWords(pen, target, unit))] : []),
    ...(draft ? [words.draftAim(amountWords(pen, draft, unit))] : []),
  ];
  return words.told(words.measures[lead.measure], [...way, ...aims].join(words.semicolon));
}

/** The year all aim at is the heading's. */
const AIMED = 2025;
const yearOf = ({ figure }: FigureRow): string => (figure.year === AIMED ? "" : String(figure.year));

/** What must be known to use a figure. Who passed it on is not of that kind: the grade of the source tells it. */
export const caveatsOf = ({ lingo }: Pen, fact: Fact): string[] =>
  fact.note === undefined || /^(?:来源为|据)[^，；]*(?:行业|媒体|界网)[^，；]*$/.test(fact.note)
    ? []
    : [lingo.note(fact)];
