/** Rows of `cases.jsonl`: kinds of questions that once went wrong, and what their answers hold. Shared with `mutation.ts`. */
import { readFileSync } from "node:fs";
import * as z from "zod";
import { toPlain } from "../../src/core/plain.ts";
import type { Answer, Ask } from "../../src/core/types.ts";

/** Patterns are regular expressions without flags. */
export const Case = z.strictObject({
  id: z.string(),
  kind: z.string(),
  /** One conversation; the last turn's answer is judged. */
  turns: z.array(z.string()).min(1),
  /** Each stands in the first line. */
  first: z.array(z.string()).optional(),
  /** Each stands somewhere in the answer. */
  says: z.array(z.string()).optional(),
  /** None stands anywhere in the answer. */
  not: z.array(z.string()).optional(),
  outcome: z.enum(["answer", "clarify", "unknown"]).optional(),
  verdict: z.enum(["yes", "no", "unsaid"]).optional(),
  /** Not mended yet: the test of it must fail. */
  open: z.literal(true).optional(),
  /** Why it is asked. */
  note: z.string(),
});
export type Case = z.infer<typeof Case>;

const FILE = new URL("cases.jsonl", import.meta.url);

export const readCases = (): Case[] =>
  readFileSync(FILE, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => Case.parse(JSON.parse(line)));

/** 30 November 2025, in China: what 现在 means. */
const ASKED_AT = Date.UTC(2025, 10, 30, 4);
const MINUTE = 60_000;

/** The answer to the last turn. */
export function askCase(ask: Ask, { id, turns }: Case): Answer {
  const answers = turns.map((text, i) =>
    ask({ text, chat: { platform: "test", id }, at: ASKED_AT + i * MINUTE }),
  );
  return answers.at(-1) ?? ask({ text: "", chat: { platform: "test", id } });
}

/** Everything that is not as the row says. */
export function complaints(row: Case, answer: Answer): string[] {
  const title = answer.title.text;
  const plain = toPlain(answer);
  const lacking = (patterns: readonly string[] = [], text: string): string[] =>
    patterns.filter((pattern) => !new RegExp(pattern).test(text));
  const said = (row.not ?? []).filter((pattern) => new RegExp(pattern).test(plain));
  return [
    ...lacking(row.first, title).map((p) => `the first line lacks ${p}`),
    ...lacking(row.says, plain).map((p) => `the answer lacks ${p}`),
    ...said.map((p) => `the answer says ${p}`),
    ...(row.outcome === undefined || row.outcome === answer.outcome ? [] : [`outcome ${answer.outcome}`]),
    ...(row.verdict === undefined || row.verdict === answer.verdict
      ? []
      : [`verdict ${String(answer.verdict)}`]),
  ];
}
