/** The whole process: configuration, platforms side by side, health, logs, signals. */
import { afterEach, describe, expect, it } from "vitest";
import { readConfig } from "../src/app/config.ts";
import { privateChat, user } from "./support/telegram/incoming.ts";
import { cleanUp, freePort, later, ready, start } from "./support/process.ts";
import { createTelegramServer, type TelegramServer } from "./support/telegram/server.ts";

afterEach(cleanUp);

async function telegram(): Promise<TelegramServer> {
  const server = await createTelegramServer({});
  later(() => server.close());
  return server;
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
    await server.waitFor(() => server.sent(ann.id)[0]);
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
    await server.waitFor(() => server.sent(ann.id)[0]);
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
    expect(readConfig({}, undefined, "/srv/yuequn/")).toEqual({
      DATA_DIR: "/srv/yuequn/var",
      DAILY_GRACE_MINUTES: 180,
      DISCORD_SHARDS: "auto",
      DAILY_TELEGRAM: "at-most-once",
      LOG_LEVEL: "info",
      LOG_UNANSWERED: "false",
      RUN: ["receive", "send", "web"],
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

  it("lets processes that share a database share the work, and no others", () => {
    const DATABASE_URL = "postgres://127.0.0.1/yuequn";
    expect(readConfig({ RUN: "Receive, send", DATABASE_URL }).RUN).toEqual(["receive", "send"]);
    expect(() => readConfig({ RUN: "send" })).toThrow(/RUN.*DATABASE_URL/u);
    expect(() => readConfig({ RUN: "send,fly", DATABASE_URL })).toThrow(/RUN.*receive,send,web/u);
  });

  it("never shows a value", () => {
    expect(() => readConfig({ TELEGRAM_WEBHOOK_SECRET: "s e c r e t" })).toThrow(/^(?!.*s e c r e t)/s);
  });
});
