/**
 * Which updates are done. Telegram forgets an update once a poll asks for a later one, and repeats it otherwise.
 *
 * The choice: an update stays unconfirmed until it is dealt with, so that a crash loses nothing; but no longer
 * than `holdMs`, because every poll repeats what is unconfirmed, and 100 held updates would hide all later ones. So a
 * crash can lose only what has waited that long (for Telegram's own limits), and can repeat only what was
 * delivered within the last poll. Repeats are recognised by their id, after a restart too where somebody keeps the ids.
 */

import { LRUCache } from "lru-cache";
import type { Seen } from "../../shared/seen.ts";

export interface Ledger {
  /** Does the work of an update once. @returns when it is over, for a repeat too. */
  accept(id: number, work: () => Promise<void>): Promise<void>;
  isKnown(id: number): boolean;
  /** The offset of the next poll: confirms everything before it. */
  offset(): number;
  /** Holds nothing back any more of what is known. */
  release(): void;
  /** Something is held back. */
  isHolding(): boolean;
  /** Resolves when nothing is open, or after that many milliseconds. */
  settle(ms: number): Promise<void>;
  /** What ends from now on was given up, not done: it is not noted as seen. */
  close(): void;
}

const nothing = (): void => undefined;

/** Ids remembered to recognise repeats. */
const MOST_KNOWN = 20_000;

/**
 * @param holdMs in milliseconds.
 * @param seen ids of updates dealt with before this process was started; none unless given.
 */
export function createLedger(holdMs: number, seen?: Seen): Ledger {
  const clock = (): number => performance.now();
  const known = new LRUCache<number, Promise<void>>({ max: MOST_KNOWN });
  /** When each open update came; held ones only. */
  const held = new Map<number, number>();
  let open = 0;
  let wake: () => void = () => undefined;
  let next = 0;
  let closed = false;
  /** Looked up side by side, taken up in the order they came. */
  let lookedUp: Promise<unknown> = Promise.resolve();

  async function once(id: number, work: () => Promise<void>, ids: Seen): Promise<void> {
    const found = ids.has(String(id));
    const all = Promise.all([found, lookedUp]);
    // Not `all` itself: it would hold what those before it found, back to the first.
    lookedUp = all.then(nothing, nothing);
    const [isSeen] = await all;
    if (isSeen) return;
    await work();
    if (!closed) ids.add(String(id));
  }

  function finish(id: number): void {
    held.delete(id);
    open -= 1;
    if (open === 0) wake();
  }

  function oldestHeld(): number {
    let oldest = Infinity;
    for (const [id, since] of held) {
      if (clock() - since >= holdMs) held.delete(id);
      else oldest = Math.min(oldest, id);
    }
    return oldest;
  }

  return {
    accept(id, work) {
      // Not the largest ever seen: after a quiet week Telegram starts to count anew, perhaps lower.
      next = id + 1;
      const before = known.get(id);
      if (before) return before;
      open += 1;
      held.set(id, clock());
      const done = (seen ? once(id, work, seen) : work()).finally(() => finish(id));
      known.set(id, done);
      return done;
    },
    isKnown: (id) => known.has(id),
    offset: () => Math.min(next, oldestHeld()),
    release: () => held.clear(),
    isHolding: () => oldestHeld() < Infinity,
    async settle(ms) {
      if (open === 0) return;
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        wake = resolve;
        timer = setTimeout(resolve, ms);
      });
      clearTimeout(timer);
    },
    close: () => void (closed = true),
  };
}
