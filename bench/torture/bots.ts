/** The bots that are tortured, one for each promise that DESIGN.md makes. */
import type { Repeat } from "../../src/daily/outcome.ts";
import { botOf } from "../../src/storage.ts";

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

/** As subscriptions name it. */
export const accountOf = ({ platform, token }: TorturedBot): string => botOf(platform, token);

/** Chats of a bot. Telegram's are private, Discord's as long as its ids are. */
export const chatsOf = ({ platform }: TorturedBot, count: number): string[] =>
  Array.from({ length: count }, (_, i) =>
    platform === "telegram" ? String(100_001 + i) : String(1_100_000_000_000_000_001n + BigInt(i)),
  );
