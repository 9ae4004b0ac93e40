/** A consistent copy of everything stored, while the bot runs: one SQLite file, whichever engine is in use. */
import { existsSync, renameSync, rmSync } from "node:fs";
import { Kysely, sql } from "kysely";
import { migrate } from "./migrations.ts";
import type { Tables } from "./schema.ts";
import { createPrivate, openFile, sqliteDialect } from "./sqlite.ts";
import { copyTable, type Sums, OF_THE_MOMENT, sumOf, TABLES, writeManifest } from "./sums.ts";

/** Copies from an embedded database: SQLite's own way, which holds up nobody who writes. */
export const backupFile = (db: Kysely<Tables>, file: string): Promise<void> =>
  complete(file, async (partial) => {
    createPrivate(partial);
    await sql`vacuum into ${partial}`.execute(db);
    await withCopy(partial, async (copy) => {
      const sums: Sums = {};
      for (const table of TABLES) sums[table] = await sumOf(copy, table);
      for (const table of OF_THE_MOMENT) await copy.deleteFrom(table).execute();
      await writeManifest(copy, sums);
    });
  });

/** Copies from a server, table by table, all of one moment. */
export const backupServer = (db: Kysely<Tables>, file: string): Promise<void> =>
  complete(file, (partial) =>
    withCopy(partial, async (copy) => {
      await migrate(copy, false);
      const sums: Sums = {};
      const moment = db.transaction().setIsolationLevel("repeatable read");
      await moment.execute(async (source) => {
        for (const table of TABLES) sums[table] = await copyTable(source, copy, table);
      });
      await writeManifest(copy, sums);
    }),
  );

async function withCopy(file: string, work: (copy: Kysely<Tables>) => Promise<void>): Promise<void> {
  const copy = new Kysely<Tables>({ dialect: sqliteDialect(openFile(file)) });
  try {
    // Without a log beside it the file alone is the copy.
    await sql`pragma journal_mode = delete`.execute(copy);
    await work(copy);
  } finally {
    await copy.destroy();
  }
}

/** The file appears when it is whole. @throws Error where it is there already or cannot be written. */
async function complete(file: string, write: (partial: string) => Promise<void>): Promise<void> {
  if (existsSync(file)) throw new Error(`${file} is there already; name a new file.`);
  const partial = `${file}.partial`;
  try {
    removeLeft(partial);
    await write(partial);
    renameSync(partial, file);
  } catch (error) {
    throw explained(file, error);
  } finally {
    removeLeft(partial);
  }
}

function removeLeft(partial: string): void {
  for (const left of [partial, `${partial}-wal`, `${partial}-shm`])
    if (existsSync(left)) rmSync(left, { force: true });
}

/** What the place of the file says no to, and not the database that is copied. */
const NO_PLACE =
  /\b(?:EACCES|EDQUOT|EEXIST|ENOSPC|ENOTDIR|EPERM|EROFS)\b|disk is full|unable to open database file/u;

function explained(file: string, error: unknown): unknown {
  if (!(error instanceof Error) || !NO_PLACE.test(error.message)) return error;
  return new Error(
    `${file} cannot be written (${error.message}): free some space, or name a file where this user may write. Nothing is left of it.`,
    { cause: error },
  );
}
