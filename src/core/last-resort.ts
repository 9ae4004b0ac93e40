/** Where nothing answers a question: the fact that is told in most of its own words, as the nearest. */
import { closest } from "./ask/closest.ts";
import type { Relations } from "./ask/relations.ts";
import type { Search } from "./ask/search.ts";
import { select } from "./ask/select.ts";
import type { Draft } from "./compose.ts";
import { limited } from "./limited.ts";
import type { Filter, Query } from "./query.ts";
import type { Heard } from "./read/heard.ts";
import { interpret } from "./read/interpret.ts";
import { isClaim } from "./read/mood.ts";
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

/** 2025 年 3 月有几个万亿级集群: where nothing is told of the month, what is told of the series, which says so. */
export function secondBest(
  relations: Relations,
  search: Search,
  heard: Heard,
  draft: Draft,
): Draft | undefined {
  const [first, ...others] = interpret(heard);
  if (draft.outcome !== "unknown" || first?.from !== "statement" || isClaim(heard)) return undefined;
  const query = others.find(({ from, unused }) => from === "series" && unused.length > 0);
  if (!query) return undefined;
  const told = limited(tell(relations.dataset, select(relations, search, query, heard.text)), query.unused);
  return told.outcome === "unknown" ? undefined : told;
}
