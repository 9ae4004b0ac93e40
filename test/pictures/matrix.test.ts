/** The matrix, cell by cell against the look-up the answers use. */
import { describe, expect, it } from "vitest";
import { GIVERS, strongest } from "../../src/core/ask/relations.ts";
import { BLANK, KIND_SWATCHES, PANEL, TIER_SWATCHES } from "../../src/pictures/palette.ts";
import { dataset, has, legendKeys, rect, relations, scene, shape, words } from "./support.ts";

const matrix = scene({ kind: "matrix" });
const cells = dataset.cities.flatMap((city) =>
  dataset.clusters.map((cluster) => [city.id, cluster.id] as const),
);

const glyph = (id: string): string | undefined => {
  if (!has(matrix, id)) return undefined;
  const mark = shape(matrix, id);
  return mark.kind === "mark" ? mark.glyph : undefined;
};

describe("the matrix", () => {
  it("has 420 cells", () => {
    expect(matrix.shapes.filter((s) => s.id.startsWith("cell:"))).toHaveLength(420);
    expect(cells).toHaveLength(420);
  });

  it.each(cells)("says of %s in %s what the documents say", (city, cluster) => {
    const said = (relations.rolesOfCluster.get(cluster) ?? []).filter((row) => row.city === city);
    const { fill, stroke } = rect(matrix, `cell:${city}|${cluster}`);
    const mark = glyph(`mark:${city}|${cluster}`);
    const kind = GIVERS.find((giver) => said.some((row) => row.giver === giver));
    const own = strongest(relations, cluster, city) ?? said.find((row) => row.giver === "province");
    if (kind === undefined)
      expect({ fill, stroke, mark }).toEqual({ fill: BLANK, stroke: undefined, mark: undefined });
    else if (kind !== "province")
      expect({ fill, mark }).toEqual({ fill: PANEL, mark: KIND_SWATCHES[kind].glyph });
    else if (own) {
      const swatch = TIER_SWATCHES[own.tier];
      expect(mark).toBe(swatch.glyph);
      expect(fill).toBe(own.part === undefined ? swatch.fill : PANEL);
      expect(stroke?.colour).toBe(own.part === undefined ? undefined : swatch.edge);
    }
  });

  it("tells what the province gave by filled marks only, and everything else by hollow ones", () => {
    const filled = Object.entries(TIER_SWATCHES).flatMap(([tier, s]) =>
      tier === "city" || tier === "news" ? [] : s.glyph,
    );
    const hollow = Object.values(KIND_SWATCHES).map((s) => s.glyph);
    expect(new Set([...filled, ...hollow]).size).toBe(filled.length + hollow.length);
    expect(filled.join("")).toBe("★◆▲●■▼");
    expect(hollow.join("")).toBe("◇○□");
  });

  it("groups clusters by class and cities by region", () => {
    const x = (id: string): number => shape(matrix, `column:${id}`).x;
    const y = (id: string): number => shape(matrix, `row:${id}`).y;
    const last = (kind: string): number =>
      Math.max(...dataset.clusters.filter((c) => c.class === kind).map((c) => x(c.id)));
    for (const { id, class: kind } of dataset.clusters)
      if (kind === "新兴") expect(x(id)).toBeGreaterThan(last("支柱"));
    const order = ["珠三角", "粤东", "粤西", "粤北"];
    const sorted = dataset.cities.toSorted((a, b) => y(a.id) - y(b.id)).map((c) => order.indexOf(c.region));
    expect(sorted).toEqual(sorted.toSorted((a, b) => a - b));
  });

  it("stands each mark in the row of its city and the column of its cluster", () => {
    for (const [city, cluster] of cells) {
      const { x, y } = rect(matrix, `cell:${city}|${cluster}`);
      expect({ x, y }).toEqual({
        x: shape(matrix, `column:${cluster}`).x,
        y: shape(matrix, `row:${city}`).y,
      });
    }
  });

  it("says that a blank cell does not mean no role", () => {
    expect(words(matrix)).toContain("空格＝文件未提及，不等于没有布局");
  });

  it("explains every mark in use", () => {
    expect(legendKeys(matrix)).toEqual([
      "core",
      "key",
      "base",
      "support",
      "listed",
      "task",
      "part",
      "city",
      "report",
      "draft",
      "none",
    ]);
  });
});
