/**
 * What a platform says of itself: all that the program knows of it. Each folder exports one, called `descriptor`, from
 * descriptor.ts, which loads no library of the platform: that is for `create`, `examine` and the operations.
 */
import type * as z from "zod";
import type { Command } from "../../core/commands.ts";
import type { Adapter, Answer, Chat, Locale, Posted, Vote } from "../../core/types.ts";
import type { Finding } from "../../shared/finding.ts";
import type { Health } from "../../shared/health.ts";
import type { Logger } from "../../shared/log.ts";
import type { Measures } from "../../shared/measures.ts";
import type { Get } from "../../shared/reach.ts";
import type { Repeat } from "../../shared/repeat.ts";
import type { Roles } from "../../shared/roles.ts";
import type { Draw } from "./drawing.ts";
import type { SettingOf } from "./locale.ts";
import type { Inbox } from "./inbox.ts";
import type { Manners } from "./manners.ts";
import type { Seen } from "./seen.ts";
import type { Siblings } from "./siblings.ts";
import type { Depot } from "./shelf.ts";
import type { Fence } from "./withheld.ts";

/** Settings that belong to no platform and that each may need. */
export interface Way {
  /** http://[user:password@]host:port of a proxy. */
  HTTPS_PROXY?: string | undefined;
}

/** `Settings`: what its own variables are read as, and the `Way`. */
export interface Descriptor<Settings> {
  /** As it stands in the names of bots, logs and metrics; what is stored goes by it. */
  name: string;
  /** The variables that configure it, and what must hold between them; with none of them set it is well, too. */
  settings: z.ZodObject;
  /** The variable that, when set, says that the platform is wanted. */
  token: keyof Settings & string;
  /** Packages whose own failures must not end the process. */
  libraries: readonly string[];
  /** The account of a token: a new token of the same bot finds its subscriptions again. Undefined where none can be read. */
  account(token: string): string | undefined;
  /** Whether a post that may have arrived is sent again. */
  repeat(settings: Settings): Repeat;
  /** Posts handed to it at a time: enough that it never waits for us, few enough to lose little. */
  mostAtOnce: number;
  /** The variable that leaves some of the bot's chats to other processes, where it is set so: they share a database. */
  leavesToOthers?(settings: Settings): (keyof Settings & string) | undefined;
  /** What people send may be dealt with in any process. */
  sharesInbox?: true;
  create(token: string, settings: Settings, shared: Shared): Promise<Platform>;
  /** What `doctor` finds out of it. Never rejects. */
  examine(token: string, settings: Settings, tools: Tools): Promise<Finding[]>;
  /** What an operator can have done on it, each a command of its own. */
  operations: readonly Operation<Settings>[];
}

/** An adapter with what it says of itself while it runs. */
export interface Platform extends Adapter {
  /** @throws PostError; what the fence rejects with as it is. */
  post(chat: Chat, answer: Answer, fence?: Fence): Promise<Posted>;
  health(): Health;
}

/** Names to offer while someone types, in a language; each is understood as it is offered. */
export type Complete = (
  typed: string,
  kind: "cluster" | "city" | "both",
  most: number,
  locale: Locale,
) => string[];

/** What every platform is made from. */
export interface Shared {
  /** What this process does. Posts come to it only where it sends; it takes no questions unless it receives. */
  roles: Roles;
  /** Where several processes can deal with what people sent; undefined: this one is alone, or the platform has no use for it. */
  inbox?: (Inbox & Depot) | undefined;
  /** Every command there is. */
  commands: readonly Command[];
  complete: Complete;
  /** What a chat has set. */
  setting: SettingOf;
  /** Events that were dealt with. */
  seen: Seen;
  /** Other processes of the bot. */
  siblings: Siblings;
  /** To be told when a chat cannot be posted to any more, or has a new id. */
  news: ChatNews;
  vote: Vote;
  draw: Draw;
  manners: Manners;
  measures: Measures;
  log: Logger;
}

export interface ChatNews {
  gone(chat: string): void;
  moved(from: string, to: string): void;
}

/** What a platform is examined with. */
export interface Tools {
  get: Get;
  commands: readonly Command[];
  /** Milliseconds since the epoch. */
  now: () => number;
}

export interface Operation<Settings> {
  /** As it is typed: `platform:something`. */
  name: string;
  /** What it does, for `--help`; in further lines what it takes. */
  help: readonly string[];
  /** @throws UsageError; Error in one line, without the token. */
  run(token: string, settings: Settings, order: Order): Promise<void>;
}

/** How an operation is given. */
export interface Order {
  args: readonly string[];
  commands: readonly Command[];
  print: (line: string) => void;
}
