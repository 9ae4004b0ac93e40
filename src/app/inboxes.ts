/** What processes on one server share of what people send: an inbox a bot, where its platform has use for it. */
import { createHash, randomUUID } from "node:crypto";
import type { Inbox } from "../adapters/shared/inbox.ts";
import type { Depot } from "../adapters/shared/shelf.ts";
import type { Memory } from "../core/memory.ts";
import { LEASE_TIMING, takeLease } from "../daily/lead.ts";
import type { Languages } from "../daily/languages.ts";
import type { Dataset } from "../dataset/dataset.ts";
import { createConversations } from "../inbox/conversations.ts";
import { createInbox } from "../inbox/inbox.ts";
import type { Logger } from "../shared/log.ts";
import { type Measures, UNMEASURED } from "../shared/measures.ts";
import { redact } from "../shared/redact.ts";
import type { KeptStore } from "../store/keep.ts";
import type { Bot } from "./bots.ts";
import type { Config } from "./config.ts";

export interface InboxesParts {
  dataset: Dataset;
  version: string;
  storage: KeptStore;
  languages: Languages;
  /** That of the core. */
  memory: Memory;
  measures?: Measures;
  log: Logger;
}

/** @returns undefined for a bot that one process has to itself. */
export type InboxOf = (bot: Bot) => (Inbox & Depot) | undefined;

export function createInboxes(config: Config, parts: InboxesParts): InboxOf {
  const { dataset, version, storage, languages, memory, measures = UNMEASURED, log } = parts;
  if (config.DATABASE_URL === undefined) return () => undefined;
  const reasonOf = (error: unknown): string => redact(error, config.DATABASE_URL);
  const conversations = createConversations(memory, madeOf(dataset, version));
  return ({ row, id: bot }) => {
    if (!("sharesInbox" in row)) return undefined;
    return createInbox({
      store: storage.current,
      conversations,
      bot,
      takeLead: (store, signal) =>
        takeLease(store.leases, `${bot} speaks`, randomUUID(), LEASE_TIMING, signal),
      reasonOf,
      now: Date.now,
      onSettings: (changed) => languages.changed(changed),
      onLimited: () => measures.asked("limited"),
      onTrouble: (what, error) => log.warn({ bot, reason: reasonOf(error) }, what),
    });
  };
}

/** Names what turns mean something to. */
const madeOf = ({ facts }: Dataset, version: string): string =>
  createHash("sha256")
    .update(JSON.stringify([version, facts]))
    .digest("base64url")
    .slice(0, 16);
