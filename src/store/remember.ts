/** Remembers updates without making anybody wait: written together, and never in the way when the store is not there. */
import type { Store } from "./open.ts";

export interface Remembered {
  /** False where it cannot be found out. */
  has(id: string): Promise<boolean>;
  add(id: string): void;
  /** Writes what is not written yet. */
  flush(): Promise<void>;
}

/** A crash forgets at most what was dealt with this shortly before. */
const EVERY_MS = 100;

export function rememberUpdates(
  store: () => Store | undefined,
  bot: string,
  now: () => number,
  onTrouble: (error: unknown) => void,
): Remembered {
  let fresh: string[] = [];
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const ids = fresh;
    fresh = [];
    await store()?.seen.add(bot, ids, now()).catch(onTrouble);
  }

  return {
    async has(id) {
      try {
        return fresh.includes(id) || ((await store()?.seen.has(bot, id)) ?? false);
      } catch (error) {
        onTrouble(error);
        return false;
      }
    },
    add(id) {
      fresh.push(id);
      timer ??= setTimeout(() => void flush(), EVERY_MS);
    },
    flush,
  };
}
