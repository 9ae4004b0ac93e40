/** The language of an answer: that of the question where it can be told, else what was set or spoken before. */
import { describe, expect, it } from "vitest";
import { createBot } from "../../../src/core/bot.ts";
import type { Locale } from "../../../src/core/types.ts";
import { SETTINGS } from "../../../src/daily/commands.ts";
import { dataset } from "../../support/bot.ts";

const chat = { platform: "test", id: "language" };

describe("the language of an answer", () => {
  it.each<[string, Locale]>([
    ["深圳是半导体的核心城市吗", "zh-CN"],
    ["深圳是半導體的核心城市嗎", "zh-TW"],
    ["Is Shenzhen a core city for semiconductors?", "en"],
    ["what is 深圳 in semiconductors", "en"],
    ["reply in English please", "en"],
    ["切换繁体", "zh-TW"],
    ["qiche jiqun target 2025", "en"],
    ["name one more", "en"],
  ])("of “%s” is its own, whatever is set", (text, locale) => {
    for (const setting of ["zh-CN", "zh-TW", "en"] as const)
      expect(createBot(dataset)({ text, chat, setting, hint: setting }).locale).toBe(locale);
  });

  it.each<[string, Locale, Locale]>([
    ["shenzhen", "en", "en"],
    ["深圳", "en", "en"],
    ["深圳", "zh-TW", "zh-TW"],
    ["广深佛莞", "zh-TW", "zh-CN"],
    ["深圳有哪些集群", "en", "zh-CN"],
    ["深圳有哪些集群", "zh-TW", "zh-TW"],
    ["banddaoti de hexin chengshi shi nage", "en", "zh-CN"],
    ["ruanjian jiqun 2025 mubiao", "zh-TW", "zh-TW"],
  ])("of “%s” in a chat set to %s is %s", (text, setting, locale) => {
    expect(createBot(dataset)({ text, chat, setting }).locale).toBe(locale);
  });

  it.each(["any language", "按提问的语言回答", "/language auto"])(
    "that somebody wished for holds until another is, or “%s”",
    (auto) => {
      const bot = createBot(dataset, SETTINGS);
      const localeOf = (text: string, minute: number): Locale =>
        bot({ text, chat, at: minute * 60_000 }).locale;
      expect(localeOf("reply in English please", 0)).toBe("en");
      expect(localeOf("深圳有哪些集群", 1)).toBe("en");
      localeOf(auto, 2);
      expect(localeOf("深圳有哪些集群", 3)).toBe("zh-CN");
    },
  );

  it("of a sentence in Chinese that may be either is Chinese where only an English client is known", () => {
    expect(createBot(dataset)({ text: "深圳有哪些集群", chat, hint: "en" }).locale).toBe("zh-CN");
  });
});
