/** Discord, as the program knows it. Its library is loaded only where something is made or asked. */
import { parseArgs } from "node:util";
import * as z from "zod";
import { address, text } from "../../shared/settings.ts";
import { UsageError } from "../../shared/usage-error.ts";
import type { Descriptor, Operation, Way } from "../shared/descriptor.ts";

/** A shard: the servers whose id, without its lowest 22 bits, leaves this remainder divided by how many there are. */
export interface Share {
  /** Of this process, each once. */
  ids: readonly number[];
  /** How many shards the bot has, in all processes together. */
  count: number;
  /** Other processes receive the rest. */
  isPart: boolean;
}

/** What Discord allows a bot at most: 16 × 1,024. */
const MOST_SHARDS = 16_384;
const NUMBER = "must be auto, or how many shards there are in all processes together";
const LIST = "must be numbers from 0 and ranges of them with commas between, such as 0,1 or 0-3";

/** Within a union only what is no number at all is told in the union's words. */
const COUNT = z.coerce.number<string>(NUMBER).int(NUMBER).min(1, NUMBER).max(MOST_SHARDS, NUMBER);

const shards = {
  /** How many shards there are; as many as Discord recommends where auto. */
  DISCORD_SHARDS: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(
      z.union([z.literal("auto"), COUNT], {
        error: NUMBER,
      }),
    )
    .default("auto"),
  /** Those this process receives; all of them unless given. */
  SHARD_IDS: text
    .refine((written) => written.split(",").every((part) => idsIn(part).length > 0), {
      error: LIST,
      abort: true,
    })
    .transform((written) => written.split(",").flatMap(idsIn))
    .refine((ids) => new Set(ids).size === ids.length, { error: "names a shard twice: name each once" })
    .optional(),
};

const RANGE = /^\s*(\d{1,5})\s*(?:-\s*(\d{1,5})\s*)?$/u;

/** None of a range that goes backwards, nor of what is no range. */
function idsIn(part: string): number[] {
  const [, first, last = first] = RANGE.exec(part) ?? [];
  const length = Number(last) - Number(first) + 1;
  return length > 0 ? Array.from({ length }, (_, i) => Number(first) + i) : [];
}

const settings = z
  .object({
    DISCORD_TOKEN: text.optional(),
    DISCORD_APP_ID: z
      .string()
      .regex(/^\d{15,21}$/, "must be the number Discord shows, 15 to 21 digits")
      .optional(),
    /** Address of the API without version. */
    DISCORD_API_ROOT: address.optional(),
    ...shards,
  })
  .superRefine((given, issues) => {
    const message = misfit(given);
    if (message !== undefined) issues.addIssue({ code: "custom", path: ["SHARD_IDS"], message });
  });
type Settings = z.infer<typeof settings> & Way;

interface ShardSettings {
  DISCORD_SHARDS: number | "auto";
  SHARD_IDS?: number[] | undefined;
}

/** Why the two do not fit each other. */
function misfit({ DISCORD_SHARDS: count, SHARD_IDS: ids }: ShardSettings): string | undefined {
  if (ids === undefined) return undefined;
  if (count === "auto") return "also needs DISCORD_SHARDS as a number, the same in every process";
  const beyond = ids.find((id) => id >= count);
  return beyond === undefined
    ? undefined
    : `names shard ${beyond}, but DISCORD_SHARDS=${count} has 0 to ${count - 1}: correct one of them, the same in every process`;
}

/** @returns undefined where this process receives everything, over as many connections as Discord recommends. */
function shareOf({ DISCORD_SHARDS: count, SHARD_IDS: ids }: ShardSettings): Share | undefined {
  if (count === "auto") return undefined;
  const all = Array.from({ length: count }, (_, i) => i);
  return { count, ids: ids ?? all, isPart: ids !== undefined && ids.length < count };
}

const register: Operation<Settings> = {
  name: "discord:commands",
  help: ["tell Discord which commands there are (-- --guild ID: one server only)"],
  async run(token, { DISCORD_APP_ID: appId, DISCORD_API_ROOT: apiRoot, HTTPS_PROXY: proxy }, order) {
    const { args, commands, print } = order;
    const guild = guildOf(args);
    const { registerCommands } = await import("./register.ts");
    await registerCommands({ token, commands, guild, appId, apiRoot, proxy, print });
  },
};

function guildOf(args: readonly string[]): string | undefined {
  try {
    const given = args.filter((arg) => arg !== "--");
    return parseArgs({ args: given, options: { guild: { type: "string" } } }).values.guild;
  } catch {
    throw new UsageError("discord:commands takes nothing, or --guild and the id of a server.");
  }
}

export const descriptor = {
  name: "discord",
  settings,
  token: "DISCORD_TOKEN",
  libraries: ["discord.js", "@discordjs", "@vladfrangu", "ws", "undici"],
  /** A token begins with the id of its account, in base64url. */
  account: (token) => Buffer.from(token.split(".")[0] ?? "", "base64url").toString(),
  /** By the nonce of a message: https://docs.discord.com/developers/resources/message#create-message. */
  repeat: () => "key",
  /** As many as its library keeps in order by itself. */
  mostAtOnce: 30,
  leavesToOthers: (given) => (shareOf(given)?.isPart === true ? "SHARD_IDS" : undefined),
  async create(token, given, shared) {
    const { DISCORD_API_ROOT: apiRoot, HTTPS_PROXY: proxy } = given;
    const { createDiscordAdapter } = await import("./index.ts");
    return createDiscordAdapter({ ...shared, token, apiRoot, proxy, share: shareOf(given) });
  },
  async examine(token, given, tools) {
    const { DISCORD_APP_ID: appId, DISCORD_API_ROOT: apiRoot, HTTPS_PROXY } = given;
    const { checkDiscord } = await import("./checks.ts");
    const proxy = HTTPS_PROXY !== undefined;
    return checkDiscord({ ...tools, token, appId, apiRoot, proxy, shards: shareOf(given)?.count });
  },
  operations: [register],
} as const satisfies Descriptor<Settings>;
