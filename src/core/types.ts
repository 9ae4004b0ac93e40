/**
 * The language the rooms of this house speak with each other. Read this first.
 *
 *     Question ──read──▶ Query[] ──select──▶ Rows ──tell──▶ Draft ──say──▶ Answer ──render──▶ what a platform shows
 *
 * Everything here is plain data. Nothing names a platform.
 */
import type { Grade } from "../dataset/documents.ts";
import type { ClusterClass } from "../dataset/schema.ts";

/** Language of an answer: Simplified or Traditional Chinese, or English. */
export const LOCALES = ["zh-CN", "zh-TW", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/** Where a question came from. Opaque to the core: it only tells conversations apart. */
export interface Chat {
  platform: string;
  id: string;
  thread?: string;
  user?: string;
}

export interface Question {
  text: string;
  chat: Chat;
  /** Milliseconds since the epoch; decides when a conversation is over. Without it nothing is carried over. */
  at?: number;
  /** What is replied to, where that is an answer of the bot: it, and not what was said last, is gone on from. */
  about?: About;
  /** The answer is wanted in this language, whatever the question is in. */
  locale?: Locale;
  /** Where the question leaves it in doubt: what the chat has set, and what the platform says of the person. */
  setting?: Locale;
  hint?: Locale;
}

/** An answer given before, whoever asked for it: itself, a part of its text, or both. */
export interface About {
  /** The very object the core gave; undefined where it is not remembered any more. */
  answer?: Answer;
  /** What was picked out of its text; where the answer is not remembered, its first line. */
  quote?: string;
}

/**
 * `answer` asserts facts and always has sources; `clarify` asks back or offers the nearest;
 * `unknown` says that the documents do not tell, and contains no figure.
 */
export type Outcome = "answer" | "clarify" | "unknown";

/** Where a statement comes from, as a reader sees it. `mark` is its number within one answer. */
export interface Citation {
  mark: number;
  /** Names what is cited, in no language. */
  key: string;
  document: string;
  /** Where it was read: publisher, date, paragraph. */
  locator: string;
  grade: Grade;
  url: string | null;
}

/** One line of an answer: its text, the facts or passages that carry it, and the marks of their citations. */
export interface Item {
  text: string;
  facts: string[];
  marks: number[];
  /** Ids of the passages it quotes: `plans-2023/半导体与集成电路#37`. */
  passages?: string[];
}

/** A closed union of plain blocks; a renderer switches over `kind` without a default. */
export type Block =
  | { kind: "text"; text: string }
  /** `brief`: without it the first line would mislead, so that it is shown at first sight, in these words. */
  | { kind: "note"; text: string; brief?: string }
  /** `leads`: first lines of further questions of the same message, which are shown at first sight too. */
  | { kind: "facts"; heading?: string; leads?: true; items: Item[] }
  | { kind: "list"; heading?: string; items: string[] };

/** A button IS the text of another question: at most 60 bytes of UTF-8. */
export interface Suggestion {
  label: string;
  ask: string;
}

/** What a picture shows, as plain data. It is drawn outside the core, from the same dataset. */
export type Picture =
  | { kind: "map"; cluster: string }
  | { kind: "card"; city: string }
  | { kind: "matrix" }
  | { kind: "figures"; scope: ClusterClass }
  | { kind: "compare-clusters"; clusters: string[] }
  | { kind: "compare-cities"; cities: string[] };

export interface Answer {
  outcome: Outcome;
  locale: Locale;
  /** What a yes/no question got, of the claim as it was made: yes to 不是…对吧 means that it is not. */
  verdict?: "yes" | "no" | "unsaid";
  /** The first line: it answers the question. */
  title: Item;
  blocks: Block[];
  sources: Citation[];
  next: Suggestion[];
  /** Official names the answer is about. */
  clusters: string[];
  cities: string[];
  /** Ids of every fact used. */
  facts: string[];
  /** Ids of every passage quoted; absent where there is none. */
  passages?: string[];
  /** The same said in a picture, where the answer has a shape. */
  picture?: Picture;
  /** Asked for in full: nothing of it is left for a second look. */
  whole?: true;
  /** What gets the same answer in any chat, for good: the number of a fact, or `q:` and a query. */
  reference?: string;
  /** A card, see `Card`. */
  card?: Card;
  /** Of what kind it is, where it is an answer that rests on facts. */
  kind?: Kind;
  /** An error, a refusal, something not found: of use to whoever asked, and to nobody else in the chat. */
  aside?: true;
}

/**
 * Buttons of a card, in groups: it shows how something is set and sets it. What a button asks is answered by the card as
 * it is then, which takes the place of the one that was pressed; an answer that is no card is shown beside it. A button
 * names what is wanted and never the other of two, so that pressing it twice, or late, does the same.
 */
export type Card = readonly (readonly Suggestion[])[];

/** Kinds of answers: the rows they tell, one fact by itself, what a word means, anything else. */
export const KINDS = [
  "members",
  "cell",
  "role-verdict",
  "compare",
  "ranking",
  "overview",
  "figures",
  "figure-verdict",
  "figure-list",
  "figure-best",
  "figure-compare",
  "reached",
  "revised",
  "classes",
  "class-verdict",
  "reference",
  "cities",
  "area",
  "areas",
  "area-verdict",
  "statements",
  "document-numbers",
  "series",
  "conflicts",
  "none",
  "fact",
  "terms",
  "other",
] as const;
export type Kind = (typeof KINDS)[number];

/** What somebody thinks of an answer: its kind and the facts it rests on. Nothing of who, where, or in what words. */
export interface Ballot {
  kind: Kind;
  facts: readonly string[];
  isGood: boolean;
}

/** `again`: that was said before; `changed`: it takes the place of the opposite; `lost`: it cannot be kept now. */
export type Cast = "counted" | "again" | "changed" | "lost";

/**
 * Counts a vote. Never rejects.
 * @param press the same for the same person at the same message; held in memory alone, so that nobody counts twice.
 */
export type Vote = (ballot: Ballot, press: string) => Promise<Cast>;

/** The whole bot: a pure function of the dataset, the question and the conversation so far. */
export type Ask = (question: Question) => Answer;

/** The person who asks, where it matters who that is. */
export interface Asker {
  /** May change what the chat has set: an administrator of a group, anyone in a private chat. Asked of the platform now. */
  isAdmin(): Promise<boolean>;
}

/** What a platform is given: the core, and in front of it whatever a chat can set. Never rejects. */
export type Attend = (question: Question, asker: Asker) => Answer | Promise<Answer>;

/** What a delivered answer is called on its platform. */
export interface Posted {
  id: string;
}

/** How a post is sent that must not be sent twice. */
export interface Posting {
  /** Names the post: the same at every attempt, so that a platform that can will recognise a repetition. */
  key?: string;
  /** Awaited right before each request that may deliver the post. Where it rejects nothing is sent, and `post` rejects with its error. */
  before?: () => Promise<void>;
}

/** A platform. Adapters meet the core only through `Attend`, and the daily posts only through `post`. */
export interface Adapter {
  platform: string;
  start(attend: Attend): Promise<void>;
  post(chat: Chat, answer: Answer, posting?: Posting): Promise<Posted>;
  stop(): Promise<void>;
}
