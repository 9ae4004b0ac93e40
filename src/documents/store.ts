/** Adds, replaces and removes documents: each in one transaction, so that nobody ever sees a part of one. */
import * as z from "zod";
import type { Imported, Passage } from "../dataset/passages.ts";
import { type Database, inTransaction, openToWrite } from "./database.ts";
import { DocumentRow, importedOf, keyOf, MOST_PASSAGES } from "./schema.ts";
import { indexed } from "./words.ts";

/** A passage before its document has a place. */
export type Draft = Omit<Passage, "document">;

/** `same`: this very file is there, under the id it has. `taken`: the id is another file's. */
export interface Added {
  outcome: "added" | "replaced" | "same" | "taken";
  /** What is there now. */
  document: Imported;
}

export interface DocumentStore {
  documents(): Imported[];
  /** What adding would come to, without adding. */
  foresee(document: Imported, replace: boolean): Added;
  /** @param now milliseconds since 1970. */
  add(document: Imported, passages: readonly Draft[], options: { replace: boolean; now: number }): Added;
  /** @returns false where there is none of that id. */
  remove(id: string): boolean;
  /**
   * Puts the index together, through each part of which a look-up has to go: after the last of several documents. Four
   * seconds with 25,000 pages; look-ups go on meanwhile.
   */
  settle(): void;
  close(): void;
}

/** @throws Error naming the file and the remedy. */
export function openStore(file: string): DocumentStore {
  const database = openToWrite(file);
  return {
    documents: () => rows(database).map(importedOf),
    foresee: (document, replace) => toldOf(outcomeOf(database, document, replace), document),
    add: (document, passages, options) =>
      inTransaction(database, () => added(database, document, passages, options)),
    remove: (id) => inTransaction(database, () => removed(database, id)),
    settle: () => database.exec("insert into terms (terms) values ('optimize')"),
    close: () => database.close(),
  };
}

const rows = (database: Database): DocumentRow[] =>
  z.array(DocumentRow).parse(database.prepare("select * from document order by id").all());

type Foreseen = { outcome: "added" } | { outcome: "same" | "taken" | "replaced"; row: DocumentRow };

function outcomeOf(
  database: Database,
  { id, hash }: Pick<Imported, "id" | "hash">,
  replace: boolean,
): Foreseen {
  const found = z
    .array(DocumentRow)
    .parse(database.prepare("select * from document where id = ? or hash = ?").all(id, hash));
  const same = found.find((row) => row.hash === hash);
  if (same !== undefined) return { outcome: "same", row: same };
  const [there] = found;
  if (there === undefined) return { outcome: "added" };
  return { outcome: replace ? "replaced" : "taken", row: there };
}

function added(
  database: Database,
  document: Imported,
  passages: readonly Draft[],
  { replace, now }: { replace: boolean; now: number },
): Added {
  const foreseen = outcomeOf(database, document, replace);
  if (foreseen.outcome === "same" || foreseen.outcome === "taken") return toldOf(foreseen, document);
  if (passages.length > MOST_PASSAGES)
    throw new Error(
      `${document.id} has ${passages.length} paragraphs: split it; ${MOST_PASSAGES} are the most.`,
    );
  if (foreseen.outcome === "replaced") removed(database, foreseen.row.id);
  const no = insertDocument(database, document, now);
  insertPassages(database, no, document, passages);
  return toldOf(foreseen, document);
}

const toldOf = (foreseen: Foreseen, document: Imported): Added => ({
  outcome: foreseen.outcome,
  document: foreseen.outcome === "same" || foreseen.outcome === "taken" ? importedOf(foreseen.row) : document,
});

const COLUMNS = [
  "id",
  "hash",
  "document",
  "cluster",
  "title",
  "issuer",
  "number",
  "date",
  "url",
  "grade",
  "pages",
] as const satisfies readonly (keyof Imported)[];

function insertDocument(database: Database, document: Imported, now: number): number {
  const marks = COLUMNS.map(() => "?").join(", ");
  const { lastInsertRowid } = database
    .prepare(`insert into document (${COLUMNS.join(", ")}, added_at) values (${marks}, ?)`)
    .run(...COLUMNS.map((column) => document[column] ?? null), now);
  return Number(lastInsertRowid);
}

function insertPassages(
  database: Database,
  no: number,
  document: Imported,
  passages: readonly Draft[],
): void {
  const passage = database.prepare("insert into passage values (?, ?, ?, ?, ?, ?, ?)");
  const terms = database.prepare("insert into terms (rowid, text, around) values (?, ?, ?)");
  const around = remembered(indexed);
  const keyed = passages.map((one) => ({ key: keyOf(no, one), one }));
  // The index takes rows in the order of their keys; out of order it would write to the disk after each.
  for (const { key, one } of keyed.toSorted((a, b) => a.key - b.key)) {
    const row = one.row === undefined ? null : JSON.stringify(one.row);
    passage.run(key, no, one.paragraph, one.page, JSON.stringify(one.section), one.text, row);
    terms.run(key, indexed(one.text), around(aroundOf(document, one)));
  }
}

/** What a passage is named by besides its own text, in parts that no phrase reaches over. */
function aroundOf({ title }: Imported, { section, row }: Draft): string {
  const above = row === undefined ? [] : [row.caption ?? "", ...new Set(row.headings.flat())];
  return [title, ...section, ...above].join(APART);
}

const APART = "。";

/** The paragraphs of a section have the same around them. */
function remembered(work: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text) ?? work(text);
    known.set(text, found);
    return found;
  };
}

const Key = z.array(z.object({ key: z.number() }));

function removed(database: Database, id: string): boolean {
  const row = database.prepare("select no from document where id = ?").get(id);
  if (row === undefined) return false;
  const { no } = z.object({ no: z.number() }).parse(row);
  const gone = database.prepare("delete from terms where rowid = ?");
  for (const { key } of Key.parse(database.prepare("select key from passage where no = ?").all(no)))
    gone.run(key);
  database.prepare("delete from passage where no = ?").run(no);
  database.prepare("delete from document where no = ?").run(no);
  return true;
}
