import { once } from "node:events";
import { Events } from "discord.js";
import { createServer, type AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "../../src/adapters/discord/client.ts";
import { createDiscordAdapter } from "../../src/adapters/discord/index.ts";
import type { Siblings } from "../../src/adapters/shared/siblings.ts";
import { createManners } from "../../src/adapters/shared/manners.ts";
import { SHORT } from "../support/discord/answers.ts";
import { createTestLog, optionsFor, realAsk, startBot } from "../support/discord/bot.ts";
import { createWorld, shown, TOKEN, type World } from "../support/discord/world.ts";
import { createFaultProxy } from "../support/fault-proxy.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});

afterAll(() => world.stop());

const UNAUTHORIZED = {
  status: 401,
  body: JSON.stringify({ message: "401: Unauthorized", code: 0 }),
  headers: { "content-type": "application/json" },
};

describe("starting", () => {
  it.each([
    ["refused by the HTTP API", TOKEN, true],
    ["refused by the gateway", "wrong-token", false],
    ["empty", "", false],
  ])(
    "with a token that is %s ends in one clear line without the token",
    async (_name, token, refusedByHttp) => {
      if (refusedByHttp) world.proxy.inject({ answer: UNAUTHORIZED });
      const log = createTestLog();
      const adapter = createDiscordAdapter({ ...optionsFor(world.apiRoot, log), token });
      const failure = await adapter.start(realAsk).then(String, String);
      expect(failure).toMatch(/^Error: .*DISCORD_TOKEN.*discord\.com\/developers/u);
      expect(failure).not.toContain("\n");
      expect(failure + log.text()).not.toContain(token || TOKEN);
      await adapter.stop();
    },
  );

  it("with fewer shards than Discord wants ends in one clear line that names the remedy", async () => {
    const gateway = world.twin["server"]?.gateway;
    const handle = gateway?.["handleMessage"];
    if (!gateway || !handle) throw new Error("the server is not running");
    gateway["handleMessage"] = async (client: { ws: { close(code: number): void } }) => client.ws.close(4011);
    const adapter = createDiscordAdapter({
      ...optionsFor(world.apiRoot, createTestLog()),
      share: { ids: [0], count: 1, isPart: false },
    });
    const failure = await adapter.start(realAsk).then(String, String);
    gateway["handleMessage"] = handle;
    expect(failure).toMatch(/^Error: .*more shards than DISCORD_SHARDS says.*npm run doctor/u);
    await adapter.stop();
  });

  it("waits where Discord takes no more log-ins today, and says so", async () => {
    const spent = { total: 1000, remaining: 0, reset_after: 1000, max_concurrency: 1 };
    const body = JSON.stringify({ url: world.twin.gatewayUrl, shards: 1, session_start_limit: spent });
    const headers = { "content-type": "application/json" };
    world.proxy.inject({ match: /\/gateway\/bot$/u, answer: { status: 200, body, headers } });
    const { adapter, log } = await startBot(world.apiRoot);
    expect(log.text()).toContain("no log-ins are left for now");
    await adapter.stop();
  });

  it("waits for a network that is not there yet", async () => {
    const door = createServer().listen(0);
    const { port } = door.address() as AddressInfo;
    await new Promise((resolve) => door.close(resolve));
    const log = createTestLog();
    const adapter = createDiscordAdapter(optionsFor(`http://127.0.0.1:${port}/api`, log));
    const started = adapter.start(realAsk);
    await expect.poll(() => log.text()).toContain("cannot connect");
    expect(adapter.health().alive).toBe(false);
    const late = await createFaultProxy(`http://127.0.0.1:${world.twin.port}`, port);
    await started;
    expect(adapter.health()).toEqual({ alive: true, authenticated: true, shards: { 0: true } });
    await adapter.stop();
    await late.close();
  });

  it("can be given up", async () => {
    const adapter = createDiscordAdapter(optionsFor("http://127.0.0.1:9/api", createTestLog()));
    const started = adapter.start(realAsk);
    await adapter.stop();
    await started;
    expect(adapter.health().alive).toBe(false);
  });
});

it("a shard that another process takes is given up, and received again once that one is gone", async () => {
  const lost = [new AbortController(), new AbortController()];
  const free = new AbortController();
  let asked = 0;
  const siblings: Siblings = {
    turn: () => Promise.resolve(),
    async own() {
      const controller = lost[asked++];
      if (asked === 2) await once(free.signal, "abort");
      return { lost: controller?.signal ?? AbortSignal.abort(), release: () => Promise.resolve() };
    },
  };
  const share = { ids: [0], count: 2, isPart: true };
  const { adapter, log } = await startBot(world.apiRoot, realAsk, { share, siblings });
  const room = world.room();
  lost[0]?.abort();
  await expect.poll(() => adapter.health()).toMatchObject({ alive: false, shards: { 0: false } });
  await world.mention(room, "半导体");
  await expect.poll(() => asked).toBe(2);
  free.abort();
  await expect.poll(() => adapter.health().alive).toBe(true);
  expect(await world.botMessages(room.channel)).toHaveLength(0);
  await world.mention(room, "半导体");
  await world.heard(room.channel);
  expect(log.text()).toContain("another process took a shard of ours");
  await adapter.stop();
});

describe("stopping", () => {
  it("finishes the answers in flight and takes up no others", async () => {
    const { adapter } = await startBot(world.apiRoot);
    const [room, later] = [world.room(), world.room()];
    world.proxy.inject({ match: /\/messages$/u, delayMs: 300 });
    await world.mention(room, "半导体");
    await expect.poll(() => world.proxy.seen.some((path) => path.includes(room.channel))).toBe(true);
    const stopped = adapter.stop();
    await world.mention(later, "半导体");
    await stopped;
    expect(await world.botMessages(room.channel)).toHaveLength(1);
    expect(await world.botMessages(later.channel)).toHaveLength(0);
  });

  it("may be asked for twice, and before the start", async () => {
    const { adapter } = await startBot(world.apiRoot);
    await Promise.all([adapter.stop(), adapter.stop()]);
    await createDiscordAdapter(optionsFor(world.apiRoot, createTestLog())).stop();
    expect(adapter.health().alive).toBe(false);
  });

  it("lets no post through", async () => {
    const { adapter } = await startBot(world.apiRoot);
    await adapter.stop();
    await expect(
      adapter.post({ platform: "discord", id: world.room().channel }, SHORT),
    ).rejects.toMatchObject({ kind: "temporary" });
  });
});

describe("someone who asks too fast", () => {
  it("is told so once, then hears nothing", async () => {
    const { adapter } = await startBot(world.apiRoot, realAsk, {
      manners: createManners({ count: 2, windowMs: 60_000 }),
    });
    const room = world.room();
    for (const question of ["深圳", "广州", "佛山", "东莞"]) await world.mention(room, question);
    expect((await world.heard(room.channel, 3)).content).toBe("问得有点快，请过一分钟再问。");
    await adapter.stop();
    expect(await world.botMessages(room.channel)).toHaveLength(3);
  });

  it("with commands is told so alone", async () => {
    const { adapter } = await startBot(world.apiRoot, realAsk, {
      manners: createManners({ count: 1, windowMs: 60_000 }),
    });
    const room = world.room();
    await world.slash(room, "help");
    await world.heard(room.channel);
    await world.slash(room, "help");
    expect((await world.heard(room.channel, 2)).flags).toBe(64);
    await adapter.stop();
  });
});

describe("the log", () => {
  it("never holds the token, whatever fails", async () => {
    const { adapter, log } = await startBot(world.apiRoot, () => {
      throw new Error(`GET https://x/?token=${TOKEN} and Bot ${encodeURIComponent(TOKEN)}`);
    });
    await world.mention(world.room(), "半导体");
    await expect.poll(() => log.text()).toContain("could not answer");
    await adapter.stop();
    expect(log.text()).not.toContain(TOKEN);
  });
});

describe("a listener that rejects", () => {
  it("is logged and does not end the process", async () => {
    const log = createTestLog();
    const client = createClient({ token: TOKEN, log, apiRoot: world.apiRoot });
    client.on(Events.MessageCreate, () => Promise.reject(new Error("a listener of somebody")));
    await client.login(TOKEN);
    await world.mention(world.room(), "半导体");
    await expect.poll(() => log.text()).toContain("a listener failed");
    await client.destroy();
  });

  it("does not disturb answers", async () => {
    const { adapter } = await startBot(world.apiRoot);
    const room = world.room();
    await world.mention(room, "半导体");
    expect(shown(await world.heard(room.channel))).toContain("半导体");
    await adapter.stop();
  });
});
