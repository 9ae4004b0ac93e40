/** A consistent copy of everything stored, while the bot runs: one SQLite file, whichever engine is in use. */
import { existsSync, renameSync, rmSync } from "node:fs";
import { Kysely, sql } from "kysely";
import { migrate } from "./migrations.ts";
import type { Tables } from "./schema.ts";
import { openFile, sqliteDialect } from "./sqlite.ts";

/** Leases are of the moment and not copied. */
const TABLES = ["subscription", "delivery", "history", "seen", "setting", "vote", "unanswered"] as const;
/** Rows in one statement: SQLite takes 32,766 parameters, and a row has 15 columns at most. */
const BATCH = 1_000;

/** Copies from an embedded database: SQLite's own way, which holds up nobody who writes. */
export const backupFile = (db: Kysely<Tables>, file: string): Promise<void> =>
  complete(file, async (partial) => {
    await sql`vacuum into ${partial}`.execute(db);
  });

/** Copies from a server, table by table, all of one moment. */
export const backupServer = (db: Kysely<Tables>, file: string): Promise<void> =>
  complete(file, async (partial) => {
    const copy = new Kysely<Tables>({ dialect: sqliteDialect(openFile(partial)) });
    try {
      // Without a log beside it the file alone is the copy.
      await sql`pragma journal_mode = delete`.execute(copy);
      await migrate(copy, false);
      const moment = db.transaction().setIsolationLevel("repeatable read");
      await moment.execute(async (source) => {
        for (const table of TABLES) await copyTable(source, copy, table);
      });
    } finally {
      await copy.destroy();
    }
  });

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

async function copyTable(
  from: Kysely<Tables>,
  to: Kysely<Tables>,
  table: (typeof TABLES)[number],
): Promise<void> {
  let rows: object[] = [];
  const write = async (): Promise<void> => {
    if (rows.length > 0) await to.insertInto(table).values(rows).execute();
    rows = [];
  };
  for await (const row of from.selectFrom(table).selectAll().stream(BATCH)) {
    rows.push(row);
    if (rows.length === BATCH) await write();
  }
  await write();
}
