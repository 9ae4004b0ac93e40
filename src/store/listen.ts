/** Hears at once what other processes tell through the server. Deaf, whoever listens looks by itself now and then. */
import pg from "pg";
import { setTimeout as sleep } from "node:timers/promises";

/** The name under which processes tell one another. What is said is a bot whose inbox has something new, or … */
export const CHANNEL = "yuequn";
/** … this and a bot, of whose chats one has set something. */
export const SETTINGS = "settings";

/** Of which bot something is new, "" for all: its inbox, what its chats have set, or either. */
export interface News {
  what: "inbox" | "settings" | "either";
  bot: string;
}

export interface Listener {
  close(): Promise<void>;
}

const FIRST_WAIT_MS = 500;
const MOST_WAIT_MS = 10_000;

/**
 * A connection of its own, made anew as often as it breaks.
 * @param onNews told of what is new, and of anything whenever something may have been missed.
 */
export function listen(url: string, onNews: (news: News) => void): Listener {
  const ending = new AbortController();
  let client: pg.Client | undefined;

  /** Resolves when the connection is over. */
  async function hear(): Promise<void> {
    const own = new pg.Client({ connectionString: url, keepAlive: true, application_name: "yuequn listens" });
    client = own;
    const over = new Promise<void>((resolve) => own.on("error", () => resolve()).on("end", () => resolve()));
    own.on("notification", ({ payload = "" }) => onNews(newsIn(payload)));
    try {
      await own.connect();
      await own.query(`listen ${CHANNEL}`);
      onNews({ what: "either", bot: "" });
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

function newsIn(said: string): News {
  const bot = said.startsWith(`${SETTINGS} `) ? said.slice(SETTINGS.length + 1) : undefined;
  return bot === undefined ? { what: "inbox", bot: said } : { what: "settings", bot };
}
