/** `start`: the platforms where a token is set, otherwise the terminal. Their libraries are loaded only when needed. */
import { type Config, READS } from "../app/config.ts";
import type { LogOptions } from "../app/log.ts";
import { TOKENS } from "../app/platforms.ts";
import { UsageError } from "../shared/usage-error.ts";
import { chatArgs } from "./args.ts";
import { chat } from "./chat.ts";
import { configIn, datasetIn, hasColour, versionOf, type World } from "./world.ts";

/** @returns the exit code. @throws UsageError */
export async function start(world: World, args: readonly string[]): Promise<number> {
  const shown = chatArgs(args);
  const tokens = configIn(world, READS.tokens);
  if (TOKENS.every((name) => tokens[name] === undefined)) return chat(world, shown);
  if (args.length > 0)
    throw new UsageError(
      `${args.join(" ")}: only for the terminal; with a token set, chats choose by /language.`,
    );
  return serve(world, configIn(world, READS.everything));
}

async function serve(world: World, config: Config): Promise<number> {
  const [{ createLog }, { createNotify }, { run }] = await Promise.all([
    import("../app/log.ts"),
    import("../app/notify.ts"),
    import("../app/run.ts"),
  ]);
  const log = createLog(logOptions(world, config));
  const notify = createNotify(world.environment["NOTIFY_SOCKET"], log);
  const { root } = world;
  return run(config, datasetIn(world, config), log, { root, version: versionOf(world), notify });
}

const logOptions = (world: World, { LOG_LEVEL: level, LOG_FORMAT: format }: Config): LogOptions => ({
  level,
  format: format ?? (process.stderr.isTTY ? "text" : "json"),
  colour: hasColour(world, process.stderr),
});
