/** Discord's HTTP API as far as the bot uses it: takes what Discord takes, and tells what it would refuse. */
import { Client, type RESTOptions, Status } from "discord.js";
import { BARE_MESSAGE } from "../support/discord/bare.ts";
import { isWellFormed } from "./odd.ts";

export const ME = "118888888888888888";
export const GUILD = "118888888888888877";
export const CHANNEL = "118888888888888866";
export const DM = "118888888888888855";

/** Limits: https://docs.discord.com/developers/resources/message. */
const MOST = {
  content: 2_000,
  title: 256,
  description: 4_096,
  label: 80,
  custom_id: 100,
  name: 256,
  value: 1_024,
} as const;

/** Texts that are too long, wherever they stand; names of fields as Discord has them. */
function tooLong(value: unknown, key = ""): string[] {
  if (typeof value === "string") {
    const most = key in MOST ? MOST[key as keyof typeof MOST] : 6_000;
    return value.length > most ? [`${key} of ${value.length}`] : [];
  }
  if (typeof value !== "object" || value === null) return [];
  const own = Array.isArray(value)
    ? value.map((one): [string, unknown] => [key, one])
    : Object.entries(value);
  return own.flatMap(([name, below]) => tooLong(below, name));
}

export class StrictDiscord {
  /** What was sent for the running input, by its path. */
  readonly sent: { path: string; body: unknown }[] = [];
  #number = 119_000_000_000_000_000n;

  begin(): void {
    this.sent.length = 0;
  }

  readonly makeRequest: RESTOptions["makeRequest"] = async (url, init) => {
    const { pathname: path } = new URL(url);
    const body: unknown = typeof init.body === "string" ? JSON.parse(init.body) : undefined;
    this.sent.push({ path, body });
    if (!isWellFormed(body)) throw new Error("half of a sign was sent");
    const long = tooLong(body);
    if (long.length > 0) throw new Error(`too long: ${long.join(", ")}`);
    if (path.endsWith("/callback")) return reply(204);
    if (path.includes("/members/")) return reply(200, { user: person("2"), roles: [], flags: 0 });
    return reply(200, this.#message());
  };

  #message(): object {
    this.#number += 1n;
    const id = String(this.#number);
    return { ...messageBase, id, channel_id: CHANNEL, author: { ...person(ME), bot: true } };
  }
}

const reply = (status: number, body?: object): Response =>
  body === undefined ? new Response(null, { status }) : Response.json(body, { status });

export const person = (id: string) => ({
  id,
  username: "ann",
  discriminator: "0",
  avatar: null,
  global_name: "Ann",
});

export const messageBase = { ...BARE_MESSAGE, content: "", timestamp: "2026-11-30T09:00:00.000Z" } as const;

/** What the gateway hands to the library, without a gateway. */
interface Packets {
  status: Status;
  handlePacket(packet: { t: string; d: unknown }, shard: object): void;
}

export function packetsOf(client: Client): (t: string, d: unknown) => void {
  const packets = client.ws as unknown as Packets;
  packets.status = Status.Ready;
  const shard = { id: 0, checkReady: () => undefined };
  return (t, d) => packets.handlePacket({ t, d }, shard);
}

/** The account and one server, as they are told when the bot connects. */
export const READY = { user: { ...person(ME), bot: true }, guilds: [], application: { id: ME, flags: 0 } };
export const HOME = {
  id: GUILD,
  name: "广东产业",
  owner_id: "1",
  preferred_locale: "zh-CN",
  joined_at: "2020-01-01T00:00:00.000Z",
  roles: [{ id: GUILD, name: "@everyone", permissions: "274878024704", position: 0, color: 0, colors: {} }],
  channels: [{ id: CHANNEL, type: 0, name: "x", position: 0, permission_overwrites: [] }],
  members: [{ user: { ...person(ME), bot: true }, roles: [], joined_at: "2020-01-01T00:00:00.000Z" }],
  threads: [],
  emojis: [],
  stickers: [],
  features: [],
  voice_states: [],
  presences: [],
  stage_instances: [],
  guild_scheduled_events: [],
} as const;
