/** Calls to the Bot API through telegraf's client, each with a deadline. */
import { HttpsProxyAgent } from "https-proxy-agent";
import { Telegram } from "telegraf";
import type { Telegram as Methods } from "telegraf/types";
import type { Payload, Result } from "./types.ts";

interface CallOptions {
  /** Milliseconds until the call is cut. */
  timeoutMs?: number;
  /** Cuts the call when it aborts. */
  signal?: AbortSignal;
}

export interface Api {
  /** @throws telegraf's TelegramError or node-fetch's FetchError or AbortError; Error when it took too long. Messages may hold the token. */
  call<M extends keyof Methods>(method: M, payload: Payload<M>, options?: CallOptions): Promise<Result<M>>;
}

export interface ApiOptions {
  token: string;
  apiRoot: string | undefined;
  proxy: string | undefined;
  callMs: number;
}

type Signal = NonNullable<NonNullable<Parameters<Telegram["callApi"]>[2]>["signal"]>;

/** telegraf by itself waits 500 s for an answer, far too long for a dead connection: every call gets a deadline. */
export function createApi({ token, apiRoot, proxy, callMs }: ApiOptions): Api {
  const telegram = new Telegram(token, apiRoot === undefined ? {} : { apiRoot });
  // telegraf ignores an agent that is given for a plain http root, so it is set here.
  if (proxy !== undefined) telegram.options.agent = new HttpsProxyAgent(proxy, { keepAlive: true });
  return {
    call: (method, payload, { timeoutMs = callMs, signal } = {}) =>
      cutAfter(timeoutMs, signal, (cut) => telegram.callApi(method, payload, { signal: cut })),
  };
}

/** Controllers that cut nothing are used again: making one costs as much as the rest of a call. */
const spare: AbortController[] = [];
const MOST_SPARE = 100;

/** Not AbortSignal.any: it keeps every call that ever listened to a signal as old as the process. */
async function cutAfter<T>(
  ms: number,
  signal: AbortSignal | undefined,
  run: (cut: Signal) => Promise<T>,
): Promise<T> {
  const controller = spare.pop() ?? new AbortController();
  let isLate = false;
  const abort = (): void => controller.abort();
  const timer = setTimeout(() => {
    isLate = true;
    abort();
  }, ms);
  signal?.addEventListener("abort", abort, { once: true });
  if (signal?.aborted === true) abort();
  try {
    // telegraf's types name a polyfill; what node-fetch below it wants is the platform's own signal.
    return await run(controller.signal as unknown as Signal);
  } catch (error) {
    throw isLate ? new Error(`no answer within ${ms} ms`, { cause: error }) : error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
    if (!controller.signal.aborted && spare.length < MOST_SPARE) spare.push(controller);
  }
}
