/** What waits to be sent to one chat: what is asked for before what is not, each in order, one at a time. */
import type { Fence } from "../../shared/withheld.ts";
import type { Pace } from "./pace.ts";
import type { Tried } from "./retry.ts";
import type { Cause } from "./types.ts";

export interface Job extends Tried {
  cause: Cause;
  /** Stands around every `run`. */
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
  waiting: Record<Cause, Job[]>;
}

export const createLane = (chat: string, pace: Pace): Lane => ({
  chat,
  pace,
  notBefore: 0,
  busy: false,
  wake: undefined,
  waiting: { asked: [], unasked: [] },
});

/** The job that is next, if any waits. */
export const head = ({ waiting }: Lane): Job | undefined => waiting.asked[0] ?? waiting.unasked[0];

/** Takes the next job out. */
export const take = ({ waiting }: Lane): Job | undefined => waiting.asked.shift() ?? waiting.unasked.shift();

/** When its next job may go. */
export const readyAt = (lane: Lane, job: Job, now: number): number =>
  Math.max(lane.notBefore, job.notBefore, now + lane.pace.waitMs(now));

export const isEmpty = (lane: Lane): boolean => !lane.busy && head(lane) === undefined;
