/** The way to Telegram and back, put together: createTransport(options). */
import type { Handle } from "../../shared/inbox.ts";
import { UNMEASURED } from "../../../shared/measures.ts";
import type { Health } from "../../../shared/health.ts";
import { redact } from "../../../shared/redact.ts";
import { createApi } from "./api.ts";
import { isConflict, isWrongToken, toPostError } from "./failure.ts";
import { createLedger } from "./ledger.ts";
import { repeat } from "./loop.ts";
import { LIMITS, TIMING, type Timing, type TransportOptions } from "./options.ts";
import { measured } from "./measured.ts";
import { createPolling } from "./polling.ts";
import { createQueue } from "./queue.ts";
import type { Receiver } from "./receiver.ts";
import type { Me, Transport, UpdateKind } from "./types.ts";
import { createShared } from "./shared.ts";
import { createVitals } from "./vitals.ts";
import { createWebhook } from "./webhook.ts";

const NOBODY_YET: Me = { id: 0, username: "" };

const WRONG_TOKEN =
  "Telegram does not know this bot: TELEGRAM_TOKEN is wrong or was revoked. Get one from @BotFather with /newbot or /token.";
const CONFLICT =
  "another process receives this bot's updates: stop it, give each its own TELEGRAM_TOKEN, or give both the same DATABASE_URL";

/** @param kinds of updates that are wanted. */
export function createTransport(options: TransportOptions, kinds: readonly UpdateKind[]): Transport {
  const { token, apiRoot, proxy, log, measures = UNMEASURED, now = Date.now } = options;
  const timing = { ...TIMING, ...options.timing };
  const api = measured(createApi({ token, apiRoot, proxy, callMs: timing.callMs }), measures);
  const queue = createQueue({ limits: options.limits ?? LIMITS, retryFirstMs: timing.retryFirstMs });
  const ledger = createLedger(timing.holdMs, options.seen);
  const vitals = createVitals(now, freshFor(options, timing));
  const ending = new AbortController();
  const { signal } = ending;
  const backOff = { signal, firstMs: timing.backoffFirstMs, mostMs: timing.backoffMostMs };
  let me = NOBODY_YET;
  let receiver: Receiver | undefined;
  /** Why the database that processes share cannot be used. */
  let trouble: string | undefined;
  let lead: () => void = () => undefined;
  const leads = new Promise<void>((resolve) => (lead = resolve));
  const running: Promise<unknown>[] = [];
  let stopped: Promise<void> | undefined;

  function receiverFor(handle: Handle): Receiver {
    const counted: Handle = (update, work) => measures.event("telegram", () => handle(update, work));
    const parts = { api, ledger, vitals, timing, kinds, log, handle: counted };
    const { sharing, webhook } = options;
    if (sharing) {
      const backOffAll = { ...backOff, onFailure: noteFailure };
      return createShared({
        ...parts,
        sharing,
        webhook,
        backOff: backOffAll,
        onLead: lead,
        onState: noteState,
      });
    }
    lead();
    return options.webhook ? createWebhook(options.webhook, parts) : createPolling(parts);
  }

  async function connect(to: Receiver): Promise<void> {
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
      await from.receive(signal);
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

  function noteState(found: string | undefined): void {
    if (found !== undefined && found !== trouble) log.warn({ platform: "telegram" }, found);
    trouble = found;
  }

  function health(): Health {
    const known = vitals.health();
    return trouble === undefined ? known : { ...known, alive: false, reason: trouble };
  }

  async function end(): Promise<void> {
    ending.abort();
    await Promise.all(running);
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
    call: (method, payload) =>
      api.call(method, payload).catch((error: unknown) => {
        throw toPostError(error, token, proxy);
      }),
    send: queue.send,
    me: () => me,
    async start(handle) {
      if (receiver) throw new Error("this Telegram adapter was started before; create a new one");
      receiver = receiverFor(handle);
      await receiver.open(signal);
      const failure = await connect(receiver).then(
        () => undefined,
        (error: unknown) => error ?? new Error("unknown"),
      );
      if (isWrongToken(failure)) {
        await receiver.close();
        throw new Error(WRONG_TOKEN);
      }
      if (failure !== undefined) noteFailure(failure, 0);
      running.push(keepReceiving(receiver, failure === undefined));
    },
    async insist(step, onFailure) {
      const once = async (): Promise<"done"> => {
        await step();
        return "done";
      };
      const insisting = repeat(once, { ...backOff, onFailure });
      running.push(insisting);
      await insisting;
    },
    stop: () => (stopped ??= end()),
    leading: () => leads,
    health,
  };
}

/** How long after the last good call the bot counts as alive: two polls, or two checks of the webhook. */
function freshFor({ webhook }: TransportOptions, timing: Timing): number {
  return webhook ? 2 * timing.checkMs + timing.callMs : 2 * (timing.pollSeconds * 1000 + timing.pollGraceMs);
}
