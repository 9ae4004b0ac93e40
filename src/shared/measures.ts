/** What is counted and timed. Whoever counts knows nothing of how it is shown: these are plain functions. */

/** What came of a question: how it was answered, or that its asker was too fast, or that answering it failed. */
export type Asked = "answer" | "clarify" | "unknown" | "limited" | "failed";

/** What a request to a platform is for. */
export type RequestKind = "send" | "receive" | "other";

export interface Measures {
  /** Deals with one event of a platform. Counted while it is under way, and timed where something was asked in it. */
  event(platform: string, deal: () => Promise<void>): Promise<void>;
  /** What came of the question in the event under way; of several the last counts. */
  asked(outcome: Asked): void;
  /** A request to a platform. @param status HTTP's, 0 where no answer came. */
  request(platform: string, kind: RequestKind, status: number): void;
  /** What came of daily posts. @param state as their rows have it. */
  posts(bot: string, state: string, count?: number): void;
  /** Whether this process is the one that sends for a bot. */
  lease(bot: string, held: boolean): void;
  /** A statement of the store. */
  statement(ms: number, failed: boolean): void;
}

const nothing = (): void => undefined;

/** Counts nothing. */
export const UNMEASURED: Measures = {
  event: (_platform, deal) => deal(),
  asked: nothing,
  request: nothing,
  posts: nothing,
  lease: nothing,
  statement: nothing,
};
