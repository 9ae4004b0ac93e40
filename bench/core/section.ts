/** `npm run bench -- core`: runs the measurements one after the other and writes their section. */
import type { Depth } from "../run.ts";
import { compile, measured } from "../support/child.ts";
import { machine } from "../support/machine.ts";
import { Comparison, Load } from "./findings.ts";
import { tally } from "../../test/oracle/tally.ts";
import { report } from "./report.ts";
import { measureStartUp } from "./startup.ts";
import { SYSTEMS } from "./systems.ts";

const say = (line: string): void => void process.stderr.write(`${line}\n`);

const LIBRARIES = ["minisearch", "@orama/orama", "@orama/tokenizers", "flexsearch", "opencc-js", "zod"];

/** Questions each system is asked alone at the real size, and ours at every larger size. */
const MANY = 10_000;

/** Not the seed the tests ask. */
const ORACLE_SEED = 2026;

/** Questions each peer is asked alone at a larger size. */
const PEER_QUESTIONS = 50;

async function loads(plan: readonly { id: string; factor: number; questions: number }[]): Promise<Load[]> {
  const found: Load[] = [];
  for (const { id, factor, questions } of plan) {
    say(`  ${id} alone, ${factor}x the facts, ${questions} questions`);
    found.push(Load.parse(await measured("load", id, String(factor), String(questions))));
  }
  return found;
}

/** @returns the section as Markdown. */
export async function runCore({ quick }: Depth): Promise<string> {
  const where = machine(LIBRARIES);
  say("compiling");
  await compile();
  say("golden set, all systems side by side");
  const comparison = Comparison.parse(await measured("compare", quick ? "1" : "7"));
  say("computed questions");
  const oracle = await tally(quick ? 500 : 5000, ORACLE_SEED);
  say("start-up");
  const startUp = await measureStartUp(quick ? 3 : 9);
  say("memory");
  const questions = quick ? 1_000 : MANY;
  const alone = await loads(Object.keys(SYSTEMS).map((id) => ({ id, factor: 1, questions })));
  say("growth");
  const factors = quick ? [10] : [10, 100];
  const larger = await loads(
    factors.flatMap((factor) =>
      // A peer may take seconds for a question: a sample shows its growth.
      Object.keys(SYSTEMS).map((id) => ({
        id,
        factor,
        questions: id === "core" ? questions : PEER_QUESTIONS,
      })),
    ),
  );
  return report({ where, comparison, oracle, startUp, alone, larger });
}
