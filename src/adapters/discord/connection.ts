/**
 * Being connected: logs in once its shards are its own, waits for a network that is not there, and comes back after a
 * connection lost for good.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { type Client, Events, Status } from "discord.js";
import { createBackoff } from "../../shared/backoff.ts";
import type { Logger } from "../../shared/log.ts";
import { redact } from "../../shared/redact.ts";
import { isSpent, startProblem, TOKEN_REFUSED, tokenProblem } from "./failure.ts";
import type { Holding } from "./shards.ts";

export interface Connection {
  /** Resolves once events arrive. @throws Error in one line when the token is wrong, or the shards are too few. */
  open(): Promise<void>;
  /** The client that is connected, or was last. */
  client(): Client | undefined;
  alive(): boolean;
  /** Of each shard of this process, as far as they are known, whether its events arrive. */
  shards(): Record<string, boolean>;
  /** What it waits for before it logs in, in one line. */
  waiting(): string | undefined;
  close(): Promise<void>;
}

export interface ConnectionOptions {
  token: string;
  log: Logger;
  /** A client with all its listeners. */
  make: () => Client;
  /** The gateway does not take the token any more. */
  onRefused: (reason: string) => void;
  /** Our shards; nobody logs in before they are had. @param onLost what to do when they are ours no more. */
  holdingOf: (onLost: () => void) => Holding;
}

/** Discord allows 1,000 log-ins a day: a pause of ten minutes at most stays far below. */
const PAUSES = { firstMs: 1000, mostMs: 600_000 };
const AUTHENTICATION_FAILED = 4004;
const UNREACHED = "discord: cannot connect, trying again; behind a firewall set a proxy";
/** What to do about it was said when it was refused first. */
const STILL_REFUSED = "discord: the token is still refused, trying again";
const SPENT = "discord: no log-ins are left for now, trying again";

export function createConnection({ token, log, make, onRefused, holdingOf }: ConnectionOptions): Connection {
  let client: Client | undefined;
  const closing = new AbortController();
  let connected = false;
  const lost = (): void => void recover("another process took a shard of ours");
  const holding = holdingOf(lost);

  const connect = async (): Promise<void> => {
    const fresh = make();
    client = fresh;
    // Posts need no gateway.
    fresh.rest.setToken(token);
    await holding.take(closing.signal);
    await fresh.login(token);
    if (!fresh.isReady()) await ready(fresh);
    connected = true;
    fresh.once(Events.ShardDisconnect, ({ code }) => {
      if (code === AUTHENTICATION_FAILED) onRefused(TOKEN_REFUSED);
      void recover(`the gateway closed for good (${code})`);
    });
    if (!holding.isWhole()) lost();
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
        log.warn({ reason: redact(error, token) }, whyNot(error));
        await pause(backoff.next());
      }
    }
  };
  const pause = (ms: number): Promise<void> =>
    sleep(ms, undefined, { signal: closing.signal }).catch(() => undefined);
  /** discord.js gives up after some close codes; an operator may have mended the cause meanwhile. */
  const recover = async (why: string): Promise<void> => {
    if (!connected) return;
    connected = false;
    log.error({ reason: why }, "discord: logging in anew");
    await client
      ?.destroy()
      .catch((error: unknown) => log.warn({ reason: redact(error, token) }, "discord: closing failed"));
    await pause(PAUSES.firstMs);
    await retry(() => false);
  };

  return {
    // Without the cause: it holds more than one line, and addresses.
    open: () =>
      retry((error) => startProblem(error) !== undefined).catch((error: unknown) => {
        throw new Error(startProblem(error) ?? redact(error, token));
      }),
    client: () => client,
    alive: () =>
      client?.isReady() === true && client.ws.shards.every((shard) => shard.status === Status.Ready),
    shards: () => {
      const known = client?.ws.shards.mapValues((shard) => shard.status === Status.Ready) ?? [];
      return Object.fromEntries(known);
    },
    waiting: () => holding.waiting(),
    async close() {
      closing.abort();
      await client?.destroy().finally(() => holding.release());
    },
  };
}

function whyNot(error: unknown): string {
  if (isSpent(error)) return SPENT;
  return tokenProblem(error) === undefined ? UNREACHED : STILL_REFUSED;
}
