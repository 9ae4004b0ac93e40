/** What people think of answers, and what nobody could answer. Neither says who, where or when but for the day. */
import { type Kysely, sql } from "kysely";
import type { Tables, UnansweredTable, VoteTable } from "./schema.ts";

export type Tally = VoteTable;

/** Votes are kept this long. */
const KEEP_VOTES_MS = 365 * 86_400_000;
/** A question nobody asked again is forgotten after this long. */
const KEEP_TEXTS_MS = 30 * 86_400_000;
/** Different questions kept; those asked longest ago go first. */
const MOST_TEXTS = 2_000;

/** Votes added up. */
export interface Liked {
  /** Of a kind, or a fact. */
  name: string;
  up: number;
  down: number;
}

export interface Feedback {
  /** Adds up or takes back, all of it or nothing. */
  count(tallies: readonly Tally[]): Promise<void>;
  /** Those somebody voted against, with more against than for them first. @param of what is listed. */
  worst(of: "kind" | "fact", most: number): Promise<Liked[]>;
  /** Counts questions nobody could answer. @param now milliseconds since the epoch. */
  missed(texts: readonly { text: string; times: number }[], now: number): Promise<void>;
  /** Those asked most often first. */
  unanswered(most: number): Promise<UnansweredTable[]>;
  /** Forgets what is old. */
  prune(now: number): Promise<void>;
}

/** Engines give sums in kinds of their own. */
type Sum = number | string | bigint;

export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

export function createFeedback(db: Kysely<Tables>): Feedback {
  const prune = async (now: number): Promise<void> => {
    await db
      .deleteFrom("vote")
      .where("day", "<", dayOf(now - KEEP_VOTES_MS))
      .execute();
    await db
      .deleteFrom("unanswered")
      .where("last_day", "<", dayOf(now - KEEP_TEXTS_MS))
      .execute();
    await db
      .deleteFrom("unanswered")
      .where("text", "in", (q) =>
        q
          .selectFrom("unanswered")
          .select("text")
          .orderBy("last_day", "desc")
          .orderBy("times", "desc")
          .orderBy("text")
          // SQLite takes no offset without a limit.
          .limit(1_000_000)
          .offset(MOST_TEXTS),
      )
      .execute();
  };

  return {
    count: (tallies) =>
      db.transaction().execute(async (tx) => {
        // In one order: two that lock the same rows in different ones would wait for each other.
        for (const tally of tallies.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) await add(tx, tally);
      }),
    async worst(of, most) {
      const rows = await db
        .selectFrom("vote")
        .select((f) => [
          `${of} as name` as const,
          f.fn.sum<Sum>("up").as("up"),
          f.fn.sum<Sum>("down").as("down"),
        ])
        .where("fact", of === "kind" ? "=" : "!=", "")
        .groupBy(of)
        .having((h) => h.fn.sum<Sum>("down"), ">", 0)
        .orderBy(sql`sum(down) - sum(up)`, "desc")
        .orderBy(of)
        .limit(most)
        .execute();
      return rows.map(({ name, up, down }) => ({ name, up: Number(up), down: Number(down) }));
    },
    async missed(texts, now) {
      if (texts.length === 0) return;
      const last_day = dayOf(now);
      await db
        .insertInto("unanswered")
        .values(texts.map((one) => ({ ...one, last_day })))
        .onConflict((c) =>
          c.column("text").doUpdateSet({ times: sql<number>`unanswered.times + excluded.times`, last_day }),
        )
        .execute();
      await prune(now);
    },
    unanswered: (most) =>
      db
        .selectFrom("unanswered")
        .selectAll()
        .orderBy("times", "desc")
        .orderBy("last_day", "desc")
        .orderBy("text")
        .limit(most)
        .execute(),
    prune,
  };
}

const keyOf = ({ day, kind, fact }: Tally): string => `${day} ${kind} ${fact}`;

async function add(tx: Kysely<Tables>, tally: Tally): Promise<void> {
  await tx
    .insertInto("vote")
    .values(tally)
    .onConflict((c) =>
      c.columns(["day", "kind", "fact"]).doUpdateSet({
        up: sql<number>`vote.up + excluded.up`,
        down: sql<number>`vote.down + excluded.down`,
      }),
    )
    .execute();
}
