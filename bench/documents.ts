/** `npm run bench -- documents`: what becomes of the documents an operator brings, how fast, and how much of it is read. */
import type { Depth } from "./run.ts";
import { extractionReport } from "./documents/extraction.ts";
import { importReport } from "./documents/import.ts";

/** @returns the section as Markdown. */
export async function runDocuments(depth: Depth): Promise<string> {
  return `## Documents\n\n${await importReport(depth)}\n\n${extractionReport()}\n`;
}
