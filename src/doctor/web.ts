/** Requests as the bot makes them, through the same proxy, each with an end. */
import { fetch, ProxyAgent } from "undici";
import type { Get } from "../shared/reach.ts";
import { redact } from "../shared/redact.ts";

const MOST_MS = 10_000;

/** @param proxy http://[user:password@]host:port. @param secrets are kept out of what is thrown. */
export function createGet(
  proxy: string | undefined,
  secrets: readonly (string | undefined)[],
  now: () => number,
): Get {
  const dispatcher = proxy === undefined ? undefined : new ProxyAgent(proxy);
  return async (url, headers = {}) => {
    const sent = now();
    try {
      const signal = AbortSignal.timeout(MOST_MS);
      const response = await fetch(url, { headers, signal, ...(dispatcher && { dispatcher }) });
      const text = await response.text();
      // The answer was dated somewhere on the way: in the middle, as far as anybody knows.
      const here = (sent + now()) / 2;
      const date = Date.parse(response.headers.get("date") ?? "");
      const clockAheadMs = Number.isNaN(date) ? undefined : here - date;
      return { status: response.status, body: parsed(text), clockAheadMs };
    } catch (error) {
      throw new Error(redact(reasonOf(error), proxy, ...secrets), { cause: error });
    }
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `fetch failed` says nothing; what lies below it does. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `no answer within ${MOST_MS / 1_000} s`;
  return error.cause === undefined ? error.message : reasonOf(error.cause);
}
