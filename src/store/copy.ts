/** A backup opened for reading: checked to the last row, in tables of today. The file itself is never written to. */
import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Kysely, sql } from "kysely";
import { migrate, NewerDatabase } from "./migrations.ts";
import type { Tables } from "./schema.ts";
import { openFile, sqliteDialect } from "./sqlite.ts";
import { isSame, readManifest, sumOf, TABLES } from "./sums.ts";

/**
 * Works with what a backup holds.
 * @throws Error in one line with the remedy: not there, not whole, no backup of ours, made by a newer version.
 */
export async function withBackup<T>(file: string, work: (copy: Kysely<Tables>) => Promise<T>): Promise<T> {
  if (!existsSync(file) || !statSync(file).isFile())
    throw new Error(`${file} is no file; name one that npm run backup has made. Nothing was changed.`);
  const folder = mkdtempSync(join(tmpdir(), "yuequn-restore-"));
  try {
    const copy = await checkedCopy(file, join(folder, "copy.db"));
    try {
      return await work(copy);
    } finally {
      await copy.destroy();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function checkedCopy(file: string, own: string): Promise<Kysely<Tables>> {
  copyFileSync(file, own);
  // Who copied the database by hand may have what was not yet written into it beside it.
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${own}-wal`);
  let copy: Kysely<Tables> | undefined;
  try {
    copy = new Kysely<Tables>({ dialect: sqliteDialect(openFile(own)) });
    await assertOurs(copy);
    await assertWhole(copy);
    await migrate(copy, false);
    return copy;
  } catch (error) {
    await copy?.destroy();
    throw explained(file, error);
  }
}

/** Why a file cannot be restored from. */
class Unfit extends Error {}

async function assertOurs(copy: Kysely<Tables>): Promise<void> {
  const names = new Set((await copy.introspection.getTables()).map(({ name }) => name));
  if (!names.has("subscription") || !names.has("delivery"))
    throw new Unfit("is no backup of Yuequn: name one that npm run backup has made");
}

async function assertWhole(copy: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(1)`.execute(copy);
  const said = rows[0]?.integrity_check;
  if (said !== "ok") throw new Error(said);
  const manifest = await readManifest(copy);
  if (!manifest) return;
  for (const table of TABLES) {
    const written = manifest.get(table);
    // A table that this backup is too old to know.
    if (written === undefined) continue;
    if (!isSame(await sumOf(copy, table), written)) throw new Error(`${table} is not as it was written`);
  }
}

function explained(file: string, error: unknown): Error {
  if (error instanceof Unfit) return new Error(`${file} ${error.message}. Nothing was changed.`);
  if (error instanceof NewerDatabase)
    return new Error(
      `${file} was made by a newer version of Yuequn (it has migration ${error.migration}). Update the program, then restore. Nothing was changed.`,
    );
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const said = cause instanceof Error ? cause.message : String(cause);
  return new Error(
    `${file} is damaged or only half written (${said}): take another backup. Nothing was changed.`,
    { cause: error },
  );
}
