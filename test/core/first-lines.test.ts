/** The first line alone answers: of each golden question it holds the verdict, the number or the names, in one breath. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { type Golden, readGolden } from "../golden/judge.ts";
import { newBot } from "../support/bot.ts";

/** What is said in one breath. */
const BREATH = 40;

/** Golden questions whose first line is not there yet: it lacks something, or is too long. The lists only get shorter. */
const unmet = z
  .strictObject({ holds: z.array(z.string()), breath: z.array(z.string()) })
  .parse(JSON.parse(readFileSync(new URL("first-lines-open.json", import.meta.url), "utf8")));

const golden = readGolden(new URL("../golden/questions.jsonl", import.meta.url));

/** Every golden question, in its conversation, with the first line it gets. */
function firstLines(): { golden: Golden; title: string }[] {
  const ask = newBot();
  return golden.map((question, i) => {
    const chat = { platform: "test", id: question.chat ?? question.id };
    return { golden: question, title: ask({ text: question.text, chat, at: i * 1000 }).title.text };
  });
}

type Needle = string | readonly string[];

/**
 * A yes/no question expects its verdict; any other every number and name that the answer must hold. Where the sources disagree
 * both sides stand in the answer, and at least one of them in the first line.
 */
function lackedBy(title: string, { kind, starts, must = [] }: Golden): Needle[] {
  if (starts !== undefined) return oneOf(starts).some((v) => title.startsWith(v)) ? [] : [starts];
  const lacked = must.filter((needle) => !oneOf(needle).some((form) => title.includes(form)));
  return kind === "conflict" && lacked.length < must.length ? [] : lacked;
}

const oneOf = (needle: Needle): readonly string[] => (typeof needle === "string" ? [needle] : needle);

/** Three names or more. */
const lists = (title: string): boolean => (title.match(/、/g)?.length ?? 0) >= 2;

/** Questions that have one right outcome, an answer, and say what it must hold. */
const answered = firstLines().filter(
  ({ golden: { outcome, starts, must } }) =>
    outcome.join() === "answer" && (starts !== undefined || (must ?? []).length > 0),
);

it("is asked of at least 80 questions, of every kind that has an answer", () => {
  expect(answered.length).toBeGreaterThanOrEqual(80);
  const kinds = new Set(golden.filter((q) => q.outcome.join() === "answer").map((q) => q.kind));
  expect(new Set(answered.map((a) => a.golden.kind))).toEqual(kinds);
});

const named = answered.map((a) => ({ ...a, id: a.golden.id, text: a.golden.text }));

type Named = (typeof named)[number];

/** Each question is a test; those still open must fail, so that a mended one leaves the list. */
function eachOf(
  questions: readonly Named[],
  open: readonly string[],
  check: (question: Named) => void,
): void {
  it.each(questions.filter(({ id }) => !open.includes(id)))("$id $text", check);
  it.fails.each(questions.filter(({ id }) => open.includes(id)))("$id $text (open)", check);
}

describe("the first line says by itself what was asked", () => {
  eachOf(named, unmet.holds, ({ golden: question, title }) => {
    expect(lackedBy(title, question), title).toEqual([]);
  });
});

describe("the first line is one breath, or a list", () => {
  const single = named.filter(({ title }) => !lists(title));
  eachOf(single, unmet.breath, ({ title }) => {
    expect([...title].length, title).toBeLessThanOrEqual(BREATH);
  });
});
