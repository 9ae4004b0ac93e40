/** The last line: what a platform library throws on its own must not end the process. */
import type { Logger } from "../../shared/log.ts";
import { redact } from "../../shared/redact.ts";

// A socket that failed while nobody listened has no frame of anybody.
const NETWORK = new Set(["ECONNRESET", "ECONNREFUSED", "EPIPE", "ETIMEDOUT", "EAI_AGAIN", "ENOTFOUND"]);

export interface Guard {
  /** Takes the listeners off again. */
  remove(): void;
}

/** Whether an error came out of a platform library or the network, not out of our own work. */
function isForeign(error: unknown, libraries: readonly string[]): boolean {
  if (!(error instanceof Error)) return false;
  // A frame inside a platform library: it threw while handling a packet of its own, nothing of ours is half done.
  const frames = (error.stack ?? "").replaceAll("\\", "/");
  const isLibrary = libraries.some((name) => frames.includes(`node_modules/${name}/`));
  return isLibrary || ("code" in error && NETWORK.has(String(error.code)));
}

/**
 * Keeps serving after an uncaught exception or rejection of a platform library (a malformed packet, for one).
 * @param libraries the packages of the platforms.
 * @param onOwn is called for any other error, already logged: our own state is unknown then. Exits unless given.
 */
export function guardProcess(
  log: Logger,
  libraries: readonly string[],
  onOwn: () => void = () => process.exit(1),
): Guard {
  const caught = (error: unknown): void => {
    const reason = redact(error);
    if (isForeign(error, libraries))
      return log.error({ reason }, "a platform library failed by itself; serving goes on");
    log.error(
      { reason, stack: error instanceof Error ? redact(error.stack) : undefined },
      "unexpected error",
    );
    onOwn();
  };
  process.on("uncaughtException", caught).on("unhandledRejection", caught);
  return {
    remove: () => void process.off("uncaughtException", caught).off("unhandledRejection", caught),
  };
}
