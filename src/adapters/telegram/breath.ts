/** Lets input and output happen between two pieces of work that keep the process busy for milliseconds each. */
import { setImmediate as turn } from "node:timers/promises";

/** @returns a function whose promises resolve one a turn of the event loop, in order. */
export function createBreath(): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    last = last.then(() => turn());
    return last;
  };
}
