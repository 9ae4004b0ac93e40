/** `documents`: the files an operator brings. */
import { READS } from "../app/config.ts";
import { runDocuments } from "../documents/command.ts";
import { configIn, datasetIn, libraryIn, say, warn, type World } from "./world.ts";

const STOPPED = 130;

/** @returns the exit code. @throws UsageError */
export async function documents(world: World, args: readonly string[]): Promise<number> {
  const stop = new AbortController();
  const interrupt = (): void => stop.abort(new Error("Stopped; nothing of this file was added."));
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  try {
    const [name, ...rest] = args;
    if (name === "facts" && !rest.includes("--help")) return await facts(world, rest);
    return await runDocuments(commandIn(world, stop.signal), args);
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    warn(error instanceof Error ? error.message : String(error));
    return STOPPED;
  } finally {
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
  }
}

async function facts(world: World, args: readonly string[]): Promise<number> {
  const { documentsFacts } = await import("./documents-facts.ts");
  return documentsFacts(world, await libraryIn(world), args);
}

function commandIn(world: World, signal: AbortSignal): Parameters<typeof runDocuments>[0] {
  const { root } = world;
  return {
    dataset: () => datasetIn(world, configIn(world, READS.data)),
    dataDir: configIn(world, READS.store).DATA_DIR,
    thread: `${root}dist/read-document.js`,
    cmaps: `${root}assets/cmaps/`,
    now: Date.now(),
    print: say,
    warn,
    signal,
    ...(process.stderr.isTTY && { progress: inPlace }),
  };
}

/** Back to the beginning of the line, and nothing left of what stood there. */
const inPlace = (text: string): void => void process.stderr.write(`\r${text}\u001b[K`);
