/** What a look-up gives to whoever tells it: rows, never the query. A closed union; `tell` switches over it. */
import type { Conflict } from "../../dataset/documents.ts";
import type { City, ClusterClass, Fact } from "../../dataset/schema.ts";
import type { Attribute, Quantifier, Query, Tally } from "../query.ts";
import type { Judged, Verdict } from "./amounts.ts";
import type { AreaRows, AreasRows, AreaVerdictRows } from "./area-rows.ts";
import type { FigureAnswer } from "./figure-rows.ts";
import type { FigureRow, RoleRow } from "./relations.ts";
import { type About, scopeOf } from "./scope.ts";
import type { Want } from "./universe.ts";

export type * from "./area-rows.ts";
export type * from "./figure-rows.ts";
export type { Scope } from "./scope.ts";

/** The cities of a cluster, the clusters of a city: those of which it holds, or of which it does not. */
export interface MembersRows extends About {
  kind: "members";
  want: Want;
  names: string[];
  rows: RoleRow[];
  /** The names are those the documents do not name for it. */
  complement: boolean;
  /** Only roles in an industry beside the cluster are held. */
  partial: boolean;
  /** A list it comes from ends in 等. */
  open: boolean;
  counted: boolean;
  expected: number | undefined;
  /** Where nobody is named for it: what else the documents say. */
  near: RoleRow[];
  /** What the province gave others in an industry beside the cluster only. */
  inParts: RoleRow[];
  others: RoleRow[];
  /** The documents' own counts, where clusters of a city are listed. */
  counts: FigureRow[];
  /** How many there are by a document that does not say which; where some are listed, of more than those. */
  stated: FigureRow[];
}

export interface CellRows extends About {
  kind: "cell";
  cluster: string;
  city: string;
  rows: RoleRow[];
  /** Where the province gave nothing of what is asked: what it gave the city there otherwise. */
  wider: RoleRow[];
  regional: Fact[];
  besides: Fact[];
}

export interface Pair {
  cluster: string;
  city: string;
  verdict: Verdict;
  /** The rows that say so. */
  rows: RoleRow[];
  /** What the province otherwise gave the city there. */
  own: RoleRow[];
}

export interface Holders {
  of: Want;
  names: string[];
  rows: RoleRow[];
  open: boolean;
  /** Of whom the sources disagree whether they are. */
  disputed: string[];
}

export interface VerdictRows extends About, Judged {
  kind: "role-verdict";
  quantifier: Quantifier | undefined;
  pairs: Pair[];
  /** Who does have it. */
  holders: Holders;
  /** Who has it in an industry beside the cluster only. */
  inParts: RoleRow[];
  /** Nobody is named for it, and yet a document says how many there are. */
  stated: FigureRow[];
  /** How many are claimed. */
  tally: Tally | undefined;
  /** The claim is that the holders lie in this set, or outside of it. */
  inside: { name: string; not: boolean } | undefined;
}

export interface CompareRows extends About {
  kind: "compare";
  of: Want;
  names: string[];
  rows: RoleRow[];
  /** Where the province gave none of them a role: what they, and reports, say themselves. */
  others: RoleRow[];
  figures: FigureRow[];
}

export interface RankingRows extends About {
  kind: "ranking";
  want: Want;
  extreme: "max" | "min";
  entries: {
    name: string;
    count: number;
    /** How many there may be, where documents give other numbers than they list. */
    least: number;
    most: number;
    rows: RoleRow[];
    open: boolean;
  }[];
  /** How many of them are wanted. */
  top: number;
  /** How many each has is asked, and not who has most. */
  each: boolean;
  /** Those that follow the ones left out, and not all others. */
  behind: boolean;
  /** These were named to be compared: they stand in the order they were named. */
  compared: boolean;
  /** Only those with so many are in it. */
  tally: Tally | undefined;
  /** Not counted: roles in an industry beside the cluster. */
  inParts: RoleRow[];
  /** Numbers that documents give without saying which they are: what is listed is then not all. */
  stated: FigureRow[];
  /** Because of them it is not known who has more. */
  incomplete: boolean;
  verdict: Judged | undefined;
}

export interface OverviewRows {
  kind: "overview";
  of: Want;
  id: string;
  roles: RoleRow[];
  figures: FigureRow[];
  facts: Fact[];
  /** Of how many clusters the city is core by a document that does not say which. */
  stated: FigureRow[];
}

export interface ClassRows {
  kind: "classes";
  groups: { class: ClusterClass; clusters: string[]; facts: Fact[] }[];
  /** The lists themselves, where nothing of them is left. */
  lists: Fact[];
  /** What the clusters are not, or must not be. */
  not?: string | undefined;
  /** Those that were named one by one, and the class some of them are, or are not, of. */
  among?: { named: string[]; class: ClusterClass; not: boolean } | undefined;
  counted: boolean;
  contains?: string | undefined;
  place?: number | undefined;
}

export interface ClassVerdictRows extends About, Judged {
  kind: "class-verdict";
  subject: string;
  /** The class of a cluster that was asked about; undefined where the subject is none of the 20. */
  cluster: string | undefined;
  /** A part filed under a cluster by us. */
  part: string | undefined;
  own: ClusterClass[];
  claimed: ClusterClass | "whole";
  /** 20 个之一 was said, or nothing was claimed and its class is wanted. */
  claimedWhole: boolean;
  facts: Fact[];
  expected: number | undefined;
}

export interface ReferenceRows {
  kind: "reference";
  attribute: Attribute;
  cities: City[];
  facts: Fact[];
  /** Of a code that is claimed. */
  verdict: Judged | undefined;
}

export interface CitiesRows {
  kind: "cities";
  name: string;
  not: boolean;
  cities: string[];
  facts: Fact[];
  counted: boolean;
  verdict: (Judged & { city: string; region: string }) | undefined;
}

export interface StatementRows extends About {
  kind: "statements";
  facts: Fact[];
  /** Every constraint stands in the first fact; otherwise these are the nearest. */
  exact: boolean;
  /** Words that stand in none of them. */
  missing: string[];
  verdict: Judged | undefined;
}

/** Documents by their numbers. */
export interface NumbersRows {
  kind: "document-numbers";
  facts: Fact[];
}

export interface SeriesRows extends About {
  kind: "series";
  /** Which they are is asked, not how many. */
  listed: boolean;
  /** Which they were in a year. */
  named: boolean;
  expected: number | undefined;
  counts: FigureRow[];
  members: Fact[];
  verdict: Judged | undefined;
  place: number | undefined;
}

export interface ConflictRows {
  kind: "conflicts";
  conflict: Conflict | undefined;
  facts: Fact[];
  all: Conflict[];
  /** The question names a figure in doubt; `verdict` where it asks whether that is so. */
  disputed: { verdict: boolean } | undefined;
}

/** Nothing is held, and nothing near. */
export interface NoRows extends About {
  kind: "none";
  verdict: boolean;
}

export const nothing = (query: Query): NoRows => ({
  kind: "none",
  scope: scopeOf(query),
  verdict: query.op === "verify",
});

export type Rows =
  | FigureAnswer
  | MembersRows
  | CellRows
  | VerdictRows
  | CompareRows
  | RankingRows
  | OverviewRows
  | ClassRows
  | ClassVerdictRows
  | ReferenceRows
  | CitiesRows
  | AreaRows
  | AreasRows
  | AreaVerdictRows
  | StatementRows
  | NumbersRows
  | SeriesRows
  | ConflictRows
  | NoRows;
