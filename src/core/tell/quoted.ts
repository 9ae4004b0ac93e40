/** Passages of imported documents: where no fact answers, beside one they contradict, and by themselves. */
import type { Dataset } from "../../dataset/dataset.ts";
import {
  type Draft,
  type DraftBlock,
  factSection,
  line,
  quoteLine,
  section,
  urgentNote,
} from "../compose.ts";
import type { Quote, Quoted, Quoter } from "../quote/quoter.ts";
import { idOf } from "../quote/passage.ts";
import type { Heard } from "../read/heard.ts";
import type { Reading, Stranger } from "../read/read.ts";
import { referToPassage } from "../reference.ts";
import { text } from "../say/say.ts";

const MOST_FACTS = 3;

const inShort = (quote: Quote) => quoteLine(text("quoteLine", { quote: quote.short }), quote);

/** The whole passage, where it was cut. */
const inFull = (quote: Quote): DraftBlock[] =>
  quote.short === quote.whole
    ? []
    : section([quoteLine(text("quoteLine", { quote: quote.whole }), quote)], text("quoteHeading", "whole"));

/**
 * Where no fact answers: the passage in which everything stands, else the nearest.
 * @param draft what the facts gave: nothing, or the nearest of them, which is kept below.
 */
function tellQuoted(draft: Draft, { quote, exact, claim }: Quoted): Draft {
  const { clusters = [], cities = [], next = [] } = draft;
  const about = { clusters, cities, next };
  const near = factSection(factsOf(draft).slice(0, MOST_FACTS), text("quoteHeading", "facts"));
  if (exact)
    return {
      ...about,
      outcome: "answer",
      title: quoteLine(text("quoted", { quote: quote.short }), quote),
      reference: referToPassage(idOf(quote)),
      original: idOf(quote),
      blocks: [...notesOf(draft), ...inFull(quote), ...near],
    };
  return {
    ...about,
    outcome: "clarify",
    title: line(text("quoteNear", { claim })),
    blocks: [...section([inShort(quote)]), ...inFull(quote), ...near],
  };
}

/** A passage that names all of it, below what the facts have nearest. */
const tellBeside = (draft: Draft, { quote }: Quoted): Draft => ({
  ...draft,
  blocks: [
    ...(draft.blocks ?? []),
    ...section([inShort(quote)], text("quoteHeading", "near")),
    ...inFull(quote),
  ],
});

/** No passage overrides a fact, and no fact hides a passage: both are shown. */
const tellOtherwise = (draft: Draft, quotes: readonly Quote[]): Draft =>
  quotes.length === 0
    ? draft
    : {
        ...draft,
        blocks: [
          urgentNote(text("saidOtherwise")),
          ...section(quotes.map(inShort), text("quoteHeading", "otherwise")),
          ...(draft.blocks ?? []),
        ],
      };

/** How the question was read still holds; that a word was not used does not: it stands in the passage. */
const notesOf = ({ blocks = [] }: Draft): DraftBlock[] =>
  blocks.filter((block) => block.kind === "note" && block.urgent === true && block.text.key !== "unused");

const factsOf = ({ title, blocks = [] }: Draft) => [
  ...new Set([
    ...title.facts,
    ...blocks.flatMap((block) => (block.kind === "facts" ? block.items.flatMap((item) => item.facts) : [])),
  ]),
];

/** Whether the facts gave nothing, or no more than the nearest. Lists of what there is are none of that. */
const isOpen = (draft: Draft): boolean =>
  draft.outcome === "unknown" || (draft.outcome === "clarify" && factsOf(draft).length > 0);

// By itself ------------------------------------------------------------------------------------------------------------

/** A passage between its neighbours. */
export function tellPassage(quote: Quote, before: readonly Quote[], after: readonly Quote[]): Draft {
  const { document } = quote;
  return {
    outcome: "answer",
    title: quoteLine(text("quoted", { quote: quote.short }), quote),
    blocks: [
      ...inFull(quote),
      ...section(before.map(inShort), text("quoteHeading", "before")),
      ...section(after.map(inShort), text("quoteHeading", "after")),
    ],
    clusters: document.cluster === undefined ? [] : [document.cluster],
    reference: referToPassage(idOf(quote)),
    next: "documents",
  };
}

/** A fact that cannot be followed to where it stands: itself, and that. */
export function notQuotable(dataset: Dataset, id: string): Draft {
  const fact = dataset.fact.get(id);
  return {
    outcome: "clarify",
    title: line(text("notQuotable", { id, imported: fact?.passage !== undefined })),
    blocks: factSection(fact ? [fact] : []),
    next: "documents",
  };
}

export const noQuote = (id: string): Draft => ({
  outcome: "clarify",
  title: line(text("noQuote", { id })),
  next: [text("ask", { about: "sources" }), text("ask", { about: "help" })],
  aside: true,
});

// When one is quoted --------------------------------------------------------------------------------------------------

/** Names that facts know nothing of, and documents an operator brings may. */
const ELSEWHERE: ReadonlySet<Stranger["kind"]> = new Set(["companies", "industries", "elsewhere"]);

/** A passage that names all of it, where a name is none of ours: what is imported may be about anything. */
export function withoutRefusal(
  quoter: Quoter | undefined,
  reading: Reading,
  heard: Heard,
  refused: Draft,
): Draft {
  const mayKnow = refused.outcome === "unknown" && reading.strangers.every(({ kind }) => ELSEWHERE.has(kind));
  const found = mayKnow ? quoter?.find(heard) : undefined;
  return found?.names === "all" ? tellQuoted(refused, found) : refused;
}

/** Where no fact answers, a passage may; where one does, a passage that says otherwise stands beside it. */
export function withPassages(
  quoter: Quoter | undefined,
  heard: Heard,
  draft: Draft | undefined,
): Draft | undefined {
  if (!quoter || !draft) return draft;
  const isUnsaid = draft.outcome === "answer" && draft.verdict === "unsaid";
  if (draft.outcome === "answer" && !isUnsaid)
    return tellOtherwise(draft, quoter.differing(draft.title.facts));
  const found = isUnsaid || isOpen(draft) ? quoter.find(heard) : undefined;
  if (!found) return draft;
  if (!isUnsaid && (found.names === "all" || draft.outcome === "unknown")) return tellQuoted(draft, found);
  return found.names === "all" ? tellBeside(draft, found) : draft;
}
