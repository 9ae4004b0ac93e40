/** A review as it stands: proposals, what was decided of each, which one is looked at. Pure. */
import type { Decision } from "../decisions.ts";
import type { Proposal } from "../proposal.ts";

export interface Item {
  proposal: Proposal;
  key: string;
  decision?: Decision;
}

export interface Review {
  title: string;
  items: readonly Item[];
  /** Place among the items. */
  at: number;
  /** What was last done, or what is wrong. */
  message: string;
}

/** Begins at the first that nobody has decided. */
export function begin(title: string, items: readonly Item[]): Review {
  const open = items.findIndex((item) => item.decision === undefined);
  return { title, items, at: Math.max(0, open), message: "" };
}

export const current = ({ items, at }: Review): Item | undefined => items[at];

export function moved(review: Review, by: number): Review {
  const at = Math.min(Math.max(0, review.at + by), Math.max(0, review.items.length - 1));
  return { ...review, at, message: "" };
}

/** The one looked at is decided, and the next open one is looked at: of those behind it, else of those before. */
export function decided(review: Review, decision: Decision, message: string): Review {
  const items = review.items.map((item, i) => (i === review.at ? { ...item, decision } : item));
  const open = items.flatMap((item, i) => (item.decision === undefined ? [i] : []));
  return { ...review, items, at: open.find((i) => i > review.at) ?? open[0] ?? review.at, message };
}

export function replaced(review: Review, proposal: Proposal): Review {
  const items = review.items.map((item, i) => (i === review.at ? { ...item, proposal } : item));
  return { ...review, items, message: "changed; not accepted yet" };
}

export const said = (review: Review, message: string): Review => ({ ...review, message });

/** 12 of 40 open, 20 accepted, 8 skipped. */
export function countsOf({ items }: Review): string {
  const of = (decision: Decision | undefined): number => items.filter((i) => i.decision === decision).length;
  return `${of(undefined)} of ${items.length} open, ${of("accepted")} accepted, ${of("skipped")} skipped`;
}
