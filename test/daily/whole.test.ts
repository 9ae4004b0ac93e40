/** The daily post as a group lives with it: the whole bot as its own process, against the strict Telegram server. */
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { createFactsOn } from "../../src/daily/topic.ts";
import { FILE, openStore, type Store } from "../../src/store/open.ts";
import { dataset } from "../support/bot.ts";
import { until } from "../support/daily.ts";
import { cleanUp, folder, freePort, later, ready, start } from "../support/process.ts";
import { privateChat, supergroup, user } from "../support/telegram/incoming.ts";
import { createTelegramServer, type TelegramServer } from "../support/telegram/server.ts";

afterEach(cleanUp);

const facts = createFactsOn(dataset)("city:深圳") ?? [];

const ann = user(7, "Ann");
const bob = user(8, "Bob");
const home = privateChat(ann);
const town = supergroup(-1_001_234);

interface Whole {
  server: TelegramServer;
  dataDir: string;
  env: Record<string, string>;
}

async function whole(more: Record<string, string> = {}): Promise<Whole> {
  const server = await createTelegramServer({});
  later(() => server.close());
  const dataDir = folder();
  const env = { TELEGRAM_TOKEN: server.token, TELEGRAM_API_ROOT: server.apiRoot, DATA_DIR: dataDir, ...more };
  return { server, dataDir, env };
}

const said = (server: TelegramServer, chat: number): string[] =>
  server.sent(chat).map(({ text = "" }) => text);

/** Says something and waits for what the bot says back. */
async function tell({ server }: Whole, chat: typeof home, from: typeof ann, text: string): Promise<string> {
  const before = said(server, chat.id).length;
  server.message(chat, from, text);
  await until(`${text} is answered`, () => said(server, chat.id).length > before, 15_000);
  return said(server, chat.id)[before] ?? "";
}

/** The same database, as another process of the operator would open it. */
async function store({ dataDir }: Whole): Promise<Store> {
  const opened = await openStore({ dataDir });
  later(() => opened.close());
  return opened;
}

async function makeDue(held: Store, server: TelegramServer, chat: string): Promise<void> {
  const bot = `telegram:${server.token.split(":")[0]}`;
  const found = await held.subscriptions.find(bot, chat);
  if (!found) throw new Error(`${chat} has no subscription`);
  await held.subscriptions.reschedule(found.id, Date.now() - 1_000);
}

describe("a group with a daily post", () => {
  it("is switched on by an administrator alone, gets one fact with its source, and none after it was killed and started again", async () => {
    const bot = await whole();
    const { server } = bot;
    server.addChat(town);
    server.setMember(town.id, bob, "member");
    server.setAdministrators(town.id, [ann]);
    const first = start(bot.env);
    expect(await tell(bot, town, bob, "/daily on 08:30")).toContain("只有群管理员");
    expect(await tell(bot, town, ann, "/daily on 08:30 深圳")).toContain(
      "每天 08:30（北京时间）一条，主题：深圳",
    );

    const held = await store(bot);
    await makeDue(held, server, String(town.id));
    await until("the post arrives", () => said(server, town.id).length === 3, 15_000);
    const post = server.sent(town.id)[2];
    expect(post?.text).toContain("来源");
    expect(post?.text).toContain("为什么值得看");
    expect(facts.filter(({ text }) => post?.text?.includes(text) === true)).toHaveLength(1);
    expect(JSON.stringify(post?.reply_markup)).toContain("callback_data");

    first.child.kill("SIGKILL");
    await first.code;
    await makeDue(held, server, String(town.id));
    start(bot.env);
    expect(await tell(bot, town, bob, "/daily status")).toContain("开着");
    await until(
      "the second slot of the day has passed",
      async () => (await held.report(0, Date.now(), 1)).due === 0,
      15_000,
    );
    expect(said(server, town.id)).toHaveLength(4);
    expect(await tell(bot, town, ann, "/daily off")).toContain("已关闭");
    expect(await tell(bot, town, ann, "/forget")).toContain("已删除");
  });

  it("answers questions without its database, and says what it cannot do", async () => {
    const port = await freePort();
    const bot = await whole({
      DATABASE_URL: "postgres://me:s3cret-word@127.0.0.1:1/none",
      HEALTH_PORT: String(port),
    });
    const running = start(bot.env);
    await ready(port, 200);
    expect(await tell(bot, home, ann, "深圳是半导体的核心吗")).toContain("是核心：");
    expect(await tell(bot, home, ann, "/daily on")).toContain("用不了订阅的记录");
    running.child.kill("SIGTERM");
    expect(await running.code).toBe(0);
    const logs = await running.logs;
    expect(logs).toContain("answering goes on");
    expect(logs).not.toContain("s3cret-word");
  });

  it("can be looked at and copied by the operator while it runs", async () => {
    const bot = await whole();
    start(bot.env);
    await tell(bot, home, ann, "/daily on");
    const held = await store(bot);
    await makeDue(held, bot.server, String(home.id));
    await until("the post arrives", () => said(bot.server, home.id).length === 2, 15_000);
    const status = start(bot.env, "daily:status");
    expect(await status.code).toBe(0);
    expect(await status.output).toMatch(
      /subscriptions {2}1 on[\s\S]*sent +1 in the last 24 hours[\s\S]*unknown +0/u,
    );
    const file = join(folder(), FILE);
    const copy = start(bot.env, "backup", file);
    expect(await copy.code).toBe(0);
    const copied = await openStore({ dataDir: join(file, "..") });
    expect((await copied.report(0, Date.now(), 1)).deliveries).toEqual({ sent: 1 });
    await copied.close();
  });
});

describe("the operator's commands", () => {
  it.each([
    [["daily:preview", "--days", "0"], 2, /--days 0/u],
    [["daily:preview", "--topic", "火星"], 2, /--topic: .*火星/u],
    [["daily:preview", "--nonsense"], 2, /nonsense/u],
    [["backup"], 2, /npm run backup -- FILE/u],
    [["restore"], 2, /npm run restore -- FILE/u],
    [["restore", "/nowhere/at-all.db"], 1, /is no file.*Nothing was changed/u],
    [["daily:status"], 1, /There is no .*yuequn\.db yet/u],
    [["feedback"], 1, /There is no .*yuequn\.db yet/u],
  ])("%s: exit code %i and one clear line", async (args, code, message) => {
    const run = start({}, ...args);
    expect(await run.code).toBe(code);
    expect((await run.logs).trim()).toMatch(message);
  });

  it("shows what a new chat would get, a day a fact, the same every time", async () => {
    const [once, again] = await Promise.all(
      [1, 2].map(async () => start({}, "daily:preview", "--days", "14", "--topic", "深圳").output),
    );
    expect(once).toBe(again);
    expect(once?.match(/^\d{4}-\d\d-\d\d {2}[A-Z]\d+/gmu)).toHaveLength(14);
    expect(once?.match(/^来源：$/gmu)).toHaveLength(14);
  });
});
