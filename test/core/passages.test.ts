/** Passages of imported documents: quoted word for word where no fact answers, and never more than they say. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createBot } from "../../src/core/bot.ts";
import { toPlain, toShort } from "../../src/core/plain.ts";
import { cut, MOST_QUOTED } from "../../src/core/quote/cut.ts";
import { split } from "../../src/core/short.ts";
import type { Answer, Locale } from "../../src/core/types.ts";
import type { Library, Passage } from "../../src/dataset/passages.ts";
import { readGolden } from "../golden/judge.ts";
import { dataset, newBot } from "../support/bot.ts";
import { imported, libraryOf, passagesOf } from "../support/library.ts";

const SEMI = "半导体与集成电路";
const PLAN = imported(`plans-2023/${SEMI}`, {
  document: "plans-2023",
  cluster: SEMI,
  title: `广东省培育${SEMI}战略性新兴产业集群行动计划（2023—2025年）`,
  url: "https://example.org/plan",
});
const LONG = `第一句说的是总体安排。${"中间这一句和问题没有关系。".repeat(12)}支持河源发展磁敏传感器。最后一句收尾。`;
const ROW: Partial<Passage> = {
  row: {
    table: 1,
    caption: "重点布局",
    headings: [["城市"], ["重点方向", "材料"]],
    cells: ["广州", "光掩膜、封装测试"],
  },
};
const library = libraryOf(
  [PLAN],
  passagesOf(
    PLAN.id,
    "湾芯项目在广州黄埔建设，规划光刻胶生产线两条。",
    "到2025年，全省半导体与集成电路产业营业收入目标突破5000亿元。",
    "半导体与集成电路产业以珠海为支撑，建设材料基地。",
    LONG,
    ROW,
    "到2026年，晶瑞项目营业收入达到30亿元。",
  ),
);

/** One bot for every library: it is made anew for none of them. */
let shelf = library;
const any: Library = {
  documents: () => shelf.documents(),
  document: (id) => shelf.document(id),
  passages: (id) => shelf.passages(id),
  passage: (id, paragraph) => shelf.passage(id, paragraph),
  find: (wanted, limit) => shelf.find(wanted, limit),
};
const bot = createBot(dataset, [], { library: any });

function asked(text: string, over: Library = library, locale: Locale = "zh-CN"): Answer {
  shelf = over;
  return bot({ text, chat: { platform: "test", id: "passages" }, locale });
}

/** Turns of one conversation, a minute apart. */
function conversation(...turns: readonly string[]): Answer[] {
  shelf = library;
  const chat = { platform: "test", id: "talk" };
  return turns.map((text, i) => bot({ text, chat, at: i * 60_000, locale: "zh-CN" }));
}

/** Every stretch that stands in quotation marks, in pieces without the signs for what is left out. */
const piecesQuoted = (answer: Answer): string[] =>
  [answer.title, ...answer.blocks.flatMap((b) => (b.kind === "facts" ? b.items : []))]
    .filter(({ passages = [] }) => passages.length > 0)
    .flatMap(({ text }) => (/“([\s\S]*)”/u.exec(text)?.[1] ?? "").split("…"))
    .filter((piece) => piece !== "");

describe("where no fact answers", () => {
  it("a passage that names all that was asked is quoted word for word, with document, page and section", () => {
    const answer = asked("湾芯在哪个城市");
    expect(answer.outcome).toBe("answer");
    expect(answer.title.text).toBe("原文写的是：“湾芯项目在广州黄埔建设，规划光刻胶生产线两条。”");
    expect(answer.title.marks).toEqual([1]);
    expect(answer.passages).toEqual([`${PLAN.id}#1`]);
    expect(answer.facts).toEqual([]);
    expect(answer.sources[0]).toMatchObject({
      document: PLAN.title,
      locator: "第 1 页 · 一、总体要求",
      grade: "official",
      url: "https://example.org/plan",
    });
  });

  it("a long one is cut at its sentences around what was asked, and is there in full behind 更多", () => {
    const answer = asked("磁敏传感器在哪个城市");
    expect(answer.title.text).toMatch(/^原文写的是：“….*支持河源发展磁敏传感器。.*”$/u);
    expect(answer.title.text.length).toBeLessThan(MOST_QUOTED + 20);
    expect(toPlain(answer)).toContain(LONG);
    expect(split(answer).rest.length).toBeGreaterThan(0);
  });

  it("a row of a table is pairs of heading and cell", () => {
    expect(asked("光掩膜在哪个城市").title.text).toContain(
      "“重点布局：城市：广州；重点方向 材料：光掩膜、封装测试”",
    );
  });

  it.each([
    ["湾芯在深圳吗", "a city it does not name"],
    ["湾芯在广州吗", "yes or no"],
    ["湾芯不在哪个城市", "a negation"],
    ["除了广州，湾芯还在哪个城市", "an exception"],
    ["湾芯生产线超过 3 条吗", "a bound"],
    ["湾芯最大的生产线在哪个城市", "a superlative"],
    ["湾芯有几个城市", "a count"],
    ["湾芯2026年在哪个城市", "a year"],
    ["湾芯光伏在哪个城市", "a word it does not hold"],
    ["新能源湾芯在哪个城市", "another cluster"],
    ["湾芯什么时候建设", "a date it does not have"],
    ["晶瑞2025年营业收入", "the year of its title, where it has one of its own"],
  ])("%s: no passage answers it, because of %s", (text) => {
    const answer = asked(text);
    expect(answer.outcome).not.toBe("answer");
    expect(answer.verdict).toBeUndefined();
  });

  it("yes or no is never given, the nearest passage is", () => {
    const answer = asked("湾芯在广州吗");
    expect(answer.title.text).toBe("不能据原文说是或不是，最接近的原文是：");
    expect(toShort(answer)).toContain("湾芯项目在广州黄埔建设");
  });

  it("what its section and its title say counts for cluster, document and year, but not for a city", () => {
    expect(asked(`${SEMI}湾芯在哪个城市`).outcome).toBe("answer");
    expect(asked("行动计划里湾芯在哪个城市").outcome).toBe("answer");
    const titled = libraryOf(
      [imported("甲", { title: "湛江光刻胶规划" })],
      passagesOf("甲", "湾芯项目已经启动。"),
    );
    expect(asked("湛江湾芯光刻胶", titled).outcome).not.toBe("answer");
  });

  it("one that speaks of another cluster is not of that of its document", () => {
    const other = libraryOf([PLAN], passagesOf(PLAN.id, "新能源集群的湾芯项目在广州建设。"));
    expect(asked(`${SEMI}湾芯在哪个城市`, other).outcome).not.toBe("answer");
  });

  it("a name inside a longer one is not named", () => {
    const inside = libraryOf([imported("甲")], passagesOf("甲", "中山大学牵头湾芯项目。"));
    expect(asked("中山湾芯在哪", inside).outcome).not.toBe("answer");
  });

  it("is quoted as it stands in every language", () => {
    for (const locale of ["zh-TW", "en"] as const)
      expect(asked("湾芯在哪个城市", library, locale).title.text).toContain(
        "“湾芯项目在广州黄埔建设，规划光刻胶生产线两条。”",
      );
    expect(asked("湾芯在哪个城市", library, "zh-TW").title.text).toMatch(/^原文寫的是/u);
  });

  it("an empty library changes nothing", () => {
    const text = "湾芯在哪个城市";
    expect(asked(text, libraryOf([], []))).toEqual(
      newBot()({ text, chat: { platform: "test", id: "none" } }),
    );
  });
});

describe("beside a fact", () => {
  it("a passage with another value of the same figure is shown, and the fact too", () => {
    const answer = asked("半导体2025年营收目标");
    const said = toShort(answer);
    expect(answer.outcome).toBe("answer");
    expect(answer.title.text).toContain("4000 亿元");
    expect(said).toContain("说法不一：导入的文件另有说法");
    expect(said).toContain("“到2025年，全省半导体与集成电路产业营业收入目标突破5000亿元。”");
    expect(answer.facts.length).toBeGreaterThan(0);
    expect(answer.passages).toEqual([`${PLAN.id}#2`]);
  });

  it("a passage with another tier is shown", () => {
    expect(toPlain(asked("珠海是半导体的核心城市吗"))).toContain(
      "“半导体与集成电路产业以珠海为支撑，建设材料基地。”",
    );
  });

  it("one that says the same is not", () => {
    const same = libraryOf(
      [PLAN],
      passagesOf(PLAN.id, "到2025年，半导体营业收入目标突破4000亿元。", "以广州、深圳、珠海为核心。"),
    );
    for (const text of ["半导体2025年营收目标", "珠海是半导体的核心城市吗"])
      expect(asked(text, same)).not.toHaveProperty("passages");
  });
});

describe("what is behind an answer", () => {
  it("来源 after a quotation shows the passage between its neighbours", () => {
    const [, answer] = conversation("晶瑞2026年营业收入", "来源呢");
    expect(answer?.passages).toEqual([`${PLAN.id}#6`, `${PLAN.id}#5`]);
  });

  it("/quote opens a passage, and a reference does in any chat", () => {
    const id = `${PLAN.id}#2`;
    const answer = asked(`/quote ${id}`);
    expect(answer.title.text).toContain("5000亿元");
    expect(answer.passages).toEqual([id, `${PLAN.id}#1`, `${PLAN.id}#3`]);
    expect(asked(answer.reference ?? "").title).toEqual(answer.title);
    expect(asked("湾芯在哪个城市").reference).toBe(`q:passage;${PLAN.id}#1`);
    expect(asked("q:passage;nothing#1").title.text).toMatch(/引用读不出来/u);
  });

  it("/quote of a fact shows the passage it was taken from, and a button leads there", () => {
    const [fact] = dataset.facts;
    if (!fact) throw new Error("the dataset has no facts");
    const own = { ...fact, id: "L1", passage: { document: PLAN.id, paragraph: 1, page: 1 } };
    const over = { ...dataset, fact: new Map([...dataset.fact, [own.id, own]]) };
    const other = createBot(over, [], { library });
    const ask = (text: string, locale: Locale) =>
      other({ text, chat: { platform: "test", id: "own" }, locale });
    expect(ask("L1", "zh-CN").next[0]).toEqual({ label: "原文", ask: "/quote L1" });
    expect(ask("L1", "en").next[0]?.label).toBe("Original");
    expect(ask("L1", "zh-CN").sources[0]?.locator).toContain("第 1 页");
    expect(ask("/quote L1", "zh-CN").title.text).toContain("湾芯项目");
    expect(createBot(over)({ text: "/quote L1", chat: { platform: "test", id: "own" } }).title.text).toBe(
      "L1 出自的文件没有导入，看不到原文。",
    );
  });

  it("/quote without a passage says so", () => {
    expect(asked("/quote F087").title.text).toBe("F087 没有对应到导入的文件，看不到原文。");
    expect(asked("/quote nothing").aside).toBe(true);
  });

  it("/document lists facts by document and the sections of what was imported, with pages", () => {
    const said = toPlain(asked("/document 半导体 2023"));
    expect(said).toContain("行动计划 2023—2025：关于半导体与集成电路，3 条事实。");
    expect(said).toContain("一、总体要求：第 1—6 页，6 段");
    expect(toPlain(asked("/文件 半导体 2023", libraryOf([], [])))).toContain("3 条事实");
    expect(toPlain(asked(`/document ${PLAN.id}`))).toContain("第 1—6 页");
    expect(asked("/document 2019").outcome).toBe("clarify");
  });
});

// Of whatever passages and questions there may be --------------------------------------------------------------------

const NAMES = ["湾芯", "晶瑞", "芯河", "云帆科", "微澜", "极光芯"];
const CITIES = ["广州", "深圳", "珠海", "佛山", "梅州"];
const YEARS = ["2024", "2026", "2027"];

const held = fc.record({
  name: fc.constantFrom(...NAMES),
  city: fc.constantFrom(...CITIES),
  year: fc.constantFrom(...YEARS),
});
type Held = { name: string; city: string; year: string };

/** It finds everything, whatever is looked for: what a passage names is not left to the library. */
function libraryWith({ name, city, year }: Held): Library {
  const passages = passagesOf("甲", `${year}年${name}项目在${city}建设。`);
  return { ...libraryOf([imported("甲")], passages), find: () => passages };
}
const differing = (all: readonly string[], own: string) =>
  fc.constantFrom(...all.filter((one) => one !== own));

describe("of any passage", () => {
  it("a question with what it holds is answered, with one constraint more never", () => {
    const both = held.chain((own) =>
      fc.tuple(
        fc.constant(own),
        fc.oneof(
          differing(NAMES, own.name).map((word) => `${own.name}和${word}在哪个城市`),
          differing(CITIES, own.city).map((city) => `${own.name}在${own.city}和${city}哪里`),
          differing(YEARS, own.year).map((year) => `${year}年${own.name}在哪个城市`),
          fc.constantFrom("不", "没有", "不是").map((not) => `${own.name}${not}在哪个城市`),
          fc.constantFrom(`除了${own.city}，${own.name}还在哪个城市`, `${own.name}只在哪个城市`),
          fc.constantFrom(`${own.name}投资超过3亿元的在哪个城市`, `哪个城市的${own.name}最多`),
          fc.constantFrom("新能源", "汽车", "超高清").map((cluster) => `${cluster}集群${own.name}在哪个城市`),
          fc.constantFrom("利润", "专利", "出口额").map((measure) => `${own.name}${measure}在哪个城市`),
        ),
      ),
    );
    fc.assert(
      fc.property(both, ([own, more]) => {
        const over = libraryWith(own);
        expect(asked(`${own.year}年${own.name}在哪个城市`, over).outcome).toBe("answer");
        expect(asked(more, over).outcome, more).not.toBe("answer");
      }),
      { numRuns: 60 },
    );
  });

  it("what is quoted stands in it", () => {
    const sentence = fc.string({
      unit: fc.constantFrom(...Array.from("芯光的，、电在“”（）𠮷 a1")),
      maxLength: 150,
    });
    const text = fc.array(sentence, { minLength: 1, maxLength: 5 }).map((all) => `${all.join("。")}湾芯。`);
    fc.assert(
      fc.property(text, (words) => {
        const shown = cut(words, (piece) => Number(piece.includes("湾芯")));
        for (const piece of shown.split("…")) expect(words).toContain(piece);
        expect(shown.length).toBeLessThanOrEqual(MOST_QUOTED + 2);
        if (words.length > MOST_QUOTED) expect(shown).toContain("湾芯");
      }),
    );
  });

  it("pieces of every quotation stand in a passage, and every mark has its source", () => {
    const texts = library.passages(PLAN.id).map(({ text, row }) => text + (row ? row.cells.join() : ""));
    for (const question of [
      "湾芯在哪个城市",
      "磁敏传感器在哪个城市",
      "半导体2025年营收目标",
      "湾芯在广州吗",
    ]) {
      const answer = asked(question);
      for (const piece of piecesQuoted(answer))
        expect(
          texts.some((text) => text.includes(piece)),
          piece,
        ).toBe(true);
      const marks = answer.sources.map(({ mark }) => mark);
      const items = answer.blocks.flatMap((b) => (b.kind === "facts" ? b.items : []));
      for (const item of [answer.title, ...items]) expect(marks).toEqual(expect.arrayContaining(item.marks));
    }
  });

  it("about something else, no golden answer changes", () => {
    const others = libraryOf(
      [imported("乙", { title: "海岛旅游发展规划", cluster: "海岛旅游" })],
      passagesOf("乙", "湾芯项目在万山群岛建设码头三座。", "万山群岛的渔家乐数量增长。"),
    );
    const withOthers = createBot(dataset, [], { library: others });
    const without = createBot(dataset);
    const changed = readGolden(new URL("../golden/questions.jsonl", import.meta.url)).filter(
      ({ text, chat }, i) => {
        const question = { text, chat: { platform: "test", id: chat ?? `g${i}` }, at: i * 1000 };
        const before = without(question);
        const after = withOthers(question);
        return before.outcome === "answer" && JSON.stringify(before) !== JSON.stringify(after);
      },
    );
    expect(changed.map(({ id }) => id)).toEqual([]);
  });
});
