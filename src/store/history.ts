/** Which facts a chat was shown. */
import { type Kysely, sql } from "kysely";
import type { Tables } from "./schema.ts";

/** A fact, how often it was shown, and when last. */
export interface Shown {
  fact: string;
  times: number;
  shown_at: number;
}

export interface History {
  /** What each of the chats was shown; a chat that was shown nothing is not in it. */
  of(bot: string, chats: readonly string[]): Promise<Map<string, Shown[]>>;
  record(bot: string, chat: string, fact: string, at: number): Promise<void>;
}

export function createHistory(db: Kysely<Tables>): History {
  return {
    async of(bot, chats) {
      const found = new Map<string, Shown[]>();
      if (chats.length === 0) return found;
      const rows = await db
        .selectFrom("history")
        .select(["chat", "fact", "times", "shown_at"])
        .where("bot", "=", bot)
        .where("chat", "in", [...chats])
        .execute();
      for (const { chat, ...shown } of rows) {
        const list = found.get(chat);
        if (list) list.push(shown);
        else found.set(chat, [shown]);
      }
      return found;
    },
    record: (bot, chat, fact, at) => recordShown(db, { bot, chat, fact, at }),
  };
}

/** Also within the transaction that notes a delivery. */
export async function recordShown(
  db: Kysely<Tables>,
  { bot, chat, fact, at }: { bot: string; chat: string; fact: string; at: number },
): Promise<void> {
  await db
    .insertInto("history")
    .values({ bot, chat, fact, times: 1, shown_at: at })
    .onConflict((c) =>
      c.columns(["bot", "chat", "fact"]).doUpdateSet({ times: sql<number>`history.times + 1`, shown_at: at }),
    )
    .execute();
}
