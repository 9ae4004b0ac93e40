/** How often the bot answers one person and one chat. In memory, bounded, pure but for its own counters. */
import { LRUCache } from "lru-cache";

export interface Allowance {
  /** Most questions within the window. */
  count: number;
  windowMs: number;
}

export interface Manners {
  /**
   * @param user and @param chat opaque keys. @param now milliseconds since the epoch.
   * @returns `answer`; `notice` once when a limit is reached: say so politely; then `silent` until it has passed.
   */
  admit(user: string, chat: string, now: number): "answer" | "notice" | "silent";
}

export const USER_ALLOWANCE: Allowance = { count: 10, windowMs: 60_000 };
export const CHAT_ALLOWANCE: Allowance = { count: 20, windowMs: 60_000 };
/** Presses on a card lead from one choice to the next. */
export const CARD_ALLOWANCE: Allowance = { count: 40, windowMs: 60_000 };
/** Most people and chats remembered; the longest idle is forgotten first. */
const MOST_KEYS = 20_000;

interface Counter {
  times: number[];
  noticed: boolean;
}

export function createManners(user: Allowance = USER_ALLOWANCE, chat: Allowance = CHAT_ALLOWANCE): Manners {
  const counters = new LRUCache<string, Counter>({ max: MOST_KEYS });
  const counter = (key: string, allowance: Allowance, now: number): Counter => {
    const known = counters.get(key) ?? { times: [], noticed: false };
    known.times = known.times.filter((time) => now - time < allowance.windowMs);
    if (known.times.length < allowance.count) known.noticed = false;
    counters.set(key, known);
    return known;
  };
  return {
    admit(userKey, chatKey, now) {
      const both: [Counter, Allowance][] = [
        [counter(`u:${userKey}`, user, now), user],
        [counter(`c:${chatKey}`, chat, now), chat],
      ];
      const full = both.find(([c, allowance]) => c.times.length >= allowance.count)?.[0];
      if (!full) {
        for (const [c] of both) c.times.push(now);
        return "answer";
      }
      if (full.noticed) return "silent";
      full.noticed = true;
      return "notice";
    },
  };
}
