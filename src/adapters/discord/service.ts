/** The running adapter: connection, listeners and deliveries put together. Loaded when the adapter starts. */
import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Client, Events } from "discord.js";
import type { Answer, Attend, Chat, Posted } from "../../core/types.ts";
import { NOTHING_SET } from "../shared/locale.ts";
import { createManners } from "../shared/manners.ts";
import { ALONE } from "../shared/siblings.ts";
import type { Health } from "../../shared/health.ts";
import { UNMEASURED } from "../../shared/measures.ts";
import { PostError } from "../../shared/post-error.ts";
import { createNews, tellOnce } from "../../shared/once.ts";
import { redact } from "../../shared/redact.ts";
import { createSaid } from "../shared/said.ts";
import { createTurns } from "../shared/turns.ts";
import { type Fence, ownError, Withheld } from "../shared/withheld.ts";
import { unvoted } from "../shared/votes.ts";
import { createAccess } from "./access.ts";
import { createClient } from "./client.ts";
import { createConnection } from "./connection.ts";
import { isGone, postErrorOf } from "./failure.ts";
import { createHandlers } from "./handler.ts";
import { createIllustrator } from "./illustrate.ts";
import type { DiscordOptions } from "./options.ts";
import { sendBook } from "./outgoing.ts";
import { createShelf } from "../shared/shelf.ts";
import { type Book, open } from "./pages.ts";
import { createHolding } from "./shards.ts";

export interface Service {
  start(): Promise<void>;
  post(chat: Chat, answer: Answer, fence?: Fence): Promise<Posted>;
  stop(): Promise<void>;
  health(): Health;
}

/** A stop takes 5 s at most: this long for the answers in flight, the rest for closing. */
const FINISH_MS = 4000;
const CLOSE_MS = 900;
/** Discord's limit for a nonce. */
const NONCE_LENGTH = 25;

export function createService(options: DiscordOptions, attend: Attend): Service {
  const {
    token,
    log,
    apiRoot,
    proxy,
    requestsPerSecond,
    now = Date.now,
    manners = createManners(),
    commands,
    vote,
    measures = UNMEASURED,
    complete,
    setting = NOTHING_SET,
    draw,
    share,
    siblings = ALONE,
  } = options;
  const shelf = createShelf();
  const said = createSaid();
  const turns = createTurns();
  const illustrator = createIllustrator({ draw, log, token });
  const access = createAccess({ token, log, now });
  const firstTime = createNews();
  const tellGone = tellOnce((where, reason: string) =>
    log.warn({ reason, where }, "discord: may not write here"),
  );
  let stopping: Promise<void> | undefined;

  const handlers = createHandlers({
    attend,
    commands,
    vote,
    complete,
    setting,
    log,
    now,
    manners,
    shelf,
    said,
    turns,
    illustrator,
    failed,
  });
  const make = (): Client => {
    const client = createClient({ token, log, measures, apiRoot, proxy, requestsPerSecond, share, siblings });
    access.watch(client.rest);
    listen(client);
    return client;
  };
  const connection = createConnection({
    token,
    log,
    make,
    onRefused: access.refuse,
    holdingOf: (onLost) => createHolding(share, siblings, log, onLost),
  });

  /** Every entry from the platform ends here: nothing that fails in it may reach the library or the process. */
  function entry<Event extends { id: string }>(
    handle: (event: Event) => Promise<void>,
  ): (event: Event) => void {
    return (event) => {
      if (stopping || !firstTime(event.id)) return;
      measures.event("discord", () => handle(event)).catch((error: unknown) => failed(error, event.id));
    };
  }

  function listen(client: Client): void {
    client.on(Events.MessageCreate, entry(handlers.message));
    client.on(Events.InteractionCreate, entry(handlers.interaction));
    client.on(Events.GuildCreate, entry(handlers.guild));
  }

  /** That a chat is gone is said once, not at every question asked in it. */
  function failed(error: unknown, where: string): void {
    const reason = redact(error, token);
    if (isGone(error)) tellGone(where, reason);
    else log.warn({ reason, where }, "discord: could not answer");
  }

  async function post(chat: Chat, answer: Answer, fence: Fence = {}): Promise<Posted> {
    const rest = connection.client()?.rest;
    if (!rest) throw new PostError("temporary", "Discord is not connected");
    const channel = chat.thread ?? chat.id;
    const nonce = nonceOf(channel, fence.key ?? JSON.stringify(answer));
    const whole = {
      ...open(shelf, nonce, vote ? answer : unvoted(answer)),
      drawing: await illustrator.picture(answer),
    };
    try {
      const send = (book: Book): Promise<string> => sendBook(rest, { channel, nonce, fence }, book);
      const id = await illustrator.withOrWithout(whole, send);
      said.keep(channel, id, answer);
      return { id };
    } catch (error) {
      if (error instanceof Withheld) throw ownError(error);
      if (isGone(error)) failed(error, channel);
      throw postErrorOf(error, chat.thread !== undefined, token);
    }
  }

  function health(): Health {
    const reason = connection.waiting();
    const shards = {
      ...Object.fromEntries(share?.ids.map((id) => [id, false]) ?? []),
      ...connection.shards(),
    };
    return { alive: connection.alive(), shards, ...access.state(), ...(reason !== undefined && { reason }) };
  }

  async function finish(): Promise<void> {
    await within(turns.idle(), FINISH_MS);
    access.stop();
    const closed = connection
      .close()
      .catch((error: unknown) => log.warn({ reason: redact(error, token) }, "discord: closing failed"));
    await within(closed, CLOSE_MS);
  }

  return {
    start: () => connection.open(),
    post,
    stop: () => (stopping ??= finish()),
    health,
  };
}

const nonceOf = (...parts: readonly string[]): string =>
  createHash("sha256").update(parts.join("\n")).digest("base64url").slice(0, NONCE_LENGTH);

async function within(work: Promise<unknown>, ms: number): Promise<void> {
  const limit = new AbortController();
  await Promise.race([work, sleep(ms, undefined, { signal: limit.signal }).catch(() => undefined)]);
  limit.abort();
}
