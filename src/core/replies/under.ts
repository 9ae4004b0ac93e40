/** An answer to something near to what was asked: the same statements under a heading that says so. */
import type { Draft, DraftBlock } from "../compose.ts";
import { withoutLead } from "../verdict.ts";

/** @param heading what the answer is instead, ending in a colon. Its yes or no is taken off: it was not asked for. */
export const under = (heading: string, draft: Draft, outcome: Draft["outcome"] = "clarify"): Draft => ({
  ...draft,
  outcome,
  title: { text: heading, facts: [] },
  blocks: [statementOf(draft), ...(draft.blocks ?? [])],
});

/** A title without a fact only introduces what follows: it is no item of a list. */
function statementOf({ title }: Draft): DraftBlock {
  const text = withoutLead(title.text);
  return title.facts.length > 0 ? { kind: "facts", items: [{ ...title, text }] } : { kind: "text", text };
}
