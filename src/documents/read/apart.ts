/** Reads a file in a thread of its own, so that one that was made to do harm can neither hang nor exhaust the program. */
import { closeSync, openSync, readSync, statSync } from "node:fs";
import { basename } from "node:path";
import { Worker } from "node:worker_threads";
import { type Kind, kindOf } from "./kind.ts";
import { MOST_BYTES, THREAD } from "./limits.ts";
import type { Gathered } from "./read.ts";
import { Refused } from "./refused.ts";

export interface Task {
  file: string;
  kind: Kind;
  cmaps: string;
}

/** What the thread says. */
export type Said =
  | { done: number; all: number }
  | { gathered: Gathered }
  | { refused: string }
  | { broken: string };

export interface ApartOptions {
  /** The thread, compiled: `dist/read-document.js`. */
  thread: string;
  cmaps: string;
  onProgress?: (done: number, all: number) => void;
  /** Aborted, nothing more is read, and the promise is rejected. */
  signal?: AbortSignal;
  /** Only tests ask for others. */
  limits?: { heapMib: number; processMib: number; seconds: number };
}

/** @throws Refused naming what is wrong with the file, and the remedy; the reason of the signal. */
export async function readApart(file: string, options: ApartOptions): Promise<Gathered> {
  const kind = inspected(file);
  return new Promise((resolve, reject) => {
    const watch = watched({ file, kind, cmaps: options.cmaps }, options, (end) => {
      if (end instanceof Error) reject(end);
      else resolve(end);
    });
    options.signal?.addEventListener("abort", watch.abort, { once: true });
  });
}

const HEAD_BYTES = 2 ** 16;

/** What it is and that it is not too large, without reading it. */
function inspected(file: string): Kind {
  const size = sizeOf(file);
  const kind = kindOf(startOf(file), basename(file));
  const most = kind === "pdf" || kind === "docx" ? MOST_BYTES[kind] : MOST_BYTES.text;
  if (size > most)
    throw new Refused(
      `it has ${mib(size)} MB, and ${mib(most)} MB are the most: split it, and add the parts.`,
    );
  return kind;
}

function sizeOf(file: string): number {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) throw new Refused("there is no such file.");
  if (!stat.isFile()) throw new Refused("it is no file: name the files in it.");
  return stat.size;
}

function startOf(file: string): Uint8Array {
  const handle = openSync(file, "r");
  try {
    const start = new Uint8Array(HEAD_BYTES);
    return start.subarray(0, readSync(handle, start));
  } finally {
    closeSync(handle);
  }
}

const mib = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);

/** How often the size of the process is looked at: a gigabyte takes longer to be filled. */
const LOOK_MS = 100;

/** @param end called once. */
function watched(
  task: Task,
  options: ApartOptions,
  end: (end: Gathered | Error) => void,
): { abort: () => void } {
  const { heapMib, processMib, seconds } = options.limits ?? THREAD;
  const worker = new Worker(options.thread, {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: heapMib },
    // What libraries print of a file is not for whoever adds it.
    stdout: true,
    stderr: true,
  });
  let ended = false;
  const finish = (result: Gathered | Error): void => {
    if (ended) return;
    ended = true;
    clearInterval(look);
    clearTimeout(late);
    void worker.terminate();
    end(result);
  };
  const look = setInterval(() => {
    if (process.memoryUsage.rss() > processMib * 2 ** 20) finish(tooMuch());
  }, LOOK_MS);
  const late = setTimeout(() => finish(tooLong(seconds)), seconds * 1_000);
  worker.on("message", (said: Said) => {
    if ("done" in said) options.onProgress?.(said.done, said.all);
    else finish(resultOf(said));
  });
  worker.on("error", (error) => finish(isOutOfMemory(error) ? tooMuch() : broken(error.message)));
  worker.on("exit", () => finish(broken("the reader ended")));
  return {
    abort: () =>
      finish(options.signal?.reason instanceof Error ? options.signal.reason : new Error("stopped")),
  };
}

function resultOf(said: Exclude<Said, { done: number }>): Gathered | Error {
  if ("gathered" in said) return said.gathered;
  return "refused" in said ? new Refused(said.refused) : broken(said.broken);
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";

const tooMuch = (): Refused =>
  new Refused("reading it takes more memory than any document should: print it to a new PDF, or split it.");

const tooLong = (seconds: number): Refused =>
  new Refused(`it could not be read in ${seconds} s: print it to a new PDF, or split it.`);

const broken = (said: string): Refused =>
  new Refused(`it is damaged (${said}): open it in its own program, and save it again.`);
