import { describe, expect, it } from "vitest";
import { toPlain } from "../../src/core/plain.ts";
import { newBot } from "../support/bot.ts";
import { complaint, type Golden, judge, readGolden, type Said } from "./judge.ts";

const questions = readGolden(new URL("questions.jsonl", import.meta.url));

/** The goals of the project: nothing false, and nearly everything right. */
const LEAST_RIGHT = 0.97;

const ask = newBot();
const answered = questions.map((golden, i): { golden: Golden; said: Said } => {
  const chat = { platform: "test", id: golden.chat ?? golden.id };
  const answer = ask({ text: golden.text, chat, at: i * 1000 });
  return { golden, said: { outcome: answer.outcome, text: toPlain(answer), facts: answer.facts } };
});

const told = (verdict: string): string[] =>
  answered
    .filter(({ golden, said }) => judge(golden, said) === verdict)
    .map(({ golden, said }) => `${golden.id} ${golden.text}: ${complaint(golden, said) ?? ""}`);

describe("the golden set", () => {
  it("has at least 300 questions, each with an id of its own", () => {
    expect(questions.length).toBeGreaterThanOrEqual(300);
    expect(new Set(questions.map((q) => q.id)).size).toBe(questions.length);
  });

  it("covers every kind of question", () => {
    const kinds = new Set(questions.map((q) => q.kind));
    for (const kind of [
      "formal",
      "colloquial",
      "traditional",
      "english",
      "pinyin",
      "typo",
      "followup",
      "yesno",
      "count",
      "compare",
      "nearmiss",
      "outoffield",
      "conflict",
    ])
      expect(kinds).toContain(kind);
  });

  it("draws no false assertion", () => {
    expect(told("wrong")).toEqual([]);
  });

  it("is answered rightly in at least 97 of 100 cases", () => {
    const missed = [...told("refused"), ...told("wrong")];
    expect(1 - missed.length / questions.length, missed.join("\n")).toBeGreaterThanOrEqual(LEAST_RIGHT);
  });
});
