/** Every fact as it is told by itself. */
import { describe, expect, it } from "vitest";
import { MOST_SUGGESTION_BYTES } from "../../src/core/compose.ts";
import { createFactsOn, createTell } from "../../src/daily/topic.ts";
import { paginate as discordPages } from "../../src/adapters/discord/pages.ts";
import { paginate as telegramPages } from "../../src/adapters/telegram/pages.ts";
import { dataset, newBot } from "../support/bot.ts";

const facts = createFactsOn(dataset)("all") ?? [];
const bot = newBot();
const tell = createTell(dataset);
const raise = (id: string): never => {
  throw new Error(`${id} is not told`);
};
const answered = new Map<string, boolean>();

function isAnswered(text: string): boolean {
  const known =
    answered.get(text) ?? bot({ text, chat: { platform: "test", id: "1" } }).outcome !== "unknown";
  answered.set(text, known);
  return known;
}

describe.each(facts.map((fact) => [fact.id, fact] as const))("fact %s", (_, fact) => {
  const answer = tell(fact.id, "zh-CN") ?? raise(fact.id);

  it("stands first, with document and grade, and says in one line why it matters", () => {
    expect(answer.title.text).toBe(`${fact.text}。`);
    expect(answer.sources).toHaveLength(1);
    expect(answer.blocks[0]).toMatchObject({
      kind: "text",
      text: expect.stringMatching(/^为什么值得看：.{8,60}。$/u),
    });
  });

  it("travels with its dispute", () => {
    const notes = answer.blocks.filter(({ kind }) => kind === "note");
    const conflict = dataset.conflict.get(fact.conflict ?? "");
    // A dispute about other cities is no dispute about this one.
    const concerns =
      conflict?.cities === undefined || conflict.cities.some((city) => fact.cities.includes(city));
    if (conflict && concerns) expect(JSON.stringify(notes)).toContain("说法不一");
  });

  it("fits one page on every platform", () => {
    expect(telegramPages(answer)).toHaveLength(1);
    expect(discordPages(answer)).toHaveLength(1);
  });

  it("leads on to questions that are answered", () => {
    expect(answer.next.length).toBeGreaterThan(0);
    for (const { ask } of answer.next) {
      expect(new TextEncoder().encode(ask).length).toBeLessThanOrEqual(MOST_SUGGESTION_BYTES);
      expect(isAnswered(ask), ask).toBe(true);
    }
  });
});

describe("a post on a topic names it", () => {
  it.each(dataset.cities.map(({ id }) => id))("%s", (city) => {
    const on = createFactsOn(dataset)(`city:${city}`) ?? [];
    expect(on.length).toBeGreaterThan(0);
    for (const fact of on) expect(tell(fact.id, "zh-CN")?.title.text).toContain(city);
  });

  it.each(dataset.clusters.map(({ id }) => id))("%s", (cluster) => {
    const on = createFactsOn(dataset)(`cluster:${cluster}`) ?? [];
    const names = [
      cluster,
      ...dataset.aliases.clusters.filter((a) => a.id === cluster).flatMap((a) => a.names),
    ];
    expect(on.length).toBeGreaterThan(0);
    for (const fact of on) {
      const said = tell(fact.id, "zh-CN")?.title.text ?? "";
      expect(
        names.filter((name) => said.includes(name)),
        said,
      ).not.toEqual([]);
    }
  });
});
