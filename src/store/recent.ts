/** What processes share of the last minutes: turns of conversations, how often somebody asked. Each row is forgotten. */
import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { Tables } from "./schema.ts";

/** A value, and until when it is kept; milliseconds since the epoch. */
export interface Recent {
  value: string;
  until: number;
}

export interface Recents {
  /** @returns undefined where there is none, or it is over. */
  find(bot: string, key: string, now: number): Promise<string | undefined>;
  keep(bot: string, key: string, recent: Recent): Promise<void>;
  /**
   * Changes several values at once, with nobody else in between.
   * @param change is given them in the order of the keys, "" where there is none, and gives what they become; and what comes of it.
   */
  change<T>(
    bot: string,
    keys: readonly string[],
    change: (values: string[]) => { values: readonly Recent[]; result: T },
  ): Promise<T>;
  prune(now: number): Promise<void>;
}

export function createRecents(db: Kysely<Tables>): Recents {
  return {
    async find(bot, key, now) {
      const row = await db
        .selectFrom("recent")
        .select("value")
        .where("bot", "=", bot)
        .where("key", "=", key)
        .where("until", ">", now)
        .executeTakeFirst();
      return row?.value;
    },
    keep: (bot, key, recent) => write(db, bot, [key], [recent]),
    change: (bot, keys, change) =>
      db.transaction().execute(async (tx) => {
        const held = await hold(tx, bot, keys);
        const { values, result } = change(keys.map((key) => held.get(key) ?? ""));
        await write(tx, bot, keys, values);
        return result;
      }),
    async prune(now) {
      await db.deleteFrom("recent").where("until", "<=", now).execute();
    },
  };
}

/** Makes the rows that are not there and locks all of them, in one order for everybody. */
async function hold(tx: Kysely<Tables>, bot: string, keys: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx
    .insertInto("recent")
    .values(keys.toSorted().map((key) => ({ bot, key, value: "", until: 0 })))
    .onConflict((c) => c.columns(["bot", "key"]).doUpdateSet({ until: sql<number>`recent.until` }))
    .returning(["key", "value"])
    .execute();
  return new Map(rows.map(({ key, value }) => [key, value]));
}

async function write(
  db: Kysely<Tables>,
  bot: string,
  keys: readonly string[],
  values: readonly Recent[],
): Promise<void> {
  const rows = keys.flatMap((key, index) => {
    const recent = values[index];
    return recent ? [{ bot, key, ...recent }] : [];
  });
  await db
    .insertInto("recent")
    .values(rows.toSorted((a, b) => (a.key < b.key ? -1 : 1)))
    .onConflict((c) =>
      c
        .columns(["bot", "key"])
        .doUpdateSet((f) => ({ value: f.ref("excluded.value"), until: f.ref("excluded.until") })),
    )
    .execute();
}
