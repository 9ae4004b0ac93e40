/** `npm run torture -- scale`: several whole processes on one PostgreSQL, in a storm of deaths, cuts and standstills. */
import { setTimeout as sleep } from "node:timers/promises";
import { openStore } from "../../src/store/open.ts";
import { cleanUp } from "../support/process.ts";
import { createCrew } from "../support/scale/crew.ts";
import { judgePosts, type PostsVerdict, subscribeAll } from "../support/scale/posts.ts";
import { askOne, createGroups, type Group, judge, type Verdict } from "../support/scale/questions.ts";
import { blow, type Blows } from "../support/scale/storm.ts";
import { dropDatabase } from "../support/stores.ts";
import type { TelegramServer } from "../support/telegram/server.ts";
import { createChance } from "./chance.ts";

export interface ScaleOptions {
  processes: number;
  seconds: number;
  seed: number;
  isPolling: boolean;
}

export interface ScaleFound {
  blows: Blows;
  questions: Verdict;
  posts: PostsVerdict;
}

/** A group may ask 20 times a minute, and its asker 10 times. */
const ASK_EVERY_MS = 8_000;
const GROUPS = 150;
/** Telegram's own limit holds up what a storm has left behind. */
const MOST_WAIT_MS = 90_000;

/** @throws Error where the bot could not be started. */
export async function scaleTorture({
  processes,
  seconds,
  seed,
  isPolling,
}: ScaleOptions): Promise<ScaleFound> {
  try {
    const { server, ...crew } = await createCrew({ processes, isPolling });
    const store = await openStore({ dataDir: "", databaseUrl: crew.databaseUrl });
    const groups = createGroups(GROUPS);
    const chances = createChance(seed);
    const chance = (): number => chances.next();
    const ms = seconds * 1_000;
    const began = Date.now();
    await subscribeAll(store, server, groups, (index) => began + Math.round((index * ms) / GROUPS));
    const [blows] = await Promise.all([
      blow({ server, ...crew }, { chance, ms, pauseMs: 3_000 }),
      askAll(server, groups, ms),
    ]);
    const found = async (): Promise<ScaleFound> => ({
      blows,
      questions: judge(server, groups),
      posts: await judgePosts(store, server, groups),
    });
    for (const until = performance.now() + MOST_WAIT_MS; performance.now() < until; await sleep(500)) {
      const { questions, posts } = await found();
      if (questions.lost.length + posts.lost.length === 0) break;
    }
    // Whatever is sent twice has time to be.
    await sleep(8_000);
    const all = await found();
    await store.close();
    return all;
  } finally {
    await cleanUp();
    await dropDatabase();
  }
}

/** Spread over the time, each group at its own pace. */
async function askAll(server: TelegramServer, groups: readonly Group[], ms: number): Promise<void> {
  const step = ASK_EVERY_MS / groups.length;
  const began = performance.now();
  for (let asked = 0; asked * step < ms; asked += 1) {
    await sleep(Math.max(0, began + asked * step - performance.now()));
    const group = groups[asked % groups.length];
    if (group) askOne(server, group);
  }
}

/** What was promised and is not so. */
export const broken = ({ questions, posts }: ScaleFound): string[] => [
  ...questions.lost.map((one) => `question ${one} was not answered`),
  ...questions.doubled.map((one) => `question ${one} was answered twice`),
  ...questions.disordered.map((one) => `question ${one} was answered out of order`),
  ...posts.lost.map((one) => `the post to ${one} is lost`),
  ...posts.doubled.map((one) => `the post to ${one} was sent twice`),
];

export const linesOf = ({ blows, questions, posts }: ScaleFound): string[] => [
  `blows: ${Object.entries(blows)
    .map(([name, times]) => `${name} ${times}`)
    .join(" · ")}`,
  `questions: ${questions.asked} asked, ${questions.answered} answered, ${questions.refused} politely refused, ${questions.lost.length} lost, ${questions.doubled.length} doubled, ${questions.disordered.length} out of order`,
  `posts: ${posts.due} due, ${posts.arrived} arrived, ${posts.unknown} listed as unknown, ${posts.lost.length} lost, ${posts.doubled.length} doubled`,
];
