/** The token is revoked while the bot runs: whoever watches /readyz and the log learns it, and what to do. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createWorld, TOKEN, type World } from "../support/discord/world.ts";
import { cleanUp, freePort, ready, start } from "../support/process.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterEach(async () => {
  world.proxy.clear();
  await cleanUp();
});
afterAll(() => world.stop());

const revoke = (): void =>
  world.proxy.inject({
    answer: {
      status: 401,
      body: JSON.stringify({ message: "401: Unauthorized", code: 0 }),
      headers: { "content-type": "application/json" },
    },
    times: Infinity,
  });

async function running() {
  const port = await freePort();
  const bot = start({ DISCORD_TOKEN: TOKEN, DISCORD_API_ROOT: world.apiRoot, HEALTH_PORT: String(port) });
  await ready(port, 200);
  return { ...bot, port };
}

/** Ends it and counts what its log names. */
async function named({ child, code, logs }: Awaited<ReturnType<typeof running>>): Promise<number> {
  child.kill("SIGTERM");
  await code;
  const text = await logs;
  expect(text).not.toContain(TOKEN);
  return text.split("DISCORD_TOKEN").length - 1;
}

describe("a token revoked while the bot runs", () => {
  it("is noticed though nobody speaks to the bot, and named once", { timeout: 60_000 }, async () => {
    const bot = await running();
    revoke();
    expect(await ready(bot.port, 503, 30_000)).toMatchObject({
      ready: false,
      platforms: {
        discord: {
          alive: true,
          authenticated: false,
          reason: expect.stringContaining("DISCORD_TOKEN") as string,
        },
      },
    });
    // However it fails after that.
    await world.mention(world.room(), "半导体");
    world.closeGateway(4004);
    await expect
      .poll(() => world.proxy.seen.filter((path) => path.includes("/gateway/bot")).length, {
        timeout: 20_000,
      })
      .toBeGreaterThan(2);
    expect(await named(bot)).toBe(1);
  });

  it("is noticed when the gateway says so, and named once", { timeout: 60_000 }, async () => {
    const bot = await running();
    revoke();
    world.closeGateway(4004);
    await ready(bot.port, 503, 30_000);
    expect(await named(bot)).toBe(1);
  });
});
