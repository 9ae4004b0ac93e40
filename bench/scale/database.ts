/** What a PostgreSQL server on this machine has done for one database. */
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import * as z from "zod";

/** Counters that only grow. */
export interface Look {
  commits: number;
  rows: number;
  wal: number;
  /** Milliseconds of processor time by backend. */
  cpu: Map<number, number>;
}

/** For one answer. */
export interface Cost {
  commits: number;
  writes: number;
  /** Of the whole server: others' writes are in it. */
  walBytes: number;
  cpuMs: number;
  connections: number;
}

const Counters = z.object({ commits: z.coerce.number(), rows: z.coerce.number(), wal: z.coerce.number() });
const Pids = z.array(z.object({ pid: z.number() }));

/** Backends tell what they did within a second. */
const SETTLE_MS = 1_500;
/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;

export async function lookAt(url: string): Promise<Look> {
  await sleep(SETTLE_MS);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select xact_commit as commits, tup_inserted + tup_updated + tup_deleted as rows,
        pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') as wal
        from pg_stat_database where datname = current_database()`,
    );
    const { commits, rows: written, wal } = Counters.parse(rows[0]);
    const backends = await client.query(
      "select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    );
    return { commits, rows: written, wal, cpu: cpuOf(Pids.parse(backends.rows).map(({ pid }) => pid)) };
  } finally {
    await client.end();
  }
}

/** Of those this machine lets us see. */
function cpuOf(pids: readonly number[]): Map<number, number> {
  const seen = new Map<number, number>();
  for (const pid of pids) {
    try {
      const after = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
      // utime and stime, fields 14 and 15.
      seen.set(pid, (Number(after[11]) + Number(after[12])) * TICK_MS);
    } catch {
      // Gone, or on another machine.
    }
  }
  return seen;
}

export function costOf(before: Look, after: Look, answers: number): Cost {
  const cpu = [...after.cpu].reduce((sum, [pid, ms]) => sum + ms - (before.cpu.get(pid) ?? 0), 0);
  return {
    commits: (after.commits - before.commits) / answers,
    writes: (after.rows - before.rows) / answers,
    walBytes: (after.wal - before.wal) / answers,
    cpuMs: cpu / answers,
    connections: after.cpu.size,
  };
}
