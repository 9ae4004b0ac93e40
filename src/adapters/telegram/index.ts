/** Telegram as a platform: createTelegramAdapter(options). */
import { randomBytes } from "node:crypto";
import type { Adapter, Answer, Attend, Chat, Posted } from "../../core/types.ts";
import { NOTHING_SET } from "../shared/locale.ts";
import { createManners } from "../shared/manners.ts";
import type { Fence } from "../shared/withheld.ts";
import { UNMEASURED } from "../../shared/measures.ts";
import { redact } from "../../shared/redact.ts";
import { createApi } from "./api.ts";
import { createChats } from "./chats.ts";
import { syncCommands } from "./commands.ts";
import { syncDescriptions } from "./descriptions.ts";
import { createDelivery } from "./delivery.ts";
import { isConflict, isWrongToken } from "./failure.ts";
import { createHandler } from "./handler.ts";
import type { Me } from "./incoming.ts";
import { createSuggest } from "./inline.ts";
import { createLedger } from "./ledger.ts";
import { repeat } from "./loop.ts";
import { measured } from "./measured.ts";
import { LIMITS, TIMING, type TelegramOptions } from "./options.ts";
import { createOutgoing } from "./outgoing.ts";
import { createShelf } from "../shared/shelf.ts";
import { createKeys } from "./pages.ts";
import { createPhotos } from "./photos.ts";
import { createPictured } from "./pictured.ts";
import { createPolling } from "./polling.ts";
import { createQueue } from "./queue.ts";
import type { Receiver } from "./receiver.ts";
import { createVitals, type Health } from "./vitals.ts";
import { createWebhook } from "./webhook.ts";

export interface TelegramAdapter extends Adapter {
  post(chat: Chat, answer: Answer, fence?: Fence): Promise<Posted>;
  /** Ready is both: updates come in, and Telegram knows the token. */
  health(): Health;
}

const WRONG_TOKEN =
  "Telegram does not know this bot: TELEGRAM_TOKEN is wrong or was revoked. Get one from @BotFather with /newbot or /token.";
const CONFLICT = "another process receives this bot's updates: stop it, or give each its own token";

/**
 * `start` resolves once updates are awaited, or will be as soon as Telegram can be reached; it rejects with one line on
 * a wrong token, and where the webhook's port cannot be had. Nothing that happens later ends the process.
 */
export function createTelegramAdapter(options: TelegramOptions): TelegramAdapter {
  const {
    token,
    apiRoot,
    proxy,
    log,
    now = Date.now,
    complete = () => [],
    setting = NOTHING_SET,
    draw = async () => undefined,
    manners = createManners(),
    measures = UNMEASURED,
  } = options;
  const timing = { ...TIMING, ...options.timing };
  const api = measured(createApi({ token, apiRoot, proxy, callMs: timing.callMs }), measures);
  const queue = createQueue({ limits: options.limits ?? LIMITS, retryFirstMs: timing.retryFirstMs });
  const chats = createChats(options.handlers ?? {}, log);
  const shelf = createShelf();
  const deliver = createDelivery({ api, queue, chats, photos: createPhotos() });
  const outgoing = createOutgoing({
    api,
    queue,
    shelf,
    nextKey: createKeys(randomBytes(3).toString("hex")),
    deliver,
    deliverPictured: createPictured(deliver, draw, log),
  });
  const ledger = createLedger(timing.holdMs, options.seen);
  const vitals = createVitals(now, freshFor(options, timing));
  const ending = new AbortController();
  const backOff = { signal: ending.signal, firstMs: timing.backoffFirstMs, mostMs: timing.backoffMostMs };
  let me: Me | undefined;
  let receiver: Receiver | undefined;
  let running: Promise<unknown> | undefined;
  let stopped: Promise<void> | undefined;

  function receiverFor(attend: Attend): Receiver {
    const knownMe = (): Me => me ?? { id: 0, username: "" };
    const suggest = createSuggest(attend, complete);
    const handle = createHandler({
      attend,
      api,
      outgoing,
      chats,
      shelf,
      setting,
      suggest,
      manners,
      now,
      log,
      me: knownMe,
    });
    const counted = (update: unknown): Promise<void> => measures.event("telegram", () => handle(update));
    const parts = { api, ledger, vitals, timing, log, handle: counted };
    return options.webhook ? createWebhook(options.webhook, parts) : createPolling(parts);
  }

  async function connect(to: Receiver): Promise<void> {
    const { signal } = ending;
    const { id, username } = await api.call("getMe", {}, { signal });
    me = { id, username };
    vitals.known();
    await to.connect(signal);
  }

  /** Receives for ever; after any failure it starts over, from getMe on. */
  function keepReceiving(from: Receiver, connected: boolean): Promise<void> {
    const step = async (): Promise<void> => {
      if (!connected) await connect(from);
      connected = false;
      await from.receive(ending.signal);
      connected = true;
    };
    return repeat(step, { ...backOff, onFailure: noteFailure });
  }

  function noteFailure(error: unknown, waitMs: number): void {
    const reason = isWrongToken(error)
      ? WRONG_TOKEN
      : isConflict(error)
        ? CONFLICT
        : redact(error, token, proxy);
    vitals.failed(reason, isWrongToken(error));
    log.warn({ platform: "telegram", waitMs: Math.round(waitMs) }, `not receiving: ${reason}`);
  }

  /** Sets what Telegram shows of the bot, as often as it takes. */
  function keepShown(what: string, sync: typeof syncCommands): Promise<void> {
    const step = async (): Promise<"done"> => {
      const changed = await sync(api, ending.signal);
      log.info({ platform: "telegram", changed }, `${what} are up to date`);
      return "done";
    };
    const onFailure = (error: unknown): void =>
      log.warn({ platform: "telegram" }, `${what} were not set: ${redact(error, token, proxy)}`);
    return repeat(step, { ...backOff, onFailure });
  }

  async function end(): Promise<void> {
    ending.abort();
    await running;
    await ledger.settle(timing.stopMs);
    await receiver
      ?.close()
      .catch((error: unknown) =>
        log.warn({ platform: "telegram" }, `stopping: ${redact(error, token, proxy)}`),
      );
    // Only now: what is given up here stays unconfirmed at Telegram.
    ledger.close();
    queue.close();
  }

  return {
    platform: "telegram",
    async start(attend) {
      if (receiver) throw new Error("this Telegram adapter was started before; create a new one");
      receiver = receiverFor(attend);
      await receiver.open(ending.signal);
      const failure = await connect(receiver).then(
        () => undefined,
        (error: unknown) => error ?? new Error("unknown"),
      );
      if (isWrongToken(failure)) {
        await receiver.close();
        throw new Error(WRONG_TOKEN);
      }
      if (failure !== undefined) noteFailure(failure, 0);
      running = Promise.all([
        keepReceiving(receiver, failure === undefined),
        keepShown("the menus of commands", syncCommands),
        keepShown("the descriptions", syncDescriptions),
      ]);
    },
    post: ({ id: chat, thread }, answer, fence) =>
      outgoing.answer(
        { chat, thread: thread === undefined ? undefined : Number(thread) },
        answer,
        "post",
        fence,
      ),
    stop: () => (stopped ??= end()),
    health: () => vitals.health(),
  };
}

/** How long after the last good call the bot counts as alive: two polls, or two checks of the webhook. */
function freshFor({ webhook }: TelegramOptions, timing: typeof TIMING): number {
  return webhook ? 2 * timing.checkMs + timing.callMs : 2 * (timing.pollSeconds * 1000 + timing.pollGraceMs);
}
