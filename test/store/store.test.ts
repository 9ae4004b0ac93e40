/** What every engine promises. */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Slot } from "../../src/store/plan.ts";
import { FILE, openStore, type Store, type StoreOptions } from "../../src/store/open.ts";
import { dropDatabase, ENGINES, freshStore } from "../support/stores.ts";

afterAll(dropDatabase);

const BOT = "telegram:1";
const DAY = 86_400_000;
const CHILD = fileURLToPath(new URL("child.ts", import.meta.url));

/** Opens the place in a process of its own, which then asks for the lease. */
async function openInChild(options: StoreOptions, owner: string): Promise<string> {
  const args = ["--import", "tsx", CHILD, JSON.stringify(options), BOT, owner];
  return (await promisify(execFile)(process.execPath, args)).stdout.trim();
}

describe.each(ENGINES)("a store on $name", (engine) => {
  let store: Store & { options: StoreOptions };
  beforeEach(async (context) => {
    if (!engine.isThere) context.skip();
    store = await freshStore(engine);
  });
  afterEach(async () => {
    if (engine.isThere) await store.close();
  });

  const subscribe = (id: string, chat: string, next = 1_000): Promise<unknown> =>
    store.subscriptions.turnOn({
      id,
      bot: BOT,
      chat,
      thread: "",
      time: "09:00",
      zone: "Asia/Shanghai",
      topic: "all",
      next_run_at: next,
    });
  const slot = (id: string, subscription: string, localDate = "2026-01-01"): Slot => ({
    id,
    subscription,
    localDate,
    slotAt: 1_000,
    nextRunAt: 1_000 + DAY,
    fact: "F1",
  });
  /** A subscribed chat with one row, claimed by `owner`. */
  const claimed = async (owner = "one"): Promise<void> => {
    await subscribe("s", "5");
    await store.deliveries.plan(BOT, [slot("d", "s")], 1_000);
    await store.deliveries.claim(BOT, owner, 2_000, 10);
  };
  const states = async () => (await store.report(0, 0, 10)).deliveries;

  describe("subscriptions", () => {
    it("keeps one a chat, with the id it first had", async () => {
      await subscribe("first", "5");
      await subscribe("second", "5", 2_000);
      expect(await store.subscriptions.find(BOT, "5")).toMatchObject({ id: "first", next_run_at: 2_000 });
    });

    it("finds what is due, the longest waiting first, and nothing that is off, gone or of another bot", async () => {
      await subscribe("b", "2", 900);
      await subscribe("a", "1", 500);
      await subscribe("later", "3", 5_000);
      await subscribe("off", "4", 100);
      await subscribe("gone", "6", 100);
      await store.subscriptions.turnOff(BOT, "4");
      await store.subscriptions.gone(BOT, "6", "blocked");
      expect((await store.subscriptions.due(BOT, 1_000, 10)).map(({ id }) => id)).toEqual(["a", "b"]);
      expect(await store.subscriptions.due("telegram:2", 1_000, 10)).toEqual([]);
    });

    it("takes history and what waits along when a chat moves", async () => {
      await claimed();
      await store.history.record(BOT, "5", "F9", 1);
      await store.subscriptions.moved(BOT, "5", "-100");
      expect(await store.subscriptions.find(BOT, "5")).toBeUndefined();
      expect((await store.history.of(BOT, ["-100"])).get("-100")).toMatchObject([{ fact: "F9" }]);
      await store.deliveries.settle("d", "one", { state: "pending" }, 3_000);
      expect(await store.deliveries.claim(BOT, "one", 3_000, 1)).toMatchObject([{ chat: "-100" }]);
    });

    it("keeps the history when several are told at once that a chat has moved", async () => {
      for (let i = 0; i < 10; i += 1) {
        await subscribe(`s${i}`, `${i}`);
        await store.history.record(BOT, `${i}`, "F9", 1);
        await Promise.all([1, 2, 3].map(() => store.subscriptions.moved(BOT, `${i}`, `-100${i}`)));
        expect((await store.history.of(BOT, [`-100${i}`])).get(`-100${i}`)).toMatchObject([{ fact: "F9" }]);
      }
    });

    it("forgets everything about a chat", async () => {
      await claimed();
      await store.history.record(BOT, "5", "F9", 1);
      expect(await store.subscriptions.forget(BOT, "5")).toBe(true);
      expect(await store.subscriptions.forget(BOT, "5")).toBe(false);
      expect(await states()).toEqual({});
    });

    it("drops what waits when it is switched off, but not what is in doubt", async () => {
      await subscribe("s", "5");
      await store.deliveries.plan(BOT, [slot("d", "s"), slot("e", "s", "2026-01-02")], 1_000);
      await store.deliveries.claim(BOT, "one", 2_000, 1);
      await store.deliveries.sending("d", "one", 2_000);
      await store.deliveries.settle("d", "one", { state: "pending", inDoubt: true }, 2_000);
      expect(await store.subscriptions.turnOff(BOT, "5")).toBe(true);
      expect(await states()).toEqual({ unknown: 1 });
    });
  });

  describe("deliveries", () => {
    it("plans a day of a subscription once, and moves the subscription on", async () => {
      await subscribe("s", "5");
      await store.deliveries.plan(BOT, [slot("d", "s")], 1_000);
      await store.deliveries.plan(BOT, [slot("e", "s")], 1_000);
      expect(await states()).toEqual({ pending: 1 });
      expect(await store.subscriptions.find(BOT, "5")).toMatchObject({ next_run_at: 1_000 + DAY });
    });

    it("does not move a subscription that was changed meanwhile", async () => {
      await subscribe("s", "5", 7_777);
      await store.deliveries.plan(BOT, [slot("d", "s")], 1_000);
      expect(await store.subscriptions.find(BOT, "5")).toMatchObject({ next_run_at: 7_777 });
    });

    it("gives a row to one sender only, however many ask at once", async () => {
      await subscribe("s", "5");
      const days = Array.from({ length: 50 }, (_, i) => slot(`d${i}`, "s", `2026-01-${i}`));
      await store.deliveries.plan(BOT, days, 1_000);
      const other = await openStore(store.options);
      const claims = await Promise.all(
        Array.from({ length: 10 }, (_, i) =>
          (i % 2 ? store : other).deliveries.claim(BOT, `o${i}`, 2_000, 9),
        ),
      );
      await other.close();
      const ids = claims.flat().map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBe(50);
    });

    it("lets only the sender that claimed a row mark it as being sent", async () => {
      await claimed("one");
      expect(await store.deliveries.sending("d", "two", 2_000)).toBe(false);
      expect(await store.deliveries.sending("d", "one", 2_000)).toBe(true);
    });

    it("lets nothing be sent to a chat that switched it off meanwhile", async () => {
      await claimed();
      await store.subscriptions.gone(BOT, "5", "blocked");
      expect(await store.deliveries.sending("d", "one", 2_000)).toBe(false);
    });

    it("puts a fact into the history when it was sent, and when it may have been", async () => {
      await claimed();
      await store.deliveries.sending("d", "one", 2_000);
      expect(await store.deliveries.settle("d", "one", { state: "unknown" }, 3_000)).toBe(true);
      expect((await store.history.of(BOT, ["5"])).get("5")).toMatchObject([{ fact: "F1", times: 1 }]);
    });

    it("settles a row once", async () => {
      await claimed();
      expect(await store.deliveries.settle("d", "one", { state: "sent", message: "9" }, 3_000)).toBe(true);
      expect(await store.deliveries.settle("d", "one", { state: "dead" }, 3_000)).toBe(false);
      expect(await states()).toEqual({ sent: 1 });
    });

    it("accepts a late confirmation of a row that was given up", async () => {
      await claimed();
      await store.deliveries.settle("d", "one", { state: "unknown" }, 3_000);
      expect(await store.deliveries.settle("d", "one", { state: "sent", message: "9" }, 4_000)).toBe(true);
      expect(await states()).toEqual({ sent: 1 });
    });

    it("gives back to who leads what a dead sender claimed, and tells it what that was sending", async () => {
      await subscribe("s", "5");
      await store.deliveries.plan(BOT, [slot("d", "s"), slot("e", "s", "2026-01-02")], 1_000);
      await store.deliveries.claim(BOT, "dead", 2_000, 2);
      await store.deliveries.sending("e", "dead", 2_000);
      expect(await store.deliveries.recover(BOT, "alive", 3_000)).toEqual([]);
      expect(await states()).toEqual({ claimed: 1, sending: 1 });
      await store.leases.take(BOT, "alive");
      expect(await store.deliveries.recover(BOT, "alive", 3_000)).toMatchObject([
        { id: "e", sending_at: 2_000 },
      ]);
      expect(await states()).toEqual({ pending: 1, sending: 1 });
    });

    it("takes back the mark of a row whose request delivered nothing: still its sender's, not before it is told", async () => {
      await claimed();
      await store.deliveries.sending("d", "one", 2_000);
      const told = { state: "claimed", notBefore: 9_000, reason: "wait" } as const;
      expect(await store.deliveries.settle("d", "two", told, 2_500)).toBe(false);
      expect(await store.deliveries.settle("d", "one", told, 2_500)).toBe(true);
      expect(await states()).toEqual({ claimed: 1 });
      await store.leases.take(BOT, "three");
      expect(await store.deliveries.recover(BOT, "three", 3_000)).toEqual([]);
      expect(await store.deliveries.claim(BOT, "three", 8_999, 1)).toEqual([]);
      expect(await store.deliveries.claim(BOT, "three", 9_000, 1)).toMatchObject([{ sending_at: null }]);
    });

    it("leaves a row in doubt that was, whatever is refused later", async () => {
      await claimed();
      await store.deliveries.sending("d", "one", 2_000);
      await store.deliveries.settle("d", "one", { state: "claimed", inDoubt: true }, 2_500);
      await store.leases.take(BOT, "two");
      await store.deliveries.recover(BOT, "two", 3_000);
      expect(await store.deliveries.claim(BOT, "two", 3_000, 1)).toMatchObject([{ sending_at: 2_000 }]);
    });

    it("skips what is too late, and leaves in doubt what may have been sent", async () => {
      await subscribe("s", "5");
      await store.deliveries.plan(BOT, [slot("d", "s"), slot("e", "s", "2026-01-02")], 1_000);
      await store.deliveries.claim(BOT, "one", 2_000, 2);
      await store.deliveries.sending("d", "one", 2_000);
      await store.deliveries.settle("d", "one", { state: "pending", inDoubt: true }, 2_000);
      await store.deliveries.settle("e", "one", { state: "pending" }, 2_000);
      expect(await store.deliveries.expire(BOT, 5_000, 6_000)).toBe(2);
      expect(await states()).toEqual({ unknown: 1, skipped: 1 });
    });
  });

  describe("leases", () => {
    it("belongs to one of many who want it at once", async () => {
      const taken = await Promise.all(["a", "b", "c"].map((owner) => store.leases.take(BOT, owner)));
      expect(taken.filter(Boolean)).toHaveLength(1);
    });

    it("is not taken from a holder that moved meanwhile", async () => {
      await store.leases.take(BOT, "a");
      const stale = await store.leases.find(BOT);
      await store.leases.beat(BOT, "a");
      expect(await store.leases.take(BOT, "b", stale)).toBe(false);
      expect(await store.leases.beat(BOT, "a")).toBe(true);
    });

    it("tells a holder that another has it", async () => {
      await store.leases.take(BOT, "a");
      expect(await store.leases.take(BOT, "b", await store.leases.find(BOT))).toBe(true);
      expect(await store.leases.beat(BOT, "a")).toBe(false);
    });
  });

  describe("a turn that all processes share", () => {
    it("is taken by one of many who want it at once, and the others are told how long to wait", async () => {
      const waits = await Promise.all([1, 2, 3, 4].map(() => store.leases.turn(`${BOT} log-in`, 60_000)));
      expect(waits.filter((wait) => wait === 0)).toHaveLength(1);
      for (const wait of waits.filter((one) => one > 0)) expect(wait).toBeLessThanOrEqual(60_000);
      expect(Math.max(...waits)).toBeGreaterThan(30_000);
    });

    it("comes again once its time has passed, and is no other's", async () => {
      expect(await store.leases.turn(`${BOT} a`, 20)).toBe(0);
      expect(await store.leases.turn(`${BOT} b`, 60_000)).toBe(0);
      await sleep(await store.leases.turn(`${BOT} a`, 60));
      expect(await store.leases.turn(`${BOT} a`, 60)).toBe(0);
    });
  });

  it("remembers updates for two days", async () => {
    await store.seen.add(BOT, ["1", "2"], 1_000);
    await store.seen.add(BOT, ["2", "3"], 1_000);
    expect(await store.seen.has(BOT, "2")).toBe(true);
    expect(await store.seen.has("telegram:2", "2")).toBe(false);
    await store.seen.prune(1_001 + 2 * DAY);
    expect(await store.seen.has(BOT, "2")).toBe(false);
  });

  it("makes the tables once when many processes find an empty place at once, and opens again without loss", async () => {
    const { options, remove } = await engine.place();
    const owners = await Promise.all(
      Array.from({ length: 4 }, (_, i) => openInChild(options, `process ${i}`)),
    );
    expect(owners.filter((said) => said === "leads")).toHaveLength(1);
    const again = await openStore(options);
    expect(await again.leases.find(BOT)).toMatchObject({ beat: 0 });
    await again.close();
    await remove();
  });

  it("copies itself while it is in use, into a file that can take its place", async () => {
    await claimed();
    await store.history.record(BOT, "5", "F9", 1);
    const folder = mkdtempSync(join(tmpdir(), "yuequn-copy-"));
    const file = join(folder, FILE);
    await store.backup(file);
    await store.subscriptions.forget(BOT, "5");
    const copy = await openStore({ dataDir: folder });
    expect(await copy.subscriptions.find(BOT, "5")).toMatchObject({ id: "s", topic: "all" });
    expect((await copy.history.of(BOT, ["5"])).get("5")).toMatchObject([{ fact: "F9" }]);
    await copy.close();
    await expect(store.backup(file)).rejects.toThrow(/is there already/u);
    expect(existsSync(`${file}.partial`)).toBe(false);
    rmSync(folder, { recursive: true });
  });
});
