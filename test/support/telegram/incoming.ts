/**
 * Ours, for tests: builds what comes in from people: chats, messages with their entities, button presses,
 * inline queries and membership changes.
 * Not covered: entities other than bot_command and mention, media from people, channel posts.
 */

import { member } from "./chats.ts";
import { isObject, type Chat, type Entity, type Message, type User } from "./types.ts";
import type { MemberStatus, World } from "./world.ts";

/** A person. */
export function user(id: number, firstName = `User ${id}`, extra: Partial<User> = {}): User {
  return { id, is_bot: false, first_name: firstName, ...extra };
}

/** The private chat of a person, which has their id. */
export function privateChat(from: User): Chat {
  return {
    id: from.id,
    type: "private",
    first_name: from.first_name,
    ...(from.username && { username: from.username }),
  };
}

/** A basic group; its id is negative. */
export function group(id: number, title = "Group"): Chat {
  return { id, type: "group", title };
}

/** A supergroup; its id begins with -100. */
export function supergroup(id: number, title = "Supergroup", extra: Partial<Chat> = {}): Chat {
  return { id, type: "supergroup", title, ...extra };
}

/** The bot_command and mention entities that Telegram would find. */
function findEntities(text: string): Entity[] {
  const entities: Entity[] = [];
  for (const match of text.matchAll(/(?<![^\s])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w@])/g)) {
    entities.push({ type: "bot_command", offset: match.index, length: match[0].length });
  }
  for (const match of text.matchAll(/(?<![\w/@])@[A-Za-z][A-Za-z0-9_]{3,31}(?!\w)/g)) {
    const inside = entities.some(
      (entity) => match.index > entity.offset && match.index < entity.offset + entity.length,
    );
    if (!inside) entities.push({ type: "mention", offset: match.index, length: match[0].length });
  }
  return entities.sort((a, b) => a.offset - b.offset);
}

/** A text message from a person, with the chat's next id. */
export function textMessage(
  world: World,
  now: number,
  chat: Chat,
  from: User,
  text: string,
  extra: Partial<Message>,
): Message {
  const entities = findEntities(text);
  return {
    message_id: world.nextMessageId(chat),
    from,
    chat,
    date: Math.floor(now / 1000),
    text,
    ...(entities.length > 0 && { entities }),
    ...extra,
  };
}

/** The body of a my_chat_member or chat_member update. */
export function memberChange(
  now: number,
  chat: Chat,
  from: User,
  who: User,
  before: MemberStatus,
  after: MemberStatus,
) {
  return {
    chat,
    from,
    date: Math.floor(now / 1000),
    old_chat_member: member(who, before),
    new_chat_member: member(who, after),
  };
}

/** Lets the world know of what an update brings: its chat, its message, its person, its open query. */
export function learnFrom(world: World, body: Record<string, unknown>, now: number): void {
  for (const [kind, value] of Object.entries(body)) {
    if (!isObject(value)) continue;
    if (isMessage(value)) world.keep(value);
    else if (isChat(value["chat"])) world.addChat(value["chat"]);
    const from = value["from"];
    if (isUser(from)) world.users.set(from.id, from);
    const opens = kind === "callback_query" || kind === "inline_query";
    if (opens && typeof value["id"] === "string") world.openQuery(value["id"], now);
  }
}

/** Whether a value is a message; a button press or an inline query is not. */
function isMessage(value: Record<string, unknown>): value is Record<string, unknown> & Message {
  return (
    typeof value["message_id"] === "number" && typeof value["date"] === "number" && isChat(value["chat"])
  );
}

function isChat(value: unknown): value is Chat {
  return isObject(value) && typeof value["id"] === "number" && typeof value["type"] === "string";
}

function isUser(value: unknown): value is User {
  return isObject(value) && typeof value["id"] === "number" && typeof value["first_name"] === "string";
}
