/** The engines a store runs on, for tests that must hold on each: a file, and a real PostgreSQL server where there is one. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openStore, type Store, type StoreOptions } from "../../src/store/open.ts";

/** Where a server usually is on a developer's machine. */
const USUAL = "postgres://postgres@127.0.0.1:5432/postgres";
const SERVER = process.env["TEST_DATABASE_URL"] ?? USUAL;

async function isThere(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

const hasServer = await isThere(SERVER);
if (!hasServer)
  console.warn(
    `\n!!! NO POSTGRESQL AT ${process.env["TEST_DATABASE_URL"] === undefined ? USUAL : "TEST_DATABASE_URL"}: THE TESTS OF THE SHARED STORE ARE SKIPPED !!!\n`,
  );

/** An empty database of its own. */
export interface Place {
  options: StoreOptions;
  remove: () => Promise<void>;
}

export interface Engine {
  name: "SQLite" | "PostgreSQL";
  isThere: boolean;
  place: () => Promise<Place>;
}

function filePlace(): Promise<Place> {
  const dataDir = mkdtempSync(join(tmpdir(), "yuequn-store-"));
  return Promise.resolve({
    options: { dataDir },
    remove: () => Promise.resolve(rmSync(dataDir, { recursive: true, force: true })),
  });
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

let count = 0;
let database: Promise<string> | undefined;

/** A database of its own for each test file: the query layer looks into all schemas, and others come and go. */
async function createDatabase(): Promise<string> {
  const name = `yuequn_test_${randomBytes(8).toString("hex")}`;
  await run(SERVER, `create database ${name}`);
  const url = new URL(SERVER);
  url.pathname = `/${name}`;
  return url.href;
}

/** At the end of a test file, or of a run: nothing is left on the server. */
export async function dropDatabase(): Promise<void> {
  const own = await database;
  database = undefined;
  if (own !== undefined) await run(SERVER, `drop database ${new URL(own).pathname.slice(1)} with (force)`);
}

async function serverPlace(): Promise<Place> {
  const own = await (database ??= createDatabase());
  const schema = `place_${(count += 1)}`;
  await run(own, `create schema ${schema}`);
  const url = new URL(own);
  url.searchParams.set("options", `-c search_path=${schema}`);
  return {
    options: { dataDir: "", databaseUrl: url.href.replaceAll("+", "%20") },
    remove: () => run(own, `drop schema ${schema} cascade`),
  };
}

export const ENGINES: readonly Engine[] = [
  { name: "SQLite", isThere: true, place: filePlace },
  { name: "PostgreSQL", isThere: hasServer, place: serverPlace },
];

/** A store on a fresh place; `close` removes both. */
export async function freshStore(engine: Engine): Promise<Store & { options: StoreOptions }> {
  const { options, remove } = await engine.place();
  const store = await openStore(options);
  return {
    ...store,
    options,
    close: async () => {
      await store.close();
      await remove();
    },
  };
}
