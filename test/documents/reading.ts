/** Reads what a test has made. */
import { fileURLToPath } from "node:url";
import type { Passage } from "../../src/dataset/passages.ts";
import { kindOf } from "../../src/documents/read/kind.ts";
import { gathered, type Gathered } from "../../src/documents/read/read.ts";

export const CMAPS = fileURLToPath(new URL("../../assets/cmaps/", import.meta.url));

/** As the command does, but in this thread. */
export const readBytes = (bytes: Uint8Array | string, name: string): Promise<Gathered> => {
  const own = typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes;
  return gathered({ name, kind: kindOf(own.subarray(0, 65_536), name), bytes: own }, { cmaps: CMAPS });
};

export type Place = Pick<Passage, "text" | "section" | "page">;

/** Paragraphs alone, without their numbers. */
export const placesOf = ({ passages }: Gathered): Place[] =>
  passages.filter(({ row }) => row === undefined).map(({ text, section, page }) => ({ text, section, page }));

/** A row as pairs of what stands above a cell and what is in it. */
export const rowsOf = ({ passages }: Gathered): [string, string][][] =>
  passages.flatMap(({ row }) =>
    row === undefined
      ? []
      : [row.cells.map((cell, i): [string, string] => [(row.headings[i] ?? []).join("/"), cell])],
  );
