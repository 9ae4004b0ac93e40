/** A short turn acts on the rows of the answer before it; a whole question owes nothing to it. */
import { describe, expect, it } from "vitest";
import { split } from "../../src/core/short.ts";
import type { Answer } from "../../src/core/types.ts";
import { readGolden } from "../golden/judge.ts";
import { ask, converse, dataset, newBot } from "../support/bot.ts";

/** Answers of different shapes: a list, a role, a figure, a verdict, a statement. */
const OPENINGS = [
  "半导体有哪些核心城市",
  "佛山在智能家电是什么角色",
  "智能家电2025年营收目标",
  "佛山是半导体的核心城市吗",
  "激光谷在哪个城市",
];

/** The first answer and what the short turn got, whatever was said between them. */
function exchange(opening: string, ...turns: readonly string[]): { first: Answer; reply: Answer } {
  const answers = converse(opening, ...turns);
  const [first, reply] = [answers[0], answers.at(-1)];
  if (!first || !reply) throw new Error("nobody answered");
  return { first, reply };
}

const isOf = (facts: readonly string[], { facts: known }: Answer): boolean =>
  facts.length > 0 && facts.every((id) => known.includes(id));

/** Sources without their numbers within one answer. */
const sourcesOf = ({ sources }: Answer): string[] =>
  sources.map(({ document, locator }) => `${document} ${locator}`);

describe.each(OPENINGS)("after “%s”", (opening) => {
  it.each(["为什么", "依据呢", "靠谱吗", "不对吧", "出处", "链接", "详细", "短一点", "换个说法", "刚才那个"])(
    "%s: only what the answer rested on",
    (turn) => {
      const { first, reply } = exchange(opening, turn);
      expect(reply.outcome).toBe("answer");
      expect(isOf(reply.facts, first), `${reply.facts.join()} of ${first.facts.join()}`).toBe(true);
    },
  );

  it.each(["为什么", "依据呢", "靠谱吗", "不对吧", "出处", "详细"])("%s: all that it rested on", (turn) => {
    const { first, reply } = exchange(opening, turn);
    expect(new Set(reply.facts)).toEqual(new Set(first.facts));
  });

  it.each(["为什么", "短一点", "换个说法", "刚才那个"])("%s: still about the same", (turn) => {
    const { first, reply } = exchange(opening, turn);
    expect({ clusters: reply.clusters, cities: reply.cities }).toEqual({
      clusters: first.clusters,
      cities: first.cities,
    });
  });

  it("链接 lists every source, in the order of its mark", () => {
    const { first, reply } = exchange(opening, "链接");
    const listed = reply.blocks.flatMap((block) => (block.kind === "list" ? block.items : []));
    expect(listed).toHaveLength(first.sources.length);
    expect(first.sources.filter((s, i) => !listed[i]?.startsWith(s.document))).toEqual([]);
  });

  it("［1］是什么 is that source and no other", () => {
    const { first, reply } = exchange(opening, "［1］是什么");
    expect(sourcesOf(reply)).toEqual(sourcesOf(first).slice(0, 1));
  });

  it("［99］是什么 is no source, and says so", () => {
    const { reply } = exchange(opening, "［99］是什么");
    expect(reply).toMatchObject({ outcome: "clarify", facts: [] });
  });

  it.each(["更多", "还有呢"])("%s: what was not shown at first sight, else more on the same", (turn) => {
    const { first, reply } = exchange(opening, turn);
    const { short, rest } = split(first);
    const shown = [short.title, ...short.blocks.flatMap((b) => (b.kind === "facts" ? b.items : []))];
    const lines = reply.blocks.flatMap((b) => (b.kind === "facts" ? b.items : []));
    expect(reply.outcome).not.toBe("unknown");
    expect(lines.filter((line) => shown.some((s) => s.text === line.text))).toEqual([]);
    if (rest.length > 0) expect(reply.blocks).toEqual(rest);
  });

  it("更多, said twice, never repeats itself", () => {
    const [, second, third] = converse(opening, "更多", "更多");
    expect(third?.facts.filter((id) => second?.facts.includes(id))).toEqual([]);
  });

  it("短一点 adds nothing, and drops what stood below the first line", () => {
    const { first, reply } = exchange(opening, "短一点");
    expect(reply.title.text).toBe(first.title.text);
    expect(reply.blocks.filter((block) => block.kind === "facts" || block.kind === "list")).toEqual([]);
  });

  it("出处 can be asked after 为什么", () => {
    const { first, reply } = exchange(opening, "为什么", "出处");
    expect(isOf(reply.facts, first)).toBe(true);
  });

  it("刚才那个 after 更多 shows facts again, of either answer", () => {
    const [first, more, reply] = converse(opening, "更多", "刚才那个");
    const told = [...(first?.facts ?? []), ...(more?.facts ?? [])];
    expect(reply?.facts).not.toEqual([]);
    expect(reply?.facts.filter((id) => !told.includes(id))).toEqual([]);
  });
});

describe("［2］是什么", () => {
  it.each(["半导体有哪些核心城市", "佛山在智能家电是什么角色"])(
    "after “%s”: its second source",
    (opening) => {
      const { first, reply } = exchange(opening, "［2］是什么");
      expect(sourcesOf(reply)).toEqual(sourcesOf(first).slice(1, 2));
      expect(isOf(reply.facts, first)).toBe(true);
    },
  );
});

describe("第三个呢", () => {
  it.each([
    ["半导体有哪些核心城市", { cities: ["珠海"], clusters: ["半导体与集成电路"] }],
    ["绿色石化的核心城市有哪些", { cities: ["茂名"], clusters: ["绿色石化"] }],
    ["深圳是哪些集群的核心", { cities: ["深圳"], clusters: ["现代轻工纺织"] }],
    ["十大支柱有哪些", { clusters: ["智能家电"] }],
  ])("after “%s” is the third of that list", (opening, about) => {
    expect(exchange(opening, "第三个呢").reply).toMatchObject(about);
  });

  it.each(["智能家电2025年营收目标", "佛山在智能家电是什么角色"])(
    "after “%s”, which lists no three, asks back",
    (opening) => {
      expect(exchange(opening, "第三个呢").reply.outcome).toBe("clarify");
    },
  );

  it("after a list of three, 第七个呢 asks back", () => {
    expect(exchange("半导体有哪些核心城市", "第七个呢").reply.outcome).toBe("clarify");
  });
});

describe("with nothing before it", () => {
  it.each([
    "为什么",
    "靠谱吗",
    "不对吧",
    "［2］是什么",
    "更多",
    "短一点",
    "换个说法",
    "刚才那个",
    "第三个呢",
  ])("%s asserts nothing and asks back", (turn) => {
    expect(converse(turn)).toMatchObject([{ outcome: "clarify", facts: [] }]);
  });

  it("更多 of what had no source is no answer either", () => {
    const [first, more] = converse("哪个对", "更多");
    expect(first).toMatchObject({ outcome: "clarify", sources: [] });
    expect(more).toMatchObject({ outcome: "clarify", sources: [] });
    expect(more?.blocks).not.toEqual([]);
  });
});

describe("a whole question is answered as if it were the first", () => {
  const whole = readGolden(new URL("../golden/questions.jsonl", import.meta.url)).filter(
    ({ kind, outcome }) =>
      ["formal", "traditional", "yesno", "count", "compare"].includes(kind) && outcome[0] === "answer",
  );

  it.each(OPENINGS)("after “%s”", (opening) => {
    const bot = newBot();
    const polluted = whole.filter(({ text, id }) => {
      const alone = bot({ text, chat: { platform: "test", id: `alone ${id}` }, at: 60_000 });
      const chat = { platform: "test", id };
      bot({ text: opening, chat, at: 0 });
      const after = bot({ text, chat, at: 60_000 });
      return JSON.stringify(after) !== JSON.stringify(alone);
    });
    expect(polluted.map(({ id, text }) => `${id} ${text}`)).toEqual([]);
  });
});

describe("a turn after an answer", () => {
  it.each(["哪个对", "怎么两个数", "which one is right?"])(
    "%s: every side of what the sources say",
    (turn) => {
      const [, reply] = converse("新能源2025年目标", turn);
      const sides = dataset.factsOfConflict.get(
        dataset.fact.get(reply?.title.facts[0] ?? "")?.conflict ?? "",
      );
      expect(sides?.length).toBeGreaterThan(1);
      expect(reply?.facts).toEqual(expect.arrayContaining(sides?.map((fact) => fact.id) ?? []));
    },
  );

  it("哪个对, where no source contradicts another, says so", () => {
    const [, reply] = converse("支柱集群有哪些", "哪个对");
    expect(reply).toMatchObject({ outcome: "clarify", facts: [] });
  });

  it("a question that is whole by itself is not asked of what was asked before it", () => {
    const [, reply] = converse("谁管半导体", "佛山机器人呢");
    expect(reply?.title.text).toBe(ask("佛山机器人呢").title.text);
  });
});
