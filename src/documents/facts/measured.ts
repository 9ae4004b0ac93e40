/** A figure as a sentence says it: what is measured, how much, whose. */
import type { Extraction } from "../../dataset/extraction.ts";
import type { Measure } from "../../dataset/schema.ts";
import type { Amount, Bound } from "./amounts.ts";
import type { Subject } from "./subject.ts";

export interface Measured {
  measure: Measure;
  value?: number;
  unit?: string;
  words?: string;
  bound?: Bound;
  of?: string;
  cities: readonly string[];
  clusters: readonly string[];
  doubts: readonly string[];
  /** A growth of which it is not said over which years. */
  yearly?: true;
  /** Its measure is that of what stands before it. */
  again?: true;
  /** A growth year by year, up to one. */
  through?: true;
  /** Its year, where it is not the last that is named before it. */
  year?: number;
  /** Where in the sentence. */
  at: number;
}

/** A measure with its subject. */
export interface Head extends Subject {
  measure: Measure;
  /** As the sentence words it. */
  word: string;
}

export type Owner = Pick<Measured, "cities" | "clusters" | "doubts">;

export const ownerOf = ({ cities, clusters, doubts }: Subject): Owner => ({ cities, clusters, doubts });

/** One value, or the two ends of a range. */
export interface Value extends Partial<Pick<Amount, "value" | "unit" | "bound" | "words">> {
  end?: string;
}

export const valueOf = ({ value, unit, bound, words }: Amount): Value => ({
  ...(words === undefined ? { value, unit } : { words }),
  ...(bound !== undefined && { bound }),
});

/** 4000—5000 亿元 are two figures. */
export const valuesOf = (amount: Amount, { low, high }: Extraction["figures"]): Value[] =>
  amount.high === undefined
    ? [valueOf(amount)]
    : [
        { value: amount.value, unit: amount.unit, bound: "over", end: low },
        { value: amount.high, unit: amount.unit, bound: "under", end: high },
      ];

export function measured(
  measure: Measure,
  of: string | undefined,
  owner: Owner,
  { end, ...value }: Value,
  at: number,
): Measured {
  const what = [of, end].filter((part) => part !== undefined).join("，");
  return { measure, ...value, ...(what !== "" && { of: what }), ...owner, at };
}
