/** Updates that were dealt with: after a crash the platform repeats the last ones. */
import type { Kysely } from "kysely";
import type { Tables } from "./schema.ts";

/** Platforms repeat an update for a day at most (Telegram keeps them for 24 hours). */
const KEEP_MS = 48 * 3_600_000;

export interface SeenUpdates {
  has(bot: string, id: string): Promise<boolean>;
  /** Keeps several at once. @param at milliseconds since the epoch. */
  add(bot: string, ids: readonly string[], at: number): Promise<void>;
  /** Forgets what no platform repeats any more. */
  prune(now: number): Promise<void>;
}

export function createSeenUpdates(db: Kysely<Tables>): SeenUpdates {
  return {
    async has(bot, id) {
      const found = await db
        .selectFrom("seen")
        .select("at")
        .where("bot", "=", bot)
        .where("update_id", "=", id)
        .executeTakeFirst();
      return found !== undefined;
    },
    async add(bot, ids, at) {
      if (ids.length === 0) return;
      await db
        .insertInto("seen")
        .values(ids.map((update_id) => ({ bot, update_id, at })))
        .onConflict((c) => c.doNothing())
        .execute();
    },
    async prune(now) {
      await db
        .deleteFrom("seen")
        .where("at", "<", now - KEEP_MS)
        .execute();
    },
  };
}
