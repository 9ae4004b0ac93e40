/** The real dataset and a bot on it, shared by the tests of one file. */
import { fileURLToPath } from "node:url";
import { createBot } from "../../src/core/bot.ts";
import { toPlain } from "../../src/core/plain.ts";
import type { Answer, Ask } from "../../src/core/types.ts";
import { SETTINGS } from "../../src/daily/commands.ts";
import type { Dataset } from "../../src/dataset/dataset.ts";
import { loadDataset } from "../../src/dataset/load.ts";

export const DATA = fileURLToPath(new URL("../../data", import.meta.url));
export const dataset: Dataset = loadDataset(DATA);

/** A fresh bot: no conversation remembered. It answers in Simplified Chinese, where nothing else is wanted. */
export function newBot(): Ask {
  const bot = createBot(dataset, SETTINGS);
  return (question) => bot({ locale: "zh-CN", ...question });
}

const bot = newBot();

/** One question without a conversation. */
export const ask = (text: string): Answer => bot({ text, chat: { platform: "test", id: "one" } });

export const say = (text: string): string => toPlain(ask(text));

/** Turns of one conversation, a minute apart. */
export function converse(...turns: readonly string[]): Answer[] {
  const fresh = newBot();
  return turns.map((text, i) => fresh({ text, chat: { platform: "test", id: "talk" }, at: i * 60_000 }));
}
