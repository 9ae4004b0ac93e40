/**
 * The outbox. Each step is one fenced update: it names the state it comes from and the sender that claimed the row, and
 * where it does not change exactly one row somebody else has it. See docs/design/daily.md for the way of a row.
 */
import { type Kysely, sql } from "kysely";
import { recordShown } from "./history.ts";
import { planSlots, type Slot } from "./plan.ts";
import type { DeliveryRow, DeliveryState, Tables } from "./schema.ts";

export type Delivery = Pick<
  DeliveryRow,
  "id" | "subscription" | "fact" | "slot_at" | "sending_at" | "attempts" | "local_date"
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
  /**
   * With `dead` and `unknown`: the chat is to be posted to no more. Noted together with the row: between the two a death
   * would leave a post that is wanted no more, and nobody would know why.
   */
  gone?: boolean;
}

export interface Deliveries {
  /** Writes the rows that are not there yet and moves their subscriptions on. */
  plan(bot: string, slots: readonly Slot[], now: number): Promise<void>;
  /** Takes up to `most` rows that may go now. */
  claim(bot: string, owner: string, now: number, most: number): Promise<Delivery[]>;
  /** Right before a request leaves. @returns false where the row is not ours any more, or its chat wants none: do not send. */
  sending(id: string, owner: string, now: number): Promise<boolean>;
  /** Notes what came of it; a fact that was or may have been seen goes into the history. @returns whether it was ours. */
  settle(id: string, owner: string, outcome: Outcome, now: number): Promise<boolean>;
  /** Rows of other senders, which are dead: claimed ones go back. @returns those that were being sent. */
  recover(bot: string, owner: string, now: number): Promise<Delivery[]>;
  /** Takes over a row that another sender was sending. @returns whether it still was in that state. */
  adopt(id: string, owner: string): Promise<boolean>;
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
    async recover(bot, owner, now) {
      await db
        .updateTable("delivery")
        .set({ state: "pending", owner: null, changed_at: now })
        .where("bot", "=", bot)
        .where("state", "=", "claimed")
        .where("owner", "!=", owner)
        .execute();
      const rows = await db
        .selectFrom("delivery")
        .selectAll()
        .where("bot", "=", bot)
        .where("state", "=", "sending")
        .where("owner", "!=", owner)
        .execute();
      return withChats(rows);
    },
    async adopt(id, owner) {
      const taken = await db
        .updateTable("delivery")
        .set({ owner })
        .where("id", "=", id)
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
  { state, notBefore, inDoubt = false, message, reason, gone = false }: Outcome,
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
  if (row && gone) await endSubscription(tx, row.subscription, reason ?? "");
  if (row && (state === "sent" || state === "unknown")) await noteShown(tx, row, now);
  return row !== undefined;
}

async function endSubscription(tx: Kysely<Tables>, id: string, reason: string): Promise<void> {
  await tx
    .updateTable("subscription")
    .set({ state: "gone", reason })
    .where("id", "=", id)
    .where("state", "=", "active")
    .execute();
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
