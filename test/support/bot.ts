/** The real dataset and a bot on it, shared by the tests of one file. */
import { fileURLToPath } from "node:url";
import { createBot } from "../../src/core/bot.ts";
import { toPlain } from "../../src/core/plain.ts";
import type { Answer, Ask } from "../../src/core/types.ts";
import { SETTINGS } from "../../src/daily/commands.ts";
import type { Dataset } from "../../src/dataset/dataset.ts";
import { loadDataset } from "../../src/dataset/load.ts";

export const DATA = fileURLToPath(new URL("../../data", import.meta.url));
/** The English of its sentences is held against the Chinese by `test/dataset` and `data:check`, not by every file again. */
export const dataset: Dataset = loadDataset(DATA, false);

/** A fresh bot: no conversation remembered. It answers in Simplified Chinese, where nothing else is wanted. */
export function newBot(): Ask {
  const bot = createBot(dataset, SETTINGS);
  return (question) => bot({ locale: "zh-CN", ...question });
}

const bot = newBot();

/** One question without a conversation. */
export const ask = (text: string): Answer => bot({ text, chat: { platform: "test", id: "one" } });

export const say = (text: string): string => toPlain(ask(text));

let talks = 0;

/** Turns of one conversation, a minute apart, in a chat where nothing was said before. */
export function converse(...turns: readonly string[]): Answer[] {
  const id = `talk ${(talks += 1)}`;
  return turns.map((text, i) => bot({ text, chat: { platform: "test", id }, at: i * 60_000 }));
}
