/** Comparisons: two to four side by side, cell by cell the same look-ups. */
import { describe, expect, it } from "vitest";
import { figureOf } from "../../src/pictures/amounts.ts";
import { lookOf, stanceOf } from "../../src/pictures/stance.ts";
import { COMPARED, dataset, has, rect, relations, scene, texts, words } from "./support.ts";

const clusters = ["半导体与集成电路", "智能家电"];
const cities = ["广州", "深圳"];

describe("two clusters", () => {
  const of = scene({ kind: "compare-clusters", clusters });

  it("have a row for every city at least one of them mentions, and for no other", () => {
    for (const { id: city } of dataset.cities) {
      const mentioned = clusters.some((cluster) => stanceOf(relations, cluster, city) !== undefined);
      expect(has(of, `row:${city}`), city).toBe(mentioned);
    }
  });

  it("show in each cell what the map shows", () => {
    for (const { id: city } of dataset.cities)
      for (const cluster of clusters)
        if (has(of, `row:${city}`))
          expect(rect(of, `cell:${city}|${cluster}`).fill).toBe(
            lookOf(stanceOf(relations, cluster, city), 3).fill,
          );
  });

  it("show their figures, and gaps as gaps", () => {
    for (const cluster of clusters)
      expect(has(of, `base:${cluster}:gap`)).toBe(figureOf(relations, cluster, "base") === undefined);
  });
});

describe("two cities", () => {
  const of = scene({ kind: "compare-cities", cities });

  it("have a row for every cluster that mentions one of them", () => {
    for (const { id: cluster } of dataset.clusters) {
      const mentioned = cities.some((city) => stanceOf(relations, cluster, city) !== undefined);
      expect(has(of, `row:${cluster}`), cluster).toBe(mentioned);
    }
  });

  it("say of a role for a part that it is one", () => {
    const { fill, stroke } = rect(of, "cell:智能家电|广州");
    expect({ fill, edge: stroke?.colour }).toEqual({ fill: "#FFFFFF", edge: "#0B3C6F" });
    const clustersToo = scene({ kind: "compare-clusters", clusters });
    expect(texts(clustersToo).find((t) => t.id === "role:广州|智能家电")?.text).toBe("核心·部分");
  });

  it("tell both cities' roles in the alternative", () => {
    expect(of.alt).toContain("绿色石化：广州 核心。");
    expect(of.alt).toContain("先进材料：广州 列入名单、深圳 列入名单。");
  });
});

describe("more than two", () => {
  it("have a legend for the marks, because there is no room for words", () => {
    for (const picture of [COMPARED[1], COMPARED[3]])
      if (picture) expect(words(scene(picture))).toContain("列入名单");
  });

  it("are four at most", () => {
    const all = dataset.cities.map((c) => c.id);
    const columns = texts(scene({ kind: "compare-cities", cities: all })).filter((t) =>
      t.id.startsWith("column:"),
    );
    expect(columns.map((t) => t.text)).toEqual(all.slice(0, 4));
  });
});

it("the order of the names does not make another picture", () => {
  const there = scene({ kind: "compare-cities", cities });
  expect(scene({ kind: "compare-cities", cities: cities.toReversed() })).toEqual(there);
});

it("one name is no comparison", () => {
  expect(() => scene({ kind: "compare-cities", cities: ["广州", "广州"] })).toThrow("two that are different");
});
