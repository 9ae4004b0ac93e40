/** What a sentence of the corpus says, as whoever made it knows. */
import type { Act, Measure, Status, Tier } from "../../../../src/dataset/schema.ts";

/** Any of several ways to name the same; null: not named at all. */
export type Wording = string | readonly (string | null)[];

export interface RoleTruth {
  kind: "role";
  clusters: readonly string[];
  cities: readonly string[];
  tier: Tier;
  part?: Wording;
  open?: true;
  total?: number;
  /** Words that the proposed sentence must hold: what a task is. */
  says?: string;
}

export interface FigureTruth {
  kind: "figure";
  clusters: readonly string[];
  cities: readonly string[];
  measure: Measure;
  status: Status;
  value?: number;
  unit?: string;
  words?: string;
  year: number;
  bound?: "over" | "under" | "about";
  of?: Wording;
}

export type OtherTruth =
  | { kind: "date"; act: Act; date: string }
  | { kind: "number"; number: string }
  | { kind: "period"; from: number; to: number }
  | { kind: "issuer"; says: string };

export type Truth = RoleTruth | FigureTruth | OtherTruth;
