/**
 * Accepted facts go into the operator's own folder: `facts/documents.json` with their sources, `en/facts.json` with their
 * English. A copy of the folder with the fact in it is checked first; nothing is written where the check finds a fault.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import * as z from "zod";
import { ENGLISH } from "../../dataset/english.ts";
import { type Fact, FactFile } from "../../dataset/schema.ts";
import { nextId } from "./number.ts";
import type { Proposal } from "./proposal.ts";

export interface Keeping {
  /** The operator's own. It is made where it is not there. */
  folder: string;
  /** Facts of all folders, those of this one too: read anew each time. @throws Error naming what is wrong. */
  facts: () => readonly Pick<Fact, "id" | "source">[];
  /** All that `npm run data:check` checks, of a folder in the place of the operator's own. @throws Error with the faults. */
  check: (folder: string) => void;
}

const FACTS = join("facts", "documents.json");
const EN = join("en", "facts.json");

/** @returns the id it got. @throws Error with every fault, and then nothing has changed. */
export function keep({ folder, facts, check }: Keeping, { fact, source, english }: Proposal): string {
  const id = nextId(facts(), source.id);
  mkdirSync(folder, { recursive: true });
  // Beside the folder, so that what is renamed stays on its disk.
  const staged = mkdtempSync(join(dirname(folder), `.${basename(folder)}-`));
  try {
    cpSync(folder, staged, { recursive: true });
    const told = read(join(folder, FACTS), FactFile, { sources: [], facts: [] });
    const sources = told.sources.some((s) => s.id === source.id) ? told.sources : [...told.sources, source];
    write(join(staged, FACTS), { sources, facts: [...told.facts, { ...fact, id }] });
    if (english !== undefined)
      write(join(staged, EN), { ...read(join(folder, EN), ENGLISH.facts, {}), [id]: { text: english } });
    checked(check, staged, folder);
    // The fact first: English of a fact that is not there is a fault, a fact without English is none.
    move(staged, folder, FACTS);
    if (english !== undefined) move(staged, folder, EN);
    return id;
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }
}

/** @throws Error naming the file, where it is there and cannot be used. */
function read<T>(file: string, schema: z.ZodType<T>, none: T): T {
  if (!existsSync(file)) return none;
  const parsed = schema.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (parsed.success) return parsed.data;
  throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
}

function write(file: string, content: object): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}

/** What is wrong is told of the folder that the operator knows. */
function checked(check: Keeping["check"], staged: string, folder: string): void {
  try {
    check(staged);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new Error(said.replaceAll(staged, folder), { cause: error });
  }
}

function move(from: string, to: string, file: string): void {
  mkdirSync(dirname(join(to, file)), { recursive: true });
  renameSync(join(from, file), join(to, file));
}
