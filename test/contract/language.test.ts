/** One suite for both platforms, the whole bot on their real connections: which language a group is spoken to in. */
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { closeDiscord, type Group, onDiscord, onTelegram, type Stage } from "../support/stages.ts";
import { dropDatabase, ENGINES, type Engine, type Place } from "../support/stores.ts";

afterAll(dropDatabase);
afterAll(closeDiscord);

const HAN = /\p{Script=Han}/u;
/** Its characters are the same in both scripts: only somebody else can tell the language. */
const DOUBTFUL = "新能源";

const PLATFORMS = [
  { name: "telegram", open: onTelegram, traditional: "zh-hant", english: "en" },
  { name: "discord", open: onDiscord, traditional: "zh-TW", english: "en-GB" },
];
const [FILE] = ENGINES;

describe.each(PLATFORMS)("$name", ({ open, traditional, english }) => {
  let place: Place;
  let stage: Stage | undefined;
  let group: Group;

  const begin = async (engine: Engine | undefined): Promise<Stage> => {
    if (!engine) throw new Error("no engine");
    place = await engine.place();
    stage = await open(place.options);
    group = stage.group();
    return stage;
  };
  afterEach(async () => {
    await stage?.close();
    if (stage) await place.remove();
    stage = undefined;
  });

  describe("on a file", () => {
    beforeEach(async () => void (await begin(FILE)));

    it("answers in the language of the question", async () => {
      const ann = await group.person();
      expect((await ann.say("半导体的核心城市")).text).toContain("来源");
      expect((await ann.say("半導體的核心城市")).text).toContain("來源");
      expect((await ann.say("Which cities are the core of semiconductors?")).text).toContain("Sources");
    });

    it("answers what is in doubt in the language of the person, and their notices too", async () => {
      const [tang, eve] = [await group.person(traditional), await group.person(english)];
      expect((await tang.command("cluster", DOUBTFUL)).text).toContain("來源");
      expect((await eve.command("cluster", DOUBTFUL)).text).toContain("Sources");
      expect((await tang.command("daily", "status")).text).toContain("這裡沒有開每日一條");
      const { text } = await eve.command("daily", "status");
      expect(text).toContain("There is no daily fact here.");
      expect(text).not.toMatch(HAN);
    });

    it("speaks to a group as its administrator set it, to whoever asks", async () => {
      const [boss, ann] = [await group.person("zh-CN", true), await group.person("zh-CN")];
      const { text, buttons } = await boss.command("language", "en");
      expect(text).toContain("The language of this chat is now: English.");
      expect(text).not.toMatch(HAN);
      expect(buttons).toEqual(["Simplified Chinese", "Traditional Chinese", "Automatic"]);
      expect((await ann.command("cluster", DOUBTFUL)).text).toContain("Sources");
      expect((await ann.command("daily", "status")).text).toContain("There is no daily fact here.");
      expect((await ann.say("半导体的核心城市")).text).toContain("来源");
    });

    it("shows what is set with buttons, which set it for who may", async () => {
      const [boss, ann] = [await group.person("zh-CN", true), await group.person("zh-CN")];
      expect(await ann.command("language")).toMatchObject({
        text: expect.stringContaining("这个聊天的语言：自动。") as string,
        buttons: ["简体中文", "繁体中文", "English"],
      });
      const before = await group.count();
      await ann.press("繁体中文");
      await expect.poll(() => group.count()).toBe(before + 1);
      expect((await group.last()).text).toContain("只有群管理员");
      await boss.command("language", "tw");
      expect((await ann.command("language")).text).toContain("這個聊天的語言：繁體中文。");
    });

    it("lets nobody set it who is no administrator: not by a command, and in words for their conversation alone", async () => {
      const [ann, bob] = [await group.person("zh-CN"), await group.person("zh-CN")];
      expect((await ann.command("language", "en")).text).toContain("只有群管理员");
      await ann.say("reply in English please");
      expect((await ann.command("cluster", DOUBTFUL)).text).toContain("Sources");
      expect((await bob.command("cluster", DOUBTFUL)).text).toContain("来源");
    });

    it("takes an administrator's word for the group", async () => {
      const [boss, ann] = [await group.person("zh-CN", true), await group.person("zh-CN")];
      expect((await boss.say("切换繁体")).text).toContain("這個聊天的語言設為繁體中文");
      expect((await ann.command("cluster", DOUBTFUL)).text).toContain("來源");
    });

    it("sends the daily post in the language of the group", async () => {
      const boss = await group.person("zh-CN", true);
      await boss.command("language", "en");
      await boss.command("daily", "on");
      const before = await group.count();
      await stage?.makeDue(group);
      await expect.poll(() => group.count()).toBe(before + 1);
      expect(await group.whole(boss)).toContain("Sources");
    });
  });

  it.each(ENGINES)("keeps what is set through a restart, on $name", async (engine) => {
    if (!engine.isThere) return;
    const bot = await begin(engine);
    const [boss, ann] = [await group.person("zh-CN", true), await group.person("zh-CN")];
    await boss.command("language", "en");
    await bot.restart();
    expect((await ann.command("cluster", DOUBTFUL)).text).toContain("Sources");
    await boss.command("forget");
    await bot.restart();
    expect((await ann.command("cluster", DOUBTFUL)).text).toContain("来源");
  });
});
