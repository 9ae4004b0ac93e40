/** Does a test notice when an operator of the vocabulary or a rule of the table is gone? See HELP. */
import { createBot } from "../src/core/bot.ts";
import { createReader } from "../src/core/read/read.ts";
import { RULES, type Rule } from "../src/core/read/rules.ts";
import type { Dataset } from "../src/dataset/dataset.ts";
import { allChecks, type Check, heardText, type Subject, tracedRules } from "./mutation/checks.ts";
import { operatorMutants } from "./mutation/mutants.ts";
import { dataset } from "./support/bot.ts";

const HELP = `npx tsx test/mutation.ts [--asked N] [--only TEXT] [--show N] [--help]

Drops every operator of data/words.json and every rule of src/core/read/rules.ts in turn, in memory, and asks whether a check
that passes today fails then: the golden set, test/core/cases.jsonl, the examples of the other rules, and the oracle.
Prints each mutant with the number of checks that fail, and last those that none noticed. Exit code 1 if there are any.

  --asked N    questions of the oracle, over tables a and b (3000)
  --only TEXT  only mutants whose name contains it
  --show N     names of failing checks shown for each mutant (0)`;

const args = process.argv.slice(2);
const option = (name: string, otherwise: string): string => {
  const at = args.indexOf(`--${name}`);
  return (at < 0 ? undefined : args[at + 1]) ?? otherwise;
};
if (args.includes("--help")) {
  console.log(HELP);
  process.exit(0);
}
const asked = Number(option("asked", "3000"));
const only = option("only", "");
const show = Number(option("show", "0"));

const progress = (text: string): boolean => process.stderr.write(`${text}\n`);
const started = performance.now();
const seconds = (): string => `${((performance.now() - started) / 1000).toFixed(0)} s`;

/** The rules are looked up in their table whenever a question is read: the table is what a mutant changes. */
const table = RULES as Rule[];
const useRules = (rules: readonly Rule[]): void => void table.splice(0, table.length, ...rules);

function subject(of: Dataset): Subject {
  const bot = createBot(of);
  return { ask: (question) => bot({ locale: "zh-CN", ...question }), reader: createReader(of) };
}

// What passes today, and which rules each check meets.

const checks = await allChecks(dataset, asked);
const met = new Map<Check, Set<string>>();
let meeting = new Set<string>();
const rules = tracedRules((rule) => void meeting.add(rule));
useRules(rules);
const whole = subject(dataset);
const passing = checks.filter((check) => {
  meeting = new Set();
  const passes = check.passes(whole);
  met.set(check, meeting);
  return passes;
});
progress(`${passing.length} of ${checks.length} checks pass today (${seconds()})`);

const textOf = heardText(dataset);
const texts = new Map(passing.map((check) => [check, textOf(check.turns)]));

interface Mutant {
  name: string;
  /** Checks it can change anything for. */
  touched: Check[];
  failing: () => Check[];
}

const failingOf = (touched: readonly Check[], mutant: Subject): Check[] =>
  touched.filter((check) => !check.passes(mutant));

const operators = operatorMutants(dataset).map(({ name, surfaces, dataset: mutated }): Mutant => {
  const dropped = surfaces.map((surface) => surface.toLowerCase());
  const touched = passing.filter((check) => dropped.some((s) => texts.get(check)?.includes(s)));
  return { name: `operator ${name}`, touched, failing: () => failingOf(touched, subject(mutated)) };
});

const rows = rules.map((rule): Mutant => {
  const touched = passing.filter((check) => check.rule !== rule.name && met.get(check)?.has(rule.name));
  return {
    name: `rule “${rule.name}”`,
    touched,
    failing: () => {
      useRules(rules.filter((r) => r !== rule));
      const failing = failingOf(touched, whole);
      useRules(rules);
      return failing;
    },
  };
});

const mutants = [...operators, ...rows].filter((m) => m.name.includes(only));
const survivors: Mutant[] = [];
for (const [i, mutant] of mutants.entries()) {
  const failing = mutant.failing();
  console.log(
    `${String(failing.length).padStart(5)} of ${String(mutant.touched.length).padEnd(5)} ${mutant.name}`,
  );
  for (const check of failing.slice(0, show))
    console.log(`${" ".repeat(15)}${check.name}: ${check.turns.join(" → ")}`);
  if (failing.length === 0) survivors.push(mutant);
  if (i % 10 === 9)
    progress(`${i + 1} of ${mutants.length} mutants, ${survivors.length} survive (${seconds()})`);
}

console.log(`\n${mutants.length} mutants, ${survivors.length} survive (${seconds()})`);
for (const { name, touched } of survivors)
  console.log(`- ${name}: ${touched.length} checks meet it, none fails`);
process.exitCode = survivors.length === 0 ? 0 : 1;
