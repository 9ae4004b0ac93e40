/** Which chat wants a fact a day, when and about what. */
import type { ExpressionBuilder, Kysely, UpdateResult } from "kysely";
import type { SubscriptionState, SubscriptionTable, Tables } from "./schema.ts";
import { clearSetting, moveSetting } from "./settings.ts";

export type Subscription = SubscriptionTable;

/** What a chat asks for; the rest of a subscription follows from it. */
export type Wish = Pick<
  Subscription,
  "id" | "bot" | "chat" | "thread" | "time" | "zone" | "topic" | "next_run_at"
>;

/**
 * What a change rests on: the subscription as it was read, null where there was none. Where somebody has changed it
 * since, nothing is done, so that of two changes at once none is lost. Left out: it is overwritten.
 */
export type Seen = Subscription | null;

export interface Subscriptions {
  find(bot: string, chat: string): Promise<Subscription | undefined>;
  /**
   * Begins or changes the subscription of a chat; its id stays, so that no day is served twice.
   * @returns whether it was done.
   */
  turnOn(wish: Wish, seen?: Seen): Promise<boolean>;
  /** Changes when and what about; on, off or paused as it was, off where there was none. @returns whether it was done. */
  adjust(wish: Wish, seen: Seen): Promise<boolean>;
  /** Nothing is sent until `until`, what waits is dropped. @returns whether it was on, and done. */
  pause(bot: string, chat: string, until: number, nextRunAt: number, seen?: Subscription): Promise<boolean>;
  /** What waits is dropped. @returns whether there was one that was on. */
  turnOff(bot: string, chat: string): Promise<boolean>;
  /** The platform says that the chat cannot be posted to. */
  gone(bot: string, chat: string, reason: string): Promise<void>;
  /** The chat has a new id: subscription, history and what it has set go with it. */
  moved(bot: string, from: string, to: string): Promise<void>;
  /** Deletes everything about a chat. @returns whether there was anything. */
  forget(bot: string, chat: string): Promise<boolean>;
  /** Those whose time has come, the longest waiting first. @param now milliseconds since the epoch. */
  due(bot: string, now: number, most: number): Promise<Subscription[]>;
  /** Those planned further ahead than `after` without a pause: a clock was wrong when they were planned. */
  strayed(bot: string, after: number, most: number): Promise<Subscription[]>;
  reschedule(id: string, nextRunAt: number): Promise<void>;
}

export function createSubscriptions(db: Kysely<Tables>): Subscriptions {
  const change = (bot: string, chat: string) =>
    db.updateTable("subscription").where("bot", "=", bot).where("chat", "=", chat);

  const waiting = (bot: string, chat: string) => (q: ExpressionBuilder<Tables, "delivery">) =>
    q.and([
      q("state", "in", ["pending", "claimed"]),
      q("subscription", "in", (sub) =>
        sub.selectFrom("subscription").select("id").where("bot", "=", bot).where("chat", "=", chat),
      ),
    ]);

  /** Drops what waits; what may have been sent before stays as that. */
  const dropWaiting = async (bot: string, chat: string): Promise<void> => {
    await db
      .updateTable("delivery")
      .set({ state: "unknown" })
      .where(waiting(bot, chat))
      .where("sending_at", "is not", null)
      .execute();
    await db.deleteFrom("delivery").where(waiting(bot, chat)).execute();
  };

  /**
   * Where nobody has changed it since it was read. When it comes next moves by itself, and is no change; whether it is on
   * is never written from what was read.
   */
  const asSeen = ({ bot, chat, id, time, zone, topic, paused_until: until }: Subscription) =>
    change(bot, chat)
      .where("id", "=", id)
      .where("time", "=", time)
      .where("zone", "=", zone)
      .where("topic", "=", topic)
      .where("paused_until", until === null ? "is" : "=", until);

  /** @returns false where there is one by now. */
  const begin = async (wish: Wish, state: SubscriptionState): Promise<boolean> => {
    const begun = await db
      .insertInto("subscription")
      .values({ ...wish, state, reason: null, paused_until: null })
      .onConflict((c) => c.columns(["bot", "chat"]).doNothing())
      .executeTakeFirst();
    return (begun.numInsertedOrUpdatedRows ?? 0n) > 0n;
  };

  return {
    find: (bot, chat) =>
      db
        .selectFrom("subscription")
        .selectAll()
        .where("bot", "=", bot)
        .where("chat", "=", chat)
        .executeTakeFirst(),
    async turnOn(wish, seen) {
      const { thread } = wish;
      const changed = changeOf(wish);
      const fresh = { state: "active", reason: null, paused_until: null } as const;
      if (seen)
        return isDone(
          await asSeen(seen)
            .set({ thread, ...changed, ...fresh })
            .executeTakeFirst(),
        );
      if (seen === null) return begin(wish, "active");
      await db
        .insertInto("subscription")
        .values({ ...wish, ...fresh })
        .onConflict((c) => c.columns(["bot", "chat"]).doUpdateSet({ thread, ...changed, ...fresh }))
        .execute();
      return true;
    },
    async adjust(wish, seen) {
      if (seen === null) return begin(wish, "off");
      return isDone(await asSeen(seen).set(changeOf(wish)).executeTakeFirst());
    },
    async pause(bot, chat, until, nextRunAt, seen) {
      const changed = await (seen ? asSeen(seen) : change(bot, chat))
        .where("state", "=", "active")
        .set({ paused_until: until, next_run_at: nextRunAt })
        .executeTakeFirst();
      const done = isDone(changed);
      if (done) await dropWaiting(bot, chat);
      return done;
    },
    async turnOff(bot, chat) {
      const changed = await change(bot, chat)
        .where("state", "!=", "off")
        .set({ state: "off", paused_until: null })
        .executeTakeFirst();
      await dropWaiting(bot, chat);
      return isDone(changed);
    },
    gone: (bot, chat, reason) => endSubscription(db, bot, chat, reason),
    moved: (bot, from, to) =>
      db.transaction().execute(async (tx) => {
        await moveSetting(tx, bot, from, to);
        await move(tx, bot, from, to);
      }),
    forget: (bot, chat) => db.transaction().execute((tx) => forget(tx, bot, chat)),
    due: (bot, now, most) =>
      db
        .selectFrom("subscription")
        .selectAll()
        .where("bot", "=", bot)
        .where("state", "=", "active")
        .where("next_run_at", "<=", now)
        .orderBy("next_run_at")
        .limit(most)
        .execute(),
    strayed: (bot, after, most) =>
      db
        .selectFrom("subscription")
        .selectAll()
        .where("bot", "=", bot)
        .where("state", "=", "active")
        .where("next_run_at", ">", after)
        .where("paused_until", "is", null)
        .limit(most)
        .execute(),
    async reschedule(id, nextRunAt) {
      await db.updateTable("subscription").set({ next_run_at: nextRunAt }).where("id", "=", id).execute();
    },
  };
}

const changeOf = ({ time, zone, topic, next_run_at }: Wish) => ({
  time,
  zone,
  topic,
  next_run_at,
});

/** The chat is gone; what was switched off stays that. */
export async function endSubscription(
  db: Kysely<Tables>,
  bot: string,
  chat: string,
  reason: string,
): Promise<void> {
  await db
    .updateTable("subscription")
    .set({ state: "gone", reason })
    .where("bot", "=", bot)
    .where("chat", "=", chat)
    .where("state", "=", "active")
    .execute();
}

const isDone = ({ numUpdatedRows }: UpdateResult): boolean => numUpdatedRows > 0n;

async function move(tx: Kysely<Tables>, bot: string, from: string, to: string): Promise<void> {
  const taken = await tx
    .selectFrom("subscription")
    .select("id")
    .where("bot", "=", bot)
    .where("chat", "=", to)
    .executeTakeFirst();
  // Where both have one, the new chat keeps its own.
  if (taken) return void (await forget(tx, bot, from));
  const { numUpdatedRows } = await tx
    .updateTable("subscription")
    .set({ chat: to })
    .where("bot", "=", bot)
    .where("chat", "=", from)
    .executeTakeFirst();
  // Told twice at the same time: the other has moved both.
  if (numUpdatedRows === 0n) return;
  await tx.deleteFrom("history").where("bot", "=", bot).where("chat", "=", to).execute();
  await tx.updateTable("history").set({ chat: to }).where("bot", "=", bot).where("chat", "=", from).execute();
}

async function forget(tx: Kysely<Tables>, bot: string, chat: string): Promise<boolean> {
  const found = await tx
    .deleteFrom("subscription")
    .where("bot", "=", bot)
    .where("chat", "=", chat)
    .returning("id")
    .execute();
  const ids = found.map(({ id }) => id);
  if (ids.length > 0) await tx.deleteFrom("delivery").where("subscription", "in", ids).execute();
  const shown = await tx
    .deleteFrom("history")
    .where("bot", "=", bot)
    .where("chat", "=", chat)
    .executeTakeFirst();
  const hadSetting = await clearSetting(tx, bot, chat);
  return ids.length > 0 || shown.numDeletedRows > 0n || hadSetting;
}
