/** A store of a run's own: a new folder or a new schema, filled in one go, removed at the end. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Kysely } from "kysely";
import pg from "pg";
import { FILE } from "../../src/store/open.ts";
import { openServer } from "../../src/store/postgres.ts";
import type { SubscriptionTable, Tables } from "../../src/store/schema.ts";
import { openFile, sqliteDialect } from "../../src/store/sqlite.ts";

export type Engine = "sqlite" | "postgres";
export const ENGINES: readonly Engine[] = ["sqlite", "postgres"];

/** As `openStore` takes it. */
export interface Place {
  dataDir: string;
  databaseUrl?: string;
}

export interface OwnPlace extends Place {
  /** Removes everything stored there. */
  drop: () => Promise<void>;
}

const SERVER = "postgres://postgres@127.0.0.1:5432/test";
export const serverUrl = (): string => process.env["TEST_DATABASE_URL"] ?? SERVER;

let places = 0;

/** An empty place; on a server a schema of its own, so that runs at the same time do not meet. */
export async function newPlace(engine: Engine): Promise<OwnPlace> {
  const dataDir = mkdtempSync(join(tmpdir(), "yuequn-"));
  const removeFolder = (): void => rmSync(dataDir, { recursive: true, force: true });
  if (engine === "sqlite") return { dataDir, drop: () => Promise.resolve(removeFolder()) };
  places += 1;
  const schema = `yuequn_${process.pid}_${places}`;
  await onServer(`create schema ${schema}`);
  const url = new URL(serverUrl());
  url.searchParams.set("options", `-c search_path=${schema}`);
  return {
    dataDir,
    // A plus is a space only in forms.
    databaseUrl: url.href.replaceAll("+", "%20"),
    async drop() {
      removeFolder();
      await onServer(`drop schema if exists ${schema} cascade`);
    },
  };
}

/** Whether a server answers. */
export async function hasServer(): Promise<boolean> {
  return onServer("select 1").then(
    () => true,
    () => false,
  );
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl(), connectionTimeoutMillis: 3_000 });
  try {
    await client.connect();
    await client.query(statement);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The tables as they are, for what the store has no question for. */
export const tablesOf = ({ dataDir, databaseUrl }: Place): Kysely<Tables> =>
  new Kysely({
    dialect:
      databaseUrl === undefined
        ? sqliteDialect(openFile(join(dataDir, FILE)))
        : openServer(databaseUrl, () => undefined),
  });

/** Below the number of parameters an engine takes. */
const ROWS = 1_000;

/** Writes subscriptions in few statements; one by one, each would wait for the disk. */
export async function subscribe(db: Kysely<Tables>, rows: readonly SubscriptionTable[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS)
    await db
      .insertInto("subscription")
      .values(rows.slice(from, from + ROWS))
      .execute();
}

/** One that is on, for everything, at nine in the morning in Guangdong. */
export const subscription = (
  wish: Pick<SubscriptionTable, "bot" | "chat" | "next_run_at"> & Partial<SubscriptionTable>,
): SubscriptionTable => ({
  id: `${wish.bot}/${wish.chat}`,
  thread: "",
  time: "09:00",
  zone: "Asia/Shanghai",
  topic: "all",
  state: "active",
  reason: null,
  paused_until: null,
  ...wish,
});
