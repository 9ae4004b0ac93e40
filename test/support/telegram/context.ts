/**
 * Ours, for tests: what a method of the test server is given.
 * Not covered: nothing of the Bot API is here; see the other files for that.
 */

import type { RateLimiter } from "./limits.ts";
import type { Params } from "./params.ts";
import type { PhotoStore } from "./photos.ts";
import type { TextOptions } from "./text.ts";
import type { BotCommand, Message } from "./types.ts";
import type { UpdateQueue } from "./updates.ts";
import type { Webhook } from "./webhook.ts";
import type { World } from "./world.ts";

/** The parts of the server that outlive a call. */
export type Services = {
  world: World;
  photos: PhotoStore;
  updates: UpdateQueue;
  webhook: Webhook;
  /** By scope and language, see `commandKey`. */
  commands: Map<string, BotCommand[]>;
  /** By kind and language, see `descriptionKey`. */
  descriptions: Map<string, string>;
  limiter: RateLimiter;
  text: TextOptions;
  queryLifetimeMs: number;
  now: () => number;
  /** Takes note of an accepted message. */
  onSent: (message: Message) => void;
  /** Takes note that logOut was called. */
  onLogOut: () => void;
};

export type Context = Services & { params: Params; signal: AbortSignal };

/** One method: gives the result, or throws an ApiError. */
export type Method = (context: Context) => unknown;
