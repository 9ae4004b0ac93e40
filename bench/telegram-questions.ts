/** The questions of the benchmark: those of the golden set, over and over. */
import { readFileSync } from "node:fs";

const questions = readFileSync(new URL("../test/golden/questions.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => (JSON.parse(line) as { text: string }).text)
  .filter((text) => text.trim() !== "");

export const QUESTIONS: readonly string[] = questions;

export const questionAt = (i: number): string => questions[i % questions.length] ?? "";
