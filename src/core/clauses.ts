/** Which clauses of a message are the question. People say who they are, why they ask, and then ask. */
import type { Repair } from "./repair.ts";
import type { Sense, Token } from "./tokens.ts";

export interface Clause {
  text: string;
  tokens: readonly Token[];
}

/** A clause as it was scanned and, where misspelt, repaired. */
export interface Part extends Repair {
  tokens: Token[];
  /** The sentence ended in a question mark. */
  asked: boolean;
}

type Kinds = ReadonlySet<Sense["kind"]>;

/** What a question can be about. */
const SUBJECT: Kinds = new Set([
  "cluster",
  "city",
  "set",
  "ambiguous",
  "scope",
  "document",
  "policy",
  "thing",
]);
/** What a question can want. */
const WISH: Kinds = new Set(["ask", "topic", "measure", "figure", "status", "tier", "amount", "layer"]);
const FOREIGN: Kinds = new Set(["outside", "blocked"]);

const hasAny = (clause: Clause, kinds: Kinds): boolean =>
  clause.tokens.some((token) => token.senses.some((sense) => kinds.has(sense.kind)));

/** Topics that are a subject by themselves: 稳和进, 发布会, 三个层面. */
const SELF_CONTAINED: ReadonlySet<string> = new Set([
  "position",
  "levels",
  "press",
  "mechanism",
  "trillion",
  "threshold",
]);

const hasSubject = (clause: Clause): boolean =>
  hasAny(clause, SUBJECT) ||
  clause.tokens.some((t) => t.senses.some((s) => s.kind === "topic" && SELF_CONTAINED.has(s.topic)));

const isComplete = (clause: Clause): boolean =>
  hasSubject(clause) && hasAny(clause, WISH) && !hasAny(clause, FOREIGN) && !isNarrator(clause);

/** 我在东莞上班, 本报拟刊发, 我妈…: about the person, not about the question. */
const NARRATOR =
  /^(?:我|我们|本人|本报|俺|咱家|家里|小弟|在下)(?!省|市|们?想|们?要|们?需|们?看|们?听|记得|国|问|查)/;
const isNarrator = ({ text }: Clause): boolean => NARRATOR.test(text.trim());

const DWELLS = /在|来自|做|人$|路过/;

/** A clause before a whole question that only tells where somebody is or what they do. What follows it counts. */
function isBackground(clause: Clause): boolean {
  if (isComplete(clause)) return false;
  const unknown = clause.tokens.some((t) => t.senses.length === 0 && t.surface.length > 1);
  const wishes = hasAny(clause, WISH) && !isNarrator(clause);
  if (hasAny(clause, FOREIGN) || isNarrator(clause)) return true;
  return !wishes && (unknown || (hasAny(clause, SUBJECT) && DWELLS.test(clause.text)));
}

/** Clauses by comma or colon; 11,875 stays whole, and so do lists with 、. */
export const splitClauses = (sentence: string): string[] =>
  sentence
    .split(/(?<!\d),|,(?!\d{3})|[:：]/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** The clauses to read: all of them, unless one is a whole question by itself; then the background is left out. */
export function questionClauses<T extends Clause>(clauses: readonly T[]): readonly T[] {
  const question = clauses.findLastIndex(isComplete);
  return clauses.filter((clause, at) => at > question || !isBackground(clause));
}
