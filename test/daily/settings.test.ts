/** What a chat may set, and who may: on every engine. */
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { newBot } from "../support/bot.ts";
import { toPlain } from "../../src/core/plain.ts";
import { type Answer, type Asker, LOCALES } from "../../src/core/types.ts";
import { createCalendar } from "../../src/daily/calendar.ts";
import { createLanguages } from "../../src/daily/languages.ts";
import * as notices from "../../src/daily/notices.ts";
import { WORDS } from "../../src/daily/tongues.ts";
import { createSettings, type Settings } from "../../src/daily/settings.ts";
import { createFactsOn, createTell } from "../../src/daily/topic.ts";
import type { Store, StoreOptions } from "../../src/store/open.ts";
import { dataset } from "../support/bot.ts";
import { BOT, DAY, HOUR, NINE } from "../support/daily.ts";
import { dropDatabase, ENGINES, freshStore } from "../support/stores.ts";

afterAll(dropDatabase);

const bot = newBot();
const tell = createTell(dataset);
const ADMIN: Asker = { isAdmin: () => Promise.resolve(true) };
const MEMBER: Asker = { isAdmin: () => Promise.resolve(false) };
const UNSURE: Asker = { isAdmin: () => Promise.reject(new Error("the platform does not answer")) };

describe.each(LOCALES)("/privacy in %s", (locale) => {
  const textsOf = (texts: boolean, turns = false): string =>
    toPlain(notices.privacy({ locale, words: WORDS[locale] }, { texts, turns }));

  it("tells of votes, and of texts that are kept only where they are", () => {
    const { privacy } = WORDS[locale];
    for (const keepsTexts of [false, true]) expect(textsOf(keepsTexts)).toContain(privacy.votes);
    expect(textsOf(false)).toContain(privacy.title);
    expect(textsOf(false)).not.toContain(privacy.keepsTexts.texts);
    expect(textsOf(true)).toContain(privacy.keepsTexts.texts);
    expect(textsOf(false)).not.toContain(privacy.shares.waiting);
    expect(textsOf(true, true)).toContain(privacy.shares.waiting);
    expect(textsOf(true, true)).toContain(privacy.shares.title);
    expect(textsOf(true)).not.toContain(privacy.title);
  });
});

describe.each(ENGINES)("the settings of a chat on $name", (engine) => {
  let store: Store & { options: StoreOptions };
  let there: Store | undefined;
  let settings: Settings;
  const clock = { at: NINE };

  beforeEach(async (context) => {
    if (!engine.isThere) context.skip();
    store = await freshStore(engine);
    there = store;
    clock.at = NINE;
    settings = createSettings({
      dataset,
      ask: bot,
      languages: createLanguages({ store: () => there, onTrouble: () => undefined }),
      factsOn: createFactsOn(dataset),
      tell,
      calendar: createCalendar(),
      store: () => there,
      botOf: (platform) => (platform === "telegram" ? BOT : undefined),
      now: () => clock.at,
      newId: () => crypto.randomUUID(),
      onTrouble: () => undefined,
    });
  });
  afterEach(async () => {
    if (engine.isThere) await store.close();
  });

  const set = async (text: string, asker = ADMIN, chat = "5", thread?: string): Promise<Answer> => {
    const place = { platform: "telegram", id: chat, user: "7", ...(thread !== undefined && { thread }) };
    const answer = await settings({ text, chat: place, at: clock.at }, asker);
    if (!answer) throw new Error(`${text} sets nothing`);
    return answer;
  };
  const say = async (...args: Parameters<typeof set>): Promise<string> => toPlain(await set(...args));
  const held = (chat = "5") => store.subscriptions.find(BOT, chat);

  it("begins at nine in China about everything, unless told otherwise", async () => {
    expect(await say("/daily on")).toContain("每天 09:00（北京时间）一条，主题：全部");
    expect(await held()).toMatchObject({
      time: "09:00",
      zone: "Asia/Shanghai",
      topic: "all",
      next_run_at: NINE + DAY,
    });
  });

  it("takes time, zone and topic in any words", async () => {
    expect(await say("/daily on 8点半 东京时间 芯片")).toContain(
      "每天 08:30（东京时间）一条，主题：半导体与集成电路",
    );
    expect(await held()).toMatchObject({
      time: "08:30",
      zone: "Asia/Tokyo",
      topic: "cluster:半导体与集成电路",
    });
  });

  it.each([
    ["深圳", "city:深圳"],
    ["shenzhen", "city:深圳"],
    ["支柱", "class:支柱"],
    ["新兴集群", "class:新兴"],
    ["bandaoti", "cluster:半导体与集成电路"],
    ["生物醫藥", "cluster:生物医药与健康"],
    ["全部", "all"],
  ])("knows the topic %s", async (text, topic) => {
    await set(`/daily on 09:00 ${text}`);
    expect(await held()).toMatchObject({ topic });
  });

  it.each([
    "/evil",
    "on /evil",
    "on 09:00 /evil",
    "on 09:00 Asia/Tokyo /evil",
    "pause /evil",
    "on 09:00 a &/evil",
  ])("shows nothing back that a chat would make a command of: /daily %s", async (words) => {
    const { title } = await set(`/daily ${words}`);
    expect(title.text).toContain("evil");
    expect(title.text).not.toMatch(/(?<!\w)\/evil/u);
  });

  it("changes only what is said", async () => {
    await set("/daily on 08:30 Asia/Tokyo 深圳");
    await set("/daily on 10:00");
    expect(await held()).toMatchObject({ time: "10:00", zone: "Asia/Tokyo", topic: "city:深圳" });
  });

  it("posts where it was switched on", async () => {
    await set("/daily on", ADMIN, "5", "77");
    expect(await held()).toMatchObject({ thread: "77" });
  });

  it.each([
    ["/daily on 25:00", "“25:00”"],
    ["/daily on 09:00 Mars/Base", "“Mars/Base”"],
    ["/daily on 09:00 火星", "“火星”"],
    ["/daily on 09:00 深圳 广州", "一次只能订一个主题"],
    ["/daily pause soon", "“soon”"],
    ["/daily dance", "dance"],
  ])("%s: says what is wrong with an example, and sets nothing", async (text, problem) => {
    const said = await say(text);
    expect(said).toContain(problem);
    expect(said).toMatch(/例如 \/daily /u);
    expect(await held()).toBeUndefined();
  });

  it("pauses, says until when, and comes back", async () => {
    await set("/daily on 09:00");
    expect(await say("/daily pause 7d")).toContain("已暂停 7 天，下一条：12 月 4 日 09:00");
    expect(await say("/daily status")).toContain("暂停中");
    expect(await say("/daily on")).toContain("已开启");
    expect(await held()).toMatchObject({ paused_until: null, next_run_at: NINE + DAY });
  });

  it("stops with one command, and says so again when there is nothing to stop", async () => {
    await set("/daily on");
    expect(await say("/daily off")).toContain("已关闭");
    expect(await say("/daily off")).toContain("本来就没有开");
    expect(await say("/daily status")).toContain("没有开");
    expect(await held()).toMatchObject({ state: "off" });
  });

  it("tells a fact now, and not the same again tomorrow", async () => {
    await set("/daily on 09:00 深圳");
    const told: string[] = [];
    for (let i = 0; i < 20; i += 1) {
      clock.at += HOUR;
      told.push(...(await set("/daily now")).facts);
    }
    expect(new Set(told).size).toBe(20);
    expect((await store.history.of(BOT, ["5"])).get("5")).toHaveLength(20);
  });

  it.each(["/daily on", "/daily off", "/daily pause 7d", "/daily now", "/forget"])(
    "lets only administrators do %s",
    async (text) => {
      await set("/daily on 08:00");
      expect(await say(text, MEMBER)).toContain("只有群管理员");
      expect(await say(text, UNSURE)).toContain("查不到你是不是管理员");
      expect(await held()).toMatchObject({ state: "active", time: "08:00", paused_until: null });
    },
  );

  it.each([
    "/daily on 25:99",
    "/daily on 09:00 Asia/Mars",
    "/daily pause long",
    "/daily tomorrow",
    "/language xx",
  ])("answers what is wrong in %s to whoever wrote it, and to nobody else", async (text) => {
    expect(await set(text)).toMatchObject({ aside: true });
  });

  it("refuses whoever is no administrator to them alone, and confirms to everybody", async () => {
    expect(await set("/daily on", MEMBER)).toMatchObject({ aside: true });
    expect(await set("/daily on", UNSURE)).toMatchObject({ aside: true });
    for (const text of [
      "/daily on",
      "/daily status",
      "/daily pause 7d",
      "/daily now",
      "/daily off",
      "/language en",
    ])
      expect(await set(text)).not.toHaveProperty("aside");
    there = undefined;
    expect(await set("/daily on")).toMatchObject({ aside: true });
  });

  it("lets everybody see the status and what is stored", async () => {
    await set("/daily on 08:00");
    expect(await say("/daily", MEMBER)).toContain("开着：每天 08:00");
    expect(await say("/privacy", UNSURE)).toContain("这个聊天存着一条订阅：每天 08:00");
  });

  it("forgets everything about the chat", async () => {
    await set("/daily on");
    await set("/daily now");
    expect(await say("/forget")).toContain("已删除");
    expect(await held()).toBeUndefined();
    expect((await store.history.of(BOT, ["5"])).size).toBe(0);
    expect(await say("/forget")).toContain("没有保存任何东西");
  });

  it("says that it cannot set anything without the store, and still tells what is kept", async () => {
    there = undefined;
    expect(await say("/daily on")).toContain("用不了订阅的记录");
    expect(await say("/privacy")).toContain("不保存任何人说的话");
  });

  it("survives a store that fails", async () => {
    there = {
      ...store,
      subscriptions: { ...store.subscriptions, find: () => Promise.reject(new Error("away")) },
    };
    expect(await say("/daily status")).toContain("用不了订阅的记录");
  });

  it("leaves questions, other commands, other platforms and the inline box to the core", () => {
    const chat = { platform: "telegram", id: "5", user: "7" };
    expect(settings({ text: "半导体", chat }, ADMIN)).toBeUndefined();
    expect(settings({ text: "/city 深圳", chat }, ADMIN)).toBeUndefined();
    // What somebody else wrote, asked with /ask: nothing of it may be done.
    for (const text of ["/ask /forget", "/ask /daily on", "/ask 切换英文"])
      expect(settings({ text, chat }, ADMIN)).toBeUndefined();
    expect(settings({ text: "/daily on", chat: { ...chat, platform: "terminal" } }, ADMIN)).toBeUndefined();
    expect(
      settings({ text: "/daily on", chat: { platform: "telegram", id: "inline" } }, ADMIN),
    ).toBeUndefined();
  });

  it("offers only buttons that lead somewhere", async () => {
    const said = [
      await set("/daily on"),
      await set("/daily status"),
      await set("/daily pause 7d"),
      await set("/daily off"),
    ];
    for (const { ask } of said.flatMap(({ next, card = [] }) => [...next, ...card.flat()]))
      expect(bot({ text: ask, chat: { platform: "test", id: "1" } }).title.text).not.toContain(
        "没有这个命令",
      );
  });
});
