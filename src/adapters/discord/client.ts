/** The discord.js client as this bot needs it: few intents, small caches, and listeners for everything that can fail. */
import { Client, Events, GatewayIntentBits, Options, Partials, type RateLimitData } from "discord.js";
import { ProxyAgent } from "undici";
import type { Logger } from "../../shared/log.ts";
import { type Measures, UNMEASURED } from "../../shared/measures.ts";
import { nameHost } from "../../shared/network.ts";
import { redact } from "../../shared/redact.ts";
import { ALONE, type Siblings } from "../shared/siblings.ts";
import { waitOf } from "./failure.ts";
import { measured } from "./measured.ts";
import type { Share } from "./descriptor.ts";
import { createThrottler } from "./shards.ts";
import { createWire, hostOf } from "./wire.ts";

export interface ClientOptions {
  token: string;
  log: Logger;
  /** Nothing is counted unless given. */
  measures?: Measures;
  apiRoot?: string | undefined;
  proxy?: string | undefined;
  requestsPerSecond?: number | undefined;
  /** All shards, as many as Discord recommends, unless given. */
  share?: Share | undefined;
  siblings?: Siblings;
}

/** Longer waits for a rate limit end the attempt: nobody waits for the answer any more. */
const MOST_WAIT_MS = 30_000;
const FEW = 1000;

/** Nobody is mentioned by what the bot says, not even the person it answers. */
export const NO_MENTIONS = { parse: [], replied_user: false } as const;

/** Message content comes without its privileged intent where the bot is mentioned and in direct messages. */
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

export function createClient({
  token,
  log,
  measures = UNMEASURED,
  apiRoot,
  proxy,
  requestsPerSecond = 50,
  share,
  siblings = ALONE,
}: ClientOptions): Client {
  const client = new Client({
    intents: INTENTS,
    // Direct messages arrive in channels nobody announced.
    partials: [Partials.Channel],
    ...(share ? { shards: share.ids, shardCount: share.count } : { shards: "auto" }),
    ws: { buildIdentifyThrottler: createThrottler(siblings) },
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: smallCaches(),
    rest: {
      ...(apiRoot === undefined ? {} : { api: apiRoot }),
      ...(proxy === undefined ? {} : { agent: new ProxyAgent(proxy) }),
      globalRequestsPerSecond: requestsPerSecond,
      makeRequest: createWire(token, proxy, measured(measures)),
      rejectOnRateLimit: (limit: RateLimitData) => waitOf(limit) > MOST_WAIT_MS,
    },
  });
  // Without this listener a rejected listener ends the process.
  client.on(Events.Error, (error) =>
    log.error({ reason: redact(error, token) }, "discord: a listener failed"),
  );
  client.on(Events.ShardError, (error) => {
    if (client.ws.gateway !== null) nameHost(error, hostOf(client.ws.gateway, proxy));
    log.warn({ reason: redact(error, token) }, "discord: gateway trouble");
  });
  client.on(Events.Warn, (text) => log.warn({ reason: redact(text, token) }, "discord: warning"));
  logConnections(client, log);
  return client;
}

/** Once a loss and once a return: without a network the library tries twice a second. */
function logConnections(client: Client, log: Logger): void {
  const lost = new Set<number>();
  const back = (shard: number): void => {
    if (lost.delete(shard)) log.info({ shard }, "discord: connected again");
  };
  client.on(Events.ShardReconnecting, (shard) => {
    if (!lost.has(shard)) log.warn({ shard }, "discord: connection lost, reconnecting");
    lost.add(shard);
  });
  client.on(Events.ShardReady, back).on(Events.ShardResume, back);
}

/** Messages are answered and forgotten; people are known only while they talk. */
const smallCaches = () =>
  Options.cacheWithLimits({
    ...Options.DefaultMakeCacheSettings,
    MessageManager: 0,
    ReactionManager: 0,
    PresenceManager: 0,
    GuildMemberManager: {
      maxSize: FEW,
      keepOverLimit: (member) => member.id === member.client.user.id,
    },
    UserManager: { maxSize: FEW, keepOverLimit: (user) => user.id === user.client.user.id },
  });
