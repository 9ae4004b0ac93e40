/** Deals with what waits in the inbox: claims as much as there is room for, and is woken when something comes. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Handle } from "../adapters/shared/inbox.ts";
import type { Claimed } from "../store/inbox.ts";
import type { Sharing } from "../store/open.ts";
import { createCrew, CREW_TIMING, type CrewTiming } from "./crew.ts";
import type { Conversations } from "./conversations.ts";
import { createTask } from "./task.ts";

export interface WorkerTiming {
  crew: CrewTiming;
  /** How long it may take until a row is found of which nothing was heard; milliseconds. */
  lookMs: number;
  /** How long a stop waits for what is under way. */
  stopMs: number;
}

export const WORKER_TIMING: WorkerTiming = { crew: CREW_TIMING, lookMs: 1_000, stopMs: 3_000 };

/** Rows under way: most of them only wait for a platform's limits. */
const MOST_UNDER_WAY = 200;
/** Claimed at once: few, so that other processes have some too. */
const MOST_CLAIMED = 16;

export interface WorkerParts {
  sharing: Sharing;
  conversations: Conversations;
  bot: string;
  /** Names this worker, and no other ever. */
  owner: string;
  now: () => number;
  timing?: WorkerTiming;
  onLimited: () => void;
  /** Told where a chat of the bot may have set something, perhaps in another process. */
  onSettings: (bot: string) => void;
  /** Told how the store is doing: why it fails, or undefined where it does not. */
  onState: (trouble: unknown) => void;
  onTrouble: (what: string, error: unknown) => void;
}

/** Works until the signal aborts. @throws Error where it was given up by others and has to begin anew. */
export async function work(parts: WorkerParts, handle: Handle, signal: AbortSignal): Promise<void> {
  const { sharing, bot, owner, timing = WORKER_TIMING, onState, onSettings, onTrouble } = parts;
  const { inbox } = sharing;
  const underWay = new Map<number, Promise<void>>();
  const over = new AbortController();
  let lost: Error | undefined;
  let wake: () => void = () => undefined;
  let isWoken = false;

  const ring = (): void => {
    isWoken = true;
    wake();
  };

  /** Resolves when something may have changed, or after that many milliseconds. */
  async function rung(ms: number): Promise<void> {
    if (!isWoken) {
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        timer = setTimeout(resolve, ms);
        wake = resolve;
      });
      clearTimeout(timer);
    }
    isWoken = false;
  }

  async function deal(row: Claimed): Promise<void> {
    const task = createTask({ ...parts, ...sharing, row });
    await handle(JSON.parse(row.body), task.work);
    await task.end(signal);
  }

  function begin(row: Claimed): void {
    const done = deal(row)
      .catch((error: unknown) => onTrouble("an update could not be dealt with", error))
      .finally(() => {
        underWay.delete(row.id);
        ring();
      });
    underWay.set(row.id, done);
  }

  /** @returns whether there may be more. */
  async function claim(): Promise<boolean> {
    const room = Math.min(MOST_CLAIMED, MOST_UNDER_WAY - underWay.size);
    if (room <= 0) return false;
    const rows = await inbox.claim(bot, owner, room);
    for (const row of rows) begin(row);
    return rows.length === room;
  }

  async function claiming(): Promise<void> {
    let isUnsure = false;
    while (!over.signal.aborted) {
      try {
        // A claim whose answer was lost is ours without our knowing.
        if (isUnsure) await inbox.giveBackOthers(bot, owner, [...underWay.keys()]);
        isUnsure = false;
        if (!(await claim())) await rung(timing.lookMs);
      } catch (error) {
        isUnsure = true;
        onState(error);
        await sleep(timing.lookMs / 2);
      }
    }
  }

  async function looking(): Promise<void> {
    const crew = createCrew(inbox, bot, owner, timing.crew);
    while (!over.signal.aborted) {
      try {
        if (!(await crew.look())) lost = new Error(GIVEN_UP);
        onState(undefined);
      } catch (error) {
        onState(error);
      }
      if (lost) return end();
      await sleep(timing.crew.beatMs, undefined, { signal }).catch(() => undefined);
    }
  }

  const end = (): void => {
    over.abort();
    ring();
  };

  await inbox.enlist(bot, owner);
  const listener = sharing.listen(({ what, bot: whose }) => {
    if (whose !== "" && whose !== bot) return;
    if (what !== "settings") ring();
    if (what !== "inbox") onSettings(bot);
  });
  signal.addEventListener("abort", end);
  if (signal.aborted) end();
  await Promise.all([claiming(), looking()]);
  signal.removeEventListener("abort", end);
  await listener.close();
  await within(Promise.all(underWay.values()), timing.stopMs);
  await inbox.retire(bot, owner).catch((error: unknown) => onTrouble("a worker could not sign off", error));
  if (lost) throw lost;
}

const GIVEN_UP =
  "this process was taken for dead, because it or the database stood still for some seconds; it begins anew";

async function within(all: Promise<unknown>, ms: number): Promise<void> {
  const ended = new AbortController();
  await Promise.race([all, sleep(ms, undefined, { signal: ended.signal }).catch(() => undefined)]);
  ended.abort();
}
