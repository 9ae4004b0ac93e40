/**
 * Ours, for tests: what the server knows: chats, members, messages, topics, open queries, commands.
 * A chat is known once a test added it or an update from it was pushed, as the bot then knows it.
 * Private chats and basic groups share one counter of message ids, a supergroup or a channel has its own.
 * Not covered: permissions beyond being able to write, deleted messages, history the bot was not in.
 */

import { ApiError, badRequest, type Chat, type InlineKeyboard, type Message, type User } from "./types.ts";

export type MemberStatus = "creator" | "administrator" | "member" | "restricted" | "left" | "kicked";
export type BotAccess = "ok" | "blocked" | "kicked" | "left";

/** A message sent through inline mode, which the bot edits by its inline id. */
export type InlineMessage = { content: string; reply_markup: InlineKeyboard | undefined };

type ChatState = {
  chat: Chat;
  access: BotAccess;
  migratedTo: number | undefined;
  topics: Set<number>;
  closedTopics: Set<number>;
  members: Map<number, MemberStatus>;
  messages: Map<number, Message>;
};

export class World {
  readonly bot: User;
  readonly users = new Map<number, User>();
  readonly inlineMessages = new Map<string, InlineMessage>();
  readonly #chats = new Map<number, ChatState>();
  readonly #openQueries = new Map<string, number>();
  readonly #counters = new Map<string, number>();

  constructor(bot: User) {
    this.bot = bot;
    this.users.set(bot.id, bot);
  }

  /** Makes a chat known, or renews what is known of it. */
  addChat(chat: Chat): ChatState {
    const known = this.#chats.get(chat.id);
    if (known) {
      known.chat = chat;
      return known;
    }
    const members = new Map<number, MemberStatus>([[this.bot.id, "member"]]);
    const state: ChatState = {
      chat,
      access: "ok",
      migratedTo: undefined,
      topics: new Set(),
      closedTopics: new Set(),
      members,
      messages: new Map(),
    };
    this.#chats.set(chat.id, state);
    return state;
  }

  /** The state of a known chat, for the test's own hooks. */
  stateOf(chatId: number): ChatState {
    const state = this.#chats.get(chatId);
    if (!state) throw new Error(`the test server knows no chat ${chatId}: add it or push an update from it`);
    return state;
  }

  /** A known chat by id, or a public one by @username. */
  find(chatId: string): ChatState | undefined {
    if (!chatId.startsWith("@")) return /^-?\d+$/.test(chatId) ? this.#chats.get(Number(chatId)) : undefined;
    const name = chatId.slice(1).toLowerCase();
    const isNamed = ({ chat }: ChatState) => chat.type !== "private" && chat.username?.toLowerCase() === name;
    return [...this.#chats.values()].find(isNamed);
  }

  /** The chat that a request names, whatever the bot may do there. */
  readable(chatId: string): ChatState {
    if (chatId === "") throw badRequest("chat_id is empty");
    const state = this.find(chatId);
    if (!state) throw badRequest("chat not found");
    return state;
  }

  /** The chat that a request writes to: not migrated, and the bot not thrown out. */
  writable(chatId: string): ChatState {
    const state = this.readable(chatId);
    if (state.migratedTo !== undefined) {
      throw new ApiError(400, "Bad Request: group chat was upgraded to a supergroup chat", {
        migrate_to_chat_id: state.migratedTo,
      });
    }
    const kind = state.chat.type === "private" ? "" : ` ${state.chat.type} chat`;
    if (state.access === "blocked") throw new ApiError(403, "Forbidden: bot was blocked by the user");
    if (state.access === "kicked") throw new ApiError(403, `Forbidden: bot was kicked from the${kind}`);
    if (state.access === "left") throw new ApiError(403, `Forbidden: bot is not a member of the${kind}`);
    return state;
  }

  /** The topic of a request, 0 for none; a topic the chat does not have, or that is closed, is refused. */
  topic(state: ChatState, threadId: number): number {
    if (threadId > 0 && !state.topics.has(threadId)) throw badRequest("message thread not found");
    if (state.closedTopics.has(threadId)) throw badRequest("TOPIC_CLOSED");
    return Math.max(0, threadId);
  }

  /** The next message id of a chat. */
  nextMessageId(chat: Chat): number {
    const key = counterKey(chat);
    const id = (this.#counters.get(key) ?? 0) + 1;
    this.#counters.set(key, id);
    return id;
  }

  /** Keeps a message, so that it can be replied to or edited. */
  keep(message: Message): void {
    const key = counterKey(message.chat);
    this.#counters.set(key, Math.max(this.#counters.get(key) ?? 0, message.message_id));
    this.addChat(message.chat).messages.set(message.message_id, message);
    if (message.from) this.meet(message.chat.id, message.from);
  }

  /** Remembers a user and that they are in the chat. */
  meet(chatId: number, user: User): void {
    this.users.set(user.id, user);
    const members = this.#chats.get(chatId)?.members;
    if (members && !members.has(user.id)) members.set(user.id, "member");
  }

  /** Opens a callback or inline query that can be answered once. */
  openQuery(id: string, now: number): void {
    this.#openQueries.set(id, now);
  }

  /** Takes a query for its one answer. */
  takeQuery(id: string, now: number, lifetimeMs: number): void {
    const opened = this.#openQueries.get(id);
    if (opened === undefined || now - opened > lifetimeMs) {
      throw badRequest("query is too old and response timeout expired or query ID is invalid");
    }
    this.#openQueries.delete(id);
  }

  /** Makes a query too old. */
  expireQuery(id: string): void {
    this.#openQueries.delete(id);
  }
}

/** Which counter of message ids a chat uses. */
function counterKey({ type, id }: Chat): string {
  return type === "supergroup" || type === "channel" ? String(id) : "shared";
}

export type { ChatState };
