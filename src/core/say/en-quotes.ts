/** What is said of imported documents, in English: they are quoted in their own language, in brackets as all Chinese. */
import { capital, names } from "./en-words.ts";
import { unnamed } from "./lingo.ts";
import type { QuoteTexts } from "./quote-texts.ts";
import type { Catalogue } from "./texts.ts";
import { verbatim } from "./verbatim.ts";

const HEADINGS: Readonly<Record<QuoteTexts["quoteHeading"], string>> = {
  near: "The nearest passage",
  facts: "The nearest in the data",
  otherwise: "Documents that say otherwise",
  before: "Before it",
  after: "After it",
  whole: "The passage in full",
};

/** Whatever is inside stays as it is. */
const quoted = (quote: string): string =>
  unnamed(quote) === quote ? `"${verbatim(quote)}"` : `[“${verbatim(quote)}”]`;

export const EN_QUOTES: Catalogue<QuoteTexts> = {
  quoted: ({ quote }) => `The document says: ${quoted(quote)}`,
  quoteLine: ({ quote }) => quoted(quote),
  quoteNear: ({ claim }) =>
    claim
      ? "No passage says yes or no; the nearest one is:"
      : "Nothing says exactly that; the nearest passage is:",
  saidOtherwise: () => "Sources differ: an imported document says otherwise, both are given here.",
  quoteHeading: (name) => HEADINGS[name],
  original: () => "Original",
  notQuotable: ({ id, imported }) =>
    imported
      ? `The document that ${id} was taken from has not been imported.`
      : `${id} was taken from no imported document.`,
  noQuote: ({ id }) => `There is no fact or passage called "${id}".`,
  documentSays: ({ documents, cluster, facts }, lingo) => {
    const about = cluster === undefined ? "" : ` about ${lingo.inline(cluster)}`;
    return `${capital(names(documents, lingo))}${about}: ${facts} ${facts === 1 ? "fact" : "facts"}.`;
  },
  documentHolds: ({ title }) => `Imported: ${unnamed(title)}`,
  contents: ({ section, pages, passages }) => {
    const [from, to] = pages ?? [];
    const on = from === undefined ? [] : [from === to ? `p. ${from}` : `pp. ${from}–${to}`];
    const count = `${passages} ${passages === 1 ? "passage" : "passages"}`;
    return `${section === "" ? "Text" : unnamed(section)}: ${[...on, count].join(", ")}`;
  },
  noDocument: () => "There is no such document.",
};
