/** Takes tokens out of what libraries say. */
import { messageOf } from "./network.ts";

// Only what looks like a secret: a log stays readable.
const PATTERNS: readonly RegExp[] = [
  // Telegram: id, colon, 30 or more letters; in an address the colon may be encoded.
  /\d{5,}(?::|%3A)[\w-]{25,}/giu,
  // Discord: three parts of base64url.
  /[\w-]{20,}\.[\w-]{5,8}\.[\w-]{25,}/gu,
  // Credentials in the address of a proxy.
  /(?<=\/\/)[^\s/@]+(?=@)/gu,
];

/**
 * The text of any thrown value, fit for a log.
 * @param secrets are replaced wherever they stand, as they are and as in an address; whatever else looks like a
 * token or like credentials is replaced too.
 */
export function redact(error: unknown, ...secrets: readonly (string | undefined)[]): string {
  const text = messageOf(error);
  const known = secrets.filter((secret) => secret !== undefined).filter((secret) => secret !== "");
  const forms = known.flatMap((secret) => [secret, encodeURIComponent(secret)]);
  const bare = forms.reduce((left, secret) => left.replaceAll(secret, "[redacted]"), text);
  return PATTERNS.reduce((left, pattern) => left.replace(pattern, "[redacted]"), bare);
}
