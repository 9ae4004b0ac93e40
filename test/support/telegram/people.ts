/**
 * Ours, for tests: what people and chats do, as methods of the test server: they write, press buttons,
 * ask inline, block the bot, throw it out, upgrade their group.
 * Blocking and kicking only change what the server answers; push the my_chat_member update that goes with
 * them with `memberUpdate` where a test needs it.
 * Not covered: editing and deleting by people (push such updates as they are with `pushUpdate`).
 */

import { memberChange, textMessage } from "./incoming.ts";
import type { Chat, InlineKeyboard, Message, User } from "./types.ts";
import type { BotAccess, MemberStatus, World } from "./world.ts";

export class TestPeople {
  readonly bot: User;
  readonly #world: World;
  readonly #now: () => number;
  readonly #push: (body: Record<string, unknown>) => number;
  #nextQuery = 1;

  constructor(world: World, now: () => number, push: (body: Record<string, unknown>) => number) {
    this.bot = world.bot;
    this.#world = world;
    this.#now = now;
    this.#push = push;
  }

  /** Makes a chat known to the bot without an update. */
  addChat(chat: Chat): Chat {
    return this.#world.addChat(chat).chat;
  }

  /** A person writes; gives the message that was pushed. Bot commands and mentions become entities. */
  message(chat: Chat, from: User, text: string, extra: Partial<Message> = {}): Message {
    this.#world.addChat(chat);
    const message = textMessage(this.#world, this.#now(), chat, from, text, extra);
    this.#push({ message });
    return message;
  }

  /** A person presses a button that the message shows now; gives the id of the callback query. */
  press(from: User, message: Message, data: string): string {
    const current = this.#world.stateOf(message.chat.id).messages.get(message.message_id);
    const buttons = current?.reply_markup?.inline_keyboard.flat() ?? [];
    if (!current || !buttons.some((button) => button.callback_data === data)) {
      throw new Error(`message ${message.message_id} shows no button with the data "${data}"`);
    }
    return this.callbackQuery(from, current, data);
  }

  /** A callback query with any data, as from an old client or a forged one; gives its id. */
  callbackQuery(from: User, message: Message, data: string): string {
    const id = this.#queryId();
    this.#push({
      callback_query: { id, from, message, chat_instance: `chat${message.chat.id}`, data },
    });
    return id;
  }

  /** A person types after the bot's name; gives the id of the inline query. */
  inlineQuery(from: User, query: string, offset = "", extra: Record<string, unknown> = {}): string {
    const id = this.#queryId();
    this.#push({ inline_query: { id, from, query, offset, ...extra } });
    return id;
  }

  /** A person sends an inline result; gives the inline message id, which the bot may then edit. */
  chooseInlineResult(from: User, resultId: string, query: string, keyboard?: InlineKeyboard): string {
    const inline_message_id = `inline${this.#nextQuery++}`;
    this.#world.inlineMessages.set(inline_message_id, { content: "", reply_markup: keyboard });
    this.#push({ chosen_inline_result: { result_id: resultId, from, query, inline_message_id } });
    return inline_message_id;
  }

  /** A my_chat_member update, or a chat_member one when someone else is meant. */
  memberUpdate(
    chat: Chat,
    from: User,
    before: MemberStatus,
    after: MemberStatus,
    who: User = this.bot,
  ): number {
    this.#world.addChat(chat);
    this.setMember(chat.id, who, after);
    const kind = who.id === this.bot.id ? "my_chat_member" : "chat_member";
    return this.#push({ [kind]: memberChange(this.#now(), chat, from, who, before, after) });
  }

  /** What a person is in a chat. */
  setMember(chatId: number, who: User, status: MemberStatus): void {
    this.#world.users.set(who.id, who);
    this.#world.stateOf(chatId).members.set(who.id, status);
  }

  /** The administrators of a chat; those who were and are not named become members. */
  setAdministrators(chatId: number, administrators: User[]): void {
    const { members } = this.#world.stateOf(chatId);
    for (const [id, status] of members) if (status === "administrator") members.set(id, "member");
    for (const who of administrators) this.setMember(chatId, who, "administrator");
  }

  /** The person of a private chat blocks the bot: 403. */
  block(chatId: number): void {
    this.#setAccess(chatId, "blocked");
  }

  /** The bot is thrown out of a group: 403. */
  kick(chatId: number): void {
    this.#setAccess(chatId, "kicked");
  }

  /** The bot may write again. */
  restore(chatId: number): void {
    this.#setAccess(chatId, "ok");
  }

  /** Adds a topic to a chat. */
  addTopic(chatId: number, threadId: number): void {
    this.#world.stateOf(chatId).topics.add(threadId);
  }

  /** Closes a topic: 400 TOPIC_CLOSED, as for every bot that does not manage topics. */
  closeTopic(chatId: number, threadId: number): void {
    this.#world.stateOf(chatId).closedTopics.add(threadId);
  }

  /** Deletes a topic: 400 "message thread not found". */
  removeTopic(chatId: number, threadId: number): void {
    this.#world.stateOf(chatId).topics.delete(threadId);
  }

  /**
   * A group becomes a supergroup: 400 with migrate_to_chat_id from now on. Pushes the two service messages
   * unless told not to.
   */
  migrate(fromId: number, to: Chat, by: User, announce = true): void {
    const old = this.#world.stateOf(fromId);
    const fresh = this.#world.addChat(to);
    for (const [id, status] of old.members) fresh.members.set(id, status);
    if (announce) {
      this.#serviceMessage(old.chat, by, { migrate_to_chat_id: to.id });
      this.#serviceMessage(to, by, { migrate_from_chat_id: fromId });
    }
    old.migratedTo = to.id;
  }

  #serviceMessage(chat: Chat, from: User, extra: Partial<Message>): void {
    const date = Math.floor(this.#now() / 1000);
    this.#push({
      message: { message_id: this.#world.nextMessageId(chat), from, chat, date, ...extra },
    });
  }

  #setAccess(chatId: number, access: BotAccess): void {
    this.#world.stateOf(chatId).access = access;
  }

  #queryId(): string {
    return String(4_000_000_000_000_000 + this.#nextQuery++);
  }
}
