/** Sliding windows: how much may still be sent now. Pure but for their own counters. */
import type { Allowance } from "../../shared/manners.ts";

export interface Pace {
  /** Milliseconds until one more is allowed, 0 for now. @param now any clock in milliseconds that never goes back. */
  waitMs(now: number): number;
  /** Counts one. */
  take(now: number): void;
  /** Nothing was counted within the window. */
  isIdle(now: number): boolean;
}

/** One window. */
export interface Window extends Pace {
  /** What was counted at one time counts from another on. */
  putOff(from: number, to: number): void;
}

/** @param allowance at most `count` within any `windowMs`; Infinity for no limit. */
export function createPace({ count, windowMs }: Allowance): Window {
  const times: number[] = [];
  const take = (now: number): void => {
    if (!Number.isFinite(count)) return;
    times.push(now);
    if (times.length > count) times.shift();
  };
  return {
    waitMs(now) {
      const oldest = times[0];
      return oldest === undefined || times.length < count ? 0 : Math.max(0, oldest + windowMs - now);
    },
    take,
    putOff(from, to) {
      const at = times.indexOf(from);
      if (at >= 0) times.splice(at, 1);
      take(to);
      times.sort((a, b) => a - b);
    },
    isIdle: (now) => (times.at(-1) ?? -Infinity) + windowMs <= now,
  };
}

/** Several windows at once: the slowest decides. */
export function slowest(paces: readonly Pace[]): Pace {
  return {
    waitMs: (now) => Math.max(0, ...paces.map((pace) => pace.waitMs(now))),
    take: (now) => paces.forEach((pace) => pace.take(now)),
    isIdle: (now) => paces.every((pace) => pace.isIdle(now)),
  };
}

/**
 * How much longer calls may become usual with each: until the usual is known, and from then on. Of thirty, which is a second
 * of them, together less than the odd milliseconds of the window, or what came late would hide behind what was late before it.
 */
const CREEP_MS = { first: 1, later: 0.25 };

/** @returns a function that says how much longer than usual a call took; to begin with any time is long. */
export function createLateness(): (ms: number) => number {
  let usual = 0;
  let creep = CREEP_MS.first;
  return (ms) => {
    if (ms <= usual + creep) creep = CREEP_MS.later;
    // Creeps up, so that a slower network becomes usual too.
    usual = Math.min(ms, usual + creep);
    return ms - usual;
  };
}
