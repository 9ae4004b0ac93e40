/**
 * A Discord on loopback for tests: the server is npm discord-digital-twin, written by others; before its REST stand
 * what takes files, see `uploads.ts`, and before that a fault proxy. Ours are the events the server leaves out or sends incomplete, as Discord documents them: mentions,
 * direct messages, replies, joining a server, malformed packets, closing the gateway.
 * Not covered by the server: length limits, RESUME, intents, nonces, rate limits, token checks on REST.
 * One world a process.
 */
import { BARE_MESSAGE } from "./bare.ts";
import type { APIMessage, InteractionContextType } from "discord-api-types/v10";
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  ComponentType,
  GatewayDispatchEvents,
  InteractionType,
  MessageFlags,
} from "discord-api-types/v10";
import { DigitalDiscord, generateSnowflake } from "discord-digital-twin";
import { vi } from "vitest";
import * as z from "zod";
import { createFaultProxy, type FaultProxy } from "../fault-proxy.ts";
import { createUploads } from "./uploads.ts";

export const TOKEN = "MTE4ODg4ODg4ODg4ODg4ODg4.GhIjKl.abcdefghijklmnopqrstuvwxyz0123456789AB";
const ROOMS = 60;

/** A channel of its own and a person of its own, so that no test meets another's conversation. */
export interface Room {
  channel: string;
  user: string;
  /** The server it is in; the first unless given. */
  guild?: string;
}

export interface Say {
  /** Who is mentioned; the bot unless given. */
  mentions?: string[];
  /** The sender is a bot. */
  byBot?: boolean;
  /** Same id as an earlier message: Discord may deliver twice. */
  id?: string;
  everyone?: boolean;
  /** The message it replies to. */
  replyTo?: string;
}

export type World = Awaited<ReturnType<typeof createWorld>>;

/** @param guilds ids of the servers, which have the rooms in turn; one of any id unless given. */
export async function createWorld(guilds: readonly string[] = [generateSnowflake()]) {
  const ids = Array.from({ length: ROOMS }, (_, i) => ({
    channel: generateSnowflake(),
    user: generateSnowflake(),
    guild: guilds[i % guilds.length] ?? "",
  }));
  const twin = new DigitalDiscord({
    botToken: TOKEN,
    guilds: guilds.map((id) => ({
      id,
      name: `server ${id}`,
      channels: ids.flatMap(({ channel, guild }, i) =>
        guild === id ? [{ id: channel, name: `room-${i}`, type: ChannelType.GuildText }] : [],
      ),
    })),
    users: ids.map(({ user }, i) => ({ id: user, username: `person${i}` })),
  });
  await twin.start();
  const uploads = await createUploads(twin);
  const proxy: FaultProxy = await createFaultProxy(uploads.url);
  /** The language people use Discord in, Simplified Chinese unless they said otherwise; the server alone knows English. */
  const tongues = new Map<string, string>();
  const visits = new Map<string, object>();
  speakFor(twin["server"]?.gateway, tongues, visits);
  let used = 0;

  const room = (): Room => {
    const next = ids[used++];
    if (!next) throw new Error(`there are only ${ROOMS} rooms`);
    return next;
  };
  const guildOf = ({ guild = twin.guildId }: Room): string => guild;
  const dispatch = (event: string, data: unknown): void => twin["server"]?.gateway.broadcast(event, data);
  const person = (id: string, bot = false) => ({
    id,
    username: id,
    discriminator: "0",
    avatar: null,
    bot,
    global_name: null,
  });

  /** A message in a channel of the server, or, without `guild`, a direct one. */
  const deliver = async (
    { channel, user }: Room,
    content: string,
    say: Say,
    guild: string | undefined,
  ): Promise<string> => {
    const id = say.id ?? generateSnowflake();
    const stored = await twin.prisma.channel.findUnique({ where: { id: channel } });
    const known = await twin.prisma.message.findUnique({ where: { id } });
    if (!known)
      await twin.prisma.message.create({
        data: { id, channelId: channel, authorId: user, content },
      });
    dispatch(GatewayDispatchEvents.MessageCreate, {
      ...written(channel, id, content, person(user, say.byBot)),
      channel_type: stored?.type ?? ChannelType.GuildText,
      ...(guild === undefined
        ? {}
        : {
            guild_id: guild,
            member: { roles: [], joined_at: new Date().toISOString(), flags: 0 },
          }),
      mention_everyone: say.everyone ?? false,
      mentions: (say.mentions ?? [twin.botUserId]).map((mentioned) =>
        person(mentioned, mentioned === twin.botUserId),
      ),
      ...(say.replyTo !== undefined && {
        type: 19,
        message_reference: { type: 0, message_id: say.replyTo, channel_id: channel, guild_id: guild },
      }),
    });
    return id;
  };

  const botMessages = async (channel: string): Promise<APIMessage[]> => {
    const begun = (await twin.channel(channel).getMessages()).map(({ id }) => id);
    await uploads.settled();
    const all = await twin.channel(channel).getMessages();
    return all.filter(({ id, author }) => author.id === twin.botUserId && begun.includes(id));
  };

  /** A pressed button. The server alone would put a deferred new message into the message with the button. */
  const press = async (
    { channel, user }: Room,
    messageId: string,
    customId: string,
  ): Promise<{ id: string }> => {
    const id = generateSnowflake();
    const token = `press-${id}`;
    const inPlace = /^(?:page|card):/u.test(customId) ? messageId : null;
    await twin.prisma.interactionResponse.create({
      data: {
        interactionId: id,
        interactionToken: token,
        applicationId: twin.botUserId,
        channelId: channel,
        type: 0,
        messageId: inPlace,
      },
    });
    const { permissions } = await twin.prisma.guildMember.findUniqueOrThrow({
      where: { guildId_userId: { guildId: twin.guildId, userId: user } },
    });
    const message = (await botMessages(channel)).find((candidate) => candidate.id === messageId);
    dispatch(GatewayDispatchEvents.InteractionCreate, {
      id,
      token,
      application_id: twin.botUserId,
      type: InteractionType.MessageComponent,
      version: 1,
      guild_id: twin.guildId,
      channel_id: channel,
      channel: { id: channel, type: ChannelType.GuildText },
      member: {
        user: person(user),
        roles: [],
        joined_at: new Date().toISOString(),
        flags: 0,
        permissions: permissions ?? "0",
      },
      message,
      data: { custom_id: customId, component_type: ComponentType.Button },
      app_permissions: "0",
      entitlements: [],
      authorizing_integration_owners: {},
    });
    return { id };
  };

  return {
    twin,
    proxy,
    room,
    dispatch,
    me: twin.botUserId,
    /** As an adapter's `apiRoot`: the REST behind the fault proxy. */
    apiRoot: `${proxy.url}/api`,
    say: (where: Room, text: string, say: Say = {}) => deliver(where, text, say, guildOf(where)),
    mention: (where: Room, text: string, say: Say = {}) =>
      deliver(where, `<@${twin.botUserId}> ${text}`, say, guildOf(where)),
    async directRoom(user: string): Promise<Room> {
      const channel = generateSnowflake();
      await twin.prisma.channel.create({ data: { id: channel, type: ChannelType.DM } });
      return { channel, user };
    },
    direct: (where: Room, text: string) => deliver(where, text, { mentions: [] }, undefined),
    /** @param words the command, and its sub-command where it has one: `daily on`. */
    slash: ({ channel, user, guild }: Room, words: string, options: Record<string, OptionValue> = {}) =>
      twin.simulateInteraction({
        type: InteractionType.ApplicationCommand,
        channelId: channel,
        userId: user,
        ...(guild !== undefined && { guildId: guild }),
        data: called(words, optionsOf(options)),
      }),
    type: ({ channel, user }: Room, words: string, option: string, value: string) =>
      twin.simulateInteraction({
        type: InteractionType.ApplicationCommandAutocomplete,
        channelId: channel,
        userId: user,
        data: called(words, [{ name: option, type: 3, value, focused: true }]),
      }),
    /** Chooses the bot's entry in the menu of a message somebody wrote. */
    menu: ({ channel, user }: Room, messageId: string, content: string, author = user) =>
      twin.simulateInteraction({
        type: InteractionType.ApplicationCommand,
        channelId: channel,
        userId: user,
        data: {
          id: generateSnowflake(),
          name: "Ask about this",
          type: ApplicationCommandType.Message,
          target_id: messageId,
          resolved: { messages: { [messageId]: written(channel, messageId, content, person(author)) } },
        },
      }),
    /** A person acts from now on where the bot is only because they installed it for themselves. */
    visit: (user: string, context: InteractionContextType) =>
      void visits.set(user, {
        context,
        authorizing_integration_owners: { [ApplicationIntegrationType.UserInstall]: user },
      }),
    press,
    /** Marks a message as Discord marks the answer to a private acknowledgement; the twin forgets to. */
    async hide(id: string): Promise<void> {
      await twin.prisma.message.update({ where: { id }, data: { flags: MessageFlags.Ephemeral } });
    },
    /** A person uses Discord in a language from now on. */
    speak: (user: string, locale: string) => void tongues.set(user, locale),
    /** What a person may do in the server, as Discord sends it with an interaction: a bit field. */
    permit: async (userId: string, permissions: bigint): Promise<void> => {
      await twin.prisma.guildMember.update({
        where: { guildId_userId: { guildId: twin.guildId, userId } },
        data: { permissions: String(permissions) },
      });
    },
    /** Gives a person that one role, or none; a role that is new is announced. */
    async role(userId: string, permissions?: bigint): Promise<void> {
      const roles = permissions === undefined ? [] : [`${BigInt(generateSnowflake())}`];
      for (const id of roles) {
        const role = { id, name: "role", permissions: String(permissions), position: 1 };
        await twin.prisma.role.create({ data: { ...role, guildId: twin.guildId } });
        dispatch(GatewayDispatchEvents.GuildRoleCreate, { guild_id: twin.guildId, role });
      }
      await twin.prisma.guildMember.update({
        where: { guildId_userId: { guildId: twin.guildId, userId } },
        data: { roles: JSON.stringify(roles) },
      });
    },
    botMessages,
    /** Every file a message holds. */
    files: uploads.held,
    /** Waits for the bot's message number `count` in a channel. */
    heard: (channel: string, count = 1): Promise<APIMessage> =>
      vi.waitFor(
        async () => {
          const message = (await botMessages(channel))[count - 1];
          if (!message) throw new Error(`the bot said fewer than ${count} things`);
          return message;
        },
        { timeout: 60_000, interval: 30 },
      ),
    /** What the bot said to Discord about an interaction: type and data of its callback. */
    async callback(
      interactionId: string,
    ): Promise<{ type: number; data: string | null; messageId: string | null }> {
      return twin
        .channel("")
        .waitForInteractionAck({ interactionId })
        .then(() => twin.prisma.interactionResponse.findUniqueOrThrow({ where: { interactionId } }));
    },
    closeGateway(code: number): void {
      for (const client of twin["server"]?.gateway.clients ?? []) client.ws.close(code);
    },
    async stop(): Promise<void> {
      await proxy.close();
      await uploads.close();
      await twin.stop();
    },
  };
}

interface Gateway {
  broadcast(event: string, data: unknown): void;
}

const Spoken = z.looseObject({ member: z.looseObject({ user: z.looseObject({ id: z.string() }) }) });

/** Writes into each interaction the language of whoever acts, and what brought the bot there. */
function speakFor(
  gateway: Gateway | undefined,
  tongues: ReadonlyMap<string, string>,
  visits: ReadonlyMap<string, object>,
): void {
  if (!gateway) return;
  const broadcast = gateway.broadcast.bind(gateway);
  gateway.broadcast = (event, data) => {
    const spoken = event === "INTERACTION_CREATE" ? Spoken.safeParse(data) : undefined;
    if (!spoken?.success) return broadcast(event, data);
    const { id } = spoken.data.member.user;
    broadcast(event, { ...spoken.data, ...visits.get(id), locale: tongues.get(id) ?? "zh-CN" });
  };
}

type OptionValue = string | number | boolean;

function typeOf(value: OptionValue): ApplicationCommandOptionType {
  if (typeof value === "boolean") return ApplicationCommandOptionType.Boolean;
  return typeof value === "number"
    ? ApplicationCommandOptionType.Integer
    : ApplicationCommandOptionType.String;
}

const optionsOf = (options: Record<string, OptionValue>) =>
  Object.entries(options).map(([name, value]) => ({ name, type: typeOf(value), value }));

function called(words: string, options: readonly object[]) {
  const [name, subcommand] = words.split(" ");
  const within = { name: subcommand, type: ApplicationCommandOptionType.Subcommand, options };
  return {
    id: generateSnowflake(),
    name,
    type: ApplicationCommandType.ChatInput,
    options: subcommand === undefined ? options : [within],
  };
}

/** A message as Discord sends it with an interaction. */
const written = (channel: string, id: string, content: string, author: object): object => ({
  ...BARE_MESSAGE,
  id,
  channel_id: channel,
  author,
  content,
  timestamp: new Date().toISOString(),
});

/** Every text of a message that a person can read. */
export function shown(message: APIMessage): string {
  const embeds = message.embeds.flatMap((embed) => [
    embed.title,
    embed.description,
    ...(embed.fields ?? []).map((field) => field.value),
    embed.footer?.text,
  ]);
  return [message.content, ...embeds].filter(Boolean).join("\n");
}

const Rows = z.array(
  z.object({
    components: z.array(
      z.object({ label: z.string(), custom_id: z.string(), disabled: z.boolean().default(false) }),
    ),
  }),
);

/** Labels and ids of the buttons under a message. */
export function buttonsOf(message: APIMessage): { label: string; id: string; disabled: boolean }[] {
  const buttons = Rows.parse(message.components ?? []).flatMap((row) => row.components);
  return buttons.map(({ label, custom_id: id, disabled }) => ({ label, id, disabled }));
}
