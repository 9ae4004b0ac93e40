/** Lines of a terminal: what they keep together, and that they are the answer. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderColour, renderText } from "../../../src/adapters/terminal/render.ts";
import { wrap, wrapped } from "../../../src/adapters/terminal/wrap.ts";
import { LOCALES } from "../../../src/core/types.ts";
import { createTextMap } from "../../../src/pictures/text-map.ts";
import { columnsOf } from "../../../src/text/columns.ts";
import { ask, dataset, newBot } from "../../support/bot.ts";

const BEGINS_WRONG = /^ *(?:[，。；：、）］》」』】”’！？…—%]|［\d+］)/u;
/** Where a line of the original ended and a new one begins, as offsets into it. Fails where the lines are not it. */
function breaksOf(text: string, lines: readonly string[]): number[] {
  let at = 0;
  const breaks: number[] = [];
  for (const [i, line] of lines.entries()) {
    const [left = ""] = i === 0 ? [] : (/^[ \u3000]*/u.exec(text.slice(at)) ?? []);
    at += left.length;
    const said = i === 0 ? line : line.trimStart();
    expect(text.slice(at, at + said.length)).toBe(said);
    if (i > 0) breaks.push(at);
    at += said.length;
  }
  expect(text.slice(at).trim()).toBe("");
  return breaks;
}

const some = (...texts: readonly string[]) => fc.constantFrom(...texts);
const QUANTITIES = [
  "4000 亿元",
  "2.8 万亿元",
  "530 万辆",
  "14 个百分点",
  "22% 以上",
  "3个",
  "第 11 段",
  "2023—2025 年",
  "1,200 万千瓦",
  "RMB 5 trillion",
  "5.3 million vehicles",
  "40%",
  "2 万亿元以上",
  "2024-07-04",
] as const;
const word = fc.oneof(
  some("半导体与集成电路", "核心城市", "广州", "目标为突破", "the action plan of", "Shenzhen", "说法不一"),
  fc.string({ unit: some(..."粤群产业集聚发展深圳珠海"), minLength: 1, maxLength: 9 }),
);
const end = some(
  "，",
  "、",
  "。",
  "；",
  "”。",
  "）",
  "）。［1］",
  "［12］",
  "。［2］［3］［14］",
  "……",
  ", ",
  " ",
);
const phrase = fc.record({
  word,
  quantity: fc.option(some(...QUANTITIES)),
  end,
  open: some("", "（", "“", "《"),
});
/** The widest that belongs together, a quantity with three marks, takes 40. */
const columns = fc.integer({ min: 40, max: 120 });

describe("a long line", () => {
  it("is wrapped to the columns and is the line again, with nothing broken that belongs together", () => {
    const line = fc.record({
      head: some("", "• ", "※ "),
      phrases: fc.array(phrase, { minLength: 1, maxLength: 12 }),
    });
    fc.assert(
      fc.property(line, columns, ({ head, phrases }, most) => {
        const whole: { from: number; to: number }[] = [];
        let text = head;
        for (const one of phrases) {
          text += one.open + one.word + " ";
          if (one.quantity !== null) whole.push({ from: text.length, to: text.length + one.quantity.length });
          text += (one.quantity ?? "的") + one.end;
        }
        const lines = wrap(text, most);
        for (const one of lines) expect(columnsOf(one, true), one).toBeLessThanOrEqual(most);
        for (const one of lines.slice(1)) {
          expect(one).not.toMatch(BEGINS_WRONG);
          if (head !== "") expect(one).toMatch(/^ {2}\S/u);
        }
        for (const at of breaksOf(text, lines))
          for (const { from, to } of whole) expect(at > from && at < to, text.slice(from, to)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it("of anything at all is the line again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), columns, (text, most) => {
        const line = text.replaceAll(/\s/gu, " ");
        breaksOf(line, wrap(line, most));
      }),
    );
  });

  it("keeps an address whole, so that it can be opened", () => {
    const url = `https://example.org/${"long/".repeat(20)}`;
    expect(wrap(`［1］行动计划（2023—2025）｜${url}`, 40)).toContain(`  ${url}`);
  });

  it("keeps marks before a source beside it, and behind a sentence beside that", () => {
    expect(wrap("一二三四五六七八九十一。［1］［2］", 32)).toEqual([
      "一二三四五六七八九十",
      "一。［1］［2］",
    ]);
    expect(wrap("来源：一二三四五六；［1］［2］《意见》", 32)).toEqual([
      "来源：一二三四五六；",
      "［1］［2］《意见》",
    ]);
  });

  it("ends between marks where all of them are wider than it", () => {
    const lines = wrap(`深圳${[1, 2, 3, 4, 5, 6].map((mark) => `［${mark}］`).join("")}`, 20);
    expect(lines).toEqual(["深圳［1］［2］［3］", "［4］［5］［6］"]);
  });

  it("ends within a word only where that is wider than it, hanging or not", () => {
    const long = "a".repeat(31);
    expect(wrap(`${long} ${long}`, 32)).toEqual([long, long]);
    for (const line of wrap(`• ${long} ${long}`, 32)) expect(line.length).toBeLessThanOrEqual(32);
  });

  it("is left to a window that is too narrow to keep anything together", () => {
    expect(wrap("核心城市有广州、深圳、珠海。", 12)).toHaveLength(1);
  });
});

describe.each(LOCALES)("an answer in %s", (locale) => {
  const bot = newBot();
  const sketch = createTextMap(dataset);
  const asked = [
    "半导体",
    "佛山",
    "/figures 支柱",
    "/matrix",
    "/help",
    "/map 新能源",
    "新能源的目标",
    "/compare 广州 深圳",
  ];

  it.each(asked)("fits any window: %s", (text) => {
    const answer = bot({ text, locale, chat: { platform: "test", id: text } });
    for (const most of [40, 60, 80, 100]) {
      const tiles = answer.picture && sketch(answer.picture, { colour: false, columns: most }, locale);
      const said = wrapped([renderText(answer, true), tiles ?? ""].join("\n"), most).split("\n");
      for (const line of said.filter((one) => !one.includes("http")))
        expect(columnsOf(line, true), line).toBeLessThanOrEqual(most);
      for (const line of renderText(answer, true, most).split("\n"))
        expect(line).not.toMatch(/^ *[，。；：、）］》”’！？…]/u);
    }
  });
});

it("colours are laid on the lines as they are shown", () => {
  const coloured = renderColour(ask("半导体"), true, 40);
  // oxlint-disable-next-line no-control-regex -- they are what is removed
  expect(coloured.replaceAll(/\u001b\[\d+m/gu, "")).toBe(renderText(ask("半导体"), true, 40));
  expect(
    coloured
      .split("\n")
      .slice(0, 2)
      .every((line) => line.startsWith("\u001b[1m")),
  ).toBe(true);
});
