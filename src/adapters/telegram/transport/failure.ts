/** What a failed call to Telegram means. */
import { TelegramError } from "telegraf";
import { PostError, type PostFailure } from "../../../shared/post-error.ts";
import { redact } from "../../../shared/redact.ts";

/** 429 without parameters: Telegram always gives them, a proxy may not. */
const UNTOLD_WAIT_S = 5;

/** Descriptions as Telegram words them; it has no finer codes than 400. */
const BY_DESCRIPTION: readonly (readonly [RegExp, PostFailure])[] = [
  [/chat not found|user is deactivated|group chat was deactivated|PEER_ID_INVALID/iu, "gone"],
  [/thread not found|TOPIC_CLOSED|TOPIC_DELETED/iu, "thread-gone"],
];

/** The connection was never made, so nothing was sent. */
const NOT_CONNECTED = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);
/** So do those that a read can meet too, where the message says that it was the connecting; and what TLS finds before that. */
const WHILE_CONNECTING = /\bconnect E[A-Z]+\b/u;
const BAD_CERTIFICATE = /^(?:CERT_|ERR_TLS_CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_)/u;

/** Any error of a call as a PostError. @param secrets are kept out of its message, as is whatever looks like a token. */
export function toPostError(error: unknown, ...secrets: readonly (string | undefined)[]): PostError {
  if (error instanceof PostError) return error;
  const message = redact(error, ...secrets);
  return error instanceof TelegramError
    ? refusal(error, message)
    : new PostError(connectionKind(error), message);
}

/** Telegram does not know the token: 401, or 404 where it has not even its form. */
export function isWrongToken(error: unknown): boolean {
  return error instanceof TelegramError && (error.code === 401 || error.code === 404);
}

/** Another poller, or a webhook, has the updates. */
export function isConflict(error: unknown): boolean {
  return error instanceof TelegramError && error.code === 409;
}

function refusal({ code, description, parameters }: TelegramError, message: string): PostError {
  if (code === 429)
    return new PostError("retry-after", message, {
      retryAfterMs: (parameters?.retry_after ?? UNTOLD_WAIT_S) * 1000,
    });
  if (code === 403) return new PostError("gone", message);
  // RFC 9110: the request was not processed. Any other of them may come after the work was done.
  if (code === 503) return new PostError("temporary", message);
  if (code >= 500) return new PostError("uncertain", message);
  if (code === 401 || code === 404 || code === 409) return new PostError("temporary", message);
  const moved = parameters?.migrate_to_chat_id;
  if (moved !== undefined) return new PostError("migrated", message, { newChatId: String(moved) });
  return new PostError(
    BY_DESCRIPTION.find(([pattern]) => pattern.test(description))?.[1] ?? "refused",
    message,
  );
}

function connectionKind(error: unknown): PostFailure {
  if (!(error instanceof Error && "code" in error && typeof error.code === "string")) return "uncertain";
  const { code, message } = error;
  const isBefore = NOT_CONNECTED.has(code) || BAD_CERTIFICATE.test(code) || WHILE_CONNECTING.test(message);
  return isBefore ? "temporary" : "uncertain";
}
