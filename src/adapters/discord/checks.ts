/** What Discord says of the bot. */
import * as z from "zod";
import type { Command } from "../../core/commands.ts";
import { fail, type Finding, ok, warn } from "../../shared/finding.ts";
import { clockFinding, type Get, type Reply, strange, unreached } from "../../shared/reach.ts";
import { registrations } from "./commands.ts";
import { difference } from "./register.ts";

export interface DiscordParts {
  get: Get;
  token: string;
  /** Without version; https://discord.com/api unless given. */
  apiRoot: string | undefined;
  appId: string | undefined;
  proxy: boolean;
  /** How many shards the operator wants: as many as recommended unless given. */
  shards?: number | undefined;
  /** Every command there is. */
  commands: readonly Command[];
}

type Call = (path: string) => Promise<Reply>;

const User = z.object({ id: z.string(), username: z.string() });
const Application = z.object({ id: z.string() });
const Gateway = z.object({
  shards: z.number(),
  session_start_limit: z.object({ remaining: z.number(), reset_after: z.number() }),
});
const Registered = z.array(z.looseObject({ name: z.string() }));
const Guilds = z.array(z.object({ id: z.string(), name: z.string(), permissions: z.string() }));

const TOKEN = "discord: token";

export async function checkDiscord(parts: DiscordParts): Promise<Finding[]> {
  const { get, token, apiRoot = "https://discord.com/api", proxy } = parts;
  const call: Call = (path) => get(`${apiRoot}/v10${path}`, { authorization: `Bot ${token}` });
  try {
    const reply = await call("/users/@me");
    const clock = clockFinding("discord: clock", reply.clockAheadMs);
    const user = User.safeParse(reply.body).data;
    if (reply.status !== 200 || !user) return [refusal(reply), ...clock];
    return [
      ok(TOKEN, `${user.username}, ${user.id}`),
      ...clock,
      ...(await gatewayOf(call, parts)),
      ...(await commandsOf(call, parts)),
      ...(await permissionsIn(call, parts)),
    ];
  } catch (error) {
    return [unreached("discord: network", error instanceof Error ? error.message : String(error), proxy)];
  }
}

const refusal = (reply: Reply): Finding =>
  reply.status === 401
    ? fail(
        TOKEN,
        "Discord refuses it",
        "Copy it anew: discord.com/developers/applications → your application → Bot → Reset Token, into DISCORD_TOKEN.",
      )
    : strange(TOKEN, reply);

/** Fewer log-ins left than a day of restarts may take. */
const FEW_LOGINS = 20;

async function gatewayOf(call: Call, { shards }: DiscordParts): Promise<Finding[]> {
  const reply = await call("/gateway/bot");
  const gateway = Gateway.safeParse(reply.body).data;
  if (!gateway) return [strange("discord: log-ins", reply)];
  return [...loginsLeft(gateway), ...shardsFinding(gateway.shards, shards)];
}

function shardsFinding(recommended: number, wanted: number | undefined): Finding[] {
  const check = "discord: shards";
  const said = `Discord recommends ${recommended}`;
  if (wanted === undefined || wanted >= recommended) return [ok(check, said)];
  return [
    warn(check, `${said}, DISCORD_SHARDS is ${wanted}`, "Set it so in every process, and restart all."),
  ];
}

function loginsLeft({ session_start_limit: limit }: z.infer<typeof Gateway>): Finding[] {
  const check = "discord: log-ins";
  const { remaining, reset_after: resetMs } = limit;
  const said = `${remaining} left today`;
  const hours = Math.ceil(resetMs / 3_600_000);
  const remedy = `Something restarts again and again, see the log. Discord allows more in ${hours} h.`;
  if (remaining === 0) return [fail(check, said, remedy)];
  return [remaining < FEW_LOGINS ? warn(check, said, remedy) : ok(check, said)];
}

async function commandsOf(call: Call, { appId, commands }: DiscordParts): Promise<Finding[]> {
  const check = "discord: commands";
  const application = Application.safeParse((await call("/applications/@me")).body).data;
  if (appId !== undefined && application !== undefined && application.id !== appId)
    return [
      fail(
        "discord: application",
        `DISCORD_APP_ID is ${appId}, but the token belongs to ${application.id}`,
        "Set it to that, or leave it empty.",
      ),
    ];
  const id = appId ?? application?.id;
  if (id === undefined)
    return [
      warn(check, "the application could not be found out", "Set DISCORD_APP_ID (General Information)."),
    ];
  const reply = await call(`/applications/${id}/commands?with_localizations=true`);
  const registered = Registered.safeParse(reply.body).data;
  if (!registered) return [strange(check, reply)];
  const changes = difference(registered, registrations(commands));
  return [
    changes.length === 0
      ? ok(check, `${registered.length} are registered as they should be`)
      : warn(
          check,
          `${changes.length} differ: ${changes.slice(0, 5).join(", ")}`,
          "npm run discord:commands",
        ),
  ];
}

/** Bits of https://discord.com/developers/docs/topics/permissions, and what is missing without them. */
const NEEDED: readonly (readonly [bit: bigint, name: string])[] = [
  [1n << 10n, "View Channels"],
  [1n << 11n, "Send Messages"],
  [1n << 38n, "Send Messages in Threads"],
  [1n << 14n, "Embed Links"],
  [1n << 15n, "Attach Files"],
  [1n << 16n, "Read Message History"],
];
const ADMINISTRATOR = 1n << 3n;
/** As many as Discord gives in one go. */
const MOST_GUILDS = 200;
const MOST_NAMED = 5;

async function permissionsIn(call: Call, { appId }: DiscordParts): Promise<Finding[]> {
  const check = "discord: permissions";
  const reply = await call(`/users/@me/guilds?limit=${MOST_GUILDS}`);
  const guilds = Guilds.safeParse(reply.body).data;
  if (!guilds) return [strange(check, reply)];
  if (guilds.length === 0)
    return [
      warn(
        check,
        "the bot is in no server",
        `Invite it: https://discord.com/oauth2/authorize?client_id=${appId ?? "APP_ID"}&scope=bot+applications.commands`,
      ),
    ];
  const lacking = guilds.flatMap(({ name, permissions }) => {
    const missing = missingIn(BigInt(permissions));
    return missing.length === 0 ? [] : [warn(check, `${name}: without ${missing.join(", ")}`, REMEDY)];
  });
  const rest = lacking.length - MOST_NAMED;
  if (lacking.length === 0) return [ok(check, `all that is needed, in ${guilds.length} servers`)];
  return [
    ...lacking.slice(0, MOST_NAMED),
    ...(rest > 0 ? [warn(check, `and in ${rest} more servers`, REMEDY)] : []),
  ];
}

const REMEDY = "Give them to the bot's role in that server; a channel may take them away again.";

function missingIn(held: bigint): string[] {
  if ((held & ADMINISTRATOR) !== 0n) return [];
  return NEEDED.filter(([bit]) => (held & bit) === 0n).map(([, name]) => name);
}
