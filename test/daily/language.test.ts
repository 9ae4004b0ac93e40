/** The language of a chat: who sets it, what it is good for, and what it costs. On every engine. */
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { SETTINGS } from "../../src/daily/commands.ts";
import { createBot } from "../../src/core/bot.ts";
import { toPlain } from "../../src/core/plain.ts";
import type { Answer, Asker, Ask, Attend, Question } from "../../src/core/types.ts";
import { createAttend } from "../../src/daily/attend.ts";
import { createCalendar } from "../../src/daily/calendar.ts";
import { createLanguages, type Languages } from "../../src/daily/languages.ts";
import { createSettings } from "../../src/daily/settings.ts";
import { createFactsOn, createTell } from "../../src/daily/topic.ts";
import { openStore, type Store, type StoreOptions } from "../../src/store/open.ts";
import { dataset } from "../support/bot.ts";
import { BOT, createPlatform, createWorld, NINE, subscribe, until } from "../support/daily.ts";
import { dropDatabase, ENGINES, freshStore } from "../support/stores.ts";

afterAll(dropDatabase);

const ADMIN: Asker = { isAdmin: () => Promise.resolve(true) };
const MEMBER: Asker = { isAdmin: () => Promise.resolve(false) };
const UNSURE: Asker = { isAdmin: () => Promise.reject(new Error("the platform does not answer")) };
/** In doubt in every language. */
const DOUBTFUL = "IC";
const HAN = /\p{Script=Han}/u;

/** A store that counts how often what chats have set is read. */
function counting(store: Store): Store & { reads: number } {
  const { settings } = store;
  const counted = {
    ...store,
    reads: 0,
    settings: {
      ...settings,
      all: (bot: string) => {
        counted.reads += 1;
        return settings.all(bot);
      },
    },
  };
  return counted;
}

/** A bot in front of a store, as one process of it. */
function process(store: () => Store | undefined, clock: () => number = () => performance.now()) {
  const ask = createBot(dataset, SETTINGS);
  const troubles: string[] = [];
  const onTrouble = (what: string): void => void troubles.push(what);
  const languages: Languages = createLanguages({ store, onTrouble, clock });
  const botOf = (platform: string) => (platform === "telegram" ? BOT : undefined);
  const asked: Question[] = [];
  const core: Ask = (question) => {
    asked.push(question);
    return ask(question);
  };
  const settings = createSettings({
    dataset,
    ask,
    languages,
    factsOn: createFactsOn(dataset),
    tell: createTell(dataset),
    calendar: createCalendar(),
    store,
    botOf,
    now: () => NINE,
    newId: () => crypto.randomUUID(),
    onTrouble,
  });
  const attend: Attend = createAttend({ ask: core, settings, languages, botOf });
  return { attend, languages, asked, troubles };
}

describe.each(ENGINES)("the language of a chat on $name", (engine) => {
  let store: Store & { options: StoreOptions };
  let bot: ReturnType<typeof process>;
  let minutes: number;

  beforeEach(async (context) => {
    if (!engine.isThere) context.skip();
    store = await freshStore(engine);
    bot = process(() => store);
    minutes = 0;
  });
  afterEach(async () => {
    if (engine.isThere) await store.close();
  });

  /** Each a quarter of an hour after the one before, unless told otherwise: a conversation is over by then. */
  const tell = async (
    text: string,
    { asker = ADMIN, chat = "5", pause = 15, ...more }: Partial<Omit<Question, "chat">> & Say = {},
  ): Promise<Answer> => {
    minutes += pause;
    const at = NINE + minutes * 60_000;
    return bot.attend({ text, chat: { platform: "telegram", id: chat, user: "7" }, at, ...more }, asker);
  };
  interface Say {
    asker?: Asker;
    chat?: string;
    pause?: number;
  }
  const localeOf = async (...args: Parameters<typeof tell>) => (await tell(...args)).locale;

  it("is told, with what else there is", async () => {
    const { title, next } = await tell("/language", { asker: MEMBER });
    expect(title.text).toBe("这个聊天的语言：自动。");
    expect(next).toEqual([
      { label: "简体中文", ask: "/language zh" },
      { label: "繁体中文", ask: "/language tw" },
      { label: "English", ask: "/language en" },
    ]);
  });

  it.each([
    ["/language en", "en"],
    ["/language English", "en"],
    ["/语言 英文", "en"],
    ["/語言 tw", "zh-TW"],
    ["/language 繁體中文", "zh-TW"],
    ["/语言zh", "zh-CN"],
    ["/language zh_CN", "zh-CN"],
  ])("%s sets it, and says so in it", async (text, locale) => {
    expect(await localeOf(text)).toBe(locale);
    expect(await localeOf(DOUBTFUL)).toBe(locale);
    expect(await store.settings.all(BOT)).toEqual(new Map([["5", locale]]));
  });

  it("is where a question leaves it in doubt, not where one tells its own, and not in another chat", async () => {
    await tell("/language en");
    expect(await localeOf(DOUBTFUL)).toBe("en");
    expect(await localeOf(DOUBTFUL, { hint: "zh-TW" })).toBe("en");
    expect(await localeOf("半导体有哪些核心城市")).toBe("zh-CN");
    expect(await localeOf(DOUBTFUL, { chat: "6" })).toBe("zh-CN");
    expect(await localeOf(DOUBTFUL, { chat: "6", hint: "zh-TW" })).toBe("zh-TW");
  });

  it("is automatic again after /language auto", async () => {
    await tell("/language en");
    expect((await tell("/language auto")).title.text).toBe("The language of this chat is now: Automatic.");
    expect(await localeOf(DOUBTFUL)).toBe("zh-CN");
    expect(await store.settings.all(BOT)).toEqual(new Map());
  });

  it("says what it does not speak, and sets nothing", async () => {
    const { title } = await tell("/language klingon");
    expect(title.text).toBe("不会用“klingon”回答，会的是中文（简体、繁体）和英文，例如 /language en");
    expect(await store.settings.all(BOT)).toEqual(new Map());
  });

  it("is set by administrators alone", async () => {
    expect((await tell("/language en", { asker: MEMBER })).title.text).toContain("只有群管理员");
    expect((await tell("/language en", { asker: UNSURE })).title.text).toContain("查不到你是不是管理员");
    expect(await store.settings.all(BOT)).toEqual(new Map());
  });

  it("has the last word over an earlier wish in the same conversation", async () => {
    await tell("reply in English please", { asker: MEMBER });
    expect(await localeOf("深圳", { pause: 1 })).toBe("en");
    await tell("/language tw", { pause: 1 });
    expect(await localeOf("深圳", { pause: 1 })).toBe("zh-TW");
  });

  describe("asked for in words", () => {
    it.each([
      ["reply in English please", "en"],
      ["切换繁体", "zh-TW"],
      ["切換繁體", "zh-TW"],
      ["用简体吧", "zh-CN"],
    ])("%s sets it where one may", async (text, locale) => {
      const { title, locale: said } = await tell(text);
      expect(said).toBe(locale);
      expect(title.text).toMatch(/语言设为|語言設為|The language of this chat is now/u);
      expect(await localeOf(DOUBTFUL)).toBe(locale);
    });

    it.each([MEMBER, UNSURE])("holds for the conversation where one may not", async (asker) => {
      expect(await localeOf("reply in English please", { asker })).toBe("en");
      expect(await localeOf("深圳有哪些集群", { asker, pause: 1 })).toBe("en");
      expect(await localeOf(DOUBTFUL, { asker, pause: 15 })).toBe("zh-CN");
      expect(await store.settings.all(BOT)).toEqual(new Map());
    });

    it("holds for the conversation without the store, too, and where the store fails", async () => {
      bot = process(() => undefined);
      expect(await localeOf("reply in English please")).toBe("en");
      expect(await localeOf("深圳有哪些集群", { pause: 1 })).toBe("en");
      const failing = { ...store.settings, set: () => Promise.reject(new Error("away")) };
      bot = process(() => ({ ...store, settings: failing }));
      expect(await localeOf("reply in English please")).toBe("en");
      expect(await localeOf("深圳有哪些集群", { pause: 1 })).toBe("en");
      expect(bot.troubles).toEqual(["the language of a chat could not be kept"]);
    });
  });

  it("is that of every notice; else the person's; else Chinese", async () => {
    for (const text of ["/daily on", "/daily", "/daily pause 2d", "/daily dance", "/daily off", "/privacy"]) {
      expect((await tell(text)).locale).toBe("zh-CN");
      expect((await tell(text, { hint: "en" })).locale).toBe("en");
    }
    await tell("/language tw");
    expect(toPlain(await tell("/daily", { hint: "en" }))).toContain("這裡沒有開每日一條");
  });

  it("says everything of a subscription in English", async () => {
    await tell("/language en");
    const texts = ["/daily on 09:00 shenzhen", "/daily", "/daily pause 2d", "/daily", "/daily on pillar"];
    const said: string[] = [];
    for (const text of [...texts, "/daily off", "/daily off", "/daily", "/language"])
      said.push(toPlain(await tell(text)));
    for (const text of said) expect(text).not.toMatch(HAN);
    expect(said[0]).toContain("one fact a day at 09:00 (Beijing time), topic: Shenzhen");
    expect(said[0]).toContain("The first one: 27 November, 09:00.");
    expect(said[4]).toContain("topic: the ten pillar clusters");
  });

  it("is told by /privacy, and deleted by /forget, also where it is all there is", async () => {
    const privacy = toPlain(await tell("/privacy"));
    expect(privacy).toContain("这个聊天没有设定语言。");
    expect(privacy).toMatch(/数据库里，只有这些：[\s\S]*聊天设定的语言：聊天编号、语言/u);
    await tell("/language tw");
    expect(toPlain(await tell("/privacy"))).toContain("這個聊天設定的語言：繁體中文");
    expect((await tell("/forget")).title.text).toContain("已刪除");
    expect(await localeOf(DOUBTFUL)).toBe("zh-CN");
    expect((await tell("/forget")).title.text).toContain("没有保存任何东西");
  });

  it("goes with a chat that gets a new id", async () => {
    await tell("/language en");
    bot.languages.moved(BOT, "5", "-100");
    expect(await localeOf(DOUBTFUL, { chat: "-100" })).toBe("en");
    expect(await localeOf(DOUBTFUL)).toBe("zh-CN");
  });

  it("survives a restart", async () => {
    await tell("/language en");
    const again = await openStore(store.options);
    bot = process(() => again);
    expect(await localeOf(DOUBTFUL)).toBe("en");
    await again.close();
  });

  it("costs no query an answer, set or not", async () => {
    const counted = counting(store);
    bot = process(() => counted);
    for (let i = 0; i < 20; i += 1) await tell(DOUBTFUL, { chat: `${i}` });
    await tell("/language en");
    for (let i = 0; i < 20; i += 1) await tell(DOUBTFUL);
    expect(counted.reads).toBe(1);
  });

  it("set by another process is known a minute later, and nobody waits to find out", async () => {
    let now = 0;
    bot = process(
      () => store,
      () => now,
    );
    expect(await localeOf(DOUBTFUL)).toBe("zh-CN");
    await store.settings.set(BOT, "5", "en");
    now += 59_000;
    expect(await localeOf(DOUBTFUL)).toBe("zh-CN");
    now += 2_000;
    await until("the other's setting is known", async () => (await localeOf(DOUBTFUL)) === "en");
  });

  it("is done without while the store fails or hangs, and found once it is back", async () => {
    let all = (): Promise<Map<string, string>> => Promise.reject(new Error("away"));
    let now = 0;
    const ailing = { ...store, settings: { ...store.settings, all: () => all() } };
    bot = process(
      () => ailing,
      () => now,
    );
    await store.settings.set(BOT, "5", "en");
    expect(await localeOf(DOUBTFUL)).toBe("zh-CN");
    expect(bot.troubles).toEqual(["the languages of chats could not be read"]);
    all = () => new Promise(() => undefined);
    now += 6_000;
    const started = performance.now();
    expect(await localeOf(DOUBTFUL)).toBe("zh-CN");
    expect(performance.now() - started).toBeLessThan(3_000);
    bot = process(() => store);
    expect(await localeOf(DOUBTFUL)).toBe("en");
  });

  it("is that of the daily post; Chinese where none is set", async () => {
    const platform = createPlatform();
    await subscribe(store, "5");
    await subscribe(store, "6");
    await subscribe(store, "7");
    await store.settings.set(BOT, "5", "en");
    await store.settings.set(BOT, "6", "zh-TW");
    const { daily } = createWorld(() => store, platform);
    daily.start();
    await until("all three have arrived", () => platform.sent.length === 3);
    await daily.stop();
    const locales = platform.sent.map(({ chat, locale }) => [chat, locale] as const);
    expect(Object.fromEntries(locales)).toEqual({ 5: "en", 6: "zh-TW", 7: "zh-CN" });
  });
});
