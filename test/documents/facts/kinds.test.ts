/** Kinds of wording that are easily read too widely: whose a figure is, which year it is of, what a clause is a part of. */
import { describe, expect, it } from "vitest";
import { figuresOf, from, PLAN, rolesOf, sure } from "./sentence.ts";

const report = (title: string) => {
  const { cluster: _cluster, document: _document, issuer: _issuer, ...plain } = PLAN;
  return { ...plain, id: "report", title, date: "2024-03" };
};

describe("a clause beside a role", () => {
  it.each([
    "以广州、深圳为核心，其他地市结合实际错位发展封装测试装备。",
    "以广州、深圳为核心，省内各市因地制宜发展。",
    "区域布局：以广州、深圳为核心。",
  ])("of others is no part: %s", (text) => {
    expect(rolesOf(sure(from(text)))).toEqual(["core 广州、深圳"]);
  });

  it.each([
    "封装测试领域以广州为核心，以佛山为支撑。",
    "封装测试产业：以广州为核心，以佛山为支撑。",
    "在封装测试环节，以广州为核心，以佛山为支撑。",
  ])("that names a part holds for the whole chain: %s", (text) => {
    expect(rolesOf(sure(from(text)))).toEqual(["core 广州 封装测试", "support 佛山 封装测试"]);
  });

  it("casts doubt on all of a chain where its beginning is not understood", () => {
    const found = from("某某事项以广州为核心，以佛山为支撑。");
    expect(rolesOf(found)).toEqual(["core 广州", "support 佛山"]);
    expect(sure(found)).toEqual([]);
  });

  it("may hold on behind a semicolon, which is doubtful", () => {
    const found = from("封装测试以广州为核心；以佛山为支撑。");
    expect(rolesOf(sure(found))).toEqual(["core 广州 封装测试"]);
    expect(found.flatMap((p) => p.doubts).join()).toContain("named before it");
  });
});

describe("cities by a letter each", () => {
  it("are a list of cities", () => {
    expect(rolesOf(sure(from("形成广深双核驱动、珠佛莞多点支撑的格局。")))).toEqual([
      "core 广州、深圳",
      "support 珠海、佛山、东莞",
    ]);
  });

  it.each(["打造广深港澳芯片产业带。", "依托珠江东岸打造芯片产业带。", "建设珠三角芯片产业带。"])(
    "are none in %s",
    (text) => {
      expect(from(text)).toEqual([]);
    },
  );

  it("make no list of a number that is more than they are", () => {
    expect(from("以广州、深圳四市为核心。")).toEqual([]);
  });
});

describe("whose a figure is", () => {
  const said = "2023年，我市智能家电产业产值突破5300亿元。";

  it("is told by a city's own report", () => {
    const found = sure(from(said, [], report("2024年佛山市政府工作报告")));
    expect(found.map((p) => p.fact.cities)).toEqual([["佛山"]]);
    const silent = "2023年，智能家电产业产值突破5300亿元。";
    const own = from(silent, [], report("2024年佛山市政府工作报告"));
    expect(own.map((p) => p.fact.cities)).toEqual([["佛山"]]);
  });

  it("is the province's where a city's report says so", () => {
    const text = "2023年，全省智能家电产业产值突破5300亿元。";
    const found = from(text, [], report("2024年佛山市政府工作报告"));
    expect(found.map((p) => p.fact.cities)).toEqual([[]]);
  });

  it.each([
    ["我市", "政府工作报告"],
    ["全市", "广东省产业发展报告"],
    ["我区", "2024年佛山市政府工作报告"],
  ])("is nobody's where nothing tells which %s is meant, or it is less than a city", (who, title) => {
    expect(from(said.replace("我市", who), [], report(title))).toEqual([]);
  });
});

describe("the year of a figure", () => {
  it.each([
    ["营业收入较2020年翻一番，突破1000亿元", "revenue target 2025 over 1000亿元"],
    ["产业规模在2020年基础上实现翻番，达到1000亿元", "scale target 2025 1000亿元"],
    ["培育链主企业20家，比2020年增加一倍", "enterprises target 2025 20家 链主企业"],
  ])("is not the one it is compared with: %s", (text, figure) => {
    expect(figuresOf(sure(from(`到2025年，${text}。`)))).toEqual([figure]);
  });

  it("may stand behind a growth up to it", () => {
    expect(figuresOf(sure(from("产业规模年均增长10%，到2025年突破3500亿元。")))).toEqual([
      "growth target 2025 10% 产业规模年均",
      "scale target 2025 over 3500亿元",
    ]);
  });

  it.each([
    ["过去一年，我市智能家电产业产值突破5300亿元。", "output-value result 2023 over 5300亿元"],
    ["今年，我们将推动智能家电产业产值突破6000亿元。", "output-value target 2024 over 6000亿元"],
  ])("is told by the title: %s", (text, figure) => {
    const found = from(text, ["工作回顾"], report("2024年佛山市政府工作报告"));
    expect(figuresOf(sure(found))).toEqual([figure]);
  });
});

describe("a figure that goes on from another", () => {
  it.each([
    [
      "到2025年，营业收入突破4000亿元；其中，封装测试超过900亿元。",
      ["revenue target 2025 over 4000亿元", "revenue target 2025 over 900亿元 封装测试"],
    ],
    [
      "2020年，营业收入900亿元。2022年，这一数字达到2000亿元。",
      ["revenue result 2020 900亿元", "revenue result 2022 2000亿元"],
    ],
    [
      "2022年，营业收入900亿元，规上企业620家。",
      ["revenue result 2022 900亿元", "enterprises result 2022 620家 规上企业"],
    ],
    [
      "2022年，全省营业收入900亿元，广州、深圳合计占九成以上。",
      ["revenue result 2022 900亿元", "share result 2022 over 九成以上 营业收入占全省"],
    ],
  ])("is read: %s", (text, figures) => {
    expect(figuresOf(sure(from(text)))).toEqual(figures);
  });

  it("is doubtful where two stand before it", () => {
    const found = from("2020年，营业收入900亿元，利润30亿元。2022年，这一数字达到80亿元。");
    expect(figuresOf(sure(found))).toHaveLength(2);
    expect(found.flatMap((p) => p.doubts).join()).toContain("goes on from");
  });

  it("is of no cluster for sure where its product alone tells which", () => {
    const title = "2023年广东省国民经济和社会发展统计公报";
    const found = from("全年工业机器人产量20.1万台。", [], report(title));
    expect(found.map((p) => [p.confidence, ...p.fact.clusters])).toEqual([["doubtful", "智能机器人"]]);
  });
});
