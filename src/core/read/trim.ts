/** What is taken from the tokens before anything is bound: fillers, who said it, the particle that only asks. */
import type { Words } from "../../dataset/words.ts";
import { isAsk, isOp } from "./context.ts";
import { isUnknownSingle } from "./predicate.ts";
import { is, type Token } from "./senses.ts";

/** 一样不, 有没: a negation that ends the sentence asks; not so in 一个都没有, nor where a list is asked for. */
export function closesQuestion(tokens: readonly Token[], { closers }: Words): Token[] {
  const last = tokens.at(-1);
  // 刀剪之都是哪儿，刀剪算支柱不: the list is asked for in another part.
  const part = tokens.slice(
    Math.max(
      0,
      tokens.findLastIndex((t) => t.opens === true),
    ),
  );
  const lists = part.some((t) => isAsk(t, "which-city", "which-cluster"));
  const denies = lists || isOp(tokens.at(-2), "all");
  if (tokens.length < 2 || !last || denies || !closers.includes(last.surface)) return [...tokens];
  return [...tokens.slice(0, -1), { ...last, sense: { kind: "op", op: "yesno" } }];
}

/** 目标不是 1 万亿吗: who asks so holds that it is; 不是…吧, 不是…对吗 deny it. */
export function withoutRhetoric(tokens: readonly Token[], { rhetoric }: Words): Token[] {
  const ends = tokens.flatMap((t, i) =>
    rhetoric.closes.includes(t.surface) && (tokens[i + 1]?.opens ?? true) ? [i] : [],
  );
  const denials = ends.map((end) => {
    const start = tokens.slice(0, end + 1).findLastIndex((t) => t.opens === true);
    const nots = tokens.slice(Math.max(0, start), end).filter((t) => isOp(t, "not", "leave-out"));
    return nots.length === 1 && rhetoric.opens.includes(nots[0]?.surface ?? "") ? nots[0] : undefined;
  });
  return tokens.filter((t) => !denials.includes(t));
}

/** 组长写广州是核心: who said it, and that they did, where a clause begins. */
function withoutSpeaker(tokens: readonly Token[], { speech }: Words): readonly Token[] {
  const at = tokens.findIndex((token, i) => {
    const begins = (i === 0 || token.opens === true) && token.sense === undefined && i + 3 < tokens.length;
    return begins && speech.some((w) => token.surface.endsWith(w) || tokens[i + 1]?.surface === w);
  });
  const speaker = tokens[at];
  if (!speaker) return tokens;
  const said = speech.some((w) => speaker.surface.endsWith(w)) ? 1 : 2;
  const [next, ...rest] = tokens.slice(at + said);
  // What follows opens the clause instead.
  const opened = next && speaker.opens ? [{ ...next, opens: true as const }] : next ? [next] : [];
  return [...tokens.slice(0, at), ...opened, ...rest];
}

/** 核心不核心 asks whether; 牛不牛 asks for something we have no word for, and is one unknown word. */
export function withoutAlternatives(tokens: readonly Token[], words: Words): Token[] {
  const kept: Token[] = [];
  let at = 0;
  while (at < tokens.length) {
    const [first, not, again] = [tokens[at], tokens[at + 1], tokens[at + 2]];
    const asked = first && not && again && isAlternative(first, not, again);
    if (asked) kept.push(...alternative(first, not, again, words));
    else if (first) kept.push(first);
    at += asked ? 3 : 1;
  }
  return kept;
}

function alternative(first: Token, not: Token, again: Token, { emptySingles }: Words): Token[] {
  const isKnown = first.sense ? first.sense.kind !== "filler" : emptySingles.includes(first.surface);
  if (isKnown) return [first, { ...not, sense: { kind: "op", op: "yesno" } }];
  const surface = first.surface + not.surface + again.surface;
  return [{ ...first, surface, end: again.end, sense: undefined }];
}

const isAlternative = (first: Token, not: Token | undefined, again: Token | undefined): boolean =>
  isOp(not, "not") &&
  not?.surface.length === 1 &&
  again !== undefined &&
  first.end === not.start &&
  not.end === again.start &&
  first.surface.endsWith(again.surface);

/** Fillers go; a break before one stands before what follows it. */
export function withoutFillers(tokens: readonly Token[], words: Words): Token[] {
  const kept: Token[] = [];
  let opens = false;
  for (const token of withoutSpeaker(tokens, words)) {
    opens ||= token.opens === true;
    const ignorable = isUnknownSingle(token, words);
    // clusters where …: no place is asked for.
    const relative = words.relatives.includes(token.surface) && is(kept.at(-1), "noun", "class");
    const inside = is(token, "followUp") && kept.length > 0 && !opens;
    if ((is(token, "filler") || ignorable || relative || inside) && !isOp(kept.at(-1), "name-has")) continue;
    kept.push(opens ? { ...token, opens: true } : token);
    opens = false;
  }
  return kept;
}
