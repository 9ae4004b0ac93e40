/** What follows from each answer of a platform: the table of docs/design/daily.md. */
import { describe, expect, it } from "vitest";
import { backOff, consequenceOf, KEY_HOLDS_MS } from "../../src/daily/outcome.ts";
import type { Repeat } from "../../src/shared/repeat.ts";
import { PostError, type PostErrorDetail, type PostFailure } from "../../src/shared/post-error.ts";

const NOW = 1_000_000;
const after = (
  kind: PostFailure,
  repeat: Repeat = "never",
  detail: PostErrorDetail = {},
  sinceMs?: number,
  attempts = 1,
) =>
  consequenceOf(new PostError(kind, `said ${kind}`, detail), {
    repeat,
    attempts,
    inDoubtSince: sinceMs === undefined ? null : NOW - sinceMs,
    now: NOW,
  });

describe("after a post that failed", () => {
  it.each(["gone", "thread-gone"] as const)(
    "%s: the chat gets no more, for a reason that is kept",
    (kind) => {
      expect(after(kind)).toEqual({ outcome: { state: "dead", reason: `said ${kind}` }, gone: true });
    },
  );

  it("refused: this post alone is given up", () => {
    expect(after("refused")).toEqual({ outcome: { state: "dead", reason: "said refused" } });
  });

  it("migrated: to the new id, now", () => {
    expect(after("migrated", "never", { newChatId: "-100" })).toMatchObject({
      outcome: { state: "pending", notBefore: NOW },
    });
  });

  it("retry-after: the row waits as long as asked, the sender too, but not an hour for one chat's sake", () => {
    expect(after("retry-after", "never", { retryAfterMs: 7_000 })).toMatchObject({
      outcome: { state: "pending", notBefore: NOW + 7_000 },
      pauseMs: 7_000,
    });
    expect(after("retry-after", "never", { retryAfterMs: 3_600_000 })).toMatchObject({
      outcome: { notBefore: NOW + 3_600_000 },
      pauseMs: 60_000,
    });
  });

  it.each([
    ["never", 0, "unknown"],
    ["key", 0, "pending"],
    ["key", KEY_HOLDS_MS, "unknown"],
    ["always", KEY_HOLDS_MS * 100, "pending"],
  ] as const)("uncertain, repeat %s, %i ms after the first request: %s", (repeat, since, state) => {
    expect(after("uncertain", repeat, {}, since).outcome).toMatchObject({
      state,
      ...(state === "pending" && { inDoubt: true }),
    });
  });

  it.each(["gone", "thread-gone", "refused", "migrated"] as const)(
    "%s, after a request that may have arrived: in doubt, not dead",
    (kind) => {
      expect(after(kind, "always", {}, 1).outcome).toEqual({ state: "unknown", reason: `said ${kind}` });
    },
  );

  it("retry-after and temporary leave an earlier doubt as it is, and what would outlast the key is not repeated", () => {
    const seven = { retryAfterMs: 7_000 };
    expect(after("retry-after", "never", seven, 1).outcome).toMatchObject({ state: "unknown" });
    expect(after("retry-after", "key", seven, 1).outcome).toMatchObject({ state: "pending", inDoubt: true });
    expect(after("temporary", "key", {}, 1).outcome).toMatchObject({ state: "pending", inDoubt: true });
    const long = { retryAfterMs: KEY_HOLDS_MS };
    expect(after("retry-after", "key", long, 1).outcome).toMatchObject({ state: "unknown" });
    expect(after("retry-after", "key", long).outcome).toMatchObject({ state: "pending", inDoubt: false });
  });

  it("uncertain without a request: certainly not delivered", () => {
    expect(after("uncertain").outcome).toMatchObject({ state: "pending", inDoubt: false });
  });

  it("temporary: waits 3 s, doubled each time, an hour at most, and is not in doubt", () => {
    expect(after("temporary").outcome).toEqual({
      state: "pending",
      notBefore: NOW + 3_000,
      reason: "said temporary",
      inDoubt: false,
    });
    expect([1, 2, 3, 11, 12, 50].map(backOff)).toEqual([
      3_000, 6_000, 12_000, 3_072_000, 3_600_000, 3_600_000,
    ]);
  });
});
