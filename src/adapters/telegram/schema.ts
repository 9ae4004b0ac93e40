/** The parts of Telegram's updates that are relied on, checked before use. Everything else is dropped. */
import * as z from "zod";

const User = z.object({
  id: z.int(),
  is_bot: z.boolean(),
  first_name: z.string().optional().catch(undefined),
  /** Whatever it is, nothing is lost for it. */
  language_code: z.string().optional().catch(undefined),
});
export type User = z.infer<typeof User>;
const Chat = z.object({ id: z.int(), type: z.enum(["private", "group", "supergroup", "channel"]) });
const Entity = z.object({ type: z.string(), offset: z.int(), length: z.int(), user: User.optional() });

const Place = {
  message_id: z.int(),
  chat: Chat,
  message_thread_id: z.int().optional(),
  is_topic_message: z.boolean().optional(),
};

/** What a message can be instead of words; some have words as their caption. Service messages are not among them. */
const WORDLESS = [
  "animation",
  "audio",
  "checklist",
  "contact",
  "dice",
  "document",
  "game",
  "location",
  "paid_media",
  "photo",
  "poll",
  "sticker",
  "story",
  "venue",
  "video",
  "video_note",
  "voice",
] as const;
const Something = Object.fromEntries(WORDLESS.map((kind) => [kind, z.unknown().optional()]));

/** Whether a message without text or caption holds something people send. */
export const isWordless = (message: Readonly<Record<string, unknown>>): boolean =>
  WORDLESS.some((kind) => message[kind] !== undefined);

export const Message = z.object({
  ...Something,
  ...Place,
  from: User.optional(),
  /** The group itself, where an administrator writes anonymously. */
  sender_chat: z.object({ id: z.int() }).optional(),
  /** Written through the inline mode of this bot. */
  via_bot: User.optional(),
  is_automatic_forward: z.boolean().optional(),
  text: z.string().optional(),
  entities: z.array(Entity).optional(),
  caption: z.string().optional(),
  caption_entities: z.array(Entity).optional(),
  reply_to_message: z
    .object({
      message_id: z.int(),
      from: User.optional(),
      text: z.string().optional(),
      caption: z.string().optional(),
      forum_topic_created: z.unknown().optional(),
    })
    .optional(),
  /** The part of the message replied to that was picked out. */
  quote: z.object({ text: z.string() }).optional().catch(undefined),
  migrate_to_chat_id: z.int().optional(),
  migrate_from_chat_id: z.int().optional(),
});
export type Message = z.infer<typeof Message>;

const Press = z.object({
  id: z.string(),
  from: User,
  message: z.object({ ...Place, photo: z.unknown().optional() }).optional(),
  data: z.string().optional(),
});
export type Press = z.infer<typeof Press>;

const InlineQuery = z.object({ id: z.string(), from: User, query: z.string() });

const Member = z.object({ status: z.string(), is_member: z.boolean().optional() });
const Membership = z.object({ chat: Chat, from: User, old_chat_member: Member, new_chat_member: Member });
export type Membership = z.infer<typeof Membership>;

export const Update = z.object({
  message: Message.optional(),
  callback_query: Press.optional(),
  inline_query: InlineQuery.optional(),
  my_chat_member: Membership.optional(),
});

export type Update = z.infer<typeof Update>;

/** The kinds above, by the names Telegram is asked for. Edited messages are not among them. */
export const UPDATE_KINDS = [
  "message",
  "callback_query",
  "inline_query",
  "my_chat_member",
] as const satisfies (keyof Update)[];
