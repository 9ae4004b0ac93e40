/** One file, read. */
import { createHash } from "node:crypto";
import type { Draft } from "../store.ts";
import { assembled } from "./assemble.ts";
import type { Contents } from "./blocks.ts";
import { docxContents } from "./docx.ts";
import { decoded } from "./encoding.ts";
import { charsetOf, htmlContents } from "./html.ts";
import type { Kind } from "./kind.ts";
import { markdownContents } from "./markdown.ts";
import { Refused } from "./refused.ts";
import { textContents } from "./text.ts";

export interface Readable {
  /** Its name alone, without folders. */
  name: string;
  kind: Kind;
  bytes: Uint8Array;
}

export interface ReadOptions {
  /** Folder of the tables for characters of Chinese PDF fonts, with a slash at its end. */
  cmaps: string;
  /** Told how many of all steps are done: pages, where there are pages. */
  onProgress?: (done: number, all: number) => void;
}

/** What is kept of a file. */
export interface Gathered {
  /** SHA-256, in hexadecimal digits. */
  hash: string;
  title?: string;
  pages: number | null;
  passages: Draft[];
  remarks: readonly string[];
}

/** @throws Refused naming what is wrong with the file, and the remedy. */
export async function gathered(file: Readable, options: ReadOptions): Promise<Gathered> {
  const { title: named, pages, blocks, remarks } = await contentsOf(file, options);
  const { title, passages } = assembled(blocks, named);
  if (passages.length === 0) throw new Refused("there is no text in it.");
  const hash = createHash("sha256").update(file.bytes).digest("hex");
  return { hash, ...(title !== undefined && { title }), pages, passages, remarks };
}

/** How much of HTML tells in what it is written. */
const HEAD_BYTES = 4_096;

async function contentsOf({ kind, bytes }: Readable, options: ReadOptions): Promise<Contents> {
  switch (kind) {
    case "text":
      return textContents(decoded(bytes));
    case "markdown":
      return markdownContents(decoded(bytes));
    case "html": {
      const start = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString("latin1");
      return htmlContents(decoded(bytes, charsetOf(start)));
    }
    case "docx":
      return docxContents(bytes);
    case "pdf":
      // Loaded for this format alone: it takes longer than reading most of the others.
      return (await import("./pdf/pdf.ts")).pdfContents(bytes, options);
  }
}
