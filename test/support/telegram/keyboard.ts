/**
 * Ours, for tests: reads reply_markup strictly.
 * Inline keyboards are checked whole; a reply keyboard, remove_keyboard and force_reply are only checked
 * to be objects of a known kind and are not kept on the message, as Telegram does not return them.
 * Not covered: login_url, web_app, pay and game buttons' content, which is passed through unchecked.
 */

import type { Params } from "./params.ts";
import { optionalString, requiredString, within } from "./params.ts";
import {
  badRequest,
  byteLength,
  isJsonObject,
  type InlineButton,
  type InlineKeyboard,
  type Json,
  type JsonObject,
} from "./types.ts";

const MAX_BUTTONS = 100;
const MAX_DATA_BYTES = 64;
const OTHER_ACTIONS = [
  "switch_inline_query",
  "switch_inline_query_current_chat",
  "switch_inline_query_chosen_chat",
  "login_url",
  "web_app",
  "copy_text",
  "callback_game",
  "pay",
];

/** The inline keyboard of a request, if it has one with buttons. */
export function readReplyMarkup(params: Params): InlineKeyboard | undefined {
  return parseReplyMarkup(params.json("reply_markup", "reply keyboard markup"));
}

/** Checks a decoded reply_markup. */
export function parseReplyMarkup(value: Json | undefined): InlineKeyboard | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isJsonObject(value)) throw badRequest("object expected as reply markup");
  const rows = value["inline_keyboard"];
  if (rows === undefined) return checkOtherMarkup(value);
  if (!Array.isArray(rows)) throw badRequest('field "inline_keyboard" must be of type Array');
  const keyboard = rows.map(readRow).filter((row) => row.length > 0);
  if (keyboard.flat().length > MAX_BUTTONS) throw badRequest("reply markup is too long");
  return keyboard.length > 0 ? { inline_keyboard: keyboard } : undefined;
}

/** Lets the markups through that are not inline keyboards. */
function checkOtherMarkup(value: JsonObject): undefined {
  const known = ["keyboard", "remove_keyboard", "force_reply"].some((name) => name in value);
  if (!known && Object.keys(value).length > 0)
    throw badRequest("unknown reply markup (refused by this test server)");
  return undefined;
}

/** One row of buttons. */
function readRow(row: Json): InlineButton[] {
  if (!Array.isArray(row)) {
    throw badRequest('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays');
  }
  return row.map((button) => {
    const checked = within("inline keyboard button", () => readButton(button));
    checkButtonLimits(checked);
    return checked;
  });
}

/** One button: a text and exactly one action. */
function readButton(value: Json): InlineButton {
  if (!isJsonObject(value)) throw badRequest("InlineKeyboardButton must be an Object");
  const text = requiredString(value, "text");
  const url = optionalString(value, "url");
  const data = optionalString(value, "callback_data");
  const others = OTHER_ACTIONS.filter((name) => name in value).length;
  const actions = (url === "" ? 0 : 1) + (data === "" ? 0 : 1) + others;
  if (actions === 0) throw badRequest("Text buttons are unallowed in the inline keyboard");
  if (actions > 1)
    throw badRequest("exactly one action of a button must be used (refused by this test server)");
  return { ...value, text };
}

/** The limits that Telegram's servers check after the request was read. */
function checkButtonLimits(button: InlineButton): void {
  if (button.text.trim() === "") throw badRequest("inline keyboard button text must be non-empty");
  if (button.callback_data !== undefined && byteLength(button.callback_data) > MAX_DATA_BYTES) {
    throw badRequest("BUTTON_DATA_INVALID");
  }
  if (button.url !== undefined) checkUrl(button.url);
}

/** A button's address: http, https, tg or ton, with a host that has a dot. */
function checkUrl(url: string): void {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const protocol = /^([a-z][a-z0-9+.-]*):\/\//i.exec(url)?.[1]?.toLowerCase() ?? "http";
  if (protocol === "tg" || protocol === "ton") return;
  const reason = protocol === "http" || protocol === "https" ? "Wrong HTTP URL" : "Unsupported URL protocol";
  if (!parsed || reason !== "Wrong HTTP URL" || !parsed.hostname.includes(".")) {
    throw badRequest(`inline keyboard button URL '${url}' is invalid: ${reason}`);
  }
}
