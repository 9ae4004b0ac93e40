/** Comparisons: two to four side by side, cell by cell the same look-ups. */
import { describe, expect, it } from "vitest";
import { strongest } from "../../src/core/ask/relations.ts";
import { trackOf } from "../../src/pictures/amounts.ts";
import { lookOf, stanceOf } from "../../src/pictures/stance.ts";
import { LOCALES, type Picture } from "../../src/core/types.ts";
import { widthOf } from "../../src/pictures/font.ts";
import { ask } from "../support/bot.ts";
import {
  COMPARED,
  dataset,
  has,
  line,
  rect,
  relations,
  scene,
  shape,
  studio,
  texts,
  words,
} from "./support.ts";

const clusters = ["半导体与集成电路", "智能家电"];
const cities = ["广州", "深圳"];

describe("two clusters", () => {
  const of = scene({ kind: "compare-clusters", clusters });

  it("have a row for every city at least one of them mentions, and for no other", () => {
    for (const { id: city } of dataset.cities) {
      const mentioned = clusters.some((cluster) => stanceOf(relations, cluster, city) !== undefined);
      expect(has(of, `row:${city}:0`), city).toBe(mentioned);
    }
  });

  it("show in each cell what the map shows", () => {
    for (const { id: city } of dataset.cities)
      for (const cluster of clusters)
        if (has(of, `row:${city}:0`))
          expect(rect(of, `cell:${city}|${cluster}`).fill).toBe(
            lookOf(stanceOf(relations, cluster, city), 3).fill,
          );
  });

  it("show their figures as they stand against the target", () => {
    for (const cluster of clusters) {
      const { base, latest, target } = trackOf(relations, cluster);
      expect(has(of, `base:${cluster}`)).toBe(base !== undefined);
      expect(has(of, `latest:${cluster}`)).toBe(latest !== undefined);
      expect(has(of, `target:${cluster}`)).toBe(target !== undefined);
    }
  });

  it("names its subjects in the title, with the number both name", () => {
    expect(line(of, "title")).toBe("智能家电、半导体与集成电路都点名 7 市");
    const english = scene({ kind: "compare-clusters", clusters }, "en");
    expect(line(english, "title", " ")).toBe(
      "Seven cities are named in both Smart home appliances and Semiconductors and integrated circuits",
    );
  });
});

describe("two cities", () => {
  const of = scene({ kind: "compare-cities", cities });

  it("have a row for every cluster that mentions one of them", () => {
    for (const { id: cluster } of dataset.clusters) {
      const mentioned = cities.some((city) => stanceOf(relations, cluster, city) !== undefined);
      expect(has(of, `row:${cluster}:0`), cluster).toBe(mentioned);
    }
  });

  it("say of a role for a part that it is one", () => {
    const { fill, stroke } = rect(of, "cell:智能家电|广州");
    expect({ fill, edge: stroke?.colour }).toEqual({ fill: "#FFFFFF", edge: "#0B2E63" });
    const clustersToo = scene({ kind: "compare-clusters", clusters });
    expect(line(clustersToo, "role:广州|智能家电")).toBe("核心（部分）");
  });

  it("stand in groups: only the one, both, only the other, and those whom the province names nowhere", () => {
    const groups = texts(of).filter((t) => /^group:\d$/.test(t.id));
    expect(groups.map((t) => t.text)).toEqual([
      "只有广州（1）",
      "两市都有（8）",
      "只有深圳（7）",
      "省级文件没有点名，只见于子行业、城市规划或报道（4）",
    ]);
    const headingOf = (cluster: string): number => {
      const { y } = shape(of, `row:${cluster}:0`);
      return groups.findLastIndex((group) => group.y < y);
    };
    for (const { id: cluster } of dataset.clusters) {
      const [one, other] = cities.map((city) => strongest(relations, cluster, city) !== undefined);
      if (has(of, `row:${cluster}:0`))
        expect(headingOf(cluster), cluster).toBe(one && other ? 1 : one ? 0 : other ? 2 : 3);
    }
  });

  it("count in their title what the answer counts", () => {
    expect(ask("/compare 广州 深圳").title.text).toContain("有 8 个");
    expect(line(of, "title")).toBe("广州、深圳都被 8 个集群点名");
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

it.each(LOCALES)("names of any four fit their columns in %s", (locale) => {
  const kinds = [
    ["compare-clusters", dataset.clusters.map((c) => c.id)],
    ["compare-cities", dataset.cities.map((c) => c.id)],
  ] as const;
  for (const [kind, ids] of kinds)
    for (let i = 0; i + 4 <= ids.length; i += 1) {
      const four = ids.slice(i, i + 4);
      const picture: Picture =
        kind === "compare-clusters" ? { kind, clusters: four } : { kind, cities: four };
      for (const { id, text, size, bold, w } of texts(scene(picture, locale)))
        if (/^(?:column|row):/.test(id))
          expect(widthOf(studio.font, text, size, bold), text).toBeLessThanOrEqual(w);
    }
});

it("the order of the names does not make another picture", () => {
  const there = scene({ kind: "compare-cities", cities });
  expect(scene({ kind: "compare-cities", cities: cities.toReversed() })).toEqual(there);
});

it("one name is no comparison", () => {
  expect(() => scene({ kind: "compare-cities", cities: ["广州", "广州"] })).toThrow("two that are different");
});
