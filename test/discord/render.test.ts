import { expect, describe, it } from "vitest";
import * as fc from "fast-check";
import { clip, escape, link } from "../../src/adapters/discord/escape.ts";
import { createShelf } from "../../src/adapters/shared/shelf.ts";
import { buttons, paginate, parsePress } from "../../src/adapters/discord/pages.ts";
import { fits, LIMITS, render, renderShort, renderText, size } from "../../src/adapters/discord/render.ts";
import { pack } from "../../src/core/pack.ts";
import { split } from "../../src/core/short.ts";
import { type Answer, type Block, type Citation, LOCALES } from "../../src/core/types.ts";
import { LONG, SHORT } from "../support/discord/answers.ts";

const citation = (mark: number, url: string | null = "https://example.org/a_(b)"): Citation => ({
  mark,
  key: String(mark),
  document: "《意见》（2020）",
  locator: "某报 2020-09-29，第 6 段",
  grade: "news",
  url,
});

const FACTS: Block = {
  kind: "facts",
  heading: "核心",
  items: [{ text: "深圳", facts: ["f"], marks: [1] }],
};

describe("an embed", () => {
  it("shows every kind of block", () => {
    const blocks: Block[] = [
      { kind: "text", text: "正文" },
      { kind: "note", text: "注意" },
      FACTS,
      { kind: "list", items: ["一", "二"] },
    ];
    const { description } = render({ ...SHORT, blocks });
    expect(description).toBe(["正文", "※ 注意", "**核心**\n• 深圳［1］", "• 一\n• 二"].join("\n\n"));
  });

  it("names its sources, with a link where there is one", () => {
    const { fields } = render({ ...SHORT, sources: [citation(1), citation(2, null)] });
    expect(fields).toHaveLength(1);
    expect(fields?.[0]?.value).toContain(
      "［1］[《意见》（2020）](https://example.org/a_%28b%29)｜某报 2020-09-29，第 6 段｜新闻报道",
    );
    expect(fields?.[0]?.value).toContain("［2］《意见》（2020）｜");
  });

  it("of a short answer names its sources in one line, with links", () => {
    const sources = [citation(1), citation(2, null), citation(3), citation(4)];
    const { fields } = renderShort({ ...SHORT, sources });
    const place = "某报 2020-09-29，第 6 段";
    const linked = `[《意见》（2020）](https://example.org/a_%28b%29)｜${place}`;
    expect(fields).toEqual([
      {
        name: "来源",
        value: `［1］${linked}；［2］《意见》（2020）｜${place}；［3］${linked}……另有 1 处来源`,
      },
    ]);
    expect(renderShort(SHORT).fields).toEqual([]);
  });

  it("of a short answer drops links that have no room", () => {
    const long = citation(1, `https://example.org/${"a".repeat(1_000)}`);
    expect(renderShort({ ...SHORT, sources: [long] }).fields?.[0]?.value).toBe(
      "［1］《意见》（2020）｜某报 2020-09-29，第 6 段",
    );
  });

  it("puts a title too long for a title above the text", () => {
    const text = "长".repeat(300);
    const embed = render({ ...SHORT, title: { text, facts: [], marks: [1] } });
    expect(embed.title).toBeUndefined();
    expect(embed.description).toContain(`**${text}［1］**`);
  });

  it("says which page of how many it is", () => {
    expect(render(SHORT, { index: 1, of: 3 }).footer?.text).toBe("第 2 页，共 3 页");
    expect(render(SHORT).footer).toBeUndefined();
  });
});

const text = fc.string({ unit: "grapheme", maxLength: 1500, size: "max" });
const items = fc.array(
  fc.record({
    text,
    facts: fc.constant<string[]>([]),
    marks: fc.array(fc.nat(20), { maxLength: 5 }),
  }),
  { maxLength: 20 },
);
const block = fc.oneof(
  fc.record({ kind: fc.constant("text" as const), text }),
  fc.record({ kind: fc.constant("note" as const), text }),
  fc.record({ kind: fc.constant("facts" as const), heading: text, items }),
  fc.record({ kind: fc.constant("list" as const), items: fc.array(text, { maxLength: 20 }) }),
);
const source = fc.record({
  mark: fc.nat(40),
  key: text,
  document: text,
  locator: text,
  grade: fc.constant("official" as const),
  url: fc.option(fc.webUrl({ size: "large" })),
});
const answer: fc.Arbitrary<Answer> = fc.record({
  locale: fc.constantFrom(...LOCALES),
  outcome: fc.constantFrom("answer" as const, "clarify" as const, "unknown" as const),
  title: fc.record({
    text,
    facts: fc.constant<string[]>([]),
    marks: fc.array(fc.nat(99), { maxLength: 40 }),
  }),
  blocks: fc.array(block, { maxLength: 8 }),
  sources: fc.array(source, { maxLength: 40 }),
  next: fc.array(
    fc.record({
      label: fc.string({ minLength: 1, maxLength: 200 }),
      ask: fc.string({ minLength: 1, maxLength: 120 }),
    }),
    { maxLength: 8 },
  ),
  clusters: fc.constant<string[]>([]),
  cities: fc.constant<string[]>([]),
  facts: fc.constant<string[]>([]),
});

it("halves of characters, which Discord refuses, are left out", () => {
  expect(escape("\uD83D深圳\uDC00😀")).toBe("深圳😀");
});

describe("whatever an answer holds", () => {
  it("its embeds stay within every limit of Discord", () => {
    fc.assert(
      fc.property(answer, (any) => {
        const pages = pack(any, fits);
        const { short } = split(any);
        for (const [page, embed] of [
          [short, renderShort(short)] as const,
          ...pages.map((one, index) => [one, render(one, { index, of: 99 })] as const),
        ]) {
          expect(embed.title?.length ?? 0).toBeLessThanOrEqual(LIMITS.title);
          expect(embed.description?.length ?? 0).toBeLessThanOrEqual(LIMITS.description);
          expect(embed.fields?.length ?? 0).toBeLessThanOrEqual(LIMITS.fields);
          for (const { name, value } of embed.fields ?? []) {
            expect(value.length).toBeLessThanOrEqual(LIMITS.field);
            expect(Math.min(name.length, value.length)).toBeGreaterThan(0);
          }
          expect(size(embed)).toBeLessThanOrEqual(LIMITS.embed);
          expect(renderText(page).length).toBeLessThanOrEqual(LIMITS.content);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("its buttons do too, and no two have the same id", () => {
    fc.assert(
      fc.property(answer, fc.nat(50), (any, index) => {
        const rows = buttons(any, "123456789012345678901234", index, 60).map(({ components }) => components);
        const all = rows
          .flat()
          .map((button) =>
            "custom_id" in button && "label" in button
              ? { id: button.custom_id, label: button.label ?? "" }
              : undefined,
          );
        expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(5);
        expect(
          all.every(
            (button) =>
              button && button.id.length <= 100 && button.label.length >= 1 && button.label.length <= 80,
          ),
        ).toBe(true);
        expect(new Set(all.map((button) => button?.id)).size).toBe(all.length);
      }),
    );
  });
});

describe("text of people", () => {
  it.each([
    ["**粗** _斜_ ~~删~~ ||藏|| `码`", String.raw`\*\*粗\*\* \_斜\_ \~\~删\~\~ \|\|藏\|\| \`码\``],
    ["@everyone <@1> <#2> <t:0> </help:3>", String.raw`\@everyone \<@1> \<#2> \<t:0> \</help:3>`],
    ["<t:0:R> <:a:1> <a:b:2>", String.raw`\<t:0:R> \<\:a:1> \<a\:b:2>`],
    ["# 标题\n- 条\n1. 条\n-# 小字\n> 引", "\\# 标题\n\\- 条\n1\\. 条\n\\-# 小字\n\\> 引"],
    ["[看](https://x.y) https://x.y", String.raw`\[看\](https\://x.y) https\://x.y`],
    [":smile: :+1: :100: ::a::", String.raw`\:smile: \:+1: \:100: :\:a::`],
    [String.raw`\*`, String.raw`\\\*`],
  ])("is shown as it is: %s", (raw, shown) => {
    expect(escape(raw)).toBe(shown);
  });

  it.each([
    "2023—2025 年，1.5 万亿元",
    "12:55，9:05:30，比例 1:2:3",
    "America/New_York a@b.c @粤群",
    "（2020） (2020) C# 1~2 a|b <5% a < b",
    "-5% #1 1.5",
    "问：答",
  ])("without markup is shown to the letter, in notifications too: %s", (raw) => {
    expect(escape(raw)).toBe(raw);
  });

  /** What Discord makes something of, as its documentation and its client's rules have it. */
  const FORMS: readonly RegExp[] = [
    /[*`]/u,
    /~~|\|\||__/u,
    /_[^_]+_(?![A-Za-z0-9])/u,
    /\[[^\]]*\]\([^)]*\)/u,
    /<(?:@[!&]?\d|#\d|a?:\w+:\d|t:-?\d|\/[^:]*:\d|id:|\w+:\/\/)/u,
    /\w:\/\//u,
    /:(?!\d\d?:)[\w+-]+:/u,
    /@(?:everyone|here)/u,
    /^\s*(?:>(?:>>)?|#{1,3}|-#|[-+]|\d+\.)\s/mu,
  ];
  const PIECES = [
    ..."\\*_~`|<>[]()#@:!&+-. \n/",
    ..."a1半",
    "12",
    "t:0",
    "</help:3>",
    "<@1>",
    "<#2>",
    "<:a:1>",
    "https://x.y",
    "everyone",
    "here",
    "smile",
    "[看](",
    "1. ",
    "-# ",
    "> ",
    ":100:",
  ];

  it("never forms anything, whatever it holds", () => {
    const pieces = fc.string({ unit: fc.constantFrom(...PIECES), maxLength: 12 });
    fc.assert(
      fc.property(pieces, (raw) => {
        const left = escape(raw).replaceAll(/\\[^A-Za-z0-9\s]/gu, "\0");
        for (const form of FORMS) expect(left).not.toMatch(form);
      }),
      { numRuns: 3000 },
    );
  });

  it("is all there once the backslashes are gone", () => {
    const pieces = fc.string({ unit: fc.constantFrom(...PIECES), maxLength: 12 });
    fc.assert(
      fc.property(pieces, (raw) => {
        expect(escape(raw).replaceAll(/\\([^A-Za-z0-9\s])/gu, "$1")).toBe(raw);
      }),
    );
  });

  it("is never cut inside a character or an escape", () => {
    expect(clip("a😀b", 3)).toBe("a…");
    expect(clip(String.raw`a\*b`, 3)).toBe("a…");
    expect(clip(String.raw`a\\b`, 4)).toBe(String.raw`a\\b`);
  });

  it("becomes no link unless it is an address of the web", () => {
    expect(link("看", "javascript:alert(1)")).toBe("看");
    expect(link("看", "not an address")).toBe("看");
  });
});

describe("pages", () => {
  it("together hold everything the answer says", () => {
    const shown = paginate(LONG).map((page) => render(page).description);
    expect(shown.length).toBeGreaterThan(1);
    for (let i = 0; i < 100; i += 1) expect(shown.join("\n")).toContain(`第 ${i} 条`);
  });

  it("can be turned until the answer is forgotten", () => {
    const shelf = createShelf(1);
    shelf.put("first", paginate(LONG));
    expect(shelf.pages("first")).toBeDefined();
    shelf.put("second", paginate(LONG));
    expect(shelf.pages("first")).toBeUndefined();
    shelf.put("short", paginate(SHORT));
    expect(shelf.pages("second")).toBeDefined();
  });

  it("are named by their buttons", () => {
    expect(parsePress("page:abc:2")).toEqual({ kind: "page", key: "abc", index: 2 });
    expect(parsePress("ask:深圳：半导体:核心")).toEqual({ kind: "ask", text: "深圳：半导体:核心" });
    expect(parsePress("page:abc:-1")).toBeUndefined();
    expect(parsePress("vote:1")).toBeUndefined();
  });
});
