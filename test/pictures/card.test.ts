/** A city's card: what the province gave by role, everything else apart, figures in the words of the answers. */
import { describe, expect, it } from "vitest";
import { rolesOfCity } from "../../src/core/roles.ts";
import { TIER_SWATCHES } from "../../src/pictures/palette.ts";
import { stanceOf } from "../../src/pictures/stance.ts";
import { dataset, has, rect, scene, texts, words } from "./support.ts";

const cards = dataset.cities.map(({ id }) => [id, scene({ kind: "card", city: id })] as const);
const unnamed = cards.filter(([id]) => rolesOfCity(dataset, id).province.length === 0);
const flat = (text: string): string => text.replaceAll(/\s/g, "");

describe.each(cards)("the card of %s", (city, of) => {
  it("lists a cluster under a role if and only if the province gave it", () => {
    for (const { id: cluster } of dataset.clusters) {
      const given = stanceOf(dataset, cluster, city)?.kind === "province";
      expect(has(of, `row:${cluster}`), cluster).toBe(given);
    }
  });

  it("fills a role for the whole and outlines one for a part, naming the part", () => {
    for (const { id: cluster } of dataset.clusters) {
      const stance = stanceOf(dataset, cluster, city);
      if (stance?.kind !== "province") continue;
      const { fill, stroke } = rect(of, `row:${cluster}`);
      const swatch = TIER_SWATCHES[stance.tier];
      expect(fill === swatch.fill, cluster).toBe(!stance.partial);
      expect(stroke !== undefined, cluster).toBe(stance.partial);
      if (stance.partial) expect(words(of)).toContain(stance.fact.role?.part);
    }
  });

  it("gives every role its source", () => {
    for (const { id: cluster } of dataset.clusters)
      if (has(of, `row:${cluster}`)) {
        const source = texts(of).find((t) => t.id === `source:${cluster}`)?.text ?? "";
        expect(source).toMatch(/^［\d+］$/);
        expect(flat(words(of))).toContain(flat(`${source}${documentOf(cluster, city)}`));
      }
  });

  it("tells what the city plans itself under a heading that says so", () => {
    const own = rolesOfCity(dataset, city).city;
    expect(words(of).includes("城市自己的规划：")).toBe(own.length > 0);
    const clusters = new Set(own.flatMap((f) => f.clusters));
    const line = flat(
      texts(of)
        .filter((t) => t.id.startsWith("own:city"))
        .map((t) => t.text)
        .join(""),
    );
    for (const cluster of clusters) expect(line).toContain(cluster);
    if (has(of, "group:own")) expect(words(of)).toContain("不是省里给的角色");
  });
});

const documentOf = (cluster: string, city: string): string => {
  const document = dataset.document.get(stanceOf(dataset, cluster, city)?.fact.document ?? "");
  return document?.short ?? "?";
};

describe("a city without a role given by the province", () => {
  it("exists", () => {
    expect(unnamed.map(([id]) => id)).toEqual(["梅州", "汕尾"]);
  });

  it.each(unnamed)("%s says so", (_, of) => {
    expect(words(of)).toContain("我们手上的省级文件没有点名它的角色");
    expect(of.alt).toContain("我们手上的省级文件没有点名它的角色");
  });
});
