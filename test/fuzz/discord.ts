/** Payloads of Discord's gateway, in and out of shape, through its library and the bot's own handlers. */
import { type Client, Events } from "discord.js";
import fc from "fast-check";
import { COMMANDS } from "../../src/app/commands.ts";
import { createSaid } from "../../src/adapters/shared/said.ts";
import { createShelf } from "../../src/adapters/shared/shelf.ts";
import { createTurns } from "../../src/adapters/shared/turns.ts";
import { NOTHING_SET } from "../../src/adapters/shared/locale.ts";
import { createClient } from "../../src/adapters/discord/client.ts";
import { descriptor } from "../../src/adapters/discord/descriptor.ts";
import { createHandlers } from "../../src/adapters/discord/handler.ts";
import { createIllustrator } from "../../src/adapters/discord/illustrate.ts";
import { TOKEN } from "../support/discord/world.ts";
import { border } from "./border.ts";
import { patient, wholeBot, type WholeBot } from "./bot.ts";
import { damaged, type Json, oddJson, oddText } from "./odd.ts";
import {
  CHANNEL,
  DM,
  GUILD,
  HOME,
  ME,
  messageBase,
  packetsOf,
  person,
  READY,
  StrictDiscord,
} from "./strict-discord.ts";

interface Input {
  event: string;
  data: Json;
  /** In order: it has to be answered. */
  asks?: true;
}

const who = fc.integer({ min: 1, max: 1e6 }).map((n) => person(String(118_888_888_000_000_000n + BigInt(n))));
const member = (user: Json): Json => ({
  user,
  roles: [],
  joined_at: messageBase.timestamp,
  permissions: "32",
  flags: 0,
});
const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;

const direct = fc.tuple(who, oddText).map(([author, content]): Input => {
  const data = plain({ ...messageBase, id: "1", channel_id: DM, channel_type: 1, author, content });
  // One without words is taken for a picture, and told so once.
  return { event: "MESSAGE_CREATE", data, ...(content !== "" && { asks: true }) };
});
const mention = fc.tuple(who, oddText).map(([author, said]): Input => {
  const mentions = [{ ...READY.user, member: { roles: [] } }];
  const there = { channel_id: CHANNEL, guild_id: GUILD, member: member(author), mentions };
  const data = plain({ ...messageBase, id: "1", author, content: `<@${ME}> ${said}`, ...there });
  return { event: "MESSAGE_CREATE", data, asks: true };
});

const LOCALES = ["zh-CN", "zh-TW", "en-US", "ja", "xx"];
const interaction = (type: number, user: Json, locale: string, data: Json, more: object = {}): Json =>
  plain({
    id: "1",
    application_id: ME,
    type,
    token: "t",
    version: 1,
    channel_id: CHANNEL,
    channel: { id: CHANNEL, type: 0, name: "x", permissions: "0" },
    guild_id: GUILD,
    member: member(user),
    locale,
    guild_locale: "zh-CN",
    app_permissions: "274878024704",
    entitlements: [],
    authorizing_integration_owners: { "0": GUILD },
    context: 0,
    data,
    ...more,
  });

const option = fc.record({
  type: fc.constantFrom(3, 4, 5),
  name: fc.constantFrom(
    "cluster",
    "city",
    "topic",
    "first",
    "question",
    "private",
    "zone",
    "days",
    "language",
    "x",
  ),
  value: fc.oneof<fc.Arbitrary<Json>[]>(oddText, fc.integer(), fc.boolean()),
});
const commandNames = [...COMMANDS.map(({ name }) => name), "gone", "__proto__"];
const slash = fc
  .tuple(
    who,
    fc.constantFrom(...LOCALES),
    fc.constantFrom(...commandNames),
    fc.array(option, { maxLength: 3 }),
  )
  .map(([user, locale, name, options]): Input => {
    const under = [{ type: 1, name: "on", options }];
    const data = { id: "5", type: 1, name, options: name === "daily" ? under : options };
    return { event: "INTERACTION_CREATE", data: interaction(2, user, locale, data), asks: true };
  });
const menu = fc.tuple(who, fc.constantFrom(...LOCALES), oddText).map(([user, locale, content]): Input => {
  const target = { ...messageBase, id: "6", channel_id: CHANNEL, author: user, content };
  const data = {
    id: "5",
    type: 3,
    name: "Ask about this",
    target_id: "6",
    resolved: { messages: { "6": target } },
  };
  return { event: "INTERACTION_CREATE", data: interaction(2, user, locale, plain(data)), asks: true };
});
const customId = fc.oneof(
  oddText,
  fc
    .tuple(fc.constantFrom("ask:", "card:", "page:", "page:1:", "v1:+:fact:", "v1:-:"), oddText)
    .map((parts) => parts.join("")),
  fc.constantFrom("v1:+:members:F001,F002", "ask:/help", "card:/daily", "page:1:0", "page:__proto__:0"),
);
const button = fc
  .tuple(who, fc.constantFrom(...LOCALES), customId)
  .map(([user, locale, custom_id]): Input => {
    const message = { ...messageBase, id: "8", channel_id: CHANNEL, author: READY.user };
    const data = { component_type: 2, custom_id, id: 1 };
    return { event: "INTERACTION_CREATE", data: interaction(3, user, locale, data, { message }), asks: true };
  });
const typing = fc
  .tuple(who, fc.constantFrom(...LOCALES), fc.constantFrom(...commandNames), oddText)
  .map(([user, locale, name, value]): Input => {
    const options = [{ type: 3, name: "cluster", value, focused: true }];
    const data = { id: "5", type: 1, name, options };
    return { event: "INTERACTION_CREATE", data: interaction(4, user, locale, data), asks: true };
  });
const joined = fc.constant<Input>({
  event: "GUILD_CREATE",
  data: plain({ ...HOME, id: "118888888888888844" }),
});

const whole = fc.oneof(direct, mention, slash, menu, button, typing, joined);
const broken = fc
  .tuple(whole, fc.nat())
  .chain(([{ event, data }]) =>
    damaged(fc.constant(data)).map((changed): Input => ({ event, data: changed })),
  );
const EVENTS = ["MESSAGE_CREATE", "INTERACTION_CREATE", "GUILD_CREATE", "MESSAGE_UPDATE", "CHANNEL_CREATE"];
const inputs = fc.oneof(
  { weight: 5, arbitrary: whole },
  { weight: 6, arbitrary: broken },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...EVENTS), oddJson).map(([event, data]): Input => ({ event, data })),
  },
);

interface Intake {
  client: Client;
  /** Hands a packet to the library. @returns when everything it led to is over. */
  take: (event: string, data: Json) => Promise<void>;
}

/** As service.ts puts it together, without the way to Discord. */
function intake(bot: WholeBot, server: StrictDiscord): Intake {
  const client = createClient({ token: TOKEN, log: bot.log, requestsPerSecond: 1e9 });
  client.rest.options.makeRequest = server.makeRequest;
  client.rest.setToken(TOKEN);
  const failed = (error: unknown, where: string): void =>
    bot.log.warn({ reason: String(error), where }, "could not answer");
  const handlers = createHandlers({
    attend: bot.attend,
    commands: COMMANDS,
    vote: bot.vote,
    complete: () => ["半导体与集成电路"],
    setting: NOTHING_SET,
    log: bot.log,
    now: () => 0, // every interaction is new
    manners: patient(),
    shelf: createShelf(),
    said: createSaid(),
    turns: createTurns(),
    illustrator: createIllustrator({ draw: undefined, log: bot.log, token: TOKEN }),
    failed,
  });
  let open: Promise<unknown>[] = [];
  const entry =
    <E extends { id: string }>(handle: (event: E) => Promise<void>) =>
    (event: E): void =>
      void open.push(handle(event).catch((error: unknown) => failed(error, event.id)));
  client.on(Events.MessageCreate, entry(handlers.message));
  client.on(Events.InteractionCreate, entry(handlers.interaction));
  client.on(Events.GuildCreate, entry(handlers.guild));
  const packet = packetsOf(client);
  packet("READY", READY);
  packet("GUILD_CREATE", plain(HOME));
  return {
    client,
    async take(event, data) {
      open = [];
      packet(event, data);
      await Promise.all(open);
    },
  };
}

/** The library itself stumbles over what Discord never sends: the process goes on, see adapters/shared/guard.ts. */
function isLibrarys(error: unknown): boolean {
  // BigInt and the like have no place.
  const places = (error instanceof Error ? (error.stack ?? "") : "")
    .split("\n    at ")
    .slice(1)
    .filter((frame) => frame.includes("/"));
  const ours = places.findIndex((frame) => !frame.includes("node_modules/"));
  // What a library calls is its own affair too.
  return places
    .slice(0, ours === -1 ? undefined : ours)
    .some((frame) => descriptor.libraries.some((name) => frame.includes(`node_modules/${name}/`)));
}

/** Whether everything in it that is an id is one of Discord's. */
function isNumbered(value: Json): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) return value.every(isNumbered);
  return Object.entries(value).every(([key, below]) =>
    /(?:^|_)id$/u.test(key) && key !== "custom_id"
      ? typeof below === "string" && /^\d+$/u.test(below)
      : isNumbered(below),
  );
}

const FRESH = 1_000;

export const discord = border<Input>({
  name: "discord",
  corpus: [
    {
      event: "INTERACTION_CREATE",
      data: JSON.parse('{"type":3,"data":{"__proto__":{"component_type":2}}}') as Json,
    },
  ],
  inputs,
  async open() {
    const bot = await wholeBot();
    let server = new StrictDiscord();
    let { client, take } = intake(bot, server);
    let number = 0;
    return {
      async meet({ event, data, asks }) {
        number += 1;
        if (number % FRESH === 0) {
          await client.destroy();
          server = new StrictDiscord();
          ({ client, take } = intake(bot, server));
        }
        server.begin();
        try {
          await take(event, plain(data));
        } catch (error) {
          if (!isLibrarys(error)) throw error;
          bot.logged();
          return "the library refuses it";
        }
        const lines = bot.logged();
        // What is sent names what it answers: where Discord never numbers so, nothing is promised.
        const own = lines.filter(
          (line) => asks === true || (/half of a sign|too long/u.test(line) && isNumbered(data)),
        );
        if (own.length > 0) throw new Error(`logged: ${own.join(" | ").slice(0, 600)}`);
        if (asks === true && server.sent.length === 0) throw new Error("a question without an answer");
        return server.sent.length > 0 ? "answered" : lines.length > 0 ? "refused" : "ignored";
      },
      async close() {
        await client.destroy();
        await bot.close();
      },
    };
  },
});
