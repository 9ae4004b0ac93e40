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

/** A person waits: rather an answer twice than none because the store hangs. */
const MOST_WAIT_MS = 1_000;

async function withinTime(found: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), MOST_WAIT_MS);
  });
  return Promise.race([found, late]).finally(() => clearTimeout(timer));
}

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

  async function lookUp(id: string): Promise<boolean> {
    try {
      return (await store()?.seen.has(bot, id)) ?? false;
    } catch (error) {
      onTrouble(error);
      return false;
    }
  }

  return {
    has: async (id) => fresh.includes(id) || (await withinTime(lookUp(id))),
    add(id) {
      fresh.push(id);
      timer ??= setTimeout(() => void flush(), EVERY_MS);
    },
    flush,
  };
}
