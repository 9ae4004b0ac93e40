/** The small parts: line breaks, the font. */
import { describe, expect, it } from "vitest";
import { widthOf } from "../../src/pictures/font.ts";
import { wrap } from "../../src/pictures/lines.ts";
import { studio } from "./support.ts";

const { font } = studio;

describe("lines", () => {
  const text = "核心（食品工业）广州、佛山、东莞；2025 年目标 1.35 万亿元以上，“十四五”规划［1］［2］。";

  it("lose nothing and are no wider than they may be", () => {
    for (const width of [160, 200, 333]) {
      const lines = wrap(font, text, 20, width);
      expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
      for (const line of lines) expect(widthOf(font, line, 20)).toBeLessThanOrEqual(width);
    }
  });

  it("begin with no closing mark and end with no opening one", () => {
    for (let width = 100; width < 300; width += 7)
      for (const line of wrap(font, text, 20, width)) {
        expect(line).not.toMatch(/^[，。；、）”］]/u);
        expect(line).not.toMatch(/[（“［]$/u);
      }
  });

  it("break neither numbers from their unit nor names of a list", () => {
    for (let width = 120; width < 300; width += 7) {
      const lines = wrap(font, text, 20, width).join("|");
      for (const whole of ["1.35 万亿元", "2025", "［1］", "佛山、"]) expect(lines).toContain(whole);
    }
  });
});

describe("English lines", () => {
  const text =
    "The city’s own plan: Ultra-high-definition video display (in part), RMB 1.5 trillion or more [1][2].";

  it("break between words and nowhere else", () => {
    for (let width = 200; width < 500; width += 7)
      expect(wrap(font, text, 20, width).flatMap((one) => one.split(" "))).toEqual(text.split(" "));
  });
});

describe("the font", () => {
  it("knows how wide characters are", () => {
    expect(widthOf(font, "深圳", 20)).toBe(40);
    expect(widthOf(font, "1", 100)).toBeCloseTo(55.5, 0);
  });
});
