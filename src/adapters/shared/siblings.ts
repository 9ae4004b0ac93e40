/** What the processes of one bot agree on through the database they share. */
export interface Siblings {
  /**
   * Resolves when something that all of them may do only once each `everyMs` is this process's to do; at once where the
   * database cannot be asked. @throws the signal's reason, and nothing else.
   */
  turn(what: string, everyMs: number, signal: AbortSignal): Promise<void>;
  /**
   * Resolves once this process alone has something, or where the database cannot be asked for long.
   * @param onTaken told once where another living process has it; that one's end is waited for then.
   * @throws the signal's reason, and nothing else.
   */
  own(what: string, onTaken: () => void, signal: AbortSignal): Promise<Owned>;
}

export interface Owned {
  /** Aborts once another process has taken it. */
  lost: AbortSignal;
  /** Gives it up, so that nobody has to wait. Never rejects. */
  release(): Promise<void>;
}

/** Had by nobody else, for want of others. */
export const UNSHARED: Owned = { lost: new AbortController().signal, release: () => Promise.resolve() };

/** A process by itself. */
export const ALONE: Siblings = {
  turn: () => Promise.resolve(),
  own: () => Promise.resolve(UNSHARED),
};
