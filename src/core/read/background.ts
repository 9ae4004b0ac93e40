/** What people tell before they ask: who they are, what they heard, how they want it told. It limits nothing. */
import type { OpWord } from "../../dataset/word-kinds.ts";
import type { Words } from "../../dataset/words.ts";
import { asks, COMPARING, FOREIGN, hasAny, hasOp, hasSubject, type Part, SUBJECT, WISH } from "./parts.ts";
import { isAsk, isOp } from "./context.ts";
import { is } from "./senses.ts";

/** 半导体在 20 个集群里, 湛江属于粤西: a name and a list are a claim. */
const isMembership = (part: Part): boolean =>
  (hasAny(part, new Set(["cluster"])) && hasAny(part, new Set(["class", "whole"]))) ||
  (hasAny(part, new Set(["city"])) && hasAny(part, new Set(["set"])));

const isComplete = (part: Part, words: Words): boolean =>
  hasSubject(part) &&
  (hasAny(part, WISH) || isMembership(part)) &&
  !hasAny(part, FOREIGN) &&
  !isNarrator(part, words);

/** 我在东莞上班, 本报拟刊发: about the person, not about the question. */
const isNarrator = ({ text }: Part, words: Words): boolean => tellsOfPerson(text.trim(), words);

export const tellsOfPerson = (clause: string, words: Words): boolean =>
  words.narrators.some((w) => clause.startsWith(w)) && !words.narratorsNot.some((w) => clause.startsWith(w));

/** A clause before a whole question that only tells where somebody is or what they do. What limits it counts. */
function isBackground(part: Part, words: Words): boolean {
  if (hasOp(part, "except", "leave-out", "only", "except-after", "nation") && !isNarrator(part, words))
    return false;
  if (isComplete(part, words) || isScope(part) || hasOp(part, ...COMPARING)) return false;
  if (hasAny(part, FOREIGN) || isNarrator(part, words) || isRumour(part)) return true;
  if (!hasSubject(part) && !hasAny(part, WISH)) return true;
  const unknown = part.tokens.filter((t) => t.sense === undefined && t.surface.length > 1).length;
  const wishes = hasAny(part, WISH);
  const dwells = hasAny(part, SUBJECT) && words.dwellings.some((w) => part.text.includes(w));
  return (!wishes && (unknown > 0 || dwells)) || unknown > 1;
}

/** 好多人说佛山家电最强: what others say, where nothing that can be asked is in it. */
const isRumour = (part: Part): boolean => isOp(part.tokens[0], "hearsay") && !hasAny(part, WISH);

/** 不在粤西的城市里, 粤东这边的市: a region or a class and the noun of what is in it. */
const isScope = (part: Part): boolean =>
  hasAny(part, new Set(["set", "class"])) && hasAny(part, new Set(["noun"]));

/** 做投资研究: what somebody does, whatever the word in it may mean elsewhere. */
const isAside = (part: Part, words: Words): boolean =>
  !hasSubject(part) && !hasOp(part, "nation") && words.dwellings.some((w) => part.text.startsWith(w));

/** 不要漏, 只要数字: how it is to be answered, and nothing that limits what is. */
const isManner = (part: Part, { manners }: Words): boolean =>
  manners.heads.some((w) => part.text.startsWith(w)) &&
  manners.verbs.some((w) => part.text.includes(w)) &&
  !hasSubject(part) &&
  part.tokens.every((t) => t.sense === undefined || is(t, "filler", "op") || isAsk(t, ...SHOWN)) &&
  !hasOp(part, ...MEASURING);

/** Every answer shows where it is from; these ask for no more than it holds. */
const SHOWN = ["sources", "members", "overview"] as const;

/** Operators that say which are wanted, or how many: never a manner of telling. */
const MEASURING: readonly OpWord[] = [
  "max",
  "min",
  "rank",
  "count",
  "sum",
  "average",
  "ratio",
  "gap",
  "same",
  "name-has",
];

/** 请核实: nothing but that it is to be judged. */
const isVerdict = (part: Part): boolean =>
  hasOp(part, "tag", "hearsay") && part.tokens.every((t) => is(t, "op", "filler"));

/** 我是澳门的学生: who asks is never what is asked, whether the question is whole or not. */
const isAsker = (part: Part, words: Words): boolean =>
  isNarrator(part, words) && hasAny(part, FOREIGN) && !hasSubject(part);

/** All of them, unless one is a whole question by itself; then the background before it is left out. */
export function withoutBackground(parts: readonly Part[], words: Words): Part[] {
  const whole = parts.findLastIndex((p) => isComplete(p, words));
  // 领导让我整理支柱集群有哪些: who asks for somebody else asks all the same.
  const question = whole >= 0 ? whole : parts.findLastIndex((p) => hasSubject(p) && asks(p));
  const named = parts.some(hasSubject);
  const wished = parts.some((p) => !isNarrator(p, words) && hasAny(p, WISH));
  return parts.filter((part, at) => {
    if (isVerdict(part)) return true;
    if (named && isManner(part, words)) return false;
    const aside = (named && isAside(part, words)) || (wished && isAsker(part, words));
    return !aside && (at >= question || !isBackground(part, words));
  });
}
