/** From what a reply wants to say to a whole Answer: citations, conflict notes and limits, in one place. */
import type { Dataset } from "../dataset/dataset.ts";
import type { Fact } from "../dataset/schema.ts";
import { citationOf } from "./cite.ts";
import type { Answer, Block, Citation, Item, Outcome, Suggestion } from "./types.ts";

/** A statement with the facts that carry it. */
export interface Claim {
  text: string;
  facts: readonly Fact[];
}

export type DraftBlock =
  | { kind: "text" | "note"; text: string }
  | { kind: "facts"; heading?: string; items: Claim[] }
  | { kind: "list"; heading?: string; items: string[] }
  | { kind: "table"; heading?: string; head: string[]; rows: string[][]; facts: readonly Fact[] };

export interface Draft {
  outcome: Outcome;
  title: Claim;
  blocks?: DraftBlock[];
  next?: string[];
  clusters?: readonly string[];
  cities?: readonly string[];
}

export const claim = (fact: Fact): Claim => ({ text: fact.text, facts: [fact] });

/** Most suggested questions under an answer. */
export const MOST_NEXT = 3;
/** A suggestion travels as a button: bytes of UTF-8. */
export const MOST_SUGGESTION_BYTES = 60;
const MOST_CONFLICTS = 3;

export function compose(dataset: Dataset, draft: Draft): Answer {
  const marks = new Map<string, Citation>();
  const used = new Map<string, Fact>();
  const toItem = ({ text, facts }: Claim): Item => {
    for (const fact of facts) used.set(fact.id, fact);
    const own = facts.map((fact) => mark(dataset, marks, fact));
    return { text, facts: facts.map((f) => f.id), marks: [...new Set(own)].toSorted((a, b) => a - b) };
  };
  const title = toItem(draft.title);
  const blocks = (draft.blocks ?? []).map((block) => toBlock(block, toItem));
  const facts = [...used.values()];
  return {
    outcome: draft.outcome,
    title,
    blocks: [...blocks, ...notesFor(dataset, facts)],
    sources: [...marks.values()],
    next: toSuggestions(draft.next ?? []),
    clusters: inOrder(dataset.clusters, draft.clusters),
    cities: inOrder(dataset.cities, draft.cities),
    facts: facts.map((f) => f.id),
  };
}

function mark(dataset: Dataset, marks: Map<string, Citation>, fact: Fact): number {
  const key = `${fact.document}|${fact.source}|${fact.paragraph ?? ""}`;
  const known = marks.get(key);
  if (known) return known.mark;
  const citation = { mark: marks.size + 1, ...citationOf(dataset, fact) };
  marks.set(key, citation);
  return citation.mark;
}

function toBlock(block: DraftBlock, toItem: (claim: Claim) => Item): Block {
  switch (block.kind) {
    case "text":
    case "note":
    case "list":
      return block;
    case "facts":
      return { ...block, items: block.items.map(toItem) };
    case "table": {
      const { facts, ...table } = block;
      toItem({ text: "", facts });
      return table;
    }
  }
}

/** A disputed or doubtful fact never travels without its dispute. */
function notesFor(dataset: Dataset, facts: readonly Fact[]): Block[] {
  const conflicts = [...new Set(facts.flatMap((f) => (f.conflict ? [f.conflict] : [])))];
  const said = conflicts.slice(0, MOST_CONFLICTS).map((id): Block => {
    const conflict = dataset.conflict.get(id);
    return { kind: "note", text: `说法不一：${conflict?.title ?? id}。${conflict?.say ?? ""}。` };
  });
  const remarks = facts
    .filter((f) => f.note !== undefined && f.conflict === undefined)
    .slice(0, 2)
    .map((f): Block => ({ kind: "note", text: `注意：${f.note ?? ""}。` }));
  return [...said, ...remarks];
}

function toSuggestions(asks: readonly string[]): Suggestion[] {
  const fitting = asks.filter((ask) => new TextEncoder().encode(ask).length <= MOST_SUGGESTION_BYTES);
  return [...new Set(fitting)].slice(0, MOST_NEXT).map((ask) => ({ label: ask, ask }));
}

function inOrder(all: readonly { id: string }[], ids: readonly string[] = []): string[] {
  return all.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
}
