/** What a review can do with a proposal. Both ways of asking, full-screen and line by line, do it by this. */
import { fromEdit, patched, toEdit } from "../edit.ts";
import type { Memory } from "../decisions.ts";
import type { Proposal } from "../proposal.ts";
import { current, decided, replaced, type Review, said } from "./state.ts";

export interface Desk {
  /** @returns the id it got. @throws Error with what is wrong. */
  keep: (proposal: Proposal) => string;
  memory: Memory;
  /** Shows a text in the operator's editor and gives back what was saved. Undefined where none is set. */
  editor: ((text: string) => string) | undefined;
}

/** What is wrong is said, and the proposal stays open. */
function attempt(review: Review, work: () => Review): Review {
  try {
    return work();
  } catch (error) {
    return said(review, error instanceof Error ? error.message : String(error));
  }
}

export function accept({ keep, memory }: Desk, review: Review): Review {
  const item = current(review);
  if (!item) return review;
  if (item.decision === "accepted") return said(review, "accepted already");
  return attempt(review, () => {
    const id = keep(item.proposal);
    memory.note(item.key, "accepted");
    return decided(review, "accepted", `accepted as ${id}`);
  });
}

export function skip({ memory }: Desk, review: Review): Review {
  const item = current(review);
  if (!item) return review;
  if (item.decision === "accepted")
    return said(review, "accepted already: take it out of facts/documents.json");
  return attempt(review, () => {
    memory.note(item.key, "skipped");
    return decided(review, "skipped", "skipped");
  });
}

/** In the editor; without one, by a patch: what `ask` gives back. */
export function edit({ editor }: Pick<Desk, "editor">, review: Review, patch?: string): Review {
  const item = current(review);
  if (!item) return review;
  return attempt(review, () => {
    if (editor) return replaced(review, fromEdit(item.proposal, editor(toEdit(item.proposal))));
    return patch === undefined || patch.trim() === ""
      ? review
      : replaced(review, patched(item.proposal, patch));
  });
}
