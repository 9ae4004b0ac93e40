/** What an update is to the bot: a question to it, a button, an inline query, news of a chat, or nothing. */
import type { Parse } from "../../core/commands.ts";
import type { Locale } from "../../core/types.ts";
import { localeOf } from "../shared/locale.ts";
import type { Work } from "../shared/inbox.ts";
import { isWordless, type Membership, Message, type Press, Update, type User } from "./schema.ts";
import type { Me } from "./transport/types.ts";

/** A place to write to, and who wrote there. */
export interface Place {
  chat: string;
  /** Forum topic. */
  thread?: number;
  user: string;
  /** What that person is called. */
  name?: string;
  /** The language that person uses Telegram in. */
  hint?: Locale;
  /** In one process of several. */
  work?: Work | undefined;
  /** Written as the group itself, which only an administrator can. */
  asGroup?: true;
}

/** A message of the bot that somebody replies to. */
export interface Replied {
  message: number;
  /** The part that was picked out. */
  quote?: string;
  /** Its first line. */
  line?: string;
}

export type Incoming =
  | { kind: "question"; place: Place; text: string; replyTo?: number; replied?: Replied }
  /** Written to the bot alone: a voice, a sticker, a picture. */
  | { kind: "wordless"; place: Place }
  | { kind: "press"; id: string; data: string; place: Place; message: number; isPhoto?: true }
  | { kind: "lost-press"; id: string; data?: string; user: string; hint?: Locale }
  | { kind: "inline"; id: string; query: string; user: string; hint?: Locale }
  | { kind: "joined"; chat: string; hint?: Locale }
  | { kind: "back"; chat: string }
  | { kind: "left"; chat: string }
  | { kind: "moved"; from: string; to: string };

/** Telegram's stand-in for an administrator who writes as the group: a person, though marked as a bot. */
const ANONYMOUS_ADMIN = 1_087_968_824;

/** @param parse knows every command there is. @returns undefined where the update is none of the bot's business; @throws Error where it is malformed. */
export function readUpdate(update: unknown, me: Me, parse: Parse): Incoming | undefined {
  const { message, callback_query, inline_query, my_chat_member } = checked(update);
  if (message) return readMessage(message, me, parse);
  if (callback_query) return readPress(callback_query);
  if (inline_query)
    return {
      kind: "inline",
      id: inline_query.id,
      query: inline_query.query,
      ...personOf(inline_query.from),
    };
  return my_chat_member && readMembership(my_chat_member);
}

/** The error names the field and never what stands in it. */
function checked(update: unknown): Update {
  const parsed = Update.safeParse(update);
  if (parsed.success) return parsed.data;
  throw new Error(
    `malformed at ${parsed.error.issues.map(({ path, code }) => `${path.join(".")} (${code})`).join(", ")}`,
  );
}

function readMessage(message: Message, me: Me, parse: Parse): Incoming | undefined {
  const { chat, migrate_to_chat_id: to, migrate_from_chat_id: from } = message;
  if (to !== undefined) return movedTo(chat.id, to);
  if (from !== undefined) return movedTo(from, chat.id);
  const author = authorOf(message);
  if (!author || message.via_bot || chat.type === "channel") return undefined;
  const asGroup = author.id === ANONYMOUS_ADMIN && ({ asGroup: true } as const);
  const place: Place = { ...placeOf(message, author), ...asGroup };
  const text = message.text ?? message.caption;
  const isPrivate = chat.type === "private";
  if (text === undefined) return isPrivate && isWordless(message) ? { kind: "wordless", place } : undefined;
  const replied = repliedIn(message, me);
  if (isPrivate) return { kind: "question", place, text, ...replied };
  const asked = addressed(message, text, me, parse);
  return asked === undefined
    ? undefined
    : { kind: "question", place, text: asked, replyTo: message.message_id, ...replied };
}

/** Only groups move, and only they have numbers below zero: what a person is told never goes elsewhere. */
const movedTo = (from: number, to: number): Incoming | undefined =>
  from < 0 && to < 0 ? { kind: "moved", from: String(from), to: String(to) } : undefined;

/** In a topic every message replies to the one that opened it, perhaps the bot's: that is no reply. */
function repliedIn({ reply_to_message: to, quote }: Message, me: Me): { replied?: Replied } {
  if (to?.from?.id !== me.id || to.forum_topic_created !== undefined) return {};
  const [line = ""] = (to.text ?? to.caption ?? "").split("\n", 1);
  return {
    replied: { message: to.message_id, ...(line !== "" && { line }), ...(quote && { quote: quote.text }) },
  };
}

/** The person behind a message; bots, the bot itself and forwards of a linked channel are nobody. */
function authorOf({ from, sender_chat, chat, is_automatic_forward }: Message): User | undefined {
  if (!from || is_automatic_forward === true) return undefined;
  const asGroup = from.id === ANONYMOUS_ADMIN && sender_chat?.id === chat.id;
  return from.is_bot && !asGroup ? undefined : from;
}

const personOf = ({ id, first_name: name, language_code }: User): Pick<Place, "user" | "name" | "hint"> => ({
  user: String(id),
  ...(name !== undefined && { name }),
  ...hintOf(language_code),
});

function hintOf(tag: string | undefined): { hint?: Locale } {
  const hint = localeOf(tag);
  return hint === undefined ? {} : { hint };
}

/** Only forum topics are threads to write to; other replies carry a thread id that cannot be written to. */
function placeOf(
  {
    chat,
    message_thread_id: thread,
    is_topic_message: topic,
  }: Pick<Message, "chat" | "message_thread_id" | "is_topic_message">,
  author: User,
): Place {
  return {
    chat: String(chat.id),
    ...personOf(author),
    ...(topic === true && thread !== undefined && { thread }),
  };
}

/** What a message in a group asks this bot, or undefined where it is not meant. */
function addressed(message: Message, text: string, me: Me, parse: Parse): string | undefined {
  const entities = message.entities ?? message.caption_entities ?? [];
  const textOf = ({ offset, length }: { offset: number; length: number }): string =>
    text.slice(offset, offset + length);
  const command = entities.find(({ type, offset }) => type === "bot_command" && offset === 0);
  if (command) return commandFor(textOf(command), text, me, parse);
  const isMe = (name: string): boolean => name.toLowerCase() === `@${me.username.toLowerCase()}`;
  const mention = entities.find(
    (e) => (e.type === "mention" && isMe(textOf(e))) || (e.type === "text_mention" && e.user?.id === me.id),
  );
  if (mention)
    return `${text.slice(0, mention.offset)} ${text.slice(mention.offset + mention.length)}`.trim();
  return repliedIn(message, me).replied && text;
}

/** /cmd@ThisBot is ours, /cmd@OtherBot is not, and a bare /cmd is where we have that command. */
function commandFor(command: string, text: string, me: Me, parse: Parse): string | undefined {
  const name = command.split("@")[1];
  if (name !== undefined) return name.toLowerCase() === me.username.toLowerCase() ? text : undefined;
  return parse(command) === "unknown" ? undefined : text;
}

/** A button under a message that is out of reach, or of another time, cannot be placed. */
function readPress({ id, from, message, data }: Press): Incoming | undefined {
  if (from.is_bot) return undefined;
  if (!message || data === undefined)
    return { kind: "lost-press", id, ...personOf(from), ...(data !== undefined && { data }) };
  const place = placeOf(message, from);
  const isPhoto = message.photo !== undefined && ({ isPhoto: true } as const);
  return { kind: "press", id, data, place, message: message.message_id, ...isPhoto };
}

function readMembership({
  chat,
  from,
  old_chat_member: before,
  new_chat_member: after,
}: Membership): Incoming | undefined {
  const id = String(chat.id);
  if (!isIn(after)) return { kind: "left", chat: id };
  const isGroup = chat.type === "group" || chat.type === "supergroup";
  if (!isGroup || isIn(before)) return { kind: "back", chat: id };
  return { kind: "joined", chat: id, ...hintOf(from.language_code) };
}

const isIn = ({ status, is_member }: Membership["new_chat_member"]): boolean =>
  ["creator", "administrator", "member"].includes(status) || (status === "restricted" && is_member === true);
