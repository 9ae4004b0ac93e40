/** How a platform says whether it can be used. Ready is both: it receives, and is known by its token. */
export interface Health {
  /** What is said to the bot reaches it. */
  alive: boolean;
  /** The platform took the token recently, and has not refused it since. */
  authenticated: boolean;
  /** What is wrong, in one line without the token. */
  reason?: string;
}
