import { describe, expect, it } from "vitest";
import { linked, readable, withReadable } from "../../../src/adapters/terminal/address.ts";
import { renderColour, renderText } from "../../../src/adapters/terminal/render.ts";
import { wrap } from "../../../src/adapters/terminal/wrap.ts";
import { ask, dataset } from "../../support/bot.ts";

const urls = [...dataset.source.values()].flatMap((s) => s.url ?? []);
const HAN = "https://example.org/%E5%B9%BF%E4%B8%9C/%E5%AE%B6%E7%94%B5";

describe("addresses as they are read", () => {
  it.each([
    [HAN, "https://example.org/广东/家电"],
    ["https://example.org/%e5%b9%bf%E4%B8%9C", "https://example.org/广东"],
    // A sign that would end the address, a slash, a space, an ampersand: as they are.
    ["https://a.org/%E5%B9%BF%EF%BC%8C%E4%B8%9C", "https://a.org/广%EF%BC%8C东"],
    ["https://a.org/?q=%E5%B9%BF%2F%20%26%E4%B8%9C", "https://a.org/?q=广%2F%20%26东"],
    // GBK, half of a character, what is drawn from right to left, an end of line.
    ["https://a.org/%B9%E3%B6%AB", "https://a.org/%B9%E3%B6%AB"],
    ["https://a.org/%E5%B9", "https://a.org/%E5%B9"],
    ["https://a.org/%E2%80%AE%0A%1B", "https://a.org/%E2%80%AE%0A%1B"],
    ["https://a.org/100%", "https://a.org/100%"],
  ])("%s", (url, shown) => expect(readable(url)).toBe(shown));

  it("lead to the same place, every one of the dataset's", () => {
    expect(urls.some((url) => readable(url) !== url)).toBe(true);
    for (const url of urls) expect(new URL(readable(url)).href).toBe(new URL(url).href);
  });
});

describe("in an answer", () => {
  const answer = ask("智能家电2025年增加值目标是多少");
  const url = answer.sources.flatMap((s) => s.url ?? []).find((u) => readable(u) !== u) ?? "";

  it("are shown so, whole on one line", () => {
    expect(url).not.toBe("");
    for (const columns of [20, 40, 80, Infinity])
      expect(
        renderText(answer, true, columns)
          .split("\n")
          .some((l) => l.includes(readable(url))),
      ).toBe(true);
  });

  it("and are touched as they are written", () => {
    expect(renderColour(answer, true, 80)).toContain(
      `\u001b]8;;${url}\u001b\\${readable(url)}\u001b]8;;\u001b\\`,
    );
    expect(linked("no address", withReadable(answer))).toBe("no address");
  });

  it("the line is broken behind the sign that ends one", () => {
    const line = `［1］甲（某报）${readable(HAN)}；［2］乙（某报）https://b.org/x`;
    expect(wrap(line, 36).some((l) => l.endsWith(`${readable(HAN)}；`))).toBe(true);
  });
});
