/** What an operator asks: what would be posted, how things stand, what people think of it, a copy of everything stored. */
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { UsageError } from "../shared/usage-error.ts";
import { visible } from "../shared/visible.ts";
import type { Config } from "../app/config.ts";
import { toPlain } from "../core/plain.ts";
import { createCalendar } from "../daily/calendar.ts";
import { choose, type Shown } from "../daily/choose.ts";
import { createTongues, HOME_LOCALE } from "../daily/tongues.ts";
import { createFactsOn, createTell, createTopicReader, EVERYTHING } from "../daily/topic.ts";
import { HOME_ZONE } from "../daily/zones.ts";
import type { Dataset } from "../dataset/dataset.ts";
import { backUpLibrary, libraryBeside } from "../documents/backup.ts";
import { FILE, openStore, type Store } from "../store/open.ts";
import type { Liked } from "../store/feedback.ts";
import type { Report } from "../store/report.ts";

type Say = (line: string) => void;

const DAY_MS = 86_400_000;
const MOST_DAYS = 366;

/** `daily:preview -- --days 14 --topic 深圳`: what a new chat would get. @throws UsageError */
export function preview(dataset: Dataset, args: readonly string[], now: number, say: Say): void {
  const { days, topic } = previewArgs(args);
  const read = topic === undefined ? { topic: EVERYTHING } : createTopicReader(dataset)(topic);
  const tongues = createTongues(dataset);
  if ("problem" in read) throw new UsageError(`--topic: ${read.problem(tongues.en)}`);
  const facts = createFactsOn(dataset)(read.topic) ?? [];
  const calendar = createCalendar();
  const tell = createTell(dataset);
  const shown: Shown[] = [];
  say(`${days} days of “${tongues[HOME_LOCALE].topic(read.topic)}”, ${facts.length} facts in all`);
  for (let at = now; at < now + days * DAY_MS; at += DAY_MS) {
    const date = calendar.day(at, HOME_ZONE);
    const fact = choose(facts, shown, `preview ${date}`);
    const answer = fact && tell(fact.id, HOME_LOCALE);
    if (!answer) throw new UsageError("--topic: there is no fact to tell on it");
    noteShown(shown, fact.id, at);
    say(`\n${date}  ${fact.id}\n${toPlain(answer)}`);
  }
}

function previewArgs(args: readonly string[]): { days: number; topic: string | undefined } {
  const { days: text = "7", topic } = parsed(args);
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
    throw new UsageError(`--days ${text}: give a number from 1 to ${MOST_DAYS}.`);
  return { days, topic };
}

function parsed(args: readonly string[]): { days?: string | undefined; topic?: string | undefined } {
  try {
    const given = args.filter((arg) => arg !== "--");
    return parseArgs({ args: given, options: { days: { type: "string" }, topic: { type: "string" } } })
      .values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : "daily:preview takes --days and --topic.");
  }
}

function noteShown(shown: Shown[], fact: string, at: number): void {
  const known = shown.find((one) => one.fact === fact);
  if (!known) shown.push({ fact, times: 1, shown_at: at });
  else Object.assign(known, { times: known.times + 1, shown_at: at });
}

/** An operator looks at what is there; only the bot itself begins a new database. */
function open({ DATA_DIR: dataDir, DATABASE_URL: databaseUrl }: Config): Promise<Store> {
  const file = join(dataDir, FILE);
  if (databaseUrl === undefined && !existsSync(file))
    throw new Error(`There is no ${file} yet: the bot makes it when it first runs. Is DATA_DIR right?`);
  return openStore({ dataDir, databaseUrl });
}

const MOST_DOUBTFUL = 50;

/** `daily:status`: the last 24 hours, what waits, and every post in doubt. */
export async function status(config: Config, now: number, say: Say): Promise<void> {
  const store = await open(config);
  try {
    const report = await store.report(now - DAY_MS, now, MOST_DOUBTFUL);
    for (const line of reportLines(report)) say(line);
  } finally {
    await store.close();
  }
}

function reportLines({ subscriptions, deliveries, due, next, doubtful }: Report): string[] {
  const count = (value: number | undefined): number => value ?? 0;
  const unknown = count(deliveries.unknown);
  return [
    `subscriptions  ${count(subscriptions.active)} on, ${count(subscriptions.off)} off, ${count(subscriptions.gone)} gone`,
    `due            ${due}`,
    `sent           ${count(deliveries.sent)} in the last 24 hours`,
    `failed         ${count(deliveries.dead)} refused, ${count(deliveries.skipped)} skipped`,
    `unknown        ${unknown}, may or may not have arrived; never sent again by themselves`,
    `next           ${next === undefined ? "nothing planned" : new Date(next).toISOString()}`,
    ...doubtful.map(
      (one) =>
        `  unknown: ${one.bot} chat ${one.chat} ${one.localDate} ${one.fact}: ${visible(one.reason ?? "")}`,
    ),
    ...(unknown > doubtful.length ? [`  … and ${unknown - doubtful.length} more`] : []),
  ];
}

const MOST_LISTED = 20;
const MOST_QUESTIONS = 50;

/** `feedback`: what people vote against, and where the operator wants to know it what nobody could answer. */
export async function feedback(config: Config, { fact }: Dataset, say: Say): Promise<void> {
  const store = await open(config);
  try {
    const kept = store.feedback;
    say("kinds of answers, for and against");
    for (const line of likedLines(await kept.worst("kind", MOST_LISTED))) say(line);
    say("facts in answers, for and against");
    for (const line of likedLines(await kept.worst("fact", MOST_LISTED), (id) => fact.get(id)?.text))
      say(line);
    if (config.LOG_UNANSWERED !== "true")
      return say("questions nobody could answer: not kept; LOG_UNANSWERED=true keeps them from then on");
    say("questions nobody could answer, of the last 30 days");
    const texts = await kept.unanswered(MOST_QUESTIONS);
    for (const { text, times, last_day } of texts) say(`  ${times} ×  ${last_day}  ${visible(text)}`);
    if (texts.length === 0) say("  none");
  } finally {
    await store.close();
  }
}

function likedLines(
  liked: readonly Liked[],
  textOf: (name: string) => string | undefined = () => undefined,
): string[] {
  if (liked.length === 0) return ["  nobody voted against any"];
  return liked.map(
    ({ name, up, down }) => `  +${up} -${down}  ${[name, textOf(name)].filter(Boolean).join("  ")}`,
  );
}

/**
 * `backup -- FILE`: a consistent copy while the bot runs, and the documents that were added beside it.
 * @throws UsageError without a file.
 */
export async function backup(config: Config, args: readonly string[], say: Say): Promise<void> {
  const [file, ...rest] = args;
  if (file === undefined || rest.length > 0 || file.startsWith("-"))
    throw new UsageError("backup takes one new file: npm run backup -- FILE");
  const store = await open(config);
  try {
    const documents = backUpLibrary(config.DATA_DIR, file);
    try {
      await store.backup(file);
    } catch (error) {
      if (documents !== undefined) rmSync(libraryBeside(file), { force: true });
      throw error;
    }
    if (documents !== undefined)
      say(`${documents} documents are in ${libraryBeside(file)}: keep both together`);
    say(`everything stored is in ${file}; to go back to it: npm run restore -- ${file}`);
  } finally {
    await store.close();
  }
}
