/** Whether two tables hold the same: how many rows, and a checksum that does not depend on their order or the engine. */
import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { Tables } from "./schema.ts";

/** What is copied, restored and compared. */
export const TABLES = [
  "subscription",
  "delivery",
  "history",
  "seen",
  "setting",
  "vote",
  "unanswered",
] as const;
/** What nobody could go on with later: who works, and on what. */
export const OF_THE_MOMENT = ["lease", "inbox", "worker", "recent"] as const;
export type Table = (typeof TABLES)[number];

/** Rows in one go: SQLite takes 32,766 parameters, and a row has 15 columns at most. */
export const BATCH = 1_000;

export interface Sum {
  rows: number;
  /** 32 hexadecimal digits. */
  sum: string;
}

export type Sums = Partial<Record<Table, Sum>>;

/** Adds up rows one by one. */
export interface Adder {
  add(row: object): void;
  result(): Sum;
}

const MODULUS = 2n ** 128n;

export function createAdder(): Adder {
  let rows = 0;
  let total = 0n;
  return {
    add(row) {
      const columns = Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1));
      const digest = createHash("sha256").update(JSON.stringify(columns)).digest("hex");
      total = (total + BigInt(`0x${digest.slice(0, 32)}`)) % MODULUS;
      rows += 1;
    },
    result: () => ({ rows, sum: total.toString(16).padStart(32, "0") }),
  };
}

export async function sumOf(db: Kysely<Tables>, table: Table): Promise<Sum> {
  const adder = createAdder();
  for await (const row of db.selectFrom(table).selectAll().stream(BATCH)) adder.add(row);
  return adder.result();
}

export const isSame = (one: Sum, other: Sum | undefined): boolean =>
  one.rows === other?.rows && one.sum === other.sum;

/** Copies a table, and reads back what arrived. @throws Error where that is not the same. */
export async function copyTable(from: Kysely<Tables>, to: Kysely<Tables>, table: Table): Promise<Sum> {
  const adder = createAdder();
  let rows: object[] = [];
  const write = async (): Promise<void> => {
    if (rows.length > 0) await to.insertInto(table).values(rows).execute();
    rows = [];
  };
  for await (const row of from.selectFrom(table).selectAll().stream(BATCH)) {
    adder.add(row);
    rows.push(row);
    if (rows.length === BATCH) await write();
  }
  await write();
  const read = adder.result();
  const arrived = await sumOf(to, table);
  if (!isSame(read, arrived))
    throw new Error(
      `${read.rows} rows of ${table} were read and ${arrived.rows} arrived, or not the same; try again`,
    );
  return read;
}

/** In a backup: what it holds, so that it can be told whether it still does. */
const MANIFEST = "backup_sum";

export async function writeManifest(db: Kysely<Tables>, sums: Sums): Promise<void> {
  const manifest = sql.table(MANIFEST);
  // A database that was put back from a backup has an old one.
  await sql`drop table if exists ${manifest}`.execute(db);
  await sql`create table ${manifest} (name text primary key, rows integer not null, sum text not null)`.execute(
    db,
  );
  for (const [name, { rows, sum }] of Object.entries(sums))
    await sql`insert into ${manifest} values (${name}, ${rows}, ${sum})`.execute(db);
}

/** @returns undefined where there is none: it was made by a version that wrote none. */
export async function readManifest(db: Kysely<Tables>): Promise<Map<string, Sum> | undefined> {
  const tables = await db.introspection.getTables();
  if (!tables.some(({ name }) => name === MANIFEST)) return undefined;
  const { rows } = await sql<
    Sum & { name: string }
  >`select name, rows, sum from ${sql.table(MANIFEST)}`.execute(db);
  return new Map(rows.map(({ name, ...sum }) => [name, sum]));
}
