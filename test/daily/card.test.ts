/** The card of the settings: buttons that say what is wanted, for two administrators at once, on every engine. */
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { MOST_SUGGESTION_BYTES } from "../../src/core/compose.ts";
import { type Answer, type Asker, type Locale, LOCALES } from "../../src/core/types.ts";
import { createCalendar } from "../../src/daily/calendar.ts";
import { createCard } from "../../src/daily/card.ts";
import { parseDaily } from "../../src/daily/command.ts";
import { createLanguages } from "../../src/daily/languages.ts";
import { createSettings, type Settings } from "../../src/daily/settings.ts";
import { createTongues } from "../../src/daily/tongues.ts";
import { createFactsOn, createTell, createTopicReader } from "../../src/daily/topic.ts";
import type { View } from "../../src/daily/words.ts";
import type { Store } from "../../src/store/open.ts";
import { dataset, newBot } from "../support/bot.ts";
import { BOT, DAY, NINE } from "../support/daily.ts";
import { dropDatabase, ENGINES, freshStore } from "../support/stores.ts";

afterAll(dropDatabase);

const ADMIN: Asker = { isAdmin: () => Promise.resolve(true) };
const MEMBER: Asker = { isAdmin: () => Promise.resolve(false) };
const UNSURE: Asker = { isAdmin: () => Promise.reject(new Error("the platform does not answer")) };
const VIEWS: readonly View[] = ["settings", "times", "zones", "topics", "clusters", "cities"];

const buttonsOf = ({ card = [] }: Answer) => card.flat();
const labelled = (answer: Answer, part: string): string => {
  const found = buttonsOf(answer).find(({ label }) => label.includes(part));
  if (!found) throw new Error(`no button says ${part}`);
  return found.ask;
};
const ticked = (answer: Answer): string[] =>
  buttonsOf(answer).flatMap(({ label }) => (label.startsWith("✓ ") ? [label.slice(2)] : []));

describe.each(VIEWS)("the view of %s", (view) => {
  const cardOf = createCard(dataset);
  const tongues = createTongues(dataset);
  const readTopic = createTopicReader(dataset);
  const odd = { time: "07:13", zone: "Etc/GMT-8", topic: "city:深圳", isOn: true, isPaused: false };

  it.each(LOCALES)(
    "has no more buttons than any platform takes, each once, each understood: %s",
    (locale) => {
      const asked = cardOf(tongues[locale], odd, view)
        .flat()
        .map(({ ask }) => ask);
      expect(asked.length).toBeLessThanOrEqual(25);
      expect(new Set(asked).size).toBe(asked.length);
      for (const ask of asked) {
        expect(Buffer.byteLength(ask), ask).toBeLessThanOrEqual(MOST_SUGGESTION_BYTES);
        const call = parseDaily(ask.replace("/daily ", ""));
        expect(call.kind, ask).not.toBe("wrong");
        if ("topic" in call) expect(readTopic(call.topic ?? ""), ask).toHaveProperty("topic");
      }
    },
  );
});

describe.each(ENGINES)("the card on $name", (engine) => {
  let store: Store;
  let there: Store;
  let settings: Settings;

  beforeEach(async (context) => {
    if (!engine.isThere) context.skip();
    store = await freshStore(engine);
    there = store;
    settings = createSettings({
      dataset,
      ask: newBot(),
      languages: createLanguages({ store: () => there, onTrouble: () => undefined }),
      factsOn: createFactsOn(dataset),
      tell: createTell(dataset),
      calendar: createCalendar(),
      store: () => there,
      botOf: () => BOT,
      now: () => NINE,
      newId: () => crypto.randomUUID(),
      onTrouble: () => undefined,
    });
  });
  afterEach(async () => {
    if (engine.isThere) await store.close();
  });

  const press = async (text: string, asker = ADMIN, locale?: Locale): Promise<Answer> => {
    const chat = { platform: "telegram", id: "5", user: "7" };
    const answer = await settings({ text, chat, at: NINE, ...(locale && { locale }) }, asker);
    if (!answer) throw new Error(`${text} sets nothing`);
    return answer;
  };
  const held = () => store.subscriptions.find(BOT, "5");

  it("opens with /daily, and shows what is set", async () => {
    expect(ticked(await press("/daily"))).toEqual(["关闭", "09:00"]);
    await press("/daily on 12:00 深圳");
    const card = await press("/daily");
    expect(card.title.text).toContain("开着：每天 12:00");
    expect(ticked(card)).toEqual(["开启", "12:00"]);
    expect(labelled(card, "主题：深圳")).toBe("/daily topics");
    expect(ticked(await press("/daily topics"))).toEqual(["深圳"]);
  });

  it.each([
    ["关闭", { state: "off" }],
    ["20:00", { state: "active", time: "20:00" }],
    ["暂停 7 天", { state: "active", paused_until: NINE + 7 * DAY }],
  ])("does what its button says, and shows that: %s", async (label, expected) => {
    const card = await press(labelled(await press("/daily on"), label));
    expect(await held()).toMatchObject(expected);
    expect(card.card).toEqual((await press("/daily")).card);
  });

  it("leads to zones and topics and back", async () => {
    const zones = await press(labelled(await press("/daily on"), "时区"));
    await press(labelled(zones, "东京"));
    const clusters = await press(labelled(await press("/daily topics"), "某个集群"));
    const set = await press(labelled(clusters, "新能源"));
    expect(await held()).toMatchObject({ state: "active", zone: "Asia/Tokyo", topic: "cluster:新能源" });
    expect(set.card).toEqual((await press(labelled(zones, "返回"))).card);
  });

  it("pressed twice does the same twice", async () => {
    for (const label of ["关闭", "开启", "12:00", "暂停 1 天"]) {
      const ask = labelled(await press("/daily on"), label);
      const once = await press(ask);
      const { card } = await press(ask);
      expect(card, label).toEqual(once.card);
    }
  });

  it("leaves off what is off, and paused what is paused, where only the time is changed", async () => {
    await press("/daily set 12:00");
    expect(await held()).toMatchObject({ state: "off", time: "12:00" });
    await press("/daily on");
    await press("/daily pause 7d");
    await press("/daily set 20:00");
    const paused = await held();
    expect(paused).toMatchObject({ state: "active", time: "20:00", paused_until: NINE + 7 * DAY });
    expect(paused?.next_run_at).toBeGreaterThan(NINE + 7 * DAY);
  });

  it("is for administrators alone, pressed too; everybody sees what is set", async () => {
    await press("/daily on");
    for (const asker of [MEMBER, UNSURE]) {
      const shown = await press("/daily", asker);
      expect(shown.title.text).toContain("开着");
      expect(shown.card).toBeUndefined();
      for (const ask of ["/daily off", "/daily set 12:00", "/daily topics", "/daily cities"])
        expect((await press(ask, asker)).card, ask).toBeUndefined();
    }
    expect(await held()).toMatchObject({ state: "active", time: "09:00" });
  });

  it("loses neither of two changes at once, also the very first", async () => {
    await Promise.all([press("/daily set 12:00"), press("/daily set 深圳"), press("/daily set Asia/Tokyo")]);
    const wanted = { time: "12:00", topic: "city:深圳", zone: "Asia/Tokyo" };
    expect(await held()).toMatchObject({ ...wanted, state: "off" });
    await Promise.all([press("/daily on"), press("/daily set 20:00"), press("/daily set 广州")]);
    expect(await held()).toMatchObject({ time: "20:00", topic: "city:广州", state: "active" });
  });

  it("changed by somebody else between reading and writing, rests on what is so then", async () => {
    await press("/daily on");
    let isFirst = true;
    there = {
      ...store,
      subscriptions: {
        ...store.subscriptions,
        find: async (bot, chat) => {
          const found = await store.subscriptions.find(bot, chat);
          if (isFirst) await store.subscriptions.turnOff(bot, chat);
          isFirst = false;
          return found;
        },
      },
    };
    const card = await press("/daily set 12:00");
    expect(await held()).toMatchObject({ state: "off", time: "12:00" });
    expect(ticked(card)).toEqual(["关闭", "12:00"]);
  });

  it("of an older time shows how it is now", async () => {
    const old = await press("/daily on");
    await press("/daily off");
    const card = await press(labelled(old, "12:00"));
    expect(card.title.text).toContain("没有开");
    expect(ticked(card)).toEqual(["关闭", "12:00"]);
  });
});
