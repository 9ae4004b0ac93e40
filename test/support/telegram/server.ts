/**
 * Ours, for tests: a small and strict Telegram Bot API server on loopback.
 * It answers as Telegram does, as far as the bot's own methods go, and refuses what Telegram refuses; where
 * it is stricter or more lenient than Telegram, the file of that part says so.
 * Not covered: methods not in methods.ts (404), Telegram's delays, several bots, https.
 */

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { descriptionKey } from "./descriptions.ts";
import { commandKey } from "./commands.ts";
import type { Services } from "./context.ts";
import { serve, toErrorResponse } from "./http.ts";
import { learnFrom } from "./incoming.ts";
import { FaultScript, RateLimiter, faultResponse, type Fault, type LimitOptions } from "./limits.ts";
import { METHODS } from "./methods.ts";
import type { Params } from "./params.ts";
import { PhotoStore } from "./photos.ts";
import { TestPeople } from "./people.ts";
import {
  ApiError,
  type ApiResponse,
  type BotCommand,
  type Call,
  type JsonObject,
  type Message,
  type User,
} from "./types.ts";
import { UpdateQueue } from "./updates.ts";
import { Webhook } from "./webhook.ts";
import { World } from "./world.ts";

export type TelegramServerOptions = {
  token?: string;
  bot?: Partial<User>;
  /** Off by default; true for the documented numbers. */
  limits?: LimitOptions | boolean;
  /** Let pass what Telegram lets pass in HTML, see html.ts. */
  lenientHtml?: boolean;
  /** How long a callback or inline query can be answered, 15 s by default. */
  queryLifetimeMs?: number;
  /** The first wait before a webhook is tried again, 20 ms by default. */
  webhookRetryMs?: number;
  /** The clock of limits, dates and query lifetimes. */
  now?: () => number;
};

const DEFAULT_TOKEN = "7000000001:TEST-token_for_the_loopback_server0";

/** Starts a server on a free port of 127.0.0.1. */
export async function createTelegramServer(options: TelegramServerOptions = {}): Promise<TelegramServer> {
  const telegram = new TelegramServer(options);
  await telegram.listen();
  return telegram;
}

export class TelegramServer extends TestPeople {
  readonly token: string;
  /** Every call in order of arrival. */
  readonly calls: Call[] = [];
  readonly #http: Server;
  readonly #faults = new FaultScript();
  readonly #services: Services;
  readonly #sent: { chatId: number; messageId: number }[] = [];
  #loggedOut = false;

  constructor(options: TelegramServerOptions) {
    const now = options.now ?? Date.now;
    const token = options.token ?? DEFAULT_TOKEN;
    const id = Number(token.split(":")[0]);
    const world = new World({
      id,
      is_bot: true,
      first_name: "Test bot",
      username: "loopback_test_bot",
      ...options.bot,
    });
    const updates = new UpdateQueue();
    super(world, now, (body) => this.pushUpdate(body));
    this.token = token;
    const runReply = async (params: Params) => {
      await this.#handle(params.text("method"), params, "webhook", new AbortController().signal);
    };
    this.#services = {
      world,
      updates,
      now,
      photos: new PhotoStore(),
      webhook: new Webhook(updates, options.webhookRetryMs ?? 20, runReply),
      commands: new Map(),
      descriptions: new Map(),
      limiter: new RateLimiter(options.limits === true ? {} : options.limits || undefined, now),
      text: { lenientHtml: options.lenientHtml ?? false },
      queryLifetimeMs: options.queryLifetimeMs ?? 15_000,
      onSent: ({ chat, message_id }) => this.#sent.push({ chatId: chat.id, messageId: message_id }),
      onLogOut: () => (this.#loggedOut = true),
    };
    updates.onPush = () => this.#services.webhook.pump();
    this.#http = createServer((request, response) => {
      void serve(request, response, token, (method, params, signal) =>
        this.#handle(method, params, "http", signal),
      );
    });
  }

  /** Where the bot's client has to send its requests, without a slash at the end. */
  get apiRoot(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  /** Binds the port; createTelegramServer has done so. */
  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#http.listen(0, "127.0.0.1", resolve));
  }

  /** Stops delivering and listening, and cuts what is open. */
  async close(): Promise<void> {
    this.#services.webhook.set(undefined);
    this.#services.updates.end();
    const closed = new Promise<void>((resolve) => this.#http.close(() => resolve()));
    this.#http.closeAllConnections();
    await closed;
  }

  /** Queues any update, given without its id; gives the id. Its chat, message and query become known. */
  pushUpdate(body: Record<string, unknown>): number {
    learnFrom(this.#services.world, body, this.#services.now());
    return this.#services.updates.push(body);
  }

  /** The bot's accepted messages as they stand now, edits applied, in the order they were sent. */
  sent(chatId?: number): Message[] {
    const chosen = this.#sent.filter((sent) => chatId === undefined || sent.chatId === chatId);
    return chosen.flatMap((sent) => this.stored(sent.chatId, sent.messageId) ?? []);
  }

  /** Any known message as it stands now. */
  stored(chatId: number, messageId: number): Message | undefined {
    return this.#services.world.find(String(chatId))?.messages.get(messageId);
  }

  /** The calls of one method, the only way its name is spelled. */
  callsOf(method: string): Call[] {
    return this.calls.filter((call) => call.method.toLowerCase() === method.toLowerCase());
  }

  /** Waits until the probe gives something other than undefined, null or false, and gives that. */
  async waitFor<T>(probe: (server: this) => T, ms = 100_000): Promise<NonNullable<Exclude<T, false>>> {
    const deadline = Date.now() + ms;
    for (;;) {
      const found = probe(this);
      if (found !== undefined && found !== null && found !== false)
        return found as NonNullable<Exclude<T, false>>;
      if (Date.now() > deadline)
        throw new Error(`waited ${ms} ms in vain; calls so far: ${this.#describeCalls()}`);
      await sleep(5);
    }
  }

  /** Scripts a fault for coming calls; the oldest that matches is used first. */
  failNext(fault: Fault): void {
    this.#faults.add(fault);
  }

  /** Forgets the scripted faults that were not used. */
  clearFaults(): void {
    this.#faults.clear();
  }

  /** Switches the sending limits. */
  setLimits(limits: LimitOptions | undefined): void {
    this.#services.limiter.options = limits;
  }

  /** Lets the bot in again after logOut. */
  logIn(): void {
    this.#loggedOut = false;
  }

  /** Makes an open callback or inline query too old to answer. */
  expireQuery(id: string): void {
    this.#services.world.expireQuery(id);
  }

  /** The commands stored for a scope and a language. */
  commands(scope: JsonObject = { type: "default" }, languageCode = ""): BotCommand[] {
    return this.#services.commands.get(commandKey(scope, languageCode)) ?? [];
  }

  /** The description stored for a language. */
  description(kind: "description" | "short_description", language = ""): string | undefined {
    return this.#services.descriptions.get(descriptionKey(kind, language));
  }

  /** The bytes that were uploaded for a file id. */
  fileData(fileId: string): Buffer | undefined {
    return this.#services.photos.data(fileId);
  }

  /** The updates that nothing has confirmed yet. */
  get pendingUpdates(): number[] {
    return this.#services.updates.pending.map((update) => update.update_id);
  }

  /** Records a call and carries it out, or answers with a scripted fault. */
  async #handle(method: string, params: Params, via: Call["via"], signal: AbortSignal): Promise<ApiResponse> {
    const call: Call = {
      method,
      params: params.toRecord(),
      files: params.files,
      time: this.#services.now(),
      via,
    };
    this.calls.push(call);
    const fault = this.#faults.take(method, params.text("chat_id"));
    if (fault?.delayMs !== undefined) await sleep(fault.delayMs);
    const scripted = fault && faultResponse(fault);
    if (scripted && fault.apply !== true) return (call.response = scripted);
    const response = await this.#run(method, params, signal);
    if (signal.aborted) return response;
    return (call.response = structuredClone(scripted ?? response));
  }

  async #run(method: string, params: Params, signal: AbortSignal): Promise<ApiResponse> {
    try {
      if (this.#loggedOut) throw new ApiError(400, "Logged out");
      const run = METHODS.get(method.toLowerCase());
      if (!run) throw new ApiError(404, "Not Found: method not found");
      return { ok: true, result: await run({ ...this.#services, params, signal }) };
    } catch (error) {
      return toErrorResponse(error);
    }
  }

  #describeCalls(): string {
    return this.calls
      .map(({ method, response }) => `${method}${response?.ok === false ? ` ${response.error_code}` : ""}`)
      .join(", ");
  }
}
