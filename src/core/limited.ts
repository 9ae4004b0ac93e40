/** A draft that answers less than was asked, or another thing, and says so. */
import { type Draft, factSection, line, urgentNote } from "./compose.ts";
import { text } from "./say/say.ts";

/** What answers another question, as the nearest. */
export const nearestTo = ({ title, blocks = [], ...rest }: Draft): Draft => ({
  ...rest,
  outcome: "clarify",
  title: line(text("statementNear", { missing: [], fact: title.facts[0] }), title.facts.slice(0, 1)),
  blocks: [...factSection(title.facts), ...blocks.filter((b) => b.kind !== "facts")],
});

/** 医疗器械的核心城市: what holds of the whole cluster is said of it, and neither claimed nor denied of the part. */
export function ofWhole({ verdict: _ofPart, ...draft }: Draft, parts: readonly string[]): Draft {
  if (draft.outcome === "unknown" || draft.lead) return draft;
  return { ...draft, outcome: "clarify", lead: text("ofWhole", parts) };
}

/** What was not used makes it the nearest answer at most, and is said. */
export function limited(draft: Draft, unused: readonly string[]): Draft {
  if (unused.length === 0 || draft.outcome === "unknown") return draft;
  const { verdict, ...rest } = draft;
  const blocks = [urgentNote(text("unused", unused)), ...(draft.blocks ?? [])];
  if (verdict === undefined && draft.title.text.key !== "statementNear")
    return { ...rest, outcome: "clarify", lead: text("nearest", unused) };
  if (verdict === undefined) return { ...rest, outcome: "clarify", blocks };
  // Whether the claim holds cannot be said by whoever has not read all of it.
  const told = blocks.some((b) => b.kind === "facts");
  const title = line(text("unjudged"));
  return {
    ...rest,
    outcome: "clarify",
    title,
    blocks: [...blocks, ...factSection(told ? [] : draft.title.facts)],
  };
}

/** What is asked why is told, and that it is not told why. */
export const unreasoned = (draft: Draft): Draft =>
  draft.outcome === "unknown"
    ? draft
    : { ...draft, outcome: "clarify", blocks: [urgentNote(text("noReason")), ...(draft.blocks ?? [])] };
