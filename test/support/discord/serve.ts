/** A process of its own that serves as main.ts does, for tests of what would end a process. Arguments: apiRoot. */
import { descriptor } from "../../../src/adapters/discord/descriptor.ts";
import { createDiscordAdapter } from "../../../src/adapters/discord/index.ts";
import { guardProcess } from "../../../src/adapters/shared/guard.ts";
import type { Logger } from "../../../src/shared/log.ts";
import { optionsFor, realAsk } from "./bot.ts";

const write = (level: string) => (fields: object, message: string) =>
  void process.stdout.write(`${JSON.stringify({ level, message, ...fields })}\n`);
const log: Logger = { info: write("info"), warn: write("warn"), error: write("error") };

const [, , apiRoot = "", ownFault] = process.argv;
guardProcess(log, descriptor.libraries);
const adapter = createDiscordAdapter(optionsFor(apiRoot, log));
await adapter.start(realAsk);
log.info({}, "serving");
if (ownFault !== undefined) setTimeout(() => Promise.reject(new Error("our own fault")), 50);
process.on("SIGTERM", () => void adapter.stop().then(() => process.exit(0)));
