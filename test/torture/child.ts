/**
 * A process that serves daily posts as src/app/posting.ts puts them together, until it is killed: the real store, service and
 * adapters; only the clock, and in the short form the lease and Telegram's limits, are given to it.
 * Its one argument is its orders. It connects, says "ready", waits for a clock, opens the store and begins.
 */
import { randomUUID } from "node:crypto";
import * as z from "zod";
import { COMMANDS } from "../../src/app/commands.ts";
import { createDiscordAdapter } from "../../src/adapters/discord/index.ts";
import { SILENT } from "../../src/shared/log.ts";
import { createTelegramAdapter } from "../../src/adapters/telegram/index.ts";
import type { Limits } from "../../src/adapters/telegram/transport/options.ts";
import type { Adapter } from "../../src/core/types.ts";
import { createCalendar } from "../../src/daily/calendar.ts";
import type { Poster } from "../../src/daily/sender.ts";
import { createDaily, DAILY_TIMING, type DailyTiming } from "../../src/daily/service.ts";
import { createFactsOn, createTell } from "../../src/daily/topic.ts";
import { loadDataset } from "../../src/dataset/load.ts";
import { openStore } from "../../src/store/open.ts";
import { accountOf, BOTS, mostAtOnce, type TorturedBot } from "./bots.ts";
import { createWitness, type Told } from "./witness.ts";

const Orders = z.object({
  /** Where the platforms are, for this process. */
  url: z.string(),
  bots: z.array(z.enum(["discord", "at-most-once", "at-least-once"])),
  dataset: z.string(),
  dataDir: z.string(),
  databaseUrl: z.string().optional(),
  /** Short waits, so that many deaths fit into minutes; otherwise everything as it ships. */
  short: z.boolean(),
});
export type Orders = z.infer<typeof Orders>;

/** Milliseconds to add to the clock. */
const Clock = z.object({ offset: z.number() });
export type Clock = z.infer<typeof Clock>;

const SHORT: DailyTiming = {
  ...DAILY_TIMING,
  lease: { beatMs: 60, unsureMs: 400, stillMs: 550 },
  tickMs: 50,
};

const ENDLESS = { count: Infinity, windowMs: 1 };
/** Slow enough that a broadcast lasts, fast enough that there are many. */
const SHORT_LIMITS: Limits = { overall: { count: 8, windowMs: 100 }, chat: ENDLESS, group: ENDLESS };
const SHORT_DISCORD_PER_SECOND = 100;
/** So that silence ends soon. */
const SHORT_CALL_MS = 1_000;

const orders = Orders.parse(JSON.parse(process.argv[2] ?? ""));
const dataset = loadDataset(orders.dataset);
const tell = (told: Told): void => void process.send?.(told);
const witness = createWitness(tell);
let offset = 0;

/** Telegram's receives nothing: it need not be started to post. */
async function adapterOf({ platform, token, name }: TorturedBot): Promise<Adapter> {
  const url = `${orders.url}/${name}/`;
  if (platform === "telegram")
    return createTelegramAdapter({
      token,
      commands: COMMANDS,
      apiRoot: url,
      log: SILENT,
      ...(orders.short && { limits: SHORT_LIMITS, timing: { callMs: SHORT_CALL_MS } }),
    });
  const adapter = createDiscordAdapter({
    token,
    commands: COMMANDS,
    apiRoot: `${url}api`,
    log: SILENT,
    complete: () => [],
    ...(orders.short && { requestsPerSecond: SHORT_DISCORD_PER_SECOND }),
  });
  await adapter.start(() => Promise.reject(new Error("nobody asks here")));
  return adapter;
}

async function posterOf(bot: TorturedBot): Promise<Poster> {
  const { platform, repeat } = bot;
  const adapter = await adapterOf(bot);
  return witness.poster(bot.name, {
    platform,
    bot: accountOf(bot),
    repeat,
    mostAtOnce: mostAtOnce(bot),
    post: (chat, answer, posting) => adapter.post(chat, answer, posting),
  });
}

/** Connected beforehand, so that whoever takes a dead one's place is there at once, as the next of many would be. */
const posters = await Promise.all(BOTS.filter(({ name }) => orders.bots.includes(name)).map(posterOf));

async function serve(): Promise<void> {
  const store = witness.store(await openStore(orders));
  createDaily({
    tell: createTell(dataset),
    factsOn: createFactsOn(dataset),
    calendar: createCalendar(),
    store: () => store,
    posters,
    // The one line that says who leads.
    log: {
      ...SILENT,
      info: ({ bot }, line) => {
        if (line === "daily: this process sends") tell({ leads: String(bot), at: Date.now() });
      },
    },
    now: () => Date.now() + offset,
    newId: randomUUID,
    graceMs: 180 * 60_000,
    ...(orders.short && { timing: SHORT }),
  }).start();
}

process.once("message", () => void serve());
process.on("message", (message) => ({ offset } = Clock.parse(message)));
// Not to be left behind when the parent is cut short.
process.on("disconnect", () => process.exit());
tell("ready");
