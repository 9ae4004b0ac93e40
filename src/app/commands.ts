/** Every command there is, in the order they are shown: what adapters make their menus and slash commands from. */
import { type Command, inOrder } from "../core/commands.ts";
import { ASKING } from "../core/tell/commands.ts";
import { SETTINGS } from "../daily/commands.ts";

export const COMMANDS: readonly Command[] = inOrder<Command>([...ASKING, ...SETTINGS]);
