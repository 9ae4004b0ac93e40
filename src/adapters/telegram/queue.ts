/**
 * Everything that is sent goes through here: within Telegram's limits, in order within a chat, chats side by side,
 * answers to people before posts, and again after failures that pass.
 */
import type { Allowance } from "../shared/manners.ts";
import { PostError } from "../shared/post-error.ts";
import { Withheld } from "../shared/withheld.ts";
import { toPostError } from "./failure.ts";
import { createLane, head, isEmpty, type Job, type Lane, readyAt, take } from "./lane.ts";
import type { Limits } from "./options.ts";
import { createPace, type Pace, slowest } from "./pace.ts";
import { MOST_WAIT_MS, retryWait, type SendKind } from "./retry.ts";

export interface Queue {
  /**
   * @param before is awaited right before every `run`, within the limits as `run` is.
   * @throws PostError once the send is given up; Withheld where `before` rejects with it.
   */
  send: <T>(chat: string, kind: SendKind, run: () => Promise<T>, before?: () => Promise<void>) => Promise<T>;
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
/** So many posts go at once; a little faster than the common limit, which decides how many there are in all. */
const STRIDE = 3;
const STRIDE_HASTE = 0.9;

export function createQueue({ limits, retryFirstMs, clock = () => performance.now() }: QueueOptions): Queue {
  const lanes = new Map<string, Lane>();
  /** Lanes in which something waits, by what is next there, the longest unserved first. */
  const waiting: Record<SendKind, Set<Lane>> = { answer: new Set(), post: new Set() };
  const overall = createPace(limits.overall);
  const posts = createPace(strideOf(limits.overall));
  let manyLanes = MANY_LANES;
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
    const wait = Math.max(pausedFor(now), untilNext(now));
    if (wait < Infinity) timer = setTimeout(pump, Math.ceil(wait));
  }

  function next(now: number): Lane | undefined {
    if (pausedFor(now) > 0) return undefined;
    const answer = firstReady(waiting.answer, now);
    return answer ?? (posts.waitMs(now) > 0 ? undefined : firstReady(waiting.post, now));
  }

  const untilNext = (now: number): number =>
    Math.min(untilReady(waiting.answer, now), Math.max(untilReady(waiting.post, now), posts.waitMs(now)));

  function queueUp(lane: Lane): void {
    const kind = head(lane)?.kind;
    if (kind === undefined || lane.busy) return;
    if (kind === "answer") waiting.post.delete(lane);
    waiting[kind].add(lane);
  }

  async function serve(lane: Lane, now: number): Promise<void> {
    const job = take(lane);
    if (!job) return;
    const paces = job.kind === "post" ? [lane.pace, overall, posts] : [lane.pace, overall];
    lane.busy = true;
    waiting[job.kind].delete(lane);
    for (const pace of paces) pace.take(now);
    await attempt(job, paces, now).catch((error: unknown) => afterFailure(lane, job, error));
    lane.busy = false;
    queueUp(lane);
    pump();
  }

  async function attempt({ before, run }: Job, paces: readonly Pace[], now: number): Promise<void> {
    if (before) {
      await before();
      // It may have taken longer than the margin there is to the limits, and the message leaves only now.
      for (const pace of paces) pace.putOff(now, clock());
    }
    await run();
  }

  function afterFailure(lane: Lane, job: Job, failure: unknown): void {
    if (failure instanceof Withheld) return job.giveUp(failure);
    const error = toPostError(failure);
    job.failures += 1;
    if (error.kind === "retry-after") job.waits += 1;
    const wait = retryWait(error, job, retryFirstMs);
    if (error.kind === "retry-after") slowDown(lane, job.kind, error.retryAfterMs ?? 0);
    if (wait === undefined || closed) return job.giveUp(error);
    job.notBefore = clock() + wait;
    lane.waiting[job.kind].unshift(job);
  }

  /**
   * Telegram does not say which limit was hit. Posts go to many chats, one each: theirs is the common one. With answers
   * it takes two chats refused at the same time. A very long wait is a chat's own (slow mode) or will be asked for
   * again: it does not silence the bot everywhere.
   */
  function slowDown(lane: Lane, kind: SendKind, ms: number): void {
    const now = clock();
    const isCommon = kind === "post" || someOther(lanes, lane, now);
    lane.notBefore = now + ms;
    if (isCommon) pausedUntil = Math.max(pausedUntil, now + Math.min(ms, MOST_WAIT_MS));
  }

  function add(chat: string, job: Job): void {
    if (closed) return job.giveUp(new PostError("temporary", "the adapter has stopped"));
    const lane = laneOf(chat);
    lane.waiting[job.kind].push(job);
    queueUp(lane);
    pump();
  }

  return {
    send: (chat, kind, run, before) =>
      new Promise((resolve, reject) => {
        const job = { kind, failures: 0, waits: 0, notBefore: 0, before, giveUp: reject };
        add(chat, { ...job, run: async () => resolve(await run()) });
      }),
    close() {
      closed = true;
      clearTimeout(timer);
      for (const lane of [...waiting.answer, ...waiting.post])
        for (let job = take(lane); job; job = take(lane))
          job.giveUp(new PostError("temporary", "the adapter has stopped"));
      waiting.answer.clear();
      waiting.post.clear();
    },
  };
}

/** Without it all posts of a second would go at its start, and an answer would have to wait for the next. */
const strideOf = ({ count, windowMs }: Allowance): Allowance => ({
  count: STRIDE,
  windowMs: (STRIDE_HASTE * STRIDE * windowMs) / count,
});

function firstReady(waiting: ReadonlySet<Lane>, now: number): Lane | undefined {
  for (const lane of waiting) if (readyAt(lane, now) <= now) return lane;
  return undefined;
}

/** @returns Infinity where nothing waits; looks no further than the first that is ready. */
function untilReady(waiting: ReadonlySet<Lane>, now: number): number {
  let soonest = Infinity;
  for (const lane of waiting) {
    soonest = Math.min(soonest, readyAt(lane, now));
    if (soonest <= now) return 0;
  }
  return soonest - now;
}

function someOther(lanes: ReadonlyMap<string, Lane>, lane: Lane, now: number): boolean {
  for (const other of lanes.values()) if (other !== lane && other.notBefore > now) return true;
  return false;
}

function forgetIdle(lanes: Map<string, Lane>, now: number): void {
  for (const [chat, lane] of lanes)
    if (isEmpty(lane) && lane.notBefore <= now && lane.pace.isIdle(now)) lanes.delete(chat);
}
