/** What a Telegram adapter is made of. Everything is injected; nothing here reads the environment. */
import type { Command } from "../../core/commands.ts";
import type { Roles } from "../../shared/roles.ts";
import type { Locale, Vote } from "../../core/types.ts";
import type { Draw } from "../shared/drawing.ts";
import type { SettingOf } from "../shared/locale.ts";
import type { Inbox } from "../shared/inbox.ts";
import type { Manners } from "../shared/manners.ts";
import type { Depot } from "../shared/shelf.ts";
import type { TransportOptions } from "./transport/options.ts";

/** Told when a chat cannot be posted to any more, or has moved. */
export interface ChatHandlers {
  gone?(chatId: string): void;
  moved?(fromId: string, toId: string): void;
}

export interface TelegramOptions extends Omit<TransportOptions, "sharing"> {
  /** What this process does of the bot's work; all of it unless given. */
  roles?: Roles | undefined;
  /** Where several processes do that; without it this one is alone. */
  inbox?: (Inbox & Depot) | undefined;
  /** Every command there is. */
  commands: readonly Command[];
  /** Names to offer in inline mode, best first, in a language; without it only the question itself is answered. */
  complete?: ((text: string, most: number, locale: Locale) => string[]) | undefined;
  /** What a chat has set, for notices; nothing unless given. */
  setting?: SettingOf | undefined;
  /** Counts 👍 and 👎; without it there are no such buttons. */
  vote?: Vote | undefined;
  /** Without it, and where it draws nothing, answers are text alone. */
  draw?: Draw | undefined;
  handlers?: ChatHandlers | undefined;
  manners?: Manners | undefined;
}
