/** Work in order within one conversation, conversations side by side. */

export interface Turns {
  /** Runs `task` after every earlier task of the same key. Rejects as the task does; the next one still runs. */
  run<T>(key: string, task: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is left to do. */
  idle(): Promise<void>;
  /** Tasks waiting or running. */
  size(): number;
}

export function createTurns(): Turns {
  const tails = new Map<string, Promise<void>>();
  let open = 0;
  let waiting: (() => void)[] = [];

  const leave = (key: string, tail: Promise<void>): void => {
    if (tails.get(key) === tail) tails.delete(key);
    open -= 1;
    if (open > 0) return;
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  };

  return {
    async run(key, task) {
      open += 1;
      const before = tails.get(key);
      let finish = (): void => {};
      const tail = new Promise<void>((resolve) => {
        finish = resolve;
      });
      tails.set(key, tail);
      try {
        await before;
        return await task();
      } finally {
        leave(key, tail);
        finish();
      }
    },
    idle: () =>
      open === 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.push(resolve);
          }),
    size: () => open,
  };
}
