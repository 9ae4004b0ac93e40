/** What answers look like, against the test server's strict HTML. */
import { assert, constantFrom, oneof, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { escape, render, visibleLength } from "../../src/adapters/telegram/render.ts";
import { paginate } from "../../src/adapters/telegram/pages.ts";
import type { Answer } from "../../src/core/types.ts";
import { parseHtml } from "../support/telegram/html.ts";
import { ann, home, plainAnswer, running, server, serverPerTest, texts } from "./support.ts";

const item = (text: string): Answer["title"] => ({ text, facts: [], marks: [1] });
const citation = {
  key: "1",
  mark: 1,
  document: "《意见》",
  locator: "第 5 段",
  grade: "official",
  url: "https://example.org/a?b=1&c=2",
} as const;

/** Every kind of block, each saying the same text. */
const everywhere = (text: string): Answer =>
  plainAnswer(text, {
    title: item(text),
    blocks: [
      { kind: "text", text },
      { kind: "note", text },
      { kind: "facts", heading: text, items: [item(text)] },
      { kind: "list", heading: text, items: [text] },
    ],
    sources: [
      citation,
      { ...citation, mark: 2, document: text, url: null },
      { ...citation, mark: 3, url: `javascript:${text}` },
    ],
  });

describe("an answer in HTML", () => {
  const URL = "https://example.org/a?b=1&c=2";
  /** What a reader sees first, and what a touch unfolds. */
  function opened(answer: Answer): { first: string; folded: string; links: (string | undefined)[] } {
    const { text, entities } = parseHtml(render(answer));
    const fold = entities.filter(({ type }) => type === "expandable_blockquote");
    const [{ offset, length } = { offset: text.length, length: 0 }] = fold;
    expect(fold.length).toBeLessThanOrEqual(1);
    expect(offset + length).toBe(text.length);
    return {
      first: text.slice(0, offset).trimEnd(),
      folded: text.slice(offset),
      links: entities.filter(({ type }) => type === "text_link").map(({ url }) => url),
    };
  }

  test("has a bold title with its marks, its sources in a line, and all of them folded; both link", () => {
    const { first, folded, links } = opened(everywhere("深圳"));
    expect(first.split("\n").slice(0, 3)).toEqual(["深圳［1］", "深圳", "※ 深圳"]);
    expect(first.split("\n").at(-1)).toBe("来源：［1］《意见》｜第 5 段");
    expect(folded).toContain("来源：\n［1］《意见》｜第 5 段｜官方原文\n［2］深圳");
    expect(links).toEqual([URL, URL]);
  });

  test("is short at first, with the rest of it folded: nothing is lost and nothing said twice", () => {
    const lines = Array.from({ length: 20 }, (_, i) => `第 ${i} 条${"产业".repeat(10)}`);
    const answer = plainAnswer("二十条", { blocks: [{ kind: "list", heading: "名单", items: lines }] });
    const { first, folded } = opened(answer);
    expect(first.split("\n").length).toBeLessThanOrEqual(11);
    expect(first.length).toBeLessThan(260);
    for (const line of lines) expect(`${first}\n${folded}`.split(line)).toHaveLength(2);
    expect(folded).toContain("第 19 条");
    expect(paginate(answer)).toHaveLength(1);
  });

  test("names three sources at most in the line, and says how many there are besides", () => {
    const marks = [1, 2, 3, 4, 5];
    const answer = plainAnswer("五处", {
      title: { text: "五处", facts: [], marks },
      sources: marks.map((mark) => ({ ...citation, mark, document: `文件 ${mark}` })),
    });
    const { first, folded, links } = opened(answer);
    const named = [1, 2, 3].map((mark) => `［${mark}］文件 ${mark}｜第 5 段`).join("；");
    expect(first.split("\n").at(-1)).toBe(`来源：${named}……另有 2 处来源`);
    for (const mark of marks) expect(folded).toContain(`［${mark}］文件 ${mark}`);
    expect(links).toHaveLength(3 + 5);
  });

  test("has nothing to fold where there is nothing more", () => {
    expect(opened(plainAnswer("好"))).toEqual({ first: "好", folded: "", links: [] });
  });

  test("takes no markup, no mention and no half character from any text", () => {
    assert(
      property(
        oneof(
          string({ unit: "binary" }),
          constantFrom("<b>x</b>", "&lt;", "@everyone", '"><a href="', "\ud83d", "a&b;c</i>"),
        ),
        (text) => {
          const html = render(everywhere(text));
          const parsed = parseHtml(html);
          expect(parsed.text).not.toMatch(/@\w|\p{Surrogate}/u);
          expect(visibleLength(html)).toBe(parsed.text.length);
          expect(new Set(parsed.entities.flatMap(({ url }) => url ?? []))).toEqual(new Set([URL]));
        },
      ),
    );
  });

  test.each([
    ["@ann_test", /@[\p{L}\p{N}_]/u],
    ["#tag #话题", /#[\p{L}\p{N}_]/u],
    ["$CASH", /\$[A-Z]/u],
    ["http://evil.example/a?b=1", /:\/\/|\w\.\p{L}/u],
    ["tg://resolve?domain=evil", /:\/\//u],
    ["evil.example 恶.中国 me@evil.example", /[\p{L}\p{N}]\.\p{L}/u],
  ])("makes no link of what a person typed: %s", (typed, link) => {
    expect(typed).toMatch(link);
    expect(escape(typed)).not.toMatch(link);
    expect(escape(typed).replaceAll("\u2060", "")).toBe(typed);
  });

  test("escapes the four characters and nothing else", () => {
    expect(escape(`<b>&"'_*[~`)).toBe("&lt;b&gt;&amp;&quot;'_*[~");
  });

  test("is cut into pages within Telegram's limits, and whole when short", () => {
    expect(paginate(everywhere("深圳"))).toHaveLength(1);
    const many = plainAnswer("许多", {
      blocks: [
        { kind: "facts", items: Array.from({ length: 120 }, (_, i) => item(`<${i}>${"业".repeat(60)}`)) },
      ],
      sources: [citation],
    });
    const pages = paginate(many);
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(parseHtml(render(page)).text.length).toBeLessThanOrEqual(4096);
  });
});

describe("on the wire", () => {
  serverPerTest();

  test("what a person typed comes back as text: no tags, no mention, no preview", async () => {
    await running({}, ({ text }) => everywhere(text));
    server.message(
      home,
      ann,
      '<b>@everyone</b> <a href="https://evil.example">x</a> & /help@ann_test https://evil.example',
    );
    await texts(home, 1);
    const [sent] = server.sent(home.id);
    const links = sent?.entities?.flatMap(({ url }) => url ?? []);
    expect(sent?.text).toContain("<b>@\u2060everyone</b>");
    expect(new Set(links)).toEqual(new Set(["https://example.org/a?b=1&c=2"]));
    expect(server.callsOf("sendMessage")[0]?.params["link_preview_options"]).toEqual({ is_disabled: true });
  });

  test("HTML that Telegram cannot read after all goes out as plain text", async () => {
    await running({}, ({ text }) => everywhere(text));
    const description = "Bad Request: can't parse entities: Unsupported start tag";
    server.failNext({ method: "sendMessage", response: { error_code: 400, description } });
    server.message(home, ann, "深圳");
    const [text] = await texts(home, 1);
    expect(text).toContain("深圳［1］\n深圳\n※ 深圳");
  });
});
