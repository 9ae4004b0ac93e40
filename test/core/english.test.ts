/** English as it is said: amounts computed, first lines in one breath, names told apart. */
import { describe, expect, it } from "vitest";
import { SETTINGS } from "../../src/daily/commands.ts";
import { createBot } from "../../src/core/bot.ts";
import { toPlain } from "../../src/core/plain.ts";
import { amount, askedAmount } from "../../src/core/say/en-amounts.ts";
import { join, quoted } from "../../src/core/say/en-words.ts";
import { english } from "../../src/core/say/lingo.ts";
import type { Answer } from "../../src/core/types.ts";
import { quantity } from "../../src/text/units.ts";
import { dataset } from "../support/bot.ts";

const lingo = english(dataset);
const bot = createBot(dataset, SETTINGS);
const ask = (text: string): Answer => bot({ text, chat: { platform: "test", id: "en" }, locale: "en" });

describe("amounts", () => {
  it.each([
    [4000, "亿元", "RMB 400 billion"],
    [1.5, "万亿元", "RMB 1.5 trillion"],
    [558, "亿元", "RMB 55.8 billion"],
    [5000, "万元", "RMB 50 million"],
    [11163.18, "亿元", "RMB 1.116318 trillion"],
    [8404.78, "亿元", "RMB 840.478 billion"],
    [1, "万亿元级", "RMB 1 trillion level"],
    [10, "亿元/年", "RMB 1 billion a year"],
    [22, "%", "22%"],
    [90, "万辆", "900,000 vehicles"],
    [4.5, "万家", "45,000 enterprises"],
    [1, "家", "1 enterprise"],
    [353.89, "亿块", "35.389 billion chips"],
    [1200, "万千瓦", "12,000,000 kW"],
    [9, "个", "9"],
  ])("%s %s: %s", (value, unit, words) => {
    expect(amount(quantity(value, unit).value, unit, lingo)).toBe(words);
  });

  it.each([
    ["超过4000亿以上", "RMB 400 billion"],
    ["一万亿", "RMB 1 trillion"],
    ["over1.5 trillion", "RMB 1.5 trillion"],
    ["20%", "20%"],
    ["三成", "[三成]"],
  ])("asked for as %s: %s", (said, words) => {
    expect(askedAmount(said, lingo)).toBe(words);
  });

  it("say all the figures of the dataset without a Chinese character", () => {
    const figures = dataset.facts.flatMap((f) => f.figures ?? []);
    const said = figures.map(({ value, unit = "", words = "" }) =>
      value === undefined ? lingo.name(words) : amount(quantity(value, unit).value, unit, lingo),
    );
    expect(said.filter((words) => /\p{Script=Han}|undefined|NaN/u.test(words))).toEqual([]);
  });
});

describe("lists", () => {
  it.each([
    [["Foshan"], "Foshan"],
    [["Guangzhou", "Shenzhen"], "Guangzhou and Shenzhen"],
    [["Guangzhou", "Shenzhen", "Zhuhai"], "Guangzhou, Shenzhen and Zhuhai"],
    [["biomedicine and health", "new energy"], "biomedicine and health; new energy"],
  ])("%s", (items, words) => {
    expect(join(items)).toBe(words);
  });

  it("somebody's own words are quoted, in brackets where they are Chinese", () => {
    expect([quoted("chip"), quoted("芯片")]).toEqual(['"chip"', "[芯片]"]);
  });
});

describe("first lines", () => {
  it.each([
    [
      "Which cities are core for semiconductors?",
      "3 core cities are named for the semiconductors and integrated circuits cluster: Guangzhou, Shenzhen and Zhuhai.",
    ],
    [
      "Which clusters have Heyuan as a core city?",
      "1 cluster has Heyuan as a core city: modern agriculture and food.",
    ],
    ["Is Shenzhen core for new energy?", "Yes: in the new energy cluster Shenzhen is listed as core."],
    [
      "Is Foshan a core city for semiconductors?",
      "No: Foshan is listed as coordinated city; the core cities are Guangzhou, Shenzhen and Zhuhai.",
    ],
    [
      "东莞不是半导体的核心城市吧",
      "Right: Dongguan is not a core city of the semiconductors and integrated circuits cluster; it is listed as coordinated city; the core cities are Guangzhou, Shenzhen and Zhuhai.",
    ],
    [
      "半导体不是以深圳为核心吧",
      "Not right: in the semiconductors and integrated circuits cluster Shenzhen is listed as core.",
    ],
    [
      "Is Shenzhen a core city for intelligent robots?",
      "The documents do not say so: in the intelligent robots cluster they list Shenzhen as city task.",
    ],
    [
      "半导体是不是只有深圳一个核心",
      "No: not only Shenzhen is a core city of the semiconductors and integrated circuits cluster; so are Guangzhou and Zhuhai.",
    ],
    [
      "绿色石化的核心都在珠三角吗",
      "No, not all in the Pearl River Delta: of the core cities of the green petrochemicals cluster, Guangzhou and Huizhou are inside; Zhanjiang, Maoming and Jieyang are outside.",
    ],
    [
      "惠州和深圳同时是哪些集群的核心城市",
      "1 cluster has both Huizhou and Shenzhen as core cities: smart home appliances.",
    ],
    ["粤东是哪几个市", "Eastern Guangdong means 4 cities: Shantou, Shanwei, Chaozhou and Jieyang."],
    ["清远属于珠三角吗", "No: Qingyuan is in northern Guangdong, not in the Pearl River Delta."],
    [
      "What is the 2025 target for semiconductors?",
      "Semiconductors and integrated circuits, 2025 revenue target of RMB 400 billion or more.",
    ],
    ["汽车2019年营收", "Automobiles, 2019 revenue of RMB 840.478 billion (starting figure)."],
    [
      "NEV production target for 2025",
      "Automobiles, 2025 output target (new energy vehicles): 3,000,000 vehicles or more.",
    ],
    [
      "数字创意2020和2022的营收",
      "Up by RMB 59.302 billion: RMB 513.5 billion in 2020, RMB 572.802 billion in 2022.",
    ],
    [
      "汽车2019年营收和2025年目标对比",
      "About RMB 509.522 billion short: RMB 840.478 billion in 2019, a target of RMB 1.35 trillion or more for 2025.",
    ],
    [
      "新能源2025年目标完成了吗",
      "Yes, met: New energy, 2024 revenue of RMB 1.116318 trillion; 2025 revenue target of RMB 1 trillion or more.",
    ],
    [
      "区块链与量子信息2025年营收目标",
      "I found nothing on the revenue target for blockchain and quantum information in the documents we have.",
    ],
    [
      "上海半导体营收多少",
      "[上海] is not a prefecture-level city of Guangdong, and our documents are of Guangdong alone.",
    ],
  ])("%s", (text, line) => {
    expect(ask(text).title.text).toBe(line);
  });
});

it("document titles carry their official names, in /sources alone", () => {
  expect(toPlain(ask("/sources"))).toContain(
    "Manufacturing in Guangdong [《广东省制造业高质量发展“十四五”规划》]",
  );
  expect(toPlain(ask("/city Shenzhen"))).not.toMatch(/\p{Script=Han}/u);
});
