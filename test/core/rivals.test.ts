/** What two turns ask of one thing after the other, a third asks of both: as if one question had named them. */
import { describe, expect, it } from "vitest";
import { ask, converse } from "../support/bot.ts";

const titleOf = (answer: { title: { text: string } } | undefined): string | undefined => answer?.title.text;

const CITIES = [
  ["深圳", "广州"],
  ["珠海", "佛山"],
  ["惠州", "中山"],
  ["湛江", "东莞"],
  ["韶关", "河源"],
] as const;

describe.each(CITIES)("%s, and then %s", (first, second) => {
  const opening = [`${first}是哪些集群的核心`, `${second}呢`] as const;

  it.each(["哪个多", "差几个", "谁多"])("%s is asked of both", (turn) => {
    expect(titleOf(converse(...opening, turn).at(-1))).toBe(
      titleOf(ask(`${first}和${second}的核心集群哪个多`)),
    );
  });

  it("共同的有哪些 lists what both have", () => {
    expect(titleOf(converse(...opening, "共同的有哪些").at(-1))).toBe(
      titleOf(ask(`${first}和${second}都是核心的集群有哪些`)),
    );
  });

  it("is forgotten once another question is whole by itself", () => {
    expect(titleOf(converse(...opening, "十大支柱有哪些", "哪个多").at(-1))).not.toContain(first);
  });
});

const CLUSTERS = [
  ["智能家电", "软件"],
  ["先进材料", "新能源"],
  ["生物医药", "数字创意"],
] as const;

describe.each(CLUSTERS)("the target of %s, and then of %s", (first, second) => {
  it.each(["哪个高", "差多少", "谁大"])("%s is asked of both", (turn) => {
    expect(titleOf(converse(`${first}2025年营收目标`, `${second}呢`, turn).at(-1))).toBe(
      titleOf(ask(`${first}和${second}2025年营收目标哪个高`)),
    );
  });
});
