/**
 * One sender a bot. A lease has no time of expiry, which clocks that differ or jump would make wrong: its holder keeps
 * a counter moving, and who waits takes it once the counter has stood still for long enough by its own stopwatch.
 */
import { type Kysely, sql } from "kysely";
import type { LeaseTable, Tables } from "./schema.ts";

export type Lease = LeaseTable;

export interface Leases {
  find(bot: string): Promise<Lease | undefined>;
  /** Takes a lease nobody has, or the one seen as `stale` where it has not moved since. @returns whether it is ours. */
  take(bot: string, owner: string, stale?: Lease): Promise<boolean>;
  /** Shows that the holder lives. @returns false once somebody else has the lease. */
  beat(bot: string, owner: string): Promise<boolean>;
  /** Gives it up, so that nobody has to wait. */
  release(bot: string, owner: string): Promise<void>;
}

export function createLeases(db: Kysely<Tables>): Leases {
  return {
    find: (bot) => db.selectFrom("lease").selectAll().where("bot", "=", bot).executeTakeFirst(),
    async take(bot, owner, stale) {
      const taken = stale
        ? await db
            .updateTable("lease")
            .set({ owner, beat: stale.beat + 1 })
            .where("bot", "=", bot)
            .where("owner", "=", stale.owner)
            .where("beat", "=", stale.beat)
            .returning("bot")
            .execute()
        : await db
            .insertInto("lease")
            .values({ bot, owner, beat: 0 })
            .onConflict((c) => c.column("bot").doNothing())
            .returning("bot")
            .execute();
      return taken.length === 1;
    },
    async beat(bot, owner) {
      const moved = await db
        .updateTable("lease")
        .set({ beat: sql<number>`beat + 1` })
        .where("bot", "=", bot)
        .where("owner", "=", owner)
        .executeTakeFirst();
      return moved.numUpdatedRows === 1n;
    },
    async release(bot, owner) {
      await db.deleteFrom("lease").where("bot", "=", bot).where("owner", "=", owner).execute();
    },
  };
}
