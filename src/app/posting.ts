/** The daily posts put together: settings in front of the core, posts behind the adapters. */
import { randomUUID } from "node:crypto";
import type { Logger } from "../shared/log.ts";
import { type Measures, UNMEASURED } from "../shared/measures.ts";
import { redact } from "../shared/redact.ts";
import type { Config } from "./config.ts";
import type { Adapter, Ask, Attend } from "../core/types.ts";
import { createAttend } from "../daily/attend.ts";
import { createCalendar } from "../daily/calendar.ts";
import type { Languages } from "../daily/languages.ts";
import type { Repeat } from "../daily/outcome.ts";
import type { Poster } from "../daily/sender.ts";
import { createDaily, type Daily } from "../daily/service.ts";
import { createSettings } from "../daily/settings.ts";
import { createFactsOn, createTell } from "../daily/topic.ts";
import type { Unanswered } from "../feedback/unanswered.ts";
import type { Dataset } from "../dataset/dataset.ts";
import { measuredAttend } from "./measured.ts";
import { botOf as accountOf } from "./storage.ts";
import type { KeptStore } from "../store/keep.ts";

export interface Posting extends Daily {
  /** The core, with what a chat can set in front of it. */
  attend: Attend;
}

/** Telegram: three seconds' worth at its limit. Discord: as many as its library keeps in order by itself. */
const AT_ONCE = { telegram: 90, discord: 30 } as const;

/** What posts are kept in and sent by. */
export interface PostingParts {
  storage: KeptStore;
  languages: Languages;
  platforms: readonly Adapter[];
  /** Where questions nobody could answer are kept. */
  unanswered?: Unanswered | undefined;
  /** Nothing is counted unless given. */
  measures?: Measures;
  log: Logger;
}

export function createPosting(
  config: Config,
  dataset: Dataset,
  ask: Ask,
  { storage, languages, platforms, unanswered, measures = UNMEASURED, log }: PostingParts,
): Posting {
  const bots = botsOf(config);
  const botOf = (platform: string): string | undefined => bots.get(platform);
  const shared = {
    dataset,
    factsOn: createFactsOn(dataset),
    tell: createTell(dataset),
    calendar: createCalendar(),
    store: storage.current,
    now: Date.now,
    newId: randomUUID,
  };
  const settings = createSettings({
    ...shared,
    ask,
    languages,
    botOf,
    keepsTexts: unanswered !== undefined,
    onTrouble: (what, error) => log.warn({ reason: redact(error, config.DATABASE_URL) }, what),
  });
  const posters = platforms.flatMap((platform) => posterFor(platform, bots, config));
  const daily = createDaily({
    ...shared,
    posters,
    log,
    measures,
    graceMs: config.DAILY_GRACE_MINUTES * 60_000,
  });
  const attend = createAttend({
    ask,
    settings,
    languages,
    botOf,
    ...(unanswered && { onAnswer: unanswered.note }),
  });
  return { ...daily, attend: measuredAttend(attend, measures) };
}

export function botsOf({ DISCORD_TOKEN, TELEGRAM_TOKEN }: Config): Map<string, string> {
  const bots = new Map<string, string>();
  if (DISCORD_TOKEN !== undefined) bots.set("discord", accountOf("discord", DISCORD_TOKEN));
  if (TELEGRAM_TOKEN !== undefined) bots.set("telegram", accountOf("telegram", TELEGRAM_TOKEN));
  return bots;
}

function posterFor(adapter: Adapter, bots: ReadonlyMap<string, string>, config: Config): Poster[] {
  const { platform } = adapter;
  const bot = bots.get(platform);
  if (bot === undefined || (platform !== "discord" && platform !== "telegram")) return [];
  const repeat = platform === "discord" ? "key" : REPEAT[config.DAILY_TELEGRAM];
  return [{ platform, bot, repeat, mostAtOnce: AT_ONCE[platform], post: adapter.post.bind(adapter) }];
}

const REPEAT: Readonly<Record<Config["DAILY_TELEGRAM"], Repeat>> = {
  "at-most-once": "never",
  "at-least-once": "always",
};
