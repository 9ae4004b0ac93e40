/** The caller's hand on each request of a post: it may hold one back, and is told of each that delivered nothing. */
import type { PostError, Refusable } from "../../shared/post-error.ts";

/** What is asked of the caller of a post around each request: the core's `Posting`, and the way back. */
export interface Fence extends Refusable {
  key?: string;
  before?: () => Promise<void>;
}

/** Carries what `before` or `refused` rejected with past everything that explains or repeats failures. */
export class Withheld extends Error {
  readonly reason: unknown;

  constructor(reason: unknown) {
    super("the post was withheld by its caller");
    this.name = "Withheld";
    this.reason = reason;
  }
}

/**
 * Runs one request that may deliver the post, between `before` and, where it certainly delivered nothing, `refused`.
 * @throws Withheld where either rejects; otherwise what `request` throws.
 */
export async function fenced<T>(
  { before, refused }: Fence,
  request: () => Promise<T>,
  explain: (error: unknown) => PostError,
): Promise<T> {
  await asked(before?.());
  try {
    return await request();
  } catch (error) {
    const failure = explain(error);
    if (failure.isProof) await asked(refused?.(failure));
    throw error;
  }
}

/** Awaits an answer of the fence. @throws Withheld */
export async function asked(answer: Promise<void> | undefined): Promise<void> {
  try {
    await answer;
  } catch (error) {
    throw new Withheld(error);
  }
}

/** What the caller of `post` is told: its own error as it was, any other as it is. */
export const ownError = (error: unknown): unknown => (error instanceof Withheld ? error.reason : error);
