/**
 * What a platform refuses for certain is sent all the same, and once: the real store, sender, adapter and telegraf
 * against the strict Telegram server.
 */
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/app/commands.ts";
import { createTelegramAdapter } from "../../src/adapters/telegram/index.ts";
import type { Timing } from "../../src/adapters/telegram/transport/options.ts";
import { SILENT } from "../../src/shared/log.ts";
import type { Store, StoreOptions } from "../../src/store/open.ts";
import type { DeliveryState } from "../../src/store/schema.ts";
import { BOT, createWorld, NINE, subscribe, until, type World } from "../support/daily.ts";
import { createFaultProxy } from "../support/fault-proxy.ts";
import { freePort } from "../support/process.ts";
import { dropDatabase, ENGINES, freshStore } from "../support/stores.ts";
import { group, privateChat, supergroup, user } from "../support/telegram/incoming.ts";
import { createTelegramServer, type TelegramServer } from "../support/telegram/server.ts";

afterAll(dropDatabase);

const ann = user(11, "Ann");
const home = privateChat(ann);
const street = group(-500, "Street");
const town = supergroup(-1_001_000, "Town");

const ENDLESS = { count: Infinity, windowMs: 1 };

const refusal = (error_code: number, description: string, parameters?: object) => ({
  method: "sendMessage",
  response: { error_code, description, ...(parameters && { parameters }) },
});
const wait = (seconds: number) =>
  refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });

describe.each(ENGINES)("a post that Telegram refuses, on $name", (engine) => {
  let store: Store & { options: StoreOptions };
  let server: TelegramServer;
  let undo: (() => unknown)[];

  beforeEach(async (context) => {
    if (!engine.isThere) context.skip();
    store = await freshStore(engine);
    server = await createTelegramServer();
    undo = [() => server.close(), () => store.close()];
  });
  afterEach(async () => {
    if (engine.isThere) for (const step of undo.toReversed()) await step();
  });

  const begin = (apiRoot = server.apiRoot, timing: Partial<Timing> = {}): World => {
    const limits = { overall: ENDLESS, chat: ENDLESS, group: ENDLESS };
    const adapter = createTelegramAdapter({
      token: server.token,
      commands: COMMANDS,
      apiRoot,
      log: SILENT,
      timing,
      limits,
    });
    const world = createWorld(() => store, { post: (...args) => adapter.post(...args) });
    undo.push(
      () => adapter.stop(),
      () => world.daily.stop(),
    );
    world.daily.start();
    return world;
  };
  const states = async (): Promise<Partial<Record<DeliveryState, number>>> =>
    (await store.report(0, NINE, 100)).deliveries;
  const settled = (state: DeliveryState): Promise<void> =>
    until(`the post is ${state}`, async () => {
      const now = await states();
      if ((now.pending ?? 0) + (now.claimed ?? 0) + (now.sending ?? 0) > 0) return false;
      if (Object.keys(now).length === 0) return false;
      expect(now).toEqual({ [state]: 1 });
      return true;
    });
  const requests = () => server.callsOf("sendMessage");

  it("for speed waits as asked and is sent once", async () => {
    server.addChat(home);
    server.failNext(wait(2));
    await subscribe(store, String(home.id));
    begin();
    await settled("sent");
    expect(server.sent(home.id)).toHaveLength(1);
    const [first, second, ...others] = requests();
    expect((second?.time ?? 0) - (first?.time ?? 0)).toBeGreaterThanOrEqual(1_990);
    expect(others).toEqual([]);
  });

  it("since the group was upgraded goes to its new id, and the subscription and its history too", async () => {
    server.addChat(street);
    server.migrate(street.id, town, ann, false);
    await subscribe(store, String(street.id));
    await store.history.record(BOT, String(street.id), "F001", 1);
    begin();
    await settled("sent");
    expect(server.sent(town.id)).toHaveLength(1);
    expect(requests()).toHaveLength(2);
    expect(await store.subscriptions.find(BOT, String(street.id))).toBeUndefined();
    expect(await store.subscriptions.find(BOT, String(town.id))).toMatchObject({ state: "active" });
    expect((await store.history.of(BOT, [String(town.id)])).get(String(town.id))).toHaveLength(2);
  });

  it("since its topic was deleted goes out without it", async () => {
    server.addChat(town);
    await subscribe(store, String(town.id));
    await store.subscriptions.turnOn({
      ...((await store.subscriptions.find(BOT, String(town.id))) ?? expect.fail()),
      thread: "7",
    });
    begin();
    await settled("sent");
    expect(server.sent(town.id)).toHaveLength(1);
  });

  it("for its form goes out as plain text", async () => {
    server.addChat(home);
    server.failNext(refusal(400, "Bad Request: can't parse entities: unsupported start tag"));
    await subscribe(store, String(home.id));
    begin();
    await settled("sent");
    expect(server.sent(home.id)).toHaveLength(1);
  });

  it("with 503, or that cannot even connect, is sent once it can be", async () => {
    server.addChat(home);
    server.failNext(refusal(503, "Service Unavailable"));
    const port = await freePort();
    await subscribe(store, String(home.id));
    begin(`http://127.0.0.1:${port}`, { retryFirstMs: 50 });
    await until("it is tried", async () => ((await states()).claimed ?? 0) > 0);
    const proxy = await createFaultProxy(server.apiRoot, port);
    undo.push(() => proxy.close());
    await settled("sent");
    expect(server.sent(home.id)).toHaveLength(1);
    expect(requests()).toHaveLength(2);
  });

  it("for longer than anybody sits out waits in the store, in no doubt", async () => {
    server.addChat(home);
    server.failNext(wait(61));
    await subscribe(store, String(home.id));
    begin();
    await until("it waits", async () => (await states()).pending === 1 && requests().length === 1);
    expect(await store.deliveries.claim(BOT, "other", NINE + 60_999, 1)).toEqual([]);
    expect(await store.deliveries.claim(BOT, "other", NINE + 61_000, 1)).toMatchObject([
      { sending_at: null },
    ]);
  });

  it("again and again goes back in no doubt, for 3 s the first time however often the adapter tried", async () => {
    server.addChat(home);
    server.failNext({ ...refusal(503, "Service Unavailable"), times: 7 });
    await subscribe(store, String(home.id));
    const { clock } = begin(server.apiRoot, { retryFirstMs: 1 });
    await until("it waits", async () => (await states()).pending === 1 && requests().length === 7);
    expect(await store.deliveries.claim(BOT, "other", NINE + 2_999, 1)).toEqual([]);
    clock.at += 3_000;
    await settled("sent");
    expect(server.sent(home.id)).toHaveLength(1);
  });

  it("and then leaves in doubt is listed and not sent again", async () => {
    server.addChat(home);
    server.failNext(wait(0));
    server.failNext({ ...refusal(502, "Bad Gateway"), apply: true });
    await subscribe(store, String(home.id));
    begin();
    await settled("unknown");
    expect(server.sent(home.id)).toHaveLength(1);
    expect((await store.report(0, NINE, 10)).doubtful).toMatchObject([{ chat: String(home.id) }]);
  });

  it("because the bot was thrown out is dead, and nothing more is posted there", async () => {
    server.addChat(street);
    server.kick(street.id);
    await subscribe(store, String(street.id));
    begin();
    await settled("dead");
    expect(await store.subscriptions.find(BOT, String(street.id))).toMatchObject({ state: "gone" });
  });
});
