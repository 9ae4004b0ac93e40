/** What the way to Telegram and back is made of: its limits, its waits, how updates come in. */
import type { Logger } from "../../../shared/log.ts";
import type { Measures } from "../../../shared/measures.ts";
import type { Allowance } from "../../shared/manners.ts";
import type { Roles } from "../../../shared/roles.ts";
import type { Inbox } from "../../shared/inbox.ts";
import type { Seen } from "../../shared/seen.ts";

/** How fast Telegram lets a bot send. Source: the Bot API FAQ, "My bot is hitting limits". */
export interface Limits {
  /** All chats together. */
  overall: Allowance;
  /** One chat: one a second on average, a short burst passes. */
  chat: Allowance;
  /** One group, supergroup or channel. */
  group: Allowance;
}

/** 30 a second, 1 a second in a chat, 20 a minute in a group; the odd milliseconds allow for jitter on the way. */
export const LIMITS: Limits = {
  overall: { count: 30, windowMs: 1_020 },
  chat: { count: 3, windowMs: 3_050 },
  group: { count: 20, windowMs: 60_050 },
};

/** Waiting times. Milliseconds unless the name says otherwise. */
export interface Timing {
  /** How long Telegram keeps an empty poll open, in seconds; Telegram takes at most 50. */
  pollSeconds: number;
  /** How much later than that an answer may come before the poll counts as hung and is cut. */
  pollGraceMs: number;
  /** How long any other call may take. */
  callMs: number;
  /** First and longest wait after a failure to receive; doubled in between. */
  backoffFirstMs: number;
  backoffMostMs: number;
  /** How long an update stays unconfirmed at Telegram while it is not dealt with. */
  holdMs: number;
  /** First wait before a failed send is tried again; doubled each time. */
  retryFirstMs: number;
  /** How often the webhook is checked. */
  checkMs: number;
  /** How long `stop` waits for what is under way. */
  stopMs: number;
}

export const TIMING: Timing = {
  pollSeconds: 30,
  pollGraceMs: 10_000,
  callMs: 20_000,
  backoffFirstMs: 1_000,
  backoffMostMs: 60_000,
  holdMs: 10_000,
  retryFirstMs: 500,
  checkMs: 60_000,
  stopMs: 3_500,
};

/** Receive by webhook. Telegram speaks HTTPS only: put a TLS proxy before this port. */
export interface WebhookOptions {
  /** The address Telegram posts to, https://host[:443|80|88|8443]/path. */
  url: string;
  /** Port and address to listen on, plain HTTP. Address 127.0.0.1 unless given. */
  port: number;
  host?: string | undefined;
  /** Path to listen on; that of `url` unless given. */
  path?: string | undefined;
  /** 1–256 of A–Z a–z 0–9 _ -; Telegram sends it with every update. */
  secretToken: string;
  /** Connections Telegram may open at once, 1–100; 40 unless given. */
  maxConnections?: number | undefined;
}

/** Several processes receive for the bot, and deal with what comes. */
export interface SharingOptions {
  inbox: Inbox;
  /** What this process does. */
  roles: Roles;
  /** Updates of one place are dealt with in order; undefined: at once, by whoever receives it, and kept nowhere. */
  placeOf: (update: unknown) => string | undefined;
}

/** Everything is injected; nothing here reads the environment. */
export interface TransportOptions {
  token: string;
  log: Logger;
  /** https://api.telegram.org unless given. */
  apiRoot?: string | undefined;
  /** http://[user:password@]host:port of a proxy that knows CONNECT. */
  proxy?: string | undefined;
  webhook?: WebhookOptions | undefined;
  /** Without it this process is the only one. */
  sharing?: SharingOptions | undefined;
  /** Without it an update that Telegram repeats after a restart is dealt with again. */
  seen?: Seen | undefined;
  /** Nothing is counted unless given. */
  measures?: Measures | undefined;
  /** Milliseconds since the epoch. */
  now?: (() => number) | undefined;
  limits?: Limits | undefined;
  timing?: Partial<Timing> | undefined;
}
