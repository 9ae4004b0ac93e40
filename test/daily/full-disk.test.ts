/** A disk that is full while posts go out: it is said with the remedy, nothing is lost, and nothing comes twice. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Kysely, sql } from "kysely";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createDeliveries } from "../../src/store/deliveries.ts";
import { createFeedback } from "../../src/store/feedback.ts";
import { createHistory } from "../../src/store/history.ts";
import { createLeases } from "../../src/store/leases.ts";
import { migrate } from "../../src/store/migrations.ts";
import { FILE, type Store } from "../../src/store/open.ts";
import { report, standing } from "../../src/store/report.ts";
import type { Tables } from "../../src/store/schema.ts";
import { createSeenUpdates } from "../../src/store/seen.ts";
import { createSettings } from "../../src/store/settings.ts";
import { openFile, sqliteDialect } from "../../src/store/sqlite.ts";
import { createSubscriptions } from "../../src/store/subscriptions.ts";
import {
  createPlatform,
  createWorld,
  type FakePlatform,
  subscribe,
  until,
  type World,
} from "../support/daily.ts";

let folder: string;
let db: Kysely<Tables>;
let store: Store;
let platform: FakePlatform;
let world: World;
let logged: string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "yuequn-full-"));
  db = new Kysely<Tables>({ dialect: sqliteDialect(openFile(join(folder, FILE))) });
  await migrate(db, false);
  // As openStore puts it together, on a connection of which the test can take away the room.
  store = {
    subscriptions: createSubscriptions(db),
    deliveries: createDeliveries(db, false),
    history: createHistory(db),
    leases: createLeases(db, false),
    seen: createSeenUpdates(db),
    settings: createSettings(db, false),
    feedback: createFeedback(db),
    sharing: undefined,
    report: (since, now, most) => report(db, since, now, most),
    standing: (bot, now) => standing(db, bot, now),
    backup: () => Promise.reject(new Error("nobody asks for it here")),
    close: () => db.destroy(),
  };
  for (let i = 0; i < CHATS; i += 1) await subscribe(store, String(i));
  platform = createPlatform();
  logged = [];
  const write = (fields: object, message: string): void =>
    void logged.push(`${message} ${JSON.stringify(fields)}`);
  world = createWorld(() => store, platform, { log: { info: () => undefined, warn: write, error: write } });
});
afterEach(async () => {
  await world.daily.stop();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const CHATS = 200;

/** No page more than there is. */
async function fill(): Promise<void> {
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
  await sql`pragma max_page_count = ${sql.lit(rows[0]?.page_count ?? 1)}`.execute(db);
}
const free = (): Promise<unknown> => sql`pragma max_page_count = 1000000`.execute(db);
const isSaid = (): boolean =>
  logged.some((line) => /^daily: .*disk is full: free some space where the database lies/u.test(line));
const chats = (): string[] => platform.sent.map(({ chat }) => chat);

it("before any went out: all of them go out once there is room", async () => {
  await fill();
  world.daily.start();
  await until("it is said what to do", isSaid);
  expect(chats().length).toBeLessThan(CHATS);
  await free();
  await until("all are sent", () => chats().length === CHATS);
  expect(new Set(chats()).size).toBe(CHATS);
});

it("in the middle: what may have arrived is listed, everything else goes out once there is room", async () => {
  platform.behave = async () => {
    if (platform.tries === 1) await fill();
  };
  world.daily.start();
  await until("it is said what to do", isSaid);
  await free();
  const settled = async (): Promise<boolean> => {
    const { sent = 0, unknown = 0 } = (await store.report(0, Date.now(), CHATS)).deliveries;
    return sent + unknown === CHATS;
  };
  await until("all are sent or listed", settled);
  expect(new Set(chats()).size).toBe(chats().length);
  const { doubtful } = await store.report(0, Date.now(), CHATS);
  // Twenty at a time: no more can have been under way.
  expect(doubtful.length).toBeLessThanOrEqual(20);
  expect(chats().length + doubtful.length).toBeGreaterThanOrEqual(CHATS);
});
