/**
 * What stands before the platforms: every request of every process comes through here, waits a little, is carried out
 * whether or not whoever sent it still lives, and waits a little more before it is answered. So a process can die before
 * its message is taken, after it, and while the answer is on its way. In bad weather requests get lost, and answers are
 * others than the platform's. Paths are /<process>/<bot>/….
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import type { Chance } from "./chance.ts";
import type { Said, Weather } from "./weather.ts";
import { REQUEST } from "./witness.ts";

export interface Arrival {
  method: string;
  path: string;
  authorization: string | undefined;
  contentType: string | undefined;
  body: string;
}

export interface Reply extends Said {
  /** Where it made a message. */
  made?: { chat: string; id: string };
}

/** A platform: carries out a request. */
export type Backend = (arrival: Arrival) => Promise<Reply>;

/** A request that reached a platform and may make a message. */
export interface Sent {
  /** By which its answer names it. */
  id: string;
  process: string;
  bot: string;
  chat: string;
  /** The day it came, as told by `today`. */
  day: string;
  /** By the stopwatch of this process. */
  at: number;
  /** What was answered, heard or not; undefined where nothing was. */
  status: number | undefined;
}

/** A message a platform made. */
export interface Made {
  bot: string;
  chat: string;
  id: string;
  /** The day it was made for, as told by `today`. */
  day: string;
}

export interface Gate {
  url: string;
  /** In order of arrival. */
  sent: readonly Sent[];
  made: readonly Made[];
  /** Requests not answered yet, of one process or of all. */
  open: (process?: string) => number;
  close: () => Promise<void>;
}

export interface GateOptions {
  backends: ReadonlyMap<string, Backend>;
  chance: Chance;
  weather: Weather;
  today: () => string;
  /** Longest wait before and after. */
  delayMs: number;
}

const PATH = /^\/(?<process>[^/]+)\/(?<bot>[^/]+)(?<path>\/.*)$/u;
/** A call that makes a message, on either platform. */
const SENDS = /\/sendMessage$|\/channels\/(?<channel>\d+)\/messages$/u;
const Form = z.object({ chat_id: z.string() });

export async function openGate({ backends, chance, weather, today, delayMs }: GateOptions): Promise<Gate> {
  const sent: Sent[] = [];
  const made: Made[] = [];
  const open = new Map<string, number>();
  const count = (process: string, by: number): void => void open.set(process, (open.get(process) ?? 0) + by);

  async function post(process: string, bot: string, arrival: Arrival, backend: Backend): Promise<End> {
    const chat = chatOf(arrival);
    const at = performance.now();
    const id = `request ${sent.length}`;
    const entry: Sent = { id, process, bot, chat, day: today(), at, status: undefined };
    sent.push(entry);
    count(process, 1);
    const { isLost = false, slowMs = 0, says } = weather(entry) ?? {};
    await sleep(chance.between(0, delayMs));
    const reply = isLost ? undefined : await backend(arrival);
    if (reply?.made) made.push({ bot, ...reply.made, day: today() });
    await sleep(chance.between(0, delayMs) + slowMs);
    count(process, -1);
    return { said: says ?? reply ?? "nothing", entry };
  }

  async function answer(request: IncomingMessage): Promise<End> {
    const found = PATH.exec(request.url ?? "")?.groups;
    const backend = backends.get(found?.["bot"] ?? "");
    if (!found || !backend) return { said: { status: 404, body: "{}" } };
    const { process = "", bot = "", path = "" } = found;
    const arrival = await read(request, path);
    return arrival.method === "POST" && SENDS.test(path)
      ? post(process, bot, arrival, backend)
      : { said: await backend(arrival) };
  }

  const server = createServer((request, response) => {
    // Cut while it came: nothing has arrived.
    answer(request).then(
      (end) => respond(response, end),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent,
    made,
    open: (process) =>
      process === undefined ? [...open.values()].reduce((sum, n) => sum + n, 0) : (open.get(process) ?? 0),
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function read(request: IncomingMessage, path: string): Promise<Arrival> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const { authorization, "content-type": contentType } = request.headers;
  const body = Buffer.concat(chunks).toString();
  return { method: request.method ?? "", path, authorization, contentType, body };
}

/** How a request ends. */
interface End {
  said: Said | "nothing";
  entry?: Sent;
}

function respond(response: ServerResponse, { said, entry }: End): void {
  if (said === "nothing") return void response.destroy();
  if (entry) entry.status = said.status;
  const named = entry && { [REQUEST]: entry.id };
  response
    .writeHead(said.status, { "content-type": "application/json", ...said.headers, ...named })
    .end(said.body);
}

const chatOf = ({ path, body }: Arrival): string =>
  SENDS.exec(path)?.groups?.["channel"] ?? Form.parse(JSON.parse(body)).chat_id;
