/** What was promised, held against what the platform received and what the store says. Pure. */
import type { TorturedBot } from "./bots.ts";
import type { Leaving } from "./crew.ts";
import { causesOf } from "./doubt.ts";
import type { Evidence, Row } from "./evidence.ts";

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
  /** Not received because the chat was gone. */
  dead: number;
  /** Changes of the sender. */
  turns: number;
  broken: string[];
}

export function judge(evidence: Evidence): Account {
  const { bot, chats, days, rows } = evidence;
  const found = index(evidence);
  const all = chats.flatMap((chat) => days.map((day) => post(evidence, found, chat, day)));
  const posts = all.flatMap((one) => one ?? []);
  const broken = posts.flatMap(({ problem }) => problem ?? []);
  const known = new Set(posts.map(({ key }) => key));
  for (const made of evidence.made)
    if (!known.has(keyOf(made.chat, made.day)))
      broken.push(`a message nobody asked for in ${made.chat} on ${made.day}`);
  if (rows.length !== posts.length) broken.push(`${rows.length} rows for ${posts.length} posts`);
  broken.push(...repeats(rows), ...interleaved(evidence), ...leftBehind(evidence));
  const count = (is: (one: Post) => boolean): number => posts.filter(is).length;
  return {
    bot: bot.name,
    posts: posts.length,
    lost: count((one) => one.isLost),
    doubled: count(({ times }) => times > 1),
    unknown: count(({ state }) => state === "unknown"),
    arrived: count(({ state, times }) => state === "unknown" && times > 0),
    dead: count(({ state, isLost }) => state === "dead" && !isLost),
    turns: turnsOf(evidence.leavings),
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

function index(evidence: Evidence) {
  const { made, rows, listed } = evidence;
  const ids = new Map<string, string[]>();
  for (const { chat, day, id } of made) {
    const key = keyOf(chat, day);
    ids.set(key, [...(ids.get(key) ?? []), id]);
  }
  /** The day a chat's posts ended, as the store says. */
  const ends = new Map<string, string>();
  for (const { chat, local_date: day, state } of rows)
    if (isGone(evidence, chat, day) && (state === "dead" || state === "unknown"))
      ends.set(chat, [ends.get(chat) ?? day, day].toSorted()[0] ?? day);
  return {
    ids,
    ends,
    rows: new Map(rows.map((row) => [keyOf(row.chat, row.local_date), row])),
    listed: new Set(listed.map((one) => keyOf(one.chat, one.localDate))),
    hasCause: causesOf(evidence),
  };
}

const isGone = ({ fates }: Evidence, chat: string, day: string): boolean =>
  (fates.gone.get(chat) ?? "9999") <= day;

/** @returns undefined where the chat was gone and rightly had no post any more. */
function post(
  evidence: Evidence,
  found: ReturnType<typeof index>,
  chat: string,
  day: string,
): Post | undefined {
  const { bot } = evidence;
  const key = keyOf(chat, day);
  const ids = found.ids.get(key) ?? [];
  const row = found.rows.get(key);
  if (!row && ids.length === 0 && (found.ends.get(chat) ?? "9999") < day) return undefined;
  const state = row?.state ?? "none";
  const gone = isGone(evidence, chat, day);
  const isExcused = (state === "unknown" && (bot.repeat === "never" || gone)) || (state === "dead" && gone);
  const isLost = ids.length === 0 && !isExcused;
  const problem = (): string | undefined => {
    if (isLost) return `lost, in the state “${state}” (${row?.reason ?? "no reason"})`;
    if (ids.length > 1 && bot.repeat !== "always") return `received ${ids.length} times`;
    if (state === "dead" && ids.length === 0) return undefined;
    if (row && state === "unknown") {
      if (!found.hasCause(row)) return "in doubt, though every request was refused for certain";
      return found.listed.has(key) ? undefined : "in doubt, but not listed";
    }
    if (state !== "sent") return `received, but left in the state “${state}”`;
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

/** Subscriptions that were sent something where their chat is now, but stayed where it was. */
const leftBehind = ({ rows, fates }: Evidence): string[] =>
  rows.flatMap(({ chat, place, state, local_date: day }) => {
    const moved = fates.moved.get(chat);
    const isBehind = moved && moved.day <= day && state === "sent" && place !== moved.to;
    return isBehind ? [`${chat}: its subscription did not move to ${moved.to}`] : [];
  });

/** Stretches in which one process sent. */
function turnsOf(leavings: readonly Leaving[]): number {
  const inOrder = leavings.toSorted((one, other) => one.at - other.at);
  return inOrder.filter(({ process }, i) => process !== inOrder[i - 1]?.process).length;
}

/** Each time a process becomes the sender it has one stretch at most; more, and two sent at the same time. */
function interleaved({ leavings, leads }: Evidence): string[] {
  const turns = turnsOf(leavings);
  return turns > leads.length
    ? [`two processes sent at the same time: ${turns} stretches, but only ${leads.length} became the sender`]
    : [];
}
