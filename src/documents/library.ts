/** Look-ups in imported documents, while others may be added. */
import { statSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { type Imported, type Library, NO_LIBRARY, type Passage } from "../dataset/passages.ts";
import { tellOnce } from "../shared/once.ts";
import { type Database, openToRead } from "./database.ts";
import { createFind } from "./find.ts";
import { DocumentRow, FILE, importedOf, PassageRow } from "./schema.ts";

export interface LibraryOptions {
  /** Folder of library.db, which need not be there yet. */
  dataDir: string;
  /** Told once of what is wrong with the file; until it is mended, nothing is found. */
  onTrouble: (problem: string) => void;
}

export interface OpenLibrary extends Library {
  close(): void;
}

/** Never throws: without its documents the bot answers as ever. What another process adds is there at the next look-up. */
export function openLibrary({ dataDir, onTrouble }: LibraryOptions): OpenLibrary {
  const file = join(dataDir, FILE);
  const tell = tellOnce(onTrouble);
  let opened: Opened | undefined;
  const close = (): void => {
    opened?.close();
    opened = undefined;
  };
  const asked = <T>(ask: (library: Library) => T): T => {
    try {
      const number = fileNumber(file);
      if (opened?.number !== number) close();
      if (number === undefined) return ask(NO_LIBRARY);
      opened ??= openFile(file, number);
      return ask(opened.library);
    } catch (error) {
      close();
      tell(error instanceof Error ? error.message : String(error));
      return ask(NO_LIBRARY);
    }
  };
  return {
    documents: () => asked((library) => library.documents()),
    document: (id) => asked((library) => library.document(id)),
    passages: (id) => asked((library) => library.passages(id)),
    passage: (id, paragraph) => asked((library) => library.passage(id, paragraph)),
    find: (wanted, limit) => asked((library) => library.find(wanted, limit)),
    close,
  };
}

/** Tells one file from another that took its name; undefined where there is none, or one that is just being made. */
function fileNumber(file: string): number | undefined {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined || stat.size === 0 ? undefined : stat.ino;
}

interface Opened {
  number: number;
  library: Library;
  close(): void;
}

function openFile(file: string, number: number): Opened {
  const database = openToRead(file);
  const documents = createDocuments(database);
  const ofDocument = database.prepare(
    `select d.id, p.* from passage p join document d using (no) where d.id = ? order by p.paragraph`,
  );
  const atPlace = database.prepare(
    `select d.id, p.* from passage p join document d using (no) where d.id = ? and p.paragraph = ?`,
  );
  const one = (row: unknown): Passage | undefined => (row === undefined ? undefined : PassageRow.parse(row));
  const library: Library = {
    documents: () => [...documents().values()],
    document: (id) => documents().get(id),
    passages: (id) => z.array(PassageRow).parse(ofDocument.all(id)),
    passage: (id, paragraph) => one(atPlace.get(id, paragraph)),
    find: createFind(database),
  };
  return { number, library, close: () => database.close() };
}

const Changes = z.object({ data_version: z.number() });

/** All documents by id, read again when another process has changed something. */
function createDocuments(database: Database): () => ReadonlyMap<string, Imported> {
  const changes = database.prepare("PRAGMA data_version");
  const all = database.prepare("select * from document order by id");
  let seen: number | undefined;
  let known: ReadonlyMap<string, Imported> = new Map();
  return () => {
    const { data_version: version } = Changes.parse(changes.get());
    if (version !== seen) {
      const rows = z.array(DocumentRow).parse(all.all());
      known = new Map(rows.map((row) => [row.id, importedOf(row)]));
      seen = version;
    }
    return known;
  };
}
