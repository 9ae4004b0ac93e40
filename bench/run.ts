/**
 * `npm run bench -- core`: measures, prints tables and rewrites its own section of RESULTS.md.
 *
 * tsx only starts this file. What is measured runs in fresh child processes from compiled JavaScript, as in
 * production: a child is this same file, compiled, with the command `measure`.
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { stopChildren } from "./support/child.ts";
import { runScript } from "./support/script.ts";
import { writeSection } from "./support/results.ts";

/** How long and how thoroughly to measure. */
export interface Depth {
  quick: boolean;
  /** A text of one's own to measure with, where a benchmark takes one: nothing is then written to RESULTS.md. */
  file?: string | undefined;
}

interface Bench {
  summary: string;
  /** @returns the section as Markdown, without its markers. */
  run(depth: Depth): Promise<string>;
}

const BENCHES: Readonly<Record<string, Bench>> = {
  core: {
    summary: "answers, latency, start-up, memory and growth, beside full-text search libraries",
    run: async (depth) => (await import("./core/section.ts")).runCore(depth),
  },
  answers: {
    summary: "length of answers at first sight in each language, and how many sources have an address",
    run: () => runScript("Answers", "answers.ts", [], []),
  },
  telegram: {
    summary: "answers a second and added latency through telegraf, beside bare bots",
    run: ({ quick }) => runScript("Telegram", "telegram.ts", [quick ? "1" : "5"], ["telegraf"]),
  },
  burst: {
    summary:
      "10,000 questions from 500 Telegram chats at once: every answer once, in order, within the limits",
    run: ({ quick }) =>
      runScript("Burst", "telegram-burst.ts", quick ? ["1000", "50"] : ["10000", "500"], ["telegraf"]),
  },
  broadcast: {
    summary: "one post to each of 10,000 Telegram chats at 30 a second, beside other libraries",
    run: ({ quick }) =>
      runScript("Broadcast", "broadcast.ts", quick ? ["300", "120", "200"] : ["10000", "900", "900"], [
        "telegraf",
        "p-queue",
        "grammy",
        "@grammyjs/auto-retry",
        "@grammyjs/transformer-throttler",
      ]),
  },
  scale: {
    summary:
      "1, 2 and 4 processes on one PostgreSQL: answers a second, latency, what one answer costs, memory",
    run: ({ quick }) =>
      runScript("Scale", "scale.ts", quick ? ["4", "500"] : ["8", "6000"], ["telegraf", "pg"]),
  },
  conversations: {
    summary: "100,000 conversations through the whole bot: each answered, and the memory flat",
    run: ({ quick }) =>
      runScript("Conversations", "conversations.ts", [quick ? "1000" : "100000"], ["telegraf"]),
  },
  due: {
    summary: "100,000 subscriptions: finding what is due, planning it, and memory, on both engines",
    run: async (depth) => (await import("./due.ts")).runDue(depth),
  },
  pictures: {
    summary: "time, event loop, weight and memory of a picture, beside satori and ECharts with resvg",
    run: ({ quick }) =>
      runScript(
        "Pictures",
        "pictures.ts",
        [quick ? "100" : "1000"],
        ["@takumi-rs/core", "satori", "@resvg/resvg-js", "echarts"],
      ),
  },
  documents: {
    summary:
      "documents of your own: pages added a second, look-ups, memory, facts proposed; --file TEXT lists those of a text",
    run: async (depth) =>
      depth.file === undefined
        ? (await import("./documents.ts")).runDocuments(depth)
        : runScript("Documents", "documents/of-file.ts", [depth.file], []),
  },
  discord: {
    summary: "answers a second and added latency through discord.js, beside an echo bot",
    run: ({ quick }) =>
      runScript("Discord", "discord.ts", ["300", quick ? "1" : "5"], ["discord.js", "discord-digital-twin"]),
  },
};

const HELP = `Measures Yuequn and writes bench/RESULTS.md.

  npm run bench -- NAME...         run these benchmarks; each replaces only its own section of RESULTS.md
  npm run bench -- NAME --quick    fewer passes, no 100x, RESULTS.md untouched: a look in about a minute
  npm run bench -- --help          this text

${Object.entries(BENCHES)
  .map(([name, { summary }]) => `  ${name.padEnd(13)} ${summary}`)
  .join("\n")}

Tables go to stdout, progress to stderr. A missed goal is printed, not an error.
Exit codes: 0 measured, 1 something broke, 2 wrong use, 130 stopped with Ctrl-C (RESULTS.md untouched).`;

const RESULTS = fileURLToPath(new URL("RESULTS.md", import.meta.url));

async function runNamed(names: readonly string[], depth: Depth): Promise<number> {
  for (const name of names) {
    const section = await BENCHES[name]?.run(depth);
    if (section === undefined) continue;
    process.stdout.write(`${section}\n`);
    if (!depth.quick && depth.file === undefined) writeSection(RESULTS, name, section);
  }
  return 0;
}

function misuse(problem: string): number {
  process.stderr.write(`${problem}\n\n${HELP}\n`);
  return 2;
}

/** What a measuring process runs: only what it measures is loaded, and its findings are printed as JSON. */
async function measure([kind, ...args]: readonly string[]): Promise<number> {
  const findings =
    kind === "steps"
      ? await (await import("./core/steps.ts")).startUpSteps(args.join(" "))
      : (await import("./core/measure.ts")).measure(kind ?? "", args);
  process.stdout.write(JSON.stringify(findings));
  return 0;
}

async function main(args: readonly string[]): Promise<number> {
  if (args[0] === "measure") return measure(args.slice(1));
  const options = {
    help: { type: "boolean", short: "h" },
    quick: { type: "boolean" },
    file: { type: "string" },
  } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  if (positionals.length === 0) return misuse("Name a benchmark.");
  const unknown = positionals.find((name) => !Object.hasOwn(BENCHES, name));
  if (unknown !== undefined) return misuse(`There is no benchmark “${unknown}”.`);
  return runNamed(positionals, { quick: values.quick ?? false, file: values.file });
}

function fail(error: unknown): number {
  stopChildren();
  if (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) {
    return misuse(error.message);
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 1;
}

function stop(): void {
  stopChildren();
  process.stderr.write("\nStopped; RESULTS.md is as it was.\n");
  process.exit(130);
}

// A child simply dies with its parent's signal.
if (process.argv[2] !== "measure") {
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}
process.exitCode = await main(process.argv.slice(2)).catch(fail);
