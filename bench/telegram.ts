/**
 * What the bot costs on Telegram beside bare bots on the same library and the same server, in one run.
 *
 *     npx tsx bench/telegram.ts [rounds]
 *
 * | bot | what it does with a text |
 * |---|---|
 * | echo | telegraf, sends the text back |
 * | adapter | our adapter, sends the text back: what queue, ledger and rendering cost |
 * | ready | telegraf, sends the answer our bot would give, made beforehand: the same messages without the thinking |
 * | yuequn | our bot |
 *
 * The server is ours (test/support/telegram), on loopback, in this process; each bot has a process of its own. Limits on
 * sending and manners are off, for Telegram's 30 a second would hide every difference. Rounds alternate between the
 * bots. The goals: at most 1 ms of processor time more than the echo for a message; at least 0.9 of a bare bot's answers per
 * second; less than 10 ms added at the 99th percentile.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { privateChat, user } from "../test/support/telegram/incoming.ts";
import { createTelegramServer, type TelegramServer } from "../test/support/telegram/server.ts";
import { questionAt } from "./telegram-questions.ts";

const BOTS = ["echo", "adapter", "ready", "yuequn"] as const;
type Bot = (typeof BOTS)[number];

const ROUNDS = Number(process.argv[2] ?? 3);
const CHATS = 100;
const FLOOD = 1_000;
/** Floods before any that counts, until both processes are compiled as well as they will be; then those that count. */
const WARM_FLOODS = 5;
const FLOODS = 3;
/** Messages one by one, this far apart, so that none waits for another. */
const SINGLES = 500;
const APART_MS = 15;

const personAt = (i: number): ReturnType<typeof user> => user(10_000 + i);
const preciseNow = (): number => performance.timeOrigin + performance.now();

interface Round {
  /** Answers per second. */
  rate: number;
  /** Processor time of the bot for one message of a flood, ms: says the same on a machine that others use, too. */
  cpu: number;
  /** Milliseconds from a message to its answer, ascending. */
  latencies: number[];
}

async function startBot(bot: Bot, { apiRoot, token }: TelegramServer): Promise<ChildProcess> {
  const script = fileURLToPath(new URL("telegram-bots.ts", import.meta.url));
  const child = fork(script, [bot, apiRoot, token], { execArgv: ["--import", "tsx"] });
  await once(child, "message");
  return child;
}

/** Processor time the bot has taken since it was started, ms. */
async function spent(child: ChildProcess): Promise<number> {
  child.send("spent");
  const [{ cpuMs }] = (await once(child, "message")) as [{ cpuMs: number }];
  return cpuMs;
}

/** Counts the answers to come without slowing the server down. @returns when that many have been accepted. */
async function answers(server: TelegramServer, from: number, count: number): Promise<void> {
  const accepted = new Set<number>();
  for (let next = from; accepted.size < count; await sleep(1)) {
    for (let i = next; i < server.calls.length; i += 1) if (isAnswer(server, i)) accepted.add(i);
    while (next < server.calls.length && (accepted.has(next) || server.calls[next]?.method !== "sendMessage"))
      next += 1;
  }
}

const isAnswer = ({ calls }: TelegramServer, i: number): boolean =>
  calls[i]?.method === "sendMessage" && calls[i].response?.ok === true;

/** Everybody asks at once: answers per second until the last. */
async function flood(server: TelegramServer): Promise<number> {
  const from = server.calls.length;
  const start = performance.now();
  for (let i = 0; i < FLOOD; i += 1)
    server.message(privateChat(personAt(i % CHATS)), personAt(i % CHATS), questionAt(i));
  await answers(server, from, FLOOD);
  return FLOOD / ((performance.now() - start) / 1000);
}

/** One after the other, each from a chat of its own: milliseconds until each answer came in. */
async function singles(server: TelegramServer): Promise<number[]> {
  const from = server.calls.length;
  const asked = new Map<unknown, number>();
  for (let i = 0; i < SINGLES; i += 1) {
    asked.set(String(personAt(i).id), preciseNow());
    server.message(privateChat(personAt(i)), personAt(i), questionAt(i));
    await sleep(APART_MS);
  }
  await answers(server, from, SINGLES);
  const sends = server.calls.slice(from).filter(({ method }) => method === "sendMessage");
  return sends
    .map(({ params, time }) => time - (asked.get(params["chat_id"]) ?? Number.NaN))
    .toSorted((a, b) => a - b);
}

async function round(bot: Bot): Promise<Round> {
  const server = await createTelegramServer({ now: preciseNow });
  const child = await startBot(bot, server);
  for (let i = 0; i < WARM_FLOODS; i += 1) await flood(server);
  const latencies = await singles(server);
  const rates: number[] = [];
  const before = await spent(child);
  for (let i = 0; i < FLOODS; i += 1) rates.push(await flood(server));
  const cpu = ((await spent(child)) - before) / (FLOODS * FLOOD);
  child.disconnect();
  await once(child, "exit");
  await server.close();
  return { rate: median(rates), cpu, latencies };
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
const median = (values: readonly number[]): number =>
  at(
    values.toSorted((a, b) => a - b),
    0.5,
  );

type Results = Record<Bot, Round[]>;
const signed = (ms: number): string => `${ms < 0 ? "" : "+"}${ms.toFixed(2)} ms`;

type Metric = (round: Round) => number;

/** The median over the rounds of what one bot has to another in the same round. */
function paired(results: Results, a: Bot, b: Bot, compare: (a: Round, b: Round) => number): number {
  return median(
    results[a].flatMap((mine, i) => results[b].slice(i, i + 1).map((other) => compare(mine, other))),
  );
}

function table(results: Results): string[] {
  const rate: Metric = (one) => one.rate;
  const latency =
    (share: number): Metric =>
    ({ latencies }) =>
      at(latencies, share);
  const cells = (metric: Metric): string =>
    BOTS.map((bot) => median(results[bot].map(metric)).toFixed(2)).join(" | ");
  const ratio = (a: Bot, b: Bot): string =>
    `${paired(results, a, b, (x, y) => rate(x) / rate(y)).toFixed(2)} ×`;
  const added =
    (share: number) =>
    (a: Bot, b: Bot): string =>
      signed(paired(results, a, b, (x, y) => latency(share)(x) - latency(share)(y)));
  const more = (a: Bot, b: Bot): string => signed(paired(results, a, b, (x, y) => x.cpu - y.cpu));
  const line = (name: string, metric: Metric, compare: (a: Bot, b: Bot) => string): string =>
    `| ${name} | ${cells(metric)} | ${compare("adapter", "echo")} | ${compare("yuequn", "ready")} | ${compare("yuequn", "echo")} |`;
  return [
    `| | ${BOTS.join(" | ")} | adapter to echo | yuequn to ready | yuequn to echo |`,
    "|---|--:|--:|--:|--:|--:|--:|--:|",
    line("answers per second", rate, ratio),
    line("processor time a message, ms", (one) => one.cpu, more),
    ...[0.5, 0.9, 0.99].map((share) => line(`latency p${share * 100}, ms`, latency(share), added(share))),
  ];
}

const results: Results = { echo: [], adapter: [], ready: [], yuequn: [] };
for (let i = 0; i < ROUNDS; i += 1) for (const bot of BOTS) results[bot].push(await round(bot));
const head = `telegraf 4.16.3, Node ${process.version}; medians of ${ROUNDS} alternating rounds; ${FLOOD} messages from ${CHATS} chats at once, then ${SINGLES} singly`;
process.stdout.write(`${[head, "", ...table(results)].join("\n")}\n`);
