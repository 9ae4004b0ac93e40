/** What is none of ours is refused by name, and what may mean two things is asked back. */
import { factTest } from "./ask/match.ts";
import type { Relations } from "./ask/relations.ts";
import type { Draft } from "./compose.ts";
import { filtersOf, has, hasDim, type Heard } from "./read/heard.ts";
import { isClaim } from "./read/mood.ts";
import type { Reading, Stranger } from "./read/read.ts";
import * as talk from "./tell/talk.ts";

/** Names that are none of ours refuse, unless a fact says something of them; a doubtful name asks back. */
export function refusal(relations: Relations, reading: Reading, heard: Heard): Draft | undefined {
  const filters = filtersOf(heard);
  const isTaken = (name: string): boolean => filters.some((f) => "in" in f && f.in.includes(name));
  const doubt = heard.ambiguous.find(({ options }) => !options.some(isTaken));
  if (doubt && !hasDim(heard, "cluster")) return talk.whichCluster(doubt.surface, doubt.options);
  const [district] = heard.districts;
  if (district && filters.length === 1)
    return talk.stranger(relations.dataset, { kind: "district", ...district }, false);
  const unknown = reading.strangers.find(
    (s) => s.kind !== "district" && heard.text.includes(s.surface) && !isTold(relations, heard, s),
  );
  const claim = isClaim(heard);
  const membership = claim && (has(heard, "whole") || hasDim(heard, "class"));
  return unknown && !(membership && unknown.kind === "industries")
    ? talk.stranger(relations.dataset, unknown, claim)
    : undefined;
}

/** A fact on what the question names says something of it; places elsewhere are told of only beside a city of ours. */
function isTold({ dataset, holders }: Relations, heard: Heard, { kind, surface }: Stranger): boolean {
  if (kind === "elsewhere" && !hasDim(heard, "city")) return false;
  const subject = filtersOf(heard).filter((f) => f.dim === "cluster" || f.dim === "city");
  const fits = factTest(dataset, subject);
  return holders.of(surface).some((f) => f.text.toLowerCase().includes(surface) && fits(f));
}
