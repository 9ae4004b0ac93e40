/** A store that may not be there yet: opened in the background, as often as it takes. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Store } from "./open.ts";

export interface KeptStore {
  /** The store, or undefined while it cannot be opened. */
  current: () => Store | undefined;
  close: () => Promise<void>;
}

const FIRST_WAIT_MS = 1_000;
const MOST_WAIT_MS = 60_000;

/** @param onFailure told why it cannot be opened and after how many milliseconds it is tried again. */
export function keepStore(
  open: () => Promise<Store>,
  onFailure: (error: unknown, waitMs: number) => void,
): KeptStore {
  const ending = new AbortController();
  let store: Store | undefined;

  async function opening(): Promise<void> {
    for (let wait = FIRST_WAIT_MS; !ending.signal.aborted; wait = Math.min(MOST_WAIT_MS, wait * 2)) {
      try {
        store = await open();
        return;
      } catch (error) {
        onFailure(error, wait);
      }
      await sleep(wait, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  }

  const opened = opening();
  return {
    current: () => store,
    async close() {
      ending.abort();
      await opened;
      await store?.close();
      store = undefined;
    },
  };
}
