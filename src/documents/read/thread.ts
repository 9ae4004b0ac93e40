/** The thread a file is read in: what is in it can at worst end this thread. */
import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { basename } from "node:path";
import type { Said, Task } from "./apart.ts";
import { gathered } from "./read.ts";
import { Refused } from "./refused.ts";

// oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
const say = (said: Said): void => parentPort?.postMessage(said);

async function work({ file, kind, cmaps }: Task): Promise<Said> {
  try {
    const onProgress = (done: number, all: number): void => say({ done, all });
    const readable = { name: basename(file), kind, bytes: readFileSync(file) };
    return { gathered: await gathered(readable, { cmaps, onProgress }) };
  } catch (error) {
    if (error instanceof Refused) return { refused: error.message };
    return { broken: error instanceof Error ? error.message : String(error) };
  }
}

// The other side is our own.
say(await work(workerData as Task));
