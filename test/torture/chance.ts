/** Chance that can be had again: the same seed gives the same numbers, though processes never take the same time twice. */
export interface Chance {
  /** At least 0, below 1. */
  next(): number;
  between(low: number, high: number): number;
  pick<T>(from: readonly T[]): T | undefined;
}

/** mulberry32. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    pick: (from) => from[Math.floor(next() * from.length)],
  };
}
