/** Fresh processes to measure in: compiled JavaScript in plain node, nothing of the starter's in their memory. */
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The project's folder, seen from the sources (bench/support). */
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const COMPILED = "var/bench/bench/run.js";

const running = new Set<ChildProcess>();

/** What one process printed and how long it took from spawn to exit. */
interface Finished {
  stdout: string;
  ms: number;
}

/** Ends every child that is still running. */
export function stopChildren(): void {
  for (const child of running) child.kill("SIGTERM");
}

/**
 * Runs a program in the project's folder; its stderr is shown.
 * @throws Error when it does not exit with 0.
 */
export function run(program: string, args: readonly string[]): Promise<Finished> {
  const started = performance.now();
  const child = spawn(program, args, { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] });
  running.add(child);
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      running.delete(child);
      const ms = performance.now() - started;
      if (code === 0) resolve({ stdout: Buffer.concat(chunks).toString("utf8"), ms });
      else reject(new Error(`${program} ${args.join(" ")} ended with ${signal ?? code}`));
    });
  });
}

/** Compiles the benchmark (to var/bench) and the program (to dist): both measured as JavaScript. */
export async function compile(): Promise<void> {
  const tsc = "node_modules/typescript/bin/tsc";
  await run(process.execPath, ["scripts/build.mjs"]);
  await run(process.execPath, [tsc, "-p", "bench/tsconfig.json"]);
}

/** Runs one measurement in a fresh process. @returns what it found, still to be checked. */
export async function measured(...args: readonly string[]): Promise<unknown> {
  const { stdout } = await run(process.execPath, ["--expose-gc", COMPILED, "measure", ...args]);
  return JSON.parse(stdout);
}
