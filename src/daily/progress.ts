/** Says how far a broadcast is, now and then, and what came of it. */
import type { Logger } from "../shared/log.ts";
import type { Outcome } from "../store/deliveries.ts";

export interface Progress {
  /** Notes what came of one post. */
  count(state: Outcome["state"]): void;
  end(): void;
}

const EVERY_MS = 10_000;

export function createProgress(bot: string, log: Logger, everyMs = EVERY_MS): Progress {
  const counts: Partial<Record<Outcome["state"], number>> = {};
  let changed = false;
  const tell = (): void => {
    if (changed) log.info({ bot, ...counts }, "daily: posts so far");
    changed = false;
  };
  const timer = setInterval(tell, everyMs);
  timer.unref();
  return {
    count(state) {
      counts[state] = (counts[state] ?? 0) + 1;
      changed = true;
    },
    end() {
      clearInterval(timer);
      tell();
    },
  };
}
