/** Processes of one bot that keep out of each other's way, by leases and turns in the database they share. */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Owned, type Siblings, UNSHARED } from "../adapters/shared/siblings.ts";
import { LEASE_TIMING, type LeaseTiming, takeLease } from "../daily/lead.ts";
import type { KeptStore } from "../store/keep.ts";
import type { Lease, Leases } from "../store/leases.ts";

/** A holder that cannot reach the database goes on: only another that took its place makes it stop. */
const TIMING: LeaseTiming = { ...LEASE_TIMING, unsureMs: Infinity };
/** Answering does not wait longer for a database that is away; its outage is told elsewhere. */
const PATIENCE_MS = 10_000;
const AGAIN_MS = 250;

export interface SiblingsParts {
  store: KeptStore["current"];
  /** Told when the database could not be asked. */
  onTrouble: (what: string, error: unknown) => void;
}

/** @param bot platform and account: what they share is named after it. */
export function createSiblings(bot: string, { store, onTrouble }: SiblingsParts): Siblings {
  const trouble = (error: unknown): void => onTrouble("processes cannot be told apart for now", error);

  async function own(what: string, onTaken: () => void, signal: AbortSignal): Promise<Owned> {
    const name = `${bot} ${what}`;
    const owner = randomUUID();
    for (const end = performance.now() + PATIENCE_MS; performance.now() < end;) {
      const leases = store()?.leases;
      try {
        if (leases) return ownedBy(await takeLease(noticing(leases, onTaken), name, owner, TIMING, signal));
      } catch (error) {
        signal.throwIfAborted();
        trouble(error);
      }
      await sleep(AGAIN_MS, undefined, { signal });
    }
    return UNSHARED;
  }

  const ownedBy = (lead: Owned): Owned => ({
    lost: lead.lost,
    release: () => lead.release().catch(trouble),
  });

  return {
    own,
    async turn(what, everyMs, signal) {
      for (;;) {
        const waitMs = await askTurn(`${bot} ${what}`, everyMs);
        if (waitMs === 0) return;
        await sleep(waitMs, undefined, { signal });
      }
    },
  };

  async function askTurn(name: string, everyMs: number): Promise<number> {
    try {
      return (await store()?.leases.turn(name, everyMs)) ?? 0;
    } catch (error) {
      trouble(error);
      return 0;
    }
  }
}

/** Tells, once, that who has the lease lives: its beat moves while we look. */
function noticing(leases: Leases, onTaken: () => void): Leases {
  let seen: Lease | undefined;
  let told = false;
  return {
    ...leases,
    async find(name) {
      const held = await leases.find(name);
      if (!told && held && held.owner === seen?.owner && held.beat !== seen.beat) {
        told = true;
        onTaken();
      }
      seen = held;
      return held;
    },
  };
}
