/** What a rule did not use and the answer still holds: a fact that says 最多 itself, a reason that no document gives. */
import type { Dataset } from "../dataset/dataset.ts";
import type { Fact } from "../dataset/schema.ts";
import type { OpWord } from "../dataset/word-kinds.ts";
import type { Rows } from "./ask/rows.ts";
import type { Query } from "./query.ts";
import { type Flag, has, type Heard } from "./read/heard.ts";

/** Operators a sentence can say in so many words. */
const SAYABLE = ["max", "min", "rank", "ratio", "nation"] as const satisfies readonly OpWord[];

/** One character stands in too many words to say anything. */
const isTelling = (surface: string): boolean => surface.length > 1;

/** 各市最多, 并列第一: the fact says it itself, in the very words or in others for the same. */
function says({ words, places }: Dataset, { text }: Fact, op: (typeof SAYABLE)[number]): boolean {
  // 与山东并列第一: held against another province it is of the country.
  if (op === "nation" && places.elsewhere.some(({ names }) => names.some((name) => text.includes(name))))
    return true;
  const surfaces = op === "rank" ? words.standings : (words.ops[op] ?? []).filter(isTelling);
  return surfaces.some((surface) => text.includes(surface));
}

/** @returns the words of the question that the answer rests on nothing of. */
export function unheeded(dataset: Dataset, heard: Heard, { unused }: Query, rows: Rows): readonly string[] {
  const [fact] = rows.kind === "statements" && rows.exact && !rows.verdict ? rows.facts : [];
  const heeded = SAYABLE.filter((op) => fact !== undefined && says(dataset, fact, op));
  return without(heard, unused, [...heeded, ...(isUnreasoned(heard, rows) ? ["why" as const] : [])]);
}

/** 为什么: what is looked up holds no reasons, which is said instead. */
export const isUnreasoned = (heard: Heard, { kind }: Rows): boolean =>
  has(heard, "why") && kind !== "statements" && kind !== "conflicts" && kind !== "none";

function without(heard: Heard, unused: readonly string[], flags: readonly Flag[]): readonly string[] {
  const said = new Set(flags.flatMap((flag) => heard.flags.get(flag)?.map(({ text }) => text) ?? []));
  return unused.filter((word) => !said.has(word));
}
