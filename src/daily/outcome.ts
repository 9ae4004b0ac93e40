/** What follows from a post that did not go through. Pure: the table of DESIGN.md. */
import type { PostError } from "../shared/post-error.ts";
import type { Outcome } from "../store/deliveries.ts";

/**
 * Whether a post that may have arrived can be sent again. `key`: the platform recognises a repetition for a while;
 * `always`: the operator would rather have two than none; `never`: the operator would rather have none than two.
 */
export type Repeat = "key" | "always" | "never";

/**
 * How long after the first request the last may begin. Discord recognises a nonce for "a few minutes", two for certain;
 * its library may hold a request back for half a minute.
 */
export const KEY_HOLDS_MS = 90_000;

const FIRST_WAIT_MS = 3_000;
const MOST_WAIT_MS = 3_600_000;
/** A longer wait is one chat's own (slow mode), or will be asked for again: it must not silence all chats. */
const MOST_PAUSE_MS = 60_000;

export interface Tried {
  repeat: Repeat;
  /** Requests that left, this one included. */
  attempts: number;
  /** When the first of them left, in milliseconds since the epoch. */
  sendingAt: number;
  now: number;
}

export interface Consequence {
  outcome: Outcome;
  /** The whole sender waits this long. */
  pauseMs?: number;
  /** The chat is to be posted to no more. */
  gone?: boolean;
  /** The id the chat has now. */
  movedTo?: string;
}

export function consequenceOf(error: PostError, tried: Tried): Consequence {
  const { now, attempts } = tried;
  const { message: reason } = error;
  const later = (ms: number): Outcome => ({ state: "pending", notBefore: now + ms, reason });
  switch (error.kind) {
    case "gone":
    case "thread-gone":
      return { outcome: { state: "dead", reason }, gone: true };
    case "refused":
      return { outcome: { state: "dead", reason } };
    case "migrated":
      return error.newChatId === undefined
        ? { outcome: { state: "dead", reason }, gone: true }
        : { outcome: later(0), movedTo: error.newChatId };
    case "retry-after": {
      const waitMs = error.retryAfterMs ?? FIRST_WAIT_MS;
      return { outcome: later(waitMs), pauseMs: Math.min(waitMs, MOST_PAUSE_MS) };
    }
    case "temporary":
      return { outcome: later(backOff(attempts)) };
    case "uncertain":
      return {
        outcome: mayRepeat(tried)
          ? { ...later(backOff(attempts)), inDoubt: true }
          : { state: "unknown", reason },
      };
  }
}

/** Whether a post that may have arrived may be sent once more. */
export const mayRepeat = ({ repeat, sendingAt, now }: Pick<Tried, "repeat" | "sendingAt" | "now">): boolean =>
  repeat === "always" || (repeat === "key" && now - sendingAt < KEY_HOLDS_MS);

/** 3 s, doubled, an hour at most. */
export const backOff = (attempts: number): number =>
  Math.min(MOST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, attempts - 1));
