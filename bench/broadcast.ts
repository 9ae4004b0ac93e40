/**
 * One message to each of many chats against Telegram's limit of 30 a second: the whole bot, and what others use.
 *
 *     npx tsx bench/broadcast.ts [chats of ours, 10000] [chats of each other, 900] [chats where some are refused, 900]
 *
 * | sender | what it is |
 * |---|---|
 * | Yuequn | subscriptions in its database, all due at once → planner → sender → adapter, at the settings it ships with |
 * | telegraf, one at a time | a loop that awaits each message; a failure is passed over |
 * | telegraf + p-queue | 30 in any second; a refusal for speed pauses the queue and is tried again |
 * | grammY + auto-retry + throttler | both plugins as documented, everything handed over at once |
 *
 * The server is ours (test/support/telegram) in this process. It refuses the 31st message within any second, and every
 * call takes 100 ms to reach it, as from a machine far from Telegram. Each sender has a process and chats of its own.
 * “1 % refused”: the first message to every hundredth chat is refused for speed as well, whatever the sender does.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { privateChat, user } from "../test/support/telegram/incoming.ts";
import { createTelegramServer } from "../test/support/telegram/server.ts";
import { percent } from "./support/numbers.ts";
import { table } from "../test/support/table.ts";

const [, , many = "10000", few = "900", some = "900"] = process.argv;
const PER_SECOND = 30;
const DELAY_MS = 100;
/** A sender that takes this many times as long as the limit needs is cut off. */
const PATIENCE = 3;
/** Longer than any window of the limits but those of a group. */
const CALM_MS = 2_500;
/** After this long without a message there will be none. */
const SILENCE_MS = 15_000;

interface Sender {
  name: string;
  label: string;
  chats: number;
  /** The first message to every hundredth chat is refused. */
  isRefused?: boolean;
}

const SENDERS = [
  { name: "plainLoop", label: "telegraf, one at a time", chats: Number(few) },
  { name: "queued", label: "telegraf + p-queue", chats: Number(few) },
  { name: "grammy", label: "grammY + auto-retry + throttler", chats: Number(few) },
  { name: "ours", label: "Yuequn", chats: Number(many) },
  { name: "plainLoop", label: "telegraf, one at a time, 1 % refused", chats: Number(some), isRefused: true },
  { name: "ours", label: "Yuequn, 1 % refused", chats: Number(some), isRefused: true },
].filter(({ chats }) => chats > 0);

const server = await createTelegramServer({ limits: { perSecond: PER_SECOND } });
const delayed = { method: "sendMessage", delayMs: DELAY_MS } as const;

/** The oldest rule that fits is used. */
function setFaults({ chats, isRefused = false }: Sender, first: number): void {
  server.clearFaults();
  const description = "Too Many Requests: retry after 1";
  const response = { error_code: 429, description, parameters: { retry_after: 1 } };
  if (isRefused)
    for (let i = 50; i < chats; i += 100)
      server.failNext(Object.assign({ chatId: first + i, response }, delayed));
  server.failNext({ ...delayed, times: Infinity });
}

async function startBot({ name, chats }: Sender, first: number): Promise<ChildProcess> {
  const script = fileURLToPath(new URL("broadcast-bots.ts", import.meta.url));
  const args = [name, String(first), String(chats), server.apiRoot, server.token];
  const child = fork(script, args, { execArgv: ["--import", "tsx"] });
  await once(child, "message");
  return child;
}

/** Waits until every chat has its message, or none comes any more, or it takes too long. */
async function watch(chats: number, from: number, child: ChildProcess): Promise<void> {
  const giveUp = performance.now() + (PATIENCE * chats * 1_000) / PER_SECOND + 30_000;
  const done = new AbortController();
  child.once("message", () => done.abort());
  let last = from;
  let lastAt = performance.now();
  const accepted = (): number => server.sent().length;
  while (performance.now() < giveUp && !done.signal.aborted && performance.now() - lastAt < SILENCE_MS) {
    await sleep(250);
    const now = accepted();
    if (now - from >= chats) return;
    if (now > last) lastAt = performance.now();
    last = now;
  }
}

async function broadcast(sender: Sender, first: number): Promise<string[]> {
  const { chats, label } = sender;
  process.stderr.write(`${label}: ${chats} chats\n`);
  for (let id = first; id < first + chats; id += 1) server.addChat(privateChat(user(id)));
  setFaults(sender, first);
  const child = await startBot(sender, first);
  const calls = server.calls.length;
  const before = server.sent().length;
  const began = Date.now();
  child.send("go");
  await watch(chats, before, child);
  // What would come twice comes now.
  await sleep(CALM_MS);
  child.kill("SIGKILL");
  const tries = server.calls.slice(calls).filter(({ method }) => method === "sendMessage");
  const took = tries.filter(({ response }) => response?.ok === true).map(({ time }) => time + DELAY_MS);
  const seconds = (Math.max(...took) - began) / 1_000;
  const refused = tries.filter(({ response }) => response?.ok === false && response.error_code === 429);
  const received = new Map<number, number>();
  for (const { chat } of server.sent().slice(before)) received.set(chat.id, (received.get(chat.id) ?? 0) + 1);
  const doubled = [...received.values()].reduce((sum, times) => sum + times - 1, 0);
  const rate = received.size / seconds;
  return [
    label,
    String(chats),
    String(received.size),
    seconds.toFixed(1),
    rate.toFixed(1),
    percent(rate, PER_SECOND),
    String(refused.length),
    String(chats - received.size),
    String(doubled),
  ];
}

const rows: string[][] = [];
let first = 1_000_000;
for (const sender of SENDERS) {
  rows.push(await broadcast(sender, first));
  first += sender.chats;
}
await server.close();

const head = [
  "sender",
  "chats",
  "reached",
  "seconds",
  "a second",
  "% of 30/s",
  "refused (429)",
  "lost",
  "doubled",
];
process.stdout.write(`${table(head, rows)}

One run, one server that refuses the 31st message within any second and takes each call after ${DELAY_MS} ms; seconds from the word to begin to the last message taken, so ours include reading what is due, choosing a fact for every chat and writing each step to the database. The others get a finished message and only ${few} chats each, to keep the run bearable: a first burst of 30 is worth a second, which is 3 % more of their half minute than of ours. *Lost* are chats without the message when the sender was done, fell silent for ${SILENCE_MS / 1_000} s, or had taken ${PATIENCE} times as long as the limit needs.
Goal for Yuequn: ≥ 95 % of the permitted rate, nothing refused, nothing lost, nothing doubled; where the server refuses 1 % whatever one does, each refusal a second for everybody, nothing lost and nothing doubled.
`);
process.exit();
