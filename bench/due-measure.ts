/** One engine of bench/due.ts, in a process of its own: node --expose-gc --import tsx due-measure.ts <engine> <subscriptions> <minutes> */
import { randomUUID } from "node:crypto";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setImmediate as nextTurn } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createCalendar } from "../src/daily/calendar.ts";
import { planDue, type PlannerParts } from "../src/daily/planner.ts";
import { createFactsOn } from "../src/daily/topic.ts";
import { loadDataset } from "../src/dataset/load.ts";
import { openStore, type Store } from "../src/store/open.ts";
import type { SubscriptionTable } from "../src/store/schema.ts";
import type { Findings, Spread } from "./due.ts";
import type { Place } from "../test/support/stores.ts";
import { percentile } from "./support/numbers.ts";
import { type Engine, newPlace, subscribe, subscription, tablesOf } from "../test/support/stored.ts";

const [engine = "sqlite", many = "100000", long = "10"] = process.argv.slice(2);
const COUNT = Number(many);
const TICKS = 60 * Number(long);
const BOT = "telegram:7000000001";
const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;
/** Midnight in Guangdong; the clock of the run is made up. */
const MIDNIGHT = Date.UTC(2026, 10, 25, 16);
const START = MIDNIGHT + 9 * 60 * MINUTE_MS;
/** As many as the sender takes at once. */
const CLAIMED = 90;
const BATCH = 100;

/** Every minute of the day has its share; those before the start have had theirs and are due tomorrow. */
function spreadOver(index: number): SubscriptionTable {
  const minute = index % 1_440;
  const at = MIDNIGHT + minute * MINUTE_MS;
  const time = [Math.floor(minute / 60), minute % 60].map((n) => String(n).padStart(2, "0")).join(":");
  return subscription({
    bot: BOT,
    chat: String(1_000_000 + index),
    time,
    next_run_at: at > START ? at : at + DAY_MS,
  });
}

const spread = (times: readonly number[]): Spread => ({
  count: times.length,
  p50: percentile(times, 0.5),
  p95: percentile(times, 0.95),
  max: Math.max(...times),
});

/** Milliseconds something takes are added to `to`. */
async function timed<T>(to: number[], what: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await what();
  to.push(performance.now() - began);
  return result;
}

function rss(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss;
}

interface Times {
  due: number[];
  plan: number[];
  claim: number[];
}

/** What the service does in a tick, but for the sending. */
async function tick(parts: PlannerParts, now: number, times: Times): Promise<void> {
  const { subscriptions, deliveries } = parts.store;
  await timed(times.due, () => subscriptions.due(BOT, now, BATCH));
  while (await timed(times.plan, async () => (await planDue(parts, BOT, now)).planned > 0)) await nextTurn();
  // The last one finds nothing; it says nothing about planning.
  times.plan.pop();
  const rows = await timed(times.claim, () => deliveries.claim(BOT, "bench", now, CLAIMED));
  for (const { id } of rows)
    await deliveries.settle(id, "bench", { state: "sent", message: "1" }, now).then(() => nextTurn());
  await nextTurn();
}

/** Ten minutes of an ordinary morning. */
async function ordinary(parts: PlannerParts): Promise<Findings["ordinary"]> {
  const times: Times = { due: [], plan: [], claim: [] };
  // Until the code is compiled and every cache is filled.
  for (let i = 0; i < 60; i += 1) await tick(parts, START + i * 1_000, { due: [], plan: [], claim: [] });
  const memory = [rss()];
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  for (let i = 1; i <= TICKS; i += 1) {
    await tick(parts, START + (60 + i) * 1_000, times);
    if (i % 60 !== 0) continue;
    loop.disable();
    memory.push(rss());
    loop.enable();
  }
  loop.disable();
  return {
    due: spread(times.due),
    plan: spread(times.plan),
    claim: spread(times.claim),
    blockedMs: loop.max / 1e6,
    rss: memory,
  };
}

/** The worst morning: everyone at the same minute. */
async function allAtOnce(parts: PlannerParts, place: Place): Promise<Findings["allAtOnce"]> {
  const at = START + 2 * DAY_MS;
  const db = tablesOf(place.options);
  await db.updateTable("subscription").set({ next_run_at: at, time: "09:00" }).execute();
  await db.destroy();
  const due: number[] = [];
  const plan: number[] = [];
  const loop = monitorEventLoopDelay({ resolution: 1 });
  const before = rss();
  loop.enable();
  const began = performance.now();
  do {
    if (plan.length % 10 === 0) await timed(due, () => parts.store.subscriptions.due(BOT, at, BATCH));
    await nextTurn();
  } while (await timed(plan, async () => (await planDue(parts, BOT, at)).planned > 0));
  const seconds = (performance.now() - began) / 1_000;
  loop.disable();
  return {
    seconds,
    due: spread(due),
    plan: spread(plan.slice(0, -1)),
    blockedMs: loop.max / 1e6,
    rss: [before, rss()],
  };
}

async function fill(place: Place): Promise<Store> {
  const store = await openStore(place.options);
  const db = tablesOf(place.options);
  await subscribe(
    db,
    Array.from({ length: COUNT }, (_, i) => spreadOver(i)),
  );
  await db.destroy();
  return store;
}

const place = await newPlace(engine as Engine);
try {
  const dataset = loadDataset(fileURLToPath(new URL("../data", import.meta.url)));
  const store = await fill(place);
  const parts = {
    store,
    factsOn: createFactsOn(dataset),
    calendar: createCalendar(),
    newId: randomUUID,
    graceMs: 180 * MINUTE_MS,
  };
  const findings: Findings = { ordinary: await ordinary(parts), allAtOnce: await allAtOnce(parts, place) };
  await store.close();
  process.stdout.write(JSON.stringify(findings));
} finally {
  await place.remove();
}
