/** Operators of the vocabulary, each with what the dataset is without it. */
import type { Dataset } from "../../src/dataset/dataset.ts";
import type { Words } from "../../src/dataset/words.ts";

export interface Mutant {
  name: string;
  /** The surfaces that are dropped. */
  surfaces: readonly string[];
  dataset: Dataset;
}

/** Lists of words that act as one operator. */
const SINGLE = [
  "whole",
  "everything",
  "bothClasses",
  "policy",
  "yearly",
  "wholeYear",
  "followUps",
  "weakKey",
  "auxiliaries",
] as const;

/** Tables whose every key is an operator. */
const TABLES = ["ops", "relativeYears", "pronouns", "nouns", "layers", "tiers", "status", "classes"] as const;

export function operatorMutants(dataset: Dataset): Mutant[] {
  const { words } = dataset;
  const mutant = (name: string, surfaces: readonly string[], changed: Partial<Words>): Mutant => ({
    name,
    surfaces,
    dataset: { ...dataset, words: { ...words, ...changed } },
  });
  const singles = SINGLE.map((key) => mutant(key, words[key], { [key]: [] }));
  const keyed = TABLES.flatMap((table) =>
    Object.entries<string[] | undefined>(words[table]).map(([key, surfaces]) =>
      mutant(`${table}.${key}`, surfaces ?? [], { [table]: { ...words[table], [key]: [] } }),
    ),
  );
  const bounds = Object.entries(words.bounds).flatMap(([key, sides]) =>
    (["before", "after"] as const).map((side) =>
      mutant(`bounds.${key}.${side}`, sides[side], {
        bounds: { ...words.bounds, [key]: { ...sides, [side]: [] } },
      }),
    ),
  );
  return [...keyed, ...bounds, ...singles].filter((m) => m.surfaces.length > 0);
}
