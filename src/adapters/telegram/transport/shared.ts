/**
 * Receiving in one process of several. Updates go into the inbox before they are confirmed to Telegram, whoever receives
 * them; whoever works takes them out. One process at a time polls, or looks after the webhook.
 */
import * as z from "zod";
import { redact } from "../../../shared/redact.ts";
import type { Handle, Kept, Lead } from "../../shared/inbox.ts";
import { createListener } from "./listener.ts";
import { isConflict } from "./failure.ts";
import { pause, repeat, type LoopOptions } from "./loop.ts";
import { Numbered } from "./numbered.ts";
import type { SharingOptions, WebhookOptions } from "./options.ts";
import { BATCH, createPolling, type PollingParts } from "./polling.ts";
import type { Receiver } from "./receiver.ts";
import { checkWebhook, setWebhook, type WebhookParts } from "./webhook.ts";

export interface SharedParts extends Omit<WebhookParts & PollingParts, "handle"> {
  sharing: SharingOptions;
  webhook: WebhookOptions | undefined;
  handle: Handle;
  /** How often, and told what, failures are waited out. */
  backOff: Omit<LoopOptions, "signal">;
  /** Told once, when this process leads for the first time. */
  onLead: () => void;
  /** Told why the database cannot be used, or undefined where it can. */
  onState: (trouble: string | undefined) => void;
}

/** A process that has just started waits this long for its database before it receives without. */
const WAIT_FOR_STORE_MS = 5_000;
const LOOK_MS = 200;

const NOT_REACHED = "the database of DATABASE_URL was not reached yet";

const Updates = z.array(Numbered);

export function createShared(parts: SharedParts): Receiver {
  const { sharing, webhook, api, vitals, timing, kinds, log, handle, backOff, ledger } = parts;
  const { inbox, roles, placeOf } = sharing;
  const listens = webhook !== undefined && roles.includes("web");
  const leads = roles.includes(webhook ? "web" : "receive");
  let mayBeAlone = webhook === undefined && roles.includes("receive");

  /** What needs no order and is worth nothing later is dealt with here and now; everything else is kept first. */
  async function take(updates: readonly Numbered[]): Promise<void> {
    const kept = updates.flatMap((update): Kept[] => {
      const place = placeOf(update);
      if (place === undefined) void handle(update);
      return place === undefined ? [] : [{ id: update.update_id, place, update }];
    });
    if (kept.length > 0) await inbox.put(kept);
  }

  async function poll(signal: AbortSignal): Promise<void> {
    await api.call("deleteWebhook", { drop_pending_updates: false }, { signal });
    let offset = 0;
    // The first poll only shows that polling works.
    for (let seconds = 0; !signal.aborted; seconds = timing.pollSeconds) {
      const wanted = { offset, limit: BATCH, timeout: seconds, allowed_updates: kinds };
      const limits = { timeoutMs: seconds * 1000 + timing.pollGraceMs, signal };
      const updates = Updates.parse(await api.call("getUpdates", wanted, limits));
      vitals.ok();
      await take(updates);
      offset = (updates.at(-1)?.update_id ?? offset - 1) + 1;
    }
  }

  async function lookAfter(hook: WebhookOptions, signal: AbortSignal): Promise<void> {
    await setWebhook(hook, parts, signal);
    while (!signal.aborted) {
      vitals.ok();
      await pause(timing.checkMs, signal);
      if (!signal.aborted) await checkWebhook(hook, parts, signal);
    }
  }

  async function leading(signal: AbortSignal): Promise<void> {
    const lead = await inbox.lead(signal);
    parts.onLead();
    try {
      await whileLeading(lead, signal, (both) => (webhook ? lookAfter(webhook, both) : poll(both)));
    } finally {
      await lead.release();
    }
  }

  /** Whether Telegram still knows the token, asked by whoever has no other reason to call. */
  async function checking(signal: AbortSignal): Promise<void> {
    await api.call("getMe", {}, { signal });
    vitals.ok();
    await pause(timing.checkMs, signal);
  }

  /** As one process alone would, as long as the database was never reached: people wait for an answer. */
  async function alone(signal: AbortSignal): Promise<void> {
    const by = createPolling({ ...parts, handle: (update) => handle(update) });
    try {
      await by.connect(signal);
      while (!signal.aborted && !inbox.isOpen()) await by.receive(signal);
    } catch (error) {
      // Another does that.
      mayBeAlone &&= !isConflict(error);
      throw error;
    }
    await ledger.settle(timing.holdMs);
    await by.close();
  }

  async function opened(signal: AbortSignal): Promise<void> {
    const began = performance.now();
    while (!inbox.isOpen() && !signal.aborted) {
      await pause(LOOK_MS, signal);
      if (inbox.isOpen() || performance.now() - began < WAIT_FOR_STORE_MS) continue;
      if (mayBeAlone) await alone(signal);
      else parts.onState(NOT_REACHED);
    }
    parts.onState(undefined);
  }

  const listener = listens ? createListener(webhook, (update) => take([update]), log) : undefined;
  const always = (step: (signal: AbortSignal) => Promise<void>, signal: AbortSignal): Promise<void> =>
    repeat(() => step(signal), { ...backOff, signal });
  /** What ends it is the database, and no matter of Telegram's. */
  const working = (signal: AbortSignal): Promise<void> =>
    repeat(() => inbox.work(handle, signal, parts.onState), {
      ...backOff,
      signal,
      onFailure: (error) => parts.onState(redact(error)),
    });
  return {
    open: async (signal) => listener?.open(signal),
    connect: () => Promise.resolve(vitals.ok()),
    async receive(signal) {
      await opened(signal);
      await Promise.all([
        ...(roles.includes("receive") ? [working(signal)] : []),
        ...(leads ? [always(leading, signal)] : []),
        always(checking, signal),
      ]);
    },
    close: async () => listener?.close(),
  };
}

/** Runs until it ends, the signal aborts, or another may lead. Not AbortSignal.any, see api.ts. */
async function whileLeading(
  { lost }: Lead,
  signal: AbortSignal,
  run: (both: AbortSignal) => Promise<void>,
): Promise<void> {
  const ending = new AbortController();
  const end = (): void => ending.abort();
  const signals = [lost, signal];
  for (const one of signals) one.addEventListener("abort", end);
  try {
    if (!signals.some(({ aborted }) => aborted)) await run(ending.signal);
  } catch (error) {
    if (!ending.signal.aborted) throw error;
  } finally {
    for (const one of signals) one.removeEventListener("abort", end);
  }
}
