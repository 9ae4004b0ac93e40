/** The chat in this terminal. */
import { fstatSync } from "node:fs";
import { join } from "node:path";
import { createCompleter } from "../adapters/terminal/complete.ts";
import { type History, openHistory } from "../adapters/terminal/history.ts";
import { createTerminal, QUIT } from "../adapters/terminal/index.ts";
import { COMMANDS } from "../app/commands.ts";
import { READS } from "../app/config.ts";
import { TOKENS } from "../app/platforms.ts";
import { createBot } from "../core/bot.ts";
import { SETTINGS } from "../daily/commands.ts";
import type { Shown } from "./args.ts";
import { configIn, datasetIn, hasColour, libraryIn, warn, type World } from "./world.ts";

/** A service has neither a terminal nor anything to read: without a token there is nothing it could do. */
const isService = (): boolean => !process.stdin.isTTY && fstatSync(process.stdin.fd).isCharacterDevice();

/** Only of what somebody types, and never of what another program writes. */
function historyIn(world: World): History | undefined {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return undefined;
  return openHistory(join(configIn(world, READS.store).DATA_DIR, "history.txt"), warn);
}

/** @returns the exit code, once the person has left. */
export async function chat(world: World, shown: Shown): Promise<number> {
  if (isService()) {
    warn(`No token is set and there is no terminal to chat in: put ${TOKENS.join(" or ")} into .env.`);
    return 2;
  }
  const dataset = datasetIn(world, configIn(world, READS.data));
  const bot = createBot(dataset, SETTINGS, { library: await libraryIn(world) });
  const { createTextMap } = await import("../pictures/text-map.ts");
  return new Promise((resolve, reject) => {
    const terminal = createTerminal({
      commands: COMMANDS,
      input: process.stdin,
      output: process.stdout,
      colour: hasColour(world),
      onLeave: () => resolve(0),
      ...shown,
      complete: createCompleter(dataset, COMMANDS, QUIT),
      history: historyIn(world),
      sketch: createTextMap(dataset),
    });
    terminal.start(bot).catch(reject);
  });
}
