/** The daily posts put together: settings in front of the core, posts behind the adapters. */
import { randomUUID } from "node:crypto";
import type { Logger } from "../shared/log.ts";
import { type Measures, UNMEASURED } from "../shared/measures.ts";
import { redact } from "../shared/redact.ts";
import { type Bot, botsOf } from "./bots.ts";
import type { Config } from "./config.ts";
import type { Adapter, Ask, Attend } from "../core/types.ts";
import { createAttend } from "../daily/attend.ts";
import { createCalendar } from "../daily/calendar.ts";
import type { Languages } from "../daily/languages.ts";
import type { Poster } from "../daily/sender.ts";
import { createDaily, type Daily } from "../daily/service.ts";
import { createSettings } from "../daily/settings.ts";
import { createFactsOn, createTell } from "../daily/topic.ts";
import type { Unanswered } from "../feedback/unanswered.ts";
import type { Dataset } from "../dataset/dataset.ts";
import { measuredAttend } from "./measured.ts";
import type { KeptStore } from "../store/keep.ts";

export interface Posting extends Daily {
  /** The core, with what a chat can set in front of it. */
  attend: Attend;
}

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
  const botOf = (platform: string): string | undefined => bots.find(({ row }) => row.name === platform)?.id;
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
    keeps: { texts: unanswered !== undefined, turns: config.DATABASE_URL !== undefined },
    onTrouble: (what, error) => log.warn({ reason: redact(error, config.DATABASE_URL) }, what),
  });
  const posters = bots.flatMap((bot) => posterOf(bot, platforms, config));
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

function posterOf({ row, id: bot }: Bot, adapters: readonly Adapter[], config: Config): Poster[] {
  const { name: platform, mostAtOnce } = row;
  return adapters
    .filter((adapter) => adapter.platform === platform)
    .map((adapter) => ({
      platform,
      bot,
      repeat: row.repeat(config),
      mostAtOnce,
      post: adapter.post.bind(adapter),
    }));
}
