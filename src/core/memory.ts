/** What was last talked about, per chat, thread and user: bounded, expiring, and only what a next turn needs. */
import { LRUCache } from "lru-cache";
import type { Heard } from "./read/heard.ts";
import type { Block, Chat, Citation, Item, Locale } from "./types.ts";

/** A conversation is over after this long. */
export const EXPIRY_MS = 10 * 60_000;
/** Most conversations kept; the longest idle goes first. A few kB each. */
const MOST_CHATS = 5000;

export interface Turn {
  /** Undefined where nothing was asked yet, only a language chosen. */
  heard: Heard | undefined;
  title: Item;
  /** What asks for the same in any chat. */
  reference: string | undefined;
  /** Ids of the facts of the answer. */
  facts: readonly string[];
  /** Ids of the passages it quotes. */
  passages: readonly string[];
  sources: Citation[];
  /** What the answer listed, in its order: 第三个 is one of them. */
  listed: readonly string[];
  clusters: readonly string[];
  cities: readonly string[];
  /** Language of the answer, and the one that was asked for in so many words. */
  locale: Locale;
  wish: Locale | undefined;
  /** What of the answer is not shown at first sight: 更多 shows it. */
  rest: readonly Block[];
  at: number;
}

export interface Memory {
  recall(chat: Chat, at: number): Turn | undefined;
  keep(chat: Chat, turn: Turn): void;
  size(): number;
}

const keyOf = ({ platform, id, thread, user }: Chat): string => JSON.stringify([platform, id, thread, user]);

export function createMemory(): Memory {
  // Without a time to live, which would take a clock: `at` says when a conversation is over.
  const turns = new LRUCache<string, Turn>({ max: MOST_CHATS });
  return {
    recall(chat, at) {
      const turn = turns.get(keyOf(chat));
      return turn && at - turn.at < EXPIRY_MS ? turn : undefined;
    },
    keep: (chat, turn) => void turns.set(keyOf(chat), turn),
    size: () => turns.size,
  };
}
