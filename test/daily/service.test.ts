/** The daily posts of one bot, on every engine, with a fake clock and a platform that misbehaves. */
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DeliveryState } from "../../src/store/schema.ts";
import type { Store, StoreOptions } from "../../src/store/open.ts";
import {
  BOT,
  createPlatform,
  createWorld,
  DAY,
  fails,
  type FakePlatform,
  HOUR,
  NINE,
  subscribe,
  until,
  type World,
} from "../support/daily.ts";
import { dropDatabase, ENGINES, freshStore } from "../support/stores.ts";

afterAll(dropDatabase);

describe.each(ENGINES)("daily posts on $name", (engine) => {
  let store: Store & { options: StoreOptions };
  let platform: FakePlatform;
  let worlds: World[];

  beforeEach(async (context) => {
    if (!engine.isThere) context.skip();
    store = await freshStore(engine);
    platform = createPlatform();
    worlds = [];
  });
  afterEach(async () => {
    if (!engine.isThere) return;
    await Promise.all(worlds.map(({ daily }) => daily.stop()));
    await store.close();
  });

  const begin = (options: Parameters<typeof createWorld>[2] = {}): World => {
    const world = createWorld(() => store, platform, options);
    worlds.push(world);
    world.daily.start();
    return world;
  };
  const states = async (): Promise<Partial<Record<DeliveryState, number>>> =>
    (await store.report(0, NINE, 100)).deliveries;
  const settled = (wanted: Partial<Record<DeliveryState, number>>): Promise<void> =>
    until(`deliveries are ${JSON.stringify(wanted)}`, async () => {
      const now = await states();
      const kinds = Object.keys({ ...now, ...wanted }) as DeliveryState[];
      return kinds.every((kind) => now[kind] === wanted[kind]);
    });
  /** Waits until so many requests have left and so many rows wait to be sent again. */
  const tried = async (tries: number, pending = 1): Promise<void> => {
    await until(`${tries} requests have left`, () => platform.tries === tries);
    await settled({ pending });
  };
  const chatsSent = (): string[] => platform.sent.map(({ chat }) => chat).toSorted();

  it("sends each chat its fact once, with source and a reason to read it, and plans the next day", async () => {
    for (const chat of ["1", "2", "3"]) await subscribe(store, chat);
    begin();
    await settled({ sent: 3 });
    expect(chatsSent()).toEqual(["1", "2", "3"]);
    for (const { facts } of platform.sent) expect(facts).toHaveLength(1);
    expect(await store.subscriptions.find(BOT, "1")).toMatchObject({ next_run_at: NINE + DAY });
  });

  it("sends nothing before its time, and the next day another fact", async () => {
    await subscribe(store, "1", NINE + 1);
    const { clock } = begin();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(platform.sent).toEqual([]);
    clock.at = NINE + 1;
    await settled({ sent: 1 });
    clock.at = NINE + 1 + DAY;
    await settled({ sent: 2 });
    expect(platform.sent[0]?.facts).not.toEqual(platform.sent[1]?.facts);
  });

  it("serves a local day once, even where the time is changed after the post", async () => {
    await subscribe(store, "1");
    const { clock } = begin();
    await settled({ sent: 1 });
    await store.subscriptions.turnOn({
      id: "other",
      bot: BOT,
      chat: "1",
      thread: "",
      time: "10:00",
      zone: "Asia/Shanghai",
      topic: "all",
      next_run_at: NINE + HOUR,
    });
    clock.at = NINE + HOUR;
    await until("the second slot was passed", async () => {
      const found = await store.subscriptions.find(BOT, "1");
      return found?.next_run_at === NINE + HOUR + DAY;
    });
    expect(platform.sent).toHaveLength(1);
  });

  it("sends late within the time of grace, and records what is later as skipped", async () => {
    await subscribe(store, "late", NINE - 2 * HOUR);
    await subscribe(store, "too late", NINE - 4 * HOUR);
    begin();
    await settled({ sent: 1, skipped: 1 });
    expect(chatsSent()).toEqual(["late"]);
  });

  it("records each missed day of an absence and sends the one that is in time", async () => {
    await subscribe(store, "1", NINE - 3 * DAY);
    begin();
    await settled({ skipped: 3, sent: 1 });
  });

  it("records a skip where the topic has left the dataset, and keeps the subscription", async () => {
    await subscribe(store, "1", NINE, "city:亚特兰蒂斯");
    begin();
    await settled({ skipped: 1 });
    expect(await store.subscriptions.find(BOT, "1")).toMatchObject({
      state: "active",
      next_run_at: NINE + DAY,
    });
  });

  it("goes on at the right time after the clock jumped forward a year and back", async () => {
    await subscribe(store, "1", NINE + 365 * DAY);
    const { clock } = begin();
    await until("the far slot was set right", async () => {
      const found = await store.subscriptions.find(BOT, "1");
      return found?.next_run_at === NINE + DAY;
    });
    clock.at = NINE + DAY;
    await settled({ sent: 1 });
  });

  it("posts once a day by a clock that is an hour ahead or behind, and by the right one after it", async () => {
    await subscribe(store, "1", NINE);
    const { clock } = begin({ at: NINE - HOUR });
    // An hour ahead: it comes an hour early.
    clock.at = NINE;
    await settled({ sent: 1 });
    clock.at = NINE - HOUR;
    await new Promise((resolve) => setTimeout(resolve, 80));
    clock.at = NINE + HOUR;
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(await states()).toEqual({ sent: 1 });
    // An hour behind: it comes an hour late, and not again when the hour is made up for.
    clock.at = NINE + DAY - 1;
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(await states()).toEqual({ sent: 1 });
    clock.at = NINE + DAY;
    await settled({ sent: 2 });
    clock.at += HOUR;
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(platform.sent.map(({ key }) => key)).toHaveLength(2);
    expect(await store.subscriptions.find(BOT, "1")).toMatchObject({ next_run_at: NINE + 2 * DAY });
  });

  it("does not take a pause for a clock that was wrong", async () => {
    await subscribe(store, "1");
    await store.subscriptions.pause(BOT, "1", NINE + 30 * DAY, NINE + 31 * DAY);
    begin();
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(await store.subscriptions.find(BOT, "1")).toMatchObject({ next_run_at: NINE + 31 * DAY });
  });

  it("disables a chat that is gone, says why, and does not try again", async () => {
    await subscribe(store, "1");
    platform.behave = () => fails("gone");
    begin();
    await settled({ dead: 1 });
    expect(await store.subscriptions.find(BOT, "1")).toMatchObject({
      state: "gone",
      reason: "the platform said gone",
    });
  });

  it("moves the subscription of a chat with a new id, and sends there at once", async () => {
    await subscribe(store, "-1");
    platform.behave = (chat) => (chat === "-1" ? fails("migrated", { newChatId: "-100" }) : undefined);
    begin();
    await settled({ sent: 1 });
    expect(chatsSent()).toEqual(["-100"]);
  });

  it("waits as long as the platform asks, then sends", async () => {
    await subscribe(store, "1");
    platform.behave = (_, attempt) =>
      attempt === 1 ? fails("retry-after", { retryAfterMs: 40 }) : undefined;
    const { clock } = begin();
    await tried(1);
    clock.at += 40;
    await settled({ sent: 1 });
    expect(platform.sent).toHaveLength(1);
  });

  it("tries again with growing pauses what certainly did not arrive", async () => {
    await subscribe(store, "1");
    platform.behave = (_, attempt) => (attempt <= 2 ? fails("temporary") : undefined);
    const { clock } = begin();
    await tried(1);
    clock.at += 3_000;
    await tried(2);
    clock.at += 6_000;
    await settled({ sent: 1 });
  });

  it("gives up what could not be sent within the time of grace", async () => {
    await subscribe(store, "1");
    platform.behave = () => fails("temporary");
    const { clock } = begin();
    await tried(1);
    clock.at += 4 * HOUR;
    await settled({ skipped: 1 });
  });

  it("never sends again what may have arrived, and lists it", async () => {
    await subscribe(store, "1");
    platform.behave = () => fails("uncertain");
    const { clock } = begin({ repeat: "never" });
    await settled({ unknown: 1 });
    clock.at += HOUR;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await store.report(0, clock.at, 10)).doubtful).toMatchObject([
      { chat: "1", localDate: "2026-11-26" },
    ]);
    expect(await states()).toEqual({ unknown: 1 });
  });

  it("sends again with the same key where the platform knows keys, but not once it may have forgotten them", async () => {
    await subscribe(store, "1");
    await subscribe(store, "2");
    const keys: (string | undefined)[] = [];
    const inner = platform.post;
    platform.post = (chat, answer, posting) => {
      if (chat.id === "1") keys.push(posting?.key);
      return inner(chat, answer, posting);
    };
    platform.behave = (chat, attempt) => (chat === "2" || attempt === 1 ? fails("uncertain") : undefined);
    const { clock } = begin({ repeat: "key" });
    await settled({ sent: 1, sending: 1 });
    clock.at += 10 * 60_000;
    await settled({ sent: 1, unknown: 1 });
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
  });

  it("repeats what a dead sender was sending before anything new, where the platform knows keys", async () => {
    for (let i = 0; i < 60; i += 1) await subscribe(store, String(i));
    const slots = Array.from({ length: 60 }, (_, i) => ({
      id: `d${i}`,
      subscription: `s${i}`,
      localDate: "2026-11-26",
      slotAt: NINE,
      nextRunAt: NINE + DAY,
      fact: "F025",
    }));
    await store.deliveries.plan(BOT, slots, NINE);
    const [left] = await store.deliveries.claim(BOT, "dead", NINE, 1);
    await store.deliveries.sending(left?.id ?? "", "dead", NINE);
    begin({ repeat: "key", at: NINE + 60_000 });
    await settled({ sent: 60 });
    expect(platform.sent[0]).toMatchObject({ chat: left?.chat, key: left?.id });
  });

  it("sends again whatever may not have arrived, where the operator wants that", async () => {
    await subscribe(store, "1");
    platform.behave = (_, attempt) => (attempt === 1 ? fails("uncertain") : undefined);
    const { clock } = begin({ repeat: "always" });
    await tried(1);
    clock.at += HOUR;
    await settled({ sent: 1 });
  });

  it("gives up a message the platform will never take, and keeps the subscription", async () => {
    await subscribe(store, "1");
    platform.behave = () => fails("refused");
    begin();
    await settled({ dead: 1 });
    expect(await store.subscriptions.find(BOT, "1")).toMatchObject({ state: "active" });
  });

  it("waits as a whole when several chats in a row fail, and begins carefully", async () => {
    for (let i = 0; i < 60; i += 1) await subscribe(store, String(i));
    platform.behave = () => fails("uncertain");
    begin({ repeat: "never" });
    // What was under way together is lost to doubt; the rest waits for better times.
    await settled({ unknown: 20, pending: 40 });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(platform.tries).toBe(20);
  });

  it("sends from one of several processes, and from another once that one has stopped", async () => {
    await subscribe(store, "1");
    const first = begin();
    await settled({ sent: 1 });
    const second = begin({ at: NINE + DAY });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(platform.sent).toHaveLength(1);
    await first.daily.stop();
    await settled({ sent: 2 });
    expect(second.clock.at).toBe(NINE + DAY);
  });

  it("sends nothing more once somebody else has the lease", async () => {
    await subscribe(store, "1", NINE + 1);
    const { clock } = begin();
    await until("it leads", async () => (await store.leases.find(BOT)) !== undefined);
    const lease = await store.leases.find(BOT);
    // Another takes it, and keeps it moving.
    await until("the other has it", async () =>
      store.leases.take(BOT, "other", (await store.leases.find(BOT)) ?? lease),
    );
    let beat: Promise<unknown> = Promise.resolve();
    const beating = setInterval(() => (beat = store.leases.beat(BOT, "other")), 20);
    await new Promise((resolve) => setTimeout(resolve, 60));
    clock.at = NINE + 1;
    await new Promise((resolve) => setTimeout(resolve, 100));
    clearInterval(beating);
    await beat;
    expect(platform.sent).toEqual([]);
  });

  it("takes back what has not left when it is stopped in the middle", async () => {
    for (let i = 0; i < 40; i += 1) await subscribe(store, String(i));
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const inner = platform.post;
    // As a platform's queue would: only five leave, the others wait for their turn.
    let left = 0;
    platform.post = async (chat, answer, posting) => {
      if ((left += 1) > 5) await gate;
      return inner(chat, answer, posting);
    };
    const { daily } = begin();
    await until("five are sent", () => platform.sent.length === 5);
    const stopped = daily.stop();
    release();
    await stopped;
    expect(await states()).toEqual({ sent: 5, pending: 35 });
  });

  it("goes on when the store comes back", async () => {
    await subscribe(store, "1");
    let there: Store | undefined;
    const world = createWorld(() => there, platform);
    worlds.push(world);
    world.daily.start();
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(platform.sent).toEqual([]);
    there = store;
    await settled({ sent: 1 });
  });

  it("does not send what it could not mark as being sent, and sends it once when the store works again", async () => {
    await subscribe(store, "1");
    let broken = true;
    const flaky: Store = {
      ...store,
      deliveries: {
        ...store.deliveries,
        sending: (...args) =>
          broken ? Promise.reject(new Error("disk full")) : store.deliveries.sending(...args),
      },
    };
    const world = createWorld(() => flaky, platform);
    worlds.push(world);
    world.daily.start();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(platform.sent).toEqual([]);
    broken = false;
    await settled({ sent: 1 });
    expect(platform.sent).toHaveLength(1);
  });

  it("is in no doubt about what was marked while the store failed: nothing has left", async () => {
    await subscribe(store, "1");
    let failures = 1;
    const flaky: Store = {
      ...store,
      deliveries: {
        ...store.deliveries,
        sending: async (...args) => {
          const marked = await store.deliveries.sending(...args);
          if (failures-- > 0) throw new Error("the connection was lost, the mark was not");
          return marked;
        },
      },
    };
    const world = createWorld(() => flaky, platform);
    worlds.push(world);
    world.daily.start();
    await settled({ sent: 1 });
    expect(platform.tries).toBe(1);
  });

  it("notes that a request delivered nothing before it makes the next, though the store is away for a moment", async () => {
    await subscribe(store, "1");
    const noted: string[] = [];
    let failures = 1;
    const flaky: Store = {
      ...store,
      deliveries: {
        ...store.deliveries,
        settle: async (id, owner, outcome, now) => {
          if (failures-- > 0) throw new Error("away");
          noted.push(`${outcome.state} after ${platform.tries}`);
          return store.deliveries.settle(id, owner, outcome, now);
        },
      },
    };
    // As a platform's adapter would, it repeats by itself what was refused.
    const inner = platform.post;
    platform.post = (...args) => inner(...args).catch(() => inner(...args));
    platform.behave = (_, attempt) => (attempt === 1 ? fails("temporary") : undefined);
    const world = createWorld(() => flaky, platform);
    worlds.push(world);
    world.daily.start();
    await settled({ sent: 1 });
    expect(noted).toEqual(["claimed after 1", "sent after 2"]);
  });

  it("goes on with what is in doubt after its process stood still for longer than its lease is certain", async () => {
    await subscribe(store, "1");
    platform.behave = (_, attempt) => {
      if (attempt > 1) return;
      setTimeout(() => {
        const end = performance.now() + 1_600;
        while (performance.now() < end);
      }, 10);
      fails("uncertain");
    };
    begin({ repeat: "key" });
    await settled({ sent: 1 });
  });

  it.each(["gone", "refused", "thread-gone"] as const)(
    "does not take a repetition that was refused (%s) for proof that the first has not arrived",
    async (kind) => {
      await subscribe(store, "1");
      platform.behave = (_, attempt) => fails(attempt === 1 ? "uncertain" : kind);
      begin({ repeat: "key" });
      await settled({ unknown: 1 });
      expect(platform.tries).toBe(2);
    },
  );

  it("does not send again after a long wait what may have arrived before, once its key may be forgotten", async () => {
    await subscribe(store, "1");
    platform.behave = (_, attempt) =>
      attempt === 1 ? fails("uncertain") : fails("retry-after", { retryAfterMs: 120_000 });
    begin({ repeat: "key" });
    await settled({ unknown: 1 });
  });

  it("notes a post that arrived while the store was away, as soon as it is back", async () => {
    await subscribe(store, "1");
    let failures = 2;
    const flaky: Store = {
      ...store,
      deliveries: {
        ...store.deliveries,
        settle: (...args) =>
          failures-- > 0 ? Promise.reject(new Error("away")) : store.deliveries.settle(...args),
      },
    };
    const world = createWorld(() => flaky, platform);
    worlds.push(world);
    world.daily.start();
    await settled({ sent: 1 });
    expect(platform.sent).toHaveLength(1);
  });
});
