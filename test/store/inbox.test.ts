/** What people sent, shared by processes on one server. */
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Inbox } from "../../src/store/inbox.ts";
import type { Sharing, Store } from "../../src/store/open.ts";
import { until } from "../support/daily.ts";
import { dropDatabase, ENGINES, freshStore } from "../support/stores.ts";

const BOT = "telegram:1";
const server = ENGINES.find(({ name }) => name === "PostgreSQL");

let store: Store;
let sharing: Sharing;
let inbox: Inbox;

const update = (id: number, place = "a") => ({ id, place, body: `{"update_id":${id}}` });
const claimed = async (owner: string, most = 9): Promise<number[]> =>
  (await inbox.claim(BOT, owner, most)).map(({ id }) => id);

it("is not there where things are kept in a file", async () => {
  const [file] = ENGINES;
  const kept = file && (await freshStore(file));
  expect(kept?.sharing).toBeUndefined();
  await kept?.close();
});

describe.runIf(server?.isThere)("an inbox", () => {
  beforeEach(async () => {
    if (!server) return;
    store = await freshStore(server);
    if (!store.sharing) throw new Error("a server lets processes share");
    ({ sharing } = store);
    ({ inbox } = sharing);
  });
  afterEach(() => store.close());
  afterAll(dropDatabase);

  it("keeps an update once, also where it comes again after it was dealt with", async () => {
    await inbox.put(BOT, [update(1), update(2, "b")], 0);
    await inbox.put(BOT, [update(1)], 0);
    expect(await claimed("x")).toEqual([1, 2]);
    await inbox.done(BOT, 1, "x");
    await inbox.put(BOT, [update(1)], 0);
    expect(await claimed("x")).toEqual([]);
    expect(await inbox.waiting(BOT)).toBe(1);
  });

  it("gives out one row of a place at a time, the oldest first", async () => {
    await inbox.put(BOT, [update(1), update(2), update(3, "b")], 0);
    expect(await claimed("x")).toEqual([1, 3]);
    expect(await claimed("y")).toEqual([]);
    await inbox.done(BOT, 1, "x");
    expect(await claimed("y")).toEqual([2]);
  });

  it("gives each row to one of many who ask at once", async () => {
    await inbox.put(
      BOT,
      Array.from({ length: 60 }, (_, id) => update(id, `place ${id % 20}`)),
      0,
    );
    const all = await Promise.all(Array.from({ length: 8 }, (_, owner) => claimed(`owner ${owner}`, 5)));
    const ids = all.flat();
    expect(ids).toHaveLength(new Set(ids).size);
    expect(ids.every((id) => id < 20)).toBe(true);
  });

  it("frees what a dead worker had claimed, and says what it may have sent already", async () => {
    await inbox.enlist(BOT, "dead");
    await inbox.enlist(BOT, "alive");
    await inbox.put(BOT, [update(1), update(2, "b"), update(3, "c")], 0);
    await inbox.claim(BOT, "dead", 2);
    expect(await inbox.sending(BOT, 1, "dead")).toBe(true);
    await inbox.claim(BOT, "alive", 1);
    expect(await inbox.recover(BOT)).toBe(0);
    const dead = (await inbox.workers(BOT)).find(({ owner }) => owner === "dead");
    if (dead) await inbox.dismiss(BOT, dead);
    expect(await inbox.recover(BOT)).toBe(2);
    expect(await inbox.claim(BOT, "alive", 9)).toMatchObject([
      { id: 1, isCut: true },
      { id: 2, isCut: false },
    ]);
    // It comes back to life: nothing of it is its own any more.
    expect(await inbox.sending(BOT, 1, "dead")).toBe(false);
  });

  it("tells once that an answer was cut off, whoever dies over that", async () => {
    await inbox.put(BOT, [update(1)], 0);
    for (const owner of ["first", "second"]) {
      await inbox.claim(BOT, owner, 1);
      await inbox.sending(BOT, 1, owner);
      await inbox.recover(BOT);
    }
    expect(await inbox.waiting(BOT)).toBe(0);
  });

  it("does not hand on for ever what its owners die of", async () => {
    await inbox.put(BOT, [update(1)], 0);
    const cut: boolean[] = [];
    for (let owner = 0; owner < 4; owner += 1) {
      const [row] = await inbox.claim(BOT, `owner ${owner}`, 1);
      if (row) cut.push(row.isCut);
      await inbox.recover(BOT);
    }
    expect(cut).toEqual([false, false, false, true]);
    expect(await inbox.waiting(BOT)).toBe(0);
  });

  it("gives up a worker only where it has not moved since", async () => {
    await inbox.enlist(BOT, "slow");
    const [seen] = await inbox.workers(BOT);
    expect(await inbox.beat(BOT, "slow")).toBe(true);
    if (seen) await inbox.dismiss(BOT, seen);
    expect(await inbox.beat(BOT, "slow")).toBe(true);
  });

  it("writes the turn of a conversation together with the step, or not at all", async () => {
    const note = { key: "turn", value: "told", until: 100 };
    await inbox.put(BOT, [update(1)], 0);
    await inbox.claim(BOT, "x", 1);
    expect(await inbox.sending(BOT, 1, "somebody else", note)).toBe(false);
    expect(await sharing.recents.find(BOT, "turn", 50)).toBeUndefined();
    expect(await inbox.sending(BOT, 1, "x", note)).toBe(true);
    expect(await sharing.recents.find(BOT, "turn", 50)).toBe("told");
    expect(await sharing.recents.find(BOT, "turn", 100)).toBeUndefined();
  });

  it("wakes whoever listens, and tells what a chat has set", async () => {
    const heard: string[] = [];
    const listener = sharing.listen(({ what, bot }) => heard.push(`${what} ${bot}`));
    await until("it listens", () => heard.includes("either "));
    await inbox.put(BOT, [update(1)], 0);
    await store.settings.set(BOT, "5", "en");
    await until("both are heard", () => heard.length >= 3);
    await listener.close();
    expect(heard).toEqual(["either ", `inbox ${BOT}`, `settings ${BOT}`]);
  });

  it("changes what processes share one after the other", async () => {
    const add = (): Promise<number> =>
      sharing.recents.change(BOT, ["b", "a"], ([b = "", a = ""]) => ({
        values: [
          { value: String(Number(b) + 1), until: 1_000 },
          { value: String(Number(a) + 1), until: 1_000 },
        ],
        result: Number(a),
      }));
    const seen = await Promise.all(Array.from({ length: 20 }, add));
    expect(new Set(seen).size).toBe(20);
    expect(await sharing.recents.find(BOT, "a", 0)).toBe("20");
  });
});
