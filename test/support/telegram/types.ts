/**
 * Ours, for tests: the shapes that the Telegram test server speaks.
 * Not covered: fields of the Bot API that no method of this server reads or writes.
 */

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export type User = {
  id: number;
  is_bot: boolean;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code?: string;
};

type ChatType = "private" | "group" | "supergroup" | "channel";

export type Chat = {
  id: number;
  type: ChatType;
  title?: string;
  username?: string;
  first_name?: string;
  is_forum?: boolean;
};

export type Entity = {
  type: string;
  offset: number;
  length: number;
  url?: string;
  language?: string;
  user?: User;
};

export type PhotoSize = {
  file_id: string;
  file_unique_id: string;
  width: number;
  height: number;
  file_size: number;
};

export type InlineButton = { text: string; callback_data?: string; url?: string } & JsonObject;
export type InlineKeyboard = { inline_keyboard: InlineButton[][] };

export type Message = {
  message_id: number;
  date: number;
  chat: Chat;
  from?: User;
  edit_date?: number;
  message_thread_id?: number;
  is_topic_message?: boolean;
  reply_to_message?: Message;
  text?: string;
  entities?: Entity[];
  photo?: PhotoSize[];
  caption?: string;
  caption_entities?: Entity[];
  reply_markup?: InlineKeyboard;
  migrate_to_chat_id?: number;
  migrate_from_chat_id?: number;
};

/** An update as the server hands it out; the kind is its other field. */
export type Update = { update_id: number; [kind: string]: unknown };

/** A file that came with a multipart body. */
export type UploadedFile = { field: string; filename: string; contentType: string; data: Buffer };

export type ResponseParameters = { retry_after?: number; migrate_to_chat_id?: number };

export type ErrorResponse = {
  ok: false;
  error_code: number;
  description: string;
  parameters?: ResponseParameters;
};

export type ApiResponse = { ok: true; result: unknown; description?: string } | ErrorResponse;

/** One request that reached the server, in order of arrival. */
export type Call = {
  method: string;
  params: Record<string, Json>;
  files: UploadedFile[];
  /** Milliseconds, from the server's clock. */
  time: number;
  /** Over HTTP, or as the body of a webhook's response. */
  via: "http" | "webhook";
  /** Absent while the call is still being answered, and when its client went away first. */
  response?: ApiResponse;
};

/** An error that a method answers with; the description carries Telegram's prefix. */
export class ApiError extends Error {
  readonly code: number;
  readonly parameters: ResponseParameters | undefined;

  constructor(code: number, description: string, parameters?: ResponseParameters) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }

  /** The body that goes out. */
  toResponse(): ErrorResponse {
    const body: ErrorResponse = { ok: false, error_code: this.code, description: this.message };
    if (this.parameters) body.parameters = this.parameters;
    return body;
  }
}

/** A 400, first letter lowered as Telegram does unless the second is upper case or "_". */
export function badRequest(message: string): ApiError {
  const lowered = /^.[A-Z_]/.test(message) ? message : message.charAt(0).toLowerCase() + message.slice(1);
  return new ApiError(400, `Bad Request: ${lowered}`);
}

/** A 429 with the wait that Telegram asks for. */
export function tooManyRequests(seconds: number): ApiError {
  return new ApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
}

/** Whether a value is an object with keys, not a list and not null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a JSON value is an object. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The length in bytes that Telegram counts button data and ids by. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text, "utf8");
}

/** An entry of a menu. */
export type BotCommand = { command: string; description: string };
