/** Who may change what a server has set: asked of Discord at that moment. */
import { PermissionFlagsBits } from "discord-api-types/v10";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Platform } from "../../src/adapters/shared/descriptor.ts";
import type { Attend } from "../../src/core/types.ts";
import { SHORT } from "../support/discord/answers.ts";
import { startBot } from "../support/discord/bot.ts";
import { createWorld, shown, type World } from "../support/discord/world.ts";

let world: World;
let adapter: Platform;

const tellsAdmin: Attend = async (question, asker) => {
  const isAdmin = await asker.isAdmin().catch(() => "没查到");
  const text = `${question.text} ${isAdmin}`;
  return {
    ...SHORT,
    title: { ...SHORT.title, text },
    next: [{ label: "开启", ask: "/daily on" }],
  };
};

beforeAll(async () => {
  world = await createWorld();
  ({ adapter } = await startBot(world.apiRoot, tellsAdmin));
});

afterAll(async () => {
  await adapter.stop();
  await world.stop();
});

const { ManageGuild, Administrator, ManageChannels } = PermissionFlagsBits;

describe("with a message", () => {
  it("it is whoever may manage the server when they write", async () => {
    const room = world.room();
    const says: string[] = [];
    for (const [i, permissions] of [
      undefined,
      ManageGuild,
      Administrator,
      ManageChannels,
      undefined,
    ].entries()) {
      await world.role(room.user, permissions);
      await world.mention(room, "/daily on");
      says.push(shown(await world.heard(room.channel, i + 1)));
    }
    expect(says).toEqual(["false", "true", "true", "false", "false"].map((is) => `/daily on ${is}`));
  });

  it("it is anyone in a direct message", async () => {
    const room = await world.directRoom(world.room().user);
    await world.direct(room, "/daily on");
    expect(shown(await world.heard(room.channel))).toBe("/daily on true");
  });

  it("it rejects where Discord does not say", async () => {
    const room = world.room();
    world.proxy.inject({
      match: /\/members\//u,
      answer: { status: 403, body: JSON.stringify({ code: 50_001, message: "Missing Access" }) },
    });
    await world.mention(room, "/daily on");
    expect(shown(await world.heard(room.channel))).toBe("/daily on 没查到");
  });
});

describe("with an interaction", () => {
  it.each([
    ["nothing", 0n, false],
    ["managing channels", ManageChannels, false],
    ["managing the server", ManageGuild, true],
    ["administering", Administrator, true],
  ])("who is allowed %s", async (_what, permissions, isAdmin) => {
    const room = world.room();
    await world.permit(room.user, permissions);
    await world.slash(room, "daily pause", { days: 7 });
    expect(shown(await world.heard(room.channel))).toBe(`/daily pause 7d ${isAdmin}`);
    expect(world.proxy.seen.filter((path) => path.includes(`/members/${room.user}`))).toEqual([]);
  });

  it("with a button it is whoever presses", async () => {
    const room = world.room();
    await world.permit(room.user, ManageGuild);
    await world.slash(room, "daily on", { zone: "Asia/Shanghai", time: "09:00", topic: "深圳" });
    const asked = await world.heard(room.channel);
    expect(shown(asked)).toBe("/daily on time:09:00 zone:Asia/Shanghai topic:深圳 true");
    // The world's presses come from people without any permission.
    await world.press({ ...room, user: world.room().user }, asked.id, "ask:/daily on");
    expect(shown(await world.heard(room.channel, 2))).toBe("/daily on false");
  });
});

it("time zones are offered while someone types one", async () => {
  const room = world.room();
  const { id } = await world.type(room, "daily on", "zone", "hong");
  const { data } = await world.callback(id);
  expect(JSON.parse(data ?? "{}")).toMatchObject({
    choices: [{ name: "Asia/Hong_Kong", value: "Asia/Hong_Kong" }],
  });
});
