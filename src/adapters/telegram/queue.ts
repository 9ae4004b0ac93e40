/**
 * Everything that is sent goes through here: within Telegram's limits, in order within a chat, chats side by side,
 * answers to people before posts, and again after failures that pass.
 */
import { PostError } from "../shared/post-error.ts";
import { toPostError } from "./failure.ts";
import { createLane, head, isEmpty, type Job, type Lane, readyAt, take } from "./lane.ts";
import type { Limits } from "./options.ts";
import { createPace, slowest } from "./pace.ts";
import { retryWait, type SendKind } from "./retry.ts";

export interface Queue {
  /** @throws PostError once the send is given up. */
  send: <T>(chat: string, kind: SendKind, run: () => Promise<T>) => Promise<T>;
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

export function createQueue({ limits, retryFirstMs, clock = () => performance.now() }: QueueOptions): Queue {
  const lanes = new Map<string, Lane>();
  /** Lanes in which something waits, the longest unserved first. */
  const waiting = new Set<Lane>();
  const overall = createPace(limits.overall);
  let pausedUntil = 0;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  function laneOf(chat: string): Lane {
    const known = lanes.get(chat);
    if (known) return known;
    if (lanes.size >= MANY_LANES) forgetIdle(lanes, clock());
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
    const wait = waiting.size === 0 ? Infinity : pausedFor(now) || untilReady(now);
    if (wait < Infinity) timer = setTimeout(pump, Math.ceil(wait));
  }

  function untilReady(now: number): number {
    let soonest = Infinity;
    for (const lane of waiting) soonest = Math.min(soonest, readyAt(lane, now));
    return Math.max(0, soonest - now);
  }

  function next(now: number): Lane | undefined {
    if (pausedFor(now) > 0) return undefined;
    let post: Lane | undefined;
    for (const lane of waiting) {
      if (readyAt(lane, now) > now) continue;
      if (head(lane)?.kind === "answer") return lane;
      post ??= lane;
    }
    return post;
  }

  async function serve(lane: Lane, now: number): Promise<void> {
    const job = take(lane);
    if (!job) return;
    lane.busy = true;
    waiting.delete(lane);
    lane.pace.take(now);
    overall.take(now);
    await job.run().catch((error: unknown) => afterFailure(lane, job, toPostError(error)));
    lane.busy = false;
    if (head(lane)) waiting.add(lane);
    pump();
  }

  function afterFailure(lane: Lane, job: Job, error: PostError): void {
    job.failures += 1;
    if (error.kind === "retry-after") job.waits += 1;
    const wait = retryWait(error, job, retryFirstMs);
    if (error.kind === "retry-after") slowDown(lane, error.retryAfterMs ?? 0);
    if (wait === undefined || closed) return job.giveUp(error);
    job.notBefore = clock() + wait;
    lane.waiting[job.kind].unshift(job);
  }

  /** Telegram does not say which limit was hit. Two chats refused at the same time: it is the common one. */
  function slowDown(lane: Lane, ms: number): void {
    const now = clock();
    const others = [...lanes.values()].some((other) => other !== lane && other.notBefore > now);
    lane.notBefore = now + ms;
    if (others) pausedUntil = Math.max(pausedUntil, now + ms);
  }

  function add(chat: string, job: Job): void {
    if (closed) return job.giveUp(new PostError("temporary", "the adapter has stopped"));
    const lane = laneOf(chat);
    lane.waiting[job.kind].push(job);
    if (!lane.busy) waiting.add(lane);
    pump();
  }

  return {
    send: (chat, kind, run) =>
      new Promise((resolve, reject) => {
        const job = { kind, failures: 0, waits: 0, notBefore: 0, giveUp: reject };
        add(chat, { ...job, run: async () => resolve(await run()) });
      }),
    close() {
      closed = true;
      clearTimeout(timer);
      for (const lane of waiting)
        for (let job = take(lane); job; job = take(lane))
          job.giveUp(new PostError("temporary", "the adapter has stopped"));
      waiting.clear();
    },
  };
}

function forgetIdle(lanes: Map<string, Lane>, now: number): void {
  for (const [chat, lane] of lanes)
    if (isEmpty(lane) && lane.notBefore <= now && lane.pace.isIdle(now)) lanes.delete(chat);
}
