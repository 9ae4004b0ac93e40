/** How a platform says whether it can be used. Ready is both: it receives, and is known by its token. */
export interface Health {
  /** What is said to the bot reaches it. */
  alive: boolean;
  /** The platform took the token recently, and has not refused it since. */
  authenticated: boolean;
  /** Where what is said arrives in parts: of each that is this process's, by its number, whether it does. */
  shards?: Readonly<Record<string, boolean>>;
  /** What is wrong, in one line without the token. */
  reason?: string;
}
