/**
 * Updates by webhook: a small HTTP server behind a TLS proxy. An update is acknowledged when it is dealt with,
 * or after `holdMs`: what a crash leaves unacknowledged, Telegram sends again.
 */
import { createHash, timingSafeEqual } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "../../../shared/log.ts";
import { tellOnce } from "../../../shared/once.ts";
import { redact } from "../../../shared/redact.ts";
import type { Api } from "./api.ts";
import type { Ledger } from "./ledger.ts";
import { pause } from "./loop.ts";
import { Numbered } from "./numbered.ts";
import type { Timing, WebhookOptions } from "./options.ts";
import type { Receiver } from "./receiver.ts";
import type { UpdateKind } from "./types.ts";
import type { Vitals } from "./vitals.ts";

const MOST_BODY_BYTES = 1024 * 1024;
const CONNECTIONS = 40;
/** How long responses under way may take when the server closes. */
const LAST_WORDS_MS = 300;

/** Whoever finds the port could fill the log. */
const AGAIN_MS = 3_600_000;
const WRONG_SECRET =
  "a request to the webhook was refused: its secret is not TELEGRAM_WEBHOOK_SECRET. If Telegram reports 401, let the TLS proxy pass the header X-Telegram-Bot-Api-Secret-Token, see that no other program sets this bot's webhook, and start this one again, which sets it.";

export interface WebhookParts {
  api: Api;
  ledger: Ledger;
  vitals: Vitals;
  timing: Timing;
  /** The kinds of updates wanted, by the names Telegram gives them. */
  kinds: readonly UpdateKind[];
  log: Logger;
  /** Never rejects. */
  handle: (update: unknown) => Promise<void>;
}

export function createWebhook(
  options: WebhookOptions,
  { api, ledger, vitals, timing, kinds, log, handle }: WebhookParts,
): Receiver {
  const path = options.path ?? new URL(options.url).pathname;
  const secret = digest(options.secretToken);
  const refused = tellOnce((line) => log.warn({ platform: "telegram" }, line), { againMs: AGAIN_MS });
  let isClosing = (): boolean => false;

  async function statusFor(request: IncomingMessage): Promise<number> {
    if (request.method !== "POST" || request.url !== path) return 404;
    if (!timingSafeEqual(digest(secretIn(request)), secret)) {
      refused(WRONG_SECRET);
      return 401;
    }
    if (isClosing()) return 503;
    const update = parse(await bodyOf(request));
    if (!update) return 400;
    await Promise.race([
      ledger.accept(update.update_id, () => handle(update)),
      sleep(timing.holdMs, undefined, { ref: false }),
    ]);
    return 200;
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const status = await statusFor(request).catch(() => 400);
    // A body that was not read would block the connection for the next update.
    response.writeHead(status, status === 200 ? {} : { connection: "close" }).end();
  }

  const server = createServer((request, response) => void serve(request, response));
  return {
    async open(signal) {
      isClosing = () => signal.aborted;
      server.listen(options.port, options.host ?? "127.0.0.1");
      await once(server, "listening").catch((error: unknown) => {
        throw new Error(
          `the webhook cannot listen on port ${options.port}: ${redact(error)}; choose a free TELEGRAM_WEBHOOK_PORT`,
        );
      });
      server.on("error", (error) =>
        log.error({ platform: "telegram" }, `the webhook's server: ${redact(error)}`),
      );
    },
    async connect(signal) {
      const { url, secretToken: secret_token, maxConnections: max_connections = CONNECTIONS } = options;
      await api.call(
        "setWebhook",
        { url, secret_token, max_connections, allowed_updates: kinds },
        { signal },
      );
      vitals.ok();
    },
    async receive(signal) {
      await pause(timing.checkMs, signal);
      if (signal.aborted) return;
      const info = await api.call("getWebhookInfo", {}, { signal });
      if (info.url !== options.url)
        throw new Error("the webhook was set to another address; setting it again");
      if (info.last_error_message !== undefined)
        log.warn(
          { platform: "telegram", pending: info.pending_update_count },
          `Telegram could not deliver an update: ${info.last_error_message}`,
        );
      vitals.ok();
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // Updates that are done get acknowledged; the rest is cut, and Telegram sends it again.
      await Promise.race([closed, sleep(LAST_WORDS_MS, undefined, { ref: false })]);
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Nobody sends the empty one: a secret has a letter at least. */
const secretIn = ({ headers }: IncomingMessage): string =>
  String(headers["x-telegram-bot-api-secret-token"] ?? "");

/** Digests have one length, so comparing them tells nothing about the secret. */
const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BODY_BYTES) throw new Error(`a body of more than ${MOST_BODY_BYTES} bytes is no update`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parse(body: string): { update_id: number } | undefined {
  try {
    return Numbered.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}
