/**
 * Shards for the Discord on loopback, as Discord documents them: an event of a server goes to the shard its id says,
 * one without a server to shard 0. Every log-in is written down; none is refused.
 * Not covered: that a shard is told of its own servers alone, session limits, closing with 4010 and 4011.
 */
import { GatewayOpcodes } from "discord-api-types/v10";
import * as z from "zod";
import type { World } from "./world.ts";

/** A log-in as it arrived, in milliseconds of this process. */
export interface Login {
  at: number;
  shard: number;
}

/** Ids of servers, the first of shard 0 and so on. */
export const guildsOf = (shards: number): string[] =>
  Array.from({ length: shards }, (_, i) =>
    String(((300_000_000_000n * BigInt(shards) + BigInt(i)) << 22n) + 1n),
  );

const shardOf = (guild: string | undefined, count: number): number =>
  guild === undefined ? 0 : Number((BigInt(guild) >> 22n) % BigInt(count));

const Identify = z.looseObject({
  op: z.literal(GatewayOpcodes.Identify),
  d: z.looseObject({ shard: z.tuple([z.number(), z.number()]) }),
});
const OfGuild = z.looseObject({ guild_id: z.string().optional() });

export interface ShardWorld {
  /** The oldest first. */
  logins: Login[];
  /** @param concurrency `max_concurrency` of what Discord says of the bot from now on. */
  allow: (concurrency: number) => void;
}

interface Client {
  ws: object;
  identified: boolean;
}

export function shardWorld({ twin, proxy }: World, shards: number): ShardWorld {
  const gateway = twin["server"]?.gateway;
  if (!gateway) throw new Error("the server is not running");
  const logins: Login[] = [];
  const places = new WeakMap<object, readonly [shard: number, count: number]>();
  const handle = gateway["handleMessage"].bind(gateway);
  gateway["handleMessage"] = async (client: Client, raw: string) => {
    const identify = Identify.safeParse(JSON.parse(raw)).data;
    if (identify) {
      places.set(client.ws, identify.d.shard);
      logins.push({ at: performance.now(), shard: identify.d.shard[0] });
    }
    await handle(client, raw);
  };
  const send = gateway["sendDispatch"].bind(gateway);
  gateway.broadcast = (event: string, data: unknown) => {
    const { guild_id: guild } = OfGuild.parse(data);
    for (const client of gateway.clients) {
      const [shard, count] = places.get(client.ws) ?? [0, 1];
      if (client.identified && shardOf(guild, count) === shard) send(client, event, data);
    }
  };
  const limits = { total: 1000, remaining: 999, reset_after: 14_400_000 };
  const allow = (concurrency: number): void => {
    const limit = { ...limits, max_concurrency: concurrency };
    proxy.clear();
    proxy.inject({
      match: /\/gateway\/bot$/u,
      times: Infinity,
      answer: {
        status: 200,
        body: JSON.stringify({ url: twin.gatewayUrl, shards, session_start_limit: limit }),
        headers: { "content-type": "application/json" },
      },
    });
  };
  return { logins, allow };
}

/** Discord's 5 s, less what a busy machine may hold up one log-in longer than the next. */
const WINDOW_MS = 3_000;

/** Milliseconds between log-ins of one remainder of shard and `max_concurrency` that came too early for Discord. */
export const tooEarly = (logins: readonly Login[], concurrency: number): number[] =>
  logins.flatMap(({ at, shard }, i) => {
    const last = logins.slice(0, i).findLast((one) => one.shard % concurrency === shard % concurrency);
    return last && at - last.at < WINDOW_MS ? [at - last.at] : [];
  });
