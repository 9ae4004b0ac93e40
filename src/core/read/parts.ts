/** A clause of a message, and what can be told of it at a glance. */
import type { OpWord } from "../../dataset/word-kinds.ts";
import type { Repair } from "./repair.ts";
import { isAsk, isOp } from "./context.ts";
import { as, is, type Sense, type Token } from "./senses.ts";

/** A clause as it was scanned and, where misspelt, repaired. */
export interface Part extends Repair {
  tokens: Token[];
  /** The sentence it stands in ended in a question mark. */
  asked: boolean;
  /** It begins a sentence. */
  first: boolean;
}

export type Kinds = ReadonlySet<Sense["kind"]>;

/** What a question can be about. */
export const SUBJECT: Kinds = new Set([
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
export const WISH: Kinds = new Set([
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
export const CONTENT: Kinds = new Set(["topic", "measure", "status", "tier", "act", "series"]);
export const FOREIGN: Kinds = new Set(["stranger", "elsewhere", "blocked"]);

export const hasAny = (part: Part, kinds: Kinds): boolean =>
  part.tokens.some((t) => t.sense !== undefined && kinds.has(t.sense.kind));

export const hasOp = (part: Part, ...ops: readonly string[]): boolean =>
  part.tokens.some((t) => isOp(t, ...ops));

/** Topics that are a subject by themselves: 稳和进, 发布会, 三个层面. */
export const SELF_CONTAINED: readonly string[] = [
  "position",
  "levels",
  "press",
  "mechanism",
  "threshold",
  "rating",
];

export const hasSubject = (part: Part): boolean =>
  hasAny(part, SUBJECT) || part.tokens.some((t) => SELF_CONTAINED.includes(as(t, "topic")?.topic ?? ""));

/** Which is larger, how far apart: asked of what stands beside it. */
export const COMPARING: readonly OpWord[] = ["gap", "more", "less", "which-more"];

/** 多少, 哪些, 什么时候, 吗: there is something to be answered. */
export const asks = (part: Part): boolean =>
  part.tokens.some((t) => is(t, "ask") && !isAsk(t, "members")) ||
  hasOp(part, "count", "yesno", ...COMPARING) ||
  // 算支柱还是新兴: of the two one is to be told.
  (hasOp(part, "choice") && hasAny(part, CLASSES)) ||
  part.tokens.some((t) => QUESTIONING.has(as(t, "topic")?.topic ?? "")) ||
  (part.asked && part.first && hasAny(part, CONTENT));

const CLASSES: Kinds = new Set(["class", "classes"]);

/** Topics whose words ask by themselves: 什么时候, 谁发布, 做什么. */
const QUESTIONING: ReadonlySet<string> = new Set(["date", "issuer", "task"]);
