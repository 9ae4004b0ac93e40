/** The English of what the dataset holds: one file of `data/en/` each, by the ids and words of the Chinese. */
import * as z from "zod";
import { Suggestions } from "./language.ts";

const text = z.string().trim().min(1);

export const ENGLISH = {
  facts: z.record(z.string(), z.strictObject({ text, brief: text.optional(), note: text.optional() })),
  /** Role words, parts, units, what a figure is of, places in a source. */
  terms: z.record(z.string(), text),
  documents: z.record(z.string(), z.strictObject({ name: text, short: text, called: text.optional() })),
  sources: z.record(z.string(), z.strictObject({ title: text, publisher: text.optional() })),
  conflicts: z.record(z.string(), z.strictObject({ title: text, say: text })),
  glossary: z.record(z.string(), z.strictObject({ text })),
  about: z.record(z.string(), z.strictObject({ text })),
  suggestions: Suggestions,
} as const;

export type English = { [K in keyof typeof ENGLISH]: z.infer<(typeof ENGLISH)[K]> };
