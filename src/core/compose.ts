/** From what a teller wants to say to a whole Answer: citations, conflict notes and limits, in one place. */
import type { Dataset } from "../dataset/dataset.ts";
import type { Suggestions } from "../dataset/language.ts";
import type { Conflict } from "../dataset/documents.ts";
import type { Fact } from "../dataset/schema.ts";
import type { Verdict } from "./ask/amounts.ts";
import { type Cited, idOf } from "./quote/passage.ts";
import { citationKey, citationOf, citationOfPassage } from "./say/cite.ts";
import { type Text, text, type Voice } from "./say/say.ts";
import type { Answer, Block, Citation, Item, Kind, Outcome, Picture, Suggestion } from "./types.ts";

/** A statement with the facts that carry it, or the passages it quotes. */
export interface Line {
  text: Text;
  facts: readonly Fact[];
  passages?: readonly Cited[];
}

export type DraftBlock =
  | { kind: "text"; text: Text }
  /** `urgent`: how the question was read, or what it was not. */
  | { kind: "note"; text: Text; urgent?: true }
  /** `leads`: first lines of further questions. */
  | { kind: "facts"; heading?: Text; leads?: true; items: readonly Line[] }
  | { kind: "list"; heading?: Text; items: readonly Text[] };

export interface Draft {
  outcome: Outcome;
  /** Before the first line: what of the question it leaves out. */
  lead?: Text;
  title: Line;
  verdict?: Verdict;
  blocks?: readonly DraftBlock[];
  /** What one could ask next, or the name of a list of that in the dataset. */
  next?: readonly Text[] | keyof Suggestions;
  clusters?: readonly string[];
  cities?: readonly string[];
  /** What 第二名 of it is, where that is not the order of the dataset. */
  listed?: readonly string[];
  picture?: Picture;
  /** Asked for in full. */
  whole?: true;
  /** What asks for the same in any chat; null where nothing does. */
  reference?: string | null;
  /** The passage that is shown between its neighbours at a touch, unless a fact leads to one. */
  original?: string;
  /** `other` unless it is told. */
  kind?: Kind;
  /** An error, a refusal, something not found. */
  aside?: true;
}

export const line = (words: Text, facts: readonly Fact[] = []): Line => ({ text: words, facts });
/** Word for word what a passage says. */
export const quoteLine = (words: Text, cited: Cited): Line => ({ text: words, facts: [], passages: [cited] });
export const factLine = (fact: Fact): Line => line(text("line", fact), [fact]);
export const note = (words: Text): DraftBlock => ({ kind: "note", text: words });
export const urgentNote = (words: Text): DraftBlock => ({ kind: "note", text: words, urgent: true });

/** What there is about a cluster or a city, a city's role in a cluster, one beside another: in words, to ask next. */
export const overviewOf = (name: string): Text => text("ask", { about: "overview", name });
export const roleIn = (city: string, cluster: string): Text =>
  text("ask", { about: "role", name: city, other: cluster });
export const besideEachOther = (name: string, other: string): Text =>
  text("ask", { about: "compare", name, other });

/** A block of lines; none where there are no lines. */
export const section = (items: readonly Line[], heading?: Text): DraftBlock[] =>
  items.length === 0 ? [] : [{ kind: "facts", ...(heading && { heading }), items }];
/** Facts as they stand, a line each. */
export const factSection = (facts: readonly Fact[], heading?: Text): DraftBlock[] =>
  section(facts.map(factLine), heading);

/** Most suggested questions under an answer. */
const MOST_NEXT = 3;
/** A suggestion travels as a button: bytes of UTF-8. */
export const MOST_SUGGESTION_BYTES = 60;
const UTF8 = new TextEncoder();
const MOST_CONFLICTS = 2;
const MOST_BRIEF = 3;
const MOST_REMARKS = 1;
const MOST_TITLE_MARKS = 4;
const MOST_TITLE_FACTS = 8;

/** @param voice the language it is said in. @param asked the question itself, which is not suggested again. */
export function compose(dataset: Dataset, draft: Draft, voice: Voice, asked?: string): Answer {
  const marks = new Map<string, Citation>();
  const used = new Map<string, Fact>();
  const quoted = new Set<string>();
  const toItem = ({ text: words, facts: held, passages = [] }: Line): Item => {
    for (const fact of held) used.set(fact.id, fact);
    for (const passage of passages) quoted.add(idOf(passage));
    const own = [
      ...held.map((fact) => mark(marks, citationKey(fact), () => citationOf(dataset, fact, voice))),
      ...passages.map((cited) => markPassage(marks, cited, voice)),
    ];
    return {
      text: voice.say(words),
      facts: held.map((f) => f.id),
      marks: [...new Set(own)].toSorted((a, b) => a - b),
      ...(passages.length > 0 && { passages: passages.map(idOf) }),
    };
  };
  const title = toItem(draft.title);
  const whole = draft.lead ? { ...title, text: `${voice.say(draft.lead)}${title.text}` } : title;
  const blocks = (draft.blocks ?? []).map((block) => toBlock(block, toItem, voice));
  // A title over many facts is a summary of the lines below, which carry the marks.
  const summary = blocks.some((b) => b.kind === "facts") && whole.marks.length > MOST_TITLE_MARKS;
  const facts = [...used.values()];
  return {
    outcome: draft.outcome,
    locale: voice.locale,
    title: summary ? { ...whole, marks: [] } : whole,
    blocks: [...unrepeated(title.text, blocks), ...notesFor(dataset, draft, facts, voice)],
    sources: [...marks.values()],
    next: toSuggestions(dataset, draft, voice, asked),
    clusters: inOrder(dataset.clusters, draft.clusters),
    cities: inOrder(dataset.cities, draft.cities),
    facts: facts.map((f) => f.id),
    ...(quoted.size > 0 && { passages: [...quoted] }),
    ...(draft.verdict !== undefined && { verdict: draft.verdict }),
    ...(draft.picture && { picture: draft.picture }),
    ...(draft.whole && { whole: true as const }),
    ...referred(draft),
    ...(draft.outcome === "answer" && used.size > 0 && { kind: draft.kind ?? "other" }),
    ...(draft.aside && { aside: true as const }),
  };
}

/** An answer from one fact is asked for by its number. */
function referred({ outcome, reference, title: { facts } }: Draft): { reference?: string } {
  const [only, ...others] = facts;
  const own = reference === undefined && others.length === 0 ? only?.id : reference;
  return outcome === "answer" && typeof own === "string" ? { reference: own } : {};
}

/** @returns the number of what is cited; the next one where it was not yet. */
function mark(marks: Map<string, Citation>, key: string, cite: () => Omit<Citation, "mark" | "key">): number {
  const known = marks.get(key);
  if (known) return known.mark;
  const citation = { mark: marks.size + 1, key, ...cite() };
  marks.set(key, citation);
  return citation.mark;
}

const markPassage = (marks: Map<string, Citation>, cited: Cited, { locale }: Voice): number =>
  mark(marks, `passage|${idOf(cited)}`, () => citationOfPassage(cited.document, cited.passage, locale));

function toBlock(block: DraftBlock, toItem: (line: Line) => Item, { say }: Voice): Block {
  switch (block.kind) {
    case "text":
      return { kind: "text", text: say(block.text) };
    case "note": {
      const words = say(block.text);
      return { kind: "note", text: words, ...(block.urgent && { brief: words }) };
    }
    case "list":
      return { kind: "list", ...headed(block.heading, say), items: block.items.map((item) => say(item)) };
    case "facts": {
      const items = block.items.map(toItem);
      return {
        kind: "facts",
        ...headed(block.heading, say),
        ...(block.leads && { leads: true as const }),
        items: [...new Map(items.map((i) => [i.text, i])).values()],
      };
    }
  }
}

/** 有多少个集群，支柱多少: of several questions what answers one may answer another, and is said once. */
function unrepeated(title: string, blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some((b) => b.kind === "facts" && b.leads)) return blocks;
  const said = new Set([bare(title)]);
  return blocks.flatMap((block): Block[] => {
    if (block.kind !== "facts") return [block];
    const items = block.items.filter(({ text: words }) => !said.has(bare(words)));
    for (const { text: words } of items) said.add(bare(words));
    return items.length > 0 ? [{ ...block, items }] : [];
  });
}

/** A first line ends in a full stop. */
const bare = (words: string): string => words.replace(/[。.]$/u, "");

const headed = (heading: Text | undefined, say: Voice["say"]): { heading?: string } =>
  heading === undefined ? {} : { heading: say(heading) };

/**
 * A disputed or doubtful fact never travels without its dispute: told in full where the first line rests on it,
 * by its title where it is one of many lines.
 */
function notesFor(dataset: Dataset, draft: Draft, facts: readonly Fact[], { say }: Voice): Block[] {
  const { length } = draft.title.facts;
  const led = length > 0 && length <= MOST_TITLE_FACTS ? draft.title.facts : [];
  const full = conflictsOf(dataset, draft, led).slice(0, MOST_CONFLICTS);
  const brief = conflictsOf(dataset, draft, facts).filter((c) => !full.includes(c));
  const others = brief.slice(0, MOST_BRIEF);
  const remarks = remarksOf(led.length > 0 ? led : facts);
  const told = [...(others.length > 0 ? [text("conflictBrief", others)] : []), ...remarks];
  return [
    ...full.map((c): Block => ({
      kind: "note",
      text: say(text("conflictFull", c)),
      brief: say(text("conflictBrief", [c])),
    })),
    ...told.map((t): Block => ({ kind: "note", text: say(t) })),
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

function remarksOf(facts: readonly Fact[]): Text[] {
  const doubtful = facts.filter((f) => f.note !== undefined && f.conflict === undefined);
  const each = new Map(doubtful.map((f) => [f.note, f]));
  return [...each.values()].slice(0, MOST_REMARKS).map((fact) => text("remark", fact));
}

function toSuggestions(
  dataset: Dataset,
  draft: Draft,
  { say, suggestions }: Voice,
  asked: string | undefined,
): Suggestion[] {
  const { next = [] } = draft;
  const asks = typeof next === "string" ? suggestions(dataset)[next] : next.map((words) => say(words));
  const offered = [...original(draft, say), ...[...new Set(asks)].map((ask) => ({ label: ask, ask }))];
  const isFitting = ({ ask }: Suggestion): boolean =>
    ask !== asked && UTF8.encode(ask).length <= MOST_SUGGESTION_BYTES;
  return offered.filter(isFitting).slice(0, MOST_NEXT);
}

/** The passage the first line was taken from is one touch away, where there is one. */
function original({ outcome, original: passage, title: { facts } }: Draft, say: Voice["say"]): Suggestion[] {
  const id = passage ?? facts.find((fact) => fact.passage !== undefined)?.id;
  return outcome === "answer" && id !== undefined
    ? [{ label: say(text("original")), ask: `/quote ${id}` }]
    : [];
}

function inOrder(all: readonly { id: string }[], ids: readonly string[] = []): string[] {
  return all.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
}
