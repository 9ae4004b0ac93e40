/** Which clauses of a message are questions. People say who they are, why they ask, and then ask, perhaps twice. */
import type { OpWord, Words } from "../../dataset/words.ts";
import type { Repair } from "./repair.ts";
import { as, is, type Sense, type Token } from "./senses.ts";
import { isAsk, isOp } from "./context.ts";

/** A clause as it was scanned and, where misspelt, repaired. */
export interface Part extends Repair {
  tokens: Token[];
  /** The sentence it stands in ended in a question mark. */
  asked: boolean;
  /** It begins a sentence. */
  first: boolean;
}

type Kinds = ReadonlySet<Sense["kind"]>;

/** What a question can be about. */
const SUBJECT: Kinds = new Set([
  "cluster",
  "city",
  "set",
  "ambiguous",
  "class",
  "classes",
  "whole",
  "document",
  "policy",
  "thing",
  "number",
  "series",
  "district",
]);
/** What a question can want. */
const WISH: Kinds = new Set([
  "ask",
  "topic",
  "measure",
  "status",
  "tier",
  "amount",
  "giver",
  "act",
  "series",
  "date",
]);
/** What is asked in so many words. */
const CONTENT: Kinds = new Set(["topic", "measure", "status", "tier", "act", "series"]);
const FOREIGN: Kinds = new Set(["stranger", "elsewhere", "blocked"]);

const hasAny = (part: Part, kinds: Kinds): boolean =>
  part.tokens.some((t) => t.sense !== undefined && kinds.has(t.sense.kind));

const hasOp = (part: Part, ...ops: readonly string[]): boolean => part.tokens.some((t) => isOp(t, ...ops));

/** Topics that are a subject by themselves: 稳和进, 发布会, 三个层面. */
export const SELF_CONTAINED: readonly string[] = [
  "position",
  "levels",
  "press",
  "mechanism",
  "threshold",
  "rating",
];

const hasSubject = (part: Part): boolean =>
  hasAny(part, SUBJECT) || part.tokens.some((t) => SELF_CONTAINED.includes(as(t, "topic")?.topic ?? ""));

/** Splits a message into its questions: the parts of each, background left out. */
export function questionsOf(parts: readonly Part[], words: Words): Part[][] {
  const told = withoutBackground(parts, words);
  const questions: Begun[] = [];
  for (const part of told) {
    const current = questions.at(-1);
    const own = {
      asks: asks(part),
      wishes: hasAny(part, WISH),
      bare: isBareAmount(part),
      amount: hasAny(part, AMOUNT),
    };
    if (!current || begins(current, part, words)) {
      questions.push({ parts: [part], ...own });
      continue;
    }
    current.parts.push(part);
    current.asks ||= own.asks;
    current.wishes ||= own.wishes;
    current.bare &&= own.bare;
    current.amount ||= own.amount;
  }
  return questions.map(({ parts: those }) => those);
}

/** A question as far as it was read: whether one of its parts asks, or wants anything, is known without going through them again. */
interface Begun {
  parts: Part[];
  asks: boolean;
  wishes: boolean;
  /** Nothing but an amount so far. */
  bare: boolean;
  /** It holds one. */
  amount: boolean;
}

const NAMES: Kinds = new Set(["city", "cluster"]);
const isHandedOn = (part: Part, { openEnds }: Words): boolean =>
  hasAny(part, NAMES) && !hasAny(part, WISH) && openEnds.some((end) => part.text.endsWith(end));

const AMOUNT: Kinds = new Set(["amount"]);

/** 好像是 4000 亿吧: of what, the part behind it says. */
const isBareAmount = (part: Part): boolean =>
  hasAny(part, AMOUNT) && !hasSubject(part) && !hasAny(part, CONTENT);

/** A part that asks by itself, after one that does too. */
function begins(current: Begun, part: Part, words: Words): boolean {
  if (current.bare) return false;
  // 佛山的目标是 6000 亿吗，阳江呢: of the other it is another claim, and one may hold without the other.
  if (current.asks && current.amount && isHandedOn(part, words)) return true;
  if (!current.asks) return part.first && current.wishes && asks(part) && hasSubject(part);
  const content = hasAny(part, CONTENT) || asksByName(part);
  const subject = hasSubject(part) && (hasAny(part, WISH) || hasOp(part, "count"));
  if (hasOp(part, "choice", "tag") && !hasSubject(part)) return false;
  return asks(part) ? content || subject : part.first && content && subject;
}

/** Which is larger, how far apart: asked of what stands beside it. */
const COMPARING: readonly OpWord[] = ["gap", "more", "less", "which-more"];

/** 多少, 哪些, 什么时候, 吗: there is something to be answered. */
const asks = (part: Part): boolean =>
  part.tokens.some((t) => is(t, "ask") && !isAsk(t, "members")) ||
  hasOp(part, "count", "yesno", ...COMPARING) ||
  part.tokens.some((t) => QUESTIONING.has(as(t, "topic")?.topic ?? "")) ||
  (part.asked && part.first && hasAny(part, CONTENT));

/** Topics whose words ask by themselves: 什么时候, 谁发布, 做什么. */
const QUESTIONING: ReadonlySet<string> = new Set(["date", "issuer", "task"]);

const BY_NAME = [
  "which-city",
  "which-cluster",
  "how-many-cities",
  "how-many-clusters",
  "role",
  "class",
  "belongs",
] as const;
const asksByName = (part: Part): boolean => part.tokens.some((t) => isAsk(t, ...BY_NAME));

// Background ------------------------------------------------------------------------------------------------------------

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

const tellsOfPerson = (clause: string, words: Words): boolean =>
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
function withoutBackground(parts: readonly Part[], words: Words): Part[] {
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

/** Clauses by comma or colon, and where somebody turns from who they are to what they ask; 11,875 stays whole, and so do lists with 、. */
export const splitClauses = (sentence: string, words: Words): string[] =>
  sentence
    .split(/(?<!\d),|,(?!\d{3})|[:：]/u)
    .flatMap((part) => turning(part.trim(), words))
    .filter((part) => part !== "");

/** 我是清华的研究生想问一下…, I'm a student at … and need …: the person first, then the question. */
function turning(clause: string, words: Words): string[] {
  if (!tellsOfPerson(clause, words)) return [clause];
  const ats = words.turns.map((turn) => clause.indexOf(turn)).filter((at) => at > 0);
  const at = Math.min(...ats);
  return ats.length === 0 ? [clause] : [clause.slice(0, at).trim(), clause.slice(at).trim()];
}
