/** `ask`: one question, or a file of them. */
import { runBatch } from "../adapters/terminal/batch.ts";
import { columnsIn, createLanguageIn } from "../adapters/terminal/index.ts";
import { renderText } from "../adapters/terminal/render.ts";
import { wrapped } from "../adapters/terminal/wrap.ts";
import { COMMANDS } from "../app/commands.ts";
import { READS } from "../app/config.ts";
import { createBot } from "../core/bot.ts";
import type { Ask, Locale, Picture } from "../core/types.ts";
import { SETTINGS } from "../daily/commands.ts";
import type { Dataset } from "../dataset/dataset.ts";
import { UsageError } from "../shared/usage-error.ts";
import { askArgs } from "./args.ts";
import { configIn, datasetIn, hasColour, libraryIn, say, type World } from "./world.ts";

/** @returns the exit code: 1 where a line of a batch was malformed. @throws UsageError */
export async function ask(world: World, args: readonly string[]): Promise<number> {
  const { text, jsonl, long, locale } = askArgs(args);
  if (text === "" && !jsonl) throw new UsageError('ask takes a question: npm run --silent ask -- "问题"');
  const dataset = datasetIn(world, configIn(world, READS.data));
  const bot = createBot(dataset, SETTINGS, { library: await libraryIn(world) });
  if (jsonl) return (await runBatch(spoken(bot, locale), process.stdin, process.stdout)) === 0 ? 0 : 1;
  const choice = createLanguageIn(COMMANDS)(text);
  const speaks = spoken(bot, choice === undefined || choice === "auto" ? locale : choice);
  const answer = speaks({ text, chat: { platform: "terminal", id: "ask" } });
  say(renderText(answer, long, columnsIn(process.stdout)));
  if (answer.picture && PICTURED.test(text)) await sketch(world, dataset, answer.picture, answer.locale);
  return 0;
}

/** Answers in a language where a question does not demand its own. */
const spoken = (bot: Ask, locale: Locale | undefined): Ask =>
  locale === undefined ? bot : (question) => bot({ locale, ...question });

/** A single answer is text, which another program may read; tiles are for whoever asks for a picture. */
const PICTURED = /^[/／](?:map|matrix)\b/iu;

async function sketch(world: World, dataset: Dataset, picture: Picture, locale: Locale): Promise<void> {
  const { createTextMap } = await import("../pictures/text-map.ts");
  const columns = columnsIn(process.stdout);
  const screen = { colour: hasColour(world), columns };
  const tiles = createTextMap(dataset)(picture, screen, locale);
  if (tiles !== undefined) say(`\n${wrapped(tiles, columns)}`);
}
