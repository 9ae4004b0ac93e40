/**
 * Ours, for tests: posts updates to a webhook, one at a time per chat and several chats at once, and
 * tries again after anything but a 2xx. A method call in the response's body is carried out.
 * UNLIKE TELEGRAM, plain http on loopback is allowed, on any port; elsewhere https on 443, 80, 88 or 8443
 * is asked for. Retries come after tens of milliseconds (`retryMs`, doubling, at most 1 s), not seconds.
 * Not covered: certificates, ip_address, giving up on an update, HTTP 410 ending the webhook, the limit of
 * one setWebhook a second.
 */

import { setMaxListeners } from "node:events";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { parseRequest, type Params } from "./params.ts";
import { badRequest, isObject, type Update } from "./types.ts";
import type { UpdateQueue } from "./updates.ts";

const MAX_RETRY_MS = 1_000;
const RESPONSE_TIMEOUT_MS = 60_000;
const PORTS = new Set(["", "443", "80", "88", "8443"]);

export type WebhookSettings = { url: string; secretToken: string; maxConnections: number };
type Answer = { status: number; reason: string; contentType: string; body: Buffer };

export class Webhook {
  settings: WebhookSettings | undefined;
  lastError: { date: number; message: string } | undefined;
  readonly #queue: UpdateQueue;
  readonly #retryMs: number;
  readonly #runReply: (params: Params) => Promise<void>;
  readonly #busy = new Set<string>();
  readonly #failures = new Map<number, number>();
  #abort = new AbortController();

  constructor(queue: UpdateQueue, retryMs: number, runReply: (params: Params) => Promise<void>) {
    this.#queue = queue;
    this.#retryMs = retryMs;
    this.#runReply = runReply;
  }

  /** Sets or, with undefined, deletes the webhook; deliveries under way are cut off. */
  set(settings: WebhookSettings | undefined): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    // Every delivery under way listens to it.
    setMaxListeners(0, this.#abort.signal);
    this.settings = settings;
    this.lastError = undefined;
    this.#busy.clear();
    this.#failures.clear();
    this.pump();
  }

  /** Starts what can be delivered now. */
  pump(): void {
    const { settings } = this;
    if (!settings) return;
    for (const update of this.#queue.pending) {
      if (this.#busy.size >= settings.maxConnections) return;
      const key = queueKey(update);
      if (this.#busy.has(key)) continue;
      this.#busy.add(key);
      void this.#deliver(settings, update, key, this.#abort.signal);
    }
  }

  /** Delivers one update; its chat's next one waits until it went through. */
  async #deliver(settings: WebhookSettings, update: Update, key: string, signal: AbortSignal): Promise<void> {
    const problem = await this.#attempt(settings, update, signal);
    if (signal.aborted) return;
    if (problem === undefined) {
      this.#queue.confirm(update.update_id);
      this.#failures.delete(update.update_id);
    } else {
      this.lastError = { date: Math.floor(Date.now() / 1000), message: problem };
      await this.#backOff(update.update_id, signal);
      if (signal.aborted) return;
    }
    this.#busy.delete(key);
    this.pump();
  }

  /** Posts once; gives what went wrong, if anything did. */
  async #attempt(
    settings: WebhookSettings,
    update: Update,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    let answer: Answer;
    try {
      answer = await post(settings, JSON.stringify(update), signal);
    } catch (error) {
      return error instanceof Error && "code" in error && error.code === "ECONNREFUSED"
        ? "Connection refused"
        : "Webhook connection closed";
    }
    if (answer.status < 200 || answer.status > 299) {
      return `Wrong response from the webhook: ${answer.status} ${answer.reason}`;
    }
    if (answer.body.length > 0) await this.#reply(answer);
    return undefined;
  }

  /** Carries out the method call in a response; a body that holds none is ignored. */
  async #reply(answer: Answer): Promise<void> {
    let params: Params;
    try {
      params = parseRequest(new URLSearchParams(), answer.contentType, answer.body);
    } catch {
      return;
    }
    const method = params.text("method").toLowerCase();
    const refused =
      ["", "setwebhook", "deletewebhook", "close", "logout"].includes(method) || method.startsWith("get");
    if (!refused) await this.#runReply(params);
  }

  async #backOff(updateId: number, signal: AbortSignal): Promise<void> {
    const failures = this.#failures.get(updateId) ?? 0;
    this.#failures.set(updateId, failures + 1);
    const delay = Math.min(MAX_RETRY_MS, this.#retryMs * 2 ** failures);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, delay);
      signal.addEventListener("abort", () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}

/** Refuses an address that Telegram would not post to, but for http on loopback. */
export function checkWebhookUrl(raw: string): void {
  if (!URL.canParse(raw)) throw badRequest("invalid webhook URL specified");
  const url = new URL(raw);
  const isLoopback = ["127.0.0.1", "localhost", "[::1]"].includes(url.hostname);
  if (isLoopback && url.protocol === "http:") return;
  if (url.protocol !== "https:") throw badRequest("bad webhook: An HTTPS URL must be provided for webhook");
  if (!PORTS.has(url.port))
    throw badRequest("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
  if (isLoopback) throw badRequest(`bad webhook: IP address ${url.hostname} is reserved`);
}

/** Refuses a secret that Telegram would not take. */
export function checkSecretToken(secret: string): void {
  if (secret.length > 256) throw badRequest("secret token is too long");
  if (!/^[A-Za-z0-9_-]*$/.test(secret)) throw badRequest("secret token contains unallowed characters");
}

/** Updates of one chat, or of one user outside chats, are delivered in order. */
function queueKey(update: Update): string {
  for (const body of Object.values(update)) {
    if (!isObject(body)) continue;
    const holder = isObject(body["message"]) ? body["message"] : body;
    const owner = isObject(holder["chat"]) ? holder["chat"] : body["from"];
    if (isObject(owner)) return String(owner["id"]);
  }
  return String(update.update_id);
}

/** Posts one body and reads the whole answer. */
async function post(settings: WebhookSettings, body: string, signal: AbortSignal): Promise<Answer> {
  const request = settings.url.startsWith("https:") ? httpsRequest : httpRequest;
  const headers: Record<string, string> = {
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(body)),
  };
  if (settings.secretToken !== "") headers["X-Telegram-Bot-Api-Secret-Token"] = settings.secretToken;
  return await new Promise<Answer>((resolve, reject) => {
    const options = {
      method: "POST",
      headers,
      agent: false,
      signal,
      timeout: RESPONSE_TIMEOUT_MS,
    } as const;
    const outgoing = request(settings.url, options, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("error", reject);
      incoming.on("end", () => {
        const { statusCode = 0, statusMessage = "" } = incoming;
        const contentType = incoming.headers["content-type"] ?? "";
        resolve({
          status: statusCode,
          reason: statusMessage,
          contentType,
          body: Buffer.concat(chunks),
        });
      });
    });
    outgoing.on("timeout", () => outgoing.destroy(new Error("the webhook did not answer in time")));
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
