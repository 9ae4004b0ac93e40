/** What goes wrong with databases: each says what, where and what to do, and loses nothing. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Kysely, sql } from "kysely";
import pg from "pg";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { keepStore } from "../../src/store/keep.ts";
import { migrate, MIGRATIONS } from "../../src/store/migrations.ts";
import { FILE, openStore } from "../../src/store/open.ts";
import { rememberUpdates } from "../../src/store/remember.ts";
import { createSubscriptions } from "../../src/store/subscriptions.ts";
import type { Tables } from "../../src/store/schema.ts";
import { openFile, sqliteDialect } from "../../src/store/sqlite.ts";
import { createPlatform, createWorld, NINE, subscribe, until } from "../support/daily.ts";
import { dropDatabase, ENGINES } from "../support/stores.ts";

afterAll(dropDatabase);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yuequn-trouble-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const embedded = (): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: sqliteDialect(openFile(join(folder, FILE))) });

describe("an embedded database", () => {
  it("is made at first use, folders and all", async () => {
    const dataDir = join(folder, "a", "b");
    await (await openStore({ dataDir })).close();
    expect(readFileSync(join(dataDir, FILE)).subarray(0, 15).toString()).toBe("SQLite format 3");
  });

  it.runIf(process.platform !== "win32")(
    "is for its owner alone: the folders that are made for it, and every file in them while it is written to",
    async () => {
      const dataDir = join(folder, "a", "b");
      const store = await openStore({ dataDir });
      await subscribe(store, "1");
      const modes = (paths: readonly string[]): number[] => paths.map((path) => statSync(path).mode & 0o777);
      expect(modes([join(folder, "a"), dataDir])).toEqual([0o700, 0o700]);
      const files = readdirSync(dataDir).map((name) => join(dataDir, name));
      expect(files.length).toBeGreaterThan(1);
      expect(new Set(modes(files))).toEqual(new Set([0o600]));
      await store.close();
    },
  );

  it("that is damaged is named and left as it is", async () => {
    const file = join(folder, FILE);
    writeFileSync(file, "this is no database, but somebody may want it back ".repeat(50));
    await expect(openStore({ dataDir: folder })).rejects.toThrow(
      new RegExp(`${FILE} cannot be used .*Put a backup in its place`, "u"),
    );
    expect(readFileSync(file, "utf8")).toContain("somebody may want it back");
  });

  it("that is damaged inside is found at the start, not in the middle of a broadcast", async () => {
    const store = await openStore({ dataDir: folder });
    for (let i = 0; i < 300; i += 1) await subscribe(store, `chat ${i}`);
    await store.backup(join(folder, "copy.db"));
    await store.close();
    const bytes = readFileSync(join(folder, "copy.db"));
    bytes.fill(0x5a, 8_192, 24_576);
    const other = join(folder, "other");
    mkdirSync(other);
    writeFileSync(join(other, FILE), bytes);
    await expect(openStore({ dataDir: other })).rejects.toThrow(/damaged/u);
  });

  it("that cannot be written names the folder and the remedy", async () => {
    writeFileSync(join(folder, "file"), "");
    await expect(openStore({ dataDir: join(folder, "file") })).rejects.toThrow(
      /cannot be used .*Make the folder writable .*DATA_DIR/u,
    );
  });

  it("on a full disk refuses the change and keeps what it has", async () => {
    const db = embedded();
    await migrate(db, false);
    const subscriptions = createSubscriptions(db);
    const pages = await sql<{ page_count: number }>`pragma page_count`.execute(db);
    await sql`pragma max_page_count = ${sql.lit((pages.rows[0]?.page_count ?? 0) + 1)}`.execute(db);
    const fill = async (): Promise<void> => {
      for (let i = 0; i < 10_000; i += 1)
        await subscriptions.turnOn({
          id: `s${i}`,
          bot: "telegram:1",
          chat: String(i),
          thread: "",
          time: "09:00",
          zone: "Asia/Shanghai",
          topic: "x".repeat(500),
          next_run_at: 1,
        });
    };
    await expect(fill()).rejects.toThrow(/full/u);
    expect(await subscriptions.find("telegram:1", "0")).toMatchObject({ id: "s0" });
    await db.destroy();
  });

  it("made by a newer version says so, and is not touched", async () => {
    const db = embedded();
    await migrate(db, false, { ...MIGRATIONS, "9999_future": { up: () => Promise.resolve() } });
    await db.destroy();
    await expect(openStore({ dataDir: folder })).rejects.toThrow(
      /newer version of Yuequn.*9999_future.*Update/u,
    );
  });
});

describe("a store that is not there yet", () => {
  it("is opened as soon as it can be, and says meanwhile why not", async () => {
    const blocker = join(folder, "data");
    writeFileSync(blocker, "");
    const reasons: unknown[] = [];
    const kept = keepStore(
      () => openStore({ dataDir: blocker }),
      (error) => reasons.push(error),
    );
    await until("it failed once", () => reasons.length > 0);
    expect(kept.current()).toBeUndefined();
    rmSync(blocker);
    await until("it is open", () => kept.current() !== undefined);
    await kept.close();
  });

  it("makes nobody wait who asks whether an update was seen", async () => {
    const seen = rememberUpdates(
      () => undefined,
      "telegram:1",
      () => 0,
      () => undefined,
    );
    seen.add("1");
    expect(await seen.has("1")).toBe(true);
    await seen.flush();
    expect(await seen.has("2")).toBe(false);
  });
});

describe("a database server", () => {
  it("that cannot be reached is told without the password", async () => {
    const failure = await openStore({
      dataDir: "",
      databaseUrl: "postgres://somebody:s3cret-word@127.0.0.1:1/none",
    }).catch((error: unknown) => error);
    expect(String(failure)).toMatch(/DATABASE_URL cannot be used \(ECONNREFUSED.*server runs/u);
    expect(String(failure)).not.toContain("s3cret-word");
  });

  const [, server] = ENGINES;

  it.skipIf(!server?.isThere)(
    "that drops every connection (PostgreSQL restarted) interrupts nothing for long",
    async () => {
      const place = await server?.place();
      const url = new URL(place?.options.databaseUrl ?? "");
      const name = `yuequn-restart-${process.pid}`;
      url.searchParams.set("application_name", name);
      const troubles: Error[] = [];
      const store = await openStore({
        dataDir: "",
        databaseUrl: url.href.replaceAll("+", "%20"),
        onTrouble: (error) => troubles.push(error),
      });
      const platform = createPlatform();
      for (let i = 0; i < 200; i += 1) await subscribe(store, String(i));
      platform.behave = () => new Promise((resolve) => setTimeout(resolve, 5));
      const { daily } = createWorld(() => store, platform, { repeat: "never" });
      daily.start();
      await until("some are sent", () => platform.sent.length > 20);
      const operator = new pg.Client({
        connectionString: url.href.replaceAll("+", "%20").replace(name, "operator"),
      });
      await operator.connect();
      await operator.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1",
        [name],
      );
      await operator.end();
      await until("all are settled", async () => {
        const { deliveries } = await store.report(0, NINE, 10);
        return (deliveries.sent ?? 0) + (deliveries.unknown ?? 0) === 200;
      });
      const { deliveries } = await store.report(0, NINE, 10);
      const chats = platform.sent.map(({ chat }) => chat);
      expect(new Set(chats).size).toBe(chats.length);
      expect(chats.length).toBeGreaterThanOrEqual(deliveries.sent ?? 0);
      expect(200 - chats.length).toBeLessThanOrEqual(deliveries.unknown ?? 0);
      await daily.stop();
      await store.close();
      await place?.remove();
    },
  );
});
