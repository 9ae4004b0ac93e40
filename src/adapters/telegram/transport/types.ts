/**
 * What the bot sees of the way to Telegram and back. How updates arrive and how requests are paced stays behind it; what
 * stands in an update, and what is sent, it does not know.
 */
import type { Opts, Telegram as Methods } from "telegraf/types";
import type { Health } from "../../../shared/health.ts";
import type { Handle } from "../../shared/inbox.ts";
import type { Fence } from "../../shared/withheld.ts";

export type Payload<M extends keyof Methods> = Opts<M>;
export type Result<M extends keyof Methods> = ReturnType<Methods[M]>;

/** A kind of update by Telegram's name for it. */
export type UpdateKind = NonNullable<Payload<"getUpdates">["allowed_updates"]>[number];

/** The account the token belongs to. */
export interface Me {
  id: number;
  username: string;
}

/** `asked`: somebody waits for it. `unasked`: it comes by itself, and can wait. */
export type Cause = "asked" | "unasked";

export interface SendOptions {
  /** Stands around every `run`. */
  fence?: Fence | undefined;
  /** What may have been delivered is not sent again, as with everything unasked. */
  once?: boolean;
}

/**
 * Sends to a chat: within Telegram's limits, in order, what is asked for first, and again after failures that pass.
 * @param run makes the request, by `call`.
 * @throws PostError once the send is given up; Withheld where the fence held it back.
 */
export type Send = <T>(
  chat: string,
  cause: Cause,
  run: () => Promise<T>,
  options?: SendOptions,
) => Promise<T>;

export interface Transport {
  /** One request, at once. @throws PostError, its message without the token. */
  call: <M extends keyof Methods>(method: M, payload: Payload<M>) => Promise<Result<M>>;
  send: Send;
  /** Whose token it is; nobody's (id 0) until Telegram was reached. */
  me(): Me;
  /**
   * Resolves once updates are awaited, or will be as soon as Telegram can be reached. Nothing that happens later ends the
   * process.
   * @param handle is given every update once; never rejects.
   * @throws Error in one line for a wrong token, and where the webhook's port cannot be had.
   */
  start(handle: Handle): Promise<void>;
  /** Resolves once this process speaks for the bot: registers what concerns all. At once where it is the only one. */
  leading(): Promise<void>;
  /** Does something as often as it takes, with growing waits, until it is done or the transport stops. Never rejects. */
  insist(step: () => Promise<void>, onFailure: (error: unknown) => void): Promise<void>;
  /** Waits for what is under way, for some seconds at most. */
  stop: () => Promise<void>;
  /** Ready is both: updates come in, and Telegram knows the token. */
  health: () => Health;
}
