/** Back from a copy: everything stored becomes what the copy holds, in one transaction, or stays as it is. */
import { setTimeout as sleep } from "node:timers/promises";
import { type Kysely, sql } from "kysely";
import { recordShown } from "./history.ts";
import { planSlots, type Slot } from "./plan.ts";
import type { SubscriptionTable, Tables } from "./schema.ts";
import { copyTable, OF_THE_MOMENT, type Sums, TABLES } from "./sums.ts";

export interface RestoreOptions {
  /** Replaces what is there. */
  force: boolean;
  /**
   * The slot of a subscription whose time has passed since the copy was made, as not to be sent. Undefined: what fell
   * due meanwhile is sent as after any pause of the bot.
   */
  missed: ((subscription: SubscriptionTable) => Slot) | undefined;
  /** Milliseconds since the epoch. */
  now: number;
}

export interface Restored {
  sums: Sums;
  /** Posts that may have been sent since the copy was made, and are not sent again. */
  doubted: number;
}

/**
 * @param copy of a backup that was found whole, in tables of today. @param shared the target is a server.
 * @throws Error naming the remedy where there is something already, or a bot is at work. Nothing has changed then.
 */
export async function restoreInto(
  db: Kysely<Tables>,
  shared: boolean,
  copy: Kysely<Tables>,
  options: RestoreOptions,
): Promise<Restored> {
  await assertIdle(db);
  return db.transaction().execute(async (tx) => {
    if (shared) await sql`lock table ${tables()} in exclusive mode`.execute(tx);
    if (!options.force) await assertEmpty(tx);
    await clear(tx);
    const sums: Sums = {};
    for (const table of TABLES) sums[table] = await copyTable(copy, tx, table);
    return { sums, doubted: options.missed ? await settleMissed(tx, options.missed, options.now) : 0 };
  });
}

const tables = () => sql.join([...TABLES, ...OF_THE_MOMENT].map((name) => sql.table(name)));

/** A holder of a lease beats once a second. */
const LOOK_MS = 2_500;

async function assertIdle(db: Kysely<Tables>): Promise<void> {
  const beats = async (): Promise<Map<string, number>> =>
    new Map((await db.selectFrom("lease").selectAll().execute()).map(({ bot, beat }) => [bot, beat]));
  const before = await beats();
  if (before.size === 0) return;
  await sleep(LOOK_MS);
  for (const [bot, beat] of await beats())
    if (before.get(bot) !== beat)
      throw new Error(`${bot} is at work on this database: stop it first. Nothing was changed.`);
}

async function assertEmpty(tx: Kysely<Tables>): Promise<void> {
  const held: string[] = [];
  for (const table of TABLES) {
    const { count } = await tx
      .selectFrom(table)
      .select((f) => f.fn.countAll().as("count"))
      .executeTakeFirstOrThrow();
    if (Number(count) > 0) held.push(`${table} ${Number(count)}`);
  }
  if (held.length > 0)
    throw new Error(
      `The database is not empty (${held.join(", ")}); nothing was changed. Make a backup of it, then add --force to replace all of it.`,
    );
}

async function clear(tx: Kysely<Tables>): Promise<void> {
  for (const table of [...TABLES, ...OF_THE_MOMENT]) await tx.deleteFrom(table).execute();
}

/** Whoever sent them after the copy was made is not asked: never twice weighs more than never missing. */
async function settleMissed(
  tx: Kysely<Tables>,
  slotOf: (subscription: SubscriptionTable) => Slot,
  now: number,
): Promise<number> {
  const open = await tx
    .updateTable("delivery")
    .set({ state: "unknown", reason: RESTORED, sending_at: now, changed_at: now })
    .where("state", "in", ["pending", "claimed", "sending"])
    .returning(["bot", "subscription", "fact"])
    .execute();
  for (const { bot, subscription, fact } of open) {
    const place = await tx
      .selectFrom("subscription")
      .select("chat")
      .where("id", "=", subscription)
      .executeTakeFirst();
    if (place) await recordShown(tx, { bot, chat: place.chat, fact, at: now });
  }
  const passed = await tx
    .selectFrom("subscription")
    .selectAll()
    .where("state", "=", "active")
    .where("next_run_at", "<=", now)
    .execute();
  for (const one of passed) await planSlots(tx, one.bot, [{ ...slotOf(one), skipped: RESTORED }], now);
  return open.length + passed.length;
}

const RESTORED = "restored from a backup; it may have been sent since";
