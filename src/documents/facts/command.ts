/** `documents facts ID`: what a document seems to state, as JSON or to be walked through. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Dataset } from "../../dataset/dataset.ts";
import type { Extraction } from "../../dataset/extraction.ts";
import type { Imported, Library } from "../../dataset/passages.ts";
import { keyOf, openMemory } from "./decisions.ts";
import { keep, type Keeping } from "./keep.ts";
import { createPropose } from "./propose.ts";
import type { Proposal } from "./proposal.ts";
import type { Desk } from "./review/desk.ts";
import { reviewOnScreen, type Terminal } from "./review/full.ts";
import { reviewByLines } from "./review/lines.ts";
import { begin, countsOf } from "./review/state.ts";
import { weigh } from "./weigh.ts";

export interface FactsCommand {
  dataset: () => Dataset;
  words: () => Extraction;
  library: Library;
  /** The operator's own folder; undefined where none is set. */
  keeping: Keeping | undefined;
  /** Where decisions are noted. */
  decisions: string;
  /** VISUAL or EDITOR. */
  editor: string | undefined;
  /** Undefined where there is none, or it has no screen. */
  terminal: Terminal | undefined;
  input: NodeJS.ReadableStream;
  print: (line: string) => void;
  warn: (line: string) => void;
}

/** @throws Error where there is no such document. */
export function printFacts(command: FactsCommand, id: string): void {
  const { proposals } = proposalsOf(command, id);
  const sure = proposals.filter((p) => p.confidence === "sure").length;
  command.warn(`${proposals.length} proposals, ${sure} of them without a doubt`);
  command.print(JSON.stringify(proposals, null, 2));
}

/** @throws Error where there is no such document, or nowhere to keep what is accepted. */
export async function reviewFacts(command: FactsCommand, id: string): Promise<void> {
  const { keeping, terminal, print, input, decisions, editor } = command;
  if (!keeping)
    throw new Error(
      "YUEQUN_DATA is not set: accepted facts are kept in your own data folder; name one in .env.",
    );
  const { imported, proposals } = proposalsOf(command, id);
  const memory = openMemory(decisions, imported.hash);
  const desk: Desk = {
    keep: (proposal) => keep(keeping, proposal),
    memory,
    editor: editor === undefined ? undefined : (text) => throughEditor(editor, text),
  };
  const items = proposals.map((proposal) => {
    const key = keyOf(proposal);
    const decision = memory.of(key);
    return { proposal, key, ...(decision !== undefined && { decision }) };
  });
  const begun = begin(id, items);
  const left = terminal
    ? await reviewOnScreen(desk, begun, terminal)
    : await reviewByLines(desk, begun, { input, print });
  print(`${id}: ${countsOf(left)}`);
}

function proposalsOf(
  { dataset: load, words, library }: FactsCommand,
  id: string,
): { imported: Imported; proposals: Proposal[] } {
  const imported = library.document(id);
  if (!imported)
    throw new Error(`There is no document “${id}”: npm run documents -- list shows those there are.`);
  const dataset = load();
  const propose = createPropose(dataset, words());
  return { imported, proposals: weigh(dataset, propose(imported, library.passages(id))) };
}

/** Waits until the editor is closed. @throws Error where it cannot be started, or fails. */
function throughEditor(editor: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "yuequn-"));
  const file = join(folder, "fact.json");
  try {
    writeFileSync(file, text);
    // As git does: it may have options of its own.
    const { status, error } = spawnSync("/bin/sh", ["-c", `${editor} "$1"`, "sh", file], {
      stdio: "inherit",
    });
    if (error || status !== 0) throw new Error(`The editor “${editor}” failed; nothing is changed.`);
    return readFileSync(file, "utf8");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
