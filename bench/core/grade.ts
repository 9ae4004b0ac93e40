/** The golden set, judged: what a system got right, and how what it got wrong is wrong. */
import { type Golden, judge, type Said } from "../../test/golden/judge.ts";
import type { Grades } from "./findings.ts";

/**
 * Whether something untrue was asserted: a forbidden word, an answer where there is none to give, or the wrong
 * verdict of a yes/no question. Any other wrong answer leaves out something it had to say.
 */
function isFalse(golden: Golden, said: Said): boolean {
  if ((golden.mustNot ?? []).some((word) => said.text.includes(word))) return true;
  if (said.outcome !== "answer") return false;
  return !golden.outcome.includes("answer") || judge(withoutVerdict(golden), said) === "right";
}

/** The question without the demand on how a yes/no answer begins. */
export function withoutVerdict(golden: Golden): Golden {
  const { starts: _, ...rest } = golden;
  return rest;
}

/** Judges what was said to each question; `said` runs parallel to `golden`. */
export function grade(golden: readonly Golden[], said: readonly Said[]): Grades {
  const grades: Grades = {
    right: 0,
    wrong: [],
    refused: [],
    false: [],
    asserted: 0,
    assertedRight: 0,
  };
  golden.forEach((question, i) => {
    const answer = said[i];
    if (!answer) throw new Error(`${question.id} was not answered`);
    const verdict = judge(question, answer);
    if (verdict === "right") grades.right += 1;
    else grades[verdict].push(question.id);
    if (verdict === "wrong" && isFalse(question, answer)) grades.false.push(question.id);
    if (answer.outcome !== "answer") return;
    grades.asserted += 1;
    if (verdict === "right") grades.assertedRight += 1;
  });
  return grades;
}
