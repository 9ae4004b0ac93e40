/** The last turns of conversations, on their way between the core's memory and what processes share. */
import { EXPIRY_MS, type Memory, type Turn } from "../core/memory.ts";
import { readTurn, writeTurn } from "../core/turn-text.ts";
import type { Chat } from "../core/types.ts";
import type { Note } from "../store/inbox.ts";

export interface Conversations {
  keyOf(chat: Chat): string;
  /** Puts what another process may have written into the memory. @returns the turn that is there then. */
  prime(chat: Chat, text: string | undefined, at: number): Turn | undefined;
  /** The turn that took the place of `before`, to be written; undefined where none did. */
  noteOf(chat: Chat, before: Turn | undefined, at: number): Note | undefined;
}

/** @param made names program and data: a turn of another version is not understood, and its conversation begins anew. */
export function createConversations(memory: Memory, made: string): Conversations {
  const keyOf = ({ id, thread = "", user = "" }: Chat): string =>
    `turn ${JSON.stringify([id, thread, user])}`;
  return {
    keyOf,
    prime(chat, text, at) {
      const turn = text === undefined ? undefined : readTurn(text, made);
      if (turn) memory.keep(chat, turn);
      return memory.recall(chat, at);
    },
    noteOf(chat, before, at) {
      const turn = memory.recall(chat, at);
      if (!turn || turn === before) return undefined;
      return { key: keyOf(chat), value: writeTurn(turn, made), until: turn.at + EXPIRY_MS };
    },
  };
}
