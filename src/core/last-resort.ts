/** Where nothing answers a question: the fact that is told in most of its own words, as the nearest. */
import { closest } from "./ask/closest.ts";
import type { Relations } from "./ask/relations.ts";
import { type Draft, factSection, line } from "./compose.ts";
import type { Filter, Query } from "./query.ts";
import type { Heard } from "./read/heard.ts";
import { interpret } from "./read/interpret.ts";
import { isClaim } from "./read/mood.ts";
import { text } from "./say/say.ts";
import { tell } from "./tell/tell.ts";

/** What is looked for by its id, and says nothing by its letters. */
const BY_ID: ReadonlySet<Filter["dim"]> = new Set([
  "cluster",
  "city",
  "class",
  "document",
  "measure",
  "status",
]);

/** @returns undefined where it was answered, or is a claim, which the nearest neither confirms nor denies. */
export function lastResort(relations: Relations, heard: Heard, draft: Draft): Draft | undefined {
  const [query] = interpret(heard);
  if (draft.outcome !== "unknown" || !query || isRoleList(query) || isClaim(heard)) return undefined;
  const rows = closest(relations, query, withoutNames(heard));
  return rows && tell(relations.dataset, rows);
}

/** 清远有多少个产业园 → 有多少个产业园. */
function withoutNames({ text: words, filters }: Heard): string {
  const spans = filters.flatMap(({ filter, spans: own }) => (BY_ID.has(filter.dim) ? own : []));
  return [...words]
    .map((char, at) => (spans.some(({ start, end }) => at >= start && at < end) ? " " : char))
    .join("");
}

/** A list of roles that is empty is not made good by a sentence about something like it. */
export const isRoleList = ({ from, op }: Query): boolean =>
  from === "role" && (op === "list" || op === "count");

/** What answers another question, as the nearest. */
export const nearestTo = ({ title, blocks = [], ...rest }: Draft): Draft => ({
  ...rest,
  outcome: "clarify",
  title: line(text("statementNear", { missing: [], fact: title.facts[0] }), title.facts.slice(0, 1)),
  blocks: [...factSection(title.facts), ...blocks.filter((b) => b.kind !== "facts")],
});
