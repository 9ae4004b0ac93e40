/** What was decided of the proposals of a document, so that a review goes on where it was left. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import * as z from "zod";
import type { Proposal } from "./proposal.ts";

const Decision = z.enum(["accepted", "skipped"]);
export type Decision = z.infer<typeof Decision>;

/** By the hash of a file, then by proposal. */
const Decisions = z.record(z.string(), z.record(z.string(), Decision));

/** The same as long as the same sentence of the same file gives the same fact. */
export const keyOf = ({ fact, evidence }: Proposal): string =>
  createHash("sha256")
    .update(`${evidence.paragraph} ${evidence.sentence} ${fact.text}`)
    .digest("hex")
    .slice(0, 16);

export interface Memory {
  of(key: string): Decision | undefined;
  /** Written at once: whoever stops has lost nothing. */
  note(key: string, decision: Decision): void;
}

/** @param hash of the file. @throws Error where what was noted cannot be read. */
export function openMemory(file: string, hash: string): Memory {
  const all = existsSync(file) ? Decisions.parse(JSON.parse(readFileSync(file, "utf8"))) : {};
  const own = all[hash] ?? {};
  return {
    of: (key) => own[key],
    note(key, decision) {
      own[key] = decision;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.new`, `${JSON.stringify({ ...all, [hash]: own })}\n`);
      renameSync(`${file}.new`, file);
    },
  };
}
