/**
 * Sentences in the wording of published plans, notices and reports, made and judged by hand before anybody looked at the
 * patterns, and dealt out by lot: one half to mend by, one to measure with.
 */
import { readFileSync } from "node:fs";
import type { Later } from "./later.ts";

/** A sentence of a plan of one cluster, or of the document that `title` names. */
export type Worded = Later & { title?: string };

function read(name: string): Worded[] {
  const lines = readFileSync(new URL(name, import.meta.url), "utf8")
    .trim()
    .split("\n");
  return lines.map((line) => JSON.parse(line) as Worded);
}

export const SEEN_WORDING: readonly Worded[] = read("wording-seen.jsonl");
export const UNSEEN_WORDING: readonly Worded[] = read("wording-unseen.jsonl");
