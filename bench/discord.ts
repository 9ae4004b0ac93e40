/**
 * The Discord adapter beside a bare echo bot: same library, same server (npm discord-digital-twin, on loopback), same
 * questions, in turns within one run. Prints messages answered per second, time from question to answer, and the bot's
 * own share of it (understanding, answering, paging) and processor time, as ratios.
 *
 *     npx tsx bench/discord.ts [questions a round, 300] [rounds, 5]
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { type APIMessage, ChannelType, GatewayDispatchEvents } from "discord-api-types/v10";
import { DigitalDiscord, generateSnowflake } from "discord-digital-twin";

const [, , each = "300", times = "5"] = process.argv;
const QUESTIONS = Number(each);
const ROUNDS = Number(times);
const TOKEN = "bench-token";
/** Discord queues answers by channel: this many conversations at once. */
const CHANNELS = 8;
/** Questions before the measurement, until the code is compiled. */
const WARM_UP = 200;
const TEXTS = [
  "半导体集群以哪些城市为核心",
  "深圳有哪些集群",
  "/cluster 新能源",
  "/compare 广州 深圳",
  "十大支柱",
  "无人机归哪个集群",
];
const KINDS = ["echo", "yuequn"] as const;
type Kind = (typeof KINDS)[number];

interface Round {
  perSecond: number;
  /** Processor time of the bot for one message, ms: says the same on a machine that others use, too. */
  cpuMs: number;
  /** From question to answer, one question at a time, ms. */
  latency: number[];
}

const user = generateSnowflake();
const channels = Array.from({ length: CHANNELS }, () => generateSnowflake());
const twin = new DigitalDiscord({
  botToken: TOKEN,
  channels: channels.map((id, i) => ({ id, name: `bench-${i}`, type: ChannelType.GuildText })),
  users: [{ id: user, username: "bench" }],
});

/** Called with the id of every message a bot answers. */
const waiting = new Map<string, () => void>();

function ask(channel: string, text: string): Promise<void> {
  const id = generateSnowflake();
  const answered = new Promise<void>((resolve) => waiting.set(id, resolve));
  const bot = { id: twin.botUserId, username: "bot", discriminator: "0", avatar: null };
  twin["server"]?.gateway.broadcast(GatewayDispatchEvents.MessageCreate, {
    id,
    channel_id: channel,
    channel_type: ChannelType.GuildText,
    guild_id: twin.guildId,
    author: { id: user, username: "bench", discriminator: "0", avatar: null },
    content: `<@${twin.botUserId}> ${text}`,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    mention_everyone: false,
    mentions: [bot],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    tts: false,
    type: 0,
  });
  return answered;
}

/** The server tells every client of an answer: that is the moment a person would see it. */
function hearAnswers(): void {
  const gateway = twin["server"]?.gateway;
  if (!gateway) throw new Error("the server is not running");
  const { broadcastMessageCreate } = gateway;
  gateway.broadcastMessageCreate = (message: APIMessage, guildId: string) => {
    broadcastMessageCreate.call(gateway, message, guildId);
    const question = message.message_reference?.message_id ?? "";
    waiting.get(question)?.();
    waiting.delete(question);
  };
}

const textOf = (i: number): string => TEXTS[i % TEXTS.length] ?? "";

async function throughput(): Promise<number> {
  const started = performance.now();
  let next = 0;
  const talk = async (channel: string): Promise<void> => {
    while (next < QUESTIONS) await ask(channel, textOf(next++));
  };
  await Promise.all(channels.map(talk));
  return QUESTIONS / ((performance.now() - started) / 1000);
}

async function latencies(): Promise<number[]> {
  const all: number[] = [];
  for (let i = 0; i < QUESTIONS / 3; i += 1) {
    const started = performance.now();
    await ask(channels[i % CHANNELS] ?? "", textOf(i));
    all.push(performance.now() - started);
  }
  return all;
}

async function start(kind: Kind): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL("discord-bot.ts", import.meta.url)), [kind, twin.restUrl, TOKEN], {
    execArgv: ["--import", "tsx"],
  });
  await once(child, "message");
  return child;
}

/** What a bot says of itself since it was asked last. */
interface Spent {
  own: number[];
  cpuMs: number;
}

/** A bot alone on the server: warm it, measure it, end it. */
async function measure(kind: Kind): Promise<Round & { own: number[] }> {
  const child = await start(kind);
  for (let i = 0; i < WARM_UP; i += 1) await ask(channels[i % CHANNELS] ?? "", textOf(i));
  const spent = async (): Promise<Spent> => {
    child.send("spent");
    const [said] = (await once(child, "message")) as [Spent];
    return said;
  };
  await spent();
  const perSecond = await throughput();
  const { own, cpuMs } = await spent();
  const latency = await latencies();
  const round = { perSecond, cpuMs: cpuMs / QUESTIONS, latency, own: [...own, ...(await spent()).own] };
  child.kill();
  await once(child, "exit");
  return round;
}

const quantile = (values: readonly number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(q * (values.length - 1))] ?? NaN;
const show = (value: number): string => value.toFixed(2).padStart(8);

await twin.start();
hearAnswers();
const rounds: Record<Kind, (Round & { own: number[] })[]> = { echo: [], yuequn: [] };
for (let round = 0; round < ROUNDS; round += 1) {
  // Who goes first changes: the server's tables grow.
  for (const kind of round % 2 === 0 ? KINDS : KINDS.toReversed()) rounds[kind].push(await measure(kind));
}

const echo = rounds.echo;
const yuequn = rounds.yuequn;
const own = yuequn.flatMap((round) => round.own);
const figures: readonly (readonly [string, (round: Round) => number])[] = [
  ["messages a second", (round) => round.perSecond],
  ["processor time a message, ms", (round) => round.cpuMs],
  ["question to answer, p50 ms", (round) => quantile(round.latency, 0.5)],
  ["question to answer, p99 ms", (round) => quantile(round.latency, 0.99)],
];
process.stdout.write(`${"medians of the rounds".padEnd(32)}    echo  yuequn   ratio (lowest, highest)\n`);
for (const [name, figure] of figures) {
  const [a, b] = [echo.map(figure), yuequn.map(figure)];
  // Neighbouring rounds share whatever else the machine was doing.
  const ratios = a.map((value, i) => (b[i] ?? NaN) / value);
  const spread = `(${Math.min(...ratios).toFixed(2)}, ${Math.max(...ratios).toFixed(2)})`;
  process.stdout.write(
    `${name.padEnd(32)}${[a, b, ratios].map((all) => show(quantile(all, 0.5))).join("")} ${spread}\n`,
  );
}
process.stdout.write(
  `${"own share, p50 / p99 ms".padEnd(40)}${show(quantile(own, 0.5))}${show(quantile(own, 0.99))}\n`,
);
process.stdout.write(
  `${own.length} answers, ${ROUNDS} rounds of ${QUESTIONS} questions, ${CHANNELS} channels at once; goal: ratio >= 0.9, own p99 < 10 ms\n`,
);
await twin.stop();
