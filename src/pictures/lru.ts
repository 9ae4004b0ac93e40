/** The most recently used, as many as weigh no more than `most` together. */

export interface Lru<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

/** @param weigh what one value counts; 1 each where there is a number of them to keep. */
export function createLru<T>(most: number, weigh: (value: T) => number = () => 1): Lru<T> {
  const kept = new Map<string, T>();
  let weight = 0;
  const drop = (key: string): void => {
    const value = kept.get(key);
    if (value === undefined) return;
    weight -= weigh(value);
    kept.delete(key);
  };
  return {
    get(key) {
      const value = kept.get(key);
      if (value === undefined) return undefined;
      kept.delete(key);
      kept.set(key, value);
      return value;
    },
    set(key, value) {
      drop(key);
      kept.set(key, value);
      weight += weigh(value);
      for (const oldest of kept.keys()) {
        if (weight <= most) return;
        drop(oldest);
      }
    },
  };
}
