/** Which clauses of a message are questions. People say who they are, why they ask, and then ask, perhaps twice. */
import type { Words } from "../../dataset/words.ts";
import { tellsOfPerson, withoutBackground } from "./background.ts";
import { asks, CONTENT, hasAny, hasOp, hasSubject, type Kinds, type Part, WISH } from "./parts.ts";
import { isAsk } from "./context.ts";

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
