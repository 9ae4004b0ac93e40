/** A city's card: what the province gave by role, everything else apart, figures in the words of the answers. */
import { describe, expect, it } from "vitest";
import { type Giver, type RoleRow, strongest } from "../../src/core/ask/relations.ts";
import { TIER_SWATCHES } from "../../src/pictures/palette.ts";
import { stanceOf } from "../../src/pictures/stance.ts";
import { dataset, has, rect, relations, scene, texts, words } from "./support.ts";

const cards = dataset.cities.map(({ id }) => [id, scene({ kind: "card", city: id })] as const);
const given = (city: string, giver: Giver): RoleRow[] =>
  (relations.rolesOfCity.get(city) ?? []).filter((row) => row.giver === giver);
const unnamed = cards.filter(([id]) => given(id, "province").length === 0);
const flat = (text: string): string => text.replaceAll(/\s/g, "");

describe.each(cards)("the card of %s", (city, of) => {
  it("lists a cluster under a role if and only if the province gave it", () => {
    for (const { id: cluster } of dataset.clusters) {
      const named = given(city, "province").some((row) => row.cluster === cluster);
      expect(has(of, `row:${cluster}`), cluster).toBe(named);
    }
  });

  it("counts the clusters the answers count, and those of an industry beside them apart", () => {
    const ids = dataset.clusters.map((c) => c.id).filter((id) => has(of, `row:${id}`));
    const named = ids.filter((id) => strongest(relations, id, city) !== undefined);
    if (ids.length === 0) return;
    const title = flat(words(of));
    expect(title).toContain(`省级文件点名${named.length}个集群`);
    const beside = ids.length - named.length;
    expect(title.includes("个指子行业")).toBe(beside > 0);
    if (beside > 0) expect(title).toContain(`，另${beside}个指子行业`);
  });

  it("fills a role for the whole and outlines one for a part, naming the part", () => {
    for (const { id: cluster } of dataset.clusters) {
      const stance = stanceOf(relations, cluster, city);
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
    const own = given(city, "city");
    expect(words(of).includes("城市自己的规划：")).toBe(own.length > 0);
    const clusters = new Set(own.map((row) => row.cluster));
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
  const document = dataset.document.get(stanceOf(relations, cluster, city)?.fact.document ?? "");
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
