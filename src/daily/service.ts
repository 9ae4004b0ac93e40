/** The daily posts of all bots: each waits for its lease, then plans and sends until it loses it. */
import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import { createBackoff } from "../shared/backoff.ts";
import type { Logger } from "../shared/log.ts";
import { type Measures, UNMEASURED } from "../shared/measures.ts";
import { redact } from "../shared/redact.ts";
import type { Store } from "../store/open.ts";
import type { Calendar } from "./calendar.ts";
import { type Lead, LEASE_TIMING, type LeaseTiming, takeLease } from "./lead.ts";
import { backOff } from "./outcome.ts";
import { planDue, planStrayed, type PlannerParts } from "./planner.ts";
import { createProgress } from "./progress.ts";
import { createSender, type Poster, type Sender } from "./sender.ts";
import type { FactsOn, Tell } from "./topic.ts";

export interface DailyTiming {
  lease: LeaseTiming;
  /** How often to look what is due. */
  tickMs: number;
  /** How often to look for what rarely happens: late rows, wrong clocks, old rows. */
  choreMs: number;
  /** How long a stop waits for posts under way. */
  stopMs: number;
  /** See SenderParts. */
  repeatAfter: (attempts: number) => number;
}

export const DAILY_TIMING: DailyTiming = {
  lease: LEASE_TIMING,
  tickMs: 1_000,
  choreMs: 60_000,
  stopMs: 3_000,
  repeatAfter: backOff,
};

export interface DailyParts {
  tell: Tell;
  factsOn: FactsOn;
  calendar: Calendar;
  store: () => Store | undefined;
  posters: readonly Poster[];
  log: Logger;
  /** Nothing is counted unless given. */
  measures?: Measures;
  /** Milliseconds since the epoch. */
  now: () => number;
  newId: () => string;
  graceMs: number;
  timing?: DailyTiming;
}

export interface Daily {
  start(): void;
  /** Sends nothing more, waits for what is under way, and gives the leases up. */
  stop(): Promise<void>;
}

/** Finished deliveries are kept this long: they say that a day was served. */
const KEEP_MS = 90 * 86_400_000;
const MOST_WAIT_MS = 60_000;

export function createDaily(parts: DailyParts): Daily {
  const { log, measures = UNMEASURED, timing = DAILY_TIMING } = parts;
  const ending = new AbortController();
  let running: Promise<unknown> = Promise.resolve();

  async function keepSending(poster: Poster): Promise<void> {
    const backoff = createBackoff({ firstMs: timing.tickMs, mostMs: MOST_WAIT_MS });
    while (!ending.signal.aborted) {
      const store = parts.store();
      try {
        if (store) await leadAndSend(store, poster, () => backoff.reset());
      } catch (error) {
        if (!ending.signal.aborted)
          log.warn({ bot: poster.bot, reason: redact(error) }, "daily: interrupted, will go on");
      }
      await sleep(store ? backoff.next() : timing.tickMs, undefined, { signal: ending.signal }).catch(
        () => undefined,
      );
    }
  }

  async function leadAndSend(store: Store, poster: Poster, onLead: () => void): Promise<void> {
    const lead = await takeLease(store.leases, poster.bot, parts.newId(), timing.lease, ending.signal);
    log.info({ bot: poster.bot }, "daily: this process sends");
    measures.lease(poster.bot, true);
    onLead();
    const progress = createProgress(poster.bot, log);
    const sender = createSender({
      ...parts,
      store,
      poster,
      lead,
      stopping: ending.signal,
      repeatAfter: timing.repeatAfter,
      onOutcome: (state) => {
        progress.count(state);
        measures.posts(poster.bot, state);
      },
      onTrouble: (what, error) => log.warn({ bot: poster.bot, reason: redact(error) }, `daily: ${what}`),
    });
    try {
      await sendUntilLost({ ...parts, store }, sender, poster.bot, lead);
    } finally {
      await sender.end(timing.stopMs);
      progress.end();
      measures.lease(poster.bot, false);
      await lead.release();
    }
  }

  async function sendUntilLost(
    planner: PlannerParts,
    sender: Sender,
    bot: string,
    lead: Lead,
  ): Promise<void> {
    await sender.takeOver();
    let choresAt = -Infinity;
    while (!ending.signal.aborted && !lead.lost.aborted) {
      if (performance.now() >= choresAt) {
        await chores(planner, bot);
        choresAt = performance.now() + timing.choreMs;
      }
      const { planned, skipped } = await planDue(planner, bot, parts.now());
      if (skipped > 0) measures.posts(bot, "skipped", skipped);
      if (skipped > 0) log.warn({ bot, skipped }, "daily: posts were skipped, too late or without a fact");
      const failure = sender.failure();
      if (failure) throw failure;
      const claimed = await sender.fill();
      if (planned + skipped + claimed === 0) await sender.settled(timing.tickMs);
      // An embedded store answers at once: without this nobody else would have a turn while much is planned.
      else await nextTurn();
    }
  }

  async function chores(planner: PlannerParts, bot: string): Promise<void> {
    const { store } = planner;
    const now = parts.now();
    const late = await store.deliveries.expire(bot, now - parts.graceMs, now);
    if (late > 0) measures.posts(bot, "late", late);
    if (late > 0) log.warn({ bot, late }, "daily: posts were given up, too late");
    const strayed = await planStrayed(planner, bot, now);
    if (strayed > 0) log.warn({ bot, strayed }, "daily: times planned by a wrong clock were set right");
    await store.deliveries.prune(now - KEEP_MS);
    await store.seen.prune(now);
    await store.feedback.prune(now);
    await store.sharing?.recents.prune(now);
  }

  return {
    start() {
      running = Promise.all(parts.posters.map(keepSending));
    },
    async stop() {
      ending.abort(new Error("stopping"));
      await running;
    },
  };
}
