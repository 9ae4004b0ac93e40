/** How updates come in: by polling or by webhook, behind the same four steps. */

export interface Receiver {
  /** Before anything else; fails only for what no waiting mends, such as a port in use. */
  open(signal: AbortSignal): Promise<void>;
  /** Tells Telegram how updates are to come. */
  connect(signal: AbortSignal): Promise<void>;
  /** One step of receiving; ends early when the signal aborts, as all of these do. @throws when the connection has to be made anew. */
  receive(signal: AbortSignal): Promise<void>;
  /** Lets Telegram know what is done, as far as it still can be told. */
  close(): Promise<void>;
}
