/** What is due: one delivery a subscription and local day, with its fact, or with the reason why there is none. */
import type { Slot } from "../store/plan.ts";
import type { Store } from "../store/open.ts";
import type { Subscription } from "../store/subscriptions.ts";
import type { Calendar } from "./calendar.ts";
import { choose, type Shown } from "./choose.ts";
import type { FactsOn } from "./topic.ts";

export interface PlannerParts {
  store: Store;
  factsOn: FactsOn;
  calendar: Calendar;
  newId: () => string;
  /** How late a post may be, in milliseconds; later ones are skipped. */
  graceMs: number;
}

/** Subscriptions in one go: people wait meanwhile. */
const BATCH = 50;
/** No slot is further ahead than a day and what daylight saving adds: beyond that a clock was wrong. */
const FURTHEST_MS = 50 * 3_600_000;

/** Missed days beyond this are passed over. */
const MOST_RECORDED_MS = 31 * 86_400_000;

export interface Planned {
  planned: number;
  skipped: number;
}

/** Plans a batch of what is due. @param now milliseconds since the epoch. @returns how many; fewer than a batch: no more is due. */
export async function planDue(parts: PlannerParts, bot: string, now: number): Promise<Planned> {
  const { store } = parts;
  const due = await store.subscriptions.due(bot, now, BATCH);
  if (due.length === 0) return { planned: 0, skipped: 0 };
  const shown = await store.history.of(
    bot,
    due.map(({ chat }) => chat),
  );
  const slots = due.map((one) => slotFor(parts, one, shown.get(one.chat) ?? [], now));
  await store.deliveries.plan(bot, slots, now);
  const skipped = slots.filter((slot) => slot.skipped !== undefined).length;
  return { planned: slots.length - skipped, skipped };
}

function slotFor(
  { factsOn, calendar, newId, graceMs }: PlannerParts,
  { id, chat, topic, time, zone, next_run_at: slotAt }: Subscription,
  shown: readonly Shown[],
  now: number,
): Slot {
  const localDate = calendar.day(slotAt, zone);
  const facts = factsOn(topic);
  const fact = choose(facts ?? [], shown, `${chat} ${localDate}`);
  const skipped =
    now - slotAt > graceMs ? "late" : facts === undefined ? "topic unknown" : fact ? undefined : "no fact";
  return {
    id: newId(),
    subscription: id,
    localDate,
    slotAt,
    // Day by day, so that each missed one is recorded; not every day of a long absence.
    nextRunAt: calendar.next(time, zone, Math.max(slotAt, now - MOST_RECORDED_MS)),
    fact: skipped === undefined && fact ? fact.id : "",
    ...(skipped !== undefined && { skipped }),
  };
}

/** Brings back subscriptions that a wrong clock planned far ahead. @returns how many. */
export async function planStrayed(
  { store, calendar }: PlannerParts,
  bot: string,
  now: number,
): Promise<number> {
  const strayed = await store.subscriptions.strayed(bot, now + FURTHEST_MS, BATCH);
  for (const { id, time, zone } of strayed)
    await store.subscriptions.reschedule(id, calendar.next(time, zone, now));
  return strayed.length;
}
