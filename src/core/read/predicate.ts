/** What is said of the things a claim names: that one takes part in the other, or something nobody here understands. */
import type { Words } from "../../dataset/words.ts";
import { isEntity } from "./context.ts";
import { is, type Token } from "./senses.ts";

/** 有, 没提, 名单里; behind a city also 在 and in. */
export const saysPart = (tokens: readonly Token[], words: Words): boolean =>
  tokens.some(({ surface, sense }, i) => {
    const says = (word: string): boolean =>
      surface === word || (sense?.kind === "op" && surface.endsWith(word));
    const behind = is(tokens[i - 1], "city") && words.takesPartBehind.includes(surface);
    return behind || words.takesPart.some(says);
  });

/** One character nobody knows: 强, 弱, and most slips of the keyboard. */
export const isUnknownSingle = ({ sense, surface }: Token, { contentSingles }: Words): boolean =>
  sense === undefined && surface.length === 1 && !contentSingles.includes(surface);

/** @returns the unknown characters that may have been what a part of the sentence says of what it names. */
export function lostIn(tokens: readonly Token[], words: Words): Token[] {
  const lost = (token: Token): boolean =>
    isUnknownSingle(token, words) && !words.emptySingles.includes(token.surface);
  return partsOf(tokens).flatMap((part) => (part.some(isEntity) ? part.filter(lost) : []));
}

/** Between one break and the next. */
function partsOf(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.opens === true) parts.push([]);
    parts.at(-1)?.push(token);
  }
  return parts;
}
