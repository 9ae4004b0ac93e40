/** How the tables came to be. Forward only: a migration that was released is never edited, the next one mends it. */
import { type Kysely, type Migration, Migrator, sql } from "kysely";

/** In the order they run: names sort. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001_first": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("subscription")
        .addColumn("id", "text", (c) => c.primaryKey())
        .addColumn("bot", "text", (c) => c.notNull())
        .addColumn("chat", "text", (c) => c.notNull())
        .addColumn("thread", "text", (c) => c.notNull())
        .addColumn("time", "text", (c) => c.notNull())
        .addColumn("zone", "text", (c) => c.notNull())
        .addColumn("topic", "text", (c) => c.notNull())
        .addColumn("state", "text", (c) => c.notNull())
        .addColumn("reason", "text")
        .addColumn("next_run_at", "bigint", (c) => c.notNull())
        .addColumn("paused_until", "bigint")
        .addUniqueConstraint("subscription_chat", ["bot", "chat"])
        .execute();
      await db.schema
        .createIndex("subscription_due")
        .on("subscription")
        .columns(["bot", "state", "next_run_at"])
        .execute();
      await db.schema
        .createTable("delivery")
        .addColumn("id", "text", (c) => c.primaryKey())
        .addColumn("subscription", "text", (c) => c.notNull())
        .addColumn("bot", "text", (c) => c.notNull())
        .addColumn("local_date", "text", (c) => c.notNull())
        .addColumn("slot_at", "bigint", (c) => c.notNull())
        .addColumn("fact", "text", (c) => c.notNull())
        .addColumn("state", "text", (c) => c.notNull())
        .addColumn("owner", "text")
        .addColumn("not_before", "bigint", (c) => c.notNull())
        .addColumn("attempts", "integer", (c) => c.notNull().defaultTo(0))
        .addColumn("sending_at", "bigint")
        .addColumn("changed_at", "bigint", (c) => c.notNull())
        .addColumn("message", "text")
        .addColumn("reason", "text")
        .addUniqueConstraint("delivery_day", ["subscription", "local_date"])
        .execute();
      await db.schema
        .createIndex("delivery_queue")
        .on("delivery")
        .columns(["bot", "state", "not_before"])
        .execute();
      await db.schema
        .createTable("history")
        .addColumn("bot", "text", (c) => c.notNull())
        .addColumn("chat", "text", (c) => c.notNull())
        .addColumn("fact", "text", (c) => c.notNull())
        .addColumn("times", "integer", (c) => c.notNull())
        .addColumn("shown_at", "bigint", (c) => c.notNull())
        .addPrimaryKeyConstraint("history_fact", ["bot", "chat", "fact"])
        .execute();
      await db.schema
        .createTable("lease")
        .addColumn("bot", "text", (c) => c.primaryKey())
        .addColumn("owner", "text", (c) => c.notNull())
        .addColumn("beat", "bigint", (c) => c.notNull())
        .execute();
      await db.schema
        .createTable("seen")
        .addColumn("bot", "text", (c) => c.notNull())
        .addColumn("update_id", "text", (c) => c.notNull())
        .addColumn("at", "bigint", (c) => c.notNull())
        .addPrimaryKeyConstraint("seen_update", ["bot", "update_id"])
        .execute();
    },
  },
  "0002_setting": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("setting")
        .addColumn("bot", "text", (c) => c.notNull())
        .addColumn("chat", "text", (c) => c.notNull())
        .addColumn("locale", "text", (c) => c.notNull())
        .addPrimaryKeyConstraint("setting_chat", ["bot", "chat"])
        .execute();
    },
  },
  "0003_feedback": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("vote")
        .addColumn("day", "text", (c) => c.notNull())
        .addColumn("kind", "text", (c) => c.notNull())
        .addColumn("fact", "text", (c) => c.notNull())
        .addColumn("up", "integer", (c) => c.notNull())
        .addColumn("down", "integer", (c) => c.notNull())
        .addPrimaryKeyConstraint("vote_day", ["day", "kind", "fact"])
        .execute();
      await db.schema
        .createTable("unanswered")
        .addColumn("text", "text", (c) => c.primaryKey())
        .addColumn("times", "integer", (c) => c.notNull())
        .addColumn("last_day", "text", (c) => c.notNull())
        .execute();
    },
  },
  "0004_inbox": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("inbox")
        .addColumn("bot", "text", (c) => c.notNull())
        .addColumn("id", "bigint", (c) => c.notNull())
        .addColumn("place", "text", (c) => c.notNull())
        .addColumn("body", "text", (c) => c.notNull())
        .addColumn("state", "text", (c) => c.notNull())
        .addColumn("owner", "text")
        .addColumn("cut", "integer", (c) => c.notNull())
        .addColumn("tries", "integer", (c) => c.notNull())
        .addPrimaryKeyConstraint("inbox_update", ["bot", "id"])
        .execute();
      await db.schema.createIndex("inbox_place").on("inbox").columns(["bot", "place", "id"]).execute();
      await db.schema
        .createTable("worker")
        .addColumn("bot", "text", (c) => c.notNull())
        .addColumn("owner", "text", (c) => c.notNull())
        .addColumn("beat", "bigint", (c) => c.notNull())
        .addPrimaryKeyConstraint("worker_owner", ["bot", "owner"])
        .execute();
      await db.schema
        .createTable("recent")
        .addColumn("bot", "text", (c) => c.notNull())
        .addColumn("key", "text", (c) => c.notNull())
        .addColumn("value", "text", (c) => c.notNull())
        .addColumn("until", "bigint", (c) => c.notNull())
        .addPrimaryKeyConstraint("recent_key", ["bot", "key"])
        .execute();
    },
  },
};

/**
 * Brings the tables up to date; processes that start at once wait for one another.
 * @param shared the engine is a server: there the query layer's own lock begins only after its own tables are made.
 * @throws Error where the database was made by a newer program, or cannot be changed.
 */
export async function migrate<T>(db: Kysely<T>, shared: boolean, migrations = MIGRATIONS): Promise<void> {
  if (!shared) return toLatest(db, migrations);
  await db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${LOCK})`.execute(connection);
    try {
      const { rows } = await sql<{ schema: string }>`select current_schema() as schema`.execute(connection);
      // Named: tables of the same name in another schema would be taken for ours.
      await toLatest(connection, migrations, rows[0]?.schema);
    } finally {
      await sql`select pg_advisory_unlock(${LOCK})`.execute(connection);
    }
  });
}

/** Any number that nobody else who uses the server has chosen. */
const LOCK = 20_200_520;

async function toLatest<T>(db: Kysely<T>, migrations: typeof MIGRATIONS, schema?: string): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
    ...(schema !== undefined && { migrationTableSchema: schema }),
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const failure = error instanceof Error ? error : new Error("the migration failed");
  const missing = /previously executed migration (\S+) is missing/u.exec(failure.message)?.[1];
  if (missing === undefined) throw failure;
  throw new NewerDatabase(missing);
}

/** It must not be touched: what a newer program keeps in it is not known here. */
export class NewerDatabase extends Error {
  readonly migration: string;

  constructor(migration: string) {
    super(
      `The database was made by a newer version of Yuequn (it has migration ${migration}). Update the program, or use another DATA_DIR or DATABASE_URL.`,
    );
    this.name = "NewerDatabase";
    this.migration = migration;
  }
}
