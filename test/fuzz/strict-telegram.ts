/** The test server's methods without the way to it: they refuse what Telegram refuses, of any chat that is named. */
import { TelegramError } from "telegraf";
import { type Context, type Method } from "../support/telegram/context.ts";
import { toErrorResponse } from "../support/telegram/http.ts";
import { METHODS } from "../support/telegram/methods.ts";
import { parseRequest } from "../support/telegram/params.ts";
import { PhotoStore } from "../support/telegram/photos.ts";
import { RateLimiter } from "../support/telegram/limits.ts";
import { UpdateQueue } from "../support/telegram/updates.ts";
import { Webhook } from "../support/telegram/webhook.ts";
import { World } from "../support/telegram/world.ts";
import type { Json } from "./odd.ts";

export const ME = { id: 7_000_000_001, username: "loopback_test_bot" };

const SUPER = -1_000_000_000_000;

export class StrictTelegram {
  /** What the running input made the bot send. */
  readonly sent: object[] = [];
  /** The chats that got a message. */
  readonly sentTo = new Set<number>();
  readonly #world = new World({ id: ME.id, is_bot: true, first_name: "bot", username: ME.username });
  readonly #services: Omit<Context, "params" | "signal">;

  constructor() {
    const updates = new UpdateQueue();
    this.#services = {
      world: this.#world,
      photos: new PhotoStore(),
      updates,
      webhook: new Webhook(updates, 1, () => Promise.resolve()),
      commands: new Map(),
      descriptions: new Map(),
      limiter: new RateLimiter(undefined, Date.now),
      text: { lenientHtml: false },
      queryLifetimeMs: 15_000,
      now: Date.now,
      onSent: ({ chat }) => this.sentTo.add(chat.id),
      onLogOut: () => undefined,
    };
  }

  /** Another input comes: what it asks with can be answered. */
  begin(update: Json): void {
    this.sent.length = 0;
    this.sentTo.clear();
    for (const id of idsIn(update)) this.#world.openQuery(id, Date.now());
  }

  async call(method: string, payload: object): Promise<unknown> {
    const run = METHODS.get(method.toLowerCase());
    if (!run) throw new Error(`the bot calls ${method}, which nobody knows`);
    this.sent.push(payload);
    this.#know(payload);
    return this.#answer(run, payload, method);
  }

  async #answer(run: Method, payload: object, method: string): Promise<unknown> {
    const { signal } = new AbortController();
    try {
      const params = parseRequest(
        new URLSearchParams(),
        "application/json",
        Buffer.from(JSON.stringify(payload)),
      );
      return await run({ ...this.#services, params, signal });
    } catch (error) {
      const said = toErrorResponse(error);
      if (said.ok) throw error;
      throw new TelegramError(said, { method, payload: {} });
    }
  }

  /** Every person, chat and topic is there. */
  #know(payload: object): void {
    const user = "user_id" in payload ? Number(payload.user_id) : 0;
    if (Number.isSafeInteger(user) && user > 0 && !this.#world.users.has(user))
      this.#world.users.set(user, { id: user, is_bot: false, first_name: "Ann" });
    if (!("chat_id" in payload)) return;
    const id = Number(payload.chat_id);
    if (!Number.isSafeInteger(id) || this.#world.find(String(id))) return;
    const chat = this.#world.addChat({
      id,
      type: id > 0 ? "private" : id > SUPER ? "group" : "supergroup",
      title: "群",
    });
    for (let topic = 1; topic < 10; topic += 1) chat.topics.add(topic);
  }
}

function idsIn(update: Json): string[] {
  if (typeof update !== "object" || update === null || Array.isArray(update)) return [];
  return [update["callback_query"], update["inline_query"]].flatMap((query) =>
    typeof query === "object" && query !== null && !Array.isArray(query) && typeof query["id"] === "string"
      ? [query["id"]]
      : [],
  );
}
