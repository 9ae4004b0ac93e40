/** What people sent, shared by processes: whoever takes it from a platform keeps it first, whoever has time deals with it. */
import type { Verdict } from "./manners.ts";
import type { Fence } from "./withheld.ts";

/** An update on its way into the inbox. */
export interface Kept {
  /** The platform's number of it: what came before is nothing new. */
  id: number;
  /** Updates of one place are dealt with in order, one at a time. */
  place: string;
  update: unknown;
}

/** Whose conversation it is; the core's `Chat`. */
interface Conversation {
  platform: string;
  id: string;
  thread?: string;
  user?: string;
}

/** An update taken out of the inbox, with what it takes to deal with it in one process of several. */
export interface Work {
  /** Its answer may have arrived when the process that sent it died: instead of a second one, that is said. */
  isCut: boolean;
  /** Stands around each request that may deliver something of it. */
  fence: Fence;
  /** What it needs cannot be had now, or another process has it: nothing more is sent of it, it is tried again as a whole. */
  isOver(): boolean;
  /** Asks with the last turn of the conversation at hand, wherever that was, and keeps the one this ends. @throws Error */
  remembering<T>(conversation: Conversation, ask: () => T | Promise<T>): Promise<T>;
  /** As `Manners`, of all processes together. @throws Error */
  admit(user: string, chat: string): Promise<Verdict>;
}

/** Deals with an update. Never rejects. @param work undefined where no other process could deal with it. */
export type Handle = (update: unknown, work?: Work) => Promise<void>;

/** Being the one process that speaks for the bot. */
export interface Lead {
  /** Aborts once another may be it. */
  lost: AbortSignal;
  release(): Promise<void>;
}

export interface Inbox {
  /** False while the database was not reached yet. */
  isOpen(): boolean;
  /** Resolves once they are safe. @throws Error */
  put(updates: readonly Kept[]): Promise<void>;
  /**
   * Deals with what waits until the signal aborts.
   * @param onState told why the database cannot be used, or undefined where it can. @throws Error where it has to be begun anew.
   */
  work(handle: Handle, signal: AbortSignal, onState: (trouble: string | undefined) => void): Promise<void>;
  /** Waits until no other process leads. @throws Error; the signal's reason. */
  lead(signal: AbortSignal): Promise<Lead>;
}
