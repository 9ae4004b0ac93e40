/** What a look-up of figures gives to whoever tells it. */
import type { Bound, Dim } from "../query.ts";
import type { Judged } from "./amounts.ts";
import type { FigureRow } from "./relations.ts";
import type { About } from "./scope.ts";
import type { Want } from "./universe.ts";

export interface FigureRows extends About {
  kind: "figures";
  best: FigureRow;
  /** What another source says of it, where neither is taken. */
  sides: FigureRow[];
  /** Other rows of the same thing: another value, document or year. */
  others: FigureRow[];
  /** The dimensions in which nothing was held: the nearest was taken instead. Empty where it is what was asked. */
  relaxed: Dim[];
}

/** Only a draft has it; sources differ; the digits are right and the unit is not: 4800 万元 for 4800 亿元. */
export type Undecided = "draft" | "divided" | "slip" | undefined;

export interface FigureVerdictRows extends About, Judged {
  kind: "figure-verdict";
  row: FigureRow;
  /** Where several figures are claimed: those of the others. */
  besides: FigureRow[];
  others: FigureRow[];
  relaxed: Dim[];
  /** Why it is neither so nor not, where there is more to say than that nothing says so. */
  why: Undecided;
  /** Of several amounts those that were not judged, as they were said. */
  open: readonly Bound[];
  /** What was asked is far from what is held: 4000 万元 against 4000 亿元. */
  far: boolean;
}

export interface Entry {
  name: string;
  row: FigureRow;
}

export interface FigureListRows extends About {
  kind: "figure-list";
  want: Want;
  entries: Entry[];
  /** Near the bound: 约, 超过 do not tell on which side. */
  unsure: Entry[];
  counted: boolean;
  negated: boolean;
  /** Every one that has such a figure, largest first. */
  known: Entry[];
  total: number;
}

export interface FigureBestRows extends About {
  kind: "figure-best";
  want: Want;
  extreme: "max" | "min";
  entries: Entry[];
  total: number;
  /** Figures of one measure, year and status; otherwise they stand side by side. */
  comparable: boolean;
  /** In what they differ so that none may be called the largest. */
  unlike: FigureCompareRows["differ"];
  /** Year or status were not asked for: what is ranked is what most of them have. */
  assumed: boolean;
  /** How many of the first are asked for: 前三. */
  top: number;
  /** Which of them alone, the first being 1: 第三大. */
  nth: number;
  /** The candidate a yes/no question names. */
  claimed: string[] | undefined;
  negated: boolean;
}

export interface Side {
  name: string;
  row: FigureRow | undefined;
  others: FigureRow[];
  /** Where there is none of what is asked: the nearest. */
  near?: FigureRow | undefined;
}

export interface FigureCompareRows extends About {
  kind: "figure-compare";
  /** What the sides are: clusters, years, measures … */
  axis: Dim;
  sides: Side[];
  /** In what they differ, so that they may not be compared. */
  differ: ("measure" | "year" | "of" | "part" | "base" | "draft" | "doubt")[];
  direction: "max" | "min";
  /** A yes/no question: is the first larger. */
  claim: { of: "larger" | "same"; negated: boolean } | undefined;
  /** Which is larger is asked, not only what each is. */
  compared: boolean;
}

export interface ReachedRows extends About, Judged {
  kind: "reached";
  target: FigureRow;
  result: FigureRow | undefined;
  /** Other figures of the target's year or later that are near what it measures. */
  others: FigureRow[];
}

/** The target of the same measure and year in an older and a newer document. */
export interface RevisedRows extends About, Judged {
  kind: "revised";
  change: "raised" | "lowered" | "changed";
  first: FigureRow;
  last: FigureRow | undefined;
}

export type FigureAnswer =
  | FigureRows
  | FigureVerdictRows
  | FigureListRows
  | FigureBestRows
  | FigureCompareRows
  | ReachedRows
  | RevisedRows;
