/** From what a reply wants to say to a whole Answer: citations, conflict notes and limits, in one place. */
import type { Dataset } from "../dataset/dataset.ts";
import type { Conflict, Fact } from "../dataset/schema.ts";
import { citationOf } from "./cite.ts";
import type { Answer, Block, Citation, Item, Outcome, Picture, Suggestion } from "./types.ts";

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
  picture?: Picture;
}

export const claim = (fact: Fact): Claim => ({ text: fact.text, facts: [fact] });

/** Most suggested questions under an answer. */
export const MOST_NEXT = 3;
/** A suggestion travels as a button: bytes of UTF-8. */
export const MOST_SUGGESTION_BYTES = 60;
const MOST_CONFLICTS = 2;
const MOST_BRIEF = 3;
const MOST_REMARKS = 1;
const MOST_TITLE_MARKS = 4;
const MOST_TITLE_FACTS = 8;

export function compose(dataset: Dataset, draft: Draft): Answer {
  const marks = new Map<string, Citation>();
  const used = new Map<string, Fact>();
  const toItem = ({ text, facts }: Claim): Item => {
    for (const fact of facts) used.set(fact.id, fact);
    const own = facts.map((fact) => mark(dataset, marks, fact));
    return { text, facts: facts.map((f) => f.id), marks: [...new Set(own)].toSorted((a, b) => a - b) };
  };
  const whole = toItem(draft.title);
  const blocks = (draft.blocks ?? []).map((block) => toBlock(block, toItem));
  // A title over many facts is a summary of the lines below, which carry the marks.
  const title = blocks.length > 0 && whole.marks.length > MOST_TITLE_MARKS ? { ...whole, marks: [] } : whole;
  const facts = [...used.values()];
  return {
    outcome: draft.outcome,
    title,
    blocks: [...blocks, ...notesFor(dataset, draft, facts)],
    sources: [...marks.values()],
    next: toSuggestions(draft.next ?? []),
    clusters: inOrder(dataset.clusters, draft.clusters),
    cities: inOrder(dataset.cities, draft.cities),
    facts: facts.map((f) => f.id),
    ...(draft.picture && { picture: draft.picture }),
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

const unique = (claims: readonly Claim[]): Claim[] => [...new Map(claims.map((c) => [c.text, c])).values()];

function toBlock(block: DraftBlock, toItem: (claim: Claim) => Item): Block {
  switch (block.kind) {
    case "text":
    case "note":
    case "list":
      return block;
    case "facts":
      return { ...block, items: unique(block.items).map(toItem) };
    case "table": {
      const { facts, ...table } = block;
      toItem({ text: "", facts });
      return table;
    }
  }
}

/**
 * A disputed or doubtful fact never travels without its dispute: told in full where the first line rests on it,
 * by its title where it is one of many lines.
 */
function notesFor(dataset: Dataset, draft: Draft, facts: readonly Fact[]): Block[] {
  const led =
    draft.title.facts.length > 0 && draft.title.facts.length <= MOST_TITLE_FACTS ? draft.title.facts : [];
  const full = conflictsOf(dataset, draft, led).slice(0, MOST_CONFLICTS);
  const brief = conflictsOf(dataset, draft, facts).filter((c) => !full.includes(c));
  return [
    ...full.map((c): Block => ({ kind: "note", text: `说法不一：${c.title}。${c.say}。` })),
    ...(brief.length > 0
      ? [
          {
            kind: "note" as const,
            text: `说法不一：${brief
              .slice(0, MOST_BRIEF)
              .map((c) => c.title)
              .join("；")}。`,
          },
        ]
      : []),
    ...remarksOf(led.length > 0 ? led : facts),
  ];
}

function conflictsOf(dataset: Dataset, draft: Draft, facts: readonly Fact[]): Conflict[] {
  const ids = new Set(facts.flatMap((f) => (f.conflict ? [f.conflict] : [])));
  const cities = draft.cities ?? [];
  return [...ids]
    .flatMap((id) => dataset.conflict.get(id) ?? [])
    .filter(
      (c) => c.cities === undefined || cities.length === 0 || c.cities.some((city) => cities.includes(city)),
    );
}

function remarksOf(facts: readonly Fact[]): Block[] {
  const remarks = new Set(
    facts.flatMap((f) => (f.note !== undefined && f.conflict === undefined ? [f.note] : [])),
  );
  return [...remarks].slice(0, MOST_REMARKS).map((note) => ({ kind: "note", text: `注意：${note}。` }));
}

function toSuggestions(asks: readonly string[]): Suggestion[] {
  const fitting = asks.filter((ask) => new TextEncoder().encode(ask).length <= MOST_SUGGESTION_BYTES);
  return [...new Set(fitting)].slice(0, MOST_NEXT).map((ask) => ({ label: ask, ask }));
}

function inOrder(all: readonly { id: string }[], ids: readonly string[] = []): string[] {
  return all.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
}
