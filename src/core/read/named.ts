/** What a piece of an answer names, and nothing of what it says: somebody picked it out to ask on from there. */
import { emptyHeard, type Heard, hasDim } from "./heard.ts";
import type { Reading } from "./read.ts";

/** @returns clusters, cities and classes; undefined where there are none. */
export function namedIn({ questions }: Reading): Heard | undefined {
  const found = questions.find((heard) => hasDim(heard, "cluster", "city", "class"));
  if (!found) return undefined;
  const filters = found.filters.filter(({ filter: { dim } }) => NAMES.includes(dim));
  return { ...emptyHeard(found.text, false), filters, byName: found.byName };
}

const NAMES: readonly string[] = ["cluster", "city", "class"];
