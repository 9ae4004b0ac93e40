/** Thousands of questions whose truth is computed, asked in words that were written apart from the rules. */
import { describe, expect, it } from "vitest";
import { dataset, newBot } from "../support/bot.ts";
import { questions } from "./generate.ts";
import { type Judgement, judge } from "./judge.ts";
import { loadTables } from "./tables.ts";

/** Over all tables together. */
const LEAST_ASKED = 5000;

/** Table a grew up with the rules; whoever wrote the others had not seen them. */
const LEAST_RIGHT = { own: 0.99, others: 0.9 };

const tables = await loadTables();
const ofEach = Math.ceil((1.1 * LEAST_ASKED) / tables.length);

interface Judged {
  line: string;
  judgement: Judgement;
}

const bot = newBot();
const judged = tables.map(({ letter, phrasings }) => ({
  letter,
  seen: questions(dataset, phrasings, ofEach).map((q): Judged => {
    const answer = bot({ text: q.text, chat: { platform: "test", id: "oracle" } });
    return {
      line: `${q.case.kind}#${q.phrasing} ${q.text} → ${answer.title.text} (${JSON.stringify(q.truth)})`,
      judgement: judge(answer, q.truth),
    };
  }),
}));

const linesOf = (seen: readonly Judged[], judgement: Judgement): string[] =>
  seen.filter((j) => j.judgement === judgement).map((j) => j.line);

it("asks thousands of questions in the words of at least two people", () => {
  expect(tables.map((t) => t.letter)).toEqual(expect.arrayContaining(["a", "b"]));
  expect(judged.flatMap((t) => t.seen).length).toBeGreaterThanOrEqual(LEAST_ASKED);
});

describe.each(judged)("asked in the words of table $letter", ({ letter, seen }) => {
  it("says nothing false", () => {
    expect(linesOf(seen, "false")).toEqual([]);
  });

  const least = letter === "a" ? LEAST_RIGHT.own : LEAST_RIGHT.others;
  it(`is right in at least ${100 * least} of 100 cases`, () => {
    const wrong = [...linesOf(seen, "false"), ...linesOf(seen, "withheld")];
    expect(1 - wrong.length / seen.length, wrong.slice(0, 40).join("\n")).toBeGreaterThanOrEqual(least);
  });
});
