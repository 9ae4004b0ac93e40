/** How a database is, without changing anything in it. */
import { existsSync, statfsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import pg from "pg";
import * as z from "zod";
import { MIGRATIONS } from "./migrations.ts";
import { FILE, type StoreOptions } from "./open.ts";
import { OF_THE_MOMENT, TABLES } from "./sums.ts";

export interface Condition {
  /** Engine and place, without a password. */
  place: string;
  /** False where the bot will make it when it first starts. */
  exists: boolean;
  /** Why nothing can be written; undefined: it can. */
  readOnly: string | undefined;
  /** Migrations that the program will make, and those of a newer program. */
  pending: string[];
  unknown: string[];
  /** Permission bits of the file. */
  mode: number | undefined;
  /** Permission bits of the folder it lies in. */
  folderMode: number | undefined;
  freeBytes: number | undefined;
  /** Milliseconds since the epoch, by the server's clock. */
  clock: number | undefined;
}

const CONNECT_MS = 5_000;
const Names = z.array(z.object({ name: z.string() }));

/** @throws Error where it cannot be opened or is damaged. */
export const inspectStore = ({ dataDir, databaseUrl }: StoreOptions): Promise<Condition> =>
  databaseUrl === undefined ? Promise.resolve(inspectFile(join(dataDir, FILE))) : inspectServer(databaseUrl);

function inspectFile(file: string): Condition {
  const exists = existsSync(file);
  const { bavail, bsize } = statfsSync(standing(dirname(file)));
  return {
    place: file,
    exists,
    ...(exists ? lookInto(file) : { readOnly: undefined, pending: [], unknown: [] }),
    mode: exists ? modeOf(file) : undefined,
    folderMode: exists ? modeOf(dirname(file)) : undefined,
    freeBytes: bavail * bsize,
    clock: undefined,
  };
}

/** What Windows says of permissions is made up. */
const modeOf = (path: string): number | undefined =>
  process.platform === "win32" ? undefined : statSync(path).mode & 0o777;

/** The folder, or the nearest above it that is there. */
const standing = (folder: string): string => (existsSync(folder) ? folder : standing(dirname(folder)));

function lookInto(file: string): Pick<Condition, "readOnly" | "pending" | "unknown"> {
  const database = new DatabaseSync(file, { timeout: CONNECT_MS });
  try {
    const check = JSON.stringify(database.prepare("PRAGMA quick_check(1)").all());
    if (!check.includes('"ok"')) throw new Error(`the file is damaged: ${check}`);
    const hasTable = database.prepare("SELECT name FROM sqlite_schema WHERE name = 'kysely_migration'").all();
    const done = hasTable.length === 0 ? [] : database.prepare("SELECT name FROM kysely_migration").all();
    return { readOnly: whyReadOnly(database), ...compared(Names.parse(done).map(({ name }) => name)) };
  } finally {
    database.close();
  }
}

function whyReadOnly(database: InstanceType<typeof DatabaseSync>): string | undefined {
  try {
    database.exec("BEGIN IMMEDIATE; ROLLBACK");
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const compared = (done: readonly string[]): Pick<Condition, "pending" | "unknown"> => ({
  pending: Object.keys(MIGRATIONS).filter((name) => !done.includes(name)),
  unknown: done.filter((name) => !(name in MIGRATIONS)),
});

const State = z.object({
  at: z.coerce.number(),
  standby: z.boolean(),
  read_only: z.string(),
  may_create: z.boolean().nullable(),
  has_table: z.boolean(),
  may_write: z.boolean().nullable(),
});

/** May the user write into the tables, as far as they are there? */
const MAY_WRITE = `(select bool_and(has_table_privilege(c.oid, 'INSERT') and has_table_privilege(c.oid, 'UPDATE')
  and has_table_privilege(c.oid, 'DELETE') and has_table_privilege(c.oid, 'SELECT'))
  from pg_class c where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
  and c.relname in (${[...TABLES, ...OF_THE_MOMENT].map((name) => `'${name}'`).join(", ")}))`;

async function inspectServer(url: string): Promise<Condition> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: CONNECT_MS,
    application_name: "yuequn doctor",
  });
  // It may break while nobody asks it anything.
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query(
      `select extract(epoch from clock_timestamp()) * 1000 as at, pg_is_in_recovery() as standby,
        current_setting('transaction_read_only') as read_only,
        has_schema_privilege(current_schema(), 'CREATE') as may_create,
        to_regclass('kysely_migration') is not null as has_table, ${MAY_WRITE} as may_write`,
    );
    const state = State.parse(rows[0]);
    const done = state.has_table ? (await client.query("select name from kysely_migration")).rows : [];
    const { host, database = "" } = client;
    return {
      place: `PostgreSQL at ${host}, database ${database}`,
      exists: state.has_table,
      readOnly: whyServerReadOnly(state),
      ...(state.has_table
        ? compared(Names.parse(done).map(({ name }) => name))
        : { pending: [], unknown: [] }),
      mode: undefined,
      folderMode: undefined,
      freeBytes: undefined,
      clock: state.at,
    };
  } finally {
    await client.end();
  }
}

function whyServerReadOnly(state: z.infer<typeof State>): string | undefined {
  if (state.standby) return "the server is a standby, which nobody can write to";
  if (state.read_only === "on") return "the database is set to read only";
  if (state.may_create === null) return "no schema of its search_path is there";
  if (!state.may_create) return "the user may not create tables in the schema";
  return state.may_write === false ? "the user may not write into the tables" : undefined;
}
