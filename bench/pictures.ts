/**
 * Pictures: how long one takes while somebody waits, how long it holds the event loop, what it weighs, and what stays in
 * memory; beside two peers drawing the same 21-tile map. Every system has a process of its own; they take turns within
 * one run.
 *
 *     npx tsx bench/pictures.ts [pictures a system, 1000]
 */
import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import * as z from "zod";
import { buildPictures } from "../src/pictures/build.ts";
import { dataset, SYSTEMS } from "./pictures-systems.ts";
import { median, mib, ms, percentile } from "./support/numbers.ts";
import { table } from "../test/support/table.ts";

const run = promisify(execFile);
const FIRST = 100;
/** Before any that counts: until the code is compiled and the fonts are known. */
const WARM_UP = 40;
const STRETCHES = 200;
const GOALS = { p95: 60, blocked: 10, kilobytes: 60, seconds: 30, megabytes: 4 };

const Found = z.object({
  cold: z.number(),
  /** Processor time of all threads, a picture. */
  cpu: z.number(),
  /** Processor time this thread needed between two breaths, the longest a picture. */
  own: z.array(z.number()),
  times: z.array(z.number()),
  blocked: z.array(z.number()),
  sizes: z.array(z.number()),
  rss: z.object({ early: z.number(), late: z.number() }),
});
type Found = z.infer<typeof Found>;

function rss(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss();
}

/** Processor time of this thread so far in ms; where the system does not tell, wall time. */
function threadTime(): number {
  try {
    const line = readFileSync(`/proc/self/task/${process.pid}/schedstat`, "utf8");
    return Number(line.split(" ")[0]) / 1e6;
  } catch {
    return performance.now();
  }
}

/**
 * The longest stretch this thread worked without letting anything else run. On a busy machine the delay of a timer is
 * mostly the time others had the processor; this is what we ourselves hold.
 */
async function longestStretch(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = threadTime();
  let running = true;
  const look = (): void => {
    const now = threadTime();
    longest = Math.max(longest, now - last);
    last = threadTime();
    if (running) setImmediate(look);
  };
  setImmediate(look);
  await work();
  running = false;
  return longest;
}

/**
 * Draws and times each picture from call to bytes. How long the loop was held is measured by a histogram of its own
 * timer, every millisecond; what exceeds that millisecond is the delay. One longest delay a picture.
 */
async function measure(id: string, pictures: number): Promise<Found> {
  const from = performance.now();
  const system = await SYSTEMS[id]?.open();
  if (!system) throw new Error(`There is no system “${id}”.`);
  await system(0);
  const cold = performance.now() - from;
  for (let i = 1; i < WARM_UP; i += 1) await system(i);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const found: Found = {
    cold,
    cpu: 0,
    own: [],
    times: [],
    blocked: [],
    sizes: [],
    rss: { early: 0, late: 0 },
  };
  const used = process.cpuUsage();
  for (let i = 0; i < pictures; i += 1) {
    await sleep(2);
    delay.reset();
    delay.enable();
    const start = performance.now();
    const bytes = await system(WARM_UP + i);
    found.times.push(performance.now() - start);
    await sleep(2);
    delay.disable();
    found.blocked.push(Math.max(0, delay.max / 1e6 - 1));
    found.sizes.push(bytes.length);
    if (i + 1 === FIRST) found.rss.early = rss();
  }
  const { user, system: kernel } = process.cpuUsage(used);
  found.cpu = (user + kernel) / 1000 / pictures;
  found.rss.late = rss();
  // Apart: looking as often as possible takes time of its own.
  for (let i = 0; i < Math.min(pictures, STRETCHES); i += 1)
    found.own.push(await longestStretch(() => system(WARM_UP + pictures + i)));
  return found;
}

async function inOwnProcess(id: string, pictures: number): Promise<Found> {
  process.stderr.write(`  ${id}, ${pictures} pictures\n`);
  const args = ["--expose-gc", "--import", "tsx", fileURLToPath(import.meta.url), String(pictures), id];
  const { stdout } = await run(process.execPath, args, { maxBuffer: 2 ** 26 });
  return Found.parse(JSON.parse(stdout));
}

/** How long `npm run pictures` takes where nothing is there, and where everything is. */
async function built(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "pictures-"));
  const fonts = fileURLToPath(new URL("../assets/font", import.meta.url));
  const options = { dataset, folder, fonts, say: () => undefined };
  const timed = async (): Promise<number> => {
    const from = performance.now();
    await buildPictures(options);
    return (performance.now() - from) / 1000;
  };
  const [all, again] = [await timed(), await timed()];
  const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
  rmSync(folder, { recursive: true });
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return [
    `Building all ${sizes.length} static pictures: ${all.toFixed(1)} s (goal < ${GOALS.seconds} s); again with nothing to do: ${again.toFixed(2)} s.`,
    `Together ${(total / 2 ** 20).toFixed(2)} MB (goal < ${GOALS.megabytes} MB), the heaviest ${kb(Math.max(...sizes))} KB (goal ≤ ${GOALS.kilobytes} KB), median ${kb(median(sizes))} KB.`,
  ];
}

const kb = (bytes: number): string => (bytes / 1024).toFixed(1);

function row(what: string, { cold, cpu, own, times, blocked, sizes, rss: memory }: Found): string[] {
  return [
    what,
    ms(cold),
    ms(median(times)),
    ms(percentile(times, 0.95)),
    ms(cpu),
    ms(percentile(own, 0.95)),
    ms(Math.max(...own)),
    ms(percentile(blocked, 0.95)),
    kb(median(sizes)),
    kb(Math.max(...sizes)),
    `${mib(memory.early)} → ${mib(memory.late)}`,
  ];
}

const HEAD = [
  "system",
  "first picture ms",
  "p50 ms",
  "p95 ms",
  "CPU ms",
  "loop held, own CPU p95 ms",
  "max ms",
  "timer late p95 ms",
  "KB p50",
  "KB max",
  "RSS MiB, 100 → all",
];

async function main(pictures: number): Promise<void> {
  const rows: string[][] = [];
  for (const [id, { what }] of Object.entries(SYSTEMS))
    rows.push(row(what, await inOwnProcess(id, pictures)));
  process.stderr.write("  building all\n");
  const lines = [
    table(HEAD, rows),
    "",
    `${pictures} pictures a system after ${WARM_UP} that are not counted; “first picture” starts before the fonts are read. “Loop held” is the longest stretch of processor time our own thread takes between two breaths; “timer late” includes what other processes took. Comparisons are what is drawn at run time: goal p95 < ${GOALS.p95} ms, loop held < ${GOALS.blocked} ms, ≤ ${GOALS.kilobytes} KB, memory flat.`,
    "",
    ...(await built()),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

const [, , count = "1000", id, sample] = process.argv;
if (id === undefined) await main(Number(count));
else if (sample === undefined) process.stdout.write(JSON.stringify(await measure(id, Number(count))));
// To see what a peer draws: npx tsx bench/pictures.ts 1 satori /tmp/satori.png
else writeFileSync(sample, (await (await SYSTEMS[id]?.open())?.(0)) ?? "");
