/** What Discord's refusals mean. The one place that knows its error codes. */
import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import { PostError, type PostFailure } from "../../shared/post-error.ts";
import { isUnreached } from "../../shared/network.ts";
import { redact } from "../../shared/redact.ts";

/** Codes of Discord's documentation, "JSON error codes". */
export const CODES = {
  unknownMessage: 10_008,
  unknownInteraction: 10_062,
  alreadyAcknowledged: 40_060,
  missingPermissions: 50_013,
  invalidForm: 50_035,
  /** An interaction older than its 15 minutes. */
  invalidWebhookToken: 50_027,
} as const;

/** The chat is gone for us: channel or server deleted, access or rights taken, direct messages refused. */
const GONE = new Set<number | string>([10_003, 10_004, 50_001, 50_007, 50_013]);
/** The thread is archived, locked, or no thread any more. */
const THREAD_GONE = new Set<number | string>([10_003, 50_083, 160_005]);
/** No right to attach files or to embed; the request or the file too large. */
const NO_PICTURE = new Set<number | string>([CODES.missingPermissions, 40_005, 50_045]);
/** No right to read the history, without which nothing can be answered with a reference. */
const NO_REFERENCE = new Set<number | string>([160_002, 160_009]);
/** Where the library names what is wrong with a form: a line each. */
const ABOUT_PICTURE = /^(?:attachments|files|embeds\[0\]\.image)\b/mu;
const ABOUT_REFERENCE = /^message_reference\b/mu;
/** Nothing reached Discord. */
const NEVER_SENT = new Set([
  "ENOTFOUND",
  "EAI_AGAIN",
  "ECONNREFUSED",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

export const codeOf = (error: unknown): number | string | undefined =>
  error instanceof DiscordAPIError ? error.code : undefined;

export const isGone = (error: unknown): boolean => GONE.has(codeOf(error) ?? 0);

/** Whether the same message may be taken without its picture. */
export function isPictureRefused(error: unknown): boolean {
  if (!(error instanceof DiscordAPIError)) return false;
  // What stands before Discord refuses large requests without a code.
  if (error.status === 413 || NO_PICTURE.has(error.code)) return true;
  return error.code === CODES.invalidForm && ABOUT_PICTURE.test(error.message);
}

/** Whether the same message may be taken where it refers to no other: there is no right to, or the other takes no answers. */
export function isReferenceRefused(error: unknown): boolean {
  if (!(error instanceof DiscordAPIError)) return false;
  return (
    NO_REFERENCE.has(error.code) || (error.code === CODES.invalidForm && ABOUT_REFERENCE.test(error.message))
  );
}

/** Milliseconds a rate limit asks to wait: of the two numbers, the other may be 0. */
export const waitOf = (limit: Pick<RateLimitError, "timeToReset" | "retryAfter">): number =>
  Math.max(limit.timeToReset, limit.retryAfter);

/** A refused token: the 401 itself, or the library that forgot the token because of one. */
const isUnauthorized = (error: unknown): boolean =>
  (error instanceof DiscordAPIError && error.status === 401) ||
  (error instanceof Error && error.message.startsWith("Expected token to be set"));

/**
 * @param inThread whether the message was meant for a thread.
 * @param secret is kept out of the message.
 */
export function postErrorOf(error: unknown, inThread: boolean, secret: string): PostError {
  if (error instanceof PostError) return error;
  const detail = error instanceof RateLimitError ? { retryAfterMs: waitOf(error) } : {};
  return new PostError(kindOf(error, inThread), redact(error, secret), detail);
}

function kindOf(error: unknown, inThread: boolean): PostFailure {
  if (error instanceof RateLimitError) return "retry-after";
  if (inThread && THREAD_GONE.has(codeOf(error) ?? 0)) return "thread-gone";
  if (isGone(error)) return "gone";
  // Not the fault of the chat: it must stay subscribed.
  if (isUnauthorized(error) || isUnreached(error) || NEVER_SENT.has(networkCode(error))) return "temporary";
  if (error instanceof HTTPError || !(error instanceof DiscordAPIError)) return "uncertain";
  return "refused";
}

const networkCode = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "";

export const TOKEN_REFUSED =
  "Discord refuses the token in DISCORD_TOKEN. Copy it anew from https://discord.com/developers/applications → your application → Bot → Reset Token.";

/** One clear line for a token Discord does not take. @returns undefined for any other error. */
export function tokenProblem(error: unknown): string | undefined {
  const atGateway = error instanceof Error && error.message === "Authentication failed";
  return isUnauthorized(error) || atGateway || networkCode(error) === "TokenInvalid"
    ? TOKEN_REFUSED
    : undefined;
}

const TOO_FEW_SHARDS =
  "Discord wants more shards than DISCORD_SHARDS says: npm run doctor tells how many it recommends; set it so in every process.";

/** One clear line for what another try would not mend. @returns undefined for any other error. */
export const startProblem = (error: unknown): string | undefined =>
  error instanceof Error && error.message === "Sharding is required" ? TOO_FEW_SHARDS : tokenProblem(error);

/** Whether Discord would take no more log-ins today; the library says so before it tries. */
export const isSpent = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith("Not enough sessions remaining");
