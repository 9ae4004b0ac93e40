/**
 * Ours, for tests: the text and caption rules of outgoing messages: parse_mode, given entities, lengths.
 * Lengths count UTF-16 code units after parsing, as the documentation's entities do.
 * Not covered: MarkdownV2 and Markdown (refused as not supported by this server), entities that
 * Telegram finds by itself in outgoing text (links, mentions, commands), link preview options' content.
 */

import { parseHtml, type Formatted } from "./html.ts";
import { optionalString, requiredInteger, requiredString, within } from "./params.ts";
import { badRequest, byteLength, isJsonObject, type Entity, type Json, type JsonObject } from "./types.ts";

const MAX_TEXT = 4096;
const MAX_CAPTION = 1024;
const MAX_RAW_BYTES = 32_768;
const ENTITY_TYPES = new Set(
  "mention hashtag cashtag bot_command url email phone_number bold italic underline strikethrough spoiler blockquote expandable_blockquote code pre text_link text_mention custom_emoji".split(
    " ",
  ),
);

export type RawText = { text: string; parseMode: string; entities: Json | undefined };
export type TextOptions = { lenientHtml: boolean };

/** Formats a message's text: 1 to 4096 after parsing. */
export function messageText(raw: RawText, options: TextOptions): Formatted {
  if (raw.text === "") throw badRequest("message text is empty");
  const formatted = format(raw, options);
  if (formatted.text === "") throw badRequest("text must be non-empty");
  if (formatted.text.length > MAX_TEXT) throw badRequest("message is too long");
  return formatted;
}

/** Formats a caption: at most 1024 after parsing, and empty is fine. */
export function captionText(raw: RawText, options: TextOptions): Formatted {
  const formatted = format(raw, options);
  if (formatted.text.length > MAX_CAPTION) throw badRequest("message caption is too long");
  return formatted;
}

/** Applies parse_mode or the given entities, then trims as Telegram does. */
function format(raw: RawText, options: TextOptions): Formatted {
  if (byteLength(raw.text) > MAX_RAW_BYTES) throw badRequest("text is too long");
  if (/\p{Surrogate}/u.test(raw.text)) throw badRequest("strings must be encoded in UTF-8");
  const mode = raw.parseMode.toLowerCase();
  if (mode === "markdown" || mode === "markdownv2") {
    throw badRequest(`parse_mode ${raw.parseMode} is not supported by this test server`);
  }
  if (mode !== "" && mode !== "html" && mode !== "none") throw badRequest("unsupported parse_mode");
  if (mode === "html") return trim(parseHtml(raw.text, options.lenientHtml));
  return trim({ text: raw.text, entities: givenEntities(raw) });
}

/** Checks the entities that came with the request. */
function givenEntities(raw: RawText): Entity[] {
  if (raw.entities === undefined || raw.entities === null) return [];
  if (!Array.isArray(raw.entities)) throw badRequest("can't parse entities JSON object");
  return raw.entities.map((entity) => within("MessageEntity", () => givenEntity(entity, raw.text)));
}

/** One given entity, inside the text. */
function givenEntity(value: Json, text: string): Entity {
  if (!isJsonObject(value)) throw badRequest("expected an Object");
  const type = requiredString(value, "type");
  if (!ENTITY_TYPES.has(type)) throw badRequest("unsupported type specified");
  const offset = requiredInteger(value, "offset");
  const length = requiredInteger(value, "length");
  if (offset < 0) throw badRequest(`receive an entity with incorrect offset ${offset}`);
  if (length <= 0) throw badRequest(`receive an entity with incorrect length ${length}`);
  if (offset + length > text.length) {
    throw badRequest(
      `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${offset + length}`,
    );
  }
  const entity: Entity = { type, offset, length };
  if (type === "text_link") entity.url = requiredString(value, "url");
  return withLanguage(entity, value);
}

/** Keeps the language of a pre block. */
function withLanguage(entity: Entity, value: JsonObject): Entity {
  const language = optionalString(value, "language");
  if (entity.type === "pre" && language !== "") entity.language = language;
  return entity;
}

/** Drops white space at both ends and moves the entities along. */
function trim({ text, entities }: Formatted): Formatted {
  const start = text.length - text.trimStart().length;
  const trimmed = text.trim();
  const moved: Entity[] = [];
  for (const entity of entities) {
    const from = Math.max(0, entity.offset - start);
    const to = Math.min(trimmed.length, entity.offset + entity.length - start);
    if (to > from) moved.push({ ...entity, offset: from, length: to - from });
  }
  return { text: trimmed, entities: moved };
}
