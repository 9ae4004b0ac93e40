/** A cluster on the map says of each city what the look-ups of the answers say, and no more. */
import { describe, expect, it } from "vitest";
import { GIVERS, type RoleRow, strongest } from "../../src/core/ask/relations.ts";
import { ZH_NAMES } from "../../src/core/say/zh-names.ts";
import { BLANK, OWN_SWATCHES, PANEL, TIER_SWATCHES } from "../../src/pictures/palette.ts";
import { legendKeys as keysOf, stanceOf } from "../../src/pictures/stance.ts";
import { type Locale, LOCALES } from "../../src/core/types.ts";
import { createPen } from "../../src/pictures/pen.ts";
import { TILE_COLUMNS, TILES } from "../../src/pictures/tiles.ts";
import { dataset, has, legendKeys, line, rect, relations, scene, shape, words } from "./support.ts";

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
    expect(words(of).split("\n")[0]).toMatch(new RegExp(`^${cluster}｜`, "u"));
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
        expect(tile, city).toMatchObject({ stroke: { dashed: true, colour: OWN_SWATCHES[kind].edge } });
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

  it("states in its title who is core, and tells of the others", () => {
    const title = line(of, "title");
    for (const { id: city } of dataset.cities) {
      const own = strongest(relations, cluster, city);
      if (own?.tier === "core" && own.part === undefined) expect(title).toContain(city);
    }
    const cores = dataset.cities.filter(({ id }) => strongest(relations, cluster, id)?.tier === "core");
    expect(/[^，]核心/u.test(title)).toBe(cores.length > 0);
  });

  it("tells in one footnote what the sources disagree about, and marks the title", () => {
    const disputed = dataset.cities.filter(({ id }) => stanceOf(relations, cluster, id)?.disputed);
    const note = line(of, "doubt");
    expect(note.startsWith("＊ 说法不一：")).toBe(disputed.length > 0);
    for (const { id } of disputed) {
      const conflict = dataset.conflict.get(stanceOf(relations, cluster, id)?.fact.conflict ?? "");
      expect(note.replaceAll(" ", "")).toContain(conflict?.title.replaceAll(" ", "") ?? "?");
    }
    const given = disputed.some(({ id }) => stanceOf(relations, cluster, id)?.kind === "province");
    expect(line(of, "title").endsWith("＊")).toBe(given);
    expect(words(of).split("＊").length - 1).toBe(Number(disputed.length > 0) + Number(given));
  });

  it("says of a role for a part that it is one", () => {
    for (const { id: city } of dataset.cities) {
      const stance = stanceOf(relations, cluster, city);
      if (stance?.kind !== "province" || !stance.partial) continue;
      const part = shape(of, `part:${city}`);
      expect(part.kind === "text" && part.text, city).toBe("部分");
      expect(words(of).replaceAll("\n", "")).toContain(stance.fact.role?.part ?? "?");
    }
  });

  it("says who published what we read of it, and when", () => {
    const source = line(of, "source:1");
    expect(source).toMatch(/^发布：.+ (?:20\d\d|日期不详)/u);
  });

  it("holds the same cities for each role in its alternative", () => {
    for (const tier of ["core", "key", "base", "support", "listed", "task"] as const) {
      const cities = dataset.cities
        .map((c) => c.id)
        .filter((id) => {
          const stance = stanceOf(relations, cluster, id);
          return stance?.kind === "province" && stance.tier === tier;
        });
      const listed = of.alt.split("\n").find((l) => l.startsWith(`${ZH_NAMES.tiers[tier]}：`)) ?? "";
      const told = dataset.cities.map((c) => c.id).filter((id) => listed.includes(id));
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
    expect(words(of)).toContain("城市自己的规划");
  });
});

describe("the title", () => {
  const title = (cluster: string, locale: Locale): string =>
    line(scene({ kind: "map", cluster }, locale), "title", locale === "en" ? " " : "");

  it("is the finding, in each language", () => {
    const semiconductors = "半导体与集成电路";
    expect(title(semiconductors, "zh-CN")).toBe("广州、深圳、珠海为核心，四市协同＊");
    expect(title(semiconductors, "zh-TW")).toBe("廣州、深圳、珠海為核心，四市協同＊");
    expect(title(semiconductors, "en")).toBe(
      "Guangzhou, Shenzhen and Zhuhai are core; four cities support *",
    );
  });

  it.each(LOCALES)("names every core city of every cluster in %s", (locale) => {
    const { lingo, script } = createPen(dataset, locale);
    for (const { id: cluster } of dataset.clusters)
      for (const { id: city } of dataset.cities) {
        const own = strongest(relations, cluster, city);
        if (own?.tier === "core" && own.part === undefined)
          expect(title(cluster, locale)).toContain(script(lingo.name(city)));
      }
  });

  it("tells a part from a whole, and an industry beside the cluster from both", () => {
    expect(title("智能家电", "zh-CN")).toBe("深圳、珠海为核心，五市为部分领域核心，东莞列入名单");
    expect(title("现代农业与食品", "zh-CN")).toBe("河源为核心，另有八市只指食品工业＊");
    expect(title("现代农业与食品", "en")).toBe(
      "Heyuan is core; eight cities are named only for food industry *",
    );
    expect(title("新能源", "en")).toBe("Shenzhen is core; seven cities are listed (in part)");
  });
});
