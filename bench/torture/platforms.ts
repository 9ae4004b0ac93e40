/** The platforms on loopback: Telegram is our strict test server, Discord npm's twin with our way of taking messages. */
import { DigitalDiscord } from "discord-digital-twin";
import * as z from "zod";
import { createDiscordPosts } from "../../test/support/discord/posts.ts";
import { privateChat, user } from "../../test/support/telegram/incoming.ts";
import { createTelegramServer, type TelegramServerOptions } from "../../test/support/telegram/server.ts";
import type { TorturedBot } from "./bots.ts";
import type { Arrival, Backend, Reply } from "./gate.ts";

export interface PlatformServer {
  backend: Backend;
  close: () => Promise<unknown>;
}

export interface PlatformOptions {
  chats: readonly string[];
  /** Telegram's own limits. */
  limits: NonNullable<TelegramServerOptions["limits"]>;
}

export const startPlatform = (bot: TorturedBot, options: PlatformOptions): Promise<PlatformServer> =>
  bot.platform === "telegram" ? telegram(bot, options) : discord(bot, options);

const Made = z.object({
  result: z.object({ message_id: z.number(), chat: z.object({ id: z.number() }) }),
});

async function telegram({ token }: TorturedBot, { chats, limits }: PlatformOptions): Promise<PlatformServer> {
  const server = await createTelegramServer({ token, limits });
  for (const chat of chats) server.addChat(privateChat(user(Number(chat))));
  return {
    async backend(arrival) {
      const reply = await forward(server.apiRoot, arrival);
      // Kept for every call, which is much in a long run.
      server.calls.length = 0;
      const message = Made.safeParse(JSON.parse(reply.body)).data?.result;
      return message
        ? { ...reply, made: { chat: String(message.chat.id), id: String(message.message_id) } }
        : reply;
    },
    close: () => server.close(),
  };
}

const MESSAGES = /^\/api\/v\d+\/channels\/(\d+)\/messages$/u;

async function discord({ token }: TorturedBot, { chats }: PlatformOptions): Promise<PlatformServer> {
  const twin = new DigitalDiscord({ botToken: token });
  await twin.start();
  const posts = createDiscordPosts(token, new Set(chats));
  return {
    async backend(arrival) {
      const channel = MESSAGES.exec(arrival.path)?.[1];
      if (channel === undefined || arrival.method !== "POST")
        return forward(`http://127.0.0.1:${twin.port}`, arrival);
      const { status, body, isNew } = posts.take(arrival.authorization, channel, arrival.body);
      const reply = { status, body: JSON.stringify(body) };
      return isNew && "id" in body ? { ...reply, made: { chat: channel, id: body.id } } : reply;
    },
    close: () => twin.stop(),
  };
}

async function forward(root: string, arrival: Arrival): Promise<Reply> {
  const { method, path, authorization, contentType, body } = arrival;
  const response = await fetch(root + path, {
    method,
    headers: {
      ...(authorization !== undefined && { authorization }),
      ...(contentType !== undefined && { "content-type": contentType }),
    },
    ...(body !== "" && { body }),
  });
  return { status: response.status, body: await response.text() };
}
