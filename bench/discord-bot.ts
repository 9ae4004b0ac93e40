/**
 * One bot a process for bench/discord.ts. Arguments: echo | yuequn, apiRoot, token. Says "ready", then, whenever it is
 * asked, its own times and the processor time since it was asked last.
 */
import { fileURLToPath } from "node:url";
import { Client, Events, GatewayIntentBits } from "discord.js";
import { COMMANDS } from "../src/app/commands.ts";
import { createDiscordAdapter } from "../src/adapters/discord/index.ts";
import type { Logger } from "../src/shared/log.ts";
import { createManners } from "../src/adapters/shared/manners.ts";
import { createBot } from "../src/core/bot.ts";
import { complete } from "../src/core/read/nearest.ts";
import { loadDataset } from "../src/dataset/load.ts";

const [, , kind, apiRoot = "", token = ""] = process.argv;
/** The library's own limit of 50 a second would be all there is to measure. */
const UNLIMITED = 1_000_000;
/** Milliseconds of our own share of each answer. */
const own: number[] = [];
const say = (message: object | string): boolean => process.send?.(message) ?? false;

/** The least a bot on this library can do: say what was said. */
async function echo(): Promise<void> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    rest: { api: apiRoot, globalRequestsPerSecond: UNLIMITED },
  });
  client.on(Events.MessageCreate, (message) => {
    if (!message.author.bot) message.reply(message.content).catch((error: unknown) => say(String(error)));
  });
  await client.login(token);
}

async function yuequn(): Promise<void> {
  const dataset = loadDataset(fileURLToPath(new URL("../data", import.meta.url)));
  const many = { count: Number.MAX_SAFE_INTEGER, windowMs: 1 };
  const nothing = (): void => undefined;
  const log: Logger = {
    info: ({ ms }) => void (typeof ms === "number" && own.push(ms)),
    warn: (fields, message) => void process.stderr.write(`${message} ${JSON.stringify(fields)}\n`),
    error: nothing,
  };
  const adapter = createDiscordAdapter({
    token,
    commands: COMMANDS,
    apiRoot,
    requestsPerSecond: UNLIMITED,
    log,
    complete: (text, pool, most) => complete(dataset, text, pool, most),
    manners: createManners(many, many),
  });
  await adapter.start(createBot(dataset));
}

let last = process.cpuUsage();
process.on("message", () => {
  const { user, system } = process.cpuUsage(last);
  last = process.cpuUsage();
  say({ own: own.splice(0), cpuMs: (user + system) / 1000 });
});

await (kind === "echo" ? echo() : yuequn());
say("ready");
