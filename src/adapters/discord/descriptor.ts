/** Discord, as the program knows it. Its library is loaded only where something is made or asked. */
import { parseArgs } from "node:util";
import * as z from "zod";
import { address, text } from "../../shared/settings.ts";
import { UsageError } from "../../shared/usage-error.ts";
import type { Descriptor, Operation, Way } from "../shared/descriptor.ts";
import { misfit, shardSettings, shareOf } from "./share.ts";

const settings = z
  .object({
    DISCORD_TOKEN: text.optional(),
    DISCORD_APP_ID: z
      .string()
      .regex(/^\d{15,21}$/, "must be the number Discord shows, 15 to 21 digits")
      .optional(),
    /** Address of the API without version. */
    DISCORD_API_ROOT: address.optional(),
    ...shardSettings,
  })
  .superRefine((given, issues) => {
    const message = misfit(given);
    if (message !== undefined) issues.addIssue({ code: "custom", path: ["SHARD_IDS"], message });
  });
type Settings = z.infer<typeof settings> & Way;

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
  async examine(token, { DISCORD_APP_ID: appId, DISCORD_API_ROOT: apiRoot, HTTPS_PROXY }, tools) {
    const { checkDiscord } = await import("./checks.ts");
    return checkDiscord({ ...tools, token, appId, apiRoot, proxy: HTTPS_PROXY !== undefined });
  },
  operations: [register],
} as const satisfies Descriptor<Settings>;
