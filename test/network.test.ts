/** A host with an IPv4 and an IPv6 address, seen from a network that has no IPv6 and is slow: the whole process, for real. */
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createConnectProxy } from "./support/connect-proxy.ts";
import { createWorld, TOKEN, type World } from "./support/discord/world.ts";
import { cleanUp, freePort, later, ready, start } from "./support/process.ts";
import { createSlowHost, type SlowHost } from "./support/slow-host.ts";
import { createTelegramServer } from "./support/telegram/server.ts";

const PRELOAD = new URL("support/two-addresses.mjs", import.meta.url).href;
/** Names that have two addresses in the process under test. */
const API = "api.platform.test";
const GATEWAY = "gateway.platform.test";
const PROXY = "proxy.network.test";

let world: World;
beforeAll(async () => {
  world = await createWorld();
  return () => world.stop();
});
afterEach(cleanUp);

const portOf = (url: string): number => Number(new URL(url).port);

async function slow(target: number): Promise<SlowHost> {
  const host = await createSlowHost(target);
  later(() => host.close());
  return host;
}

/** The bot, where each host opens a while after it was looked up: its first attempt has to wait. */
async function startBot(env: Record<string, string>, opening: Record<string, SlowHost> = {}) {
  const health = await freePort();
  const bot = start({ ...env, HEALTH_PORT: String(health), NODE_OPTIONS: `--import=${PRELOAD}` });

  const closed = new Map(Object.entries(opening));
  bot.child.stderr.on("data", (chunk: Buffer) => {
    for (const [name, host] of closed)
      if (chunk.includes(`looked up ${name}`)) {
        closed.delete(name);
        setTimeout(() => host.open(), 500);
      }
  });
  let log = "";
  bot.child.stderr.on("data", (chunk: Buffer) => (log += chunk.toString()));
  return { health, log: () => log };
}

/** What must not be in the log: the first attempt is to succeed. */
const FAILURE = /not receiving|cannot connect|gateway trouble|connection lost|cannot start/u;

const telegram = async () => {
  const server = await createTelegramServer({});
  later(() => server.close());
  return server;
};

describe("where a connection takes longer than Node gives an address", () => {
  it("Telegram is reached at the first attempt", async () => {
    const server = await telegram();
    const host = await slow(portOf(server.apiRoot));
    const env = { TELEGRAM_TOKEN: server.token, TELEGRAM_API_ROOT: `http://${API}:${host.port}` };
    const bot = await startBot(env, { [API]: host });
    await ready(bot.health, 200);
    expect(bot.log()).not.toMatch(FAILURE);
  });

  it("Telegram is reached through a proxy at the first attempt", async () => {
    const server = await telegram();
    const proxy = await createConnectProxy();
    later(() => proxy.close());
    const host = await slow(portOf(proxy.url));
    const env = {
      TELEGRAM_TOKEN: server.token,
      TELEGRAM_API_ROOT: server.apiRoot,
      HTTPS_PROXY: `http://${PROXY}:${host.port}`,
    };
    const bot = await startBot(env, { [PROXY]: host });
    await ready(bot.health, 200);
    expect(proxy.tunnels).not.toEqual([]);
    expect(bot.log()).not.toMatch(FAILURE);
  });

  it("Discord's calls and its gateway are reached at the first attempt", async () => {
    const [api, gateway] = [await slow(portOf(world.proxy.url)), await slow(world.twin.port)];
    const where = { url: `ws://${GATEWAY}:${gateway.port}/gateway`, shards: 1 };
    const limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 };
    world.proxy.inject({
      match: /gateway\/bot/u,
      answer: {
        status: 200,
        body: JSON.stringify({ ...where, session_start_limit: limit }),
        headers: { "content-type": "application/json" },
      },
    });
    const env = { DISCORD_TOKEN: TOKEN, DISCORD_API_ROOT: `http://${API}:${api.port}/api` };
    const bot = await startBot(env, { [API]: api, [GATEWAY]: gateway });
    await ready(bot.health, 200);
    expect(bot.log()).not.toMatch(FAILURE);
  });
});

describe("where no address of a host can be reached", () => {
  /** Every name, every address tried, and why each failed. */
  const tried = (host: string, port: number): string =>
    `cannot connect to ${host}: connect ECONNREFUSED 127.0.0.1:${port}; connect ECONNREFUSED ::1:${port}`;

  it.each([
    ["Telegram", "TELEGRAM", "123456789:AAabcdefghijklmnopqrstuvwxyz0123456"],
    ["Discord", "DISCORD", TOKEN],
  ])("%s: the log names the host, the addresses and why each failed", async (_name, key, token) => {
    const port = await freePort();
    const env = { [`${key}_TOKEN`]: token, [`${key}_API_ROOT`]: `http://${API}:${port}/api` };
    const bot = await startBot(env);
    await vi.waitFor(() => expect(bot.log()).toMatch(FAILURE), { timeout: 60_000 });
    expect(bot.log()).toContain(tried(API, port));
  });

  it.each([
    ["Telegram", "TELEGRAM", "123456789:AAabcdefghijklmnopqrstuvwxyz0123456"],
    ["Discord", "DISCORD", TOKEN],
  ])("%s: so it does of a proxy", async (_name, key, token) => {
    const port = await freePort();
    const env = { [`${key}_TOKEN`]: token, HTTPS_PROXY: `http://${PROXY}:${port}` };
    const bot = await startBot(env);
    await vi.waitFor(() => expect(bot.log()).toMatch(FAILURE), { timeout: 60_000 });
    expect(bot.log()).toContain(tried(`the proxy ${PROXY}`, port));
  });
});
