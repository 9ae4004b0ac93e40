/** A post that the caller's own `before` did not let out: no failure of the platform, and nothing was sent. */
import type { Posting } from "../../core/types.ts";

/** Carries what `before` rejected with past everything that explains or repeats failures. */
export class Withheld extends Error {
  readonly reason: unknown;

  constructor(reason: unknown) {
    super("the post was withheld by its caller");
    this.name = "Withheld";
    this.reason = reason;
  }
}

/** Awaits `before`, right before a request that may deliver the post. @throws Withheld */
export async function allowed({ before }: Posting): Promise<void> {
  try {
    await before?.();
  } catch (error) {
    throw new Withheld(error);
  }
}

/** What the caller of `post` is told: its own error as it was, any other as it is. */
export const ownError = (error: unknown): unknown => (error instanceof Withheld ? error.reason : error);
