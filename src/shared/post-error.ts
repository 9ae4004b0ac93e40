/** Why a message could not be delivered, in words that hold on every platform. */

/**
 * `gone` the chat does not exist for us any more: stop posting to it. `migrated` it has a new id.
 * `retry-after` the platform asks to wait. `thread-gone` the topic is closed or deleted.
 * `temporary` certainly not delivered, worth another try. `uncertain` perhaps delivered: a second try may
 * show it twice. `refused` the platform will never take this message.
 */
export type PostFailure =
  | "gone"
  | "migrated"
  | "retry-after"
  | "thread-gone"
  | "temporary"
  | "uncertain"
  | "refused";

/** Goes with what the core says of a post (`Posting`): the way back from `before`. */
export interface Refusable {
  /**
   * Awaited after each request that certainly delivered nothing, before anything else is done. Where it rejects nothing
   * more is sent, and `post` rejects with its error.
   */
  refused?: (failure: PostError) => Promise<void>;
}

export interface PostErrorDetail {
  retryAfterMs?: number | undefined;
  newChatId?: string | undefined;
}

export class PostError extends Error {
  readonly kind: PostFailure;
  /** Milliseconds to wait, with `retry-after`. */
  readonly retryAfterMs: number | undefined;
  /** Where the chat lives now, with `migrated`. */
  readonly newChatId: string | undefined;

  /** @param message says what the platform said, without any token. */
  constructor(kind: PostFailure, message: string, detail: PostErrorDetail = {}) {
    super(message);
    this.name = "PostError";
    this.kind = kind;
    this.retryAfterMs = detail.retryAfterMs;
    this.newChatId = detail.newChatId;
  }

  /** The request certainly delivered nothing; of earlier ones it says nothing. */
  get isProof(): boolean {
    return this.kind !== "uncertain";
  }
}
