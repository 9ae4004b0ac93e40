/**
 * Updates by webhook. An update is acknowledged when it is dealt with, or after `holdMs`: what a crash leaves
 * unacknowledged, Telegram sends again.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "../../../shared/log.ts";
import type { Api } from "./api.ts";
import type { Ledger } from "./ledger.ts";
import { createListener } from "./listener.ts";
import { pause } from "./loop.ts";
import type { Timing, WebhookOptions } from "./options.ts";
import type { Receiver } from "./receiver.ts";
import type { UpdateKind } from "./types.ts";
import type { Vitals } from "./vitals.ts";

const CONNECTIONS = 40;

export interface WebhookParts {
  api: Api;
  ledger: Ledger;
  vitals: Vitals;
  timing: Timing;
  /** The kinds of updates wanted, by the names Telegram gives them. */
  kinds: readonly UpdateKind[];
  log: Logger;
  /** Never rejects. */
  handle: (update: unknown) => Promise<void>;
}

export function createWebhook(options: WebhookOptions, parts: WebhookParts): Receiver {
  const { ledger, vitals, timing, log, handle } = parts;
  const take = (update: { update_id: number }): Promise<void> =>
    Promise.race([
      ledger.accept(update.update_id, () => handle(update)),
      sleep(timing.holdMs, undefined, { ref: false }),
    ]);
  const listener = createListener(options, take, log);
  return {
    open: (signal) => listener.open(signal),
    async connect(signal) {
      await setWebhook(options, parts, signal);
      vitals.ok();
    },
    async receive(signal) {
      await pause(timing.checkMs, signal);
      if (signal.aborted) return;
      await checkWebhook(options, parts, signal);
      vitals.ok();
    },
    close: () => listener.close(),
  };
}

type Parts = Pick<WebhookParts, "api" | "kinds" | "log">;

/** Tells Telegram where updates are to go. */
export async function setWebhook(
  { url, secretToken: secret_token, maxConnections: max_connections = CONNECTIONS }: WebhookOptions,
  { api, kinds }: Parts,
  signal: AbortSignal,
): Promise<void> {
  await api.call("setWebhook", { url, secret_token, max_connections, allowed_updates: kinds }, { signal });
}

/** @throws Error where they go elsewhere. */
export async function checkWebhook(
  { url }: WebhookOptions,
  { api, log }: Parts,
  signal: AbortSignal,
): Promise<void> {
  const info = await api.call("getWebhookInfo", {}, { signal });
  if (info.url !== url) throw new Error(ELSEWHERE);
  if (info.last_error_message === undefined) return;
  const remedy = /\b401\b/u.test(info.last_error_message) ? `; ${OTHER_SECRET}` : "";
  log.warn(
    { platform: "telegram", pending: info.pending_update_count },
    `Telegram could not deliver an update: ${info.last_error_message}${remedy}`,
  );
}

const ELSEWHERE =
  "the webhook was set to another address, and is set again. If that repeats, another program uses this token, or another process another TELEGRAM_WEBHOOK_URL or DATABASE_URL: stop it, or give all the same";
const OTHER_SECRET = "give all processes the same TELEGRAM_WEBHOOK_SECRET";
