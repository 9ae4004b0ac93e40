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
  /**
   * Takes a turn that all processes share, one each `everyMs` by the one clock they share, the database's.
   * @param name a row of its own. @returns 0 where the turn is ours, else how many milliseconds to wait before asking again.
   */
  turn(name: string, everyMs: number): Promise<number>;
}

/** @param shared the engine is a server. */
export function createLeases(db: Kysely<Tables>, shared: boolean): Leases {
  return {
    turn: (name, everyMs) => takeTurn(db, shared ? SERVER_NOW : FILE_NOW, name, everyMs),
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

/** Milliseconds since the epoch, as the engine knows them. */
const SERVER_NOW = sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`;
const FILE_NOW = sql<number>`cast(unixepoch('subsec') * 1000 as integer)`;
const TURN = "turn";

/** The row's `beat` is when the last turn was taken. Far ahead it was written by a clock that has since been set back. */
async function takeTurn(
  db: Kysely<Tables>,
  now: typeof SERVER_NOW,
  bot: string,
  everyMs: number,
): Promise<number> {
  const taken = await db
    .insertInto("lease")
    .values({ bot, owner: TURN, beat: now })
    .onConflict((c) =>
      c
        .column("bot")
        .doUpdateSet({ beat: now })
        .where(sql<boolean>`abs(${now} - lease.beat) >= ${everyMs}`),
    )
    .returning("bot")
    .execute();
  if (taken.length === 1) return 0;
  const last = await db
    .selectFrom("lease")
    .select(sql<number>`beat + ${everyMs} - ${now}`.as("wait"))
    .where("bot", "=", bot)
    .executeTakeFirst();
  return Math.min(everyMs, Math.max(1, last?.wait ?? 1));
}
