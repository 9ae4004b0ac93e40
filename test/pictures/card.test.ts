/** A city's card: what the province gave by role, everything else apart, figures in the words of the answers. */
import { describe, expect, it } from "vitest";
import { type Giver, type RoleRow, strongest } from "../../src/core/ask/relations.ts";
import { TIER_SWATCHES } from "../../src/pictures/palette.ts";
import { stanceOf } from "../../src/pictures/stance.ts";
import { dataset, has, line, rect, relations, scene, texts, words } from "./support.ts";

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

  it("states in its title the counts of the answers, and tells those of an industry beside them apart", () => {
    const ids = dataset.clusters.map((c) => c.id).filter((id) => has(of, `row:${id}`));
    const named = ids.flatMap((id) => strongest(relations, id, city) ?? []);
    if (named.length === 0) return;
    const cores = named.filter((row) => row.tier === "core").length;
    const core = cores > 0 ? `其中${cores}个列为核心` : "没有列为核心的";
    expect(flat(line(of, "title"))).toBe(`${city}被${named.length}个集群点名，${core}`);
    const beside = ids.length - named.length;
    expect(words(of).includes("只指子行业")).toBe(beside > 0);
    if (beside > 0) expect(flat(words(of))).toContain(`另有${beside}个只指子行业`);
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

  it("tells what others say only where the province says nothing, under a heading that says so", () => {
    const said = (giver: Giver): string[] => [...new Set(given(city, giver).map((row) => row.cluster))];
    const left = said("city").filter((cluster) => !said("province").includes(cluster));
    const [, own = ""] =
      /：(.*?)(?:［|$)/u.exec(flat(line(of, "own:city")).replaceAll(/（.*?）/gu, "")) ?? [];
    expect(own === "" ? [] : own.split("、").toSorted()).toEqual(left.toSorted());
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
    expect(line(of, "title")).toMatch(/^我们手上的省级文件没有点名/u);
    expect(of.alt).toContain("我们手上的省级文件没有点名它的角色");
  });
});
