/** A strict Telegram server, a balancer and processes behind it, and the people who ask them. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { createBalancer } from "../../test/support/balancer.ts";
import { folder, freePort, later } from "../../test/support/process.ts";
import { newPlace } from "../../test/support/stored.ts";
import { privateChat, user } from "../../test/support/telegram/incoming.ts";
import { createTelegramServer, type TelegramServer } from "../../test/support/telegram/server.ts";
import type { User } from "../../test/support/telegram/types.ts";
import type { Orders } from "../scale-child.ts";
import { questionAt } from "../telegram-questions.ts";

const Used = z.object({ rss: z.number(), heap: z.number(), cpuMs: z.number() });
export type Used = z.infer<typeof Used>;

const preciseNow = (): number => performance.timeOrigin + performance.now();

export interface Town {
  server: TelegramServer;
  children: ChildProcess[];
  databaseUrl: string | undefined;
}

/** The caller cleans up. @param count 0: one process as without a server, on a file. */
export async function build(count: number): Promise<Town> {
  const server = await createTelegramServer({ now: preciseNow });
  later(() => server.close());
  const isShared = count > 0;
  const place = isShared ? await newPlace("postgres") : undefined;
  if (place) later(place.remove);
  const ports = await Promise.all(Array.from({ length: Math.max(1, count) }, freePort));
  const balancer = await createBalancer(() => ports);
  later(() => balancer.close());
  const url = `http://127.0.0.1:${balancer.port}/hook`;
  const databaseUrl = place?.options.databaseUrl;
  const { token, apiRoot } = server;
  const begin = (port: number): Promise<ChildProcess> =>
    beginOne({
      token,
      apiRoot,
      databaseUrl,
      dataDir: folder(),
      webhook: { url, port, secretToken: "bench" },
    });
  const children: ChildProcess[] = [];
  for (const port of ports) children.push(await begin(port));
  await server.waitFor(() => server.callsOf("setWebhook").length > 0, 20_000);
  return { server, children, databaseUrl };
}

async function beginOne(orders: Orders): Promise<ChildProcess> {
  const script = fileURLToPath(new URL("../scale-child.ts", import.meta.url));
  const child = fork(script, [JSON.stringify(orders)], { execArgv: ["--expose-gc", "--import", "tsx"] });
  later(() => void child.kill("SIGKILL"));
  await once(child, "message");
  return child;
}

async function usedBy(child: ChildProcess): Promise<Used> {
  const reply = once(child, "message");
  child.send("used");
  return Used.parse((await reply)[0]);
}

export const usedByAll = (children: readonly ChildProcess[]): Promise<Used[]> =>
  Promise.all(children.map(usedBy));

let people = 10_000;

export interface Talk {
  /** People who wait for an answer at a time. */
  atOnce: number;
  /** Nobody new asks after that; those who wait are waited for. */
  forMs: number;
  /** People at most. */
  most?: number;
  /** What a person says once they were answered, if anything. */
  goOn?: (id: number) => string | undefined;
}

/** An answer that takes longer is none. */
const MOST_WAIT_MS = 20_000;

/**
 * Whoever was answered is followed by another, until the time or the number is up.
 * @returns milliseconds each waited for each answer.
 * @throws Error where somebody was refused or not answered.
 */
export async function talk(
  { server }: Town,
  { atOnce, forMs, most = Infinity, goOn }: Talk,
): Promise<number[]> {
  const asked = new Map<string, { person: User; since: number; turn: number }>();
  const waits: number[] = [];
  const end = performance.now() + forMs;
  const last = people + most;
  const say = (person: User, text: string, turn: number): void => {
    asked.set(String(person.id), { person, since: preciseNow(), turn });
    server.message(privateChat(person), person, text);
  };
  const begin = (): void => {
    if (people >= last || performance.now() >= end) return;
    const person = user((people += 1));
    say(person, questionAt(people), 1);
  };
  const next = ({ person, turn }: { person: User; turn: number }): void => {
    const more = turn === 1 ? goOn?.(person.id) : undefined;
    if (more === undefined) begin();
    else say(person, more, turn + 1);
  };
  for (let i = 0; i < atOnce; i += 1) begin();
  while (asked.size > 0 && performance.now() < end + MOST_WAIT_MS) {
    await sleep(1);
    for (const { method, response, params, time } of server.calls.splice(0)) {
      const { chat_id: id } = params;
      if (typeof id !== "string" && typeof id !== "number") continue;
      const one = asked.get(String(id));
      if (one === undefined || !method.startsWith("send")) continue;
      if (response?.ok === false) throw new Error(`${method} was refused: ${response.description}`);
      asked.delete(String(id));
      waits.push(time - one.since);
      next(one);
    }
  }
  if (asked.size > 0) throw new Error(`${asked.size} people were not answered`);
  return waits;
}
