/** The processes: some that serve, one or two that wait to take a dead one's place, and all of them mortal. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { renameSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Clock, Orders } from "./child.ts";
import { Told } from "./witness.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const CHILD = here("../../var/torture/child.js");

/** One file starts in half the time that many do. It is there at once: another torture may be about to start it. */
export async function compileChild(): Promise<void> {
  const own = `${CHILD}.${process.pid}`;
  await build({
    entryPoints: [here("./child.ts")],
    outfile: own,
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    target: "node20",
    logLevel: "warning",
  });
  renameSync(own, CHILD);
}

/** A process became the sender of a bot. */
export interface Lead {
  process: string;
  bot: string;
  /** By the clock of the machine, here and below. */
  at: number;
}

/** A process sent a request that may make a message. */
export interface Leaving {
  process: string;
  /** The name of the bot. */
  bot: string;
  /** Id of the row it was for. */
  row: string;
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
  leavings: readonly Leaving[];
  /** When a process was past a mark or the answer to a request. */
  past: ReadonlyMap<string, number>;
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

/** @param spare how many wait, loaded, to take a place. */
export function createCrew({ url, ...orders }: CrewOrders, spare: number): Crew {
  const waiting: Member[] = [];
  const serving = new Map<string, Member>();
  const alive = new Set<Member>();
  const leads: Lead[] = [];
  const leavings: Leaving[] = [];
  const past = new Map<string, number>();
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
    child.on("message", (message) => note(name, Told.parse(message)));
    const member = { name, child, ready: Promise.race([once(child, "message"), once(child, "exit")]) };
    alive.add(member);
    child.once("exit", (code, signal) => {
      if (!doomed.has(name)) faults.push(`process ${name} ended by itself (${signal ?? code}): ${said}`);
      serving.delete(name);
      alive.delete(member);
    });
    return member;
  }

  function note(process: string, told: Told): void {
    if (told === "ready") return;
    const { at } = told;
    if ("leads" in told) leads.push({ process, bot: told.leads, at });
    else if ("leaves" in told) leavings.push({ process, bot: told.leaves, row: told.row, at });
    else past.set(told.past, at);
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
    child.kill("SIGKILL");
    return dead;
  }

  return {
    serving: () => [...serving.keys()],
    leads,
    leavings,
    past,
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
