import { describe, expect, it } from "vitest";
import { buildRelations, giverOf } from "../../src/core/ask/relations.ts";
import { ZH_NAMES } from "../../src/core/say/zh-names.ts";
import { toPlain } from "../../src/core/plain.ts";
import { ask, dataset } from "../support/bot.ts";

const relations = buildRelations(dataset);
const given = (cluster: string, city: string) =>
  (relations.rolesOfCluster.get(cluster) ?? []).filter((r) => r.city === city && r.giver === "province");

describe.each(dataset.clusters.map((c) => c.id))("%s", (cluster) => {
  it.each(dataset.cities.map((c) => c.id))("and %s: a cited role, or plainly none", (city) => {
    const answer = ask(`/role ${city} ${cluster}`);
    const province = given(cluster, city);
    const text = toPlain(answer);
    expect(answer.cities).toEqual([city]);
    expect(answer.clusters).toEqual([cluster]);
    if (province.length > 0) {
      expect(answer.outcome).toBe("answer");
      expect(text).toContain(`${ZH_NAMES.givers.province}：`);
      expect(answer.sources.length).toBeGreaterThan(0);
      const cited = answer.facts.flatMap((id) => dataset.fact.get(id) ?? []);
      expect(cited.some((f) => f.role && f.cities.includes(city) && f.clusters.includes(cluster))).toBe(true);
    } else {
      expect(text).toMatch(/^省级文件没有给/);
      expect(text).not.toContain(`${ZH_NAMES.givers.province}：`);
    }
  });
});

it("never counts a city's own plan or a report as a role the province gave", () => {
  for (const fact of dataset.facts.filter((f) => f.role)) {
    const layer = dataset.document.get(fact.document)?.layer;
    for (const cluster of fact.clusters) {
      for (const city of fact.cities) {
        const counted = given(cluster, city).some((r) => r.fact === fact);
        if (layer !== "province" || fact.role?.tier === "city") expect(counted, fact.id).toBe(false);
        if (counted) expect(giverOf(dataset, fact)).toBe("province");
      }
    }
  }
});
