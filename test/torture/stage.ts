/** Everything a torture needs, put together and taken down: platforms, gate, a store with subscriptions, processes. */
import { type Kysely } from "kysely";
import { openStore, type Store } from "../../src/store/open.ts";
import type { Tables } from "../../src/store/schema.ts";
import type { Place } from "../support/stores.ts";
import type { TelegramServerOptions } from "../support/telegram/server.ts";
import { type Engine, newPlace, subscribe, subscription, tablesOf } from "../support/stored.ts";
import { accountOf, chatsOf, threadOf, type TorturedBot } from "./bots.ts";
import type { Chance } from "./chance.ts";
import { type Crew, createCrew } from "./crew.ts";
import type { Evidence, Row } from "./evidence.ts";
import { type Backend, type Gate, openGate } from "./gate.ts";
import { type PlatformServer, startPlatform } from "./platforms.ts";
import { type Account, judge } from "./verdict.ts";
import type { Weather } from "./weather.ts";
import { markOf } from "./witness.ts";

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
  weather: Weather;
  /** Chats come to their end, move, and lose topics. */
  isRough: boolean;
}

export interface Stage {
  gate: Gate;
  crew: Crew;
  /** Moves every clock to the next day. */
  nextDay: () => void;
  /** Nothing is due, waiting or under way. */
  isServed: () => Promise<boolean>;
  /** What is not served, for whoever wonders why. */
  left: () => Promise<string>;
  judge: () => Promise<Account[]>;
  close: () => Promise<void>;
}

const OPEN = ["pending", "claimed", "sending"] as const;
const dateOf = (day: number): string => new Date(FIRST_SLOT + day * DAY_MS).toISOString().slice(0, 10);

export async function setStage(options: StageOptions): Promise<Stage> {
  const { engine, bots, chats, chance, delayMs, short, spare, limits, weather, isRough } = options;
  const undo: (() => unknown)[] = [];
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0).toReversed()) await step();
  };
  /** Of the clocks, by day. */
  const offsets: number[] = [];
  const today = (): string => dateOf(offsets.length - 1);
  try {
    const servers = new Map<string, PlatformServer>();
    for (const bot of bots) {
      const server = await startPlatform(bot, { chats: chatsOf(bot, chats), limits });
      servers.set(bot.name, server);
      undo.push(server.close);
    }
    const backends = new Map<string, Backend>([...servers].map(([name, { backend }]) => [name, backend]));
    const gate = await openGate({ backends, chance, weather, today, delayMs });
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
        const offset = FIRST_SLOT + offsets.length * DAY_MS + LATE_MS - Date.now();
        offsets.push(offset);
        if (isRough) for (const server of servers.values()) server.dawn(today(), chance);
        crew.setClock(offset);
      },
      // What left before its row was over may be read by the gate a little later.
      isServed: async () =>
        (await waiting(db, bots, Date.now() + (offsets.at(-1) ?? 0))) === 0 && gate.open() === 0,
      left: async () =>
        `${gate.open()} requests open; ${await openRows(db, Date.now() + (offsets.at(-1) ?? 0))}`,
      judge: () => judgeAll(options, { gate, crew, store, db, servers, offsets }),
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
    chatsOf(bot, chats).map((chat) => ({
      bot: accountOf(bot),
      chat,
      thread: bot.platform === "telegram" ? threadOf(chat) : "",
      next_run_at: FIRST_SLOT,
    })),
  );
  await subscribe(db, wishes.map(subscription));
  return { store, db };
}

async function waiting(db: Kysely<Tables>, bots: readonly TorturedBot[], now: number): Promise<number> {
  const accounts = bots.map(accountOf);
  // First who is due: whoever is planned between the two is a row by then.
  const due = await db
    .selectFrom("subscription")
    .select((f) => f.fn.countAll().as("count"))
    .where("bot", "in", accounts)
    .where("state", "=", "active")
    .where("next_run_at", "<=", now)
    .executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom("delivery")
    .select((f) => f.fn.countAll().as("count"))
    .where("bot", "in", accounts)
    .where("state", "in", OPEN)
    .executeTakeFirstOrThrow();
  return Number(rows.count) + Number(due.count);
}

async function openRows(db: Kysely<Tables>, now: number): Promise<string> {
  const rows = await db.selectFrom("delivery").selectAll().where("state", "in", OPEN).execute();
  const told = rows
    .slice(0, 10)
    .map(({ bot, state, not_before, attempts, reason }) =>
      [bot, state, `in ${not_before - now} ms`, `failed ${attempts} times`, reason ?? ""].join(" "),
    );
  return [`${rows.length} rows`, ...told].join("; ");
}

interface Scene {
  gate: Gate;
  crew: Crew;
  store: Store;
  db: Kysely<Tables>;
  servers: ReadonlyMap<string, PlatformServer>;
  offsets: readonly number[];
}

async function judgeAll({ bots, chats }: StageOptions, scene: Scene): Promise<Account[]> {
  const { gate, crew, store, servers, offsets } = scene;
  const { doubtful } = await store.report(0, Date.now(), Number.MAX_SAFE_INTEGER);
  const rows = await readRows(scene);
  return bots.map((bot) => {
    const fates = servers.get(bot.name)?.fates ?? { gone: new Map(), moved: new Map() };
    const first = new Map([...fates.moved].map(([from, { to }]) => [to, from]));
    /** Of this bot, by the ids that chats had at first. */
    const own = <T extends { bot: string; chat: string }>(all: readonly T[], name: string): T[] =>
      all.filter((one) => one.bot === name).map((one) => ({ ...one, chat: first.get(one.chat) ?? one.chat }));
    const evidence: Evidence = {
      bot,
      chats: chatsOf(bot, chats),
      days: offsets.map((_, day) => dateOf(day)),
      made: own(gate.made, bot.name),
      sent: own(gate.sent, bot.name),
      leads: crew.leads.filter((one) => one.bot === accountOf(bot)),
      leavings: crew.leavings.filter((one) => one.bot === bot.name),
      past: crew.past,
      fates,
      rows: own(rows, accountOf(bot)),
      listed: own(doubtful, accountOf(bot)),
    };
    return judge(evidence);
  });
}

async function readRows({ db, offsets }: Scene): Promise<(Row & { bot: string })[]> {
  const rows = await db
    .selectFrom("delivery")
    .innerJoin("subscription", "subscription.id", "delivery.subscription")
    .select([
      "delivery.id",
      "delivery.bot",
      "chat",
      "local_date",
      "delivery.state",
      "delivery.reason",
      "message",
      "fact",
      "sending_at",
    ])
    .execute();
  const offsetOf = new Map(offsets.map((offset, day) => [dateOf(day), offset]));
  return rows.map(({ sending_at: since, ...row }) => ({
    ...row,
    place: row.chat,
    doubtAt: since === null ? null : since - (offsetOf.get(row.local_date) ?? 0),
    mark: since === null ? null : markOf(row.id, since),
  }));
}
