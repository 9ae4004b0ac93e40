/**
 * Everything that is sent goes through here: within Telegram's limits, in order within a chat, chats side by side,
 * what somebody waits for before what comes by itself, and again after failures that pass.
 */
import { setImmediate as turn } from "node:timers/promises";
import type { Allowance } from "../../shared/manners.ts";
import { PostError } from "../../../shared/post-error.ts";
import { fenced, Withheld } from "../../shared/withheld.ts";
import { toPostError } from "./failure.ts";
import { createLane, head, isEmpty, type Job, type Lane, readyAt, take } from "./lane.ts";
import type { Limits } from "./options.ts";
import { createLateness, createPace, slowest } from "./pace.ts";
import { MOST_WAIT_MS, retryWait } from "./retry.ts";
import type { Cause, Send } from "./types.ts";

export interface Queue {
  send: Send;
  /** Gives up what has not been sent; later sends fail at once. */
  close: () => void;
}

export interface QueueOptions {
  limits: Limits;
  /** First wait before a failed send is tried again. */
  retryFirstMs: number;
  /** Milliseconds, never going back. */
  clock?: () => number;
}

/** Idle chats are forgotten when this many are known. */
const MANY_LANES = 5_000;
/** So much of what is unasked goes at once; a little faster than the common limit, which decides how many there are in all. */
const STRIDE = 3;
const STRIDE_HASTE = 0.9;
/** What leaves or arrives so much later than usual is within the margin of the windows. */
const MARGIN_MS = 8;

export function createQueue({ limits, retryFirstMs, clock = () => performance.now() }: QueueOptions): Queue {
  const lanes = new Map<string, Lane>();
  /** Lanes whose next may go now, by what it is, the longest unserved first. Others come back by their own timer. */
  const ready: Record<Cause, Set<Lane>> = { asked: new Set(), unasked: new Set() };
  const overall = createPace(limits.overall);
  const lateness = createLateness();
  const strides = createPace(strideOf(limits.overall));
  let manyLanes = MANY_LANES;
  /** What is unasked, was begun and is not over. */
  let underWay = 0;
  let pausedUntil = 0;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  function laneOf(chat: string): Lane {
    const known = lanes.get(chat);
    if (known) return known;
    if (lanes.size >= manyLanes) {
      forgetIdle(lanes, clock());
      // Not at every new chat again where most of them still wait.
      manyLanes = Math.max(MANY_LANES, 2 * lanes.size);
    }
    // Ids of groups and channels are negative.
    const allowances = chat.startsWith("-") ? [limits.chat, limits.group] : [limits.chat];
    const lane = createLane(chat, slowest(allowances.map(createPace)));
    lanes.set(chat, lane);
    return lane;
  }

  const pausedFor = (now: number): number => Math.max(0, pausedUntil - now, overall.waitMs(now));

  /** Starts whatever may go now, and comes back when the next may. */
  function pump(): void {
    clearTimeout(timer);
    const now = clock();
    for (let lane = next(now); lane; lane = next(now)) void serve(lane, now);
    if (ready.asked.size > 0) timer = setTimeout(pump, Math.ceil(pausedFor(now)));
    else if (ready.unasked.size > 0 && underWay < limits.overall.count)
      timer = setTimeout(pump, Math.ceil(Math.max(pausedFor(now), strides.waitMs(now))));
  }

  function next(now: number): Lane | undefined {
    if (pausedFor(now) > 0) return undefined;
    const [asked] = ready.asked;
    // Those that all wait for the same slow `before` would leave together, long after they were counted.
    if (asked || strides.waitMs(now) > 0 || underWay >= limits.overall.count) return asked;
    const [unasked] = ready.unasked;
    return unasked;
  }

  /** Puts a lane among the ready ones, or has it come back when it is. */
  function queueUp(lane: Lane): void {
    clearTimeout(lane.wake);
    const job = head(lane);
    if (!job || lane.busy) return;
    const now = clock();
    const wait = readyAt(lane, job, now) - now;
    if (wait > 0) {
      lane.wake = setTimeout(() => (queueUp(lane), pump()), Math.ceil(wait));
      return;
    }
    if (job.cause === "asked") ready.unasked.delete(lane);
    ready[job.cause].add(lane);
  }

  async function serve(lane: Lane, now: number): Promise<void> {
    const job = take(lane);
    if (!job) return;
    lane.busy = true;
    ready[job.cause].delete(lane);
    lane.pace.take(now);
    overall.take(now);
    if (job.cause === "unasked") strides.take(now);
    await (job.cause === "unasked" ? sendUnasked(job, now) : sendAsked(job, now)).catch((error: unknown) =>
      afterFailure(lane, job, error),
    );
    lane.busy = false;
    queueUp(lane);
    pump();
  }

  const sendAsked = (job: Job, taken: number): Promise<void> =>
    job.fence.before
      ? fenced(job.fence, () => counted(job, taken, clock()), toPostError)
      : counted(job, taken, taken);

  async function sendUnasked(job: Job, taken: number): Promise<void> {
    underWay += 1;
    try {
      // Whoever writes to thousands keeps the process busy.
      await turn();
      await fenced(job.fence, () => counted(job, taken, clock()), toPostError);
    } finally {
      underWay -= 1;
    }
  }

  /**
   * What is sent counts from when it can have arrived: three late ones and thirty in time are too many in a second.
   * @param taken when it was counted. @param left when it leaves.
   */
  async function counted({ run }: Job, taken: number, left: number): Promise<void> {
    const from = Math.max(taken, left - MARGIN_MS);
    if (from > taken) overall.putOff(taken, from);
    await run().finally(() => {
      const late = lateness(clock() - left) - MARGIN_MS;
      if (late > 0) overall.putOff(from, from + late);
    });
  }

  function afterFailure(lane: Lane, job: Job, failure: unknown): void {
    if (failure instanceof Withheld) return job.giveUp(failure);
    const error = toPostError(failure);
    job.failures += 1;
    if (error.kind === "retry-after") job.waits += 1;
    const wait = retryWait(error, job, retryFirstMs);
    if (error.kind === "retry-after") slowDown(lane, job.cause, error.retryAfterMs ?? 0);
    if (wait === undefined || closed) return job.giveUp(error);
    job.notBefore = clock() + wait;
    lane.waiting[job.cause].unshift(job);
  }

  /**
   * Telegram does not say which limit was hit. What is unasked goes to many chats, one each: theirs is the common one. Otherwise
   * it takes two chats refused at the same time. A very long wait is a chat's own (slow mode) or will be asked for
   * again: it does not silence the bot everywhere.
   */
  function slowDown(lane: Lane, cause: Cause, ms: number): void {
    const now = clock();
    const isCommon = cause === "unasked" || someOther(lanes, lane, now);
    lane.notBefore = now + ms;
    if (isCommon) pausedUntil = Math.max(pausedUntil, now + Math.min(ms, MOST_WAIT_MS));
  }

  function add(chat: string, job: Job): void {
    if (closed) return job.giveUp(new PostError("temporary", "the adapter has stopped"));
    const lane = laneOf(chat);
    lane.waiting[job.cause].push(job);
    queueUp(lane);
    pump();
  }

  return {
    send: (chat, cause, run, { fence = {}, once = cause === "unasked" } = {}) =>
      new Promise((resolve, reject) => {
        const job = { cause, once, failures: 0, waits: 0, notBefore: 0, fence, giveUp: reject };
        add(chat, { ...job, run: async () => resolve(await run()) });
      }),
    close() {
      closed = true;
      clearTimeout(timer);
      ready.asked.clear();
      ready.unasked.clear();
      for (const lane of lanes.values()) {
        clearTimeout(lane.wake);
        for (let job = take(lane); job; job = take(lane))
          job.giveUp(new PostError("temporary", "the adapter has stopped"));
      }
    },
  };
}

/** Without it all of a second would go at its start, and what is asked for would have to wait for the next. */
const strideOf = ({ count, windowMs }: Allowance): Allowance => ({
  count: STRIDE,
  windowMs: (STRIDE_HASTE * STRIDE * windowMs) / count,
});

function someOther(lanes: ReadonlyMap<string, Lane>, lane: Lane, now: number): boolean {
  for (const other of lanes.values()) if (other !== lane && other.notBefore > now) return true;
  return false;
}

function forgetIdle(lanes: Map<string, Lane>, now: number): void {
  for (const [chat, lane] of lanes)
    if (isEmpty(lane) && lane.notBefore <= now && lane.pace.isIdle(now)) lanes.delete(chat);
}
