/**
 * 10,000 questions from 500 chats at once, three times: is every one answered once, in order within its chat, with
 * Telegram's limits kept, and does memory stay flat?
 *
 *     npx tsx bench/telegram-burst.ts [questions, 10000] [chats, 500]
 *
 * Each question goes through the core and is answered with its number in the chat, so that order and repetition show.
 * The server refuses whatever is over the limits. They are ten times Telegram's (300 messages a second, 30 in a chat),
 * so that this takes two minutes and not seventeen; the adapter is set to the same and its waiting is the same code. How
 * often a person may ask is unlimited here, or the politeness towards a flood would be measured instead.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { privateChat, user } from "../test/support/telegram/incoming.ts";
import { createTelegramServer, type TelegramServer } from "../test/support/telegram/server.ts";
import { mib } from "./support/numbers.ts";
import { table } from "../test/support/table.ts";
import { questionAt } from "./telegram-questions.ts";

const [, , many = "10000", chats = "500"] = process.argv;
const QUESTIONS = Number(many);
const CHATS = Number(chats);
const PER_CHAT = QUESTIONS / CHATS;

const Memory = z.object({ rss: z.number() });

interface Burst {
  seconds: number;
  missing: number;
  repeated: number;
  /** Chats whose answers came in another order than their questions. */
  disordered: number;
  /** Sends the server refused for speed. */
  refused: number;
  /** Resident bytes of the bot: before the first question, at most, and a while after the last. */
  before: number;
  most: number;
  after: number;
}

const people = Array.from({ length: CHATS }, (_, i) => user(10_000 + i));

async function startBot({ apiRoot, token }: TelegramServer): Promise<ChildProcess> {
  const script = fileURLToPath(new URL("telegram-bots.ts", import.meta.url));
  const child = fork(script, ["numbered", apiRoot, token], { execArgv: ["--import", "tsx"] });
  await once(child, "message");
  return child;
}

/** Asks the bot's process how much memory it has. */
async function memoryOf(child: ChildProcess): Promise<number> {
  const reply = once(child, "message");
  child.send("memory");
  return Memory.parse((await reply)[0]).rss;
}

function askAll(server: TelegramServer): void {
  for (let turn = 0; turn < PER_CHAT; turn += 1)
    people.forEach((person, i) => {
      server.message(privateChat(person), person, `${turn} ${questionAt(i * PER_CHAT + turn)}`);
    });
}

const sendsOf = (server: TelegramServer, from = 0): TelegramServer["calls"] =>
  server.calls.slice(from).filter(({ method }) => method === "sendMessage");

/** Waits until every update is confirmed and nothing is sent any more. @returns the most memory seen meanwhile. */
async function settled(server: TelegramServer, child: ChildProcess): Promise<number> {
  let most = 0;
  let before = -1;
  for (let sent = 0; sent !== before || server.pendingUpdates.length > 0; sent = sendsOf(server).length) {
    before = sent;
    most = Math.max(most, await memoryOf(child));
    await sleep(1_000);
  }
  return most;
}

async function burst(server: TelegramServer, child: ChildProcess): Promise<Burst> {
  const before = await memoryOf(child);
  const from = server.calls.length;
  const heard = new Map(people.map(({ id }) => [id, server.sent(id).length]));
  askAll(server);
  const most = await settled(server, child);
  const sends = sendsOf(server, from);
  const accepted = sends.filter(({ response }) => response?.ok === true);
  const span = (accepted.at(-1)?.time ?? 0) - (accepted[0]?.time ?? 0);
  const answers = people.map(({ id }) =>
    server
      .sent(id)
      .slice(heard.get(id))
      .map(({ text }) => Number(text)),
  );
  return {
    seconds: span / 1_000,
    missing: answers.reduce((sum, of) => sum + PER_CHAT - new Set(of).size, 0),
    repeated: answers.reduce((sum, of) => sum + of.length - new Set(of).size, 0),
    disordered: answers.filter((of) => of.some((turn, i) => turn < (of[i - 1] ?? 0))).length,
    refused: sends.length - accepted.length,
    before,
    most,
    after: await memoryOf(child),
  };
}

const server = await createTelegramServer();
server.setLimits({ perSecond: 300, perChatPerSecond: 30 });
const child = await startBot(server);
const bursts = [await burst(server, child), await burst(server, child), await burst(server, child)];
child.disconnect();
await once(child, "exit");
await server.close();

const rows = bursts.map((b, i) => [
  String(i + 1),
  ...[QUESTIONS, b.missing, b.repeated, b.disordered, b.refused].map(String),
  b.seconds.toFixed(1),
  ...[b.before, b.most, b.after].map(mib),
]);
const head = [
  "burst",
  "questions",
  "not answered",
  "answered twice",
  "chats out of order",
  "refused for speed",
];
process.stdout.write(`${table([...head, "seconds", "MiB before", "MiB at most", "MiB after"], rows)}\n`);
