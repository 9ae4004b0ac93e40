/** What the doctor finds, on servers of loopback that say what the platforms say. */
import { chmodSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { COMMANDS } from "../src/app/commands.ts";
import { registrations } from "../src/adapters/discord/commands.ts";
import { menus } from "../src/adapters/telegram/commands.ts";
import { databaseFindings } from "../src/doctor/database.ts";
import { linesOf, type Finding } from "../src/shared/finding.ts";
import { envFileFindings, portFinding, proxyFinding } from "../src/doctor/machine.ts";
import { clockFinding } from "../src/shared/reach.ts";
import { openStore } from "../src/store/open.ts";
import { inspectStore } from "../src/store/inspect.ts";
import { serveHealth } from "../src/app/health.ts";
import { createConnectProxy } from "./support/connect-proxy.ts";
import { cleanUp, folder, freePort, later, start } from "./support/process.ts";
import { createTelegramServer } from "./support/telegram/server.ts";
import { dropDatabase, ENGINES } from "./support/stores.ts";

afterEach(cleanUp);
afterAll(dropDatabase);

const TELEGRAM = "1234567:AAaaBBbbCCccDDddEEeeFFffGGggHHhhIIi";
const DISCORD = "MTE4ODg4ODg4ODg4ODg4ODg4.GhIjKl.abcdefghijklmnopqrstuvwxyz0123456789AB";
const APP = "118888888888888888";

type Says = Record<string, { status?: number; body: unknown; date?: Date }>;

/** A server that answers what it is told, by the end of the path. */
async function scripted(says: Says): Promise<string> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "", "http://x");
    const found = Object.entries(says).find(([end]) => pathname.endsWith(end))?.[1];
    const { status = 200, body, date } = found ?? { status: 404, body: { ok: false } };
    if (date) response.setHeader("date", date.toUTCString());
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  later(() => void server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
}

const Report = z.object({
  ok: z.boolean(),
  findings: z.array(
    z.object({
      check: z.string(),
      state: z.enum(["ok", "warn", "fail"]),
      said: z.string(),
      remedy: z.string().optional(),
    }),
  ),
});

interface Examined {
  code: number | null;
  output: string;
  /** What is not ok, as `fail telegram: token`. */
  bad: string[];
  said: (check: string) => string;
}

/** `npm run doctor -- --json` as an operator runs it. */
async function examine(env: Record<string, string>): Promise<Examined> {
  const run = start(env, "doctor", "--json");
  const output = await run.output;
  const { findings } = Report.parse(JSON.parse(output));
  return {
    code: await run.code,
    output: output + (await run.logs),
    bad: findings.filter(({ state }) => state !== "ok").map(({ state, check }) => `${state} ${check}`),
    said: (check) =>
      findings
        .filter((one) => one.check === check)
        .map(({ said, remedy = "" }) => `${said} → ${remedy}`)
        .join("\n"),
  };
}

const me = (more: object = {}) => ({
  body: {
    ok: true,
    result: {
      id: 1_234_567,
      is_bot: true,
      username: "YuequnBot",
      can_join_groups: true,
      can_read_all_group_messages: false,
      supports_inline_queries: true,
      ...more,
    },
  },
});
const polled = { body: { ok: true, result: { url: "", pending_update_count: 0 } } };
const noMenus = { body: { ok: true, result: [] } };

const telegram = async (says: Says): Promise<Record<string, string>> => ({
  TELEGRAM_TOKEN: TELEGRAM,
  TELEGRAM_API_ROOT: await scripted({
    "/getMe": me(),
    "/getWebhookInfo": polled,
    "/getMyCommands": noMenus,
    ...says,
  }),
});

const guild = (name: string, permissions: bigint) => ({ id: "1", name, permissions: String(permissions) });
const ALL = 274_877_959_168n | (1n << 16n);

const discord = async (says: Says): Promise<Record<string, string>> => ({
  DISCORD_TOKEN: DISCORD,
  DISCORD_API_ROOT: await scripted({
    "/users/@me": { body: { id: APP, username: "Yuequn" } },
    "/gateway/bot": { body: { shards: 1, session_start_limit: { remaining: 990, reset_after: 0 } } },
    "/applications/@me": { body: { id: APP } },
    [`/applications/${APP}/commands`]: { body: registrations(COMMANDS) },
    "/users/@me/guilds": { body: [guild("广东产业", ALL)] },
    ...says,
  }),
});

describe("the doctor on Telegram", () => {
  it("finds nothing wrong with a bot of the strict server but what its owner may want to know", async () => {
    const server = await createTelegramServer({});
    later(() => server.close());
    const { code, bad, said, output } = await examine({
      TELEGRAM_TOKEN: server.token,
      TELEGRAM_API_ROOT: server.apiRoot,
    });
    expect(bad.filter((one) => one.startsWith("fail"))).toEqual([]);
    expect(said("telegram: clock")).toContain("right");
    expect(said("telegram: commands")).toContain(
      `${menus(COMMANDS).length} of ${menus(COMMANDS).length} menus differ`,
    );
    expect(code).toBe(0);
    expect(output).not.toContain(server.token);
  });

  it.each([
    [
      "a token Telegram does not know",
      { "/getMe": { status: 401, body: { ok: false } } },
      ["fail telegram: token"],
      /BotFather/u,
    ],
    [
      "a server that is ill",
      { "/getMe": { status: 502, body: {} } },
      ["fail telegram: token"],
      /answered 502/u,
    ],
    [
      "privacy mode off",
      { "/getMe": me({ can_read_all_group_messages: true }) },
      ["warn telegram: privacy mode"],
      /setprivacy/u,
    ],
    ["no groups", { "/getMe": me({ can_join_groups: false }) }, ["warn telegram: groups"], /setjoingroups/u],
    [
      "a webhook although it polls",
      { "/getWebhookInfo": { body: { ok: true, result: { url: "https://x.example/" } } } },
      ["warn telegram: receiving"],
      /another program/u,
    ],
    [
      "a clock an hour off",
      { "/getMe": { ...me(), date: new Date(Date.now() - 3_600_000) } },
      ["fail telegram: clock"],
      /3[56]\d\d s ahead.*set-ntp/u,
    ],
  ])("says what to do about %s", async (_what, says: Says, expected, remedy) => {
    const { bad, code, said, output } = await examine(await telegram(says));
    for (const one of expected) {
      expect(bad).toContain(one);
      expect(said(one.slice(5))).toMatch(remedy);
    }
    expect(code).toBe(expected.some((one) => one.startsWith("fail")) ? 1 : 0);
    expect(output).not.toContain(TELEGRAM);
  });

  it("knows a webhook that is set elsewhere, and one that Telegram cannot deliver to", async () => {
    const webhook = {
      TELEGRAM_WEBHOOK_URL: "https://bot.example/hook",
      TELEGRAM_WEBHOOK_PORT: "8080",
      TELEGRAM_WEBHOOK_SECRET: "s",
    };
    const info = (result: object): Says => ({ "/getWebhookInfo": { body: { ok: true, result } } });
    const elsewhere = await examine({
      ...webhook,
      ...(await telegram(info({ url: "https://other.example/" }))),
    });
    expect(elsewhere.said("telegram: receiving")).toMatch(/not set to TELEGRAM_WEBHOOK_URL/u);
    const failing = {
      url: webhook.TELEGRAM_WEBHOOK_URL,
      pending_update_count: 7,
      last_error_date: Date.now() / 1_000,
      last_error_message: "Connection refused",
    };
    const refused = await examine({ ...webhook, ...(await telegram(info(failing))) });
    expect(refused.said("telegram: receiving")).toMatch(/Connection refused; 7 updates wait/u);
  });

  it("tells a network that is away from a proxy that is", async () => {
    const nowhere = `http://127.0.0.1:${await freePort()}`;
    const env = { TELEGRAM_TOKEN: TELEGRAM, TELEGRAM_API_ROOT: nowhere };
    expect((await examine(env)).said("telegram: network")).toMatch(/ECONNREFUSED.*set HTTPS_PROXY/u);
    const proxied = await examine({ ...env, HTTPS_PROXY: "http://me:s3cret@127.0.0.1:1" });
    expect(proxied.bad).toEqual(expect.arrayContaining(["fail proxy", "fail telegram: network"]));
    expect(proxied.output).not.toContain("s3cret");
  });

  it("goes through the proxy", async () => {
    const proxy = await createConnectProxy();
    later(() => proxy.close());
    const { bad } = await examine({ ...(await telegram({})), HTTPS_PROXY: proxy.url });
    expect(bad.filter((one) => one.startsWith("fail"))).toEqual([]);
    expect(proxy.tunnels.length).toBeGreaterThan(0);
  });
});

describe("the doctor on Discord", () => {
  it("finds nothing wrong with a bot that is as it should be", async () => {
    const { bad, code, output } = await examine(await discord({}));
    expect(bad).toEqual([]);
    expect(code).toBe(0);
    expect(output).not.toContain(DISCORD);
  });

  it.each([
    ["a refused token", { "/users/@me": { status: 401, body: {} } }, "fail discord: token", /Reset Token/u],
    [
      "no log-ins left",
      {
        "/gateway/bot": {
          body: { shards: 1, session_start_limit: { remaining: 0, reset_after: 7_200_000 } },
        },
      },
      "fail discord: log-ins",
      /2 h/u,
    ],
    [
      "commands that are not registered",
      { [`/applications/${APP}/commands`]: { body: [] } },
      "warn discord: commands",
      /npm run discord:commands/u,
    ],
    [
      "a server without a right",
      { "/users/@me/guilds": { body: [guild("广东产业", ALL & ~(1n << 14n))] } },
      "warn discord: permissions",
      /广东产业: without Embed Links/u,
    ],
    ["no server at all", { "/users/@me/guilds": { body: [] } }, "warn discord: permissions", /Invite it/u],
  ])("says what to do about %s", async (_what, says: Says, expected, remedy) => {
    const { bad, code, said } = await examine(await discord(says));
    expect(bad).toContain(expected);
    expect(said(expected.slice(5))).toMatch(remedy);
    expect(code).toBe(expected.startsWith("fail") ? 1 : 0);
  });

  it("compares the shards with what Discord recommends", async () => {
    const says = {
      "/gateway/bot": { body: { shards: 4, session_start_limit: { remaining: 999, reset_after: 1 } } },
    };
    const { said, bad } = await examine({ ...(await discord(says)), DISCORD_SHARDS: "2" });
    expect(said("discord: shards")).toMatch(/recommends 4, DISCORD_SHARDS is 2.*in every process/u);
    expect(bad).toEqual(["warn discord: shards"]);
  });

  it("finds the id of another application", async () => {
    const { said } = await examine({ ...(await discord({})), DISCORD_APP_ID: "999999999999999999" });
    expect(said("discord: application")).toContain(`belongs to ${APP}`);
  });
});

describe("the doctor on this machine", () => {
  it("names every setting that is wrong, and looks at the rest all the same", async () => {
    const { bad, said, code } = await examine({
      ...(await telegram({})),
      HEALTH_PORT: "99999",
      LOG_LEVEL: "loud",
    });
    expect(bad.filter((one) => one === "fail configuration")).toHaveLength(2);
    expect(said("configuration")).toMatch(/HEALTH_PORT[\s\S]*LOG_LEVEL/u);
    expect(said("telegram: token")).toContain("@YuequnBot");
    expect(code).toBe(1);
  });

  it("leaves out what is wrong only together with something else, and looks at the rest", async () => {
    const { bad, said } = await examine({
      ...(await telegram({})),
      TELEGRAM_WEBHOOK_URL: "https://bot.example/hook",
      TELEGRAM_WEBHOOK_PORT: "none",
      TELEGRAM_WEBHOOK_SECRET: "s",
    });
    expect(bad.filter((one) => one === "fail configuration")).toHaveLength(1);
    expect(said("configuration")).toMatch(/TELEGRAM_WEBHOOK_PORT/u);
    expect(said("telegram: token")).toContain("@YuequnBot");
  });

  it("finds a name in .env that nobody reads, and a file that others can read", () => {
    const file = join(folder(), ".env");
    writeFileSync(file, "TELEGRAM_TOKN=x\n");
    chmodSync(file, 0o644);
    const found = envFileFindings(file, ["TELEGRAM_TOKEN"]);
    expect(found.map(({ said }) => said).join("\n")).toMatch(/TELEGRAM_TOKN is read by nobody[\s\S]*tokens/u);
    writeFileSync(file, "TELEGRAM_TOKEN=x\n");
    chmodSync(file, 0o600);
    expect(envFileFindings(file, ["TELEGRAM_TOKEN"])).toMatchObject([{ state: "ok" }]);
  });

  it("knows a port that another program has from one that the bot itself has", async () => {
    const bot = await serveHealth({ port: 0, report: () => ({}) });
    later(() => bot.close());
    expect(await portFinding(bot.port)).toMatchObject({
      state: "ok",
      said: expect.stringContaining("the bot runs"),
    });
    const other = new URL(await scripted({})).port;
    expect(await portFinding(Number(other))).toMatchObject({ state: "fail" });
  });

  it("knows a proxy that answers", async () => {
    expect(await proxyFinding(await scripted({}))).toMatchObject({ state: "ok" });
  });

  it("takes some seconds of the clock for nothing, and a minute for a fault", () => {
    const state = (ms: number) => clockFinding("clock", ms)[0]?.state;
    expect([state(2_000), state(-20_000), state(90_000)]).toEqual(["ok", "warn", "fail"]);
  });

  it("shows what a platform says as it is, and lets it command no terminal", () => {
    const evil = "a server\u001B]0;x\u0007\nok    telegram: token  forged\u202E";
    const lines = linesOf([{ check: "a", state: "warn", said: evil, remedy: evil }]);
    expect(lines).toHaveLength(2);
    expect(lines.join("")).not.toMatch(/[\p{Cc}\u202E]/u);
  });

  it("tells people what to do below each line that is not well", () => {
    const findings: Finding[] = [
      { check: "a", state: "ok", said: "well" },
      { check: "long", state: "fail", said: "broken", remedy: "Mend it." },
    ];
    expect(linesOf(findings)).toEqual(["ok    a     well", "fail  long  broken", "            → Mend it."]);
  });
});

describe.each(ENGINES.filter(({ isThere }) => isThere))("the doctor on $name", (engine) => {
  it("finds a database that is to be made, one that is up to date, and changes neither", async () => {
    const { options, remove } = await engine.place();
    later(remove);
    const before = await inspectStore(options);
    expect(databaseFindings(before, Date.now())[0]?.said).toContain("is made when the bot first starts");
    expect((await inspectStore(options)).exists).toBe(false);
    await (await openStore(options)).close();
    const after = await inspectStore(options);
    expect(after).toMatchObject({ exists: true, readOnly: undefined, pending: [], unknown: [] });
    expect(databaseFindings(after, Date.now()).filter(({ state }) => state === "fail")).toEqual([]);
  });
});

describe("what is found of a database", () => {
  const condition = {
    place: "x",
    exists: true,
    readOnly: undefined,
    pending: [],
    unknown: [],
    mode: 0o600,
    folderMode: 0o755,
    freeBytes: 1e12,
    clock: undefined,
  };
  const worst = (more: object): string =>
    databaseFindings({ ...condition, ...more }, 0)
      .filter(({ state }) => state !== "ok")
      .map(({ state, said, remedy }) => `${state} ${said} ${remedy}`)
      .join("\n");
  it.each([
    [{ unknown: ["9999_future"] }, /fail.*newer version.*9999_future.*Update/u],
    [{ readOnly: "the server is a standby" }, /fail.*standby/u],
    [{ mode: 0o644 }, /warn.*0644.*chmod 600/u],
    [{ folderMode: 0o777 }, /warn.*0777.*chmod 700/u],
    [{ freeBytes: 1e6 }, /warn.*1 MB free/u],
    [{ clock: 3_600_000 }, /fail 3600 s behind/u],
    [{}, /^$/u],
  ])("%j", (more, expected) => {
    expect(worst(more)).toMatch(expected);
  });
});
