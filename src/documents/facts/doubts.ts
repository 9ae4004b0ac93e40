/** What in a sentence could change the meaning of what was found in it. */
import type { Doubt } from "../../dataset/extraction.ts";

/** @returns why the sentence is doubtful; undefined where nothing may be proposed from it at all. */
export type Judge = (text: string) => string[] | undefined;

export function createJudge(doubts: readonly Doubt[]): Judge {
  const compiled = doubts.map(({ say, unless, ...rest }) => ({
    ...rest,
    say: new RegExp(say, "u"),
    unless: unless === undefined ? undefined : new RegExp(unless, "u"),
  }));
  return (text) => {
    const found = compiled.filter(({ say, unless }) => say.test(text) && unless?.test(text) !== true);
    return found.some(({ drop }) => drop) ? undefined : found.map(({ reason }) => reason);
  };
}
