/** What concerns only whoever asked is shown to nobody else, however long the answer takes. */
import { MessageFlags } from "discord-api-types/v10";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import type { Platform } from "../../src/adapters/shared/descriptor.ts";
import type { Answer, Attend } from "../../src/core/types.ts";
import { SHORT } from "../support/discord/answers.ts";
import { realAsk, startBot } from "../support/discord/bot.ts";
import { buttonsOf, createWorld, type Room, shown, type World } from "../support/discord/world.ts";

let world: World;
let adapter: Platform;
/** Lets the answers go that wait for it. */
let letGo: () => void = () => undefined;

/** How much later than Discord's the clock of the bot is. */
let ahead = 0;
const asked: string[] = [];

const ASIDE: Answer = { ...SHORT, aside: true };

/** 慢 waits until it is let go; 旁 concerns only whoever asked; 崩 fails. */
const attend: Attend = async (question) => {
  const { text } = question;
  asked.push(text);
  if (text.includes("慢")) await new Promise<void>((resolve) => (letGo = resolve));
  if (text.includes("崩")) throw new Error("the core broke");
  if (text.includes("旁")) return ASIDE;
  return text.includes("公") ? SHORT : realAsk(question);
};

beforeAll(async () => {
  world = await createWorld();
  ({ adapter } = await startBot(world.apiRoot, attend, { now: () => Date.now() + ahead }));
});
afterEach(() => {
  world.proxy.clear();
  ahead = 0;
});
afterAll(async () => {
  await adapter.stop();
  await world.stop();
});

const Callback = z.looseObject({ flags: z.number().default(0) });

/** With which flags Discord was told that an answer comes. */
async function flagsOf(id: string): Promise<number> {
  const { type, data } = await world.callback(id);
  expect(type).toBe(5);
  return Callback.parse(JSON.parse(data ?? "{}")).flags;
}

const deletions = (): string[] =>
  world.proxy.forwarded.flatMap((r) => (r.method === "DELETE" ? [r.path] : []));

describe("an answer that is there at once", () => {
  it.each([
    ["cluster", { cluster: "火星殖民地" }],
    ["ask", { question: "写首诗" }],
    ["fact", { topic: "F999" }],
    ["tomorrow", {}],
  ] as const)("to a wrong /%s is seen by whoever asked", async (name, options) => {
    const room = world.room();
    const { id } = await world.slash(room, name, options);
    expect(await flagsOf(id)).toBe(MessageFlags.Ephemeral);
    expect(shown(await world.heard(room.channel))).not.toBe("");
  });

  it.each([
    ["cluster", { cluster: "半导体" }],
    ["help", {}],
  ] as const)("to a good /%s is seen by everybody", async (name, options) => {
    const { id } = await world.slash(world.room(), name, options);
    expect(await flagsOf(id)).toBe(0);
  });

  it("to a button is shown the same way", async () => {
    const room = world.room();
    await world.mention(room, "公");
    const message = await world.heard(room.channel);
    expect(await flagsOf((await world.press(room, message.id, "ask:旁")).id)).toBe(MessageFlags.Ephemeral);
    expect(await flagsOf((await world.press(room, message.id, "ask:公")).id)).toBe(0);
  });

  it("to a message is seen by everybody, because there is no other way", async () => {
    const room = world.room();
    await world.mention(room, "旁");
    expect((await world.heard(room.channel)).flags ?? 0).toBe(0);
  });

  it("keeps its buttons", async () => {
    const room = world.room();
    await world.slash(room, "cluster", { cluster: "火星殖民地" });
    expect(buttonsOf(await world.heard(room.channel)).length).toBeGreaterThan(0);
  });
});

describe("an answer that takes longer than Discord waits", () => {
  /** Asks, and sees that Discord heard of it while nobody has an answer yet. */
  async function slow(room: Room, question: string): Promise<{ id: string; flags: number }> {
    const { id } = await world.slash(room, "cluster", { cluster: question });
    const flags = await flagsOf(id);
    expect(await world.botMessages(room.channel)).toEqual([]);
    return { id, flags };
  }

  it("takes the place of the word that it comes", async () => {
    const room = world.room();
    expect((await slow(room, "慢公")).flags).toBe(0);
    const before = deletions().length;
    letGo();
    expect((await world.heard(room.channel)).flags ?? 0).toBe(0);
    expect(deletions()).toHaveLength(before);
  });

  it("and concerns nobody else takes that word back, and is whispered", async () => {
    const room = world.room();
    const { id, flags } = await slow(room, "慢旁");
    expect(flags).toBe(0);
    letGo();
    const answer = await world.heard(room.channel);
    expect(answer.flags).toBe(MessageFlags.Ephemeral);
    expect(shown(answer)).toBe(SHORT.title.text);
    expect(deletions().some((path) => path.includes(id) && path.includes("original"))).toBe(true);
    expect(await world.botMessages(room.channel)).toHaveLength(1);
  });

  it("and was wanted in private stays so", async () => {
    const room = world.room();
    const { id } = await world.slash(room, "ask", { question: "慢旁", private: true });
    expect(await flagsOf(id)).toBe(MessageFlags.Ephemeral);
    const before = deletions().length;
    letGo();
    await world.heard(room.channel);
    expect(deletions()).toHaveLength(before);
  });

  it("and fails in the end says so to whoever asked", async () => {
    const room = world.room();
    await slow(room, "慢崩");
    letGo();
    expect(await world.heard(room.channel)).toMatchObject({
      content: "这次没答上来，请再问一次。",
      flags: MessageFlags.Ephemeral,
    });
  });

  it("holds up the next in its chat, of which Discord hears in time all the same", async () => {
    const room = world.room();
    await slow(room, "慢公");
    const { id } = await world.slash(room, "cluster", { cluster: "公" });
    expect(await flagsOf(id)).toBe(0);
    expect(await world.botMessages(room.channel)).toEqual([]);
    letGo();
    await world.heard(room.channel, 2);
  });
});

it("an acknowledgement Discord refuses is tried again as a notice to whoever asked", async () => {
  const room = world.room();
  const body = JSON.stringify({ code: 50_035, message: "Invalid Form Body" });
  const answer = { status: 400, body };
  world.proxy.inject({ match: /\/callback/u, answer });
  await world.slash(room, "cluster", { cluster: "公" });
  expect(await world.heard(room.channel)).toMatchObject({
    content: "这次没答上来，请再问一次。",
    flags: MessageFlags.Ephemeral,
  });
});

describe("what reaches the bot late", () => {
  it("is answered where Discord still wants to hear of it, to whom it concerns", async () => {
    ahead = 5_000;
    const room = world.room();
    const { id } = await world.slash(room, "cluster", { cluster: "旁" });
    expect(await flagsOf(id)).toBe(0);
    expect((await world.heard(room.channel)).flags).toBe(MessageFlags.Ephemeral);
  });

  it("is not done where Discord wants to hear of it no more", async () => {
    ahead = 5_000;
    const room = world.room();
    const answer = { status: 404, body: JSON.stringify({ code: 10_062, message: "Unknown interaction" }) };
    world.proxy.inject({ match: /\/callback/u, answer });
    await world.slash(room, "daily off");
    await world.mention(room, "公");
    await world.heard(room.channel);
    expect(asked).toContain("公");
    expect(asked).not.toContain("/daily off");
  });
});
