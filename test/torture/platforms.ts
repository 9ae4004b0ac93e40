/** The platforms on loopback: Telegram is our strict test server, Discord npm's twin with our way of taking messages. */
import { DigitalDiscord } from "discord-digital-twin";
import * as z from "zod";
import { createDiscordPosts } from "../support/discord/posts.ts";
import { group, privateChat, supergroup, user } from "../support/telegram/incoming.ts";
import { createTelegramServer, type TelegramServerOptions } from "../support/telegram/server.ts";
import { kindOf, TOPIC, type TorturedBot, upgraded } from "./bots.ts";
import type { Chance } from "./chance.ts";
import type { Arrival, Backend, Reply } from "./gate.ts";

/** What became of chats; by the id they had at first. */
export interface Fates {
  /** The day from which on nothing can be sent there. */
  gone: Map<string, string>;
  /** The day from which on it has another id. */
  moved: Map<string, { day: string; to: string }>;
}

export interface PlatformServer {
  backend: Backend;
  /** A day begins: some groups are upgraded, topics deleted, chats closed to the bot. */
  dawn: (day: string, chance: Chance) => void;
  fates: Fates;
  close: () => Promise<unknown>;
}

export interface PlatformOptions {
  chats: readonly string[];
  /** Telegram's own limits. */
  limits: NonNullable<TelegramServerOptions["limits"]>;
}

/** How often it happens to a chat it can happen to, a day. */
const CHANGE = 0.2;
/** To any chat. */
const END = 0.004;

export const startPlatform = (bot: TorturedBot, options: PlatformOptions): Promise<PlatformServer> =>
  bot.platform === "telegram" ? telegram(bot, options) : discord(bot, options);

const Made = z.object({
  result: z.object({ message_id: z.number(), chat: z.object({ id: z.number() }) }),
});

async function telegram({ token }: TorturedBot, { chats, limits }: PlatformOptions): Promise<PlatformServer> {
  const server = await createTelegramServer({ token, limits });
  const fates: Fates = { gone: new Map(), moved: new Map() };
  const owner = user(99);
  for (const chat of chats) addChat(chat);

  function addChat(chat: string): void {
    const id = Number(chat);
    const kind = kindOf(chat);
    if (kind === "private") server.addChat(privateChat(user(id)));
    if (kind === "group") server.addChat(group(id));
    if (kind !== "supergroup") return;
    server.addChat(supergroup(id, "Forum", { is_forum: true }));
    server.addTopic(id, TOPIC);
  }

  function change(chat: string, day: string): void {
    const id = Number(chat);
    const to = upgraded(chat);
    if (kindOf(chat) === "supergroup") server.removeTopic(id, TOPIC);
    if (kindOf(chat) !== "group" || fates.moved.has(chat)) return;
    server.migrate(id, supergroup(to), owner, false);
    fates.moved.set(chat, { day, to: String(to) });
  }

  return {
    fates,
    dawn(day, chance) {
      for (const chat of chats) {
        if (fates.gone.has(chat)) continue;
        if (chance.next() < CHANGE) change(chat, day);
        if (chance.next() > END) continue;
        server.kick(Number(fates.moved.get(chat)?.to ?? chat));
        fates.gone.set(chat, day);
      }
    },
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
  const channels = new Set(chats);
  const posts = createDiscordPosts(token, channels);
  const fates: Fates = { gone: new Map(), moved: new Map() };
  return {
    fates,
    dawn(day, chance) {
      for (const chat of chats) if (chance.next() < END && channels.delete(chat)) fates.gone.set(chat, day);
    },
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
