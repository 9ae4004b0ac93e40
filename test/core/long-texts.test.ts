/** Any text of the length that is read costs about as much as any other: one that is long is no way to keep the bot busy. */
import { describe, expect, it } from "vitest";
import { newBot } from "../support/bot.ts";

const LENGTH = 4000;
/** Of the processor, not of the clock. A step that goes through the text once for each of its words takes half a second. */
const MOST_MS = 200;
const TRIES = 3;

const PIECES = [
  "不",
  "三",
  "比",
  "吗",
  "都",
  "村",
  "分之",
  "一半",
  "广州深圳",
  "广州、",
  "半导体汽车软件",
  "顺德南沙",
  "华为比亚迪",
  "除了广州",
  "2023年",
  "3000亿，",
  "12 ",
  "（）",
  "“不”",
  "abc ",
  "xian",
  "guang zhou ",
  "a，",
  "广州，",
  "广州呢？",
  "不是，",
  "https://a.b/c?d=",
  "广州a1（不",
  "占全国四成，",
];

const cost = (run: () => void): number => {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

describe("a long text", () => {
  const ask = newBot();
  const say = (text: string): unknown => ask({ text, chat: { platform: "test", id: "long" } });
  for (let i = 0; i < 20; i += 1) say("广州是半导体的核心城市吗，2023年营收多少，不超过3000亿");

  it.each(PIECES)("of nothing but %s", (piece) => {
    const text = piece.repeat(LENGTH / piece.length);
    const costs = Array.from({ length: TRIES }, () => cost(() => say(text)));
    expect(Math.min(...costs)).toBeLessThan(MOST_MS);
  });

  it("of one word that falls into syllables in more ways than can be tried", () => {
    expect(cost(() => say(`${"xian".repeat(100)}q`))).toBeLessThan(MOST_MS);
  });
});
