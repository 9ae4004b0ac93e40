/** The core's section of RESULTS.md. */
import type { Tally } from "../../test/oracle/tally.ts";
import { mib, ms, percent } from "../support/numbers.ts";
import { table } from "../../test/support/table.ts";
import type { Comparison, Load } from "./findings.ts";
import { type StartUp, STRUCTURED } from "./startup.ts";

export interface Findings {
  comparison: Comparison;
  oracle: Tally[];
  startUp: StartUp;
  /** Every system at the real size. */
  alone: Load[];
  /** Every system at larger sizes. */
  larger: Load[];
}

/** The section as Markdown, without its markers. */
export function report({ where, ...findings }: Findings & { where: string }): string {
  return [
    "## Core",
    where,
    "### Goals",
    goals(findings),
    "### The golden set, side by side",
    answers(findings.comparison),
    misses(findings.comparison),
    "### Computed questions",
    computed(findings.oracle),
    "### Start-up",
    startUp(findings.startUp),
    "### Memory",
    memory(findings.alone),
    "### Growth",
    growth([...findings.alone, ...findings.larger]),
  ].join("\n\n");
}

type Ours = Comparison["systems"][number];

function first<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error("nothing was measured");
  return item;
}

const row = (goal: string, measured: string, pass: boolean): string[] => [
  goal,
  measured,
  pass ? "pass" : "**FAIL**",
];

function goals({ comparison, oracle, startUp: start, alone, larger }: Findings): string {
  const ours: Ours = first(comparison.systems);
  const { right, false: untrue } = ours.grades;
  const { p99 } = first(alone).latency;
  const both = `alone ${ms(p99)} ms, beside the others ${ms(ours.latency.p99)} ms`;
  const byTable = oracle.map((t) => `${t.letter} ${t.false}`).join(", ");
  const ask =
    start.times.find(({ what }) => what.includes(`main.js ask ${STRUCTURED}`))?.median ?? Number.NaN;
  const rows = [
    row(
      "≥ 99 % of the golden set right",
      percent(right, comparison.questions),
      right / comparison.questions >= 0.99,
    ),
    row("0 false assertions on it", String(untrue.length), untrue.length === 0),
    row(
      "0 false among computed questions, by table",
      byTable,
      oracle.every((t) => t.false === 0),
    ),
    row("p99 < 1.5 ms at the real size, alone", both, p99 < 1.5),
    row("answer of `ask` < 400 ms from process start", `${ms(ask)} ms`, ask < 400),
  ];
  const largest = larger.findLast(({ name }) => name === ours.name);
  if (largest) {
    const times = Math.round(largest.facts / comparison.facts);
    rows.splice(
      4,
      0,
      row(`p99 < 15 ms at ${times}x the facts`, `${ms(largest.latency.p99)} ms`, largest.latency.p99 < 15),
    );
  }
  return table(["goal", "measured", ""], rows);
}

function answers({ facts, questions, passes, systems }: Comparison): string {
  const share = (n: number): string => `${n} (${percent(n, questions)})`;
  const rows = systems.map(({ name, grades, latency, ownP99, buildMs }) => [
    name,
    share(grades.right),
    share(grades.wrong.length),
    share(grades.refused.length),
    String(grades.false.length),
    percent(grades.assertedRight, grades.asserted),
    ms(latency.p50),
    ms(latency.p99),
    ms(ownP99),
    ms(latency.max),
    ms(buildMs),
  ]);
  const head = [
    "system",
    "right",
    "wrong",
    "refused",
    "false assertions",
    "right of what it asserts",
    "p50 ms",
    "p99 ms",
    "own p99 ms",
    "max ms",
    "build ms",
  ];
  return [
    table(head, rows),
    `${questions} questions over ${facts} facts, judged by \`test/golden/judge.ts\`. One process; every question goes to every system before the next one; ` +
      `latency from question to plain text over ${passes} passes after one that is not counted; ` +
      "*own p99* takes each question by its fastest pass: what it costs by itself, without collecting garbage or waiting for the machine. " +
      "*Wrong* says or asserts what it should not, or answers without what the answer needs; *refused* holds back what could be said. " +
      "*False assertions* are the wrong ones with a forbidden word, with an answer where there is none to give, or with the wrong yes/no verdict.",
    "The peers index the same facts (text and note) and answer with their three best hits, `unknown` when there are none; " +
      "how a yes/no answer begins (`starts`) is not asked of them. They know no conversation, so a follow-up reaches them as it stands. " +
      "“Defaults” is MiniSearch out of the box; “bigrams + aliases” converts to simplified characters, indexes single characters and pairs, " +
      "and has a second field with every alias of a fact's clusters and cities.",
  ].join("\n\n");
}

function computed(tallies: Findings["oracle"]): string {
  const rows = tallies.map(({ letter, asked, right, false: untrue }) => [
    letter,
    String(asked),
    percent(right, asked),
    String(untrue),
  ]);
  return [
    table(["table of wordings", "computed questions", "right", "false"], rows),
    "Questions made of cases whose truth `test/oracle/truth.ts` works out from the facts, of another seed than the tests ask. " +
      "Whoever wrote tables b and c had only seen the types of the queries.",
  ].join("\n\n");
}

function misses({ systems }: Comparison): string {
  const { grades, slowest } = first(systems);
  const slow = slowest.map(({ id, ms: took }) => `${id} ${ms(took)}`).join(", ");
  const line = (what: string, ids: readonly string[]): string =>
    `- ${what}: ${ids.length === 0 ? "none" : ids.join(", ")}`;
  return [
    "What the core misses, and where it is slow:",
    [
      line("wrong", grades.wrong),
      line("of these false", grades.false),
      line("refused", grades.refused),
      `- slowest, in ms: ${slow}`,
    ].join("\n"),
  ].join("\n\n");
}

function startUp({ runs, times, steps }: StartUp): string {
  return [
    table(
      ["wall time of the process, answer printed", "median ms", "fastest ms", "slowest ms"],
      times.map((t) => [t.what, ms(t.median), ms(t.fastest), ms(t.slowest)]),
    ),
    `Fresh processes taking turns, ${runs} each after one that is not counted, files in the system's cache. Inside such a process (median):`,
    table(
      ["step", "ms"],
      steps.map(({ step, ms: took }) => [step, ms(took)]),
    ),
  ].join("\n\n");
}

function memory(loads: readonly Load[]): string {
  const rows = loads.map(({ name, empty, loaded, after }) => [
    name,
    mib(empty.rss),
    mib(loaded.rss),
    mib(after.rss),
    mib(loaded.heap),
    mib(after.heap),
  ]);
  return [
    table(["system, alone", "RSS before, MiB", "RSS loaded", "RSS after", "heap loaded", "heap after"], rows),
    `Each in its own process, after garbage collection: before the data is read, with the index built, and after ${first(loads).questions} questions, ` +
      "each from another person, so that the core remembers as many conversations as it ever does. All libraries are in every process.",
  ].join("\n\n");
}

function growth(loads: readonly Load[]): string {
  const rows = loads
    .toSorted((a, b) => a.facts - b.facts)
    .map((load) => [
      load.name,
      String(load.facts),
      ms(load.latency.p50),
      ms(load.latency.p99),
      ms(load.ownP99),
      ms(load.latency.max),
      ms(load.coldMs),
      ms(load.warmingP99),
      ms(load.buildMs),
      mib(load.loaded.rss),
      mib(load.after.rss),
    ]);
  const head = [
    "system, alone",
    "facts",
    "p50 ms",
    "p99 ms",
    "own p99 ms",
    "max ms",
    "slowest cold ms",
    "p99 warming ms",
    "build ms",
    "RSS loaded, MiB",
    "RSS after",
  ];
  return [
    table(head, rows),
    "Larger datasets are the real facts copied about other cities, clusters, years and figures; the vocabulary stays. " +
      "Beyond the real size the peers are asked a sample of the golden set. *Slowest cold* is the slowest question of the first round, which is not counted: it pays for what is built at first use. *Warming* are the next 5,000 questions (as many as are asked, if fewer), not counted either: a bot runs for weeks, and its compiler settles in the first minutes.",
  ].join("\n\n");
}
