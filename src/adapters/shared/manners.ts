/** How often the bot answers one person and one chat. In memory, bounded, pure but for its own counters. */
import { LRUCache } from "lru-cache";

export interface Allowance {
  /** Most questions within the window. */
  count: number;
  windowMs: number;
}

/** `notice` once when a limit is reached: say so politely; then `silent` until it has passed. */
export type Verdict = "answer" | "notice" | "silent";

export interface Manners {
  /**
   * @param user and @param chat opaque keys. @param now milliseconds since the epoch.
   */
  admit(user: string, chat: string, now: number): Verdict;
}

export const USER_ALLOWANCE: Allowance = { count: 10, windowMs: 60_000 };
export const CHAT_ALLOWANCE: Allowance = { count: 20, windowMs: 60_000 };
/** Presses on a card lead from one choice to the next. */
export const CARD_ALLOWANCE: Allowance = { count: 40, windowMs: 60_000 };
/** Most people and chats remembered; the longest idle is forgotten first. */
const MOST_KEYS = 20_000;

/** When somebody was answered, milliseconds since the epoch, and whether it was said that it is too fast. */
export interface Counter {
  times: number[];
  noticed: boolean;
}

/** What becomes of one more question where these count; they are changed accordingly. */
export function judge(counted: readonly (readonly [Counter, Allowance])[], now: number): Verdict {
  for (const [counter, { count, windowMs }] of counted) {
    counter.times = counter.times.filter((time) => now - time < windowMs);
    if (counter.times.length < count) counter.noticed = false;
  }
  const full = counted.find(([{ times }, { count }]) => times.length >= count)?.[0];
  if (!full) {
    for (const [{ times }] of counted) times.push(now);
    return "answer";
  }
  if (full.noticed) return "silent";
  full.noticed = true;
  return "notice";
}

export function createManners(user: Allowance = USER_ALLOWANCE, chat: Allowance = CHAT_ALLOWANCE): Manners {
  const counters = new LRUCache<string, Counter>({ max: MOST_KEYS });
  const counter = (key: string): Counter => {
    const known = counters.get(key) ?? { times: [], noticed: false };
    counters.set(key, known);
    return known;
  };
  return {
    admit: (userKey, chatKey, now) =>
      judge(
        [
          [counter(`u:${userKey}`), user],
          [counter(`c:${chatKey}`), chat],
        ],
        now,
      ),
  };
}
