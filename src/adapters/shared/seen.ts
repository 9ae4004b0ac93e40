/** Ids of events that were dealt with, kept across restarts by whoever stores things. Failures are the store's to handle. */
export interface Seen {
  /** Never rejects. */
  has(id: string): Promise<boolean>;
  /** Called once an event has been dealt with. */
  add(id: string): void;
}
