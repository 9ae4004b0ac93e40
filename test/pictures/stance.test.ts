/** What a cell says is the strongest the relation says, whichever sentence is built from the same rows. */
import { describe, expect, it } from "vitest";
import { GIVERS, strongest, TIERS } from "../../src/core/ask/relations.ts";
import { roleCounts } from "../../src/pictures/alts.ts";
import { createPen } from "../../src/pictures/pen.ts";
import { stanceOf } from "../../src/pictures/stance.ts";
import { ask } from "../support/bot.ts";
import { dataset, relations } from "./support.ts";

const cells = dataset.clusters.flatMap((cluster) =>
  dataset.cities.map((city) => [cluster.id, city.id] as const),
);

it("there are 420 cells", () => {
  expect(cells).toHaveLength(420);
});

describe("the stance of a cell", () => {
  it.each(cells)("%s in %s is the strongest of the relation", (cluster, city) => {
    const rows = (relations.rolesOfCluster.get(cluster) ?? []).filter((row) => row.city === city);
    const stance = stanceOf(relations, cluster, city);
    const own = strongest(relations, cluster, city);
    expect(stance?.kind).toBe(GIVERS.find((giver) => rows.some((row) => row.giver === giver)));
    if (own)
      expect(stance).toMatchObject({
        kind: "province",
        tier: own.tier,
        fact: own.fact,
        partial: own.part !== undefined,
        sub: false,
      });
    const said = rows.filter((row) => row.giver === stance?.kind && row.sub === stance.sub);
    const best = Math.min(...said.map((row) => TIERS.indexOf(row.tier)));
    if (stance) expect(stance.tier).toBe(TIERS[best]);
  });

  it.each(cells)("%s in %s is no weaker than the answer's", (cluster, city) => {
    const stance = stanceOf(relations, cluster, city);
    const shown = new Set(ask(`/role ${city} ${cluster}`).facts);
    if (stance?.kind !== "province") return;
    const said = relations.roles.filter(
      (row) =>
        row.cluster === cluster && row.city === city && row.giver === "province" && shown.has(row.fact.id),
    );
    expect(said.map((row) => row.fact)).toContain(stance.fact);
    for (const row of said.filter((r) => !r.sub || stance.sub))
      expect(TIERS.indexOf(stance.tier)).toBeLessThanOrEqual(TIERS.indexOf(row.tier));
  });

  it("is core for 佛山 in 智能家电, of a part: never its weaker role for the whole", () => {
    const stance = stanceOf(relations, "智能家电", "佛山");
    expect(stance).toMatchObject({ kind: "province", tier: "core", partial: true, sub: false });
  });
});

describe("counts of roles", () => {
  it.each(dataset.clusters.map((c) => c.id))("%s: as many cities as the relation names", (cluster) => {
    const stances = dataset.cities.map(({ id }) => stanceOf(relations, cluster, id));
    const named = dataset.cities.filter(({ id }) => strongest(relations, cluster, id) !== undefined);
    const lines = roleCounts(createPen(dataset, "zh-CN"), stances, "city").join("；");
    if (named.length > 0) expect(lines).toContain(`省级文件点名 ${named.length} 个市：`);
    else expect(lines).not.toContain("点名");
    expect(lines.includes("子行业")).toBe(stances.some((s) => s?.sub));
  });
});
