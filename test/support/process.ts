/** The bot as an operator starts it: a process of its own, with a folder of its own. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text as readAll } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const LAUNCH = fileURLToPath(new URL("../../launch.mjs", import.meta.url));
const steps: (() => Promise<unknown> | void)[] = [];

/** Done by `cleanUp`, the last first. */
export const later = (step: () => Promise<unknown> | void): void => void steps.push(step);

export async function cleanUp(): Promise<void> {
  for (const step of steps.splice(0).toReversed()) await step();
}

export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "yuequn-"));
  later(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

/** `npm start`, or another command, with nothing in the environment but what is given. */
export function start(env: Record<string, string>, ...args: readonly string[]) {
  const child = spawn(process.execPath, [LAUNCH, ...args], {
    env: { PATH: process.env["PATH"] ?? "", DATA_DIR: env["DATA_DIR"] ?? folder(), ...env },
  });
  later(() => void child.kill("SIGKILL"));
  const logs = readAll(child.stderr);
  const output = readAll(child.stdout);
  const code = new Promise<number | null>((resolve) => child.on("close", resolve));
  return { child, logs, output, code };
}

export async function ready(port: number, wanted: number, mostMs = 60_000): Promise<unknown> {
  for (const end = Date.now() + mostMs; Date.now() < end;) {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (response?.status === wanted) return response.json();
    await sleep(100);
  }
  throw new Error(`/readyz never said ${wanted}`);
}
