/**
 * Ours, for tests: the documented sending limits and the faults that a test scripts.
 * The limits are those of the Bot API FAQ: 30 messages a second overall, 1 a second in a chat, 20 a minute
 * in a group. Edits count as sends unless `countEdits` is false. Stricter than Telegram, which lets short
 * bursts pass.
 * Not covered: limits on other methods, paid broadcasts, Telegram's own changing penalties.
 */

import { tooManyRequests, type Chat, type ErrorResponse, type ResponseParameters } from "./types.ts";

export type LimitOptions = {
  perSecond?: number;
  perChatPerSecond?: number;
  perGroupPerMinute?: number;
  countEdits?: boolean;
};

type Window = { key: string; size: number; spanMs: number };

export class RateLimiter {
  /** Off when undefined; a test may switch it at any time. */
  options: LimitOptions | undefined;
  readonly #now: () => number;
  readonly #accepted = new Map<string, number[]>();

  constructor(options: LimitOptions | undefined, now: () => number) {
    this.options = options;
    this.#now = now;
  }

  /** Counts one message to a chat, or refuses it with the wait until it would pass. */
  take(chat: Chat, isEdit: boolean): void {
    if (!this.options || (isEdit && this.options.countEdits === false)) return;
    const now = this.#now();
    const windows = this.#windows(chat, this.options);
    const waits = windows.map((window) => this.#waitMs(window, now));
    const longest = Math.max(...waits);
    if (longest > 0) throw tooManyRequests(Math.ceil(longest / 1000));
    for (const { key } of windows) this.#accepted.get(key)?.push(now);
  }

  #windows(chat: Chat, options: LimitOptions): Window[] {
    const windows = [
      { key: "all", size: options.perSecond ?? 30, spanMs: 1_000 },
      { key: `chat ${chat.id}`, size: options.perChatPerSecond ?? 1, spanMs: 1_000 },
    ];
    const isGroup = chat.type === "group" || chat.type === "supergroup";
    if (isGroup)
      windows.push({
        key: `group ${chat.id}`,
        size: options.perGroupPerMinute ?? 20,
        spanMs: 60_000,
      });
    return windows;
  }

  /** How long until the window has room. */
  #waitMs({ key, size, spanMs }: Window, now: number): number {
    const recent = (this.#accepted.get(key) ?? []).filter((time) => now - time < spanMs);
    this.#accepted.set(key, recent);
    const blocking = recent.at(-size);
    return blocking === undefined ? 0 : blocking + spanMs - now;
  }
}

/** What a test scripts for coming calls. */
export type Fault = {
  /** Only calls of this method; any when absent. */
  method?: string;
  /** Only calls with this chat_id; any when absent. */
  chatId?: number | string;
  /** How many calls it takes, 1 when absent. */
  times?: number;
  /** What to answer; absent to only delay. */
  response?: { error_code: number; description: string; parameters?: ResponseParameters };
  /** Carry the call out all the same, and answer with the fault: the reply got lost. */
  apply?: boolean;
  /** Wait before anything else. */
  delayMs?: number;
};

export class FaultScript {
  #faults: (Fault & { left: number })[] = [];

  /** Adds a fault; the oldest that matches a call is used. */
  add(fault: Fault): void {
    this.#faults.push({ ...fault, left: fault.times ?? 1 });
  }

  /** Forgets all faults. */
  clear(): void {
    this.#faults = [];
  }

  /** Takes the fault for a call, if one is scripted. */
  take(method: string, chatId: string): Fault | undefined {
    const found = this.#faults.find((fault) => {
      const methodFits = fault.method === undefined || fault.method.toLowerCase() === method.toLowerCase();
      const chatFits = fault.chatId === undefined || String(fault.chatId) === chatId;
      return fault.left > 0 && methodFits && chatFits;
    });
    if (found) found.left--;
    return found;
  }
}

/** A scripted fault as the body that goes out. */
export function faultResponse(fault: Fault): ErrorResponse | undefined {
  return fault.response && { ok: false, ...fault.response };
}
