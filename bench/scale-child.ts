/**
 * One process of bench/scale.ts, as src/app/run.ts puts it together; only Telegram's limits are lifted. Its argument is its
 * orders; it says "ready", and how much memory and processor time it has used when asked.
 */
import { setImmediate as turn } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { createTelegramAdapter } from "../src/adapters/telegram/index.ts";
import type { Limits } from "../src/adapters/telegram/transport/options.ts";
import { botsOf } from "../src/app/bots.ts";
import { COMMANDS } from "../src/app/commands.ts";
import { readConfig } from "../src/app/config.ts";
import { createInboxes } from "../src/app/inboxes.ts";
import { createPosting } from "../src/app/posting.ts";
import { createSeen } from "../src/app/seen.ts";
import { createStorage } from "../src/app/storage.ts";
import { createBot } from "../src/core/bot.ts";
import { createMemory } from "../src/core/memory.ts";
import { SETTINGS } from "../src/daily/commands.ts";
import { createLanguages } from "../src/daily/languages.ts";
import { loadDataset } from "../src/dataset/load.ts";
import { SILENT } from "../src/shared/log.ts";

const Orders = z.object({
  token: z.string(),
  apiRoot: z.string(),
  /** Undefined: alone, on a file. */
  databaseUrl: z.string().optional(),
  dataDir: z.string(),
  webhook: z.object({ url: z.string(), port: z.number(), secretToken: z.string() }).optional(),
});
export type Orders = z.infer<typeof Orders>;

const endless = { count: Infinity, windowMs: 1 };
const UNLIMITED: Limits = { overall: endless, chat: endless, group: endless };

const { token, apiRoot, databaseUrl, dataDir, webhook } = Orders.parse(JSON.parse(process.argv[2] ?? ""));
const dataset = loadDataset(fileURLToPath(new URL("../data", import.meta.url)));
const config = readConfig({
  TELEGRAM_TOKEN: token,
  DATA_DIR: dataDir,
  ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
});
const storage = createStorage(config, SILENT);
const languages = createLanguages({ store: storage.current, onTrouble: () => undefined });
const memory = createMemory();
const inboxOf = createInboxes(config, { dataset, version: "bench", storage, languages, memory, log: SILENT });
const [bot] = botsOf(config);
const seen = createSeen(storage.current, Date.now, () => undefined);
const adapter = createTelegramAdapter({
  token,
  apiRoot,
  webhook,
  commands: COMMANDS,
  log: SILENT,
  limits: UNLIMITED,
  inbox: bot && inboxOf(bot),
  seen: bot && seen.of(bot.id),
});
const ask = createBot(dataset, SETTINGS, { memory });
const posting = createPosting(config, dataset, ask, {
  storage,
  languages,
  platforms: [adapter],
  log: SILENT,
});
await adapter.start(posting.attend);
process.on("message", async () => {
  const { user, system } = process.cpuUsage();
  globalThis.gc?.();
  // What only weak references held goes with the next one.
  await turn();
  globalThis.gc?.();
  const { rss, heapUsed: heap } = process.memoryUsage();
  process.send?.({ rss, heap, cpuMs: (user + system) / 1_000 });
});
process.on("disconnect", () => process.exit());
process.send?.("ready");
