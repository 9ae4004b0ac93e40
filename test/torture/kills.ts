/** Many deaths: day after day is broadcast while processes are killed at random moments. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Engine } from "../support/stored.ts";
import type { TorturedBot } from "./bots.ts";
import { createChance, type Chance } from "./chance.ts";
import { setStage, type Stage } from "./stage.ts";
import type { Account } from "./verdict.ts";
import { CALM, createStorm } from "./weather.ts";

export interface KillsOptions {
  engine: Engine;
  bots: readonly TorturedBot[];
  kills: number;
  chats: number;
  seed: number;
  /** Nothing but death: every request is carried out and answered, and chats stay as they are. */
  isCalm: boolean;
  /** Told how far it is. */
  onProgress: (line: string) => void;
}

export interface KillsFound {
  accounts: Account[];
  kills: number;
  /** Deaths of a process with at least one request under way. */
  inFlight: number;
  days: number;
  /** Most processes that served at once. */
  most: number;
  seconds: number;
  /** What went wrong with requests, and how often. */
  troubles: ReadonlyMap<string, number>;
  /** What broke beside the accounts. */
  broken: string[];
}

/** The file is for one process; a server for two to eight. */
const PROCESSES: Readonly<Record<Engine, readonly number[]>> = { sqlite: [1], postgres: [2, 3, 4, 8] };
/** Longest time a request waits before and after it is taken. */
const DELAY_MS = 60;
/** A day is never over when nobody died and nothing was sent for so long; what fails often is put off for a minute and more. */
const STUCK_MS = 120_000;
const LOOK_MS = 40;
/** With so few, starting processes that nobody needs would take most of the time. */
const FEW = 10;
/** How often it is told how far it is. */
const TELL_MS = 10_000;
/** How often all die at once. */
const MASSACRE = 0.05;
/** How often a process dies that may not be the one that sends. */
const ANYONE = 0.3;

export async function manyKills(options: KillsOptions, signal: AbortSignal): Promise<KillsFound> {
  const { engine, bots, chats, seed, kills, isCalm } = options;
  const chance = createChance(seed);
  const began = performance.now();
  const spare = engine === "sqlite" || kills < FEW ? 1 : 2;
  const limits = { perSecond: 1_000, perChatPerSecond: 1_000, perGroupPerMinute: 1_000 };
  const troubles = new Map<string, number>();
  const note = (name: string): void => void troubles.set(name, (troubles.get(name) ?? 0) + 1);
  const storm = createStorm(chance, kills >= FEW, note);
  const stage = await setStage({
    engine,
    bots,
    chats,
    chance,
    delayMs: DELAY_MS,
    short: true,
    spare,
    limits,
    weather: isCalm ? CALM : storm,
    isRough: !isCalm,
  });
  try {
    const torture = createTorture(options, stage, chance, signal);
    await torture.run();
    const accounts = await stage.judge();
    const seconds = (performance.now() - began) / 1_000;
    return { ...torture.found, accounts, seconds, troubles, broken: [...stage.crew.faults] };
  } finally {
    await stage.close();
  }
}

function createTorture(
  { engine, kills, onProgress }: KillsOptions,
  { crew, gate, nextDay, isServed, left }: Stage,
  chance: Chance,
  signal: AbortSignal,
) {
  const found = { kills: 0, inFlight: 0, days: 0, most: 0 };
  let wanted = 1;
  const wait = (ms: number): Promise<void> => sleep(ms, undefined, { signal });

  /** Often the moment is some time after the first message since the last death: then there is something to lose. */
  async function moment(): Promise<void> {
    const after = gate.sent.length;
    const until = performance.now() + 3_000;
    if (chance.next() < 0.8)
      while (gate.sent.length === after && performance.now() < until && !(await isServed())) await wait(10);
    await wait(chance.between(0, 400));
  }

  function victims(): readonly string[] {
    const serving = crew.serving();
    if (chance.next() < MASSACRE) return serving;
    const last = gate.sent.at(-1)?.process ?? "";
    const one = chance.next() < ANYONE || !serving.includes(last) ? chance.pick(serving) : last;
    return one === undefined ? [] : [one];
  }

  async function killSome(): Promise<void> {
    await moment();
    if (await isServed()) return;
    const chosen = victims().slice(0, kills - found.kills);
    found.inFlight += chosen.filter((name) => gate.open(name) > 0).length;
    await Promise.all(chosen.map((name) => crew.kill(name)));
    found.kills += chosen.length;
    found.most = Math.max(found.most, crew.serving().length + chosen.length);
    const filled = crew.fill(wanted);
    // Where others serve, the dying goes on while a new one gets ready.
    if (crew.serving().length === 0) await filled;
  }

  async function day(): Promise<void> {
    nextDay();
    found.days += 1;
    // The number of another day; those too many die and are not replaced.
    wanted = PROCESSES[engine][found.days % PROCESSES[engine].length] ?? 1;
    // Not before there is a clock: by another, everything might be late.
    if (crew.serving().length === 0) await crew.fill(wanted);
    let last = performance.now();
    const done = (): number => found.kills + gate.sent.length;
    while (!(await isServed())) {
      const before = done();
      if (found.kills < kills) await killSome();
      else await wait(LOOK_MS);
      if (done() > before) last = performance.now();
      tell();
      if (performance.now() - last > STUCK_MS)
        throw new Error(
          `after ${found.kills} kills nothing happened for ${STUCK_MS / 1_000} s, and the day was not over: ${await left()}`,
        );
    }
  }

  async function run(): Promise<void> {
    while (found.kills < kills) await day();
  }

  let told = performance.now();
  function tell(): void {
    if (performance.now() - told < TELL_MS) return;
    told = performance.now();
    onProgress(`${found.kills} of ${kills} kills, day ${found.days}, ${gate.made.length} messages`);
  }

  return { found, run };
}
