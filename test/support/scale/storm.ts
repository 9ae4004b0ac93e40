/** What happens to processes that share a server, at random: death, restarts, cut and hanging connections. */
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Crew } from "./crew.ts";

export interface Storm {
  /** Numbers at least 0 and below 1. */
  chance: () => number;
  /** How long it lasts, milliseconds. */
  ms: number;
  /** Between two blows, at most. */
  pauseMs: number;
}

/** How often each blow fell. */
export type Blows = Record<"killed" | "stopped" | "cut" | "hung" | "balanced", number>;

/** The server's connections of this database are ended, but for our own. */
async function cutConnections(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name like 'yuequn%'",
  );
  await client.end();
}

/** Blows one after the other; at its end everybody is there again. */
export async function blow(crew: Crew, { chance, ms, pauseMs }: Storm): Promise<Blows> {
  const blows: Blows = { killed: 0, stopped: 0, cut: 0, hung: 0, balanced: 0 };
  const returning: Promise<void>[] = [];

  async function end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const alive = crew.alive();
    const member = alive[Math.floor(chance() * alive.length)];
    // One stays, so that there is somebody to take over.
    if (member === undefined || alive.length < 2) return;
    blows[signal === "SIGKILL" ? "killed" : "stopped"] += 1;
    await crew.end(member, signal);
    returning.push(sleep(chance() * 1_000).then(() => crew.begin(member)));
  }

  async function hang(): Promise<void> {
    blows.hung += 1;
    crew.way.pause();
    await sleep(500 + chance() * 3_000);
    crew.way.goOn();
  }

  for (const until = performance.now() + ms; performance.now() < until;) {
    await sleep(chance() * pauseMs);
    const which = chance();
    if (which < 0.5) await end("SIGKILL");
    else if (which < 0.6) await end("SIGTERM");
    else if (which < 0.75) await cutConnections(crew.databaseUrl).then(() => (blows.cut += 1));
    else if (which < 0.9) await crew.balancer.restart().then(() => (blows.balanced += 1));
    else await hang();
  }
  await Promise.all(returning);
  return blows;
}
