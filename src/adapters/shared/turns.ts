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
  const tails = new Map<string, Promise<unknown>>();
  let open = 0;
  let waiting: (() => void)[] = [];
  const done = (): void => {
    open -= 1;
    if (open > 0) return;
    for (const wake of waiting) wake();
    waiting = [];
  };
  return {
    run(key, task) {
      open += 1;
      const before = tails.get(key) ?? Promise.resolve();
      const mine = before.then(task, task);
      const settled = mine.then(done, done).then(() => {
        if (tails.get(key) === settled) tails.delete(key);
      });
      tails.set(key, settled);
      return mine;
    },
    idle: () => (open === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    size: () => open,
  };
}
