/** Daily posts with a store, a fake clock and a platform that does what the test says. */
import { PostError } from "../../src/shared/post-error.ts";
import { type Fence, fenced, ownError } from "../../src/adapters/shared/withheld.ts";
import type { Answer, Chat } from "../../src/core/types.ts";
import { createCalendar } from "../../src/daily/calendar.ts";
import type { Repeat } from "../../src/shared/repeat.ts";
import { createDaily, type Daily, type DailyTiming } from "../../src/daily/service.ts";
import { createFactsOn, createTell } from "../../src/daily/topic.ts";
import type { Store } from "../../src/store/open.ts";
import { type Logger, SILENT } from "../../src/shared/log.ts";
import { dataset } from "./bot.ts";

export const BOT = "telegram:1";
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Nine in the morning in China. */
export const NINE = Date.parse("2026-11-26T09:00+08:00");

const QUICK: DailyTiming = {
  lease: { beatMs: 20, unsureMs: 1_500, stillMs: 2_500 },
  tickMs: 5,
  choreMs: 10,
  stopMs: 500,
  repeatAfter: () => 30,
};

export interface Sent {
  chat: string;
  thread: string | undefined;
  key: string | undefined;
  title: string;
  facts: string[];
  locale: Answer["locale"];
}

/** A platform: `behave` may throw what a platform throws; otherwise the post arrives. */
export interface FakePlatform {
  sent: Sent[];
  /** Requests that left, whatever came of them. */
  tries: number;
  behave: (chat: string, attempt: number) => void | Promise<void>;
  post: (chat: Chat, answer: Answer, fence?: Fence) => Promise<{ id: string }>;
}

export function createPlatform(): FakePlatform {
  const attempts = new Map<string, number>();
  const platform: FakePlatform = {
    sent: [],
    tries: 0,
    behave: () => undefined,
    async post({ id, thread }, answer, fence = {}) {
      const request = async (): Promise<{ id: string }> => {
        const attempt = (attempts.get(id) ?? 0) + 1;
        attempts.set(id, attempt);
        platform.tries += 1;
        await platform.behave(id, attempt);
        const { key } = fence;
        const { title, facts, locale } = answer;
        platform.sent.push({ chat: id, thread, key, title: title.text, facts, locale });
        return { id: String(platform.sent.length) };
      };
      try {
        return await fenced(fence, request, asPostError);
      } catch (error) {
        throw ownError(error);
      }
    },
  };
  return platform;
}

function asPostError(error: unknown): PostError {
  if (error instanceof PostError) return error;
  throw error;
}

export const fails = (kind: PostError["kind"], detail = {}): never => {
  throw new PostError(kind, `the platform said ${kind}`, detail);
};

export interface World {
  daily: Daily;
  /** Sets the clock. */
  clock: { at: number };
}

export interface WorldOptions {
  repeat?: Repeat;
  at?: number;
  bot?: string;
  log?: Logger;
}

let ids = 0;
const tell = createTell(dataset);

export function createWorld(
  store: () => Store | undefined,
  platform: Pick<FakePlatform, "post">,
  { repeat = "never", at = NINE, bot = BOT, log = SILENT }: WorldOptions = {},
): World {
  const clock = { at };
  const daily = createDaily({
    tell,
    factsOn: createFactsOn(dataset),
    calendar: createCalendar(),
    store,
    posters: [{ platform: "telegram", bot, repeat, mostAtOnce: 20, post: platform.post }],
    log,
    now: () => clock.at,
    newId: () => `id${process.pid}-${(ids += 1)}`,
    graceMs: 3 * HOUR,
    timing: QUICK,
  });
  return { daily, clock };
}

/** Subscribes a chat to nine o'clock, due at `next`. */
export const subscribe = (store: Store, chat: string, next = NINE, topic = "all"): Promise<unknown> =>
  store.subscriptions.turnOn({
    id: `s${chat}`,
    bot: BOT,
    chat,
    thread: "",
    time: "09:00",
    zone: "Asia/Shanghai",
    topic,
    next_run_at: next,
  });

/** Waits until it is so; a test that waits in vain says for what. */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  ms = 100_000,
): Promise<void> {
  const end = performance.now() + ms;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`waited ${ms} ms in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
