/** The bot where somebody takes it along, and its entry in the menu of a message. */
import { InteractionContextType, MessageFlags, PermissionFlagsBits } from "discord-api-types/v10";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Platform } from "../../src/adapters/shared/descriptor.ts";
import type { Answer, Question } from "../../src/core/types.ts";
import { realAsk, startBot } from "../support/discord/bot.ts";
import { createWorld, shown, type World } from "../support/discord/world.ts";

let world: World;
let adapter: Platform;
const asked: Question[] = [];
const given: Answer[] = [];

beforeAll(async () => {
  world = await createWorld();
  ({ adapter } = await startBot(world.apiRoot, (question) => {
    asked.push(question);
    given.push(realAsk(question));
    return given.at(-1) ?? realAsk(question);
  }));
});
beforeEach(() => void (asked.length = given.length = 0));
afterAll(async () => {
  await adapter.stop();
  await world.stop();
});

const { Guild, BotDM, PrivateChannel } = InteractionContextType;

describe("where the bot was not added", () => {
  it.each([
    ["a server", Guild],
    ["a chat of others", PrivateChannel],
  ])("it answers who brought it along: %s", async (_where, context) => {
    const room = world.room();
    world.visit(room.user, context);
    await world.slash(room, "cluster", { cluster: "半导体" });
    expect(shown(await world.heard(room.channel))).toContain("半导体与集成电路");
  });

  it.each([
    ["a server", Guild],
    ["a chat of others", PrivateChannel],
  ])("it says to them alone that it cannot post there: %s", async (_where, context) => {
    const room = world.room();
    world.visit(room.user, context);
    await world.permit(room.user, PermissionFlagsBits.ManageGuild);
    await world.slash(room, "daily on", { time: "09:00" });
    const notice = await world.heard(room.channel);
    expect(notice.content).toContain("这里没有添加粤群");
    expect(notice.flags).toBe(MessageFlags.Ephemeral);
    expect(asked).toEqual([]);
  });

  it("a button does no more than its command", async () => {
    const room = world.room();
    world.visit(room.user, Guild);
    world.speak(room.user, "en-US");
    await world.slash(room, "cluster", { cluster: "semiconductors" });
    const answer = await world.heard(room.channel);
    asked.length = 0;
    await world.press(room, answer.id, "ask:/daily on");
    expect((await world.heard(room.channel, 2)).content).toContain("I was not added here");
    expect(asked).toEqual([]);
  });
});

it("alone with the bot a person who installed it may set what they like", async () => {
  const room = world.room();
  world.visit(room.user, BotDM);
  await world.slash(room, "daily on", { time: "09:00" });
  await world.heard(room.channel);
  expect(asked.map(({ text }) => text)).toEqual(["/daily on time:09:00"]);
});

describe("the menu of a message", () => {
  it.each([true, false])(
    "asks what somebody else wrote, and names that message; added: %s",
    async (added) => {
      const room = world.room();
      if (!added) world.visit(room.user, Guild);
      const other = world.room().user;
      const id = await world.say(room, "半导体有哪些核心城市？", { mentions: [] });
      await world.menu(room, id, "半导体有哪些核心城市？", other);
      const answer = await world.heard(room.channel);
      expect(shown(answer)).toContain("核心城市");
      expect(answer.content).toBe(`https://discord.com/channels/${world.twin.guildId}/${room.channel}/${id}`);
      expect(asked[0]?.chat.user).toBe(room.user);
    },
  );

  it.each(["/forget", "/daily on 09:00", "/language en", "切换英文"])(
    "makes a question of whatever somebody wrote, never a command: %s",
    async (text) => {
      const room = world.room();
      await world.menu(room, await world.say(room, text, { mentions: [] }), text);
      await world.heard(room.channel);
      expect(asked.map((question) => question.text)).toEqual([`/ask ${text}`]);
    },
  );

  it.each(["", "写首诗", "<@123> <:smile:1>"])(
    "tells whoever asked, and nobody else, that there is nothing to answer in “%s”",
    async (text) => {
      const room = world.room();
      const { id } = await world.menu(room, await world.say(room, text, { mentions: [] }), text);
      const { data } = await world.callback(id);
      expect(JSON.parse(data ?? "{}")).toMatchObject({ flags: MessageFlags.Ephemeral });
      expect(shown(await world.heard(room.channel))).not.toBe("");
    },
  );

  it("is where a follow-up goes on from, with a reply and without", async () => {
    const room = world.room();
    const text = "珠海在半导体是什么角色";
    await world.menu(room, await world.say(room, text, { mentions: [] }), text, world.room().user);
    const answer = await world.heard(room.channel);
    await world.mention(room, "佛山呢");
    expect(shown(await world.heard(room.channel, 2))).toMatch(/佛山.*半导体与集成电路/u);
    const other = { ...room, user: world.room().user };
    await world.mention(other, "东莞呢", { replyTo: answer.id });
    expect(shown(await world.heard(room.channel, 3))).toMatch(/东莞.*半导体与集成电路/u);
    expect(asked.at(-1)?.about?.answer).toBe(given[0]);
  });

  it.each([
    ["zh-CN", "这样回答，是因为文件这样写"],
    ["en-US", "Because the documents say so"],
  ])(
    "at an answer of the bot asks why that is so, and a follow-up goes on from it: %s",
    async (tongue, title) => {
      const room = world.room();
      await world.mention(room, "半导体有哪些核心城市");
      const answer = await world.heard(room.channel);
      // Once the next is answered, in turn, this one is remembered.
      await world.mention(room, "深圳有哪些集群");
      await world.heard(room.channel, 2);
      const other = { ...room, user: world.room().user };
      world.speak(other.user, tongue);
      await world.menu(other, answer.id, "", world.me);
      const why = shown(await world.heard(room.channel, 3));
      expect(why).toContain(title);
      expect(asked.at(-1)).toMatchObject({ about: { answer: given[0] } });
      expect(given[2]?.facts.length).toBeGreaterThan(0);
      await world.mention(other, "新能源呢");
      expect(shown(await world.heard(room.channel, 4))).toMatch(/新能源|new energy/iu);
    },
  );
});
