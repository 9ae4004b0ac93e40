/**
 * Documents that an operator has brought, as the core and whoever takes facts from them see them. How they are read and
 * where they lie is the business of `documents/`; here is only their shape.
 */
import type { Grade } from "./documents.ts";

/** One imported file. */
export interface Imported {
  /** What it is known by, given when it was added: `plans-2023/半导体与集成电路`. Its first part may be a document of the dataset. */
  id: string;
  /** The document of the dataset it is the text of, where there is one. */
  document?: string;
  /** The cluster it is about as a whole, where it is about one. */
  cluster?: string;
  title: string;
  issuer?: string;
  /** 粤工信信软〔2023〕8 号. */
  number?: string;
  /** 2023, 2023-12 or 2023-12-06. */
  date?: string;
  url?: string;
  grade: Grade;
  /** SHA-256 of the file, in hexadecimal digits: the same file twice is one document. */
  hash: string;
  /** Null where the format has no pages. */
  pages: number | null;
}

/** A row of a table, with the headings above each of its cells from the topmost down. */
export interface TableRow {
  /** Which table of its document, from 1: the rows of one that goes on over a page have the same. */
  table: number;
  caption?: string;
  headings: readonly (readonly string[])[];
  /** As many as there are headings; a cell merged over several rows or columns stands in each of them. */
  cells: readonly string[];
}

/** A paragraph, or a row of a table. */
export interface Passage {
  /** Of `Imported`. */
  document: string;
  /** Place among the passages of its document, from 1. */
  paragraph: number;
  /** From 1; null where the format has no pages. One that goes on over a page stands on the page it begins on. */
  page: number | null;
  /** The headings it stands under, from the outermost. */
  section: readonly string[];
  /** Word for word as in the document, but for line breaks inside a paragraph. */
  text: string;
  row?: TableRow;
}

/** What can be looked up in imported documents. Nothing is changed through it, and every look-up is quick (< 10 ms). */
export interface Library {
  documents(): readonly Imported[];
  document(id: string): Imported | undefined;
  /** In the order of the document. */
  passages(document: string): readonly Passage[];
  passage(document: string, paragraph: number): Passage | undefined;
  /**
   * @param asked what has to be named, each in all its wordings: [["深圳", "深圳市"], ["半导体", "集成电路"]]. Traditional
   *   and full-width characters in a document are found by their simplified and half-width ones.
   * @returns passages that name one wording of every one of them, in its text, its section, or the title of its document,
   *   those that name most in the text itself first; of equals, the shorter.
   */
  find(asked: readonly (readonly string[])[], limit: number): readonly Passage[];
}

/** Without imported documents. */
export const NO_LIBRARY: Library = {
  documents: () => [],
  document: () => undefined,
  passages: () => [],
  passage: () => undefined,
  find: () => [],
};
