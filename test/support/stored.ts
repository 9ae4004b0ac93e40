/** A store of a run's own, filled in one go. Where it is, the tests say: a new folder, or a schema on their server. */
import { join } from "node:path";
import { Kysely } from "kysely";
import { FILE, type StoreOptions } from "../../src/store/open.ts";
import { openServer } from "../../src/store/postgres.ts";
import type { SubscriptionTable, Tables } from "../../src/store/schema.ts";
import { openFile, sqliteDialect } from "../../src/store/sqlite.ts";
import { dropDatabase, ENGINES as TESTED, type Place } from "./stores.ts";

export type Engine = "sqlite" | "postgres";
export const ENGINES: readonly Engine[] = ["sqlite", "postgres"];

const NAMES = { sqlite: "SQLite", postgres: "PostgreSQL" } as const;
const tested = (engine: Engine) => TESTED.find(({ name }) => name === NAMES[engine]);

/** Whether there is a server where the tests look for one. */
export const isThere = (engine: Engine): boolean => tested(engine)?.isThere === true;

/** An empty place; `remove` removes everything stored there. @throws Error where there is no server. */
export async function newPlace(engine: Engine): Promise<Place> {
  const found = tested(engine);
  if (found?.isThere !== true) throw new Error(`no ${NAMES[engine]} answers`);
  const place = await found.place();
  const remove = (): Promise<void> => place.remove().then(dropDatabase);
  return { ...place, remove };
}

/** The tables as they are, for what the store has no question for. */
export const tablesOf = ({ dataDir, databaseUrl }: StoreOptions): Kysely<Tables> =>
  new Kysely({
    dialect:
      databaseUrl === undefined
        ? sqliteDialect(openFile(join(dataDir, FILE)))
        : openServer(databaseUrl, () => undefined),
  });

/** Below the number of parameters an engine takes. */
const ROWS = 1_000;

/** Writes subscriptions in few statements; one by one, each would wait for the disk. */
export async function subscribe(db: Kysely<Tables>, rows: readonly SubscriptionTable[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS)
    await db
      .insertInto("subscription")
      .values(rows.slice(from, from + ROWS))
      .execute();
}

/** One that is on, for everything, at nine in the morning in Guangdong. */
export const subscription = (
  wish: Pick<SubscriptionTable, "bot" | "chat" | "next_run_at"> & Partial<SubscriptionTable>,
): SubscriptionTable => ({
  id: `${wish.bot}/${wish.chat}`,
  thread: "",
  time: "09:00",
  zone: "Asia/Shanghai",
  topic: "all",
  state: "active",
  reason: null,
  paused_until: null,
  ...wish,
});
