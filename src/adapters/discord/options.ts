/** What a Discord adapter is made of. Everything is injected; nothing here reads the environment. */
import type { Command } from "../../core/commands.ts";
import type { Vote } from "../../core/types.ts";
import type { Logger } from "../../shared/log.ts";
import type { Measures } from "../../shared/measures.ts";
import type { Draw } from "../shared/drawing.ts";
import type { SettingOf } from "../shared/locale.ts";
import type { Manners } from "../shared/manners.ts";
import type { Complete } from "../shared/descriptor.ts";
import type { Siblings } from "../shared/siblings.ts";
import type { Share } from "./descriptor.ts";

export interface DiscordOptions {
  token: string;
  /** Every command there is. */
  commands: readonly Command[];
  /** Names to offer while someone types, in their language; each is understood as it is offered. */
  complete: Complete;
  /** What a chat has set, for notices; nothing unless given. */
  setting?: SettingOf;
  /** Counts 👍 and 👎; without it there are no such buttons. */
  vote?: Vote;
  /** Draws the pictures of answers; without it they go out as text. */
  draw?: Draw;
  log: Logger;
  /** Milliseconds since the epoch. */
  now?: () => number;
  /** Address of the API without version, https://discord.com/api unless given. */
  apiRoot?: string | undefined;
  /** Address of an HTTP(S) proxy for REST and gateway. */
  proxy?: string | undefined;
  /** The shards this process receives: all, as many as Discord recommends, unless given. */
  share?: Share | undefined;
  /** Other processes of the bot; none unless given. */
  siblings?: Siblings;
  manners?: Manners;
  /** Nothing is counted unless given. */
  measures?: Measures;
  /** Calls a second Discord allows this bot: 50 unless it granted more. */
  requestsPerSecond?: number;
}
