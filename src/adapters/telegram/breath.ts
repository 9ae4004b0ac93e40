/** Lets input and output happen between pieces of work that keep the process busy for a millisecond or so each. */
import { setImmediate as turn } from "node:timers/promises";

/** How long the process may be kept busy at a stretch, in milliseconds. */
const STRETCH_MS = 5;

/** @returns a function to await before each piece of work; its promises resolve in order. */
export function createBreath(): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  let since = 0;
  const breathe = async (): Promise<void> => {
    if (performance.now() - since < STRETCH_MS) return;
    await turn();
    since = performance.now();
  };
  return () => {
    last = last.then(breathe);
    return last;
  };
}
