/** What became of chats: moved to a new id, or gone. In memory and bounded; whoever stores chats is told. */
import { LRUCache } from "lru-cache";
import type { Logger } from "../../shared/log.ts";
import type { ChatHandlers } from "./options.ts";

export interface Chats {
  /** The id a chat has now. */
  current(id: string): string;
  moved(from: string, to: string): void;
  /** Nothing is posted to it until it is back. */
  gone(id: string): void;
  back(id: string): void;
  isGone(id: string): boolean;
  /** @returns true the first time: a group that became a supergroup was already introduced to. */
  isNew(id: string): boolean;
}

const MOST_KEPT = 10_000;

export function createChats(handlers: ChatHandlers, log: Logger): Chats {
  const newIds = new LRUCache<string, string>({ max: MOST_KEPT });
  const gone = new LRUCache<string, true>({ max: MOST_KEPT });
  const successors = new LRUCache<string, true>({ max: MOST_KEPT });
  return {
    current: (id) => newIds.get(id) ?? id,
    moved(from, to) {
      if (newIds.get(from) === to) return;
      newIds.set(from, to);
      successors.set(to, true);
      log.info({ platform: "telegram" }, "a group became a supergroup and has a new id");
      handlers.moved?.(from, to);
    },
    gone(id) {
      if (gone.has(id)) return;
      gone.set(id, true);
      log.info({ platform: "telegram" }, "a chat is gone: the bot was blocked or removed");
      handlers.gone?.(id);
    },
    back: (id) => void gone.delete(id),
    isGone: (id) => gone.has(id),
    isNew: (id) => !successors.has(id),
  };
}
