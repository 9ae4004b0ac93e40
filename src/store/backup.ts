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
  const leftovers = [partial, `${partial}-wal`, `${partial}-shm`];
  for (const left of leftovers) rmSync(left, { force: true });
  try {
    await write(partial);
    renameSync(partial, file);
  } finally {
    for (const left of leftovers) rmSync(left, { force: true });
  }
}
