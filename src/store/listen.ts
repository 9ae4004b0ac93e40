/** Hears at once what other processes tell through the server. Deaf, whoever listens looks by itself now and then. */
import pg from "pg";
import { setTimeout as sleep } from "node:timers/promises";

export interface Listener {
  close(): Promise<void>;
}

const FIRST_WAIT_MS = 500;
const MOST_WAIT_MS = 10_000;

/**
 * A connection of its own, made anew as often as it breaks.
 * @param onNotice told what was said, and "" whenever something may have been missed.
 */
export function listen(url: string, channel: string, onNotice: (said: string) => void): Listener {
  const ending = new AbortController();
  let client: pg.Client | undefined;

  /** Resolves when the connection is over. */
  async function hear(): Promise<void> {
    const own = new pg.Client({ connectionString: url, keepAlive: true, application_name: "yuequn listens" });
    client = own;
    const over = new Promise<void>((resolve) => own.on("error", () => resolve()).on("end", () => resolve()));
    own.on("notification", ({ payload = "" }) => onNotice(payload));
    try {
      await own.connect();
      await own.query(`listen ${channel}`);
      onNotice("");
      await over;
    } finally {
      await own.end().catch(() => undefined);
    }
  }

  async function hearing(): Promise<void> {
    for (let wait = FIRST_WAIT_MS; !ending.signal.aborted; wait = Math.min(MOST_WAIT_MS, wait * 2)) {
      const began = performance.now();
      // Why there is no connection the pool tells, which everybody waits for.
      await hear().catch(() => undefined);
      if (performance.now() - began > MOST_WAIT_MS) wait = FIRST_WAIT_MS;
      await sleep(wait, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  }

  const heard = hearing();
  return {
    async close() {
      ending.abort();
      await client?.end().catch(() => undefined);
      await heard;
    },
  };
}
