import { afterAll, beforeAll, expect, it } from "vitest";
import { createConnectProxy, type ConnectProxy } from "../support/connect-proxy.ts";
import { createTestLog, optionsFor, realAsk, startBot } from "../support/discord/bot.ts";
import { createWorld, shown, type World } from "../support/discord/world.ts";
import { createDiscordAdapter } from "../../src/adapters/discord/index.ts";

let world: World;
let proxy: ConnectProxy;

beforeAll(async () => {
  world = await createWorld();
  proxy = await createConnectProxy();
});

afterAll(async () => {
  await proxy.close();
  await world.stop();
});

it("with a proxy, calls and gateway both go through it", async () => {
  const { adapter } = await startBot(world.apiRoot, realAsk, { proxy: proxy.url });
  const room = world.room();
  await world.mention(room, "半导体");
  expect(shown(await world.heard(room.channel))).toContain("半导体");
  expect(proxy.tunnels).toContain(new URL(world.proxy.url).host);
  expect(proxy.tunnels).toContain(`127.0.0.1:${world.twin.port}`);
  await adapter.stop();
});

it("a proxy that comes after the library was loaded is refused, not passed by", async () => {
  const adapter = createDiscordAdapter({
    ...optionsFor(world.apiRoot, createTestLog()),
    proxy: proxy.url,
  });
  await expect(adapter.start(realAsk)).rejects.toThrow("discord.js was loaded before");
});
