/** Where it begins: which command, with which configuration. The only file that reads the environment. */
import { fstatSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { config as loadEnv } from "dotenv";
import * as z from "zod";
import { runBatch } from "./adapters/terminal/batch.ts";
import { createLanguageIn, createTerminal } from "./adapters/terminal/index.ts";
import { renderText } from "./adapters/terminal/render.ts";
import { askArgs, chatArgs, type Shown, UsageError } from "./cli/args.ts";
import { COMMANDS } from "./app/commands.ts";
import { type Config, READS, readConfig } from "./app/config.ts";
import { createBot } from "./core/bot.ts";
import type { Ask, Locale, Picture } from "./core/types.ts";
import { SETTINGS } from "./daily/commands.ts";
import type { Dataset } from "./dataset/dataset.ts";
import { loadDataset } from "./dataset/load.ts";
import { HELP } from "./cli/help.ts";
import { connectPatiently } from "./shared/network.ts";
import type { LogOptions } from "./app/log.ts";

/** Colours go to a terminal that shows them, and to nobody who does not want them: https://no-color.org. */
const hasColour = (stream: { isTTY?: boolean } = process.stdout): boolean =>
  stream.isTTY === true && (process.env["NO_COLOR"] ?? "") === "" && process.env["TERM"] !== "dumb";

const logOptions = ({ LOG_LEVEL: level, LOG_FORMAT: format }: Config): LogOptions => ({
  level,
  format: format ?? (process.stderr.isTTY ? "text" : "json"),
  colour: hasColour(process.stderr),
});

/** The project's folder, with a slash at its end; the same seen from src and from dist. */
const ROOT = fileURLToPath(new URL("../", import.meta.url));

/**
 * Where .env is read and var/ is kept: beside the program; where that was installed as a package, which the next version
 * replaces, in the folder it is started from.
 */
const HOME = /[\\/]node_modules[\\/]/u.test(ROOT) ? `${process.cwd()}/` : ROOT;

const Package = z.looseObject({ version: z.string() });
const version = (): string => Package.parse(JSON.parse(readFileSync(`${ROOT}package.json`, "utf8"))).version;

const folderOf = (config: Config): string => config.YUEQUN_DATA ?? `${ROOT}data`;

/** What was shipped was checked before it was: `npm run data:check`. */
const dataOf = (config: Config): Dataset => loadDataset(folderOf(config), config.YUEQUN_DATA !== undefined);
const load = (config: Config): Ask => createBot(dataOf(config), SETTINGS);

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function warn(text: string): void {
  process.stderr.write(`${text}\n`);
}

async function ask(config: Config, args: readonly string[]): Promise<number> {
  const { text, jsonl, help, long, locale } = askArgs(args);
  if (jsonl)
    return (await runBatch(spoken(load(config), locale), process.stdin, process.stdout)) === 0 ? 0 : 1;
  if (text === "" || help) {
    (text === "" && !help ? process.stderr : process.stdout).write(`${HELP}\n`);
    return text === "" && !help ? 2 : 0;
  }
  const dataset = dataOf(config);
  const choice = createLanguageIn(COMMANDS)(text);
  const bot = spoken(
    createBot(dataset, SETTINGS),
    choice === undefined || choice === "auto" ? locale : choice,
  );
  const answer = bot({ text, chat: { platform: "terminal", id: "ask" } });
  say(renderText(answer, long));
  if (answer.picture && PICTURED.test(text)) await sketch(dataset, answer.picture, answer.locale);
  return 0;
}

/** Answers in a language where a question does not demand its own. */
const spoken = (bot: Ask, locale: Locale | undefined): Ask =>
  locale === undefined ? bot : (question) => bot({ locale, ...question });

/** A single answer is text, which another program may read; tiles are for whoever asks for a picture. */
const PICTURED = /^[/／](?:map|matrix)\b/iu;

/** Where nobody knows, in a file or a pipe, there is room for everything. */
const columnsOf = (output: { columns?: number }): number => output.columns || Infinity;

async function sketch(dataset: Dataset, picture: Picture, locale: Locale): Promise<void> {
  const { createTextMap } = await import("./pictures/text-map.ts");
  const tiles = createTextMap(dataset)(
    picture,
    { colour: hasColour(), columns: columnsOf(process.stdout) },
    locale,
  );
  if (tiles !== undefined) say(`\n${tiles}`);
}

function check(config: Config): number {
  const dataset = loadDataset(folderOf(config));
  say(
    `${dataset.facts.length} facts, ${dataset.sources.length} sources, ${dataset.conflicts.length} conflicts: no faults`,
  );
  return 0;
}

/** A service has neither a terminal nor anything to read: without a token there is nothing it could do. */
const isService = (): boolean => !process.stdin.isTTY && fstatSync(process.stdin.fd).isCharacterDevice();

async function chat(config: Config, shown: Shown): Promise<number> {
  if (isService()) {
    warn(
      "No token is set and there is no terminal to chat in: put DISCORD_TOKEN or TELEGRAM_TOKEN into .env.",
    );
    return 2;
  }
  const dataset = dataOf(config);
  const bot = createBot(dataset, SETTINGS);
  const { createTextMap } = await import("./pictures/text-map.ts");
  return new Promise((resolve, reject) => {
    const terminal = createTerminal({
      commands: COMMANDS,
      input: process.stdin,
      output: process.stdout,
      colour: hasColour(),
      onLeave: () => resolve(0),
      ...shown,
      sketch: createTextMap(dataset),
    });
    terminal.start(bot).catch(reject);
  });
}

/** Platforms where a token is set, otherwise the terminal. Their libraries are loaded only when needed. */
async function start(read: (what: keyof typeof READS) => Config, args: readonly string[]): Promise<number> {
  const shown = chatArgs(args);
  const { DISCORD_TOKEN, TELEGRAM_TOKEN } = read("tokens");
  if (DISCORD_TOKEN === undefined && TELEGRAM_TOKEN === undefined) return chat(read("data"), shown);
  if (args.length > 0)
    throw new UsageError(
      `${args.join(" ")}: only for the terminal; with a token set, chats choose by /language.`,
    );
  const config = read("everything");
  const [{ createLog }, { createNotify }, { run: runPlatforms }] = await Promise.all([
    import("./app/log.ts"),
    import("./app/notify.ts"),
    import("./app/run.ts"),
  ]);
  const log = createLog(logOptions(config));
  const notify = createNotify(process.env["NOTIFY_SOCKET"], log);
  return runPlatforms(config, dataOf(config), log, { root: ROOT, version: version(), notify });
}

/** What an operator asks of the bot. */
async function operate(config: Config, command: string, args: readonly string[]): Promise<number> {
  const { backup, feedback, preview, status } = await import("./cli/operate.ts");
  if (command === "backup") await backup(config, args, say);
  else if (command === "feedback") await feedback(config, dataOf(config), say);
  else if (command === "restore")
    await (await import("./cli/restore.ts")).restore(config, args, Date.now(), say);
  else if (command === "daily:status") await status(config, Date.now(), say);
  else preview(dataOf(config), args, Date.now(), say);
  return 0;
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
    commands: COMMANDS,
    guild,
    appId: config.DISCORD_APP_ID,
    apiRoot: config.DISCORD_API_ROOT,
    proxy: config.HTTPS_PROXY,
  };
  await registerCommands({ ...options, print: say });
  return 0;
}

async function examine(args: readonly string[]): Promise<number> {
  const { doctor } = await import("./cli/doctor.ts");
  const wrong = args.find((arg) => arg !== "--json" && arg !== "--");
  if (wrong !== undefined) throw new UsageError(`${wrong}: doctor takes --json or nothing.`);
  return doctor({
    environment: process.env,
    home: HOME,
    dataset: `${ROOT}data`,
    version: version(),
    json: args.includes("--json"),
    print: say,
  });
}

async function run([command, ...args]: readonly string[]): Promise<number> {
  // Quiet: a missing .env is the ordinary case. See HOME.
  loadEnv({ quiet: true, path: `${HOME}.env` });
  connectPatiently();
  const read = (what: keyof typeof READS): Config => readConfig(process.env, READS[what], HOME);
  switch (command) {
    case undefined:
    case "start":
      if (args.includes("--help")) break;
      return start(read, args);
    case "ask":
      return ask(read("data"), args);
    case "data:check":
      return check(read("data"));
    case "pictures":
      return pictures(read("data"), args);
    case "discord:commands":
      return registerDiscord(read("discord"), args);
    case "daily:status":
    case "feedback":
    case "daily:preview":
    case "backup":
    case "restore":
      if (args.includes("--help")) break;
      return operate(read(command === "daily:preview" ? "data" : "store"), command, args);
    case "doctor":
      if (args.includes("--help")) break;
      return examine(args);
    case "--version":
      say(version());
      return 0;
    case "--help":
    case "help":
      break;
    default:
      if (command.startsWith("--")) return start(read, [command, ...args]);
      process.stderr.write(`There is no command “${command}”.\n\n${HELP}\n`);
      return 2;
  }
  say(HELP);
  return 0;
}

function fail(error: unknown): number {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return error instanceof UsageError ? 2 : 1;
}

// A reader that went away (| head) is not a failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

process.exitCode = await run(process.argv.slice(2)).catch(fail);
