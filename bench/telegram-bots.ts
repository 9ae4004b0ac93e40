/** The bots that bench/telegram.ts compares, each in a process of its own: node --import tsx telegram-bots.ts <bot> <api root> <token> */
import { fileURLToPath } from "node:url";
import { Telegraf } from "telegraf";
import { SILENT } from "../src/adapters/shared/log.ts";
import { createManners } from "../src/adapters/shared/manners.ts";
import { createTelegramAdapter } from "../src/adapters/telegram/index.ts";
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
  return { outcome: "answer", title: { text, facts: [], marks: [] }, ...nothing };
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

/** Our adapter, without limits. */
function startOurs(ask: Ask): Promise<void> {
  const endless = { count: Infinity, windowMs: 1 };
  const limits = { overall: endless, chat: endless, group: endless };
  return createTelegramAdapter({
    token,
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
};

await START[bot]?.();
process.send?.("ready");
// Not to be left behind when the benchmark is cut short.
process.on("disconnect", () => process.exit());
