/**
 * Ours, for tests: the queue of updates and long polling over it.
 * An update stays queued, and is delivered again, until an offset beyond it confirms it. Kinds not asked
 * for by allowed_updates are dropped when pushed, as Telegram does; the default leaves out chat_member,
 * message_reaction and message_reaction_count.
 * Not covered: expiry after 24 hours, the minimum wait Telegram puts between equal polls, the 3 second
 * delay it puts before a repeated 409.
 */

import { ApiError, type Update } from "./types.ts";

const FIRST_UPDATE_ID = 700_000_001;
const OPT_IN_KINDS = new Set(["chat_member", "message_reaction", "message_reaction_count"]);
const CONFLICT_POLL =
  "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";
const CONFLICT_WEBHOOK = "Conflict: terminated by setWebhook request";

type Poll = {
  offset: number;
  limit: number;
  resolve: (updates: Update[]) => void;
  reject: (error: ApiError) => void;
};

export class UpdateQueue {
  /** Called after an update was queued; the webhook delivers from here. */
  onPush: () => void = () => undefined;
  /** The kinds asked for, or undefined for the default. */
  allowed: string[] | undefined;
  #queue: Update[] = [];
  #nextId = FIRST_UPDATE_ID;
  #poll: Poll | undefined;

  /** Gives the update its id and queues it if its kind is asked for. */
  push(body: Record<string, unknown>): number {
    const update: Update = { ...body, update_id: this.#nextId++ };
    if (!this.#wants(Object.keys(body))) return update.update_id;
    this.#queue.push(update);
    setImmediate(() => this.#wake());
    this.onPush();
    return update.update_id;
  }

  /** The updates not confirmed yet, oldest first. */
  get pending(): readonly Update[] {
    return this.#queue;
  }

  /** Drops one update, as a webhook's 2xx does. */
  confirm(updateId: number): void {
    this.#queue = this.#queue.filter((update) => update.update_id !== updateId);
  }

  /** Drops all updates, as drop_pending_updates does. */
  clear(): void {
    this.#queue = [];
  }

  /** Answers a getUpdates call; waits up to the timeout while there is nothing to give. */
  async poll(offset: number, limit: number, timeoutMs: number, signal: AbortSignal): Promise<Update[]> {
    this.#confirmBefore(offset);
    const ready = this.#take(offset, limit);
    if (ready.length > 0 || timeoutMs === 0 || signal.aborted) return ready;
    this.#poll?.reject(new ApiError(409, CONFLICT_POLL));
    return await this.#wait(offset, limit, timeoutMs, signal);
  }

  /** Ends a waiting poll because a webhook was set. */
  endForWebhook(): void {
    this.#poll?.reject(new ApiError(409, CONFLICT_WEBHOOK));
  }

  /** Ends a waiting poll with nothing, when the server or the bot closes. */
  end(): void {
    this.#poll?.resolve([]);
  }

  #wants(kinds: string[]): boolean {
    const { allowed } = this;
    return kinds.some((kind) => (allowed ? allowed.includes(kind) : !OPT_IN_KINDS.has(kind)));
  }

  /** Confirms by offset: a negative one keeps that many at the end, one beyond the next id is ignored. */
  #confirmBefore(offset: number): void {
    if (offset < 0) this.#queue = this.#queue.slice(offset);
    if (offset > 0 && offset <= this.#nextId)
      this.#queue = this.#queue.filter((update) => update.update_id >= offset);
  }

  #take(offset: number, limit: number): Update[] {
    const known = offset > this.#nextId ? 0 : offset;
    return this.#queue.filter((update) => update.update_id >= known).slice(0, limit);
  }

  async #wait(offset: number, limit: number, timeoutMs: number, signal: AbortSignal): Promise<Update[]> {
    const { promise, ...poll } = newPoll(offset, limit);
    this.#poll = poll;
    const onEnd = () => poll.resolve([]);
    const timer = setTimeout(onEnd, timeoutMs);
    signal.addEventListener("abort", onEnd);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", onEnd);
      if (this.#poll === poll) this.#poll = undefined;
    }
  }

  /** Gives a waiting poll what has come in. */
  #wake(): void {
    const poll = this.#poll;
    if (!poll) return;
    const ready = this.#take(poll.offset, poll.limit);
    if (ready.length > 0) poll.resolve(ready);
  }
}

/** A poll that waits, with the promise that its caller awaits. */
function newPoll(offset: number, limit: number): Poll & { promise: Promise<Update[]> } {
  let resolve: Poll["resolve"] = () => undefined;
  let reject: Poll["reject"] = () => undefined;
  const promise = new Promise<Update[]>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { offset, limit, resolve, reject, promise };
}
