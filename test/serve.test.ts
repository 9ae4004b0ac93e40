/** The whole process: configuration, platforms side by side, health, logs, signals. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { text as readAll } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { readConfig } from "../src/config.ts";
import { privateChat, user } from "./support/telegram/incoming.ts";
import { createTelegramServer, type TelegramServer } from "./support/telegram/server.ts";

const LAUNCH = fileURLToPath(new URL("../launch.mjs", import.meta.url));
const clean: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const step of clean.splice(0).toReversed()) await step();
});

async function telegram(): Promise<TelegramServer> {
  const server = await createTelegramServer({});
  clean.push(() => server.close());
  return server;
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "yuequn-"));
  clean.push(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

function start(env: Record<string, string>) {
  const child = spawn(process.execPath, [LAUNCH], {
    env: { PATH: process.env["PATH"] ?? "", DATA_DIR: folder(), ...env },
  });
  clean.push(() => void child.kill("SIGKILL"));
  const logs = readAll(child.stderr);
  const code = new Promise<number | null>((resolve) => child.on("close", resolve));
  return { child, logs, code };
}

async function ready(port: number, wanted: number): Promise<unknown> {
  for (let i = 0; i < 150; i += 1) {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (response?.status === wanted) return response.json();
    await sleep(100);
  }
  throw new Error(`/readyz never said ${wanted}`);
}

describe("npm start with a Telegram token", () => {
  it("answers, tells the truth about its health, and stops cleanly on SIGTERM", async () => {
    const server = await telegram();
    const port = await freePort();
    const bot = start({
      TELEGRAM_TOKEN: server.token,
      TELEGRAM_API_ROOT: server.apiRoot,
      HEALTH_PORT: String(port),
    });
    expect(await ready(port, 200)).toMatchObject({
      ready: true,
      platforms: { telegram: { alive: true, authenticated: true } },
    });
    const ann = user(7, "Ann");
    server.message(privateChat(ann), ann, "半导体集群以哪些城市为核心");
    await server.waitFor(() => server.sent(ann.id)[0], 10_000);
    bot.child.kill("SIGTERM");
    expect(await bot.code).toBe(0);
    const logs = await bot.logs;
    expect(logs).toContain("started");
    expect(logs).not.toContain(server.token);
    expect(logs).not.toContain("半导体");
  });

  it("goes on when the other platform cannot start, and says why in one line without the token", async () => {
    const server = await telegram();
    const port = await freePort();
    const bot = start({
      TELEGRAM_TOKEN: server.token,
      TELEGRAM_API_ROOT: server.apiRoot,
      DISCORD_TOKEN: "not.a.token-at-all",
      DISCORD_API_ROOT: `${server.apiRoot}/nowhere`,
      HEALTH_PORT: String(port),
    });
    expect(await ready(port, 503)).toMatchObject({ ready: false });
    const ann = user(7, "Ann");
    server.message(privateChat(ann), ann, "深圳");
    await server.waitFor(() => server.sent(ann.id)[0], 10_000);
    bot.child.kill("SIGINT");
    expect(await bot.code).toBe(0);
    expect(await bot.logs).not.toContain("not.a.token-at-all");
  });

  it("ends with one clear line when the token is wrong", async () => {
    const server = await telegram();
    const bot = start({
      TELEGRAM_TOKEN: "1234567:wrong-token-wrong-token-wrong-token",
      TELEGRAM_API_ROOT: server.apiRoot,
    });
    expect(await bot.code).toBe(1);
    const logs = await bot.logs;
    expect(logs).toContain("TELEGRAM_TOKEN");
    expect(logs).toContain("@BotFather");
    expect(logs).not.toContain("wrong-token-wrong-token");
  });
});

describe("the configuration", () => {
  it("is complete when empty", () => {
    expect(readConfig({})).toEqual({
      DATA_DIR: "var",
      DAILY_GRACE_MINUTES: 180,
      DAILY_TELEGRAM: "at-most-once",
      LOG_LEVEL: "info",
    });
  });

  it.each([
    [{ TELEGRAM_API_ROOT: "not an address" }, "TELEGRAM_API_ROOT"],
    [{ HEALTH_PORT: "99999" }, "HEALTH_PORT"],
    [{ DISCORD_APP_ID: "abc" }, "DISCORD_APP_ID"],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL"],
    [{ TELEGRAM_WEBHOOK_URL: "https://bot.example/hook" }, "TELEGRAM_WEBHOOK_PORT"],
  ])("names what is wrong in %j, and where it is explained", (environment, variable) => {
    expect(() => readConfig(environment)).toThrow(variable);
    expect(() => readConfig(environment)).toThrow(".env.example");
  });

  it("never shows a value", () => {
    expect(() => readConfig({ TELEGRAM_WEBHOOK_SECRET: "s e c r e t" })).toThrow(/^(?!.*s e c r e t)/s);
  });
});
