/** What bots have dealt with, kept across restarts. */
import type { KeptStore } from "../store/keep.ts";
import { type Remembered, rememberUpdates } from "../store/remember.ts";

export interface SeenByBots {
  /** @param bot platform and account. */
  of(bot: string): Remembered;
  /** Writes what is not written yet. */
  flush(): Promise<void>;
}

export function createSeen(
  store: KeptStore["current"],
  now: () => number,
  onTrouble: (error: unknown) => void,
): SeenByBots {
  const known = new Map<string, Remembered>();
  return {
    of(bot) {
      const found = known.get(bot) ?? rememberUpdates(store, bot, now, onTrouble);
      known.set(bot, found);
      return found;
    },
    flush: async () => void (await Promise.all([...known.values()].map((one) => one.flush()))),
  };
}
