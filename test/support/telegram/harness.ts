/**
 * Ours, for tests: a Telegram test server per test, and telegraf bots that talk to it.
 * Not covered: more than one server at a time but for those a test makes itself.
 */

import { Telegraf, TelegramError } from "telegraf";
import { afterEach, beforeEach } from "vitest";
import { privateChat, user } from "./incoming.ts";
import { createTelegramServer, type TelegramServer } from "./server.ts";

/** The smallest PNG, one pixel. */
export const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);
export const ann = user(11, "Ann", { username: "ann_test" });
export const home = privateChat(ann);
/** The server of the running test. */
export let server: TelegramServer;
/** What to undo after the running test, last first. */
export const cleanups: (() => unknown)[] = [];

/** Gives every test of the file a server that knows Ann's private chat. */
export function serverPerTest(): void {
  beforeEach(async () => {
    server = await createTelegramServer();
    server.addChat(home);
  });

  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
    await server.close();
  });
}

/** A telegraf bot that talks to the server, or to a proxy before it. */
export function newBot(apiRoot = server.apiRoot, token = server.token): Telegraf {
  return new Telegraf(token, { telegram: { apiRoot } });
}

/** Starts polling; gives a promise of how it ended. */
export function poll(bot: Telegraf): Promise<Error | undefined> {
  const ended = bot.launch().then(
    () => undefined,
    (error: unknown) => error as Error,
  );
  cleanups.push(() => {
    try {
      bot.stop();
    } catch {
      // It had stopped by itself.
    }
    return ended;
  });
  return ended;
}

/** The description of the error that a call ends with. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof TelegramError) return `${error.code} ${error.description}`;
    throw error;
  }
  return "accepted";
}

/** A raw call, past telegraf. */
export async function raw(method: string, body: unknown, signal?: AbortSignal) {
  const response = await fetch(`${server.apiRoot}/bot${server.token}/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as { [key: string]: never },
  };
}
