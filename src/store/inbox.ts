/**
 * What people sent and nobody has dealt with yet, shared by processes. Each step is one fenced statement, as with posts:
 *
 *     waiting ─claim─▶ claimed ─before each request─▶ sending ─▶ gone
 *        ▲                │                              │
 *        └─ owner dead ───┴── owner dead: cut off, not answered, that is said
 *
 * Only the oldest row of a place can be claimed, so that nobody else works there. On a server alone.
 */
import { type Kysely, sql } from "kysely";
import { CHANNEL } from "./listen.ts";
import type { InboxState, Tables } from "./schema.ts";

/** An update as it came. */
export interface Update {
  /** The platform's number of it. */
  id: number;
  /** Updates of one place are dealt with one after the other. */
  place: string;
  /** JSON. */
  body: string;
}

export interface Claimed extends Update {
  /** Its answer may have arrived when its owner died. */
  isCut: boolean;
}

/** Something that is written together with a step. */
export interface Note {
  key: string;
  value: string;
  /** Forgotten after this, milliseconds since the epoch. */
  until: number;
}

/** Whoever works: one a process and bot. `beat` moves as long as it lives. */
export interface Worker {
  owner: string;
  beat: number;
}

export interface Inbox {
  /** Keeps those that never came before, for good once it resolves, and wakes whoever works. */
  put(bot: string, updates: readonly Update[], now: number): Promise<void>;
  /** Takes up to `most` rows, each the oldest of its place. */
  claim(bot: string, owner: string, most: number): Promise<Claimed[]>;
  /** Right before a request that may deliver something. @returns false where the row is not ours any more: do not send. */
  sending(bot: string, id: number, owner: string, note?: Note): Promise<boolean>;
  /** It is dealt with. */
  done(bot: string, id: number, owner: string, note?: Note): Promise<void>;
  /** It could not be dealt with now, and waits again. @param isCut something of it may have arrived. */
  giveBack(bot: string, id: number, owner: string, isCut: boolean): Promise<void>;
  /** Gives back what this owner claimed, but for those named: it was never told of them. */
  giveBackOthers(bot: string, owner: string, known: readonly number[]): Promise<void>;
  /** Shows that a worker lives. @returns false where it was given up. */
  beat(bot: string, owner: string): Promise<boolean>;
  enlist(bot: string, owner: string): Promise<void>;
  workers(bot: string): Promise<Worker[]>;
  /** It works no more: what it leaves is free. */
  retire(bot: string, owner: string): Promise<void>;
  /** Gives a worker up, where it has not moved since. */
  dismiss(bot: string, worker: Worker): Promise<void>;
  /** Frees the rows of whoever is no worker any more. @returns how many. */
  recover(bot: string): Promise<number>;
  /** How many rows there are. */
  waiting(bot: string): Promise<number>;
}

/** A row is claimed this often; whose owners all died is not answered any more. */
const MOST_TRIES = 3;

/** Nobody died of it. */
const FREE = { state: "waiting", owner: null, tries: sql<number>`tries - 1` } as const;

export function createInbox(db: Kysely<Tables>): Inbox {
  return {
    async put(bot, updates, now) {
      if (updates.length === 0) return;
      await sql`
        with came as (select * from json_to_recordset(${JSON.stringify(updates)}::json)
                        as one (id bigint, place text, body text)),
        fresh as (insert into seen (bot, update_id, at) select ${bot}, id::text, ${now} from came
                  on conflict do nothing returning update_id),
        kept as (insert into inbox (bot, id, place, body, state, cut, tries)
                 select ${bot}, id, place, body, 'waiting', 0, 0 from came
                 where id::text in (select update_id from fresh) returning 1)
        select pg_notify(${CHANNEL}, ${bot}) from kept limit 1`.execute(db);
    },
    async claim(bot, owner, most) {
      const rows = await db
        .with("picked", (q) =>
          q
            .selectFrom("inbox as one")
            .select("one.id")
            .where("one.bot", "=", bot)
            .where("one.state", "=", "waiting")
            .where((f) =>
              f.not(
                f.exists(
                  f
                    .selectFrom("inbox as earlier")
                    .select("earlier.id")
                    .where("earlier.bot", "=", bot)
                    .whereRef("earlier.place", "=", "one.place")
                    .whereRef("earlier.id", "<", "one.id"),
                ),
              ),
            )
            .orderBy("one.id")
            .limit(most)
            .forUpdate()
            .skipLocked(),
        )
        .updateTable("inbox")
        .set({ state: "claimed", owner, tries: sql<number>`tries + 1` })
        .where("bot", "=", bot)
        .where("id", "in", (q) => q.selectFrom("picked").select("picked.id"))
        .returning(["id", "place", "body", "cut"])
        .execute();
      return rows.map(({ cut, ...row }) => ({ ...row, isCut: cut > 0 })).toSorted((a, b) => a.id - b.id);
    },
    async sending(bot, id, owner, note) {
      const step = sql`update inbox set state = 'sending' where bot = ${bot} and id = ${id} and owner = ${owner}
        returning 1`;
      return (await noted(db, bot, step, note)) === 1;
    },
    async done(bot, id, owner, note) {
      const step = sql`delete from inbox where bot = ${bot} and id = ${id} and owner = ${owner} returning 1`;
      await noted(db, bot, step, note);
    },
    async giveBack(bot, id, owner, isCut) {
      await db
        .updateTable("inbox")
        .set({ ...FREE, ...(isCut && { cut: 1 }) })
        .where("bot", "=", bot)
        .where("id", "=", id)
        .where("owner", "=", owner)
        .execute();
    },
    async giveBackOthers(bot, owner, known) {
      await db
        .updateTable("inbox")
        .set(FREE)
        .where("bot", "=", bot)
        .where("owner", "=", owner)
        .where("state", "=", "claimed")
        .$if(known.length > 0, (q) => q.where("id", "not in", known))
        .execute();
    },
    async beat(bot, owner) {
      const moved = await db
        .updateTable("worker")
        .set({ beat: sql<number>`beat + 1` })
        .where("bot", "=", bot)
        .where("owner", "=", owner)
        .executeTakeFirst();
      return moved.numUpdatedRows === 1n;
    },
    async enlist(bot, owner) {
      await db.insertInto("worker").values({ bot, owner, beat: 0 }).execute();
    },
    workers: (bot) => db.selectFrom("worker").select(["owner", "beat"]).where("bot", "=", bot).execute(),
    async dismiss(bot, { owner, beat }) {
      await db
        .deleteFrom("worker")
        .where("bot", "=", bot)
        .where("owner", "=", owner)
        .where("beat", "=", beat)
        .execute();
    },
    async retire(bot, owner) {
      await db.deleteFrom("worker").where("bot", "=", bot).where("owner", "=", owner).execute();
      await recover(db, bot);
    },
    recover: (bot) => recover(db, bot),
    async waiting(bot) {
      const { count } = await db
        .selectFrom("inbox")
        .select((f) => f.fn.countAll().as("count"))
        .where("bot", "=", bot)
        .executeTakeFirstOrThrow();
      return Number(count);
    },
  };
}

/** Does a step and, where it changed a row, writes the note. @returns how many rows it changed. */
async function noted(
  db: Kysely<Tables>,
  bot: string,
  step: ReturnType<typeof sql>,
  note: Note | undefined,
): Promise<number> {
  const writing = note
    ? sql`, noted as (insert into recent (bot, key, value, until)
        select ${bot}, ${note.key}, ${note.value}, ${note.until}::bigint from changed
        on conflict (bot, key) do update set value = excluded.value, until = excluded.until)`
    : sql``;
  const { rows } = await sql<{ count: number }>`
    with changed as (${step})${writing} select count(*) as count from changed`.execute(db);
  return rows[0]?.count ?? 0;
}

/** What was merely claimed waits again; what was being sent is cut off, and what told of that is over. */
async function recover(db: Kysely<Tables>, bot: string): Promise<number> {
  const alive = db.selectFrom("worker").select("owner").where("bot", "=", bot);
  const rows = await db
    .updateTable("inbox")
    .set({
      state: sql<InboxState>`case when cut > 0 and (state = 'sending' or tries > ${MOST_TRIES}) then 'over' else 'waiting' end`,
      cut: sql<number>`case when state = 'sending' or tries >= ${MOST_TRIES} then 1 else cut end`,
      owner: null,
    })
    .where("bot", "=", bot)
    .where("state", "in", ["claimed", "sending"])
    .where("owner", "not in", alive)
    .returning("id")
    .execute();
  if (rows.length === 0) return 0;
  await db.deleteFrom("inbox").where("bot", "=", bot).where("state", "=", "over").execute();
  await sql`select pg_notify(${CHANNEL}, ${bot})`.execute(db);
  return rows.length;
}
