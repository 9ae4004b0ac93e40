/** One suite for every platform: whatever the core answers is shown whole, within the limits, and never as markup. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buttons as discordButtons } from "../../src/adapters/discord/pages.ts";
import { fits, render as renderDiscord } from "../../src/adapters/discord/render.ts";
import { keyboard, paginate } from "../../src/adapters/telegram/pages.ts";
import { render as renderTelegram, visibleLength } from "../../src/adapters/telegram/render.ts";
import { render as renderTerminal } from "../../src/adapters/terminal/render.ts";
import { pack } from "../../src/core/pack.ts";
import { type Answer, type Block, LOCALES } from "../../src/core/types.ts";
import { readGolden } from "../golden/judge.ts";
import { ask } from "../support/bot.ts";

interface Shown {
  /** Text of each page as a person sees it, without markup. */
  pages: string[];
  /** Identifiers of the buttons, for which the platform has a limit. */
  buttons: string[];
}

interface PlatformUnderTest {
  name: string;
  show(answer: Answer): Shown;
  /** Longest page, in what the platform counts. */
  most: number;
  /** Most bytes of a button; undefined where there are none. */
  buttonBytes?: number;
}

const UNESCAPE: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };

const seenInHtml = (html: string): string =>
  html
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:amp|lt|gt|quot);/g, (entity) => UNESCAPE[entity] ?? entity)
    .replaceAll("\u2060", "");

/** What Discord shows of its Markdown: escapes and emphasis gone, links as their text. */
const seenInMarkdown = (text: string): string =>
  text
    .replace(/\[((?:\\.|[^\]\\])*)\]\((?:<[^>]*>|[^)]*)\)/g, "$1")
    .replace(/\*\*/g, "")
    .replace(/\\([^\p{L}\p{N}\s])/gu, "$1")
    .replace(/[\u200b\u2060]/g, "");

const PLATFORMS: readonly PlatformUnderTest[] = [
  { name: "terminal", most: Infinity, show: (answer) => ({ pages: [renderTerminal(answer)], buttons: [] }) },
  {
    name: "telegram",
    most: 4096,
    buttonBytes: 64,
    show: (answer) => {
      const pages = paginate(answer);
      const rows = pages.flatMap((_, index) =>
        keyboard(answer, { key: "abc123", index, pages: pages.length }),
      );
      return {
        pages: pages.map(renderTelegram).map(seenInHtml),
        buttons: rows.flat().map((b) => b.callback_data),
      };
    },
  },
  {
    name: "discord",
    most: 6000,
    buttonBytes: 100,
    show: (answer) => {
      const pages = pack(answer, fits);
      const rows = pages.flatMap((_, index) => discordButtons(answer, "abc123", index, pages.length));
      const ids = rows
        .flatMap((row) => row.components)
        .flatMap((c) => ("custom_id" in c ? [c.custom_id] : []));
      const texts = pages.map((page, index) => {
        const embed = renderDiscord(page, { index, of: pages.length });
        const fields = (embed.fields ?? []).flatMap((f) => [f.name, f.value]);
        return [embed.title, embed.description, ...fields, embed.footer?.text]
          .filter((t) => t !== undefined)
          .join("\n");
      });
      return { pages: texts.map(seenInMarkdown), buttons: ids };
    },
  },
];

const word = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
  .map((s) => s.replace(/[\p{Cc}\p{Cf}\p{Cs}\s]/gu, "").trim() || "词");
const item = fc.record({
  text: word,
  facts: fc.constant<string[]>(["F001"]),
  marks: fc.constant<number[]>([1]),
});
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant("text" as const), text: word }),
  fc.record({ kind: fc.constant("note" as const), text: word }),
  fc.record({
    kind: fc.constant("facts" as const),
    heading: word,
    items: fc.array(item, { minLength: 1, maxLength: 30 }),
  }),
  fc.record({ kind: fc.constant("list" as const), items: fc.array(word, { minLength: 1, maxLength: 60 }) }),
);
const answers: fc.Arbitrary<Answer> = fc.record({
  locale: fc.constantFrom(...LOCALES),
  outcome: fc.constantFrom("answer" as const, "clarify" as const, "unknown" as const),
  title: item,
  blocks: fc.array(block, { maxLength: 6 }),
  sources: fc.constant<Answer["sources"]>([
    { mark: 1, key: "1", document: "《意见》", locator: "南方网", grade: "news" as const, url: null },
  ]),
  next: fc.array(
    word.map((label) => ({ label, ask: label.slice(0, 15) })),
    { maxLength: 3 },
  ),
  clusters: fc.constant<string[]>([]),
  cities: fc.constant<string[]>([]),
  facts: fc.constant<string[]>(["F001"]),
});

/** Every text of a block, to be found on some page. */
function textsOf(b: Block): string[] {
  switch (b.kind) {
    case "text":
    case "note":
      return [b.text];
    case "facts":
      return b.items.map((i) => i.text);
    case "list":
      return b.items;
  }
}

const squeeze = (text: string): string => text.replace(/\s+/g, "");

describe.each(PLATFORMS)("$name", (platform) => {
  const { most, buttonBytes } = platform;
  const show = (answer: Answer): Shown => platform.show(answer);
  it("shows every kind of block, and loses nothing", () => {
    fc.assert(
      fc.property(answers, (answer) => {
        const seen = squeeze(show(answer).pages.join("\n"));
        for (const text of [answer.title.text, ...answer.blocks.flatMap(textsOf)])
          expect(seen).toContain(squeeze(text));
      }),
      { numRuns: 150 },
    );
  });

  it("shows each mark by itself, in a first line and in a list: never a range", () => {
    const marks = Array.from({ length: 12 }, (_, i) => i + 1);
    const each = marks.map((mark) => `［${mark}］`).join("");
    const line = { text: "深圳", facts: ["F001"], marks };
    const sources = marks.map((mark) => ({
      mark,
      document: `文件${mark}`,
      key: "n",
      locator: "南方网",
      grade: "news" as const,
      url: null,
    }));
    const answer: Answer = {
      ...ask("/help"),
      title: line,
      blocks: [{ kind: "facts", items: [line] }],
      sources,
    };
    const seen = squeeze(show(answer).pages.join("\n"));
    expect(seen.split(`深圳${each}`)).toHaveLength(3);
    for (const { mark } of sources) expect(seen).toContain(`文件${mark}｜`);
    expect(seen).not.toMatch(/］[–—\-~～至]［/u);
  });

  it("keeps every page within the platform's limit", () => {
    fc.assert(
      fc.property(answers, (answer) => {
        for (const page of show(answer).pages) expect(page.length).toBeLessThanOrEqual(most);
      }),
      { numRuns: 150 },
    );
  });

  it("keeps its buttons within the platform's limit", () => {
    fc.assert(
      fc.property(answers, (answer) => {
        for (const button of show(answer).buttons)
          expect(new TextEncoder().encode(button).length).toBeLessThanOrEqual(buttonBytes ?? 0);
      }),
      { numRuns: 100 },
    );
  });
});

describe("the same question on every platform", () => {
  const questions = readGolden(new URL("../golden/questions.jsonl", import.meta.url)).filter(
    (_, i) => i % 4 === 0,
  );

  it.each(questions.map((q) => q.text))("%s", (text) => {
    const answer = ask(text);
    const shown = PLATFORMS.map((p) => squeeze(p.show(answer).pages.join("\n")));
    const facts = answer.blocks.flatMap((b) => (b.kind === "facts" ? b.items.map((i) => i.text) : []));
    for (const page of shown) {
      for (const said of [answer.title.text, ...facts]) expect(page).toContain(squeeze(said));
      for (const source of answer.sources) expect(page).toContain(squeeze(source.document));
    }
  });
});

it("counts Telegram's length after its parser took the markup away", () => {
  expect(visibleLength("<b>a&lt;b</b>")).toBe(3);
});
