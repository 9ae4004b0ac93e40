/** Whether a failed send is tried again, and when. Pure. */
import type { PostError } from "../../../shared/post-error.ts";

/** Sends of one message before it is given up: few where each may show it once more, and refusals for speed. */
const MOST_TRIES = { temporary: 7, uncertain: 5 };
const MOST_WAITS = 10;
/** A longer `retry_after` is for the caller to keep, not for a process to sit on. */
export const MOST_WAIT_MS = 60_000;

export interface Tried {
  /** It is not sent again where it may have been delivered. */
  once: boolean;
  /** Failures so far, this one included. */
  failures: number;
  /** How many of them asked to wait. */
  waits: number;
}

/**
 * @returns milliseconds to wait, or undefined to give up. What may have been delivered is sent again only where somebody
 * waits for it, for Telegram knows no nonce: otherwise two are worse than none.
 */
export function retryWait(
  error: PostError,
  { once, failures, waits }: Tried,
  firstMs: number,
): number | undefined {
  switch (error.kind) {
    case "retry-after": {
      const wait = error.retryAfterMs ?? 0;
      return waits <= MOST_WAITS && wait <= MOST_WAIT_MS ? wait : undefined;
    }
    case "uncertain":
      return once || failures - waits >= MOST_TRIES.uncertain
        ? undefined
        : doubled(failures - waits, firstMs);
    case "temporary":
      return failures - waits >= MOST_TRIES.temporary ? undefined : doubled(failures - waits, firstMs);
    case "gone":
    case "migrated":
    case "thread-gone":
    case "refused":
      return undefined;
  }
}

const doubled = (tries: number, firstMs: number): number => firstMs * 2 ** (tries - 1);
