/** Growing pauses between attempts. */

export interface Backoff {
  /** Milliseconds to wait before the next attempt: each twice the last. */
  next(): number;
  /** After a success. */
  reset(): void;
}

export function createBackoff({ firstMs, mostMs }: { firstMs: number; mostMs: number }): Backoff {
  let pause = firstMs;
  return {
    next() {
      const now = pause;
      pause = Math.min(pause * 2, mostMs);
      return now;
    },
    reset: () => void (pause = firstMs),
  };
}
