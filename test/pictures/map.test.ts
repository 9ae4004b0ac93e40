/** A cluster on the map says of each city what the look-ups of the answers say, and no more. */
import { describe, expect, it } from "vitest";
import { GIVERS, type RoleRow, strongest } from "../../src/core/ask/relations.ts";
import { ZH_NAMES } from "../../src/core/say/zh-names.ts";
import { BLANK, KIND_SWATCHES, PANEL, TIER_SWATCHES } from "../../src/pictures/palette.ts";
import { legendKeys as keysOf, stanceOf } from "../../src/pictures/stance.ts";
import { TILE_COLUMNS, TILES } from "../../src/pictures/tiles.ts";
import { dataset, has, legendKeys, rect, relations, scene, shape, words } from "./support.ts";

const maps = dataset.clusters.map(({ id }) => [id, scene({ kind: "map", cluster: id })] as const);
const rowsOf = (cluster: string): readonly RoleRow[] => relations.rolesOfCluster.get(cluster) ?? [];
const unnamed = maps.filter(([id]) => rowsOf(id).every((row) => row.giver !== "province"));

describe("the tiles", () => {
  it("are the 21 cities of the dataset", () => {
    expect(TILES.map((t) => t.city).toSorted()).toEqual(dataset.cities.map((c) => c.id).toSorted());
  });

  it("stand each in a place of its own", () => {
    expect(new Set(TILES.map((t) => `${t.column},${t.row}`)).size).toBe(21);
    expect(Math.max(...TILES.map((t) => t.column))).toBe(TILE_COLUMNS - 1);
  });

  it("lie as the cities lie: a row further down is further south, on the whole", () => {
    const mean = (row: number): number => {
      const those = TILES.filter((t) => t.row === row).map((t) => dataset.city.get(t.city)?.lat ?? 0);
      return those.reduce((a, b) => a + b, 0) / those.length;
    };
    for (const row of [1, 2, 3, 4]) expect(mean(row)).toBeLessThan(mean(row - 1));
  });
});

describe.each(maps)("the map of %s", (cluster, of) => {
  it("names the cluster", () => {
    expect(words(of).split("\n")[0]).toBe(cluster);
  });

  it("colours every city by who gave it which role", () => {
    for (const { id: city } of dataset.cities) {
      const rows = rowsOf(cluster).filter((row) => row.city === city);
      const own = strongest(relations, cluster, city) ?? rows.find((row) => row.giver === "province");
      const kind = GIVERS.find((giver) => rows.some((row) => row.giver === giver));
      const tile = rect(of, `tile:${city}`);
      if (own && own.part === undefined) expect(tile.fill, city).toBe(TIER_SWATCHES[own.tier].fill);
      else if (own) {
        expect(tile, city).toMatchObject({
          fill: PANEL,
          stroke: { colour: TIER_SWATCHES[own.tier].edge },
        });
        expect(tile.stroke?.dashed, city).toBeUndefined();
      } else if (kind !== undefined && kind !== "province")
        expect(tile, city).toMatchObject({ stroke: { dashed: true, colour: KIND_SWATCHES[kind].edge } });
      else expect(tile, city).toMatchObject({ fill: BLANK });
    }
  });

  it("marks every role by a shape as well, and a city that is not mentioned by none", () => {
    for (const { id: city } of dataset.cities)
      expect(has(of, `mark:${city}`), city).toBe(stanceOf(relations, cluster, city) !== undefined);
  });

  it("explains in its legend what is in use and nothing else", () => {
    const used = new Set(dataset.cities.flatMap(({ id }) => keysOf(stanceOf(relations, cluster, id))));
    expect(legendKeys(of).toSorted()).toEqual([...used].toSorted());
  });

  it("puts an asterisk where the sources disagree, and tells what about", () => {
    for (const { id: city } of dataset.cities) {
      const disputed = stanceOf(relations, cluster, city)?.disputed ?? false;
      expect(has(of, `disputed:${city}`), city).toBe(disputed);
      if (disputed) expect(words(of)).toContain("＊ 说法不一：");
    }
  });

  it("says of a role for a part that it is one", () => {
    for (const { id: city } of dataset.cities) {
      const stance = stanceOf(relations, cluster, city);
      if (stance?.kind !== "province" || !stance.partial) continue;
      const extra = shape(of, `extra:${city}`);
      expect(extra.kind === "text" && extra.text.startsWith("部分"), city).toBe(true);
      expect(words(of).replaceAll("\n", "")).toContain(stance.fact.role?.part ?? "?");
    }
  });

  it("keeps the marks of others within the outline of the tile", () => {
    for (const { id: city } of dataset.cities) {
      const tile = rect(of, `tile:${city}`);
      const edge = tile.stroke?.width ?? 0;
      for (const kind of stanceOf(relations, cluster, city)?.also ?? []) {
        const mark = shape(of, `also:${city}:${kind}`);
        expect(mark.x, city).toBeGreaterThanOrEqual(tile.x + edge);
        expect(mark.x + mark.w, city).toBeLessThanOrEqual(tile.x + tile.w - edge);
      }
    }
  });

  it("holds the same cities for each role in its alternative", () => {
    for (const tier of ["core", "key", "base", "support", "listed", "task"] as const) {
      const cities = dataset.cities
        .map((c) => c.id)
        .filter((id) => {
          const stance = stanceOf(relations, cluster, id);
          return stance?.kind === "province" && stance.tier === tier;
        });
      const line = of.alt.split("\n").find((l) => l.startsWith(`${ZH_NAMES.tiers[tier]}：`)) ?? "";
      const told = dataset.cities.map((c) => c.id).filter((id) => line.includes(id));
      expect(told, tier).toEqual(cities);
    }
  });

  it("names the documents of the province it rests on", () => {
    const facts = dataset.cities.flatMap(({ id }) => {
      const stance = stanceOf(relations, cluster, id);
      return stance?.kind === "province" ? [stance.fact] : [];
    });
    const text = words(of).replaceAll("\n", "");
    for (const { document } of facts)
      expect(text).toContain(dataset.document.get(document)?.short.split("（")[0]);
  });
});

describe("a cluster in which the province names no city", () => {
  it("exists", () => {
    expect(unnamed.map(([id]) => id)).toEqual(["超高清视频显示"]);
  });

  it.each(unnamed)("%s says so, and shows nothing filled", (_, of) => {
    expect(words(of)).toContain("省级文件没有点名城市");
    const fills = dataset.cities.map(({ id }) => rect(of, `tile:${id}`).fill);
    expect(new Set(fills)).toEqual(new Set([PANEL, BLANK]));
  });

  it.each(unnamed)("%s shows what cities plan themselves, as such", (_, of) => {
    expect(legendKeys(of)).toContain("city");
    expect(words(of)).toContain("不是省里给的角色");
  });
});
