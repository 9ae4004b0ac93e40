/** The web server Telegram posts updates to, plain HTTP behind a TLS proxy or a balancer. */
import { createHash, timingSafeEqual } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "../../../shared/log.ts";
import { tellOnce } from "../../../shared/once.ts";
import { redact } from "../../../shared/redact.ts";
import { Numbered } from "./numbered.ts";
import type { WebhookOptions } from "./options.ts";

const MOST_BODY_BYTES = 1024 * 1024;
/** How long responses under way may take when the server closes. */
const LAST_WORDS_MS = 300;
const AGAIN_MS = 3_600_000;

export interface Listener {
  /** @param signal once it aborts nothing more is taken. @throws Error naming the remedy where the port cannot be had. */
  open(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** @param take rejects where an update cannot be taken now: Telegram is told to send it again. */
export function createListener(
  options: WebhookOptions,
  take: (update: Numbered) => Promise<void>,
  log: Logger,
): Listener {
  const path = options.path ?? new URL(options.url).pathname;
  const secret = digest(options.secretToken);
  let isClosing = (): boolean => false;
  const tell = tellOnce((reason) => log.warn({ platform: "telegram" }, reason), { againMs: AGAIN_MS });

  async function statusFor(request: IncomingMessage): Promise<number> {
    if (request.method !== "POST" || request.url !== path) return 404;
    if (!timingSafeEqual(digest(secretIn(request)), secret)) {
      tell(WRONG_SECRET);
      return 401;
    }
    if (isClosing()) return 503;
    const update = parse(await bodyOf(request));
    if (!update) return 400;
    return take(update).then(
      () => 200,
      (error: unknown) => {
        tell(`an update could not be taken and will come again: ${redact(error)}`);
        return 503;
      },
    );
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
      const { port, host = "127.0.0.1" } = options;
      server.listen(port, host);
      await once(server, "listening").catch((error: unknown) => {
        throw new Error(
          `the webhook cannot listen on port ${port} of ${host}: ${redact(error)}; choose a free TELEGRAM_WEBHOOK_PORT, and a TELEGRAM_WEBHOOK_HOST that this machine has`,
        );
      });
      server.on("error", (error) =>
        log.error({ platform: "telegram" }, `the webhook's server: ${redact(error)}`),
      );
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

const WRONG_SECRET =
  "a request to the webhook was refused: its secret is not TELEGRAM_WEBHOOK_SECRET. If Telegram reports 401, let the TLS proxy pass the header X-Telegram-Bot-Api-Secret-Token, see that no other program sets this bot's webhook, give all processes of the bot the same secret, and start them again, which sets it.";

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

function parse(body: string): Numbered | undefined {
  try {
    return Numbered.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}
