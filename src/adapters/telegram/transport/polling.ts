/**
 * Long polling, our own loop. telegraf's ends the process on a 409, a 404 or a failed getMe, waits 500 s on a hung
 * connection, and does not poll while a handler works.
 */
import * as z from "zod";
import type { Api } from "./api.ts";
import type { Ledger } from "./ledger.ts";
import { Numbered } from "./numbered.ts";
import type { Timing } from "./options.ts";
import type { Receiver } from "./receiver.ts";
import type { UpdateKind } from "./types.ts";
import type { Vitals } from "./vitals.ts";

/** Updates in one poll: the most Telegram gives. */
export const BATCH = 100;
/** While updates are being dealt with: first and longest pause between two polls, doubled while nothing new comes. */
const PAUSE_FIRST_MS = 100;
const PAUSE_MOST_MS = 400;
/** How long the last confirmation may take. */
const LAST_CALL_MS = 800;

const Updates = z.array(Numbered);

export interface PollingParts {
  api: Api;
  ledger: Ledger;
  vitals: Vitals;
  timing: Timing;
  /** The kinds of updates wanted, by the names Telegram gives them. */
  kinds: readonly UpdateKind[];
  /** Never rejects. */
  handle: (update: unknown) => Promise<void>;
}

export function createPolling({ api, ledger, vitals, timing, kinds, handle }: PollingParts): Receiver {
  let pauseMs = PAUSE_FIRST_MS;
  let isFirst = true;

  /** @returns how many of them are new. */
  function accept(updates: z.infer<typeof Updates>): number {
    const fresh = updates.filter(({ update_id: id }) => !ledger.isKnown(id)).length;
    for (const update of updates) void ledger.accept(update.update_id, () => handle(update));
    return fresh;
  }

  return {
    open: () => Promise.resolve(),
    async connect(signal) {
      // A webhook that is still set keeps every poll away. What waits there is kept.
      await api.call("deleteWebhook", { drop_pending_updates: false }, { signal });
      isFirst = true;
    },
    async receive(signal) {
      // The first poll only shows that polling works. With something unconfirmed Telegram answers at once anyway.
      const seconds = isFirst || ledger.isHolding() ? 0 : timing.pollSeconds;
      const poll = { offset: ledger.offset(), limit: BATCH, timeout: seconds, allowed_updates: kinds };
      const limits = { timeoutMs: seconds * 1000 + timing.pollGraceMs, signal };
      const updates = Updates.parse(await api.call("getUpdates", poll, limits));
      vitals.ok();
      isFirst = false;
      const fresh = accept(updates);
      // A full batch of old ones hides the new ones behind it.
      if (fresh === 0 && updates.length === BATCH) ledger.release();
      pauseMs = fresh > 0 ? PAUSE_FIRST_MS : Math.min(PAUSE_MOST_MS, pauseMs * 2);
      await ledger.settle(pauseMs);
    },
    async close() {
      const last = { offset: ledger.offset(), limit: 1, timeout: 0 };
      if (last.offset > 0) await api.call("getUpdates", last, { timeoutMs: LAST_CALL_MS });
    },
  };
}
