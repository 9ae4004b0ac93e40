/** The bots of bench/telegram.ts and bench/telegram-burst.ts, each in a process of its own: node --import tsx telegram-bots.ts <bot> <api root> <token> */
import { fileURLToPath } from "node:url";
import { Telegraf } from "telegraf";
import { COMMANDS } from "../src/app/commands.ts";
import { SILENT } from "../src/shared/log.ts";
import { createManners } from "../src/adapters/shared/manners.ts";
import { createTelegramAdapter } from "../src/adapters/telegram/index.ts";
import { type Limits, LIMITS } from "../src/adapters/telegram/transport/options.ts";
import { keyboard, paginate } from "../src/adapters/telegram/pages.ts";
import { render } from "../src/adapters/telegram/render.ts";
import { createBot } from "../src/core/bot.ts";
import type { Ask } from "../src/core/types.ts";
import { loadDataset } from "../src/dataset/load.ts";
import { QUESTIONS } from "./telegram-questions.ts";

const [bot = "", apiRoot = "", token = ""] = process.argv.slice(2);

const core = (): Ask => createBot(loadDataset(fileURLToPath(new URL("../data", import.meta.url))));

const parrot: Ask = ({ text }) => {
  const nothing = { blocks: [], sources: [], next: [], clusters: [], cities: [], facts: [] };
  return { outcome: "answer", locale: "zh-CN", title: { text, facts: [], marks: [] }, ...nothing };
};

type Reply = { html: string; buttons: ReturnType<typeof keyboard> };

/** The answers of our bot, made beforehand. */
function readyMade(): Map<string, Reply> {
  const ask = core();
  const reply = (text: string): Reply => {
    const [page = ask({ text, chat: { platform: "bench", id: "" } })] = paginate(
      ask({ text, chat: { platform: "bench", id: "" } }),
    );
    return { html: render(page), buttons: keyboard(page) };
  };
  return new Map(QUESTIONS.map((text) => [text, reply(text)]));
}

/** A bare telegraf bot. */
function startBare(replies: ReadonlyMap<string, Reply> | undefined): Promise<void> {
  const bare = new Telegraf(token, { telegram: { apiRoot } });
  bare.on("text", (context) => {
    const reply = replies?.get(context.message.text);
    if (!reply) return context.reply(context.message.text);
    const extra = {
      parse_mode: "HTML",
      link_preview_options: { is_disabled: true },
      reply_markup: { inline_keyboard: reply.buttons },
    } as const;
    return context.reply(reply.html, extra);
  });
  return new Promise((resolve, reject) => void bare.launch(resolve).catch(reject));
}

const endless = { count: Infinity, windowMs: 1 };
const UNLIMITED: Limits = { overall: endless, chat: endless, group: endless };
/** Ten times Telegram's. */
const TENFOLD: Limits = {
  ...LIMITS,
  overall: { ...LIMITS.overall, count: 10 * LIMITS.overall.count },
  chat: { ...LIMITS.chat, count: 10 * LIMITS.chat.count },
};

/** Thinks like ours and answers with the number the question begins with. */
function numbered(): Ask {
  const ask = core();
  return (question) => {
    ask(question);
    return parrot({ ...question, text: /^\d+/.exec(question.text)?.[0] ?? "" });
  };
}

/** Our adapter; people may ask as often as they like. */
function startOurs(ask: Ask, limits = UNLIMITED): Promise<void> {
  return createTelegramAdapter({
    token,
    commands: COMMANDS,
    apiRoot,
    log: SILENT,
    limits,
    manners: createManners(endless, endless),
  }).start(ask);
}

const START: Readonly<Record<string, () => Promise<void>>> = {
  echo: () => startBare(undefined),
  ready: () => startBare(readyMade()),
  adapter: () => startOurs(parrot),
  yuequn: () => startOurs(core()),
  numbered: () => startOurs(numbered(), TENFOLD),
};

await START[bot]?.();
process.send?.("ready");
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ rss: process.memoryUsage().rss, cpuMs: (user + system) / 1000 });
});
// Not to be left behind when the benchmark is cut short.
process.on("disconnect", () => process.exit());
