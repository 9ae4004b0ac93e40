/** The bots that are tortured, one for each promise that docs/design/daily.md makes. */
import type { Repeat } from "../../src/shared/repeat.ts";
import { descriptor as discord } from "../../src/adapters/discord/descriptor.ts";
import { descriptor as telegram } from "../../src/adapters/telegram/descriptor.ts";
import { botOf } from "../../src/app/bots.ts";

export interface TorturedBot {
  /** In paths and tables. */
  name: "discord" | "at-most-once" | "at-least-once";
  platform: "discord" | "telegram";
  token: string;
  repeat: Repeat;
}

export const BOTS: readonly TorturedBot[] = [
  {
    name: "discord",
    platform: "discord",
    token: "MTE4ODg4ODg4ODg4ODg4ODg4.GhIjKl.abcdefghijklmnopqrstuvwxyz0123456789AB",
    repeat: "key",
  },
  {
    name: "at-most-once",
    platform: "telegram",
    token: "7000000001:TEST-token_for_the_loopback_server1",
    repeat: "never",
  },
  {
    name: "at-least-once",
    platform: "telegram",
    token: "7000000002:TEST-token_for_the_loopback_server2",
    repeat: "always",
  },
];

const ROWS = { discord, telegram } as const;

/** As subscriptions name it. */
export const accountOf = ({ platform, token }: TorturedBot): string => botOf(ROWS[platform], token);

/** Posts handed to its platform at a time. */
export const mostAtOnce = ({ platform }: TorturedBot): number => ROWS[platform].mostAtOnce;

/** Chats of a bot: on Telegram one of ten is a group, and one has a topic for the posts. */
export const chatsOf = ({ platform }: TorturedBot, count: number): string[] =>
  Array.from({ length: count }, (_, i) =>
    platform === "telegram" ? telegramChat(i) : String(1_100_000_000_000_000_001n + BigInt(i)),
  );

const SUPER = -1_000_000_000_000;

function telegramChat(i: number): string {
  if (i % 10 === 5) return String(-100_001 - i);
  return String(i % 10 === 6 ? SUPER - 100_001 - i : 100_001 + i);
}

/** What a chat of Telegram's is, by its id. */
export function kindOf(chat: string): "private" | "group" | "supergroup" {
  const id = Number(chat);
  if (id > 0) return "private";
  return id > SUPER ? "group" : "supergroup";
}

/** The id a group has as a supergroup. */
export const upgraded = (chat: string): number => SUPER + Number(chat);

/** The topic the posts of a chat go to, at first. */
export const TOPIC = 7;
export const threadOf = (chat: string): string =>
  Number(chat) < 0 && kindOf(chat) === "supergroup" ? String(TOPIC) : "";
