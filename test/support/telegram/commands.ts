/**
 * Ours, for tests: setMyCommands, getMyCommands and deleteMyCommands, kept by scope and language.
 * Not covered: which list a given user would be shown; rights needed for a chat's scope.
 */

import type { Context, Method } from "./context.ts";
import { optionalString, requiredInteger, requiredString, within, type Params } from "./params.ts";
import { badRequest, type BotCommand, isJsonObject, type Json, type JsonObject } from "./types.ts";
import type { World } from "./world.ts";

const MAX_COMMANDS = 100;
const PLAIN_SCOPES = new Set(["default", "all_private_chats", "all_group_chats", "all_chat_administrators"]);
const CHAT_SCOPES = new Set(["chat", "chat_administrators", "chat_member"]);

/** The key of a list: the scope, its chat and user, and the language. */
export function commandKey(scope: JsonObject, languageCode = ""): string {
  return JSON.stringify([scope["type"], scope["chat_id"], scope["user_id"], languageCode]);
}

const setMyCommands: Method = ({ params, world, commands }) => {
  const key = readKey(params, world);
  const given = params.json("commands", "commands") ?? [];
  if (!Array.isArray(given)) throw badRequest("expected an Array of BotCommand");
  const list = given.map((command) => within("BotCommand", () => readCommand(command)));
  if (list.length > MAX_COMMANDS) throw badRequest("BOT_COMMANDS_TOO_MUCH");
  for (const { command, description } of list) {
    if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest("BOT_COMMAND_INVALID");
    if (description === "" || description.length > 256) throw badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
  }
  if (list.length === 0) commands.delete(key);
  else commands.set(key, list);
  return true;
};

const getMyCommands: Method = ({ params, world, commands }: Context) =>
  commands.get(readKey(params, world)) ?? [];

const deleteMyCommands: Method = ({ params, world, commands }) => {
  commands.delete(readKey(params, world));
  return true;
};

export const commandMethods = { setMyCommands, getMyCommands, deleteMyCommands };

function readCommand(value: Json): BotCommand {
  if (!isJsonObject(value)) throw badRequest("expected an Object");
  return {
    command: requiredString(value, "command"),
    description: requiredString(value, "description").trim(),
  };
}

/** Reads and checks scope and language_code. */
function readKey(params: Params, world: World): string {
  const language = params.text("language_code");
  if (language !== "" && !/^[a-z]{2}$/.test(language)) throw badRequest("invalid language code specified");
  const given = params.json("scope", "BotCommandScope") ?? { type: "default" };
  const scope = within("BotCommandScope", () => readScope(given));
  return commandKey(resolveScope(scope, world), language);
}

/** Checks the form of a scope. */
function readScope(value: Json): JsonObject {
  if (!isJsonObject(value)) throw badRequest("BotCommandScope must be an Object");
  const type = requiredString(value, "type");
  if (PLAIN_SCOPES.has(type)) return { type };
  if (!CHAT_SCOPES.has(type)) throw badRequest("Unsupported type specified");
  const chat_id = requiredString(value, "chat_id");
  if (chat_id === "") throw badRequest("Empty chat_id specified");
  return type === "chat_member"
    ? { type, chat_id, user_id: requiredInteger(value, "user_id") }
    : { type, chat_id };
}

/** Replaces the chat of a scope by its numeric id, refusing what the chat's kind does not have. */
function resolveScope(scope: JsonObject, world: World): JsonObject {
  if (scope["chat_id"] === undefined) return scope;
  const { chat } = world.readable(optionalString(scope, "chat_id"));
  if (chat.type === "channel") throw badRequest("can't change commands in channel chats");
  if (chat.type === "private" && scope["type"] !== "chat")
    throw badRequest("can't use specified scope in private chats");
  return { ...scope, chat_id: chat.id };
}
