/** The senders of bench/broadcast.ts, each in a process of its own: broadcast-bots.ts <sender> <first chat> <chats> <api root> <token> */
import { fileURLToPath } from "node:url";
import { autoRetry } from "@grammyjs/auto-retry";
import { apiThrottler } from "@grammyjs/transformer-throttler";
import { Api } from "grammy";
import PQueue from "p-queue";
import { Telegram, TelegramError } from "telegraf";
import { SILENT } from "../src/shared/log.ts";
import { keyboard } from "../src/adapters/telegram/pages.ts";
import { render } from "../src/adapters/telegram/render.ts";
import { readConfig } from "../src/app/config.ts";
import { createBot } from "../src/core/bot.ts";
import { createLanguages } from "../src/daily/languages.ts";
import { createTell } from "../src/daily/topic.ts";
import { loadDataset } from "../src/dataset/load.ts";
import { descriptor } from "../src/adapters/telegram/descriptor.ts";
import { createAdapters } from "../src/app/adapters.ts";
import { botOf } from "../src/app/bots.ts";
import { createPosting } from "../src/app/posting.ts";
import { createStorage } from "../src/app/storage.ts";
import { openStore } from "../src/store/open.ts";
import { createSeen } from "../src/app/seen.ts";
import { newPlace, subscribe, subscription, tablesOf } from "../test/support/stored.ts";

const [sender = "", first = "0", count = "0", apiRoot = "", token = ""] = process.argv.slice(2);
const chats = Array.from({ length: Number(count) }, (_, i) => Number(first) + i);
const dataset = loadDataset(fileURLToPath(new URL("../data", import.meta.url)));

/** Begins to send; resolves when it believes that it is done. */
type Send = () => Promise<unknown>;

/** The whole bot as it runs: subscriptions in a file, the planner, the sender, the adapter, all at their real settings. */
async function ours(): Promise<Send> {
  const place = await newPlace("sqlite");
  process.once("exit", () => void place.remove());
  await (await openStore(place.options)).close();
  const db = tablesOf(place.options);
  const bot = botOf(descriptor, token);
  const due = { bot, next_run_at: Date.now() - 1_000 };
  await subscribe(
    db,
    chats.map((chat) => subscription({ ...due, chat: String(chat) })),
  );
  await db.destroy();
  const config = readConfig({
    TELEGRAM_TOKEN: token,
    TELEGRAM_API_ROOT: apiRoot,
    DATA_DIR: place.options.dataDir,
  });
  const storage = createStorage(config, SILENT);
  const seen = createSeen(storage.current, Date.now, () => undefined);
  // A fact of the day has no picture.
  const draw = () => Promise.resolve(undefined);
  const vote = () => Promise.resolve("lost" as const);
  const languages = createLanguages({ store: storage.current, onTrouble: () => undefined });
  const shared = { storage, languages, log: SILENT };
  const platforms = await createAdapters(config, { ...shared, dataset, seen, vote, draw });
  const posting = createPosting(config, dataset, createBot(dataset), { ...shared, platforms });
  return () => {
    posting.start();
    // It never is: tomorrow there are more.
    return new Promise(() => undefined);
  };
}

/** What ours sends, made beforehand. */
function letter() {
  const [fact] = dataset.facts;
  if (!fact) throw new Error("a dataset without facts");
  const answer = createTell(dataset)(fact.id, "zh-CN");
  if (!answer) throw new Error("a fact that cannot be told");
  const extra = {
    parse_mode: "HTML",
    link_preview_options: { is_disabled: true },
    reply_markup: { inline_keyboard: keyboard(answer) },
  } as const;
  return { html: render(answer), extra };
}

/** What stands in most broadcast scripts: one after the other, a failure is logged and passed over. */
function plainLoop(): Send {
  const telegram = new Telegram(token, { apiRoot });
  const { html, extra } = letter();
  return async () => {
    for (const chat of chats) await telegram.sendMessage(chat, html, extra).catch(() => undefined);
  };
}

/** A queue of 30 a second; a refusal for speed pauses all of it, and the message is tried again. */
function queued(): Send {
  const telegram = new Telegram(token, { apiRoot });
  const queue = new PQueue({ interval: 1_000, intervalCap: 30, strict: true });
  const { html, extra } = letter();
  const send = async (chat: number): Promise<void> => {
    try {
      await telegram.sendMessage(chat, html, extra);
    } catch (error) {
      if (!(error instanceof TelegramError) || error.code !== 429) return;
      queue.pause();
      setTimeout(() => queue.start(), (error.parameters?.retry_after ?? 1) * 1_000);
      await queue.add(() => send(chat), { priority: 1 });
    }
  };
  return () => queue.addAll(chats.map((chat) => () => send(chat)));
}

/** Both plugins as their documentation installs them, all messages handed over at once. */
function grammy(): Send {
  const api = new Api(token, { apiRoot });
  api.config.use(autoRetry(), apiThrottler());
  const { html, extra } = letter();
  return () => Promise.allSettled(chats.map((chat) => api.sendMessage(chat, html, extra)));
}

const SENDERS: Readonly<Record<string, () => Send | Promise<Send>>> = { ours, plainLoop, queued, grammy };

const make = SENDERS[sender];
if (!make) throw new Error(`there is no sender ${sender}`);
const send = await make();
process.on("message", () => void send().then(() => process.send?.("done")));
// Not to be left behind when the benchmark is cut short.
process.on("disconnect", () => process.exit());
process.send?.("ready");
