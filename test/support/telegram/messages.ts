/**
 * Ours, for tests: sendMessage, sendPhoto and the edits.
 * A request's own faults are found before the chat's, the sending limits come last, as on Telegram.
 * Not covered: other kinds of message, albums, forwards, business connections, quotes in replies,
 * message effects, the 48 hour limit on some edits, captions of messages sent inline, deleting.
 */

import type { Context, Method } from "./context.ts";
import type { Formatted } from "./html.ts";
import { readReplyMarkup } from "./keyboard.ts";
import { optionalString, requiredInteger, requiredString, within, type Params } from "./params.ts";
import { captionText, messageText, type RawText } from "./text.ts";
import {
  badRequest,
  isJsonObject,
  type InlineKeyboard,
  type JsonObject,
  type Message,
  type PhotoSize,
} from "./types.ts";
import type { ChatState } from "./world.ts";

/** What a message shows; the rest of it is where and when. */
type Content = Pick<Message, "text" | "entities" | "photo" | "caption" | "caption_entities">;

const sendMessage: Method = (context) => {
  const { params, text } = context;
  const formatted = messageText(rawText(params, "text", "entities"), text);
  return send(context, textContent(formatted));
};

const sendPhoto: Method = (context) => {
  const { params, photos, text } = context;
  const formatted = captionText(rawText(params, "caption", "caption_entities"), text);
  const photo = photos.resolve(params, "photo", params.text("photo"));
  return send(context, photoContent(photo, formatted));
};

const editMessageText: Method = (context) => {
  const { params, text } = context;
  const formatted = messageText(rawText(params, "text", "entities"), text);
  return edit(context, (current) => {
    if (current && current.text === undefined) throw badRequest("there is no text in the message to edit");
    return textContent(formatted);
  });
};

const editMessageCaption: Method = (context) => {
  const { params, text } = context;
  const formatted = captionText(rawText(params, "caption", "caption_entities"), text);
  return edit(context, (current) => {
    if (!current?.photo) throw badRequest("there is no caption in the message to edit");
    return photoContent(current.photo, formatted);
  });
};

const editMessageReplyMarkup: Method = (context) =>
  edit(context, (current) => (current ? contentOf(current) : {}));

const editMessageMedia: Method = (context) => {
  const { params, photos, text } = context;
  const media = params.json("media", "input media");
  if (media === undefined) throw badRequest('Parameter "media" is required');
  if (!isJsonObject(media)) throw badRequest("can't parse InputMedia: Expected an Object");
  const type = within("InputMedia", () => requiredString(media, "type"));
  if (type !== "photo") throw badRequest(`type "${type}" of InputMedia is not supported by this test server`);
  const formatted = captionText(mediaCaption(media), text);
  const photo = photos.resolve(
    params,
    "media",
    within("InputMedia", () => requiredString(media, "media")),
  );
  return edit(context, () => photoContent(photo, formatted));
};

export const messageMethods = {
  sendMessage,
  sendPhoto,
  editMessageText,
  editMessageCaption,
  editMessageReplyMarkup,
  editMessageMedia,
};

function rawText(params: Params, field: string, entities: string): RawText {
  return {
    text: params.text(field),
    parseMode: params.text("parse_mode"),
    entities: params.json(entities, entities),
  };
}

function mediaCaption(media: JsonObject): RawText {
  return {
    text: optionalString(media, "caption"),
    parseMode: optionalString(media, "parse_mode"),
    entities: media["caption_entities"],
  };
}

function textContent({ text, entities }: Formatted): Content {
  return entities.length > 0 ? { text, entities } : { text };
}

function photoContent(photo: PhotoSize[], { text, entities }: Formatted): Content {
  const content: Content = { photo };
  if (text !== "") content.caption = text;
  if (entities.length > 0) content.caption_entities = entities;
  return content;
}

function contentOf(message: Message): Content {
  const { text, entities, photo, caption, caption_entities } = message;
  const content: Content = {};
  if (text !== undefined) content.text = text;
  if (entities) content.entities = entities;
  if (photo) content.photo = photo;
  if (caption !== undefined) content.caption = caption;
  if (caption_entities) content.caption_entities = caption_entities;
  return content;
}

/** Sends checked content to the chat that the request names. */
function send(context: Context, content: Content): Message {
  const { params, world, limiter } = context;
  const markup = readReplyMarkup(params);
  const reply = readReply(params);
  const state = world.writable(params.text("chat_id"));
  const topic = world.topic(state, params.integer("message_thread_id", 0));
  const replied = reply && findReplied(context, state, reply);
  limiter.take(state.chat, false);
  const { bot } = world;
  const message: Message = {
    message_id: world.nextMessageId(state.chat),
    from: bot,
    chat: state.chat,
    date: seconds(context),
    ...content,
  };
  if (topic > 0) Object.assign(message, { message_thread_id: topic, is_topic_message: true });
  if (replied) message.reply_to_message = withoutReply(replied);
  if (markup) message.reply_markup = markup;
  world.keep(message);
  context.onSent(message);
  return message;
}

type Reply = { messageId: number; chatId: string; optional: boolean };

/** The message that the request answers: reply_parameters, or the older pair of parameters. */
function readReply(params: Params): Reply | undefined {
  if (!params.has("reply_parameters")) {
    const messageId = params.integer("reply_to_message_id", 0);
    if (messageId <= 0) return undefined;
    return { messageId, chatId: "", optional: params.flag("allow_sending_without_reply") };
  }
  const value = params.json("reply_parameters", "reply parameters");
  if (value === undefined) return undefined;
  if (!isJsonObject(value)) throw badRequest("object expected as reply parameters");
  const chatId = optionalString(value, "chat_id");
  const optional = value["allow_sending_without_reply"] === true;
  return { messageId: requiredInteger(value, "message_id"), chatId, optional };
}

function findReplied({ world }: Context, state: ChatState, reply: Reply): Message | undefined {
  const source = reply.chatId === "" ? state : world.readable(reply.chatId);
  const found = source.messages.get(reply.messageId);
  if (!found && !reply.optional) throw badRequest("message to be replied not found");
  return found;
}

/** A replied message as Telegram embeds it: without the message it replied to itself. */
function withoutReply(message: Message): Message {
  const { reply_to_message: _, ...rest } = message;
  return rest;
}

/** Gives a message of the bot new content and the request's keyboard. */
function edit(context: Context, change: (current: Message | undefined) => Content): Message | true {
  const { params, world, limiter } = context;
  const markup = readReplyMarkup(params);
  const messageId = params.integer("message_id", 0);
  if (params.text("chat_id") === "" && messageId === 0) return editInline(context, change(undefined), markup);
  const state = world.writable(params.text("chat_id"));
  const current = state.messages.get(messageId);
  if (!current) throw badRequest("message to edit not found");
  if (current.from?.id !== world.bot.id) throw badRequest("message can't be edited");
  const content = change(current);
  refuseUnmodified(fingerprint(contentOf(current), current.reply_markup), fingerprint(content, markup));
  limiter.take(state.chat, true);
  const edited = { ...withoutContent(current), ...content, edit_date: seconds(context) };
  if (markup) edited.reply_markup = markup;
  world.keep(edited);
  return edited;
}

/** Edits a message that was sent through inline mode. */
function editInline({ params, world }: Context, content: Content, markup: InlineKeyboard | undefined): true {
  const id = params.text("inline_message_id");
  if (id === "") throw badRequest("message identifier is not specified");
  const current = world.inlineMessages.get(id);
  if (!current) throw badRequest("MESSAGE_ID_INVALID");
  const isMarkupOnly = Object.keys(content).length === 0;
  const shown = isMarkupOnly ? current.content : JSON.stringify(content);
  refuseUnmodified(current.content + JSON.stringify(current.reply_markup), shown + JSON.stringify(markup));
  world.inlineMessages.set(id, { content: shown, reply_markup: markup });
  return true;
}

function refuseUnmodified(before: string, after: string): void {
  if (before !== after) return;
  throw badRequest(
    "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
  );
}

/** What tells one state of a message from another. */
function fingerprint(
  { text, entities, photo, caption, caption_entities }: Content,
  markup: InlineKeyboard | undefined,
): string {
  const photoId = photo?.at(-1)?.file_unique_id;
  return JSON.stringify([text, entities, photoId, caption, caption_entities, markup]);
}

function withoutContent(message: Message): Message {
  const {
    text: _t,
    entities: _e,
    photo: _p,
    caption: _c,
    caption_entities: _ce,
    reply_markup: _r,
    ...rest
  } = message;
  return rest;
}

function seconds({ now }: Context): number {
  return Math.floor(now() / 1000);
}
