import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { createWorld, shown, type World } from "../support/discord/world.ts";

const SERVE = fileURLToPath(new URL("../support/discord/serve.ts", import.meta.url));

// Two processes start.
vi.setConfig({ testTimeout: 90_000 });

let world: World;

beforeAll(async () => {
  world = await createWorld();
});

afterAll(() => world.stop());

interface Served {
  child: ChildProcess;
  output: () => string;
}

async function serve(...args: string[]): Promise<Served> {
  const child = spawn(process.execPath, ["--import", "tsx", SERVE, world.apiRoot, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  child.stdout?.on("data", (chunk: Buffer) => (text += chunk.toString()));
  await expect.poll(() => text, { timeout: 60_000 }).toContain("serving");
  return { child, output: () => text };
}

it("a malformed packet ends neither the process nor the conversation", async () => {
  const { child, output } = await serve();
  world.dispatch("MESSAGE_CREATE", {
    id: "1",
    channel_id: world.room().channel,
    guild_id: world.twin.guildId,
    channel_type: 0,
    mentions: 7,
  });
  world.dispatch("INTERACTION_CREATE", { id: "2", type: 2, data: null });
  world.dispatch("GUILD_CREATE", null);
  await expect.poll(output, { timeout: 20_000 }).toContain("a platform library failed by itself");
  const room = world.room();
  await world.mention(room, "半导体");
  expect(shown(await world.heard(room.channel))).toContain("半导体");
  child.kill("SIGTERM");
  const [code] = (await once(child, "exit")) as [number];
  expect(code).toBe(0);
});

it("a fault of our own ends the process, and says why", async () => {
  const { child, output } = await serve("own-fault");
  const [code] = (await once(child, "exit")) as [number];
  expect(code).toBe(1);
  expect(output()).toContain("our own fault");
});
