/** Where things are kept: one file by default, a PostgreSQL server where several processes share them. */
import { join } from "node:path";
import { type Dialect, Kysely } from "kysely";
import { backupFile, backupServer } from "./backup.ts";
import { withBackup } from "./copy.ts";
import { createDeliveries, type Deliveries } from "./deliveries.ts";
import { createFeedback, type Feedback } from "./feedback.ts";
import { createInbox, type Inbox } from "./inbox.ts";
import { createHistory, type History } from "./history.ts";
import { createLeases, type Leases } from "./leases.ts";
import { listen, type Listener, type News } from "./listen.ts";
import { migrate, NewerDatabase } from "./migrations.ts";
import { openServer } from "./postgres.ts";
import { createRecents, type Recents } from "./recent.ts";
import { type Report, report, type Standing, standing } from "./report.ts";
import { type Restored, restoreInto, type RestoreOptions } from "./restore.ts";
import type { Tables } from "./schema.ts";
import { createSeenUpdates, type SeenUpdates } from "./seen.ts";
import { createSettings, type Settings } from "./settings.ts";
import { openFile, sqliteDialect } from "./sqlite.ts";
import { createSubscriptions, type Subscriptions } from "./subscriptions.ts";

/** What processes have besides, where a server lets them share. */
export interface Sharing {
  inbox: Inbox;
  recents: Recents;
  listen(onNews: (news: News) => void): Listener;
}

export interface Store {
  subscriptions: Subscriptions;
  deliveries: Deliveries;
  history: History;
  leases: Leases;
  seen: SeenUpdates;
  settings: Settings;
  feedback: Feedback;
  /** Undefined where it is a file. */
  sharing: Sharing | undefined;
  /** @param since counts deliveries changed since then. @param most rows in doubt told one by one. */
  report(since: number, now: number, most: number): Promise<Report>;
  /** How the posts of one bot stand now. */
  standing(bot: string, now: number): Promise<Standing>;
  /** Writes a consistent copy as one SQLite file; nobody has to stop meanwhile. */
  backup(file: string): Promise<void>;
  close(): Promise<void>;
}

export interface StoreOptions {
  /** Folder of the database file, made at first use. */
  dataDir: string;
  /** postgres:// address; the file is not used then. */
  databaseUrl?: string | undefined;
  /** Told when a connection to the server breaks by itself. */
  onTrouble?: (error: Error) => void;
  /** Told how long each statement took. */
  onStatement?: ((ms: number, failed: boolean) => void) | undefined;
}

export const FILE = "yuequn.db";

/** Opens the store and brings its tables up to date. @throws Error in words an operator can act on. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { db, shared } = await connect(options);
  return {
    subscriptions: createSubscriptions(db),
    deliveries: createDeliveries(db, shared),
    history: createHistory(db),
    leases: createLeases(db, shared),
    seen: createSeenUpdates(db),
    settings: createSettings(db, shared),
    feedback: createFeedback(db),
    sharing: options.databaseUrl === undefined ? undefined : sharing(db, options.databaseUrl),
    report: (since, now, most) => report(db, since, now, most),
    standing: (bot, now) => standing(db, bot, now),
    backup: (file) => (shared ? backupServer(db, file) : backupFile(db, file)),
    close: () => db.destroy(),
  };
}

const sharing = (db: Kysely<Tables>, url: string): Sharing => ({
  inbox: createInbox(db),
  recents: createRecents(db),
  listen: (onNews) => listen(url, onNews),
});

/**
 * Everything stored becomes what a backup holds, whichever engine it is from; the backup is found whole before anything
 * else is touched. @throws Error naming the remedy; nothing has changed then.
 */
export const restoreStore = (
  target: StoreOptions,
  file: string,
  options: RestoreOptions,
): Promise<Restored> =>
  withBackup(file, async (copy) => {
    const { db, shared } = await connect(target);
    try {
      return await restoreInto(db, shared, copy, options);
    } finally {
      await db.destroy();
    }
  });

async function connect({
  dataDir,
  databaseUrl,
  onTrouble = () => undefined,
  onStatement,
}: StoreOptions): Promise<{ db: Kysely<Tables>; shared: boolean }> {
  const shared = databaseUrl !== undefined;
  const dialect = shared ? openServer(databaseUrl, onTrouble) : sqliteDialect(openFile(join(dataDir, FILE)));
  return { db: await connected(dialect, shared, onStatement), shared };
}

async function connected(
  dialect: Dialect,
  shared: boolean,
  onStatement: StoreOptions["onStatement"],
): Promise<Kysely<Tables>> {
  const db = new Kysely<Tables>({
    dialect,
    ...(onStatement && {
      log: ({ level, queryDurationMillis: ms }) => onStatement(ms, level === "error"),
    }),
  });
  try {
    await migrate(db, shared);
    return db;
  } catch (error) {
    await db.destroy();
    throw shared ? explained(error) : error;
  }
}

/** Never with the address: it may hold a password. */
function explained(error: unknown): Error {
  const said = error instanceof Error ? error.message : String(error);
  if (error instanceof NewerDatabase) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return new Error(
    `The database of DATABASE_URL cannot be used (${[code, said].filter(Boolean).join(": ")}). Check that the server runs and that address, user and password are right.`,
    { cause: error },
  );
}
