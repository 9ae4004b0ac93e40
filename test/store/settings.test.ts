/** The language of a chat, on every engine: kept, moved, forgotten, copied, and joined to what is sent. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { migrate, MIGRATIONS } from "../../src/store/migrations.ts";
import { FILE, openStore, type Store, type StoreOptions } from "../../src/store/open.ts";
import { openFile, sqliteDialect } from "../../src/store/sqlite.ts";
import { dropDatabase, ENGINES, freshStore } from "../support/stores.ts";

afterAll(dropDatabase);

const BOT = "telegram:1";

/** A database as the first release left it: with a subscription, without settings. */
async function old({ dataDir, databaseUrl }: StoreOptions): Promise<void> {
  const db = new Kysely<unknown>({
    dialect:
      databaseUrl === undefined
        ? sqliteDialect(openFile(join(dataDir, FILE)))
        : new PostgresDialect({ pool: new pg.Pool({ connectionString: databaseUrl }) }),
  });
  const { "0001_first": first } = MIGRATIONS;
  if (!first) throw new Error("the first migration is gone; it must stay as it was released");
  await migrate(db, databaseUrl !== undefined, { "0001_first": first });
  await sql`insert into subscription (id, bot, chat, thread, time, zone, topic, state, next_run_at)
    values ('s', ${BOT}, '5', '', '09:00', 'Asia/Shanghai', 'all', 'active', 1)`.execute(db);
  await db.destroy();
}

describe.each(ENGINES)("what a chat has set, on $name", (engine) => {
  let store: Store & { options: StoreOptions };
  beforeEach(async (context) => {
    if (!engine.isThere) context.skip();
    store = await freshStore(engine);
  });
  afterEach(async () => {
    if (engine.isThere) await store.close();
  });

  const all = async (bot = BOT) => Object.fromEntries(await store.settings.all(bot));
  const subscribe = (chat: string): Promise<unknown> =>
    store.subscriptions.turnOn({
      id: `s${chat}`,
      bot: BOT,
      chat,
      thread: "",
      time: "09:00",
      zone: "Asia/Shanghai",
      topic: "all",
      next_run_at: 1_000,
    });

  it("is one language a chat, the last that was set, and none once it is cleared", async () => {
    await store.settings.set(BOT, "5", "en");
    await store.settings.set(BOT, "5", "zh-TW");
    await store.settings.set(BOT, "6", "en");
    await store.settings.set("telegram:2", "5", "zh-CN");
    expect(await all()).toEqual({ 5: "zh-TW", 6: "en" });
    expect(await store.settings.clear(BOT, "5")).toBe(true);
    expect(await store.settings.clear(BOT, "5")).toBe(false);
    expect(await all()).toEqual({ 6: "en" });
  });

  it("is there after a restart", async () => {
    await store.settings.set(BOT, "5", "en");
    const again = await openStore(store.options);
    expect(await again.settings.all(BOT)).toEqual(new Map([["5", "en"]]));
    await again.close();
  });

  it("moves with the chat, also one without a subscription, and yields to what the new one has set", async () => {
    await store.settings.set(BOT, "5", "en");
    await Promise.all([1, 2, 3].map(() => store.subscriptions.moved(BOT, "5", "-100")));
    expect(await all()).toEqual({ "-100": "en" });
    await store.settings.set(BOT, "6", "zh-TW");
    await store.subscriptions.moved(BOT, "6", "-100");
    expect(await all()).toEqual({ "-100": "en" });
  });

  it("is forgotten with the chat, also where it is all there is", async () => {
    await store.settings.set(BOT, "5", "en");
    expect(await store.subscriptions.forget(BOT, "5")).toBe(true);
    expect(await all()).toEqual({});
  });

  it("comes with a row that is to be sent", async () => {
    await subscribe("5");
    await subscribe("6");
    await store.settings.set(BOT, "5", "en");
    await store.settings.set("telegram:2", "6", "en");
    const slots = ["s5", "s6"].map((id) => ({
      id: `d${id}`,
      subscription: id,
      localDate: "2026-01-01",
      slotAt: 1_000,
      nextRunAt: 2_000,
      fact: "F1",
    }));
    await store.deliveries.plan(BOT, slots, 1_000);
    const claimed = await store.deliveries.claim(BOT, "one", 1_000, 10);
    expect(Object.fromEntries(claimed.map(({ chat, locale }) => [chat, locale]))).toEqual({
      5: "en",
      6: null,
    });
  });

  it("is in the copy of a backup", async () => {
    await store.settings.set(BOT, "5", "en");
    const folder = mkdtempSync(join(tmpdir(), "yuequn-copy-"));
    await store.backup(join(folder, FILE));
    const copy = await openStore({ dataDir: folder });
    expect(await copy.settings.all(BOT)).toEqual(new Map([["5", "en"]]));
    await copy.close();
    rmSync(folder, { recursive: true });
  });

  it("finds its place in a database of the first release, which loses nothing", async () => {
    const { options, remove } = await engine.place();
    await old(options);
    const opened = await openStore(options);
    await opened.settings.set(BOT, "5", "en");
    expect(await opened.subscriptions.find(BOT, "5")).toMatchObject({ id: "s" });
    expect(await opened.settings.all(BOT)).toEqual(new Map([["5", "en"]]));
    await opened.close();
    await remove();
  });
});
