/** One suite for both platforms, the whole bot on their real connections: an answer is short, and all of it one touch away. */
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { closeDiscord, type Group, onDiscord, onTelegram, type Stage } from "../support/stages.ts";
import { dropDatabase, ENGINES, type Place } from "../support/stores.ts";

afterAll(dropDatabase);
afterAll(closeDiscord);

/** More than 200 characters, with figures at its end and six sources. */
const QUESTION = "半导体";
/** Title and lines at most, with some room for sources in their line. */
const MOST_SHORT = 520;

describe.each([
  { name: "telegram", open: onTelegram },
  { name: "discord", open: onDiscord },
])("$name", ({ open }) => {
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

  it("shows what was asked and its sources in a line, and on a touch everything else, in the same message", async () => {
    const ann = await group.person();
    const { text } = await ann.say(QUESTION);
    expect(text.length).toBeLessThan(MOST_SHORT);
    expect(text).toContain("核心：广州、深圳、珠海");
    expect(text).toMatch(/来源[：\n]*［1］.*；［2］.*……另有 \d 处来源/u);
    expect(text).not.toContain("4000 亿元");
    const whole = await group.whole(ann);
    expect(whole).toContain("4000 亿元");
    expect(whole).toContain("［6］");
    expect(whole).toMatch(/新闻转载|行业网站/u);
    expect(await group.count()).toBe(1);
  });

  it("shows a short answer as it is", async () => {
    const ann = await group.person();
    const { text, buttons } = await ann.say("你好");
    expect(buttons).not.toContain("更多");
    expect(await group.whole(ann)).toContain(text);
  });

  it("offers more in the language of the answer", async () => {
    const eve = await group.person("en-US");
    await eve.say("Which cities are in semiconductors?");
    const { text } = await group.last();
    const whole = await group.whole(eve);
    expect(whole.length).toBeGreaterThan(text.length);
    expect(whole).toContain("Sources");
  });
});

describe("discord", () => {
  it("says so where More was forgotten, to whoever pressed it, in their language", async () => {
    const [file] = ENGINES;
    if (!file) throw new Error("no engine");
    const place = await file.place();
    const stage = await onDiscord(place.options);
    const group = stage.group();
    const [ann, eve] = [await group.person(), await group.person("en-GB")];
    const { text } = await ann.say(QUESTION);
    await stage.restart();
    expect(await ann.press("更多")).toBe("这个按钮已经失效，请重新提问。");
    expect(await eve.press("更多")).toBe("This button has expired. Please ask again.");
    expect((await group.last()).text).toBe(text);
    await stage.close();
    await place.remove();
  });
});
