/**
 * 100,000 subscriptions: how long it takes to find what is due and to plan it, and whether memory stays flat.
 * The clock is made up, so ten minutes of ticks take as long as their work does. Each engine has a fresh process.
 */
import * as z from "zod";
import type { Depth } from "./run.ts";
import { run } from "./support/child.ts";
import { machine } from "./support/machine.ts";
import { mib, ms } from "./support/numbers.ts";
import { table } from "../test/support/table.ts";
import { type Engine, isThere } from "../test/support/stored.ts";

const Spread = z.object({ count: z.number(), p50: z.number(), p95: z.number(), max: z.number() });
/** Milliseconds. */
export type Spread = z.infer<typeof Spread>;

const Findings = z.object({
  ordinary: z.object({
    due: Spread,
    plan: Spread,
    claim: Spread,
    /** Longest time the process was busy with one thing. */
    blockedMs: z.number(),
    /** Resident bytes after collecting garbage: before, and after each minute. */
    rss: z.array(z.number()),
  }),
  allAtOnce: z.object({
    seconds: z.number(),
    due: Spread,
    plan: Spread,
    blockedMs: z.number(),
    rss: z.array(z.number()),
  }),
});
export type Findings = z.infer<typeof Findings>;

const GOAL_MS = 50;
const LABELS: Readonly<Record<Engine, string>> = { sqlite: "embedded file", postgres: "PostgreSQL" };

async function measure(engine: Engine, count: number, minutes: number): Promise<Findings> {
  process.stderr.write(`${LABELS[engine]}: ${count} subscriptions\n`);
  const args = ["--expose-gc", "--import", "tsx", "bench/due-measure.ts", engine, count, minutes].map(String);
  return Findings.parse(JSON.parse((await run(process.execPath, args)).stdout));
}

const cells = ({ count, p50, p95, max }: Spread): string[] => [String(count), ms(p50), ms(p95), ms(max)];

function rowsOf(engine: Engine, { ordinary, allAtOnce }: Findings): string[][] {
  const name = LABELS[engine];
  return [
    [`${name}: find what is due, a tick`, ...cells(ordinary.due)],
    [`${name}: plan a minute's share`, ...cells(ordinary.plan)],
    [`${name}: claim what may go`, ...cells(ordinary.claim)],
    [`${name}: find what is due, all due at once`, ...cells(allAtOnce.due)],
    [`${name}: plan a batch of 50, all due at once`, ...cells(allAtOnce.plan)],
  ];
}

function processRow(engine: Engine, { ordinary, allAtOnce }: Findings): string[] {
  const [before = 0] = ordinary.rss;
  return [
    LABELS[engine],
    ms(ordinary.blockedMs),
    mib(before),
    mib(Math.max(...ordinary.rss)),
    mib(ordinary.rss.at(-1) ?? 0),
    allAtOnce.seconds.toFixed(1),
    ms(allAtOnce.blockedMs),
    allAtOnce.rss.map(mib).join(" → "),
  ];
}

const verdict = (ok: boolean): string => (ok ? "pass" : "**FAIL**");

function goals(all: readonly (readonly [Engine, Findings])[]): string[][] {
  return all.flatMap(([engine, { ordinary, allAtOnce }]) => {
    const late = Math.max(ordinary.due.p95, allAtOnce.due.p95);
    const slowest = Math.max(ordinary.due.max, allAtOnce.due.max);
    const [before = 0] = ordinary.rss;
    const growth = (ordinary.rss.at(-1) ?? 0) - before;
    return [
      [
        `${LABELS[engine]}: finding what is due < ${GOAL_MS} ms at p95 (slowest of all)`,
        `${ms(late)} (${ms(slowest)})`,
        verdict(late < GOAL_MS),
      ],
      [
        `${LABELS[engine]}: memory flat (grows < 10 %)`,
        `${growth < 0 ? "−" : "+"}${mib(Math.abs(growth))} MiB`,
        verdict(growth < before / 10),
      ],
    ];
  });
}

/** @returns the section as Markdown. */
export async function runDue({ quick }: Depth): Promise<string> {
  const count = quick ? 10_000 : 100_000;
  const minutes = quick ? 1 : 10;
  const about = machine(["@photostructure/sqlite", "pg", "kysely"]);
  const all: [Engine, Findings][] = [["sqlite", await measure("sqlite", count, minutes)]];
  if (isThere("postgres")) all.push(["postgres", await measure("postgres", count, minutes)]);
  else process.stderr.write("NO POSTGRESQL ANSWERS: only the embedded file was measured\n");
  return `## Due

${about}

${table(["goal", "measured", ""], goals(all))}

${table(
  ["milliseconds", "times", "p50", "p95", "max"],
  all.flatMap(([engine, found]) => rowsOf(engine, found)),
)}

${table(
  [
    "engine",
    "loop blocked, ms",
    "RSS before, MiB",
    "RSS at most",
    `RSS after ${minutes} min`,
    "all at once: seconds",
    "loop blocked, ms",
    "RSS, MiB",
  ],
  all.map(([engine, found]) => processRow(engine, found)),
)}

${count} subscriptions, each minute of the day with its share, ${60 * minutes} ticks of a made-up clock from 09:00 on; a tick finds what is due, plans it and claims it, as the service does, and nothing is sent. Then the worst morning: all ${count} due in the same minute, planned in batches of 50. *Loop blocked* is the longest time in which the process could do nothing else, an answer for instance. RSS after collecting garbage, the whole process with the dataset and tsx in it.
`;
}
