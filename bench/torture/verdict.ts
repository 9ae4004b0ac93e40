/** What was promised, held against what the platform received and what the store says. Pure. */
import type { TorturedBot } from "./bots.ts";
import type { Made, Sent } from "./gate.ts";
import type { Lead } from "./crew.ts";

/** A delivery as it is stored. */
export interface Row {
  chat: string;
  local_date: string;
  state: string;
  message: string | null;
  fact: string;
}

export interface Evidence {
  bot: TorturedBot;
  chats: readonly string[];
  days: readonly string[];
  /** Of this bot, in order. */
  made: readonly Made[];
  sent: readonly Sent[];
  leads: readonly Lead[];
  rows: readonly Row[];
  /** What the operator is shown as in doubt: chat and day. */
  listed: readonly { chat: string; localDate: string }[];
}

export interface Account {
  bot: TorturedBot["name"];
  posts: number;
  /** Not received, and nothing says so. */
  lost: number;
  /** Received more than once. */
  doubled: number;
  /** Rows in doubt, and how many of them had arrived. */
  unknown: number;
  arrived: number;
  /** Changes of the sender. */
  turns: number;
  broken: string[];
}

export function judge(evidence: Evidence): Account {
  const { bot, chats, days, rows } = evidence;
  const found = index(evidence);
  const posts = chats.flatMap((chat) => days.map((day) => post(evidence, found, keyOf(chat, day))));
  const broken = posts.flatMap(({ problem }) => problem ?? []);
  const known = new Set(posts.map(({ key }) => key));
  for (const made of evidence.made)
    if (!known.has(keyOf(made.chat, made.day)))
      broken.push(`a message nobody asked for in ${made.chat} on ${made.day}`);
  if (rows.length !== posts.length) broken.push(`${rows.length} rows for ${posts.length} posts`);
  broken.push(...repeats(rows), ...interleaved(evidence));
  const count = (is: (one: Post) => boolean): number => posts.filter(is).length;
  return {
    bot: bot.name,
    posts: posts.length,
    lost: count((one) => one.isLost),
    doubled: count(({ times }) => times > 1),
    unknown: count(({ state }) => state === "unknown"),
    arrived: count(({ state, times }) => state === "unknown" && times > 0),
    turns: turnsOf(evidence.sent),
    broken,
  };
}

interface Post {
  key: string;
  state: string;
  times: number;
  isLost: boolean;
  problem: string | undefined;
}

const keyOf = (chat: string, day: string): string => `${chat} ${day}`;

function index({ made, rows, listed }: Evidence) {
  const ids = new Map<string, string[]>();
  for (const { chat, day, id } of made) {
    const key = keyOf(chat, day);
    ids.set(key, [...(ids.get(key) ?? []), id]);
  }
  return {
    ids,
    rows: new Map(rows.map((row) => [keyOf(row.chat, row.local_date), row])),
    listed: new Set(listed.map((one) => keyOf(one.chat, one.localDate))),
  };
}

function post({ bot }: Evidence, found: ReturnType<typeof index>, key: string): Post {
  const ids = found.ids.get(key) ?? [];
  const row = found.rows.get(key);
  const state = row?.state ?? "none";
  const isExcused = state === "unknown" && bot.repeat === "never";
  const isLost = ids.length === 0 && !isExcused;
  const problem = (): string | undefined => {
    if (isLost) return "lost";
    if (ids.length > 1 && bot.repeat !== "always") return `received ${ids.length} times`;
    if (state === "unknown") return found.listed.has(key) ? undefined : "in doubt, but not listed";
    if (state !== "sent") return `left in the state “${state}”`;
    return row?.message != null && ids.includes(row.message) ? undefined : "stored with another message's id";
  };
  const said = problem();
  return { key, state, times: ids.length, isLost, problem: said && `${key}: ${said}` };
}

/** A chat sees no fact again before it has seen all; a torture has fewer days than there are facts. */
function repeats(rows: readonly Row[]): string[] {
  const seen = new Set<string>();
  return rows.flatMap(({ chat, fact }) => {
    const key = `${chat} ${fact}`;
    if (seen.has(key)) return [`${chat}: the fact ${fact} on two days`];
    seen.add(key);
    return [];
  });
}

/** Stretches in which one process sent. */
const turnsOf = (sent: readonly Sent[]): number =>
  sent.filter(({ process }, i) => process !== sent[i - 1]?.process).length;

/** Each time a process becomes the sender it has one stretch at most; more, and two sent at the same time. */
function interleaved({ sent, leads }: Evidence): string[] {
  const turns = turnsOf(sent);
  return turns > leads.length
    ? [`two processes sent at the same time: ${turns} stretches, but only ${leads.length} became the sender`]
    : [];
}
