/** The first step of a delivery: its row is written, and the subscription moves on to its next time. */
import type { Kysely } from "kysely";
import type { Tables } from "./schema.ts";

/** A day of a subscription, planned: what will be sent, or why nothing will. */
export interface Slot {
  id: string;
  subscription: string;
  localDate: string;
  /** When it is due, and when the one after it is; milliseconds since the epoch. */
  slotAt: number;
  nextRunAt: number;
  fact: string;
  /** Set where nothing is to be sent. */
  skipped?: string;
}

/** Writes the rows that are not there yet and moves their subscriptions on; within one transaction. */
export async function planSlots(
  tx: Kysely<Tables>,
  bot: string,
  slots: readonly Slot[],
  now: number,
): Promise<void> {
  if (slots.length === 0) return;
  const rows = slots.map((slot) => ({
    id: slot.id,
    subscription: slot.subscription,
    bot,
    local_date: slot.localDate,
    slot_at: slot.slotAt,
    fact: slot.fact,
    state: slot.skipped === undefined ? ("pending" as const) : ("skipped" as const),
    reason: slot.skipped ?? null,
    not_before: slot.slotAt,
    changed_at: now,
  }));
  await tx
    .insertInto("delivery")
    .values(rows)
    .onConflict((c) => c.columns(["subscription", "local_date"]).doNothing())
    .execute();
  // Most of them share both times, so this is a statement or two, not one a subscription.
  for (const group of bySlot(slots).values()) await moveOn(tx, group);
}

function bySlot(slots: readonly Slot[]): Map<string, Slot[]> {
  const groups = new Map<string, Slot[]>();
  for (const slot of slots) {
    const key = `${slot.slotAt} ${slot.nextRunAt}`;
    groups.set(key, [...(groups.get(key) ?? []), slot]);
  }
  return groups;
}

/** Not where the subscription was changed since it was read. */
async function moveOn(tx: Kysely<Tables>, slots: readonly Slot[]): Promise<void> {
  const [first] = slots;
  if (!first) return;
  await tx
    .updateTable("subscription")
    .set({ next_run_at: first.nextRunAt, paused_until: null })
    .where(
      "id",
      "in",
      slots.map((slot) => slot.subscription),
    )
    .where("next_run_at", "=", first.slotAt)
    .execute();
}
