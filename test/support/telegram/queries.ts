/**
 * Ours, for tests: answerCallbackQuery and answerInlineQuery; each query takes one answer, in time.
 * Inline results are checked for their type, id, message content and keyboard.
 * Not covered: media results' own fields, switch_pm parameters, caching by cache_time.
 */

import type { Context, Method } from "./context.ts";
import { parseReplyMarkup } from "./keyboard.ts";
import { optionalString, requiredString, within } from "./params.ts";
import { messageText, type TextOptions } from "./text.ts";
import { badRequest, byteLength, isJsonObject, type Json, type JsonObject } from "./types.ts";

const MAX_RESULTS = 50;
const MAX_ID_BYTES = 64;
const RESULT_TYPES = new Set(
  "article audio contact document game gif location mpeg4_gif photo sticker venue video voice".split(" "),
);

const answerCallbackQuery: Method = (context) => {
  const { params } = context;
  if (params.text("text").length > 200) throw badRequest("MESSAGE_TOO_LONG");
  const url = params.text("url");
  if (url !== "" && !URL.canParse(url)) throw badRequest("URL_INVALID");
  params.integer("cache_time", 0);
  takeQuery(context, "callback_query_id");
  return true;
};

const answerInlineQuery: Method = (context) => {
  const { params, text } = context;
  const results = params.json("results", "encoded inline query results") ?? [];
  if (!Array.isArray(results)) throw badRequest("expected an Array of inline query results");
  if (results.length > MAX_RESULTS) throw badRequest("too many inline query results specified");
  const ids = results.map((result) => within("inline query result", () => readResult(result, text)));
  if (ids.some((id) => id === "" || byteLength(id) > MAX_ID_BYTES)) throw badRequest("RESULT_ID_INVALID");
  if (new Set(ids).size < ids.length) throw badRequest("RESULT_ID_DUPLICATE");
  if (byteLength(params.text("next_offset")) > MAX_ID_BYTES) throw badRequest("NEXT_OFFSET_INVALID");
  params.integer("cache_time", 300);
  checkButton(params.json("button", "inline query results button"));
  takeQuery(context, "inline_query_id");
  return true;
};

export const queryMethods = { answerCallbackQuery, answerInlineQuery };

function takeQuery({ params, world, now, queryLifetimeMs }: Context, field: string): void {
  world.takeQuery(params.text(field), now(), queryLifetimeMs);
}

/** Checks one result and gives its id. */
function readResult(value: Json, text: TextOptions): string {
  if (!isJsonObject(value)) throw badRequest("Inline query result must be an object");
  const type = requiredString(value, "type").toLowerCase();
  if (!RESULT_TYPES.has(type)) throw badRequest(`type "${type}" is unsupported for the inline query result`);
  const id = requiredString(value, "id");
  if (type === "article") requiredString(value, "title");
  const content = value["input_message_content"];
  if (type === "article" && content === undefined) throw badRequest('can\'t find field "message_text"');
  if (content !== undefined) checkContent(content, text);
  parseReplyMarkup(value["reply_markup"]);
  return id;
}

/** The text that choosing a result sends, under the same rules as sendMessage. */
function checkContent(value: Json, options: TextOptions): void {
  if (!isJsonObject(value)) throw badRequest('field "input_message_content" must be of type Object');
  if (value["message_text"] === undefined) {
    throw badRequest("only text content of inline query results is supported by this test server");
  }
  messageText(contentText(value), options);
}

function contentText(value: JsonObject): {
  text: string;
  parseMode: string;
  entities: Json | undefined;
} {
  return {
    text: requiredString(value, "message_text"),
    parseMode: optionalString(value, "parse_mode"),
    entities: value["entities"],
  };
}

/** The button above the results. */
function checkButton(value: Json | undefined): void {
  if (value === undefined) return;
  within("inline query results button", () => {
    if (!isJsonObject(value)) throw badRequest("InlineQueryResultsButton must be an Object");
    requiredString(value, "text");
    const start = optionalString(value, "start_parameter");
    if (start === "" && value["web_app"] === undefined) {
      throw badRequest("InlineQueryResultsButton must have exactly one optional field");
    }
    if (!/^[A-Za-z0-9_-]{0,64}$/.test(start)) throw badRequest("START_PARAM_INVALID");
  });
}
