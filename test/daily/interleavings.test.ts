/** What becomes of a post whose sender dies, stands still, or is not told that what it wrote was written: step by step. */
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Lead, takeLease } from "../../src/daily/lead.ts";
import { createSender, type Sender } from "../../src/daily/sender.ts";
import { createTell } from "../../src/daily/topic.ts";
import type { Deliveries } from "../../src/store/deliveries.ts";
import type { Store } from "../../src/store/open.ts";
import { dataset } from "../support/bot.ts";
import {
  BOT,
  createPlatform,
  DAY,
  fails,
  type FakePlatform,
  NINE,
  subscribe,
  until,
} from "../support/daily.ts";
import { dropDatabase, ENGINES, freshStore } from "../support/stores.ts";

afterAll(dropDatabase);

const never = new AbortController().signal;
const tell = createTell(dataset);

/** A store as a process has it that dies before its write after so many: from then on nothing is ever answered. */
function mortal({ deliveries, subscriptions, ...store }: Store, writes: number) {
  let left = writes;
  const dying = <R>(write: () => Promise<R>): Promise<R> =>
    left-- > 0 ? write() : new Promise(() => undefined);
  const own: Store = {
    ...store,
    deliveries: {
      ...deliveries,
      sending: (...args) => dying(() => deliveries.sending(...args)),
      settle: (...args) => dying(() => deliveries.settle(...args)),
    },
    subscriptions: {
      ...subscriptions,
      gone: (...args) => dying(() => subscriptions.gone(...args)),
      moved: (...args) => dying(() => subscriptions.moved(...args)),
    },
  };
  return { own, isDead: () => left < 0 };
}

describe.each(ENGINES)("a post on $name", (engine) => {
  let store: Store;
  let platform: FakePlatform;
  let clock: number;

  beforeEach(async (context) => {
    if (!engine.isThere) context.skip();
    store = await freshStore(engine);
    platform = createPlatform();
    clock = NINE;
    await subscribe(store, "1");
    const slot = {
      id: "d",
      subscription: "s1",
      localDate: "2026-11-26",
      slotAt: NINE,
      nextRunAt: NINE + DAY,
    };
    await store.deliveries.plan(BOT, [{ ...slot, fact: "F025" }], NINE);
  });
  afterEach(async () => {
    if (engine.isThere) await store.close();
  });

  /** Has the lease from now on. */
  const sender = async (owner: string, own = store, holds = (): boolean => true): Promise<Sender> => {
    await store.leases.take(BOT, owner, await store.leases.find(BOT));
    const lead: Lead = { owner, holds, lost: never, release: () => Promise.resolve() };
    const { post } = platform;
    return createSender({
      tell,
      store: own,
      poster: { platform: "telegram", bot: BOT, post, repeat: "never", mostAtOnce: 4 },
      lead,
      stopping: never,
      repeatAfter: () => 0,
      now: () => clock,
      onOutcome: () => undefined,
      onTrouble: () => undefined,
    });
  };
  const states = async () => (await store.report(0, NINE, 100)).deliveries;
  const over = (state: string): Promise<void> =>
    until(`it is ${state}`, async () => Object.keys(await states()).join() === state);
  const isOpen = (kinds: object): boolean =>
    ["pending", "claimed", "sending"].some((kind) => Object.keys(kinds).includes(kind));
  const deliveriesWith = (changed: Partial<Deliveries>): Store => ({
    ...store,
    deliveries: { ...store.deliveries, ...changed },
  });

  it.each([
    [0, "dead"],
    // The request has left, and nobody alive knows that it was refused.
    [1, "unknown"],
    [2, "dead"],
    [3, "dead"],
  ])(
    "to a chat that is gone is told as such, though its sender dies after %i writes: %s",
    async (writes, state) => {
      platform.behave = () => fails("gone");
      const { own, isDead } = mortal(store, writes);
      const first = await sender("first", own);
      expect(await first.fill()).toBe(1);
      await until("it is dead, or done", async () => isDead() || !isOpen(await states()));
      const second = await sender("second");
      await second.takeOver();
      await second.fill();
      await until("it is over", async () => !isOpen(await states()));
      expect(await states()).toEqual({ [state]: 1 });
      const { state: subscribed } = (await store.subscriptions.find(BOT, "1")) ?? {};
      expect(subscribed).toBe(state === "dead" ? "gone" : "active");
    },
  );

  it("is not disturbed by an earlier claim of the same sender that writes again what was written", async () => {
    let unheard = 1;
    let settled = 0;
    const deaf = deliveriesWith({
      settle: async (...args) => {
        const isOurs = await store.deliveries.settle(...args);
        if (args[2].state === "pending" && unheard-- > 0) throw new Error("written, but nobody heard it");
        settled += 1;
        return isOurs;
      },
    });
    let arrive: () => void = () => undefined;
    const arriving = new Promise<void>((resolve) => (arrive = resolve));
    platform.behave = (_, attempt) => (attempt === 1 ? fails("temporary") : arriving);
    const one = await sender("one", deaf);
    await one.fill();
    await over("pending");
    clock += 3_000;
    expect(await one.fill()).toBe(1);
    await until("the second request is under way", () => platform.tries === 2);
    // That the first was refused, and the write that was not heard, once more.
    await until("the first claim has written again", () => settled === 2);
    expect(await states()).toEqual({ sending: 1 });
    expect(await one.fill()).toBe(0);
    arrive();
    await over("sent");
    expect(platform.sent).toHaveLength(1);
  });

  it("does not leave, and is in no doubt, where its sender stood still while it was marked", async () => {
    let holds = true;
    const slow = deliveriesWith({
      sending: (...args) => store.deliveries.sending(...args).finally(() => (holds = false)),
    });
    const first = await sender("first", slow, () => holds);
    await first.fill();
    await over("pending");
    expect(platform.tries).toBe(0);
    await (await sender("second")).fill();
    await over("sent");
  });

  it("is left to whoever has the lease by a sender that has lost it before it took anything over", async () => {
    const late = await sender("late");
    const leader = await sender("leader");
    let arrive: () => void = () => undefined;
    const arriving = new Promise<void>((resolve) => (arrive = resolve));
    platform.behave = () => arriving;
    await leader.fill();
    await over("sending");
    await late.takeOver();
    expect(await states()).toEqual({ sending: 1 });
    arrive();
    await over("sent");
  });

  it("is taken over once, by one of two that found it", async () => {
    await store.deliveries.claim(BOT, "dead", NINE, 1);
    await store.deliveries.sending("d", "dead", NINE);
    await store.leases.take(BOT, "new");
    const [found] = await store.deliveries.recover(BOT, "new", NINE);
    expect(found).toMatchObject({ id: "d", owner: "dead" });
    const taken = ["a", "b"].map((owner) => store.deliveries.adopt("d", "dead", owner));
    expect((await Promise.all(taken)).filter(Boolean)).toHaveLength(1);
  });

  it("does not take a lease for certain that came late: another may have it by then", async () => {
    const timing = { beatMs: 10_000, unsureMs: 20, stillMs: 30 };
    const take: Store["leases"]["take"] = async (...args) => {
      const isTaken = await store.leases.take(...args);
      await new Promise((resolve) => setTimeout(resolve, 40));
      return isTaken;
    };
    const lead = await takeLease({ ...store.leases, take }, BOT, "one", timing, never);
    expect(lead.holds()).toBe(false);
    await lead.release();
  });
});
