/** Bounds on how many have a role, held against what is counted from the facts alone. */
import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/core/types.ts";
import { dataset, newBot } from "../support/bot.ts";

const bot = newBot();
let asked = 0;
const ask = (text: string): Answer => bot({ text, chat: { platform: "test", id: `tally-${(asked += 1)}` } });

/** Core of the cluster as a whole, by a document of the province. */
const cores = dataset.facts.filter(
  ({ role, document }) =>
    role?.tier === "core" && !role.subIndustry && dataset.document.get(document)?.layer === "province",
);
/** Or of one industry in it: enough not to be without. */
const partly = dataset.facts.filter(
  ({ role, document }) => role?.tier === "core" && dataset.document.get(document)?.layer === "province",
);
const partlyOf = (city: string): Set<string> =>
  new Set(partly.filter((f) => f.cities.includes(city)).flatMap((f) => f.clusters));
const clustersOf = (city: string): Set<string> =>
  new Set(cores.filter((f) => f.cities.includes(city)).flatMap((f) => f.clusters));
const citiesOf = (cluster: string): Set<string> =>
  new Set(cores.filter((f) => f.clusters.includes(cluster)).flatMap((f) => f.cities));
/** By the stars of the plan, which tells them of some, and before whom others stand, and not where they are. */
const starsOf = (city: string): number =>
  Math.max(
    0,
    ...dataset.facts
      .filter((f) => f.topics.includes("rating") && f.text.includes(city) && !f.role)
      .flatMap((f) => f.figures ?? [])
      .filter((f) => f.measure === "count" && f.series === undefined)
      .map((f) => f.value ?? 0),
  );
const isDisputed = (city: string): boolean =>
  cores.some(
    (f) => f.cities.includes(city) && dataset.conflict.get(f.conflict ?? "")?.cities?.includes(city),
  );

const cities = dataset.cities.map((c) => c.id).filter((city) => !isDisputed(city));
const clusters = dataset.clusters.map((c) => c.id);

describe("of a city, how many clusters", () => {
  const all = cities.flatMap((city) => [1, 2, 3, 6, 8, 9, 12, 13].map((count) => ({ city, count })));

  it("at least so many is a yes where they are told, and never where fewer are", () => {
    for (const { city, count } of all) {
      const least = Math.max(clustersOf(city).size, starsOf(city));
      const { verdict } = ask(`${city}至少是${count}个集群的核心吗`);
      expect(verdict === "yes", `${city} ${count} of ${least}: ${verdict}`).toBe(least >= count);
    }
  });

  it("fewer than so many is a no where as many are told, and never where fewer are", () => {
    for (const { city, count } of all) {
      const least = Math.max(clustersOf(city).size, starsOf(city));
      const { verdict } = ask(`${city}不到${count}个集群的核心吗`);
      expect(verdict === "no", `${city} ${count} of ${least}: ${verdict}`).toBe(least >= count);
    }
  });

  it("only in one of them is a no where there are others, and never a yes", () => {
    for (const city of cities)
      for (const cluster of clustersOf(city)) {
        const { verdict } = ask(`${city}只在${cluster}是核心吗`);
        expect(verdict, `${city} ${cluster}`).toBe(clustersOf(city).size > 1 ? "no" : "unsaid");
      }
  });
});

describe("of clusters, how many cities", () => {
  it.each([1, 2, 3, 5])("those with more than %i are those that are told to have them", (count) => {
    const expected = clusters.filter((cluster) => citiesOf(cluster).size > count);
    const answer = ask(`哪些集群的核心城市超过${count}个`);
    expect(new Set(answer.clusters)).toEqual(new Set(expected));
  });

  it("at least so many is a yes where they are told", () => {
    for (const cluster of clusters)
      for (const count of [1, 2, 3, 5, 8]) {
        const { verdict } = ask(`${cluster}的核心城市至少有${count}个吗`);
        const sure = [...citiesOf(cluster)].filter((city) => !isDisputed(city)).length;
        if (sure >= count) expect(verdict, `${cluster} ${count}`).toBe("yes");
        if (citiesOf(cluster).size < count) expect(verdict, `${cluster} ${count}`).not.toBe("yes");
      }
  });
});

describe("one has it and another has not", () => {
  const pairs = ["广州", "深圳", "佛山", "惠州", "湛江"].flatMap((a, _, all) =>
    all.filter((b) => b !== a).map((b) => [a, b] as const),
  );

  it.each(pairs)("%s, and not %s", (has, lacks) => {
    const without = partlyOf(lacks);
    const expected = [...clustersOf(has)].filter((cluster) => !without.has(cluster));
    const answer = ask(`有哪些集群${has}是核心而${lacks}不是`);
    // Of none in the whole there may be one in a part, which is told as the nearest.
    if (expected.length === 0) expect(answer.outcome).not.toBe("answer");
    else expect(new Set(answer.clusters)).toEqual(new Set(expected));
  });
});
