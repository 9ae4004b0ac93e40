/** What an operator wants to know about the daily posts. */
import type { Kysely } from "kysely";
import type { DeliveryState, SubscriptionState, Tables } from "./schema.ts";

export interface Report {
  /** Subscriptions by state. */
  subscriptions: Partial<Record<SubscriptionState, number>>;
  /** Deliveries by state, those that changed since the given time. */
  deliveries: Partial<Record<DeliveryState, number>>;
  /** Rows that may go now, and subscriptions whose time has come. */
  due: number;
  /** When the next subscription is due; milliseconds since the epoch. */
  next: number | undefined;
  /** Posts that may or may not have arrived, newest first. */
  doubtful: Doubtful[];
}

export interface Doubtful {
  bot: string;
  chat: string;
  localDate: string;
  fact: string;
  reason: string | null;
}

/** @param since counts deliveries changed since then; rows in doubt are told however old. @param most rows in doubt. */
export async function report(db: Kysely<Tables>, since: number, now: number, most: number): Promise<Report> {
  const states = await db
    .selectFrom("subscription")
    .select(["state", (f) => f.fn.countAll().as("count")])
    .groupBy("state")
    .execute();
  const rows = await db
    .selectFrom("delivery")
    .select(["state", (f) => f.fn.countAll().as("count")])
    .where((where) => where.or([where("changed_at", ">=", since), where("state", "=", "unknown")]))
    .groupBy("state")
    .execute();
  return {
    subscriptions: Object.fromEntries(states.map(({ state, count }) => [state, Number(count)])),
    deliveries: Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)])),
    due: await dueCount(db, now),
    next: await nextRun(db),
    doubtful: await doubtful(db, most),
  };
}

/** How the posts of one bot stand: cheap to ask often, however many days are kept. */
export interface Standing {
  bot: string;
  /** Rows that wait or are under way, and subscriptions whose time has come. */
  due: number;
  doubtful: number;
}

export async function standing(db: Kysely<Tables>, bot: string, now: number): Promise<Standing> {
  const rows = await db
    .selectFrom("delivery")
    .select(["state", (f) => f.fn.countAll().as("count")])
    .where("bot", "=", bot)
    .where("state", "in", ["pending", "claimed", "sending", "unknown"])
    .groupBy("state")
    .execute();
  const unplanned = await db
    .selectFrom("subscription")
    .select((f) => f.fn.countAll().as("count"))
    .where("bot", "=", bot)
    .where("state", "=", "active")
    .where("next_run_at", "<=", now)
    .executeTakeFirstOrThrow();
  const of = (isDoubt: boolean): number =>
    rows
      .filter(({ state }) => (state === "unknown") === isDoubt)
      .reduce((sum, { count }) => sum + Number(count), 0);
  return { bot, due: of(false) + Number(unplanned.count), doubtful: of(true) };
}

async function dueCount(db: Kysely<Tables>, now: number): Promise<number> {
  const waiting = await db
    .selectFrom("delivery")
    .select((f) => f.fn.countAll().as("count"))
    .where("state", "in", ["pending", "claimed", "sending"])
    .executeTakeFirstOrThrow();
  const unplanned = await db
    .selectFrom("subscription")
    .select((f) => f.fn.countAll().as("count"))
    .where("state", "=", "active")
    .where("next_run_at", "<=", now)
    .executeTakeFirstOrThrow();
  return Number(waiting.count) + Number(unplanned.count);
}

async function nextRun(db: Kysely<Tables>): Promise<number | undefined> {
  const row = await db
    .selectFrom("subscription")
    .select((f) => f.fn.min("next_run_at").as("next"))
    .where("state", "=", "active")
    .executeTakeFirst();
  return row?.next ?? undefined;
}

const doubtful = (db: Kysely<Tables>, most: number): Promise<Doubtful[]> =>
  db
    .selectFrom("delivery")
    .innerJoin("subscription", "subscription.id", "delivery.subscription")
    .select([
      "delivery.bot",
      "subscription.chat",
      "delivery.local_date as localDate",
      "delivery.fact",
      "delivery.reason",
    ])
    .where("delivery.state", "=", "unknown")
    .orderBy("delivery.changed_at", "desc")
    .limit(most)
    .execute();
