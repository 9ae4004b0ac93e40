/** Which fact a chat gets, over months. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choose, type Shown, subject } from "../../src/daily/choose.ts";
import { createFactsOn } from "../../src/daily/topic.ts";
import type { Fact } from "../../src/dataset/schema.ts";
import { dataset } from "../support/bot.ts";

const factsOn = createFactsOn(dataset);
const TOPICS = [
  "all",
  "class:支柱",
  "class:新兴",
  ...dataset.clusters.map(({ id }) => `cluster:${id}`),
  ...dataset.cities.map(({ id }) => `city:${id}`),
];

/** The facts a chat gets on so many days in a row. */
function days(facts: readonly Fact[], chat: string, count: number): Fact[] {
  const shown: Shown[] = [];
  return Array.from({ length: count }, (_, day) => {
    const fact = choose(facts, shown, `${chat} ${day}`);
    if (!fact) throw new Error("no fact");
    const known = shown.find((one) => one.fact === fact.id);
    if (known) Object.assign(known, { times: known.times + 1, shown_at: day });
    else shown.push({ fact: fact.id, times: 1, shown_at: day });
    return fact;
  });
}

describe.each(TOPICS)("daily facts on %s", (topic) => {
  const facts = factsOn(topic) ?? [];

  it("has something to tell", () => {
    expect(facts.length).toBeGreaterThan(0);
  });

  it("tells every fact once before it tells one twice", () => {
    const told = days(facts, "5", facts.length * 2).map(({ id }) => id);
    expect(new Set(told.slice(0, facts.length)).size).toBe(facts.length);
    expect(new Set(told.slice(facts.length)).size).toBe(facts.length);
  });

  it("changes cluster or city from day to day, as long as there are others", () => {
    const told = days(facts, "7", facts.length);
    const repeats = told.filter((fact, i) => i > 0 && subject(fact) === subject(told[i - 1] ?? fact)).length;
    const counts = new Map<string, number>();
    for (const fact of facts) counts.set(subject(fact), (counts.get(subject(fact)) ?? 0) + 1);
    const most = Math.max(...counts.values());
    // With more of one kind than of all others together some must follow one another: no more than that.
    expect(repeats).toBe(Math.max(0, most - (facts.length - most) - 1));
  });
});

describe("choosing", () => {
  const facts = factsOn("all") ?? [];

  it("is a pure function of facts, history and seed", () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(60), (seed, count) => {
        const shown = facts.slice(0, count).map(({ id }, i) => ({ fact: id, times: 1, shown_at: i }));
        expect(choose(facts, shown, seed)).toBe(choose(facts, shown, seed));
      }),
    );
  });

  it("spreads evenly: in a thousand chats nobody's first fact is everybody's", () => {
    const firsts = Array.from({ length: 1_000 }, (_, chat) => choose(facts, [], `${chat} 2026-01-01`)?.id);
    const counts = new Map<string | undefined, number>();
    for (const id of firsts) counts.set(id, (counts.get(id) ?? 0) + 1);
    expect(Math.max(...counts.values())).toBeLessThan(20);
    expect(counts.size).toBeGreaterThan(facts.length / 2);
  });

  it("tells a fact that is new in the dataset before it repeats an old one", () => {
    const [fresh, ...old] = facts;
    const shown = old.map(({ id }, i) => ({ fact: id, times: 1, shown_at: i }));
    expect(choose(facts, shown, "x")?.id).toBe(fresh?.id);
  });

  it("tells no draft, no disputed figure and nothing of the press conference itself", () => {
    for (const fact of facts) {
      expect(fact.disputed).not.toBe(true);
      expect(dataset.document.get(fact.document)?.layer).not.toBe("draft");
    }
  });

  it("has nothing to choose where there is nothing", () => {
    expect(choose([], [], "x")).toBeUndefined();
    expect(factsOn("city:火星")).toBeUndefined();
    expect(factsOn("nonsense")).toBeUndefined();
  });
});
