/** The language a chat has set. A chat that has set none has no row. */
import { type Kysely, sql } from "kysely";
import { CHANNEL, SETTINGS } from "./listen.ts";
import type { Tables } from "./schema.ts";

export interface Settings {
  /** Language by chat, of every chat of a bot that has set one. */
  all(bot: string): Promise<Map<string, string>>;
  set(bot: string, chat: string, locale: string): Promise<void>;
  /** @returns whether there was one. */
  clear(bot: string, chat: string): Promise<boolean>;
}

/** @param told whether other processes are to hear of a change. */
export function createSettings(db: Kysely<Tables>, told: boolean): Settings {
  async function tell(bot: string): Promise<void> {
    if (told) await sql`select pg_notify(${CHANNEL}, ${`${SETTINGS} ${bot}`})`.execute(db);
  }
  return {
    async all(bot) {
      const rows = await db.selectFrom("setting").select(["chat", "locale"]).where("bot", "=", bot).execute();
      return new Map(rows.map(({ chat, locale }) => [chat, locale]));
    },
    async set(bot, chat, locale) {
      await db
        .insertInto("setting")
        .values({ bot, chat, locale })
        .onConflict((c) => c.columns(["bot", "chat"]).doUpdateSet({ locale }))
        .execute();
      await tell(bot);
    },
    async clear(bot, chat) {
      const had = await clearSetting(db, bot, chat);
      await tell(bot);
      return had;
    },
  };
}

/** Also within the transaction that forgets a chat. */
export async function clearSetting(db: Kysely<Tables>, bot: string, chat: string): Promise<boolean> {
  const cleared = await db
    .deleteFrom("setting")
    .where("bot", "=", bot)
    .where("chat", "=", chat)
    .executeTakeFirst();
  return cleared.numDeletedRows > 0n;
}

/** Within the transaction that moves a chat: where the new one has set a language of its own, it keeps that. */
export async function moveSetting(tx: Kysely<Tables>, bot: string, from: string, to: string): Promise<void> {
  await tx
    .insertInto("setting")
    .columns(["bot", "chat", "locale"])
    .expression((q) =>
      q
        .selectFrom("setting")
        .select((f) => ["bot", f.val(to).as("chat"), "locale"])
        .where("bot", "=", bot)
        .where("chat", "=", from),
    )
    .onConflict((c) => c.columns(["bot", "chat"]).doNothing())
    .execute();
  await clearSetting(tx, bot, from);
}
