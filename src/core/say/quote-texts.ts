/** What is said of imported documents. */
import type { Names } from "./role-texts.ts";

/** Stretches of a document are quoted as they stand there, in whatever language is spoken. */
export interface QuoteTexts {
  /** The first line, where all that was asked stands in one passage. */
  quoted: { quote: string };
  quoteLine: { quote: string };
  /** Before the nearest passage; `claim`: yes or no was wanted, which no passage gives. */
  quoteNear: { claim: boolean };
  /** A passage says otherwise than what the first line rests on. */
  saidOtherwise: undefined;
  quoteHeading: "near" | "facts" | "otherwise" | "before" | "after" | "whole";
  /** On a button: the passage that stands behind an answer. */
  original: undefined;
  /** A fact that was taken from no passage, or from one that is not there. */
  notQuotable: { id: string; imported: boolean };
  noQuote: { id: string };
  /** What `/document` found: how many facts, of which documents. */
  documentSays: { documents: Names; cluster: string | undefined; facts: number };
  documentHolds: { title: string };
  /** A section of an imported document, and its pages, where it has any. */
  contents: { section: string; pages: readonly [number, number] | undefined; passages: number };
  noDocument: undefined;
}
