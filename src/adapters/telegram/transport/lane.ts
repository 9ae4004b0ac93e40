/** What waits to be sent to one chat: answers before posts, each in order, one at a time. */
import type { Fence } from "../../shared/withheld.ts";
import type { Pace } from "./pace.ts";
import type { SendKind, Tried } from "./retry.ts";

export interface Job extends Tried {
  kind: SendKind;
  /** Stands around every `run` of a post. */
  fence: Fence;
  /** Sends; settles the caller's promise itself once it is over. */
  run: () => Promise<void>;
  giveUp: (error: Error) => void;
  /** Not before this time, after a failure. */
  notBefore: number;
}

export interface Lane {
  chat: string;
  pace: Pace;
  /** Not before this time, whatever waits: Telegram asked for it. */
  notBefore: number;
  busy: boolean;
  /** Brings it back when its next may go. */
  wake: NodeJS.Timeout | undefined;
  waiting: Record<SendKind, Job[]>;
}

export const createLane = (chat: string, pace: Pace): Lane => ({
  chat,
  pace,
  notBefore: 0,
  busy: false,
  wake: undefined,
  waiting: { answer: [], post: [] },
});

/** The job that is next, if any waits. */
export const head = ({ waiting }: Lane): Job | undefined => waiting.answer[0] ?? waiting.post[0];

/** Takes the next job out. */
export const take = ({ waiting }: Lane): Job | undefined => waiting.answer.shift() ?? waiting.post.shift();

/** When its next job may go. */
export const readyAt = (lane: Lane, job: Job, now: number): number =>
  Math.max(lane.notBefore, job.notBefore, now + lane.pace.waitMs(now));

export const isEmpty = (lane: Lane): boolean => !lane.busy && head(lane) === undefined;
