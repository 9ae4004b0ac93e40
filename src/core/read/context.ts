/** What the binding of operators works on. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Span } from "../query.ts";
import type { Heard } from "./heard.ts";
import { as, is, type Token } from "./senses.ts";

export interface Context {
  dataset: Dataset;
  heard: Heard;
  tokens: readonly Token[];
  /** For each token, how many entities of its kind follow one another from it. */
  runs: readonly number[];
  /** The question asks for a list, so that 不含 and 不在 leave something out of it. */
  lists: boolean;
  year: number | undefined;
  /** Nothing has been named since the last negation. */
  stacked: boolean;
  /** 除了 … 的核心城市 was read as a denial: its 以外 says no more. */
  closed: boolean;
}

/** How many tokens a rule has used; 0 where it does not apply. */
export type Bind = (context: Context, at: number) => number;

export const spanOf = (...tokens: readonly (Token | undefined)[]): Span => ({
  start: tokens[0]?.start ?? 0,
  end: tokens.at(-1)?.end ?? 0,
  text: tokens.map((t) => t?.surface ?? "").join(""),
});

export const isOp = (token: Token | undefined, ...ops: readonly string[]): boolean =>
  ops.includes(as(token, "op")?.op ?? "");

export const isAsk = (token: Token | undefined, ...asks: readonly string[]): boolean =>
  asks.includes(as(token, "ask")?.ask ?? "");

const ENTITY = ["cluster", "city", "set", "class", "tier", "document", "year"] as const;
export const isEntity = (token: Token | undefined): boolean => is(token, ...ENTITY);

/** How many entities of the kind of the first follow one another from here. */
export const runLength = ({ runs }: Context, at: number): number => runs[at] ?? 0;

/** All of them at once, from the last backwards: a text that is one long list costs no more than any other. */
export function runsOf(tokens: readonly Token[]): number[] {
  const runs = tokens.map((t): number => (isEntity(t) ? 1 : 0));
  for (let at = runs.length - 2; at >= 0; at -= 1)
    if (runs[at] === 1 && tokens[at]?.sense?.kind === tokens[at + 1]?.sense?.kind)
      runs[at] = 1 + (runs[at + 1] ?? 0);
  return runs;
}
