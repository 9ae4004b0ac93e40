/** The queue by itself: whose turn it is, and when. */
import { setImmediate as turn } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { PostError } from "../../../src/shared/post-error.ts";
import { createQueue } from "../../../src/adapters/telegram/transport/queue.ts";
import { ENDLESS } from "../support.ts";

describe("the queue", () => {
  const queue = (limits = ENDLESS) => createQueue({ limits, retryFirstMs: 1 });
  const kindOf = (sent: Promise<unknown>): Promise<string> =>
    sent.then(
      () => "sent",
      (error: unknown) => (error instanceof PostError ? error.kind : "?"),
    );

  test("keeps order within a chat while chats go side by side", async () => {
    const { send } = queue();
    const done: string[] = [];
    const slow = (name: string, ms: number) => () =>
      new Promise<void>((resolve) => setTimeout(() => resolve(void done.push(name)), ms));
    await Promise.all([
      send("1", "asked", slow("a", 20)),
      send("1", "asked", slow("b", 1)),
      send("2", "asked", slow("c", 1)),
    ]);
    expect(done).toEqual(["c", "a", "b"]);
  });

  test("lets answers overtake posts, in their chat and in others", async () => {
    const { send } = queue({ ...ENDLESS, overall: { count: 1, windowMs: 15 } });
    const done: string[] = [];
    const note = (name: string) => async () => void done.push(name);
    const posts = ["p1", "p2", "p3"].map((name, i) => send(String(i), "unasked", note(name)));
    const answers = [send("2", "asked", note("a1")), send("9", "asked", note("a2"))];
    await Promise.all([...posts, ...answers]);
    expect(done).toEqual(["p1", "a1", "a2", "p2", "p3"]);
  });

  test("finds the next at once with 10,000 posts waiting, and lets an answer go first", async () => {
    const { send, close } = queue({ ...ENDLESS, overall: { count: 1, windowMs: 20 } });
    const done: string[] = [];
    const note = (name: string) => async () => void done.push(name);
    const waiting = Array.from({ length: 10_000 }, (_, i) => send(String(i), "unasked", note("post")));
    const started = performance.now();
    const answers = Array.from({ length: 100 }, (_, i) => send(`a${i}`, "asked", note("answer")));
    expect((performance.now() - started) / answers.length).toBeLessThan(1);
    await answers[0];
    expect(done.slice(-1)).toEqual(["answer"]);
    close();
    expect(new Set(await Promise.all([...waiting, ...answers].map(kindOf)))).toEqual(
      new Set(["sent", "temporary"]),
    );
  });

  test("begins no more posts than may leave together, and answers all the same", async () => {
    const { send } = queue({ ...ENDLESS, overall: { count: 5, windowMs: 10 } });
    let begun = 0;
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));
    const before = (): Promise<void> => ((begun += 1), opened);
    const posts = Array.from({ length: 12 }, (_, i) =>
      send(String(i), "unasked", async () => i, { fence: { before } }),
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await send("a", "asked", async () => begun)).toBe(5);
    open();
    expect(await Promise.all(posts)).toHaveLength(12);
  });

  describe("by the clock", () => {
    beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
    afterEach(() => void vi.useRealTimers());

    test("sends no more than its windows allow, and everything in the end", async () => {
      const { send } = queue({
        overall: { count: 5, windowMs: 40 },
        chat: { count: 2, windowMs: 30 },
        group: { count: 3, windowMs: 100 },
      });
      const sent: { chat: string; at: number }[] = [];
      const chats = ["1", "2", "-3"];
      const all = Promise.all(
        chats.flatMap((chat) =>
          Array.from({ length: 8 }, () =>
            send(chat, "asked", async () => void sent.push({ chat, at: performance.now() })),
          ),
        ),
      );
      await vi.advanceTimersByTimeAsync(1_000);
      await all;
      const most = (chosen: typeof sent, windowMs: number): number =>
        Math.max(
          ...chosen.map(
            ({ at }) => chosen.filter((other) => other.at >= at && other.at < at + windowMs).length,
          ),
        );
      expect(most(sent, 40)).toBe(5);
      for (const chat of chats)
        expect(
          most(
            sent.filter((one) => one.chat === chat),
            30,
          ),
        ).toBe(2);
      expect(
        most(
          sent.filter(({ chat }) => chat === "-3"),
          100,
        ),
      ).toBe(3);
    });

    /** A post goes out one immediate after its turn has come; those are not faked. */
    const immediates = async (): Promise<void> => {
      await turn();
      await turn();
    };
    const refusedOnce = (log: string[], name: string) => async (): Promise<void> => {
      const again = log.some((line) => line.startsWith(`${name} `));
      log.push(`${name} ${performance.now() - start}`);
      if (!again) throw new PostError("retry-after", "429", { retryAfterMs: 60 });
    };
    let start = 0;
    beforeEach(() => void (start = performance.now()));

    test("pauses only the chat that is refused", async () => {
      const { send } = queue();
      const log: string[] = [];
      const all = [
        send("1", "asked", refusedOnce(log, "1")),
        send("2", "asked", async () => void log.push(`2 ${performance.now() - start}`)),
      ];
      await vi.advanceTimersByTimeAsync(100);
      await Promise.all(all);
      expect(log).toEqual(["1 0", "2 0", "1 60"]);
    });

    test("pauses everything, answers too, when a post is refused", async () => {
      const { send } = queue();
      const log: string[] = [];
      const all = [send("1", "unasked", refusedOnce(log, "p"))];
      await immediates();
      expect(log).toEqual(["p 0"]);
      all.push(send("2", "asked", async () => void log.push(`a ${performance.now() - start}`)));
      await vi.advanceTimersByTimeAsync(59);
      expect(log).toEqual(["p 0"]);
      await vi.advanceTimersByTimeAsync(1);
      await immediates();
      await Promise.all(all);
      expect(log).toEqual(["p 0", "a 60", "p 60"]);
    });

    test("does not fall silent for an hour because one chat is to wait that long", async () => {
      const { send } = queue();
      const slowMode = new PostError("retry-after", "429", { retryAfterMs: 3_600_000 });
      const refused = send("-1", "unasked", () => Promise.reject(slowMode)).catch((error: unknown) => error);
      expect(await refused).toBe(slowMode);
      const answer = send("2", "asked", async () => performance.now() - start);
      await vi.advanceTimersByTimeAsync(60_000);
      expect(await answer).toBe(60_000);
    });

    test("pauses everything when two chats are refused at the same time", async () => {
      const { send } = queue();
      const log: string[] = [];
      const all = [send("1", "asked", refusedOnce(log, "1")), send("2", "asked", refusedOnce(log, "2"))];
      await vi.advanceTimersByTimeAsync(10);
      all.push(send("3", "asked", async () => void log.push(`3 ${performance.now() - start}`)));
      await vi.advanceTimersByTimeAsync(100);
      await Promise.all(all);
      expect(log.slice(0, 2)).toEqual(["1 0", "2 0"]);
      expect(log.slice(2).toSorted((a, b) => a.localeCompare(b))).toEqual(["1 60", "2 60", "3 60"]);
    });
  });
});
