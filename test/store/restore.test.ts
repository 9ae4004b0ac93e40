/** Backup → restore: the same on either engine and across them, all of it or nothing. */
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Kysely, sql } from "kysely";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { FILE, openStore, restoreStore, type Store, type StoreOptions } from "../../src/store/open.ts";
import type { RestoreOptions } from "../../src/store/restore.ts";
import { openFile, sqliteDialect } from "../../src/store/sqlite.ts";
import { BOT, createPlatform, createWorld, DAY, HOUR, NINE, subscribe, until } from "../support/daily.ts";
import { dropDatabase, type Engine, ENGINES } from "../support/stores.ts";

afterAll(dropDatabase);

const undo: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step();
});

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "yuequn-restore-test-"));
  undo.push(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

async function place(engine: Engine): Promise<StoreOptions> {
  const { options, remove } = await engine.place();
  undo.push(remove);
  return options;
}

async function opened(options: StoreOptions): Promise<Store> {
  const store = await openStore(options);
  undo.push(() => store.close());
  return store;
}

const PLAIN: RestoreOptions = { force: false, missed: undefined, now: NINE };
const CHATS = ["1", "2", "3", "-100200300"];

/** What every chat is sent on a day. */
async function postsOf(store: Store, at: number): Promise<Map<string, string[]>> {
  const platform = createPlatform();
  const { daily } = createWorld(() => store, platform, { at });
  daily.start();
  await until("everybody has a post", () => platform.sent.length === CHATS.length);
  await daily.stop();
  return new Map(platform.sent.map(({ chat, facts, locale }) => [chat, [...facts, locale]]));
}

/** A store in its second week: subscriptions, a history, settings. */
async function lived(options: StoreOptions): Promise<Store> {
  const store = await opened(options);
  for (const chat of CHATS) await subscribe(store, chat, NINE, chat === "2" ? "city:深圳" : "all");
  await store.settings.set(BOT, "3", "en");
  await store.seen.add(BOT, ["5", "6"], NINE);
  for (let day = 0; day < 3; day += 1) await postsOf(store, NINE + day * DAY);
  return store;
}

async function backupOf(store: Store): Promise<string> {
  const file = join(folder(), "备份 1.db");
  await store.backup(file);
  return file;
}

const there = ENGINES.filter((engine) => engine.isThere);
const ways = there.flatMap((from) => there.map((to) => ({ from, to, name: `${from.name} to ${to.name}` })));

describe.each(ways)("a backup restored from $name", ({ from, to }) => {
  it("sends every chat the same the next day as if nothing had happened", async () => {
    const original = await lived(await place(from));
    const file = await backupOf(original);
    const target = await place(to);
    const { sums } = await restoreStore(target, file, PLAIN);
    expect(sums).toMatchObject({
      subscription: { rows: 4 },
      delivery: { rows: 12 },
      history: { rows: 12 },
      setting: { rows: 1 },
      seen: { rows: 2 },
    });
    const restored = await opened(target);
    const next = await postsOf(restored, NINE + 3 * DAY);
    expect(next).toEqual(await postsOf(original, NINE + 3 * DAY));
    expect(next.get("3")).toContain("en");
    // And what is restored can be backed up and restored again, with the same sums.
    const again = await restoreStore(await place(from), file, PLAIN);
    expect(again.sums).toEqual(sums);
  });
});

describe.each(there)("a restore into $name", (engine) => {
  it("refuses what is not empty, and replaces it only when told to", async () => {
    const file = await backupOf(await lived(await place(engine)));
    const target = await place(engine);
    const store = await opened(target);
    await subscribe(store, "999");
    await expect(restoreStore(target, file, PLAIN)).rejects.toThrow(/not empty \(subscription 1\).*--force/u);
    expect(await store.subscriptions.find(BOT, "999")).toBeDefined();
    await restoreStore(target, file, { ...PLAIN, force: true });
    expect(await store.subscriptions.find(BOT, "999")).toBeUndefined();
    expect(await store.subscriptions.find(BOT, "1")).toBeDefined();
  });

  it("refuses while a bot is at work on the database, even with --force, but not for the lease of a dead one", async () => {
    const file = await backupOf(await lived(await place(engine)));
    const target = await place(engine);
    const store = await opened(target);
    await store.leases.take(BOT, "dead");
    const forced = { ...PLAIN, force: true };
    const beating = setInterval(() => void store.leases.beat(BOT, "dead"), 300);
    await expect(restoreStore(target, file, forced)).rejects.toThrow(/at work on this database: stop it/u);
    clearInterval(beating);
    await restoreStore(target, file, forced);
    expect(await store.leases.find(BOT)).toBeUndefined();
  });

  it("changes nothing where it fails half way", async () => {
    const file = await backupOf(await lived(await place(engine)));
    const target = await place(engine);
    const store = await opened(target);
    await subscribe(store, "999");
    const fails = {
      ...PLAIN,
      force: true,
      missed: () => {
        throw new Error("half way");
      },
      now: NINE + 9 * DAY,
    };
    await expect(restoreStore(target, file, fails)).rejects.toThrow("half way");
    expect(await store.subscriptions.find(BOT, "999")).toBeDefined();
    expect(await store.subscriptions.find(BOT, "1")).toBeUndefined();
  });

  it("does not send again what may have been sent since, and goes on the day after", async () => {
    const original = await lived(await place(engine));
    const file = await backupOf(original);
    const target = await place(engine);
    const now = NINE + 3 * DAY + HOUR;
    const missed = (one: { id: string; next_run_at: number }) => ({
      id: `m${one.id}`,
      subscription: one.id,
      localDate: "2026-11-29",
      slotAt: one.next_run_at,
      nextRunAt: NINE + 4 * DAY,
      fact: "",
    });
    expect((await restoreStore(target, file, { ...PLAIN, now, missed })).doubted).toBe(4);
    const restored = await opened(target);
    const platform = createPlatform();
    const world = createWorld(() => restored, platform, { at: now });
    world.daily.start();
    await until("it leads", async () => (await restored.leases.find(BOT)) !== undefined);
    world.clock.at = NINE + 4 * DAY;
    await until("the next day is posted", () => platform.sent.length === 4);
    await world.daily.stop();
    expect((await restored.report(0, now, 9)).deliveries).toMatchObject({ sent: 16, skipped: 4 });
  });

  it("is not begun where the database is newer than the program", async () => {
    const file = await backupOf(await lived(await place(engine)));
    const target = await place(engine);
    await (await openStore(target)).close();
    await makeNewer(target);
    await expect(restoreStore(target, file, { ...PLAIN, force: true })).rejects.toThrow(
      /newer version.*9999_future.*Update/u,
    );
  });
});

/** As a later release would leave it. */
async function makeNewer({ dataDir, databaseUrl }: StoreOptions): Promise<void> {
  if (databaseUrl !== undefined) {
    const { default: pg } = await import("pg");
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query("insert into kysely_migration values ('9999_future', now())");
    return client.end();
  }
  await inFile(join(dataDir, FILE), "insert into kysely_migration values ('9999_future', 'now')");
}

async function inFile(file: string, statement: string): Promise<void> {
  const db = new Kysely<unknown>({ dialect: sqliteDialect(openFile(file)) });
  // Of a copy that is looked at as a file: nothing may be left in a log beside it.
  if (!file.endsWith(FILE)) await sql`pragma journal_mode = delete`.execute(db);
  await sql.raw(statement).execute(db);
  await db.destroy();
}

it.runIf(process.platform !== "win32").each(there)(
  "a backup of $name, and the file it becomes, are for their owner alone",
  async (engine) => {
    const file = await backupOf(await lived(await place(engine)));
    const dataDir = folder();
    await restoreStore({ dataDir }, file, PLAIN);
    for (const one of [file, join(dataDir, FILE)]) expect(statSync(one).mode & 0o777).toBe(0o600);
  },
);

it("a backup makes its folder, and says what to do where it cannot be written; nothing is left of it", async () => {
  const store = await lived({ dataDir: folder() });
  const at = folder();
  await store.backup(join(at, "new", "copy.db"));
  expect(statSync(join(at, "new", "copy.db")).size).toBeGreaterThan(0);
  writeFileSync(join(at, "file"), "");
  await expect(store.backup(join(at, "file", "copy.db"))).rejects.toThrow(
    /copy\.db cannot be written .*name a file where this user may write/u,
  );
  expect(readdirSync(at).toSorted()).toEqual(["file", "new"]);
});

it("tells that the disk is full, not that there was nothing left to undo", async () => {
  const db = new Kysely<unknown>({ dialect: sqliteDialect(openFile(join(folder(), FILE))) });
  undo.push(() => db.destroy());
  await sql`create table t (x text)`.execute(db);
  await sql`pragma max_page_count = 10`.execute(db);
  const fill = db.transaction().execute(async (tx) => {
    for (;;) await sql`insert into t values (${"x".repeat(10_000)})`.execute(tx);
  });
  await expect(fill).rejects.toThrow(/full/u);
});

describe("a backup that cannot be used", () => {
  const file = async (): Promise<string> => backupOf(await lived({ dataDir: folder() }));
  const refused = async (damaged: string, why: RegExp): Promise<void> => {
    const dataDir = folder();
    const before = readFileSync(damaged);
    await expect(restoreStore({ dataDir }, damaged, PLAIN)).rejects.toThrow(why);
    expect(readFileSync(damaged).equals(before)).toBe(true);
    const store = await opened({ dataDir });
    expect((await store.report(0, NINE, 1)).subscriptions).toEqual({});
  };

  it("is one that is half written, wherever it ends", async () => {
    const whole = await file();
    const size = readFileSync(whole).length;
    for (const left of [0, 1, 99, 512, 4096, 4097, Math.floor(size / 2), size - 4096, size - 1]) {
      const half = join(folder(), "half.db");
      copyFileSync(whole, half);
      truncateSync(half, left);
      await refused(half, /half written|no backup of Yuequn/u);
    }
  });

  it("is one in which a letter has changed", async () => {
    const changed = join(folder(), "changed.db");
    copyFileSync(await file(), changed);
    const bytes = readFileSync(changed);
    bytes.write("9", bytes.indexOf("Asia/Shanghai") + 1);
    writeFileSync(changed, bytes);
    await refused(changed, /subscription is not as it was written/u);
  });

  it("is one made by a newer version, one of another program, no database, and none at all", async () => {
    const newer = await file();
    await inFile(newer, "insert into kysely_migration values ('9999_future', 'now')");
    await refused(newer, /newer version.*9999_future.*Update the program/u);
    const foreign = join(folder(), "foreign.db");
    await inFile(foreign, "create table photos (id integer)");
    await refused(foreign, /no backup of Yuequn/u);
    const text = join(folder(), "notes.txt");
    writeFileSync(
      text,
      "a shopping list, longer than the header of a database would be, for what that is worth\n".repeat(9),
    );
    await refused(text, /damaged/u);
    await expect(restoreStore({ dataDir: folder() }, join(folder(), "none"), PLAIN)).rejects.toThrow(
      /is no file/u,
    );
  });

  it("is never one that an earlier release made: its tables are brought up to date", async () => {
    const old = await file();
    await inFile(old, "drop table backup_sum");
    for (const table of ["setting", "vote", "unanswered", "inbox", "worker", "recent"])
      await inFile(old, `drop table ${table}`);
    await inFile(old, "delete from kysely_migration where name >= '0002'");
    const dataDir = folder();
    const { sums } = await restoreStore({ dataDir }, old, PLAIN);
    expect(sums).toMatchObject({ subscription: { rows: 4 }, setting: { rows: 0 }, vote: { rows: 0 } });
  });
});
