/** What is said of the things a claim names: that one takes part in the other, or something nobody here understands. */
import type { Words } from "../../dataset/words.ts";
import type { Tense } from "../query.ts";
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

/** 有没有惠州, 没有惠州吗, is there Huizhou: the word stands first, the name right behind it. */
export function asksThere(tokens: readonly Token[], { there }: Words): boolean {
  const first = tokens.findIndex((t) => there.includes(t.surface));
  const next = tokens.slice(first + 1).find((t) => !is(t, "filler"));
  return first >= 0 && tokens.slice(0, first).every((t) => is(t, "filler", "followUp")) && isEntity(next);
}

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

/** 已经过千亿, 到 600 亿了: a result is claimed; 要做到千亿级: a plan is. What is both is claimed to have come about. */
export function tenseOf(tokens: readonly Token[], words: Words): Tense | undefined {
  const isSaid = (surfaces: readonly string[]): boolean => tokens.some((t) => surfaces.includes(t.surface));
  const isDone = isSaid(words.accomplished) || tokens.some((t, i) => isAspect(t, tokens[i - 1], words));
  return isDone ? "done" : isSaid(words.intended) ? "meant" : undefined;
}

/** 了 behind a thing, an amount or what bounds it; 我说错了 tells of the person. */
const isAspect = (token: Token, before: Token | undefined, words: Words): boolean =>
  words.aspects.includes(token.surface) &&
  before?.end === token.start &&
  (before.sense === undefined ? before.surface.length > 1 : is(before, ...ACCOMPLISHED));

const ACCOMPLISHED = ["amount", "bound", "noun", "cluster", "thing", "series", "act"] as const;
