/** What runs in a measuring process: all systems side by side, or one alone. */
import { pathToFileURL } from "node:url";
import { loadDataset } from "../../src/dataset/load.ts";
import { type Golden, readGolden, type Said } from "../../test/golden/judge.ts";
import { percentile } from "../support/numbers.ts";
import type { Comparison, Latency, Load } from "./findings.ts";
import { grade, withoutVerdict } from "./grade.ts";
import { enlarge } from "./synthetic.ts";
import type { Answerer, System } from "./system.ts";
import { isSystemId, SYSTEMS, turns } from "./systems.ts";

// The starter runs every measurement in the project's folder.
const DATA = "data";
const goldenSet = (): Golden[] => readGolden(pathToFileURL("test/golden/questions.jsonl"));

/** What each question costs by itself: its fastest pass; the slowest question first. */
function costs(times: readonly number[], golden: readonly Golden[]): { id: string; ms: number }[] {
  const passes = golden.map((): number[] => []);
  times.forEach((ms, at) => passes[at % golden.length]?.push(ms));
  return golden
    .map(({ id }, i) => ({ id, ms: Math.min(...(passes[i] ?? [])) }))
    .toSorted((a, b) => b.ms - a.ms);
}

const ownP99 = (times: readonly number[], golden: readonly Golden[]): number =>
  percentile(
    costs(times, golden).map(({ ms }) => ms),
    0.99,
  );

const latencyOf = (times: readonly number[]): Latency => ({
  p50: percentile(times, 0.5),
  p99: percentile(times, 0.99),
  max: percentile(times, 1),
});

function timed<T>(work: () => T): [T, number] {
  const started = performance.now();
  const result = work();
  return [result, performance.now() - started];
}

interface Contestant {
  name: string;
  buildMs: number;
  answer: Answerer;
  said: Said[];
  times: number[];
}

/** One pass over the golden set: every question to every system before the next question. */
function pass(contestants: readonly Contestant[], golden: readonly Golden[], round: number): void {
  turns(golden, round).forEach((turn, i) => {
    for (const contestant of contestants) {
      const [said, ms] = timed(() => contestant.answer(turn));
      contestant.said[i] = said;
      contestant.times.push(ms);
    }
  });
}

/** All systems on the golden set in one process, interleaved question by question. The first pass is not counted. */
function compare(passes: number): Comparison {
  const dataset = loadDataset(DATA);
  const golden = goldenSet();
  const contestants = Object.values(SYSTEMS).map(({ name, build }: System): Contestant => {
    const [answer, buildMs] = timed(() => build(dataset));
    return { name, buildMs, answer, said: [], times: [] };
  });
  pass(contestants, golden, 0);
  for (const contestant of contestants) contestant.times = [];
  for (let round = 1; round <= passes; round += 1) {
    process.stderr.write(`  pass ${round} of ${passes}\n`);
    pass(contestants, golden, round);
  }
  const lenient = golden.map(withoutVerdict);
  const systems = contestants.map(({ name, buildMs, said, times }, i) => ({
    name,
    buildMs,
    // Only ours is held to how a yes/no answer begins: a search cannot give a verdict.
    grades: grade(i === 0 ? golden : lenient, said),
    latency: latencyOf(times),
    ownP99: ownP99(times, golden),
    slowest: costs(times, golden).slice(0, 10),
  }));
  return { facts: dataset.facts.length, questions: golden.length, passes, systems };
}

const memory = (): Load["empty"] => {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return { rss, heap: heapUsed };
};

/** Asks `questions` golden questions, round after round, each in a conversation that is kept. */
function askAll(answer: Answerer, golden: readonly Golden[], questions: number): number[] {
  const times: number[] = [];
  for (let round = 1; times.length < questions; round += 1) {
    for (const turn of turns(golden, round, true).slice(0, questions - times.length)) {
      times.push(timed(() => answer(turn))[1]);
    }
  }
  return times;
}

/** `most` of the questions, evenly spread over the set; all of them where it has no more. */
function sample(golden: readonly Golden[], most: number): Golden[] {
  const stride = Math.max(1, golden.length / most);
  return golden.filter((_, i) => Math.floor(i / stride) !== Math.floor((i - 1) / stride));
}

/** Questions after which the compiler has settled: a bot runs for weeks. What they take is reported by itself. */
const WARM_UP = 5000;

/** One system alone, at `factor` times the facts. One uncounted round, a warm-up, then `questions` questions. */
function load({ name, build }: System, factor: number, questions: number): Load {
  const golden = sample(goldenSet(), questions);
  const empty = memory();
  const dataset = enlarge(loadDataset(DATA), factor);
  const [answer, buildMs] = timed(() => build(dataset));
  const loaded = memory();
  const cold = turns(golden, 0).map((turn) => timed(() => answer(turn))[1]);
  const warming = askAll(answer, golden, Math.min(WARM_UP, questions));
  const times = askAll(answer, golden, questions);
  const after = memory();
  return {
    name,
    facts: dataset.facts.length,
    questions,
    buildMs,
    coldMs: percentile(cold, 1),
    warmingP99: percentile(warming, 0.99),
    latency: latencyOf(times),
    ownP99: ownP99(times, golden),
    empty,
    loaded,
    after,
  };
}

/** @returns the findings of one measurement, for findings.ts to check on the other side. */
export function measure(kind: string, args: readonly string[]): Comparison | Load {
  const [first = "", factor = "1", questions = "1"] = args;
  if (kind === "compare") return compare(Number(first));
  if (kind === "load" && isSystemId(first)) return load(SYSTEMS[first], Number(factor), Number(questions));
  throw new Error(`there is no measurement “${[kind, ...args].join(" ")}”`);
}
