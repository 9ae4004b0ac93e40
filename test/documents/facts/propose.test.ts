/** From sentences as official documents word them to the facts they state, and from others to none. */
import { describe, expect, it } from "vitest";
import { corpus } from "../../support/documents/corpus/generate.ts";
import { WORDINGS } from "../../support/documents/corpus/wording.ts";
import { grade, tally } from "../../support/documents/grade.ts";
import { check } from "../../../src/dataset/check.ts";
import { Fact } from "../../../src/dataset/schema.ts";
import { tidy } from "../../../src/documents/facts/tidy.ts";
import { dataset } from "../../support/bot.ts";
import { figuresOf, from, passage, PLAN, propose, rolesOf, sure } from "./sentence.ts";

describe("roles of cities", () => {
  it("tells a core from those it takes along", () => {
    const text = "以广州、深圳、珠海为核心，带动佛山、东莞等地协同发展。";
    expect(rolesOf(sure(from(text)))).toEqual(["core 广州、深圳、珠海", "support 佛山、东莞等"]);
  });

  it("takes what a list is about for a part, unless it is the cluster", () => {
    expect(rolesOf(from("推动封装测试产业在佛山、东莞集聚。"))).toEqual(["listed 佛山、东莞 封装测试"]);
    expect(rolesOf(from("推动半导体与集成电路产业在佛山、东莞集聚。"))).toEqual(["listed 佛山、东莞"]);
  });

  it("counts the cities of a list that says how many they are, and leaves it open where not all are named", () => {
    expect(from("以广州、深圳、珠海三市为核心。")[0]?.fact.role).toMatchObject({ total: 3 });
    const some = from("以广州、深圳等四市为核心。")[0]?.fact.role;
    expect(some).toMatchObject({ open: true });
    expect(some?.total).toBeUndefined();
  });

  it("belongs to the cluster of its section in a document of several", () => {
    const { cluster: _, ...several } = PLAN;
    const found = from("以广州、深圳为核心。", ["二、重点", "（三）智能家电产业集群"], several);
    expect(found.map((p) => p.fact.clusters)).toEqual([["智能家电"]]);
  });

  it.each([
    "不以广州、深圳为核心。",
    "避免广州、深圳为核心的同质化竞争。",
    "以广州、香港为核心。",
    "以企业为核心。",
    "（省工业和信息化厅牵头，广州、深圳市人民政府配合）",
    "支持中山大学建设芯片设计基地。",
  ])("proposes nothing from %s", (text) => {
    expect(from(text)).toEqual([]);
  });

  it.each([
    ["待条件成熟后，重点在佛山布局封装测试。", "condition"],
    ["“十二五”时期，以广州、深圳为核心。", "past"],
    ["《珠江三角洲规划》提出以广州、深圳为核心。", "quotes"],
    ["除广州外，重点在佛山布局封装测试。", "exception"],
    ["某新区、东莞重点发展封装测试。", "begins with something unknown"],
  ])("is in doubt about %s", (text, why) => {
    const found = from(text);
    expect(sure(found)).toEqual([]);
    expect(found.flatMap((p) => p.doubts).join()).toContain(why);
  });

  it("of a city's own plan are no roles of the province", () => {
    const { document: _, ...own } = {
      ...PLAN,
      id: "dg",
      title: "东莞市发展芯片产业实施方案",
      issuer: "东莞市人民政府",
    };
    const [proposal] = from("以东莞、惠州为核心。", [], own);
    expect(proposal?.fact).toMatchObject({ document: "city", role: { tier: "city" } });
  });
});

describe("figures", () => {
  it.each([
    [
      "到2025年，营业收入突破4000亿元，年均增长22%以上。",
      ["revenue target 2025 over 4000亿元", "growth target 2025 over 22% 营业收入年均"],
    ],
    [
      "到2025年，营业收入、工业增加值分别达到4000亿元、900亿元。",
      ["revenue target 2025 4000亿元", "value-added target 2025 900亿元"],
    ],
    [
      "到2025年，产业规模达到4000—5000亿元。",
      ["scale target 2025 over 4000亿元 区间下限", "scale target 2025 under 5000亿元 区间上限"],
    ],
    [
      "到2025年，打造10家以上营业收入超百亿元的企业。",
      ["enterprises target 2025 over 10家 营业收入超百亿元的企业"],
    ],
    ["到2025年，其中封装测试营业收入约1.5万亿元。", ["revenue target 2025 about 1.5万亿元 封装测试"]],
    [
      "到2025年，营业收入年均增速与全省增速基本同步。",
      ["growth target 2025 与全省增速基本同步 营业收入年均"],
    ],
    ["2022年，全省营业收入超过2000亿元。", ["revenue result 2022 over 2000亿元"]],
  ])("reads %s", (text, figures) => {
    expect(figuresOf(sure(from(text)))).toEqual(figures);
  });

  it("are how things stood where the section says so", () => {
    const found = from("2022年，全省营业收入超过2000亿元。", ["一、发展现状"]);
    expect(figuresOf(found)).toEqual(["revenue base 2022 over 2000亿元"]);
  });

  it("of a city are the city's", () => {
    const [found] = from("到2025年，珠海市营业收入达到300亿元。");
    expect(found?.fact).toMatchObject({ cities: ["珠海"], figures: [{ value: 300 }] });
  });

  it.each([
    "对营业收入首次超过100亿元的企业给予奖励，到2025年兑现。",
    "到2025年，支持总投资10亿元以上的项目落地。",
    "到2025年，产业规模达到4000亿美元。",
    "营业收入达到4000亿元。",
  ])("are none in %s", (text) => {
    expect(from(text)).toEqual([]);
  });

  it.each(["到2025年，全国产业规模达到4000亿元。", "若进展顺利，到2025年营业收入达到4000亿元。"])(
    "are in doubt in %s",
    (text) => {
      expect(sure(from(text))).toEqual([]);
    },
  );
});

describe("tables", () => {
  const headings = [["产业集群"], ["广州市"], ["深圳市"], ["珠海市"]];
  const row = { table: 1, headings, cells: ["智能家电", "★★★", "", "★"] };
  const star = (caption: string, note = "") =>
    propose(PLAN, [passage("智能家电 ★★★ ★", ["附件"], { ...row, caption }), passage(note)]);

  it("reads stars by the legend in the caption, or in a note", () => {
    const roles = ["core 广州", "listed 珠海"];
    expect(rolesOf(star("布局（★★★ 核心城市 ★ 培育城市）"))).toEqual(roles);
    expect(rolesOf(star("布局", "注：★★★为核心城市，★为培育城市。"))).toEqual(roles);
  });

  it("takes nothing from marks that nobody explains", () => {
    expect(star("进展")).toEqual([]);
  });

  it("reads lists of cities under what they are called", () => {
    const lists = {
      table: 1,
      headings: [["产业集群"], ["核心城市"], ["重点城市"]],
      cells: ["智能家电", "佛山、珠海", "中山"],
    };
    expect(rolesOf(propose(PLAN, [passage("…", ["附件"], lists)]))).toEqual(["core 佛山、珠海", "key 中山"]);
  });

  it("reads figures under their years", () => {
    const figures = {
      table: 1,
      headings: [["指标"], ["2022年"], ["2025年目标"]],
      cells: ["营业收入（亿元）", "2000", "≥4000"],
    };
    expect(figuresOf(propose(PLAN, [passage("…", ["附件"], figures)]))).toEqual([
      "revenue base 2022 2000亿元",
      "revenue target 2025 over 4000亿元",
    ]);
  });
});

describe("head and tail", () => {
  it("tell the number, who issued it and when, and the years it is for", () => {
    const texts = [
      "广东省工业和信息化厅 广东省商务厅关于印发《广东省行动计划（2023—2025年）》的通知",
      "粤工信电子〔2023〕8号",
      "广东省工业和信息化厅办公室 2023年12月6日印发",
    ];
    const found = propose(
      PLAN,
      texts.map((text) => passage(text)),
    );
    expect(found.map((p) => p.fact.topics[0])).toEqual(["issuer", "period", "docno", "date"]);
    expect(found[2]?.fact.numbers).toEqual(["粤工信电子〔2023〕8 号"]);
    expect(found[3]?.fact.dates).toEqual([{ act: "issued", date: "2023-12-06" }]);
  });

  it("are no other document's, which a sentence quotes", () => {
    expect(from("根据《意见》（粤府函〔2020〕82号），制定本行动计划。")).toEqual([]);
  });
});

describe("what stands around a phrase", () => {
  it.each([
    ["以广州为核心、佛山为支撑的封装测试产业带。", ["core 广州 封装测试", "support 佛山 封装测试"]],
    ["封装测试产业以佛山、东莞为重点。", ["key 佛山、东莞 封装测试"]],
    ["发挥深圳龙头带动作用，带动东莞做强封装测试。", ["core 深圳", "support 东莞 封装测试"]],
  ])("says which part %s is of", (text, roles) => {
    expect(rolesOf(sure(from(text)))).toEqual(roles);
  });

  it.each([
    ["以广州、深圳为核心的科技创新走廊。", "behind it"],
    ["支持广州建设国际消费中心城市。", "more than the cluster"],
    ["支持佛山建设封装测试基地项目。", "not understood"],
    ["到2025年，全省文化服务业营业收入达到4000亿元。", "part of the cluster"],
    ["到2025年，规模以上工业增加值达到4000亿元。", "whose figure"],
    ["2023年上半年，营业收入达到2000亿元，居全国前列。", "part of the year"],
    ["到2025年，形成营业收入达4000亿元、增加值达900亿元的产业集群。", "which thing is meant"],
  ])("casts doubt on %s", (text, why) => {
    const found = from(text);
    expect(sure(found)).toEqual([]);
    expect(found.flatMap((p) => p.doubts).join()).toContain(why);
  });

  it.each([
    [
      "产业营业收入由2020年的900亿元提高到2025年的4000亿元。",
      ["revenue base 2020 900亿元", "revenue target 2025 4000亿元"],
    ],
    [
      "到2025年、2027年营业收入分别突破3000亿元、5000亿元。",
      ["revenue target 2025 over 3000亿元", "revenue target 2027 over 5000亿元"],
    ],
    [
      "到2025年，建成封装测试基地3个、中试基地5个。",
      ["count target 2025 3个 封装测试基地", "count target 2025 5个 中试基地"],
    ],
    ["到“十四五”末，营业收入达到4000亿元。", ["revenue target 2025 4000亿元"]],
    ["到2025年，营业收入控制在4000亿元左右。", ["revenue target 2025 about 4000亿元"]],
    [
      "到2025年，营业收入达到4000亿元；增加值达到900亿元。",
      ["revenue target 2025 4000亿元", "value-added target 2025 900亿元"],
    ],
  ])("tells the years and the list: %s", (text, figures) => {
    expect(figuresOf(sure(from(text)))).toEqual(figures);
  });

  it("keeps a growth from being of what a number in between parts from it", () => {
    const text = "2022年，全省营业收入超过2000亿元，从业人员38万人，同比增长6%。";
    expect(figuresOf(from(text))).toEqual(["revenue result 2022 over 2000亿元"]);
  });
});

describe("the wording of published documents", () => {
  it.each(WORDINGS.map(({ sentences }, i) => [i + 1, sentences] as const))(
    "is read: set %i",
    (_, sentences) => {
      const graded = sentences.map(({ cluster, date, section, say, says, title }) => {
        const { cluster: _own, ...plain } = { ...PLAN, date, title: title ?? `${cluster}行动计划` };
        const document = date < "2021" ? "plans-2021" : date < "2022" ? "fyp-2021" : "plans-2023";
        const imported = { ...plain, document, ...(title === undefined && { cluster }) };
        return grade(
          says.map((one) => ({ paragraph: 1, says: one })),
          propose(imported, [passage(say, [section])]),
        );
      });
      const kinds = tally(graded);
      const sum = (pick: (t: (typeof kinds)[number]) => number): number =>
        kinds.reduce((all, kind) => all + pick(kind), 0);
      expect(sum((t) => t.right)).toBeGreaterThanOrEqual(0.98 * sum((t) => t.sure));
      expect(sum((t) => t.rightOfAll)).toBeGreaterThanOrEqual(0.8 * sum((t) => t.stated));
    },
  );
});

describe("a document made of known facts", () => {
  const made = corpus(dataset, 9, 3);
  const all = made.map((one) => ({ ...one, proposals: propose(one.imported, one.passages) }));

  it("gives them back", () => {
    for (const kind of tally(all.map((one) => grade(one.truth, one.proposals)))) {
      expect(kind.right, `${kind.kind}: precision`).toBeGreaterThanOrEqual(0.98 * kind.sure);
      expect(kind.right, `${kind.kind}: recall`).toBeGreaterThanOrEqual(0.8 * kind.stated);
    }
  });

  it("has every number and every city of a proposal in its passage", () => {
    for (const { proposals, passages } of all)
      for (const { fact, evidence } of proposals) {
        const { text = "", row } = passages[evidence.paragraph - 1] ?? {};
        const whole = tidy(`${text}${row ? JSON.stringify(row) : ""}`);
        for (const city of fact.cities) expect(whole).toContain(city);
        for (const { value, year, of } of fact.figures ?? []) {
          expect(whole).toContain(String(value ?? ""));
          expect(whole).toContain(String(year));
          if (of !== undefined && !of.includes("区间"))
            expect(whole).toContain(of.split("占")[0]?.replace(/年均|同比/u, "") ?? "");
        }
        if (fact.role?.part !== undefined) expect(whole).toContain(fact.role.part);
      }
  });

  it("gives facts without a fault, and English that says the same", () => {
    const [one] = all;
    const facts = (one?.proposals ?? []).map(({ fact }, i) => Fact.parse({ ...fact, id: `L100-${i}` }));
    const english = Object.fromEntries(
      (one?.proposals ?? []).flatMap((p, i) =>
        p.english === undefined ? [] : [[`L100-${i}`, { text: p.english }]],
      ),
    );
    expect(Object.keys(english).length).toBeGreaterThan(5);
    const sources = one?.proposals[0] ? [one.proposals[0].source] : [];
    const parts = {
      ...dataset,
      facts: [...dataset.facts, ...facts],
      sources: [...dataset.sources, ...sources],
      english: { ...dataset.english, facts: { ...dataset.english.facts, ...english } },
    };
    const faults = check(parts, () => "-").filter((f) => !/closed list|the list is not of/u.test(f.problem));
    expect(faults).toEqual([]);
  });
});
