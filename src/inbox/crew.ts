/**
 * Who else works: each process keeps a counter moving, and is given up once all others' looks have seen it stand still.
 * Looks are counted and not seconds: while the database hangs nobody can show that he lives, and nobody can look.
 */
import type { Inbox, Worker } from "../store/inbox.ts";

export interface CrewTiming {
  /** How often a worker shows that it lives, and looks at the others; milliseconds. */
  beatMs: number;
  /** A look that took longer proves nothing. */
  slowMs: number;
  /** It is given up after so many looks that saw it stand still. */
  mostStill: number;
}

/** The rows of a dead process are free within about 6 s. */
export const CREW_TIMING: CrewTiming = { beatMs: 1_000, slowMs: 1_000, mostStill: 5 };

export interface Crew {
  /** One beat, and one look. @returns false where we were given up. @throws what the store throws. */
  look(): Promise<boolean>;
}

export function createCrew(inbox: Inbox, bot: string, owner: string, timing: CrewTiming): Crew {
  let seen = new Map<string, { beat: number; still: number }>();

  /** @returns those that are given up. */
  function judge(workers: readonly Worker[]): Worker[] {
    seen = new Map(
      workers.map((worker) => {
        const before = seen.get(worker.owner);
        const still = before?.beat === worker.beat ? before.still + 1 : 0;
        return [worker.owner, { beat: worker.beat, still }];
      }),
    );
    return workers.filter(
      (one) => one.owner !== owner && (seen.get(one.owner)?.still ?? 0) >= timing.mostStill,
    );
  }

  return {
    async look() {
      const began = performance.now();
      if (!(await inbox.beat(bot, owner))) return false;
      const workers = await inbox.workers(bot);
      if (performance.now() - began > timing.slowMs) {
        seen.clear();
        return true;
      }
      for (const dead of judge(workers)) await inbox.dismiss(bot, dead);
      await inbox.recover(bot);
      return true;
    },
  };
}
