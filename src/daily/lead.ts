/** Being the one sender of a bot: taking the lease, keeping it alive, and knowing when it may be lost. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Lease, Leases } from "../store/leases.ts";

/** Milliseconds, by a stopwatch: no clock that somebody sets has a say. */
export interface LeaseTiming {
  /** How often the holder shows that it lives, and how often the others look. */
  beatMs: number;
  /** The holder sends nothing more when its last beat is this old … */
  unsureMs: number;
  /** … and another takes over when it has seen none for this long. Longer, so that there are never two. */
  stillMs: number;
}

/** A dead sender is replaced within about 6 s. */
export const LEASE_TIMING: LeaseTiming = { beatMs: 1_000, unsureMs: 3_500, stillMs: 5_000 };

export interface Lead {
  /** Names this holder. */
  owner: string;
  /** Whether the lease is certainly still ours. */
  holds(): boolean;
  /** Aborts once it is not. */
  lost: AbortSignal;
  /** Stops beating and gives the lease up. */
  release(): Promise<void>;
}

/** Waits until the lease can be had. @throws what the store throws; the signal's reason when aborted. */
export async function takeLease(
  leases: Leases,
  bot: string,
  owner: string,
  timing: LeaseTiming,
  signal: AbortSignal,
): Promise<Lead> {
  let seen: Lease | undefined;
  let since = performance.now();
  for (;;) {
    const held = await leases.find(bot);
    if (held?.owner !== seen?.owner || held?.beat !== seen?.beat) since = performance.now();
    seen = held;
    const asked = performance.now();
    const isFree = held === undefined || asked - since >= timing.stillMs;
    if (isFree && (await leases.take(bot, owner, held))) return keep(leases, bot, owner, timing, asked);
    await sleep(timing.beatMs, undefined, { signal });
  }
}

/** @param since before it was asked for: when it was had is not known, and others count from then. */
function keep(leases: Leases, bot: string, owner: string, timing: LeaseTiming, since: number): Lead {
  const ending = new AbortController();
  let last = since;
  const isFresh = (): boolean => performance.now() - last < timing.unsureMs;

  async function beat(): Promise<void> {
    const started = performance.now();
    // A store that does not answer is no reason to stop before the time is up: it may be back.
    const moved = await leases.beat(bot, owner).catch(() => undefined);
    if (moved === true) last = started;
    if (moved === false || !isFresh())
      ending.abort(new Error("another sender has the lease, or may have it soon"));
  }

  async function beating(): Promise<void> {
    while (!ending.signal.aborted) {
      await sleep(timing.beatMs, undefined, { signal: ending.signal }).catch(() => undefined);
      if (!ending.signal.aborted) await beat();
    }
  }

  const kept = beating();
  return {
    owner,
    holds: () => !ending.signal.aborted && isFresh(),
    lost: ending.signal,
    async release() {
      ending.abort(new Error("the lease was given up"));
      await kept;
      await leases.release(bot, owner);
    },
  };
}
