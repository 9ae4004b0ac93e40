/** How long nobody sends after the sender was killed, at the settings the bot ships with, on one PostgreSQL server. */
import { setTimeout as sleep } from "node:timers/promises";
import type { TorturedBot } from "./bots.ts";
import { createChance } from "./chance.ts";
import { setStage, type Stage } from "./stage.ts";
import type { Account } from "./verdict.ts";
import { CALM } from "./weather.ts";

/** What is promised. */
export const GOAL_SECONDS = 10;

export interface TakeoverOptions {
  bot: TorturedBot;
  /** Processes at first; the sender is killed until one is left. */
  processes: number;
  seed: number;
  onProgress: (line: string) => void;
}

export interface TakeoverFound {
  account: Account;
  /** Seconds from each death to the next message that reaches the platform. */
  seconds: number[];
  /** Refused for speed. */
  refused: number;
  broken: string[];
}

/** A sender has these seconds before it dies. */
const LIFE_MS = [700, 2_200] as const;
/** Enough for every life at 30 a second, and a little. */
const CHATS_A_LIFE = 50;
const STUCK_MS = 60_000;

export async function takeovers(
  { bot, processes, seed, onProgress }: TakeoverOptions,
  signal: AbortSignal,
): Promise<TakeoverFound> {
  const chance = createChance(seed);
  const chats = CHATS_A_LIFE * (processes + 1);
  const own = { engine: "postgres", bots: [bot], chats, chance, delayMs: 40, weather: CALM } as const;
  const stage = await setStage({
    ...own,
    short: false,
    spare: 0,
    isRough: false,
    limits: { perChatPerSecond: 1 },
  });
  const { crew, gate } = stage;
  try {
    stage.nextDay();
    await crew.fill(processes);
    const seconds: number[] = [];
    await until(() => gate.sent.length > 0, signal);
    while (crew.serving().length > 1) {
      await sleep(chance.between(...LIFE_MS), undefined, { signal });
      seconds.push(await killSender(stage, signal));
      onProgress(
        `${processes - seconds.length} of ${processes} left, taken over after ${seconds.at(-1)?.toFixed(1)} s`,
      );
    }
    await until(stage.isServed, signal);
    const [account] = await stage.judge();
    if (!account) throw new Error("a torture without a bot");
    const refused = gate.sent.filter(({ status }) => status === 429).length;
    return { account, seconds, refused, broken: [...crew.faults] };
  } finally {
    await stage.close();
  }
}

async function killSender({ crew, gate }: Stage, signal: AbortSignal): Promise<number> {
  const sender = gate.sent.at(-1)?.process ?? "";
  const died = performance.now();
  await crew.kill(sender);
  const next = (): number | undefined =>
    gate.sent.find(({ process, at }) => process !== sender && at > died)?.at;
  await until(() => next() !== undefined, signal);
  return ((next() ?? Infinity) - died) / 1_000;
}

async function until(probe: () => boolean | Promise<boolean>, signal: AbortSignal): Promise<void> {
  const end = performance.now() + STUCK_MS;
  while (!(await probe())) {
    if (performance.now() > end) throw new Error(`nothing happened for ${STUCK_MS / 1_000} s`);
    await sleep(20, undefined, { signal });
  }
}
