import { GatewayDispatchEvents, MessageFlags } from "discord-api-types/v10";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { LONG, SHORT } from "../support/discord/answers.ts";
import { realAsk, startBot, type TestLog } from "../support/discord/bot.ts";
import { buttonsOf, createWorld, shown, type World } from "../support/discord/world.ts";
import type { Platform } from "../../src/adapters/shared/descriptor.ts";
import { complete } from "../../src/core/read/nearest.ts";
import type { Question } from "../../src/core/types.ts";
import { dataset } from "../support/bot.ts";

let world: World;
let adapter: Platform;
let log: TestLog;
const asked: Question[] = [];

beforeAll(async () => {
  world = await createWorld();
  ({ adapter, log } = await startBot(
    world.apiRoot,
    (question) => {
      asked.push(question);
      if (question.text.includes("回声")) return { ...SHORT, title: { ...SHORT.title, text: question.text } };
      return question.text === "长" ? LONG : realAsk(question);
    },
    {
      complete: (text, kind, most, locale) =>
        text === "回声" ? [`${text} ${locale}`] : complete(dataset, text, kind, most),
    },
  ));
});

afterAll(async () => {
  await adapter.stop();
  await world.stop();
});

/** Something that is certainly answered, after everything said before it. */
async function settle(room: { channel: string; user: string }, count = 1): Promise<void> {
  await world.mention(room, "深圳");
  await world.heard(room.channel, count);
}

/** With which flags Discord was told that an answer comes. */
const flagsOf = ({ data }: { data: string | null }): unknown =>
  new Map(Object.entries(z.looseObject({}).parse(JSON.parse(data ?? "{}")))).get("flags") ?? 0;

describe("in a server", () => {
  it("answers who mentions it, as a reply with sources", async () => {
    const room = world.room();
    const id = await world.mention(room, "半导体集群以哪些城市为核心？");
    const answer = await world.heard(room.channel);
    expect(shown(answer)).toContain("半导体");
    expect(answer.embeds[0]?.fields?.[0]?.name).toBe("来源");
    expect(answer.message_reference?.message_id).toBe(id);
  });

  it("answers a bare mention with how to ask", async () => {
    const room = world.room();
    await world.mention(room, "");
    expect(shown(await world.heard(room.channel))).toContain("/cluster");
  });

  it("is silent when nobody speaks to it", async () => {
    const room = world.room();
    await world.say(room, "半导体", { mentions: [] });
    await world.say(room, "@everyone 半导体", { mentions: [], everyone: true });
    await world.say(room, "半导体", { mentions: ["1234567890"] });
    await settle(room);
    expect(await world.botMessages(room.channel)).toHaveLength(1);
  });

  it("answers neither bots nor itself", async () => {
    const room = world.room();
    await world.mention(room, "半导体", { byBot: true });
    await world.mention({ ...room, user: world.me }, "半导体", { byBot: true });
    await settle(room);
    expect(await world.botMessages(room.channel)).toHaveLength(1);
  });

  it("ignores edits", async () => {
    const room = world.room();
    const messageId = await world.say(room, "半导体", { mentions: [] });
    await world.twin.simulateUserMessageEdit({
      messageId,
      channelId: room.channel,
      content: `<@${world.me}> 半导体`,
    });
    await settle(room);
    expect(await world.botMessages(room.channel)).toHaveLength(1);
  });

  it("answers a message delivered twice once", async () => {
    const room = world.room();
    const id = await world.mention(room, "半导体");
    await world.mention(room, "半导体", { id });
    await settle(room, 2);
    expect(await world.botMessages(room.channel)).toHaveLength(2);
  });

  it("keeps the thread of a conversation, for each person", async () => {
    const room = world.room();
    await world.mention(room, "半导体的核心城市");
    await world.mention(room, "那新能源呢？");
    expect(shown(await world.heard(room.channel, 2))).toContain("新能源");
  });

  it("answers in a thread where the thread is", async () => {
    const room = world.room();
    const thread = { ...room, channel: "" };
    const created = await world.twin.prisma.channel.create({
      data: {
        id: `${BigInt(room.channel) + 1n}`,
        guildId: world.twin.guildId,
        type: 11,
        name: "thread",
        parentId: room.channel,
      },
    });
    thread.channel = created.id;
    world.dispatch(GatewayDispatchEvents.ThreadCreate, {
      id: created.id,
      type: 11,
      guild_id: world.twin.guildId,
      parent_id: room.channel,
      name: "thread",
      thread_metadata: {
        archived: false,
        auto_archive_duration: 60,
        archive_timestamp: new Date().toISOString(),
        locked: false,
      },
    });
    await world.mention(thread, "半导体");
    expect(shown(await world.heard(thread.channel))).toContain("半导体");
    const posted = await adapter.post({ platform: "discord", id: room.channel, thread: created.id }, SHORT);
    expect((await world.heard(thread.channel, 2)).id).toBe(posted.id);
  });
});

describe("in direct messages", () => {
  it("answers free text", async () => {
    const room = await world.directRoom(world.room().user);
    await world.direct(room, "深圳有哪些集群？");
    expect(shown(await world.heard(room.channel))).toContain("深圳");
  });
});

describe("slash commands", () => {
  it("acknowledges first and then answers", async () => {
    const room = world.room();
    const { id } = await world.slash(room, "cluster", { cluster: "半导体" });
    expect((await world.callback(id)).type).toBe(5);
    expect(shown(await world.heard(room.channel))).toContain("半导体与集成电路");
  });

  it("answers the question of /ask, to everybody unless it is asked privately", async () => {
    const room = world.room();
    const { id } = await world.slash(room, "ask", { question: "半导体" });
    expect(flagsOf(await world.callback(id))).toBe(0);
    expect(shown(await world.heard(room.channel))).toContain("半导体与集成电路");
    const hidden = await world.slash(room, "ask", { question: "半导体", private: true });
    expect(flagsOf(await world.callback(hidden.id))).toBe(MessageFlags.Ephemeral);
    expect(shown(await world.heard(room.channel, 2))).toContain("半导体与集成电路");
  });

  it("keeps what a button below a private answer shows private", async () => {
    const room = world.room();
    await world.slash(room, "ask", { question: "半导体", private: true });
    const answer = await world.heard(room.channel);
    await world.hide(answer.id);
    const button = buttonsOf(answer).find(({ id }) => id.startsWith("ask:"));
    const { id } = await world.press(room, answer.id, button?.id ?? "");
    expect(flagsOf(await world.callback(id))).toBe(MessageFlags.Ephemeral);
  });

  it("takes several options in the order of the question", async () => {
    const room = world.room();
    await world.slash(room, "role", { cluster: "半导体", city: "深圳" });
    expect(shown(await world.heard(room.channel))).toMatch(/深圳[\s\S]*半导体/u);
  });

  it.each([
    ["Chinese", "半导", "半导体与集成电路"],
    ["pinyin", "bandaoti", "半导体与集成电路"],
    ["English", "semicond", "半导体与集成电路"],
  ])("offers names typed in %s, the best first", async (_language, typed, name) => {
    const { id } = await world.type(world.room(), "cluster", "cluster", typed);
    const { data } = await world.callback(id);
    const { choices } = JSON.parse(data ?? "{}") as { choices: unknown[] };
    expect(choices[0]).toEqual({ name, value: name });
  });

  it("offers no more than 25 names", async () => {
    const { id } = await world.type(world.room(), "compare", "first", "");
    const { choices } = JSON.parse((await world.callback(id)).data ?? "{}") as {
      choices: unknown[];
    };
    expect(choices).toHaveLength(25);
  });
});

describe("buttons", () => {
  it("ask the question they carry", async () => {
    const room = world.room();
    await world.mention(room, "半导体");
    const first = await world.heard(room.channel);
    const button = buttonsOf(first).find(({ id }) => id.startsWith("ask:"));
    await world.press(room, first.id, button?.id ?? "");
    expect((await world.heard(room.channel, 2)).embeds[0]?.title).toBeTruthy();
  });

  it("show all of a short answer in its place, and turn the pages of it", async () => {
    const room = world.room();
    await world.mention(room, "长");
    const first = await world.heard(room.channel);
    expect(shown(first).length).toBeLessThan(300);
    expect(shown(first)).not.toMatch(/第 \d 页/u);
    expect(buttonsOf(first).map(({ label }) => label)).toEqual(["更多"]);
    const turned = async (label: string, page: RegExp): Promise<void> => {
      const [now = first] = await world.botMessages(room.channel);
      const { id } = await world.press(room, now.id, buttonsOf(now).find((b) => b.label === label)?.id ?? "");
      expect((await world.callback(id)).type).toBe(6);
      await expect.poll(async () => shown((await world.botMessages(room.channel))[0] ?? first)).toMatch(page);
    };
    await turned("更多", /第 1 页，共 \d 页/u);
    await turned("下一页 ⟩", /第 2 页/u);
    await turned("⟨ 上一页", /第 1 页/u);
    expect(await world.botMessages(room.channel)).toHaveLength(1);
  });

  it("offer no more where an answer is shown whole", async () => {
    const room = world.room();
    await world.mention(room, "回声");
    expect(buttonsOf(await world.heard(room.channel))).toEqual([]);
  });

  it.each(["page:forgotten:1", "from-another-time", "ask:"])(
    "that nobody remembers (%s) are answered politely, to one person",
    async (customId) => {
      const room = world.room();
      await settle(room);
      const message = await world.heard(room.channel);
      const { id } = await world.press(room, message.id, customId);
      const { type, data } = await world.callback(id);
      expect(type).toBe(4);
      expect(JSON.parse(data ?? "")).toMatchObject({
        content: "这个按钮已经失效，请重新提问。",
        flags: MessageFlags.Ephemeral,
      });
    },
  );
});

describe("the language of a person", () => {
  it("goes along as a hint, never as a demand; with a message there is none", async () => {
    const room = world.room();
    world.speak(room.user, "fr");
    asked.length = 0;
    await world.slash(room, "cluster", { cluster: "回声" });
    const first = await world.heard(room.channel);
    world.speak(room.user, "zh-TW");
    await world.press(room, first.id, "ask:回声二");
    await world.heard(room.channel, 2);
    await world.mention(room, "回声三");
    await world.heard(room.channel, 3);
    expect(asked.map(({ text, hint, locale }) => [text, hint, locale])).toEqual([
      ["/cluster 回声", "en", undefined],
      ["回声二", "zh-TW", undefined],
      ["回声三", undefined, undefined],
    ]);
  });

  it("is that of what they choose from a list, which becomes the question", async () => {
    const room = world.room();
    asked.length = 0;
    for (const [i, locale] of ["en-US", "zh-TW", "zh-CN"].entries()) {
      world.speak(room.user, locale);
      await world.slash(room, "list", { class: "新兴" });
      await world.heard(room.channel, i + 1);
    }
    expect(asked.map(({ text }) => text)).toEqual(["/list emerging", "/list 新興", "/list 新兴"]);
  });

  it("is that of the names offered while they type", async () => {
    const room = world.room();
    world.speak(room.user, "en-GB");
    const { id } = await world.type(room, "cluster", "cluster", "回声");
    const { choices } = JSON.parse((await world.callback(id)).data ?? "{}") as { choices: unknown[] };
    expect(choices).toEqual([{ name: "回声 en", value: "回声 en" }]);
  });
});

describe("being added to a server", () => {
  const guild = (id: string, joined: Date, channel: string, locale?: string) => ({
    id,
    ...(locale !== undefined && { preferred_locale: locale }),
    name: "New",
    owner_id: "1",
    joined_at: joined.toISOString(),
    unavailable: false,
    member_count: 2,
    features: [],
    roles: [
      {
        id,
        name: "@everyone",
        permissions: "1071698660929",
        position: 0,
        color: 0,
        hoist: false,
        managed: false,
        mentionable: false,
      },
    ],
    members: [
      {
        user: { id: world.me, username: "bot", discriminator: "0", avatar: null },
        roles: [],
        joined_at: joined.toISOString(),
        flags: 0,
      },
    ],
    channels: [{ id: channel, type: 0, name: "hall", position: 0, permission_overwrites: [] }],
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    emojis: [],
    stickers: [],
    system_channel_id: null,
  });

  it("makes it introduce itself once", async () => {
    const room = world.room();
    const joined = guild("900000000000000001", new Date(), room.channel);
    world.dispatch(GatewayDispatchEvents.GuildCreate, joined);
    world.dispatch(GatewayDispatchEvents.GuildCreate, joined);
    const greeting = await world.heard(room.channel);
    expect(greeting.content).toContain("直接问");
    await settle(room, 2);
    expect(await world.botMessages(room.channel)).toHaveLength(2);
  });

  it.each([
    ["zh-TW", "900000000000000011", "直接問"],
    ["fr", "900000000000000012", "just ask"],
    // What every server has while nobody chose another tells nothing.
    ["en-US", "900000000000000013", "直接问"],
  ])("introduces itself in the language of the server: %s", async (locale, id, said) => {
    const room = world.room();
    world.dispatch(GatewayDispatchEvents.GuildCreate, guild(id, new Date(), room.channel, locale));
    expect((await world.heard(room.channel)).content).toContain(said);
  });

  it("says nothing in servers joined before, nor at start", async () => {
    const room = world.room();
    world.dispatch(GatewayDispatchEvents.GuildCreate, guild("900000000000000002", new Date(0), room.channel));
    await settle(room);
    expect(await world.botMessages(room.channel)).toHaveLength(1);
  });
});

describe("what people write", () => {
  const EVIL = "回声 @everyone <@1> **x** </help:1> https://x.y";
  const HARMLESS = String.raw`回声 \@everyone \<@1> \*\*x\*\* \</help:1> https\://x.y`;

  it("comes back as it was, and mentions nobody", async () => {
    const room = world.room();
    const { id } = await world.slash(room, "cluster", { cluster: EVIL });
    expect(shown(await world.heard(room.channel))).toContain(HARMLESS);
    const edited = world.proxy.forwarded.find(({ path, body }) => path.includes(id) && body.includes("回声"));
    expect(JSON.parse(edited?.body ?? "{}")).toMatchObject({
      allowed_mentions: { parse: [], replied_user: false },
    });
  });

  it("in a message neither mentions anybody nor is answered twice", async () => {
    const room = world.room();
    await world.mention(room, EVIL);
    expect(shown(await world.heard(room.channel))).toContain(String.raw`\@everyone`);
    const sent = world.proxy.forwarded.filter(({ path }) => path.includes(room.channel));
    expect(sent.map(({ body }) => JSON.parse(body) as object)).toMatchObject([
      { allowed_mentions: { parse: [], replied_user: false }, enforce_nonce: true },
    ]);
  });

  it("reaches no log", () => {
    expect(log.text()).not.toMatch(/回声|半导体|深圳/u);
  });
});
