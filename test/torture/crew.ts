/** The processes: some that serve, one or two that wait to take a dead one's place, and all of them mortal. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import * as z from "zod";
import type { Clock, Orders } from "./child.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const CHILD = here("../../var/torture/child.js");

/** One file starts in half the time that many do. */
export async function compileChild(): Promise<void> {
  await build({
    entryPoints: [here("./child.ts")],
    outfile: CHILD,
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    target: "node20",
    logLevel: "warning",
  });
}

/** A process became the sender of a bot. */
export interface Lead {
  process: string;
  bot: string;
  /** By the stopwatch of this process. */
  at: number;
}

export interface Crew {
  /** Names of those that serve. */
  serving: () => readonly string[];
  /** Has as many serve; resolves when they do. */
  fill: (count: number) => Promise<void>;
  /** SIGKILL; resolves when it is dead. */
  kill: (name: string) => Promise<void>;
  setClock: (offset: number) => void;
  /** Everyone who became a sender, in the order in which they said so. */
  leads: readonly Lead[];
  /** When processes died, by the stopwatch of this one. */
  deaths: readonly number[];
  /** Processes that ended though nobody killed them. */
  faults: readonly string[];
  /** Everyone dies. */
  end: () => Promise<void>;
}

export type CrewOrders = Omit<Orders, "dataset">;

interface Member {
  name: string;
  child: ChildProcess;
  ready: Promise<unknown>;
}

const Told = z.union([z.literal("ready"), z.object({ leads: z.string() })]);

/** @param spare how many wait, loaded, to take a place. */
export function createCrew({ url, ...orders }: CrewOrders, spare: number): Crew {
  const waiting: Member[] = [];
  const serving = new Map<string, Member>();
  const alive = new Set<Member>();
  const leads: Lead[] = [];
  const deaths: number[] = [];
  const faults: string[] = [];
  const doomed = new Set<string>();
  let born = 0;
  let joining = 0;
  let clock: Clock = { offset: 0 };

  function spawn(): Member {
    born += 1;
    const name = `p${born}`;
    const own: Orders = { ...orders, url: `${url}/${name}`, dataset: here("../../data") };
    const child = fork(CHILD, [JSON.stringify(own)], {
      execArgv: [],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    let said = "";
    child.stderr?.on("data", (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-2_000)));
    child.on("message", (message) => {
      const told = Told.parse(message);
      if (told !== "ready") leads.push({ process: name, bot: told.leads, at: performance.now() });
    });
    const member = { name, child, ready: Promise.race([once(child, "message"), once(child, "exit")]) };
    alive.add(member);
    child.once("exit", (code, signal) => {
      if (!doomed.has(name)) faults.push(`process ${name} ended by itself (${signal ?? code}): ${said}`);
      serving.delete(name);
      alive.delete(member);
    });
    return member;
  }

  async function join(member: Member): Promise<void> {
    joining += 1;
    await member.ready;
    joining -= 1;
    if (!alive.has(member)) return;
    serving.set(member.name, member);
    send(member);
  }

  /** It may be dying: then nobody needs the time. */
  const send = ({ child }: Member): void => void child.send(clock, () => undefined);

  function slay({ name, child }: Member): Promise<unknown> {
    doomed.add(name);
    const dead = once(child, "exit");
    deaths.push(performance.now());
    child.kill("SIGKILL");
    return dead;
  }

  return {
    serving: () => [...serving.keys()],
    leads,
    deaths,
    faults,
    async fill(count) {
      const coming: Promise<void>[] = [];
      while (serving.size + joining < count) coming.push(join(waiting.shift() ?? spawn()));
      while (waiting.length < spare) waiting.push(spawn());
      await Promise.all(coming);
    },
    async kill(name) {
      const member = serving.get(name);
      if (member) await slay(member);
    },
    setClock(offset) {
      clock = { offset };
      for (const member of serving.values()) send(member);
    },
    async end() {
      await Promise.all([...alive].map(slay));
    },
  };
}
