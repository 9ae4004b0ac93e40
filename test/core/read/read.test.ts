import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { named } from "../../../src/core/query.ts";
import { createReader } from "../../../src/core/read/read.ts";
import { distance, isOneEdit } from "../../../src/text/distance.ts";
import { dataset } from "../../support/bot.ts";

const reader = createReader(dataset);

/** What was linked, over all questions of the text. */
function read(text: string) {
  const reading = reader.read(text);
  const filters = reading.questions.flatMap((q) => q.filters.map((f) => f.filter));
  return {
    ...reading,
    clusters: named(filters, "cluster"),
    cities: named(filters, "city"),
    words: named(filters, "word"),
    ambiguous: reading.questions.flatMap((q) => q.ambiguous),
  };
}

describe("linking", () => {
  it.each([
    ["芯片", "半导体与集成电路"],
    ["IC", "半导体与集成电路"],
    ["晶片", "半导体与集成电路"],
    ["3D打印", "激光与增材制造"],
    ["无人机", "智能机器人"],
    ["游戏动漫", "数字创意"],
    ["光伏", "新能源"],
    ["新能源汽车", "汽车产业"],
    ["新能源车", "汽车产业"],
    ["semiconductors", "半导体与集成电路"],
    ["bandaoti", "半导体与集成电路"],
    ["ban dao ti", "半导体与集成电路"],
  ])("reads %s as %s", (text, cluster) => {
    expect(read(text).clusters).toEqual([cluster]);
  });

  it.each([
    ["鹏城", "深圳"],
    ["羊城", "广州"],
    ["粤B", "深圳"],
    ["侨都", "江门"],
    ["Zhuhai", "珠海"],
  ])("reads %s as %s", (text, city) => {
    expect(read(text).cities).toEqual([city]);
  });

  it.each([
    ["广深", ["广州", "深圳"]],
    ["深莞惠", ["深圳", "东莞", "惠州"]],
    ["粤西", ["湛江", "茂名", "阳江"]],
    ["大湾区九市", ["广州", "深圳", "珠海", "佛山", "惠州", "东莞", "中山", "江门", "肇庆"]],
  ])("expands %s", (text, cities) => {
    expect(read(text).cities).toEqual(cities);
  });

  it.each(["新材料", "材料"])("does not guess which material cluster %s is", (text) => {
    const { clusters, ambiguous } = read(text);
    expect(clusters).toEqual([]);
    expect(ambiguous[0]?.options).toEqual(["先进材料", "前沿新材料"]);
  });

  it("keeps 电子信息, 信息服务 and 量子信息 apart, and 信息 alone links nothing", () => {
    expect(read("电子信息").clusters).toEqual(["新一代电子信息"]);
    expect(read("信息服务").clusters).toEqual(["软件与信息服务"]);
    expect(read("量子信息").clusters).toEqual(["区块链与量子信息"]);
    expect(read("信息").clusters).toEqual([]);
  });

  it.each(["中山大学", "广州石化", "佛山市委", "机器人三定律"])("blocks %s", (text) => {
    expect(read(text).strangers.map((s) => s.kind)).toContain("blocked");
  });
});

describe("repair", () => {
  it.each([
    ["半倒体", "半导体与集成电路"],
    ["智家能电", "智能家电"],
    ["半导体与集成电璐", "半导体与集成电路"],
    ["高端装备造", "高端装备制造"],
    ["semicondutor", "半导体与集成电路"],
  ])("reads %s as %s and owns up to it", (text, cluster) => {
    const { clusters, repaired } = read(text);
    expect(clusters).toEqual([cluster]);
    expect(repaired.length + Number(text === "半导体与集成电璐")).toBeGreaterThan(0);
  });

  it.each([
    ["惠洲", "惠州"],
    ["深证", "深圳"],
  ])("reads the homophone %s as %s", (text, city) => {
    expect(read(text).cities).toEqual([city]);
  });

  it("never edits one city into another", () => {
    for (const { id } of dataset.cities) {
      const rest = dataset.cities.map((c) => c.id).filter((c) => c !== id);
      expect(read(id).cities).toEqual([id]);
      for (const other of rest) expect(read(id).cities).not.toContain(other);
    }
    expect(read("州").cities).toEqual([]);
  });

  it("asks about a misspelt Latin city instead of guessing", () => {
    const reading = read("foshann semiconductor");
    expect(reading.cities).toEqual([]);
    expect(reading.askCity).toBe("foshan");
  });

  it("keeps the official names at least three edits apart", () => {
    const names = dataset.clusters.map((c) => c.id).filter((n) => n.length >= 5);
    for (const [i, a] of names.entries()) {
      for (const b of names.slice(i + 1)) expect(distance(a, b)).toBeGreaterThanOrEqual(3);
    }
  });
});

describe("clauses", () => {
  it("leaves out who asks and why", () => {
    const { clusters, cities, words } = read("我在东莞一家做家电的公司上班，想问半导体2025年的目标是多少");
    expect(clusters).toEqual(["半导体与集成电路"]);
    expect(cities).toEqual([]);
    expect(words).toEqual([]);
  });

  it("keeps an outside subject that comes with the question", () => {
    expect(read("半导体明天会涨吗，推荐几只股票").strangers).not.toEqual([]);
  });
});

describe("one edit", () => {
  it("is told without counting, and agrees with counting", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("甲", "乙", "丙"), maxLength: 7 }),
        fc.string({ unit: fc.constantFrom("甲", "乙", "丙"), maxLength: 7 }),
        (a, b) => {
          expect(isOneEdit(a, b)).toBe(distance(a, b) === 1);
        },
      ),
    );
  });
});
