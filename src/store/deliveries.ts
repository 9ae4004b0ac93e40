/**
 * The outbox. Each step is one fenced update: it names the state it comes from and the claim of the row it belongs to,
 * and where it does not change exactly one row another claim has it. See docs/design/daily.md for the way of a row.
 */
import { type Kysely, sql } from "kysely";
import { recordShown } from "./history.ts";
import { planSlots, type Slot } from "./plan.ts";
import type { DeliveryRow, DeliveryState, Tables } from "./schema.ts";
import { endSubscription } from "./subscriptions.ts";

export type Delivery = Pick<
  DeliveryRow,
  "id" | "subscription" | "fact" | "owner" | "slot_at" | "sending_at" | "attempts" | "local_date"
> & {
  chat: string;
  thread: string;
  /** Language the chat has set, if it has. */
  locale: string | null;
};

/** How a claimed row comes to an end, or back; or, as `claimed`, that a request of it delivered nothing. */
export interface Outcome {
  state: Extract<DeliveryState, "pending" | "claimed" | "sent" | "unknown" | "dead" | "skipped">;
  /** With `pending`: it failed for now, which is counted. */
  notBefore?: number;
  /** With `pending` and `claimed`: it may have arrived already. Otherwise it certainly has not, and may be sent. */
  inDoubt?: boolean;
  message?: string;
  reason?: string;
  /** The chat that cannot be posted to any more, for that reason: its subscription ends with the row, or neither does. */
  gone?: string;
}

export interface Deliveries {
  /** Writes the rows that are not there yet and moves their subscriptions on. */
  plan(bot: string, slots: readonly Slot[], now: number): Promise<void>;
  /**
   * Takes up to `most` rows that may go now.
   * @param owner names this claim and no other: what is written for an earlier one, late or again, must not meet this.
   */
  claim(bot: string, owner: string, now: number, most: number): Promise<Delivery[]>;
  /** Right before a request leaves. @returns false where the row is not ours any more, or its chat wants none: do not send. */
  sending(id: string, owner: string, now: number): Promise<boolean>;
  /** Notes what came of it; a fact that was or may have been seen goes into the history. @returns whether it was ours. */
  settle(id: string, owner: string, outcome: Outcome, now: number): Promise<boolean>;
  /**
   * Rows of those who had the lease before and are dead, for who has it and has claimed nothing yet: claimed ones go back.
   * Nothing where the lease is not the leader's any more. @returns those that were being sent.
   */
  recover(bot: string, leader: string, now: number): Promise<Delivery[]>;
  /** Takes over a row that another claim was sending. @returns whether it still was. */
  adopt(id: string, from: string, owner: string): Promise<boolean>;
  /** Rows whose time is long past are skipped, or stay in doubt. @returns how many. */
  expire(bot: string, slotBefore: number, now: number): Promise<number>;
  /** Forgets rows of days long gone, except those in doubt. */
  prune(changedBefore: number): Promise<void>;
}

const OPEN = ["claimed", "sending"] as const;

/** @param locks whether the engine can skip rows that others claim at the same time. */
export function createDeliveries(db: Kysely<Tables>, locks: boolean): Deliveries {
  const withChats = async (rows: readonly DeliveryRow[]): Promise<Delivery[]> => {
    const ids = [...new Set(rows.map((row) => row.subscription))];
    if (ids.length === 0) return [];
    const places = await db
      .selectFrom("subscription")
      .leftJoin("setting", (join) =>
        join.onRef("setting.bot", "=", "subscription.bot").onRef("setting.chat", "=", "subscription.chat"),
      )
      .select(["subscription.id", "subscription.chat", "subscription.thread", "setting.locale"])
      .where("subscription.id", "in", ids)
      .execute();
    const placeOf = new Map(places.map((place) => [place.id, place]));
    return rows.flatMap((row) => {
      const place = placeOf.get(row.subscription);
      return place ? [{ ...row, chat: place.chat, thread: place.thread, locale: place.locale }] : [];
    });
  };

  return {
    plan: (bot, slots, now) => db.transaction().execute((tx) => planSlots(tx, bot, slots, now)),
    async claim(bot, owner, now, most) {
      const rows = await db
        .updateTable("delivery")
        .set({ state: "claimed", owner, changed_at: now })
        .where("id", "in", (q) =>
          q
            .selectFrom("delivery")
            .select("id")
            .where("bot", "=", bot)
            .where("state", "=", "pending")
            .where("not_before", "<=", now)
            .orderBy("not_before")
            .limit(most)
            .$if(locks, (claimed) => claimed.forUpdate().skipLocked()),
        )
        .returningAll()
        .execute();
      return withChats(rows.toSorted((a, b) => a.slot_at - b.slot_at));
    },
    async sending(id, owner, now) {
      const marked = await db
        .updateTable("delivery")
        .set({
          state: "sending",
          changed_at: now,
          sending_at: sql<number>`coalesce(sending_at, ${now})`,
        })
        .where("id", "=", id)
        .where("owner", "=", owner)
        .where("state", "in", OPEN)
        .where((where) =>
          where.exists((q) =>
            q
              .selectFrom("subscription")
              .select("id")
              .whereRef("subscription.id", "=", "delivery.subscription")
              .where("state", "=", "active"),
          ),
        )
        .executeTakeFirst();
      return marked.numUpdatedRows === 1n;
    },
    settle: (id, owner, outcome, now) =>
      db.transaction().execute((tx) => settle(tx, id, owner, outcome, now)),
    async recover(bot, leader, now) {
      const leads = db.selectFrom("lease").select("bot").where("bot", "=", bot).where("owner", "=", leader);
      await db
        .updateTable("delivery")
        .set({ state: "pending", owner: null, changed_at: now })
        .where("bot", "in", leads)
        .where("state", "=", "claimed")
        .execute();
      const rows = await db
        .selectFrom("delivery")
        .selectAll()
        .where("bot", "in", leads)
        .where("state", "=", "sending")
        .execute();
      return withChats(rows);
    },
    async adopt(id, from, owner) {
      const taken = await db
        .updateTable("delivery")
        .set({ owner })
        .where("id", "=", id)
        .where("owner", "=", from)
        .where("state", "=", "sending")
        .executeTakeFirst();
      return taken.numUpdatedRows === 1n;
    },
    async expire(bot, slotBefore, now) {
      const late = await db
        .updateTable("delivery")
        .set({
          state: sql<DeliveryState>`case when sending_at is null then 'skipped' else 'unknown' end`,
          reason: "late",
          changed_at: now,
        })
        .where("bot", "=", bot)
        .where("state", "=", "pending")
        .where("slot_at", "<", slotBefore)
        .executeTakeFirst();
      return Number(late.numUpdatedRows);
    },
    async prune(changedBefore) {
      await db
        .deleteFrom("delivery")
        .where("state", "in", ["sent", "dead", "skipped"])
        .where("changed_at", "<", changedBefore)
        .execute();
    },
  };
}

async function settle(
  tx: Kysely<Tables>,
  id: string,
  owner: string,
  { state, notBefore, inDoubt = false, message, reason, gone }: Outcome,
  now: number,
): Promise<boolean> {
  const [row] = await tx
    .updateTable("delivery")
    .set({
      state,
      changed_at: now,
      message: message ?? null,
      reason: reason ?? null,
      ...(notBefore !== undefined && { not_before: notBefore }),
      ...(state === "pending" && notBefore !== undefined && { attempts: sql<number>`attempts + 1` }),
      ...((state === "pending" || state === "claimed") && !inDoubt && { sending_at: null }),
    })
    .where("id", "=", id)
    .where("owner", "=", owner)
    .where("state", "in", OPEN)
    .returning(["subscription", "bot", "fact"])
    .execute();
  if (!row && state === "sent") return confirmLate(tx, id, message ?? null, now);
  if (row && (state === "sent" || state === "unknown")) await noteShown(tx, row, now);
  if (row && gone !== undefined) await endSubscription(tx, row.bot, gone, reason ?? "");
  return row !== undefined;
}

/** It arrived after all, though its sender had been given up and the row with it. It is in the history already. */
async function confirmLate(
  tx: Kysely<Tables>,
  id: string,
  message: string | null,
  now: number,
): Promise<boolean> {
  const late = await tx
    .updateTable("delivery")
    .set({ state: "sent", changed_at: now, message, reason: null })
    .where("id", "=", id)
    .where("state", "=", "unknown")
    .executeTakeFirst();
  return late.numUpdatedRows === 1n;
}

async function noteShown(
  tx: Kysely<Tables>,
  { subscription, bot, fact }: { subscription: string; bot: string; fact: string },
  at: number,
): Promise<void> {
  const place = await tx
    .selectFrom("subscription")
    .select("chat")
    .where("id", "=", subscription)
    .executeTakeFirst();
  if (place) await recordShown(tx, { bot, chat: place.chat, fact, at });
}
