/**
 * What goes wrong between a process and a platform: refusals, failures before and after the work was done, connections
 * that are cut or fall silent, slow answers. What happens to the chats themselves is in platforms.ts.
 */
import { BOTS, type TorturedBot } from "./bots.ts";
import type { Chance } from "./chance.ts";

export interface Said {
  status: number;
  body: string;
  headers?: Readonly<Record<string, string>>;
}

/** What goes wrong with one request. */
export interface Trouble {
  name: string;
  /** The platform never hears of it. */
  isLost?: boolean;
  /** Milliseconds more than usual until the end. */
  slowMs?: number;
  /** The end: an answer that is not the platform's, or none. Without it the platform's own. */
  says?: Said | "nothing";
}

/** Asked for every request that would make a message. */
export type Weather = (request: { bot: string; chat: string }) => Trouble | undefined;

export const CALM: Weather = () => undefined;

type Platform = TorturedBot["platform"];

interface Kind {
  /** How often, of all requests. */
  share: number;
  platform?: Platform;
  /** A chat meets it once: twice is another matter, and ends the post. */
  once?: boolean;
  /** Only for a run that has time. */
  isLong?: boolean;
  make: (platform: Platform, chance: Chance) => Omit<Trouble, "name">;
}

/** Longer than a process of a torture waits for an answer. */
const SILENT_MS = 2_000;
const failure = (chance: Chance): Said => ({ status: chance.pick([500, 502, 504]) ?? 500, body: "failed" });

/** @param seconds to wait. */
export function tooFast(platform: Platform, seconds: number): Said {
  const description = `Too Many Requests: retry after ${seconds}`;
  const headers = { "retry-after": String(seconds), "x-ratelimit-scope": "shared" };
  return platform === "discord"
    ? { status: 429, headers, body: JSON.stringify({ message: "slow", retry_after: seconds, global: false }) }
    : telegramSays(429, description, { retry_after: seconds });
}

const telegramSays = (error_code: number, description: string, parameters = {}): Said => ({
  status: error_code,
  body: JSON.stringify({ ok: false, error_code, description, parameters }),
});

const refused = (says: Said): Omit<Trouble, "name"> => ({ isLost: true, says });

const KINDS: Readonly<Record<string, Kind>> = {
  "429": {
    share: 0.02,
    make: (platform, chance) =>
      refused(tooFast(platform, chance.pick(platform === "discord" ? [0.3, 1] : [0, 1]) ?? 1)),
  },
  "429, long": { share: 0.004, make: (platform) => refused(tooFast(platform, 3)) },
  // Longer than an adapter or a library sits out: the row waits in the store.
  "429, a minute": {
    share: 0.0004,
    isLong: true,
    make: (platform) => refused(tooFast(platform, platform === "discord" ? 31 : 61)),
  },
  form: {
    share: 0.01,
    platform: "telegram",
    once: true,
    make: () => refused(telegramSays(400, "Bad Request: can't parse entities: unsupported start tag")),
  },
  "no embeds": {
    share: 0.01,
    platform: "discord",
    once: true,
    make: () =>
      refused({ status: 403, body: JSON.stringify({ code: 50_013, message: "Missing Permissions" }) }),
  },
  "503": {
    share: 0.015,
    platform: "telegram",
    make: () => refused(telegramSays(503, "Service Unavailable")),
  },
  "5xx before": { share: 0.015, make: (_, chance) => refused(failure(chance)) },
  "5xx after": { share: 0.015, make: (_, chance) => ({ says: failure(chance) }) },
  "cut before": { share: 0.01, make: () => ({ isLost: true, says: "nothing" }) },
  "cut after": { share: 0.01, make: () => ({ says: "nothing" }) },
  "silent before": { share: 0.005, make: () => ({ isLost: true, says: "nothing", slowMs: SILENT_MS }) },
  "silent after": { share: 0.005, make: () => ({ says: "nothing", slowMs: SILENT_MS }) },
  slow: { share: 0.02, make: (_, chance) => ({ slowMs: chance.between(200, 1_500) }) },
};

const platformOf = new Map<string, Platform>(BOTS.map(({ name, platform }) => [name, platform]));

/** @param onTrouble is told of each by its name. @param hasTime for waits of a minute. */
export function createStorm(chance: Chance, hasTime: boolean, onTrouble: (name: string) => void): Weather {
  const met = new Set<string>();
  return ({ bot, chat }) => {
    const platform = platformOf.get(bot) ?? "telegram";
    const name = strike(chance.next());
    const kind = name === undefined ? undefined : KINDS[name];
    if (name === undefined || !kind || (kind.platform ?? platform) !== platform) return undefined;
    if (kind.isLong === true && !hasTime) return undefined;
    if (kind.once === true && met.has(`${bot} ${chat}`)) return undefined;
    if (kind.once === true) met.add(`${bot} ${chat}`);
    onTrouble(name);
    return { name, ...kind.make(platform, chance) };
  };
}

/** @param at at least 0, below 1. */
function strike(at: number): string | undefined {
  let from = 0;
  return Object.entries(KINDS).find(([, { share }]) => (from += share) > at)?.[0];
}
