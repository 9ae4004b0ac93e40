/** What became of chats: moved to a new id, or gone. In memory and bounded; whoever stores chats is told. */
import type { Logger } from "../../shared/log.ts";
import { forgetOldest } from "./bounded.ts";
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
  const newIds = new Map<string, string>();
  const lost = new Set<string>();
  const successors = new Set<string>();
  return {
    current: (id) => newIds.get(id) ?? id,
    moved(from, to) {
      if (newIds.get(from) === to) return;
      newIds.set(from, to);
      successors.add(to);
      forgetOldest(newIds, MOST_KEPT);
      forgetOldest(successors, MOST_KEPT);
      log.info({ platform: "telegram" }, "a group became a supergroup and has a new id");
      handlers.moved?.(from, to);
    },
    gone(id) {
      if (lost.has(id)) return;
      lost.add(id);
      forgetOldest(lost, MOST_KEPT);
      log.info({ platform: "telegram" }, "a chat is gone: the bot was blocked or removed");
      handlers.gone?.(id);
    },
    back: (id) => void lost.delete(id),
    isGone: (id) => lost.has(id),
    isNew: (id) => !successors.has(id),
  };
}
