/** The inbox as adapters see it, on a store that may be away for a while. */
import { randomUUID } from "node:crypto";
import type { Inbox, Lead } from "../adapters/shared/inbox.ts";
import type { Depot } from "../adapters/shared/shelf.ts";
import type { Answer } from "../core/types.ts";
import type { Sharing, Store } from "../store/open.ts";
import type { Conversations } from "./conversations.ts";
import { work, type WorkerTiming } from "./worker.ts";

export interface InboxParts {
  /** The store, or undefined while it cannot be used. */
  store: () => Store | undefined;
  conversations: Conversations;
  /** Platform and account. */
  bot: string;
  /** Waits to be the one process that speaks for the bot. */
  takeLead: (store: Store, signal: AbortSignal) => Promise<Lead>;
  /** Why something failed, in one line without secrets. */
  reasonOf: (error: unknown) => string;
  /** Milliseconds since the epoch. */
  now: () => number;
  timing?: WorkerTiming;
  /** Told when somebody asks too fast. */
  onLimited: () => void;
  /** Told where a chat of the bot may have set something. */
  onSettings: (bot: string) => void;
  onTrouble: (what: string, error: unknown) => void;
}

/** Pages are turned on the day they were asked for. */
const KEEP_PAGES_MS = 86_400_000;

export function createInbox(parts: InboxParts): Inbox & Depot {
  const { store, bot, takeLead, reasonOf, now, onTrouble } = parts;

  function opened(): Store & { sharing: Sharing } {
    const found = store();
    if (!found?.sharing) throw new Error(NOT_THERE);
    return { ...found, sharing: found.sharing };
  }

  const keyOf = (pages: string): string => `pages ${pages}`;

  return {
    isOpen: () => store()?.sharing !== undefined,
    async put(updates) {
      const rows = updates.map(({ id, place, update }) => ({ id, place, body: JSON.stringify(update) }));
      await opened().sharing.inbox.put(bot, rows, now());
    },
    async work(handle, signal, onState) {
      const { sharing } = opened();
      const tell = (trouble: unknown): void =>
        onState(trouble === undefined ? undefined : `${STANDS_STILL}: ${reasonOf(trouble)}`);
      await work({ ...parts, sharing, owner: randomUUID(), onState: tell }, handle, signal);
    },
    lead: async (signal) => takeLead(opened(), signal),
    keepPages(key, pages) {
      const recent = { value: JSON.stringify(pages), until: now() + KEEP_PAGES_MS };
      store()
        ?.sharing?.recents.keep(bot, keyOf(key), recent)
        .catch((error: unknown) => onTrouble("the pages of an answer could not be kept", error));
    },
    async pages(key) {
      try {
        const text = await store()?.sharing?.recents.find(bot, keyOf(key), now());
        // As another process kept it.
        return text === undefined ? undefined : (JSON.parse(text) as Answer[]);
      } catch (error) {
        onTrouble("the pages of an answer could not be found", error);
        return undefined;
      }
    },
  };
}

const NOT_THERE = "the database of DATABASE_URL was not reached yet";
const STANDS_STILL = "the database of DATABASE_URL does not take anything";
