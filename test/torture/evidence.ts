/** What a torture leaves behind to be judged by. */
import type { TorturedBot } from "./bots.ts";
import type { Lead, Leaving } from "./crew.ts";
import type { Made, Sent } from "./gate.ts";
import type { Fates } from "./platforms.ts";

/** A delivery as it is stored, but for `chat`: the id it had at first. */
export interface Row {
  id: string;
  chat: string;
  /** The id its subscription has. */
  place: string;
  local_date: string;
  state: string;
  /** Why it ended so, where it did not arrive. */
  reason: string | null;
  message: string | null;
  fact: string;
  /** Since when it is in doubt, by the clock of the machine, and the mark that says so. */
  doubtAt: number | null;
  mark: string | null;
}

export interface Evidence {
  bot: TorturedBot;
  chats: readonly string[];
  days: readonly string[];
  /** Of this bot, in order; chats by the ids they had at first, here and below. */
  made: readonly Made[];
  sent: readonly Sent[];
  leads: readonly Lead[];
  /** As processes sent them: how late they are read here depends on how busy everybody is. */
  leavings: readonly Leaving[];
  /** When a process was past a mark or the answer to a request; nothing where it died before. */
  past: ReadonlyMap<string, number>;
  fates: Fates;
  rows: readonly Row[];
  /** What the operator is shown as in doubt: chat and day. */
  listed: readonly { chat: string; localDate: string }[];
}
