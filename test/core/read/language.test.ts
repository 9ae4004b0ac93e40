/** The language of an answer: that of the question where it can be told, else what was set or spoken before. */
import { describe, expect, it } from "vitest";
import { createBot } from "../../../src/core/bot.ts";
import type { Locale } from "../../../src/core/types.ts";
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
  ])("of “%s” in a chat set to %s is %s", (text, setting, locale) => {
    expect(createBot(dataset)({ text, chat, setting }).locale).toBe(locale);
  });

  it("of a sentence in Chinese that may be either is Chinese where only an English client is known", () => {
    expect(createBot(dataset)({ text: "深圳有哪些集群", chat, hint: "en" }).locale).toBe("zh-CN");
  });
});
