/** What is counted, as Prometheus reads it. The only file that knows prom-client. */
import { AsyncLocalStorage } from "node:async_hooks";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Release } from "../dataset/release.ts";
import type { Health } from "../shared/health.ts";
import type { Asked, Measures } from "../shared/measures.ts";
import type { Standing } from "../store/report.ts";

export interface Meter extends Measures {
  /** Everything, in Prometheus' text format. `sources` are asked now, for at most a second. */
  text(sources: MeterSources): Promise<string>;
  contentType: string;
}

/** What is not counted as it happens but looked up when somebody asks. */
export interface MeterSources {
  platforms: () => Record<string, Health>;
  /** Undefined while the store cannot be used. */
  standings: () => Promise<Standing[]> | undefined;
}

/** Seconds. People wait for an answer; a statement is answered by a file or a server nearby. */
const ANSWER_SECONDS = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
const STATEMENT_SECONDS = [0.0005, 0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 15];
/** Whoever asks for the metrics gets them, whatever the store does. */
const MOST_LOOK_UP_MS = 1_000;

/** The instruments; `npm start` makes them once a process. */
function instruments(registry: Registry) {
  const registers = [registry];
  const counter = (name: string, help: string, ...labelNames: string[]) =>
    new Counter({ name, help, labelNames, registers });
  const gauge = (name: string, help: string, ...labelNames: string[]) =>
    new Gauge({ name, help, labelNames, registers });
  const histogram = (name: string, help: string, buckets: number[], ...labelNames: string[]) =>
    new Histogram({ name, help, buckets, labelNames, registers });
  return {
    info: gauge("yuequn_info", "Which version runs.", "version", "node"),
    facts: gauge("yuequn_data_facts", "Facts by the data they are from.", "release", "version", "date"),
    questions: counter(
      "yuequn_questions_total",
      "Questions by what came of them; limited: their asker was too fast.",
      "platform",
      "outcome",
    ),
    answers: histogram(
      "yuequn_answer_seconds",
      "From a question's arrival until its answer is delivered.",
      ANSWER_SECONDS,
      "platform",
    ),
    waiting: gauge("yuequn_events_waiting", "Events taken up and not dealt with yet: the queue.", "platform"),
    requests: counter(
      "yuequn_requests_total",
      "Requests to the platforms; limited: refused for speed (429).",
      "platform",
      "kind",
      "result",
    ),
    ready: gauge("yuequn_platform_ready", "1 where the platform receives and knows the token.", "platform"),
    shards: gauge("yuequn_shards", "Shards this process receives, or is to receive.", "platform"),
    shardsReady: gauge("yuequn_shards_ready", "Those of them whose events arrive.", "platform"),
    posts: counter("yuequn_posts_total", "What came of daily posts; pending: put off.", "bot", "state"),
    due: gauge("yuequn_posts_due", "Daily posts that wait or are under way, in the store.", "bot"),
    doubtful: gauge(
      "yuequn_posts_doubtful",
      "Daily posts that may or may not have arrived, in the store.",
      "bot",
    ),
    lease: gauge("yuequn_lease_held", "1 where this process sends the daily posts of the bot.", "bot"),
    storeUp: gauge("yuequn_store_up", "1 where the database can be used."),
    statements: histogram("yuequn_store_seconds", "Statements of the database.", STATEMENT_SECONDS, "result"),
  };
}

type Instruments = ReturnType<typeof instruments>;

/** @param version of the program. @param releases the data that answer. */
export function createMeter(version: string, releases: readonly Release[] = []): Meter {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const all = instruments(registry);
  all.info.set({ version, node: process.version }, 1);
  for (const { name: release, version: edition = "", date = "", facts } of releases)
    all.facts.set({ release, version: edition, date }, facts);
  return {
    ...eventMeasures(all),
    contentType: registry.contentType,
    async text(sources) {
      await lookUp(all, sources);
      return registry.metrics();
    },
    request: (platform, kind, status) => all.requests.inc({ platform, kind, result: resultOf(status) }),
    posts: (bot, state, count = 1) => all.posts.inc({ bot, state }, count),
    lease: (bot, held) => all.lease.set({ bot }, held ? 1 : 0),
    statement: (ms, failed) => all.statements.observe({ result: failed ? "failed" : "ok" }, ms / 1_000),
  };
}

function eventMeasures({ questions, answers, waiting }: Instruments): Pick<Measures, "event" | "asked"> {
  /** What was asked in the event under way, however deep inside it that is known. */
  const events = new AsyncLocalStorage<{ outcome?: Asked }>();
  return {
    async event(platform, deal) {
      const event: { outcome?: Asked } = {};
      const started = performance.now();
      waiting.inc({ platform });
      try {
        await events.run(event, deal);
      } finally {
        waiting.dec({ platform });
        const { outcome } = event;
        if (outcome !== undefined) questions.inc({ platform, outcome });
        if (outcome !== undefined && outcome !== "limited")
          answers.observe({ platform }, (performance.now() - started) / 1_000);
      }
    },
    asked(outcome) {
      const event = events.getStore();
      if (event) event.outcome = outcome;
    },
  };
}

/** Few values: the number of a status is in the log. */
function resultOf(status: number): "ok" | "limited" | "refused" | "failed" | "unreached" {
  if (status === 0) return "unreached";
  if (status === 429) return "limited";
  if (status < 400) return "ok";
  return status < 500 ? "refused" : "failed";
}

async function lookUp(all: Instruments, { platforms, standings }: MeterSources): Promise<void> {
  for (const [platform, { alive, authenticated, shards }] of Object.entries(platforms())) {
    all.ready.set({ platform }, alive && authenticated ? 1 : 0);
    if (shards) countShards(all, platform, Object.values(shards));
  }
  const found = await inTime(standings());
  all.storeUp.set(found ? 1 : 0);
  // An old number would look like a true one.
  all.due.reset();
  all.doubtful.reset();
  for (const { bot, due, doubtful } of found ?? []) {
    all.due.set({ bot }, due);
    all.doubtful.set({ bot }, doubtful);
  }
}

function countShards(all: Instruments, platform: string, arrive: readonly boolean[]): void {
  all.shards.set({ platform }, arrive.length);
  all.shardsReady.set({ platform }, arrive.filter(Boolean).length);
}

/** @returns undefined where it fails or takes too long. */
async function inTime<T>(work: Promise<T> | undefined): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), MOST_LOOK_UP_MS);
  });
  return Promise.race([work?.catch(() => undefined), late]).finally(() => clearTimeout(timer));
}
