/** `restore -- FILE`: everything stored becomes what a backup holds, on either engine. */
import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { UsageError } from "../shared/usage-error.ts";
import type { Config } from "../app/config.ts";
import { createCalendar } from "../daily/calendar.ts";
import { redact } from "../shared/redact.ts";
import { libraryOf } from "../documents/backup.ts";
import type { Slot } from "../store/plan.ts";
import { restoreStore } from "../store/open.ts";
import type { SubscriptionTable } from "../store/schema.ts";
import type { Sums } from "../store/sums.ts";

type Say = (line: string) => void;

/** @throws UsageError; Error naming the remedy, and nothing has changed then. */
export async function restore(
  { DATA_DIR: dataDir, DATABASE_URL: databaseUrl }: Config,
  args: readonly string[],
  now: number,
  say: Say,
): Promise<void> {
  const { file, force, sendMissed } = restoreArgs(args);
  const missed = sendMissed ? undefined : slotsAfter(now);
  const target = { dataDir, databaseUrl };
  const library = libraryOf(file, dataDir, force);
  const { sums, doubted } = await restoreStore(target, file, { force, missed, now }).catch(
    (error: unknown) => {
      throw unchanged(error, databaseUrl);
    },
  );
  for (const line of lines(sums)) say(line);
  if (doubted > 0)
    say(
      `${doubted} posts fell due since the backup was made. They may have been sent, so they are not sent now; the next come at their usual times. (--send-missed would send them.)`,
    );
  if (library) say(`${library()} documents are back`);
  say("Everything in the backup is in the database, row for row.");
}

/** Whatever went wrong on the way, a full disk or a server that went away: it was one transaction. */
function unchanged(error: unknown, databaseUrl: string | undefined): Error {
  const said = redact(error, databaseUrl);
  const text = /nothing was changed/iu.test(said)
    ? said
    : `The restore failed: ${said}. Nothing was changed.`;
  return new Error(text, { cause: error });
}

function restoreArgs(args: readonly string[]): { file: string; force: boolean; sendMissed: boolean } {
  const usage = "restore takes one file: npm run restore -- FILE [--force] [--send-missed]";
  const flag = { type: "boolean", default: false } as const;
  try {
    const { values, positionals } = parseArgs({
      args: args.filter((arg) => arg !== "--"),
      options: { force: flag, "send-missed": flag },
      allowPositionals: true,
    });
    const [file] = positionals;
    if (file !== undefined && positionals.length === 1)
      return { file, force: values.force, sendMissed: values["send-missed"] };
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : ""}\n${usage}`);
  }
  throw new UsageError(usage);
}

const lines = (sums: Sums): string[] =>
  Object.entries(sums).map(([table, { rows, sum }]) => `${table.padEnd(12)}  ${rows} rows, checksum ${sum}`);

/** The slot that has passed, and the next one after now. */
function slotsAfter(now: number): (subscription: SubscriptionTable) => Slot {
  const calendar = createCalendar();
  return ({ id, time, zone, next_run_at: slotAt }) => ({
    id: randomUUID(),
    subscription: id,
    localDate: calendar.day(slotAt, zone),
    slotAt,
    nextRunAt: calendar.next(time, zone, now),
    fact: "",
  });
}
