/** Where it begins: which command, with which configuration. The only file that reads the environment. */
import { fileURLToPath } from "node:url";
import { config as loadEnv } from "dotenv";
import { runBatch } from "./adapters/terminal/batch.ts";
import { createTerminal } from "./adapters/terminal/index.ts";
import { render } from "./adapters/terminal/render.ts";
import { type Config, readConfig } from "./config.ts";
import { createBot } from "./core/bot.ts";
import type { Ask, Locale, Picture } from "./core/types.ts";
import type { Dataset } from "./dataset/dataset.ts";
import { loadDataset } from "./dataset/load.ts";

const HELP = `Yuequn 粤群: answers about Guangdong's 20 strategic industrial clusters, with sources.

  npm start                            run every platform whose token is in .env; without one, chat in this terminal
  npm run --silent ask -- "问题"        answer one question
  npm run --silent ask -- --jsonl      one JSON object a line on stdin: {"id", "text", "chat"?}
  npm run data:check                   check the dataset, list every fault
  npm run daily:preview                what a new chat would get (-- --days 14 --topic 深圳)
  npm run daily:status                 what was sent, what waits, which posts are in doubt
  npm run backup -- FILE               a consistent copy of everything stored, while the bot runs
  npm run pictures                     draw every map, card, the matrix and the figures into pictures/
                                       (-- --readme: those of the README into docs/; -- --help: more)
  npm run discord:commands             tell Discord which commands there are (-- --guild ID: one server only)

Exit codes: 0 well, 1 faulty data or failure, 2 wrong use; --jsonl: 1 if a line was malformed.
Settings: see .env.example.`;

const folderOf = (config: Config): string =>
  config.YUEQUN_DATA ?? fileURLToPath(new URL("../data", import.meta.url));

const dataOf = (config: Config): Dataset => loadDataset(folderOf(config));
const load = (config: Config): Ask => createBot(dataOf(config));

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function warn(text: string): void {
  process.stderr.write(`${text}\n`);
}

async function ask(config: Config, args: readonly string[]): Promise<number> {
  if (args.includes("--jsonl"))
    return (await runBatch(load(config), process.stdin, process.stdout)) === 0 ? 0 : 1;
  const text = args.join(" ").trim();
  if (text === "" || args.includes("--help")) {
    (text === "" ? process.stderr : process.stdout).write(`${HELP}\n`);
    return text === "" ? 2 : 0;
  }
  const dataset = dataOf(config);
  const answer = createBot(dataset)({ text, chat: { platform: "terminal", id: "ask" } });
  say(render(answer));
  if (answer.picture && PICTURED.test(text)) await sketch(dataset, answer.picture, answer.locale);
  return 0;
}

/** A single answer is text, which another program may read; tiles are for whoever asks for a picture. */
const PICTURED = /^[/／](?:map|matrix)\b/iu;

async function sketch(dataset: Dataset, picture: Picture, locale: Locale): Promise<void> {
  const { createTextMap } = await import("./pictures/text-map.ts");
  const tiles = createTextMap(dataset)(picture, process.stdout.isTTY, locale);
  if (tiles !== undefined) say(`\n${tiles}`);
}

function check(config: Config): number {
  const dataset = loadDataset(folderOf(config));
  say(
    `${dataset.facts.length} facts, ${dataset.sources.length} sources, ${dataset.conflicts.length} conflicts: no faults`,
  );
  return 0;
}

async function chat(config: Config): Promise<number> {
  const dataset = dataOf(config);
  const bot = createBot(dataset);
  const { createTextMap } = await import("./pictures/text-map.ts");
  return new Promise((resolve, reject) => {
    const terminal = createTerminal({
      input: process.stdin,
      output: process.stdout,
      onLeave: () => resolve(0),
      sketch: createTextMap(dataset),
    });
    terminal.start(bot).catch(reject);
  });
}

/** Platforms where a token is set, otherwise the terminal. Their libraries are loaded only when needed. */
async function start(config: Config): Promise<number> {
  if (config.DISCORD_TOKEN === undefined && config.TELEGRAM_TOKEN === undefined) return chat(config);
  const [{ createLog }, { run: runPlatforms }] = await Promise.all([import("./log.ts"), import("./run.ts")]);
  return runPlatforms(config, dataOf(config), createLog(config.LOG_LEVEL));
}

/** What an operator asks of the daily posts; wrong use is exit code 2. */
async function operate(config: Config, command: string, args: readonly string[]): Promise<number> {
  const { backup, preview, status, UsageError } = await import("./operate.ts");
  try {
    if (command === "backup") await backup(config, args, say);
    else if (command === "daily:status") await status(config, Date.now(), say);
    else preview(dataOf(config), args, Date.now(), say);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

async function pictures(config: Config, args: readonly string[]): Promise<number> {
  const { runPictures } = await import("./pictures/command.ts");
  const root = new URL("../", import.meta.url);
  const at = (path: string): string => fileURLToPath(new URL(path, root));
  const folders = { pictures: at("pictures"), docs: at("docs"), fonts: at("assets/font") };
  return runPictures({ dataset: () => dataOf(config), folders, print: say, warn }, args);
}

async function registerDiscord(config: Config, args: readonly string[]): Promise<number> {
  const token = config.DISCORD_TOKEN;
  if (token === undefined) throw new Error("DISCORD_TOKEN is not set; see .env.example.");
  const at = args.indexOf("--guild");
  const guild = at < 0 ? undefined : args[at + 1];
  if (at >= 0 && guild === undefined) throw new Error("--guild needs the id of a server.");
  const { registerCommands } = await import("./adapters/discord/register.ts");
  const options = {
    token,
    guild,
    appId: config.DISCORD_APP_ID,
    apiRoot: config.DISCORD_API_ROOT,
    proxy: config.HTTPS_PROXY,
  };
  await registerCommands({ ...options, print: say });
  return 0;
}

async function run([command, ...args]: readonly string[]): Promise<number> {
  // Quiet: a missing .env is the ordinary case.
  loadEnv({ quiet: true });
  const config = readConfig(process.env);
  switch (command) {
    case undefined:
      return start(config);
    case "ask":
      return ask(config, args);
    case "data:check":
      return check(config);
    case "pictures":
      return pictures(config, args);
    case "discord:commands":
      return registerDiscord(config, args);
    case "daily:status":
    case "daily:preview":
    case "backup":
      if (args.includes("--help")) break;
      return operate(config, command, args);
    case "--help":
    case "help":
      break;
    default:
      process.stderr.write(`There is no command “${command}”.\n\n${HELP}\n`);
      return 2;
  }
  say(HELP);
  return 0;
}

function fail(error: unknown): number {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
}

// A reader that went away (| head) is not a failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

process.exitCode = await run(process.argv.slice(2)).catch(fail);
