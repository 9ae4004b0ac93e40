/** What Prometheus reads of a running bot, and that the dashboard and the alert rules ask for nothing else. */
import { readFileSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { afterEach, describe, expect, it } from "vitest";
import { createMeter } from "../src/app/metrics.ts";
import { openStore } from "../src/store/open.ts";
import { serveHealth } from "../src/app/health.ts";
import { until } from "./support/daily.ts";
import { createWorld } from "./support/discord/world.ts";
import { cleanUp, folder, freePort, later, ready, start } from "./support/process.ts";
import { privateChat, user } from "./support/telegram/incoming.ts";
import { createTelegramServer, type TelegramServer } from "./support/telegram/server.ts";
import { startBot } from "./support/discord/bot.ts";
import { measuredAttend } from "../src/app/measured.ts";
import { newBot } from "./support/bot.ts";

afterEach(cleanUp);

const ann = user(7, "Ann");
const home = privateChat(ann);
const BOT = 'bot="telegram:';

async function telegram(): Promise<TelegramServer> {
  const server = await createTelegramServer({});
  later(() => server.close());
  return server;
}

async function scrape(port: number, host = "127.0.0.1"): Promise<string> {
  const response = await fetch(`http://${host}:${port}/metrics`);
  expect(response.headers.get("content-type")).toContain("text/plain");
  return response.text();
}

/** The value of the one line that has this name and all these labels. */
function value(text: string, name: string, ...labels: readonly string[]): number | undefined {
  const lines = text.split("\n").filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
  const found = lines.find((line) => labels.every((label) => line.includes(label)));
  return found === undefined ? undefined : Number(found.split(" ").at(-1));
}

const nowhere = { platforms: () => ({}), standings: () => undefined };

describe("a bot on Telegram that is measured", () => {
  it("tells its questions, answers, requests, refusals for speed, posts, statements and that it sends", async () => {
    const server = await telegram();
    const port = await freePort();
    const dataDir = folder();
    const bot = start({
      TELEGRAM_TOKEN: server.token,
      TELEGRAM_API_ROOT: server.apiRoot,
      DATA_DIR: dataDir,
      HEALTH_PORT: String(port),
    });
    await ready(port, 200);
    server.failNext({
      method: "sendMessage",
      response: { error_code: 429, description: "Too Many Requests", parameters: { retry_after: 1 } },
    });
    server.message(home, ann, "半导体集群以哪些城市为核心");
    server.message(home, ann, "今天天气怎么样");
    await server.waitFor(() => server.sent(ann.id).length === 2);
    for (let i = 0; i < 9; i += 1) server.message(home, ann, "/daily on");
    await server.waitFor(() => server.pendingUpdates.length === 0);

    const store = await openStore({ dataDir });
    later(() => store.close());
    const held = await store.subscriptions.find(`telegram:${server.token.split(":")[0]}`, String(home.id));
    await store.subscriptions.reschedule(held?.id ?? "", Date.now() - 1_000);
    await until(
      "the post is counted",
      async () => value(await scrape(port), "yuequn_posts_total", 'state="sent"') === 1,
    );

    const text = await scrape(port);
    const asked = (outcome: string) =>
      value(text, "yuequn_questions_total", 'platform="telegram"', `outcome="${outcome}"`);
    expect(asked("unknown")).toBe(1);
    expect(asked("answer")).toBe(1);
    expect(asked("clarify")).toBe(8);
    expect(asked("limited")).toBe(1);
    expect(value(text, "yuequn_answer_seconds_count", 'platform="telegram"')).toBe(10);
    expect(value(text, "yuequn_events_waiting", 'platform="telegram"')).toBe(0);
    expect(value(text, "yuequn_requests_total", 'kind="send"', 'result="limited"')).toBe(1);
    expect(value(text, "yuequn_requests_total", 'kind="send"', 'result="ok"')).toBe(12);
    expect(value(text, "yuequn_requests_total", 'kind="receive"', 'result="ok"')).toBeGreaterThan(0);
    expect(value(text, "yuequn_lease_held", BOT)).toBe(1);
    expect(value(text, "yuequn_posts_due", BOT)).toBe(0);
    expect(value(text, "yuequn_posts_doubtful", BOT)).toBe(0);
    expect(value(text, "yuequn_store_up")).toBe(1);
    expect(value(text, "yuequn_store_seconds_count", 'result="ok"')).toBeGreaterThan(5);
    expect(value(text, "yuequn_platform_ready", 'platform="telegram"')).toBe(1);
    expect(text).not.toContain(server.token);
    expect(text).not.toContain("半导体");
    bot.child.kill("SIGTERM");
    expect(await bot.code).toBe(0);
  });

  it("says that the store is away instead of telling old numbers", async () => {
    const meter = createMeter("1");
    const standing = { bot: "telegram:1", due: 3, doubtful: 2 };
    const before = await meter.text({ ...nowhere, standings: () => Promise.resolve([standing]) });
    expect(value(before, "yuequn_posts_due", BOT)).toBe(3);
    for (const standings of [
      () => undefined,
      () => Promise.reject(new Error("the server is away")),
      () => new Promise<never>(() => undefined),
    ]) {
      const text = await meter.text({ ...nowhere, standings });
      expect(value(text, "yuequn_store_up")).toBe(0);
      expect(value(text, "yuequn_posts_due", BOT)).toBeUndefined();
    }
  });

  it("counts a question that could not be answered, and events that still wait", async () => {
    const meter = createMeter("1");
    let fail = (_error: Error): void => undefined;
    const attend = measuredAttend(() => new Promise((_resolve, reject) => (fail = reject)), meter);
    const asker = { isAdmin: () => Promise.resolve(true) };
    const failing = meter.event("telegram", async () => {
      await attend({ text: "?", chat: { platform: "telegram", id: "1" } }, asker);
    });
    expect(value(await meter.text(nowhere), "yuequn_events_waiting")).toBe(1);
    fail(new Error("no"));
    await expect(failing).rejects.toThrow("no");
    const text = await meter.text(nowhere);
    expect(value(text, "yuequn_questions_total", 'outcome="failed"')).toBe(1);
    expect(value(text, "yuequn_events_waiting")).toBe(0);
  });
});

describe("a bot on Discord that is measured", () => {
  it("tells its questions, its requests and every refusal for speed, also those the library repeats by itself", async () => {
    const world = await createWorld();
    later(() => world.stop());
    const meter = createMeter("1");
    const { adapter } = await startBot(world.apiRoot, measuredAttend(newBot(), meter), { measures: meter });
    later(() => adapter.stop());
    const room = world.room();
    world.proxy.inject({
      match: (request) => request.method === "POST" && /\/messages/u.test(request.url ?? ""),
      answer: {
        status: 429,
        body: '{"retry_after":0.05,"global":false,"message":"slow"}',
        headers: { "retry-after": "0.05" },
      },
    });
    await world.mention(room, "半导体有哪些核心城市");
    await until(
      "it is counted",
      async () => value(await meter.text(nowhere), "yuequn_questions_total") === 1,
    );
    const text = await meter.text(nowhere);
    expect(value(text, "yuequn_questions_total", 'platform="discord"', 'outcome="answer"')).toBe(1);
    expect(
      value(text, "yuequn_requests_total", 'platform="discord"', 'kind="send"', 'result="limited"'),
    ).toBe(1);
    expect(value(text, "yuequn_requests_total", 'platform="discord"', 'kind="send"', 'result="ok"')).toBe(1);
  });
});

describe("the health server", () => {
  const own = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .find(({ family, internal }) => family === "IPv4" && !internal)?.address;

  it.runIf(own !== undefined)(
    "is asked from other addresses where HEALTH_HOST allows it, and by default is not",
    async () => {
      const report = () => ({});
      const shut = await serveHealth({ port: 0, report });
      later(() => shut.close());
      await expect(fetch(`http://${own}:${shut.port}/healthz`)).rejects.toThrow();
      const open = await serveHealth({ port: 0, host: "0.0.0.0", report });
      later(() => open.close());
      expect((await fetch(`http://${own}:${open.port}/healthz`)).status).toBe(200);
    },
  );

  it("names the remedy where it cannot listen", async () => {
    const report = () => ({});
    const first = await serveHealth({ port: 0, report });
    later(() => first.close());
    await expect(serveHealth({ port: first.port, report })).rejects.toThrow(/choose another HEALTH_PORT/u);
    await expect(serveHealth({ port: 0, host: "203.0.113.7", report })).rejects.toThrow(/set HEALTH_HOST/u);
  });
});

/** What is asked of a histogram; a text names it as a whole. */
const endings = (file: string): string[] => [
  "_bucket",
  "_sum",
  "_count",
  ...(file.endsWith(".md") ? [""] : []),
];

describe.each(["grafana.json", "alerts.yml", "operate.md"])("docs/%s", (file) => {
  it("names only metrics there are", async () => {
    const meter = createMeter("1");
    const text = await meter.text(nowhere);
    const kinds = new Map([...text.matchAll(/^# TYPE (\S+) (\S+)$/gmu)].map((m) => [m[1] ?? "", m[2] ?? ""]));
    const names = new Set(
      [...kinds].flatMap(([name, kind]) =>
        kind === "histogram" ? endings(file).map((end) => name + end) : [name],
      ),
    );
    const document = readFileSync(new URL(`../docs/${file}`, import.meta.url), "utf8");
    const named = [...document.matchAll(/\b(?:yuequn|nodejs|process)_\w+/gu)].map(([name]) => name);
    expect(named.length).toBeGreaterThan(10);
    for (const name of named) expect(names, name).toContain(name);
  });
});
