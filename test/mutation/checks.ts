/** What may fail: golden lines, the oracle, the rows of cases.jsonl and the examples of the rules, each a check of one answer. */
import { toPlain } from "../../src/core/plain.ts";
import type { Query } from "../../src/core/query.ts";
import type { Heard } from "../../src/core/read/heard.ts";
import { interpret } from "../../src/core/read/interpret.ts";
import { createReader, type Reader } from "../../src/core/read/read.ts";
import { RULES, type Rule } from "../../src/core/read/rules.ts";
import type { Answer, Ask } from "../../src/core/types.ts";
import type { Dataset } from "../../src/dataset/dataset.ts";
import { askCase, complaints, readCases } from "../core/cases.ts";
import { type Golden, judge as judgeGolden, readGolden } from "../golden/judge.ts";
import { questions } from "../oracle/generate.ts";
import { judge as judgeOracle } from "../oracle/judge.ts";
import { loadTables } from "../oracle/tables.ts";

/** What a dataset and a table of rules make. */
export interface Subject {
  ask: Ask;
  reader: Reader;
}

export interface Check {
  name: string;
  /** Everything that is asked for it. */
  turns: readonly string[];
  /** The rule that brings it along, where one does. */
  rule?: string;
  passes: (subject: Subject) => boolean;
}

/** Tables a and b: c is still being written. */
const TABLES = "ab";

/** @param asked how many questions the oracle asks over all its tables. */
export async function allChecks(dataset: Dataset, asked: number): Promise<Check[]> {
  return [...goldenChecks(), ...caseChecks(), ...exampleChecks(), ...(await oracleChecks(dataset, asked))];
}

let asking = 0;
/** A conversation of its own for every check. */
const chat = () => ({ platform: "mutation", id: String((asking += 1)) });

function goldenChecks(): Check[] {
  const golden = readGolden(new URL("../golden/questions.jsonl", import.meta.url));
  return golden.map((line, i): Check => {
    const before = golden.slice(0, i).filter((g) => g.chat !== undefined && g.chat === line.chat);
    const turns = [...before, line].map((g) => g.text);
    return {
      name: `golden ${line.id}`,
      turns,
      passes: ({ ask }) => isRight(line, converse(ask, turns)),
    };
  });
}

function converse(ask: Ask, turns: readonly string[]): Answer | undefined {
  const where = chat();
  return turns.map((text, i) => ask({ text, chat: where, at: i * 1000 })).at(-1);
}

const isRight = (line: Golden, answer: Answer | undefined): boolean =>
  answer !== undefined &&
  judgeGolden(line, { outcome: answer.outcome, text: toPlain(answer), facts: answer.facts }) === "right";

const caseChecks = (): Check[] =>
  readCases().map((row) => ({
    name: `case ${row.id}`,
    turns: row.turns,
    passes: ({ ask }) => complaints(row, askCase(ask, { ...row, id: chat().id })).length === 0,
  }));

async function oracleChecks(dataset: Dataset, asked: number): Promise<Check[]> {
  const tables = (await loadTables()).filter((t) => TABLES.includes(t.letter));
  return tables.flatMap(({ letter, phrasings }) =>
    questions(dataset, phrasings, Math.ceil(asked / tables.length)).map((q) => ({
      name: `oracle ${letter} ${q.case.kind}#${q.phrasing}`,
      turns: [q.text],
      passes: ({ ask }: Subject) => judgeOracle(ask({ text: q.text, chat: chat() }), q.truth) === "right",
    })),
  );
}

type Traced = Query & { madeBy?: string };

const exampleChecks = (): Check[] =>
  RULES.map(({ name, example }) => ({
    name: `example of “${name}”`,
    turns: [example],
    rule: name,
    passes: ({ reader }) => {
      const taken = reader
        .read(example, 2025)
        .questions.flatMap((heard): Traced[] => interpret(heard).slice(0, 1));
      return taken.length === 1 && taken.every((q) => q.madeBy === name && q.unused.length === 0);
    },
  }));

/** The rules as the mutants are made of: each signs its queries and tells when it applies. */
export function tracedRules(applies: (rule: string) => void): Rule[] {
  return RULES.map((rule) => ({
    ...rule,
    when: (heard: Heard) => {
      const fits = rule.when(heard);
      if (fits) applies(rule.name);
      return fits;
    },
    query: (heard: Heard) => ({ ...rule.query(heard), madeBy: rule.name }),
  }));
}

/** Everything of a text that the vocabulary may meet: as normalised, and as repaired. */
export function heardText(dataset: Dataset): (turns: readonly string[]) => string {
  const reader = createReader(dataset);
  return (turns) =>
    turns
      .map((turn) => reader.read(turn, 2025))
      .map(({ text, repaired }) => [text, ...repaired.map((r) => r.to)].join("\n").toLowerCase())
      .join("\n");
}
