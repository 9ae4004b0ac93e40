/** A step repeated until it is done, or for ever: failures are told, waited out, and never end it. */
import { setTimeout as sleep } from "node:timers/promises";
import { toPostError } from "./failure.ts";

export interface LoopOptions {
  /** Ends the loop when it aborts. */
  signal: AbortSignal;
  firstMs: number;
  mostMs: number;
  onFailure: (error: unknown, waitMs: number) => void;
}

/** Resolves, never rejects, once the step is done or the signal aborts. The wait doubles with each failure in a row, give or take a fifth. */
export async function repeat(
  step: () => Promise<"done" | void>,
  { signal, firstMs, mostMs, onFailure }: LoopOptions,
): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    try {
      if ((await step()) === "done") return;
      failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      const wait = waitFor(error, Math.min(mostMs, firstMs * 2 ** failures++));
      onFailure(error, wait);
      await pause(wait, signal);
    }
  }
}

/** What Telegram asks for, else the usual wait. */
const waitFor = (error: unknown, usual: number): number =>
  toPostError(error).retryAfterMs ?? usual * (0.8 + 0.4 * Math.random());

/** Resolves after that many milliseconds, or at once when the signal aborts. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
