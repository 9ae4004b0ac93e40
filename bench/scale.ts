/**
 * Many processes on one PostgreSQL: answers a second and latency with 1, 2 and 4 of them behind a balancer, what an answer
 * costs the database, and whether memory stays flat.
 *
 *     npx tsx bench/scale.ts [seconds a round, 8] [conversations of the last round, 6000]
 *
 * The strict server's limits are lifted. So many people ask at a time, each from a chat of their own and each once, so that
 * nobody asks too fast. Server, balancer, processes and database share this machine: what another process adds is seen in
 * what the others cost no more, not in the rate alone.
 */
import { cleanUp } from "../test/support/process.ts";
import { table } from "../test/support/table.ts";
import { costOf, type Cost, lookAt } from "./scale/database.ts";
import { onPaper } from "./scale/paper.ts";
import { build, talk, type Used, usedByAll } from "./scale/town.ts";
import { mib, ms, percentile } from "./support/numbers.ts";

const [, , seconds = "8", conversations = "6000"] = process.argv;
const ROUND_MS = Number(seconds) * 1_000;
const CONVERSATIONS = Number(conversations);
/** People who wait for an answer at a time: in one round as many as keep everybody busy, in the other few, for the latency. */
const MANY = 64;
const FEW = 4;
/** Answers of each process before any that counts, so that it is compiled. */
const WARM = 150;
const MOST_WARM_MS = 60_000;
const PROCESSES = [1, 2, 4];

const progress = (line: string): void => void process.stderr.write(`  ${line}\n`);

interface Round {
  rate: number;
  p50: number;
  p99: number;
  /** Milliseconds of the processes' time an answer. */
  cpuMs: number;
  cost: Cost | undefined;
}

async function round(count: number): Promise<Round> {
  progress(count === 0 ? "alone, on a file" : `${count} processes`);
  try {
    const town = await build(count);
    await talk(town, { atOnce: MANY, forMs: MOST_WARM_MS, most: WARM * Math.max(1, count) });
    const quiet = await talk(town, { atOnce: FEW, forMs: ROUND_MS / 2 });
    const before = await usedByAll(town.children);
    const found = town.databaseUrl === undefined ? undefined : await lookAt(town.databaseUrl);
    const began = performance.now();
    const waits = await talk(town, { atOnce: MANY, forMs: ROUND_MS });
    const took = performance.now() - began;
    const after = await usedByAll(town.children);
    const cpu = after.reduce((sum, { cpuMs }, i) => sum + cpuMs - (before[i]?.cpuMs ?? 0), 0);
    return {
      rate: waits.length / (took / 1_000),
      p50: percentile(quiet, 0.5),
      p99: percentile(quiet, 0.99),
      cpuMs: cpu / waits.length,
      cost:
        found && town.databaseUrl ? costOf(found, await lookAt(town.databaseUrl), waits.length) : undefined,
    };
  } finally {
    await cleanUp();
  }
}

/** Memory of two processes at each tenth of the way through all conversations. */
async function memory(): Promise<Used[][]> {
  try {
    const town = await build(2);
    const looks: Used[][] = [];
    for (let tenth = 0; tenth < 10; tenth += 1) {
      await talk(town, { atOnce: MANY, forMs: 600_000, most: CONVERSATIONS / 10 });
      looks.push(await usedByAll(town.children));
      progress(
        `${((tenth + 1) * CONVERSATIONS) / 10} conversations: ${looks
          .at(-1)
          ?.map(({ heap }) => mib(heap))
          .join(", ")} MiB`,
      );
    }
    return looks;
  } finally {
    await cleanUp();
  }
}

const cells = (name: string, { rate, p50, p99, cpuMs, cost }: Round): string[] => [
  name,
  rate.toFixed(0),
  ms(p50),
  ms(p99),
  cpuMs.toFixed(1),
  ...(cost
    ? [
        cost.cpuMs.toFixed(2),
        cost.commits.toFixed(1),
        cost.writes.toFixed(1),
        (cost.walBytes / 1024).toFixed(1),
      ]
    : ["–", "–", "–", "–"]),
];

const alone = await round(0);
const rounds: Round[] = [];
for (const count of PROCESSES) rounds.push(await round(count));
const head = [
  "processes",
  "answers/s",
  "p50 ms",
  "p99 ms",
  "CPU ms",
  "database CPU ms",
  "transactions",
  "rows written",
  "WAL KiB",
];
const rows = [cells("1, on a file", alone), ...rounds.map((one, i) => cells(String(PROCESSES[i]), one))];
process.stdout.write(
  `${table(head, rows)}\n\nCPU and what follows are for one answer; latency is that with ${FEW} people at a time, the rate that with ${MANY}.\n\n`,
);
const costs = rounds.flatMap(({ cost }) => cost ?? []);
const last = costs.at(-1);
if (last) process.stdout.write(`${onPaper(last)}\n\n`);
const looks = await memory();
const line = looks.map((all, i) => [
  `${((i + 1) * CONVERSATIONS) / 10}`,
  ...all.flatMap(({ heap, rss }) => [mib(heap), mib(rss)]),
]);
process.stdout.write(
  `${table(["conversations", "heap MiB, first", "resident", "heap MiB, second", "resident"], line)}\n`,
);
process.exit();
