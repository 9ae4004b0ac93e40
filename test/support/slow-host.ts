/**
 * Ours, for tests: a host whose TCP handshake is slow, for real. A thread listens and does not take connections up;
 * two fill its queue, so that the kernel drops every further attempt, which TCP repeats a second later.
 */
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";

export interface SlowHost {
  port: number;
  /** From now on it takes connections up. */
  open(): void;
  close(): Promise<void>;
}

/** @param target port on 127.0.0.1 that connections are passed on to. */
export async function createSlowHost(target: number): Promise<SlowHost> {
  const gate = new SharedArrayBuffer(4);
  const worker = new Worker(new URL("slow-host.mjs", import.meta.url), { workerData: { target, gate } });
  const port = await new Promise<number>((resolve) => worker.once("message", resolve));
  await sleep(100);
  const fillers: Socket[] = [];
  for (let i = 0; i < 3; i += 1)
    fillers.push(connect({ port, host: "127.0.0.1" }).on("error", () => undefined));
  await sleep(50);
  const open = (): void => {
    for (const filler of fillers) filler.destroy();
    const waited = new Int32Array(gate);
    Atomics.store(waited, 0, 1);
    Atomics.notify(waited, 0);
  };
  return {
    port,
    open,
    async close() {
      open();
      await worker.terminate();
    },
  };
}
