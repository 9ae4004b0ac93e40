/** Being connected: logs in, waits for a network that is not there, and comes back after a connection lost for good. */
import { setTimeout as sleep } from "node:timers/promises";
import { type Client, Events, Status } from "discord.js";
import { createBackoff } from "../../shared/backoff.ts";
import type { Logger } from "../../shared/log.ts";
import { redact } from "../../shared/redact.ts";
import { TOKEN_REFUSED, tokenProblem } from "./failure.ts";

export interface Connection {
  /** Resolves once events arrive. @throws Error in one line when the token is wrong. */
  open(): Promise<void>;
  /** The client that is connected, or was last. */
  client(): Client | undefined;
  alive(): boolean;
  close(): Promise<void>;
}

export interface ConnectionOptions {
  token: string;
  log: Logger;
  /** A client with all its listeners. */
  make: () => Client;
  /** The gateway does not take the token any more. */
  onRefused: (reason: string) => void;
}

/** Discord allows 1,000 log-ins a day: a pause of ten minutes at most stays far below. */
const PAUSES = { firstMs: 1000, mostMs: 600_000 };
const AUTHENTICATION_FAILED = 4004;
const UNREACHED = "discord: cannot connect, trying again; behind a firewall set a proxy";
/** What to do about it was said when it was refused first. */
const STILL_REFUSED = "discord: the token is still refused, trying again";

export function createConnection({ token, log, make, onRefused }: ConnectionOptions): Connection {
  let client: Client | undefined;
  const closing = new AbortController();

  const connect = async (): Promise<void> => {
    const fresh = make();
    client = fresh;
    await fresh.login(token);
    if (!fresh.isReady()) await ready(fresh);
    fresh.once(Events.ShardDisconnect, ({ code }) => void recover(code));
  };
  const ready = (fresh: Client): Promise<void> =>
    new Promise((resolve) => {
      fresh.once(Events.ClientReady, () => resolve());
      closing.signal.addEventListener("abort", () => resolve(), { once: true });
    });
  const retry = async (isFinal: (error: unknown) => boolean): Promise<void> => {
    const backoff = createBackoff(PAUSES);
    while (!closing.signal.aborted) {
      try {
        return await connect();
      } catch (error) {
        if (closing.signal.aborted) return;
        if (isFinal(error)) throw error;
        log.warn(
          { reason: redact(error, token) },
          tokenProblem(error) === undefined ? UNREACHED : STILL_REFUSED,
        );
        await pause(backoff.next());
      }
    }
  };
  const pause = (ms: number): Promise<void> =>
    sleep(ms, undefined, { signal: closing.signal }).catch(() => undefined);
  /** discord.js gives up after some close codes; an operator may have mended the cause meanwhile. */
  const recover = async (code: number): Promise<void> => {
    log.error({ code }, "discord: the gateway closed for good, logging in anew");
    if (code === AUTHENTICATION_FAILED) onRefused(TOKEN_REFUSED);
    await client
      ?.destroy()
      .catch((error: unknown) => log.warn({ reason: redact(error, token) }, "discord: closing failed"));
    await pause(PAUSES.firstMs);
    await retry(() => false);
  };

  return {
    // Without the cause: it holds more than one line, and addresses.
    open: () =>
      retry((error) => tokenProblem(error) !== undefined).catch((error: unknown) => {
        throw new Error(tokenProblem(error) ?? redact(error, token));
      }),
    client: () => client,
    alive: () =>
      client?.isReady() === true && client.ws.shards.every((shard) => shard.status === Status.Ready),
    async close() {
      closing.abort();
      await client?.destroy();
    },
  };
}
