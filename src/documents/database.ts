/** The file of imported documents. The one file of this room that knows SQLite. */
import { closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import * as z from "zod";
import { TABLES, VERSION } from "./schema.ts";

export type Database = DatabaseSyncInstance;

/** How long one import waits for another that is being written: about 2,000 pages. */
const BUSY_MS = 60_000;
/** A look-up waits for nobody: readers are not held up by a writer. */
const READ_BUSY_MS = 1_000;

/**
 * For an import: made where there is none, readable for its owner alone.
 * @throws Error naming the file and the remedy.
 */
export function openToWrite(file: string): Database {
  return guarded(file, () => {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    // SQLite gives the files beside it the same mode.
    if (!existsSync(file)) closeSync(openSync(file, "a", 0o600));
    const database = new DatabaseSync(file, { timeout: BUSY_MS, enableForeignKeyConstraints: true });
    return settled(database, () => {
      database.exec("PRAGMA journal_mode = WAL");
      inTransaction(database, () => {
        if (versionOf(database) === 0) database.exec(TABLES);
      });
      assertKnown(database);
    });
  });
}

/** For look-ups, while others may write. @throws Error naming the file and the remedy. */
export const openToRead = (file: string): Database =>
  guarded(file, () => {
    const database = new DatabaseSync(file, { timeout: READ_BUSY_MS, readOnly: true });
    return settled(database, () => {
      // 16 MB of pages, and no more: the system keeps what is asked for often.
      database.exec("PRAGMA cache_size = -16000");
      assertKnown(database);
    });
  });

/** All or nothing. Begun as a writer: a reader that wants to write can find another ahead, which no waiting mends. */
export function inTransaction<T>(database: Database, work: () => T): T {
  database.exec("begin immediate");
  try {
    const result = work();
    database.exec("commit");
    return result;
  } catch (error) {
    // A full disk has undone it by itself.
    if (database.isTransaction) database.exec("rollback");
    throw error;
  }
}

const Version = z.object({ user_version: z.number() });

const versionOf = (database: Database): number =>
  Version.parse(database.prepare("PRAGMA user_version").get()).user_version;

/** 0: another process has just made the file and is about to make its tables. */
function assertKnown(database: Database): void {
  const version = versionOf(database);
  if (version > VERSION) throw new Error(`it was made by a newer release: version ${version}`);
  if (version < VERSION) throw new Error(`it has no tables yet`);
}

function settled(database: Database, work: () => void): Database {
  try {
    work();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function guarded(file: string, open: () => Database): Database {
  try {
    return open();
  } catch (error) {
    throw explained(file, error);
  }
}

function explained(file: string, error: unknown): Error {
  const said = error instanceof Error ? error.message : String(error);
  const remedy = /malformed|not a database|corrupt/iu.test(said)
    ? "It is damaged: move it away, and add the documents again from their files."
    : /no tables yet/u.test(said)
      ? "An import is about to make them; where none is under way, remove the file."
      : /newer release/u.test(said)
        ? "Use the release that made it, or move it away and add the documents again."
        : "Make the folder writable for this user, free some space, or set DATA_DIR to another folder.";
  return new Error(`The documents in ${file} cannot be used (${said}). ${remedy}`, { cause: error });
}
