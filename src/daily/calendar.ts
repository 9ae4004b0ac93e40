/** When a local time comes next, and which local day an instant belongs to. Pure but for what it remembers. */
import { Cron } from "croner";
import { LRUCache } from "lru-cache";

export interface Calendar {
  /**
   * @param time local HH:MM. @param zone IANA name. @param after milliseconds since the epoch.
   * @returns the next instant after it with that local time, one a local day: where the clocks skip the time it is the
   * first minute after the gap, where they repeat it the first of the two.
   */
  next(time: string, zone: string, after: number): number;
  /** The local day, 2026-11-26. */
  day(at: number, zone: string): string;
}

/** Different pairs of time and zone remembered; a new one costs a third of a millisecond. */
const MOST_KEPT = 5_000;

export function createCalendar(): Calendar {
  /** The instant each time comes next, and from when on that is so. */
  const known = new LRUCache<string, { from: number; next: number }>({ max: MOST_KEPT });
  const days = new Map<string, Intl.DateTimeFormat>();
  return {
    next(time, zone, after) {
      const key = `${time} ${zone}`;
      const before = known.get(key);
      if (before && before.from <= after && after < before.next) return before.next;
      const next = compute(time, zone, after);
      known.set(key, { from: after, next });
      return next;
    },
    day(at, zone) {
      const format =
        days.get(zone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" });
      days.set(zone, format);
      return format.format(at);
    },
  };
}

function compute(time: string, zone: string, after: number): number {
  const [hour, minute] = time.split(":").map(Number);
  const next = new Cron(`${minute} ${hour} * * *`, { timezone: zone, paused: true }).nextRun(new Date(after));
  if (!next) throw new Error(`${time} in ${zone} never comes; store a time HH:MM and an IANA zone`);
  return next.getTime();
}
