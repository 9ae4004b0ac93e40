/** Everything a torture needs, put together and taken down: platforms, gate, a store with subscriptions, processes. */
import { type Kysely } from "kysely";
import { openStore, type Store } from "../../src/store/open.ts";
import type { Tables } from "../../src/store/schema.ts";
import type { Place } from "../../test/support/stores.ts";
import type { TelegramServerOptions } from "../../test/support/telegram/server.ts";
import { type Engine, newPlace, subscribe, subscription, tablesOf } from "../support/stored.ts";
import { accountOf, chatsOf, type TorturedBot } from "./bots.ts";
import type { Chance } from "./chance.ts";
import { type Crew, createCrew } from "./crew.ts";
import { type Backend, type Gate, openGate } from "./gate.ts";
import { type PlatformServer, startPlatform } from "./platforms.ts";
import { type Account, judge } from "./verdict.ts";

export const DAY_MS = 86_400_000;
/** Nine in the morning in Guangdong, when everyone gets a post. */
const FIRST_SLOT = Date.UTC(2026, 10, 26, 1);
/** What the clock shows when a day begins for us. */
const LATE_MS = 500;

export interface StageOptions {
  engine: Engine;
  bots: readonly TorturedBot[];
  chats: number;
  chance: Chance;
  delayMs: number;
  /** Waits of the processes; see torture-child.ts. */
  short: boolean;
  /** Processes that wait to take a place. */
  spare: number;
  limits: NonNullable<TelegramServerOptions["limits"]>;
}

export interface Stage {
  gate: Gate;
  crew: Crew;
  /** Moves every clock to the next day. */
  nextDay: () => void;
  /** Nothing is due, waiting or under way. */
  isServed: () => Promise<boolean>;
  judge: () => Promise<Account[]>;
  close: () => Promise<void>;
}

const OPEN = ["pending", "claimed", "sending"] as const;
const dateOf = (day: number): string => new Date(FIRST_SLOT + day * DAY_MS).toISOString().slice(0, 10);

export async function setStage(options: StageOptions): Promise<Stage> {
  const { engine, bots, chats, chance, delayMs, short, spare, limits } = options;
  const undo: (() => unknown)[] = [];
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0).toReversed()) await step();
  };
  let day = -1;
  let offset = 0;
  try {
    const servers = new Map<string, PlatformServer>();
    for (const bot of bots) {
      const server = await startPlatform(bot, { chats: chatsOf(bot, chats), limits });
      servers.set(bot.name, server);
      undo.push(server.close);
    }
    const backends = new Map<string, Backend>([...servers].map(([name, { backend }]) => [name, backend]));
    const gate = await openGate({ backends, chance, today: () => dateOf(day), delayMs });
    undo.push(gate.close);
    const place = await newPlace(engine);
    undo.push(place.remove);
    const { store, db } = await fill(place, bots, chats);
    undo.push(
      () => store.close(),
      () => db.destroy(),
    );
    const orders = { url: gate.url, bots: bots.map(({ name }) => name), short };
    const { dataDir, databaseUrl } = place.options;
    const crew = createCrew({ ...orders, dataDir, ...(databaseUrl !== undefined && { databaseUrl }) }, spare);
    undo.push(crew.end);
    return {
      gate,
      crew,
      nextDay() {
        day += 1;
        offset = FIRST_SLOT + day * DAY_MS + LATE_MS - Date.now();
        crew.setClock(offset);
      },
      isServed: async () => gate.open() === 0 && (await waiting(db, bots, Date.now() + offset)) === 0,
      judge: () => judgeAll(options, { gate, crew, store, db }, day + 1),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function fill(
  place: Place,
  bots: readonly TorturedBot[],
  chats: number,
): Promise<{ store: Store; db: Kysely<Tables> }> {
  const store = await openStore(place.options);
  const db = tablesOf(place.options);
  const wishes = bots.flatMap((bot) =>
    chatsOf(bot, chats).map((chat) => ({ bot: accountOf(bot), chat, next_run_at: FIRST_SLOT })),
  );
  await subscribe(db, wishes.map(subscription));
  return { store, db };
}

async function waiting(db: Kysely<Tables>, bots: readonly TorturedBot[], now: number): Promise<number> {
  const accounts = bots.map(accountOf);
  const rows = await db
    .selectFrom("delivery")
    .select((f) => f.fn.countAll().as("count"))
    .where("bot", "in", accounts)
    .where("state", "in", OPEN)
    .executeTakeFirstOrThrow();
  const due = await db
    .selectFrom("subscription")
    .select((f) => f.fn.countAll().as("count"))
    .where("bot", "in", accounts)
    .where("state", "=", "active")
    .where("next_run_at", "<=", now)
    .executeTakeFirstOrThrow();
  return Number(rows.count) + Number(due.count);
}

interface Scene {
  gate: Gate;
  crew: Crew;
  store: Store;
  db: Kysely<Tables>;
}

async function judgeAll(
  { bots, chats }: StageOptions,
  { gate, crew, store, db }: Scene,
  dayCount: number,
): Promise<Account[]> {
  const { doubtful } = await store.report(0, Date.now(), Number.MAX_SAFE_INTEGER);
  const rows = await db
    .selectFrom("delivery")
    .innerJoin("subscription", "subscription.id", "delivery.subscription")
    .select(["delivery.bot", "chat", "local_date", "delivery.state", "message", "fact"])
    .execute();
  return bots.map((bot) =>
    judge({
      bot,
      chats: chatsOf(bot, chats),
      days: Array.from({ length: dayCount }, (_, day) => dateOf(day)),
      made: gate.made.filter((one) => one.bot === bot.name),
      sent: gate.sent.filter((one) => one.bot === bot.name),
      leads: crew.leads.filter((one) => one.bot === accountOf(bot)),
      rows: rows.filter((one) => one.bot === accountOf(bot)),
      listed: doubtful.filter((one) => one.bot === accountOf(bot)),
    }),
  );
}
