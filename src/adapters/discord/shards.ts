/** Which of a bot's shards this process receives, and that nobody else does. */
import { type IIdentifyThrottler, SimpleIdentifyThrottler, type WebSocketOptions } from "discord.js";
import type { Logger } from "../../shared/log.ts";
import type { Owned, Siblings } from "../shared/siblings.ts";
import type { Share } from "./descriptor.ts";

/** Discord: one log-in in 5 s for each remainder of shard and `max_concurrency`. What is sent may take longer than what was sent before. */
const LOGIN_MS = 5_500;

/** Log-ins at the pace Discord allows, whichever process of the bot they come from. */
export function createThrottler(siblings: Siblings): NonNullable<WebSocketOptions["buildIdentifyThrottler"]> {
  return async (manager): Promise<IIdentifyThrottler> => {
    const { session_start_limit: limit } = await manager.fetchGatewayInformation();
    const own = new SimpleIdentifyThrottler(limit.max_concurrency);
    return {
      async waitForIdentify(shard, signal) {
        await own.waitForIdentify(shard, signal);
        await siblings.turn(`log-in ${shard % limit.max_concurrency}`, LOGIN_MS, signal);
      },
    };
  };
}

/** The shards of this process, each had by it alone. */
export interface Holding {
  /** Resolves once they are; at once where they are already. @throws the signal's reason. */
  take(signal: AbortSignal): Promise<void>;
  /** Whether they are ours still. */
  isWhole(): boolean;
  /** Why they are not yet, in one line. */
  waiting(): string | undefined;
  release(): Promise<void>;
}

/** @param share there is nobody else unless it is a part. @param onLost another process took a shard that was ours. */
export function createHolding(
  share: Share | undefined,
  siblings: Siblings,
  log: Logger,
  onLost: () => void,
): Holding {
  const ids = share?.isPart === true ? share.ids : [];
  const held = new Map<number, Owned>();
  const taken = new Set<number>();

  const release = async (): Promise<void> => {
    const all = [...held.values()];
    held.clear();
    await Promise.all(all.map((one) => one.release()));
  };
  const waiting = (): string | undefined =>
    taken.size === 0
      ? undefined
      : `another process of this bot receives shard ${[...taken].join(", ")}; give each its own SHARD_IDS`;

  const isHeld = (shard: number): boolean => held.get(shard)?.lost.aborted === false;

  async function takeOne(shard: number, signal: AbortSignal): Promise<void> {
    if (isHeld(shard)) return;
    const onTaken = (): void => {
      taken.add(shard);
      log.error({ shard }, `discord: ${waiting() ?? ""}; waiting for it to stop`);
    };
    const owned = await siblings.own(`shard ${shard}`, onTaken, signal);
    taken.delete(shard);
    held.set(shard, owned);
    // Given up by ourselves it aborts too.
    owned.lost.addEventListener("abort", () => held.get(shard) === owned && onLost(), { once: true });
  }

  return {
    take: async (signal) => void (await Promise.all(ids.map((id) => takeOne(id, signal)))),
    isWhole: () => ids.every(isHeld),
    waiting,
    release,
  };
}
