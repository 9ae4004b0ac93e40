/** What an operator may read of a question holds nothing that points to a person. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anonymous } from "../../src/feedback/anonymous.ts";

describe("a question without persons", () => {
  it.each([
    ["@zhang_san 深圳的房价是多少", "… 深圳的房价是多少"],
    ["<@123456789012345678> 那边招人吗 <#42> <:smile:99>", "… 那边招人吗 … …"],
    ["打 13812345678 或 138-1234-5678 问问", "打 … 或 … 问问"],
    ["+86 (0755) 8888 6666 是哪家公司", "… 是哪家公司"],
    ["写信到 Li.Lei+work@example.com.cn 可以吗", "写信到 … 可以吗"],
    ["https://t.me/someone?x=1 这个群是你们的吗", "… 这个群是你们的吗"],
    ["看看 example.com/a/b 说的对吗", "看看 … 说的对吗"],
    ["discord.gg/abcDEF 和 bit.ly/x1 是你们的吗", "… 和 … 是你们的吗"],
    ["加我微信：zhang_san88 聊", "加我… 聊"],
    ["身份证 440301199001011234 能查吗", "身份证 … 能查吗"],
    ["电话一三八一二三四五六七八是谁的", "电话…是谁的"],
    ["１３８１２３４５６７８ 是谁", "… 是谁"],
    ["138\u200b1234\u200b5678 是谁", "… 是谁"],
    ["上海\u0000的\u001b]0;x\u0007 gdp\u009b31m", "上海 的 ]0;x gdp 31m"],
    ["上海的\ud800 gdp \udc00 是多少", "上海的 gdp 是多少"],
  ])("%s", (text, left) => {
    expect(anonymous(text)).toBe(left);
  });

  it.each([
    "2021-2025 年的目标",
    "2025 年产值 3.5 万亿元吗",
    "20+8 是什么",
    "14 亿人",
    "广州、深圳谁的 gdp 高",
  ])("keeps what is no person: %s", (text) => {
    expect(anonymous(text)).toBe(text);
  });

  it.each(["", "13812345678", "@someone", "https://example.com", "😀"])("nothing is left of “%s”", (text) => {
    expect(anonymous(text)).toBe("");
  });

  it("is of one width, one case, one line, and short", () => {
    expect(anonymous("  上海的  ＧＤＰ\n是多少 ")).toBe("上海的 gdp 是多少");
    expect([...anonymous("问".repeat(5_000))]).toHaveLength(120);
  });

  it("never holds a telephone number, an address or a name of a chat, whatever stands around them", () => {
    const around = fc
      .string({ unit: "grapheme", maxLength: 30 })
      .map((text) => text.replaceAll(/[\d@]/gu, ""));
    const personal = fc.oneof(
      fc.stringMatching(/^1[3-9]\d{9}$/),
      fc.stringMatching(/^@[a-z]\w{4,20}$/),
      fc.stringMatching(/^[a-z]{3,8}@[a-z]{3,8}\.com$/),
      fc.stringMatching(/^https:\/\/[a-z]{3,8}\.org\/[a-z]{1,8}$/),
      fc.stringMatching(/^<@!?\d{17,19}>$/),
    );
    fc.assert(
      fc.property(around, personal, around, (before, who, after) => {
        expect(anonymous(`${before} ${who} ${after}`)).not.toContain(who);
      }),
      { numRuns: 2_000 },
    );
  });

  it("takes no time for a text made to take long", () => {
    for (const evil of [
      "a".repeat(4_000),
      "a.".repeat(2_000),
      "1 ".repeat(2_000),
      "www.".repeat(1_000),
      "<@".repeat(2_000),
    ])
      anonymous(evil);
  });
});
