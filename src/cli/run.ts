/** From what was typed to an exit code: 0 well, 1 failure, 2 wrong use. */
import { UsageError } from "../shared/usage-error.ts";
import type { CliCommand } from "./command.ts";
import { CLI } from "./commands.ts";
import { helpOf } from "./help.ts";
import { say, versionOf, warn, type World } from "./world.ts";

/** Never rejects. */
export async function runCommand(typed: readonly string[], world: World): Promise<number> {
  try {
    return await obey(typed, world);
  } catch (error) {
    warn(error instanceof Error ? error.message : String(error));
    return error instanceof UsageError ? 2 : 1;
  }
}

async function obey([first = "start", ...rest]: readonly string[], world: World): Promise<number> {
  if (first === "--version") return told(versionOf(world));
  if (first === "--help" || first === "help") return told(helpOf(CLI));
  // Options without a command are for the chat.
  const [name, args] = first.startsWith("--") ? ["start", [first, ...rest]] : [first, rest];
  const command = CLI.find((one) => one.name === name);
  if (command === undefined) {
    warn(`There is no command “${name}”.\n\n${helpOf(CLI)}`);
    return 2;
  }
  return wantsHelp(command, args) ? told(helpOf(CLI)) : command.run(world, args);
}

const wantsHelp = ({ helpsItself }: CliCommand, args: readonly string[]): boolean =>
  helpsItself !== true && args.includes("--help");

function told(text: string): number {
  say(text);
  return 0;
}
