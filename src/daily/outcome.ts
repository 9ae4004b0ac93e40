/** What follows from a post that did not go through. Pure: the table of docs/design/daily.md. */
import type { PostError } from "../shared/post-error.ts";
import type { Repeat } from "../shared/repeat.ts";
import type { Outcome } from "../store/deliveries.ts";

/**
 * How long after the first request of a post with a key the last may begin. Platforms recognise it for "a few minutes", two
 * for certain (Discord's nonce); a library may hold a request back for half a minute.
 */
export const KEY_HOLDS_MS = 90_000;

const FIRST_WAIT_MS = 3_000;
const MOST_WAIT_MS = 3_600_000;
/** A longer wait is one chat's own (slow mode), or will be asked for again: it must not silence all chats. */
const MOST_PAUSE_MS = 60_000;

export interface Tried {
  repeat: Repeat;
  /** How often it failed, this time included; what an adapter repeated meanwhile counts as one. */
  attempts: number;
  /** Since when it may have arrived, in milliseconds since the epoch; null: it certainly has not. */
  inDoubtSince: number | null;
  now: number;
}

export interface Consequence {
  outcome: Outcome;
  /** The whole sender waits this long. */
  pauseMs?: number;
  /** The chat is to be posted to no more. */
  gone?: boolean;
}

/** The failure says when and where it may go again; whether it may at all, only the doubt that is left says. */
export function consequenceOf(error: PostError, tried: Tried): Consequence {
  const { attempts } = tried;
  const { message: reason } = error;
  const later = (ms: number): Outcome => again(tried, ms, reason);
  const over: Outcome = { state: tried.inDoubtSince === null ? "dead" : "unknown", reason };
  switch (error.kind) {
    case "gone":
    case "thread-gone":
      return { outcome: over, gone: true };
    case "refused":
      return { outcome: over };
    case "migrated":
      return error.newChatId === undefined ? { outcome: over, gone: true } : { outcome: later(0) };
    case "retry-after": {
      const waitMs = error.retryAfterMs ?? FIRST_WAIT_MS;
      return { outcome: later(waitMs), pauseMs: Math.min(waitMs, MOST_PAUSE_MS) };
    }
    case "temporary":
    case "uncertain":
      return { outcome: later(backOff(attempts)) };
  }
}

function again(tried: Tried, ms: number, reason: string): Outcome {
  const notBefore = tried.now + ms;
  if (!mayRepeat({ ...tried, now: notBefore })) return { state: "unknown", reason };
  return { state: "pending", notBefore, reason, inDoubt: tried.inDoubtSince !== null };
}

/** Whether it may be sent now: it certainly has not arrived, or would be recognised, or two are better than none. */
export const mayRepeat = ({ repeat, inDoubtSince, now }: Omit<Tried, "attempts">): boolean =>
  inDoubtSince === null || repeat === "always" || (repeat === "key" && now - inDoubtSince < KEY_HOLDS_MS);

/** 3 s, doubled, an hour at most. */
export const backOff = (attempts: number): number =>
  Math.min(MOST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, attempts - 1));
