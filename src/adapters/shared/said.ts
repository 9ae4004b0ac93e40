/** Which answer each message of the bot shows, so that a reply to it, whoever's, is about that answer. */
import { LRUCache } from "lru-cache";
import type { About, Answer } from "../../core/types.ts";

export interface Said {
  /** @param message its id within the chat. */
  keep(chat: string, message: string, answer: Answer): void;
  /** @param message of the bot that is replied to. @returns what the reply is about; undefined where that is not known. */
  about(chat: string, message: string, quote?: string): About | undefined;
}

/** Some kB each; a post to many chats counts once. */
const MOST_MESSAGES = 5_000;

export function createSaid(): Said {
  const answers = new LRUCache<string, Answer>({ max: MOST_MESSAGES });
  return {
    keep: (chat, message, answer) => void answers.set(`${chat} ${message}`, answer),
    about(chat, message, quote) {
      const answer = answers.get(`${chat} ${message}`);
      if (!answer && quote === undefined) return undefined;
      return { ...(answer && { answer }), ...(quote !== undefined && { quote }) };
    },
  };
}
