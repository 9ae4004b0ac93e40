/** Somebody replies to a message of the bot, or writes to it without words. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer, Question } from "../../src/core/types.ts";
import type { Platform } from "../../src/adapters/shared/descriptor.ts";
import { SHORT } from "../support/discord/answers.ts";
import { realAsk, startBot } from "../support/discord/bot.ts";
import { createWorld, shown, type World } from "../support/discord/world.ts";

let world: World;
let adapter: Platform;
let now = Date.now();
const asked: Question[] = [];
const answers: Answer[] = [];

beforeAll(async () => {
  world = await createWorld();
  ({ adapter } = await startBot(
    world.apiRoot,
    (question) => {
      asked.push(question);
      const answer = realAsk(question);
      answers.push(answer);
      return answer;
    },
    { now: () => now, setting: async ({ id }) => (id === english ? "en" : undefined) },
  ));
});
afterAll(async () => {
  await adapter.stop();
  await world.stop();
});
let english = "";

const lastAsked = (): Question | undefined => asked.at(-1);

describe("a reply to an answer", () => {
  it("that somebody else asked for goes on from it, not from what who replies asked last", async () => {
    const { channel, user } = world.room();
    const other = { channel, user: world.room().user };
    await world.mention({ channel, user }, "珠海在半导体是什么角色");
    const first = await world.heard(channel);
    await world.mention(other, "智能家电有哪些核心城市");
    await world.heard(channel, 2);
    await world.mention(other, "佛山呢", { replyTo: first.id });
    expect(shown(await world.heard(channel, 3))).toMatch(/佛山.*半导体与集成电路/u);
  });

  it("of a command, a button or a post goes on from that", async () => {
    const room = world.room();
    await world.slash(room, "cluster", { cluster: "半导体" });
    const command = await world.heard(room.channel);
    await world.mention(room, "佛山呢", { replyTo: command.id });
    const reply = await world.heard(room.channel, 2);
    expect(lastAsked()?.about?.answer).toBe(answers.at(-2));
    await world.press(room, reply.id, "ask:智能家电");
    const pressed = await world.heard(room.channel, 3);
    await world.mention(room, "东莞呢", { replyTo: pressed.id });
    await world.heard(room.channel, 4);
    expect(lastAsked()?.about?.answer).toBe(answers.at(-2));
    const { id } = await adapter.post({ platform: "discord", id: room.channel }, SHORT);
    await world.mention(room, "深圳呢", { replyTo: id });
    await world.heard(room.channel, 6);
    expect(lastAsked()?.about?.answer).toBe(SHORT);
  });

  it("that is nobody's answer is about none", async () => {
    const room = world.room();
    const own = await world.say(room, "半导体", { mentions: [] });
    await world.mention(room, "佛山呢", { replyTo: own });
    await world.heard(room.channel);
    expect(lastAsked()).not.toHaveProperty("about");
  });
});

describe("a direct message without words", () => {
  const HELP = "我只看得懂文字：请把问题打字发给我，例如“半导体有哪些核心城市”。";

  it("gets one line of help, once a burst", async () => {
    const room = await world.directRoom(world.room().user);
    for (const _ of [1, 2, 3]) await world.direct(room, "");
    expect(shown(await world.heard(room.channel))).toBe(HELP);
    await world.direct(room, "半导体");
    expect(shown(await world.heard(room.channel, 2))).toContain("半导体与集成电路");
    now += 60_000;
    await world.direct(room, "");
    expect(shown(await world.heard(room.channel, 3))).toBe(HELP);
  });

  it("gets it in the language the chat has set", async () => {
    const room = await world.directRoom(world.room().user);
    english = room.channel;
    await world.direct(room, "");
    expect(shown(await world.heard(room.channel))).toMatch(/^I understand words only/u);
  });
});
