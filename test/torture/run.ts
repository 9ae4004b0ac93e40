/** `npm run torture`: kills processes in the middle of broadcasts to hostile platforms, and counts what became of every post. */
import { parseArgs } from "node:util";
import { table } from "../support/table.ts";
import { type Engine, ENGINES, isThere } from "../support/stored.ts";
import { BOTS, type TorturedBot } from "./bots.ts";
import { compileChild } from "./crew.ts";
import { type KillsFound, manyKills } from "./kills.ts";
import { GOAL_SECONDS, type TakeoverFound, takeovers } from "./takeover.ts";
import type { Account } from "./verdict.ts";

const HELP = `Kills processes with SIGKILL while they broadcast to platforms that refuse, fail, fall silent and lose answers, and
counts what became of every post.

  npm run torture                                   200 kills an engine, then takeovers at the real settings
  npm run torture -- --kills 50 --engine sqlite     fewer, on the embedded file alone
  npm run torture -- scale                          whole processes on one PostgreSQL answer questions and send posts

  --kills N        kills an engine (200)
  --engine E       sqlite, postgres or both (both)
  --platform P     discord, telegram or both (both); all their broadcasts run at the same time
  --mode M         of Telegram: at-most-once, at-least-once or both (both)
  --seed N         of chance, so that a run can be had again, as far as processes allow it (1)
  --processes N    of scale, how many (8)
  --seconds N      of scale, how long the storm lasts (120)
  --polling        of scale: they poll instead of being posted to by webhook
  --calm           platforms that do nothing of that: death alone
  --short          20 kills an engine and 3 processes in the takeovers
  --help           this text

The platforms answer 429 with waits of up to a minute, and 5xx before and after the work is done; they cut connections
before and after it, or say nothing; they are slow; groups are upgraded, topics deleted, chats closed to the bot.

Promised: Discord and Telegram at-most-once double nothing, Discord and at-least-once lose nothing, and at-most-once
loses only what is listed as unknown, which is only what really was in doubt. Posts to chats that are gone are dead. On PostgreSQL, with two to eight processes, one sends at a time, and a killed
sender is replaced within ${GOAL_SECONDS} s. The many kills run with shorter leases and without Telegram's limits, so that they fit
into minutes; the takeovers run at the settings the bot ships with.

scale: behind a balancer, against the strict Telegram server, processes are killed and stopped and begin again, the balancer is
restarted, the database's connections are cut and stand still. Promised: each question is answered once or politely refused,
those of a chat in order; of the posts none is doubled, and none lost that is not listed as unknown.

PostgreSQL: TEST_DATABASE_URL, or 127.0.0.1:5432 with the user postgres; a schema of its own, removed at the end.
Exit codes: 0 all kept, 1 a promise broken or something failed, 2 wrong use, 130 stopped with Ctrl-C.`;

const ending = new AbortController();
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const progress = (line: string): void => void process.stderr.write(`  ${line}\n`);

/** Wrong use of the command. */
class UsageError extends Error {}

interface Options {
  kills: number;
  engines: readonly Engine[];
  bots: readonly TorturedBot[];
  seed: number;
  processes: number;
  isCalm: boolean;
}

const OPTIONS = {
  kills: { type: "string" },
  engine: { type: "string", default: "both" },
  platform: { type: "string", default: "both" },
  mode: { type: "string", default: "both" },
  seed: { type: "string", default: "1" },
  processes: { type: "string", default: "8" },
  seconds: { type: "string", default: "120" },
  polling: { type: "boolean", default: false },
  calm: { type: "boolean", default: false },
  short: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

const parse = (args: readonly string[]) =>
  parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });

function readOptions(values: ReturnType<typeof parse>["values"]): Options {
  const { short, kills = short ? "20" : "200" } = values;
  const bots = BOTS.filter(
    ({ platform, name }) =>
      chosen("platform", values.platform, ["discord", "telegram"]).includes(platform) &&
      (platform === "discord" ||
        chosen("mode", values.mode, ["at-most-once", "at-least-once"]).includes(name)),
  );
  return {
    kills: whole("kills", kills),
    engines: ENGINES.filter((engine) => chosen("engine", values.engine, ENGINES).includes(engine)),
    bots,
    seed: whole("seed", values.seed),
    processes: short ? 3 : 8,
    isCalm: values.calm,
  };
}

function chosen(name: string, value: string, all: readonly string[]): readonly string[] {
  if (value === "both") return all;
  if (!all.includes(value)) throw new UsageError(`--${name} ${value}: give ${all.join(", ")} or both.`);
  return [value];
}

function whole(name: string, value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new UsageError(`--${name} ${value}: give a whole number above 0.`);
  return number;
}

/** Chats of a bot: a broadcast of some seconds. */
const CHATS = 300;

const accountCells = ({
  bot,
  posts,
  lost,
  doubled,
  unknown,
  arrived,
  dead,
  turns,
  broken,
}: Account): string[] => [
  bot,
  ...[posts, lost, doubled, unknown, arrived, dead, turns].map(String),
  broken.length === 0 ? "kept" : "**BROKEN**",
];

function tell(title: string, accounts: readonly Account[], more: readonly string[]): string[] {
  const head = ["bot", "posts", "lost", "doubled", "unknown", "of them arrived", "dead", "turns", "promise"];
  say(`\n${title}\n\n${table(head, accounts.map(accountCells))}\n`);
  return [...accounts.flatMap(({ bot, broken }) => broken.map((one) => `${bot}: ${one}`)), ...more];
}

async function killed(engine: Engine, { bots, kills, seed, isCalm }: Options): Promise<string[]> {
  progress(`${engine}: ${kills} kills`);
  const options = { engine, bots, kills, seed, chats: CHATS, isCalm, onProgress: progress };
  const found: KillsFound = await manyKills(options, ending.signal);
  const title = `${engine}: ${found.kills} kills (${found.inFlight} with requests under way) in ${found.days} days, ${found.most} processes at most, ${found.seconds.toFixed(0)} s`;
  const broken = tell(title, found.accounts, found.broken);
  if (!isCalm) say(`troubles: ${[...found.troubles].map(([name, times]) => `${name} ${times}`).join(" · ")}`);
  return broken;
}

async function takenOver(bot: TorturedBot, { processes, seed }: Options): Promise<string[]> {
  progress(`takeovers, ${processes} processes: ${bot.name}`);
  const found: TakeoverFound = await takeovers({ bot, processes, seed, onProgress: progress }, ending.signal);
  const slowest = Math.max(...found.seconds);
  const times = found.seconds.map((seconds) => seconds.toFixed(1)).join(", ");
  const title = `postgres, real settings, ${bot.name}: from the death of the sender to the next post, with ${processes} processes down to 2: ${times} s; refused for speed: ${found.refused}`;
  const late = slowest > GOAL_SECONDS ? [`${bot.name}: taken over after ${slowest.toFixed(1)} s`] : [];
  return tell(title, [found.account], [...found.broken, ...late]);
}

async function torture(options: Options): Promise<number> {
  const { engines } = options;
  if (!engines.every(isThere)) throw new Error("No PostgreSQL answers: start one, or give --engine sqlite.");
  await compileChild();
  const broken: string[] = [];
  for (const engine of engines) broken.push(...(await killed(engine, options)));
  const bot = options.bots.find(({ platform }) => platform === "telegram");
  if (engines.includes("postgres") && bot) broken.push(...(await takenOver(bot, options)));
  return told(broken);
}

async function scale(values: ReturnType<typeof parse>["values"]): Promise<number> {
  const { scaleTorture, broken, linesOf } = await import("./scale.ts");
  const found = await scaleTorture({
    processes: whole("processes", values.processes),
    seconds: whole("seconds", values.seconds),
    seed: whole("seed", values.seed),
    isPolling: values.polling,
  });
  for (const line of linesOf(found)) say(line);
  return told(broken(found));
}

function told(broken: readonly string[]): number {
  for (const one of broken.slice(0, 50)) say(`BROKEN  ${one}`);
  say(broken.length === 0 ? "Every promise was kept." : `${broken.length} promises were broken.`);
  return broken.length === 0 ? 0 : 1;
}

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args);
  const [what, ...more] = positionals;
  if (more.length > 0 || (what !== undefined && what !== "scale"))
    throw new UsageError(`${positionals.join(" ")}: give scale or nothing.`);
  if (values.help) {
    say(HELP);
    return 0;
  }
  return what === "scale" ? scale(values) : torture(readOptions(values));
}

function fail(error: unknown): number {
  if (ending.signal.aborted) return 130;
  const said = error instanceof Error ? error.message : String(error);
  const isMisuse =
    error instanceof UsageError ||
    (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"));
  process.stderr.write(isMisuse ? `${said}\n\n${HELP}\n` : `${said}\n`);
  return isMisuse ? 2 : 1;
}

for (const name of ["SIGINT", "SIGTERM"] as const)
  process.once(name, () => {
    process.stderr.write("\nstopping; once more to stop at once\n");
    ending.abort(new Error("stopped"));
  });
process.exitCode = await main(process.argv.slice(2)).catch(fail);
