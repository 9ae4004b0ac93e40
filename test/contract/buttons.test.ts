/** One suite for both platforms, the whole bot on their real connections: the card of the settings, and votes. */
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../src/store/open.ts";
import { closeDiscord, type Group, onDiscord, onTelegram, type Stage } from "../support/stages.ts";
import { dropDatabase, ENGINES, type Place } from "../support/stores.ts";

afterAll(dropDatabase);
afterAll(closeDiscord);

const PLATFORMS = [
  { name: "telegram", open: onTelegram },
  { name: "discord", open: onDiscord },
];

describe.each(PLATFORMS)("$name", ({ name, open }) => {
  let place: Place;
  let stage: Stage;
  let group: Group;

  beforeEach(async () => {
    const [file] = ENGINES;
    if (!file) throw new Error("no engine");
    place = await file.place();
    stage = await open(place.options);
    group = stage.group();
  });
  afterEach(async () => {
    await stage.close();
    await place.remove();
  });

  const stored = async <T>(read: (store: Store) => Promise<T>): Promise<T> => {
    const store = await openStore(place.options);
    return read(store).finally(() => store.close());
  };
  const liked = (of: "kind" | "fact") => stored(({ feedback }) => feedback.worst(of, 100));
  const shows = (text: string) => expect.poll(async () => (await group.last()).text).toContain(text);

  describe("the card", () => {
    it("is changed where it stands, by the buttons on it", async () => {
      const boss = await group.person("zh-CN", true);
      const { buttons } = await boss.command("daily", "on");
      expect(buttons).toEqual(expect.arrayContaining(["✓ 开启", "关闭", "✓ 09:00", "12:00", "现在发一条"]));
      const before = await group.count();
      expect(await boss.press("12:00")).toBe("");
      await shows("开着：每天 12:00");
      await boss.press("主题：全部 ⟩");
      await shows("想看哪方面的事实");
      await boss.press("某个城市 ⟩");
      await shows("想看哪个城市");
      await boss.press("深圳");
      await shows("主题：深圳");
      await boss.press("关闭");
      await shows("已关闭");
      await boss.press("✓ 关闭");
      await shows("本来就没有开");
      expect((await group.last()).buttons).toEqual(expect.arrayContaining(["开启", "✓ 关闭", "✓ 12:00"]));
      expect(await group.count()).toBe(before);
    });

    it("does nothing for who is no administrator, and says so to them alone", async () => {
      const [boss, ann] = [await group.person("zh-CN", true), await group.person("zh-CN")];
      const shown = await boss.command("daily", "on");
      const before = await group.count();
      const told = await ann.press("关闭");
      // Discord says it in a message only they see, Telegram on the button.
      if (name === "telegram") expect(told).toContain("只有群管理员");
      await boss.press("20:00");
      await shows("开着：每天 20:00");
      expect((await group.last()).buttons).toContain("✓ 开启");
      expect(shown.text).toContain("09:00");
      expect(await group.count()).toBe(before);
      expect((await ann.command("daily", "status")).buttons).toEqual(["/fact"]);
    });

    it("sends one fact below itself when asked to", async () => {
      const boss = await group.person("zh-CN", true);
      await boss.command("daily", "on");
      const before = await group.count();
      await boss.press("现在发一条");
      await expect.poll(() => group.count()).toBe(before + 1);
      await shows("来源");
    });
  });

  describe("votes", () => {
    it("are counted once a person, changed, and said to them alone", async () => {
      const [ann, bob] = [await group.person("zh-CN"), await group.person("en-GB")];
      expect((await ann.say("深圳是半导体的核心吗")).buttons.slice(-2)).toEqual(["👍", "👎"]);
      const before = await group.count();
      expect(await ann.press("👍")).toContain("谢谢");
      expect(await ann.press("👍")).toContain("已经记过了");
      expect(await ann.press("👎")).toContain("改过来了");
      expect(await bob.press("👎")).toContain("Thank you");
      expect(await group.count()).toBe(before);
      expect(await liked("kind")).toEqual([{ name: "role-verdict", up: 0, down: 2 }]);
      expect(await liked("fact")).toEqual(
        expect.arrayContaining([expect.objectContaining({ up: 0, down: 2 })]),
      );
    });

    it("count after a restart, too", async () => {
      const ann = await group.person("zh-CN");
      await ann.say("深圳是半导体的核心吗");
      await stage.restart();
      expect(await ann.press("👎")).toContain("谢谢");
      expect(await liked("kind")).toEqual([{ name: "role-verdict", up: 0, down: 1 }]);
    });

    it("are not asked for under what asserts nothing", async () => {
      const ann = await group.person("zh-CN");
      for (const text of ["你好", "上海是核心吗"])
        expect((await ann.say(text)).buttons, text).not.toContain("👍");
    });
  });
});
