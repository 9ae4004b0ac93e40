/**
 * What is stored, as the query layer sees it. Columns are of kinds both engines have: text, integer, and bigint for
 * milliseconds since the epoch. Nothing else about people is kept, see /privacy.
 */
import type { Generated, Selectable } from "kysely";

/** `active` gets posts; `off` was switched off; `gone` cannot be posted to any more, `reason` says why. */
export type SubscriptionState = "active" | "off" | "gone";

/**
 * `pending` waits for `not_before`; `claimed` belongs to a sender; `sending`: a request may be under way; `sent`;
 * `unknown`: it may or may not have arrived and will not be sent again; `dead`: the platform will not take it;
 * `skipped`: too late, or nothing to send.
 */
export type DeliveryState = "pending" | "claimed" | "sending" | "sent" | "unknown" | "dead" | "skipped";

/** At most one a chat. `bot` is platform and account, `telegram:123456`: a new token of the same bot keeps it. */
export interface SubscriptionTable {
  id: string;
  bot: string;
  chat: string;
  /** Forum topic or thread to post in; "" for none. */
  thread: string;
  /** Local time, HH:MM. */
  time: string;
  /** IANA time zone. */
  zone: string;
  /** `all`, `class:支柱`, `cluster:…` or `city:…`. */
  topic: string;
  state: SubscriptionState;
  reason: string | null;
  next_run_at: number;
  paused_until: number | null;
}

/** One a subscription and local date. */
export interface DeliveryTable {
  id: string;
  subscription: string;
  bot: string;
  local_date: string;
  /** When it was to be sent. */
  slot_at: number;
  /** Id of the fact; "" where there was none to send. */
  fact: string;
  state: DeliveryState;
  /** Which claim has it, or had it last: a sender and a number. */
  owner: string | null;
  not_before: number;
  /** How often it was put off after a failure. */
  attempts: Generated<number>;
  /** Since when it is in doubt: the first request that left and is not known to have delivered nothing. Null: it has not arrived. */
  sending_at: number | null;
  changed_at: number;
  /** Id the platform gave the message. */
  message: string | null;
  reason: string | null;
}

export type DeliveryRow = Selectable<DeliveryTable>;

/** How often a chat was shown a fact. */
export interface HistoryTable {
  bot: string;
  chat: string;
  fact: string;
  times: number;
  shown_at: number;
}

/** One sender a bot: whoever keeps `beat` moving. And turns, of which `beat` is the last, see leases.ts. */
export interface LeaseTable {
  bot: string;
  owner: string;
  beat: number;
}

/** Updates of a platform that were dealt with, for two days. */
export interface SeenTable {
  bot: string;
  update_id: string;
  at: number;
}

/** What a chat has set. */
export interface SettingTable {
  bot: string;
  chat: string;
  /** Language of what it is told. */
  locale: string;
}

/** Votes of a day on a kind of answer (`fact` is "") and on each fact such answers rest on. */
export interface VoteTable {
  /** 2026-11-26, in UTC. */
  day: string;
  kind: string;
  fact: string;
  up: number;
  down: number;
}

/** A question nobody could answer, without what points to a person. Only where the operator wants that. */
export interface UnansweredTable {
  text: string;
  times: number;
  last_day: string;
}

/** `over`: to be deleted. */
export type InboxState = "waiting" | "claimed" | "sending" | "over";

/** What people sent and nobody has dealt with yet, where processes share the work. Deleted once it is dealt with. */
export interface InboxTable {
  bot: string;
  /** The platform's number of the update. */
  id: number;
  /** Rows of one place are dealt with in the order of their numbers, one at a time. */
  place: string;
  /** The update as it came. */
  body: string;
  state: InboxState;
  owner: string | null;
  /** 1: its answer was cut off by the death of its owner, and may have arrived. */
  cut: number;
  /** How often it was claimed. */
  tries: number;
}

/** Whoever works on the inbox, and keeps `beat` moving. */
export interface WorkerTable {
  bot: string;
  owner: string;
  beat: number;
}

/** What processes share of the last minutes: the last turn of a conversation, how often somebody asked. */
export interface RecentTable {
  bot: string;
  key: string;
  value: string;
  until: number;
}

export interface Tables {
  subscription: SubscriptionTable;
  delivery: DeliveryTable;
  history: HistoryTable;
  lease: LeaseTable;
  seen: SeenTable;
  setting: SettingTable;
  vote: VoteTable;
  unanswered: UnansweredTable;
  inbox: InboxTable;
  worker: WorkerTable;
  recent: RecentTable;
}
