/** When a whole sender waits: one chat that fails is that chat's affair, several in a row are the platform's. */

export interface Brake {
  /** Something arrived, or a chat of its own refused it. */
  worked(): void;
  /** The platform could not be reached, or left it open whether it took this post. */
  failed(post: string): void;
  /** The platform asks everybody to wait. */
  pause(ms: number): void;
  /** Nothing is sent now. */
  isOn(): boolean;
  /** After failures one post tries the way before the others follow. */
  isCareful(): boolean;
}

const FEW_FAILURES = 3;
const FIRST_PAUSE_MS = 3_000;
const MOST_PAUSE_MS = 300_000;

/** @param clock milliseconds, never going back. */
export function createBrake(clock: () => number = () => performance.now()): Brake {
  /** Different posts that failed since one worked. */
  const failures = new Set<string>();
  let until = -Infinity;
  const isOn = (): boolean => clock() < until;
  return {
    worked: () => failures.clear(),
    failed(post) {
      // What was under way together fails together: that is one failure, not thirty.
      if (isOn() || failures.has(post)) return;
      failures.add(post);
      const over = failures.size - FEW_FAILURES;
      if (over >= 0) until = clock() + Math.min(MOST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** over);
    },
    pause: (ms) => void (until = Math.max(until, clock() + ms)),
    isOn,
    isCareful: () => failures.size >= FEW_FAILURES,
  };
}
