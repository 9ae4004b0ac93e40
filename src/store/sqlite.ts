/** The embedded engine: one file, created at first use. */
import { closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import { type Dialect, SqliteAdapter, SqliteDialect, type SqliteDatabase } from "kysely";
import * as z from "zod";

/** How long a statement waits for another process that writes. */
const BUSY_MS = 5_000;

/**
 * Opens or creates the file.
 * @throws Error naming the file and the remedy: not writable, damaged, no database.
 */
export function openFile(file: string): DatabaseSyncInstance {
  let database: DatabaseSyncInstance | undefined;
  try {
    createPrivate(file);
    database = new DatabaseSync(file, { timeout: BUSY_MS });
    database.exec("PRAGMA journal_mode = WAL");
    // FULL: what is marked as being sent must still be marked after a power cut.
    database.exec("PRAGMA synchronous = FULL");
    assertSound(database);
    return database;
  } catch (error) {
    database?.close();
    throw explained(file, error);
  }
}

/** Begins a file, and its folders, that nobody else of this machine can read; SQLite gives files beside it the same mode. */
export function createPrivate(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  if (!existsSync(file)) closeSync(openSync(file, "a", 0o600));
}

const Check = z.array(z.object({ quick_check: z.string() }));

/** A few milliseconds for a file of some megabytes. */
function assertSound(database: DatabaseSyncInstance): void {
  const [first] = Check.parse(database.prepare("PRAGMA quick_check(1)").all());
  if (first?.quick_check !== "ok") throw new Error(`malformed: ${first?.quick_check ?? ""}`);
}

function explained(file: string, error: unknown): Error {
  const said = error instanceof Error ? error.message : String(error);
  const remedy = /malformed|not a database|corrupt/iu.test(said)
    ? "The file is damaged. Put a backup in its place, or move it away to begin with an empty one; it was not changed."
    : "Make the folder writable for this user, free some space, or set DATA_DIR to another folder.";
  return new Error(`The database ${file} cannot be used (${said}). ${remedy}`, { cause: error });
}

/** Kysely's SQLite dialect over an open file. */
export function sqliteDialect(database: DatabaseSyncInstance): Dialect {
  const inner = new SqliteDialect({ database: adapted(database) });
  return {
    createAdapter: () => new TransactionalDdl(),
    createDriver: () => inner.createDriver(),
    createQueryCompiler: () => inner.createQueryCompiler(),
    createIntrospector: (db) => inner.createIntrospector(db),
  };
}

/** SQLite can undo changes of tables: a migration that was cut off leaves nothing half done. */
class TransactionalDdl extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** A full disk has undone the transaction by itself: that error is the one to tell, not that there is none to undo. */
function undone(database: DatabaseSyncInstance): { changes: number; lastInsertRowid: number } {
  if (database.isTransaction) database.exec("rollback");
  return { changes: 0, lastInsertRowid: 0 };
}

/** In the middle of its work the program has nothing but what SQLite says, which is all that an operator reads. */
function withRemedy<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error) || !/disk is full/iu.test(error.message)) throw error;
    throw new Error(
      `${error.message}: free some space where the database lies; nothing that is in it is lost`,
      {
        cause: error,
      },
    );
  }
}

/** Kysely expects the interface of another driver; it differs in how parameters are given. */
function adapted(database: DatabaseSyncInstance): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare(sql) {
      // Every transaction of ours writes. Begun as a reader it could find another writer ahead, which no waiting mends.
      const statement = database.prepare(sql === "begin" ? "begin immediate" : sql);
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => withRemedy(() => statement.all(...parameters)),
        run: (parameters) =>
          sql === "rollback" ? undone(database) : withRemedy(() => statement.run(...parameters)),
        iterate: (parameters) => statement.iterate(...parameters),
      };
    },
  };
}
