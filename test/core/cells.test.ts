import { describe, expect, it } from "vitest";
import { KIND_HEADINGS } from "../../src/core/facts.ts";
import { cell } from "../../src/core/roles.ts";
import { toPlain } from "../../src/core/plain.ts";
import { ask, dataset } from "../support/bot.ts";

describe.each(dataset.clusters.map((c) => c.id))("%s", (cluster) => {
  it.each(dataset.cities.map((c) => c.id))("and %s: a cited role, or plainly none", (city) => {
    const answer = ask(`/role ${city} ${cluster}`);
    const kinds = cell(dataset, cluster, city);
    const text = toPlain(answer);
    expect(answer.cities).toEqual([city]);
    expect(answer.clusters).toEqual([cluster]);
    if (kinds.province.length > 0) {
      expect(answer.outcome).toBe("answer");
      expect(text).toContain(KIND_HEADINGS.province);
      expect(answer.sources.length).toBeGreaterThan(0);
      const cited = answer.facts.flatMap((id) => dataset.fact.get(id) ?? []);
      expect(cited.some((f) => f.role && f.cities.includes(city) && f.clusters.includes(cluster))).toBe(true);
    } else {
      expect(text).toMatch(/^我们手上的省级文件没有给/);
      expect(text).not.toContain(KIND_HEADINGS.province);
    }
  });
});

it("never counts a city's own plan or a report as a role the province gave", () => {
  for (const fact of dataset.facts.filter((f) => f.role)) {
    const layer = dataset.document.get(fact.document)?.layer;
    for (const cluster of fact.clusters) {
      for (const city of fact.cities) {
        const given = cell(dataset, cluster, city).province.includes(fact);
        if (layer !== "province" || fact.role?.tier === "city") expect(given, fact.id).toBe(false);
      }
    }
  }
});
