/**
 * What stands before the platforms: every request of every process comes through here, waits a little, is carried out
 * whether or not whoever sent it still lives, and waits a little more before it is answered. So a process can die before
 * its message is taken, after it, and while the answer is on its way. Paths are /<process>/<bot>/….
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Chance } from "./chance.ts";

export interface Arrival {
  method: string;
  path: string;
  authorization: string | undefined;
  contentType: string | undefined;
  body: string;
}

export interface Reply {
  status: number;
  body: string;
  /** Where it made a message. */
  made?: { chat: string; id: string };
}

/** A platform: carries out a request. */
export type Backend = (arrival: Arrival) => Promise<Reply>;

/** A request that reached a platform and may make a message. */
export interface Sent {
  process: string;
  bot: string;
  /** By the stopwatch of this process. */
  at: number;
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
  today: () => string;
  /** Longest wait before and after. */
  delayMs: number;
}

const PATH = /^\/(?<process>[^/]+)\/(?<bot>[^/]+)(?<path>\/.*)$/u;
/** A call that makes a message, on either platform. */
const SENDS = /\/sendMessage$|\/channels\/\d+\/messages$/u;

export async function openGate({ backends, chance, today, delayMs }: GateOptions): Promise<Gate> {
  const sent: Sent[] = [];
  const made: Made[] = [];
  const open = new Map<string, number>();
  const count = (process: string, by: number): void => void open.set(process, (open.get(process) ?? 0) + by);

  async function post(process: string, bot: string, arrival: Arrival, backend: Backend): Promise<Reply> {
    const entry: Sent = { process, bot, at: performance.now(), status: undefined };
    sent.push(entry);
    count(process, 1);
    await sleep(chance.between(0, delayMs));
    const reply = await backend(arrival);
    entry.status = reply.status;
    if (reply.made) made.push({ bot, ...reply.made, day: today() });
    await sleep(chance.between(0, delayMs));
    count(process, -1);
    return reply;
  }

  async function answer(request: IncomingMessage): Promise<Reply> {
    const found = PATH.exec(request.url ?? "")?.groups;
    const backend = backends.get(found?.["bot"] ?? "");
    if (!found || !backend) return { status: 404, body: "{}" };
    const { process = "", bot = "", path = "" } = found;
    const arrival = await read(request, path);
    return arrival.method === "POST" && SENDS.test(path)
      ? post(process, bot, arrival, backend)
      : backend(arrival);
  }

  const server = createServer((request, response) => {
    // Cut while it came: nothing has arrived.
    answer(request).then(
      (reply) => respond(response, reply),
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

function respond(response: ServerResponse, { status, body }: Reply): void {
  response.writeHead(status, { "content-type": "application/json" }).end(body);
}
