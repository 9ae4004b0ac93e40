/** Writes that must not be lost because the store is away for a moment. */
import { setTimeout as sleep } from "node:timers/promises";

/** A store that is away for longer ends its sender. */
const TRIES = 20;
const WAIT_MS = 500;

/** @param onTrouble is told once a write. @returns what `write` gives. @throws what it throws in the end. */
export async function insist<T>(write: () => Promise<T>, onTrouble: (error: unknown) => void): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await write();
    } catch (error) {
      if (tries >= TRIES) throw error;
      if (tries === 1) onTrouble(error);
      await sleep(WAIT_MS);
    }
  }
}
