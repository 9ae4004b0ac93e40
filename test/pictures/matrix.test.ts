/** The matrix, cell by cell against the look-up the answers use. */
import { describe, expect, it } from "vitest";
import { GIVERS, strongest } from "../../src/core/ask/relations.ts";
import { BLANK, OWN_SWATCHES, PANEL, TIER_SWATCHES } from "../../src/pictures/palette.ts";
import { LOCALES } from "../../src/core/types.ts";
import { stanceOf } from "../../src/pictures/stance.ts";
import { dataset, has, legendKeys, line, rect, relations, scene, shape, texts, words } from "./support.ts";

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
    const { fill, stroke } = rect(matrix, `cell:${cluster}|${city}`);
    const mark = glyph(`mark:${cluster}|${city}`);
    const kind = GIVERS.find((giver) => said.some((row) => row.giver === giver));
    const own = strongest(relations, cluster, city) ?? said.find((row) => row.giver === "province");
    if (kind === undefined)
      expect({ fill, stroke, mark }).toEqual({ fill: BLANK, stroke: undefined, mark: undefined });
    else if (kind !== "province")
      expect({ fill, mark }).toEqual({ fill: PANEL, mark: OWN_SWATCHES[kind].glyph });
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
    const hollow = Object.values(OWN_SWATCHES).map((s) => s.glyph);
    expect(new Set([...filled, ...hollow]).size).toBe(filled.length + hollow.length);
    expect(filled.join("")).toBe("★◆▲●■▼");
    expect(hollow.join("")).toBe("◇○□");
  });

  it("groups clusters by class and cities by region", () => {
    const x = (id: string): number => shape(matrix, `column:${id}`).x;
    const y = (id: string): number => shape(matrix, `row:${id}:0`).y;
    const last = (kind: string): number =>
      Math.max(...dataset.clusters.filter((c) => c.class === kind).map((c) => y(c.id)));
    for (const { id, class: kind } of dataset.clusters)
      if (kind === "新兴") expect(y(id)).toBeGreaterThan(last("支柱"));
    const order = ["珠三角", "粤东", "粤西", "粤北"];
    const sorted = dataset.cities.toSorted((a, b) => x(a.id) - x(b.id)).map((c) => order.indexOf(c.region));
    expect(sorted).toEqual(sorted.toSorted((a, b) => a - b));
  });

  it("stands each mark in the row of its cluster and the column of its city", () => {
    for (const [city, cluster] of cells) {
      const cell = rect(matrix, `cell:${cluster}|${city}`);
      const row = shape(matrix, `row:${cluster}:0`);
      expect(cell.x).toBe(shape(matrix, `column:${city}`).x);
      expect(Math.abs(cell.y + cell.h / 2 - row.y - row.h / 2), cluster).toBeLessThanOrEqual(1);
    }
  });

  it("is as narrow as the other pictures, and its names are 10 px tall where it is 360 px wide", () => {
    for (const locale of LOCALES) {
      const of = scene({ kind: "matrix" }, locale);
      expect(of.width).toBe(720);
      const smallest = Math.min(...texts(of).map(({ size }) => (size * 360) / of.width));
      const names = texts(of).filter((t) => /^(?:row|column|region|class):/.test(t.id));
      expect(names.length).toBeGreaterThanOrEqual(20 + 21 + 4 + 2);
      expect(Math.min(...names.map(({ size }) => (size * 360) / of.width))).toBeGreaterThanOrEqual(10);
      expect(smallest).toBeGreaterThanOrEqual(9);
    }
  });

  it("states in its title which cities are core in most clusters", () => {
    const coreIn = (city: string): number =>
      dataset.clusters.filter(({ id }) => strongest(relations, id, city)?.tier === "core").length;
    const [first, second, third] = dataset.cities.map((c) => c.id).toSorted((a, b) => coreIn(b) - coreIn(a));
    const title = line(matrix, "title");
    expect(title).toMatch(new RegExp(`^${first}.*${second}.*${third}`, "u"));
    for (const city of [first, second, third]) expect(title).toContain(` ${coreIn(city ?? "")} 个`);
  });

  it("tells in one footnote in which clusters sources disagree", () => {
    const disputed = cells.filter(([city, cluster]) => stanceOf(relations, cluster, city)?.disputed);
    const note = line(matrix, "doubt");
    expect(note).toContain(`${disputed.length} 格说法不一`);
    for (const [, cluster] of disputed) expect(note).toContain(cluster);
    expect(words(matrix).split("＊")).toHaveLength(2);
  });

  it("says that a blank cell does not mean no role", () => {
    expect(words(matrix)).toContain("文件未提及，不等于没有布局");
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
