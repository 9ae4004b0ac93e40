/** The map in a terminal: the same cells as text. */
import { describe, expect, it } from "vitest";
import { stanceOf } from "../../src/pictures/stance.ts";
import { createTextMap } from "../../src/pictures/text-map.ts";
import { dataset, relations } from "./support.ts";

const map = { kind: "map", cluster: "半导体与集成电路" } as const;
const textMap = createTextMap(dataset);
const plain = textMap(map, false) ?? "";
const coloured = textMap(map, true) ?? "";
// eslint-disable-next-line no-control-regex
const bare = (text: string): string => text.replaceAll(/\u001b\[[0-9;]*m/g, "");

describe("the map as text", () => {
  it("shows every city once, with its role's first character", () => {
    for (const { id } of dataset.cities) expect(plain.split(id)).toHaveLength(2);
    expect(plain).toContain("深圳核*");
    expect(plain).toContain("佛山协*");
    expect(plain).toMatch(/潮州$/m);
  });

  it("says the same with and without colour", () => {
    expect(bare(coloured).replaceAll(/[ 　]+$/gm, "")).toBe(plain);
    expect(coloured).toContain("\u001b[48;2;11;46;99;38;2;255;255;255m深圳核*\u001b[0m");
    expect(plain).not.toContain("\u001b");
  });

  it("fits a terminal of 80 columns", () => {
    const width = (line: string): number => [...line].reduce((sum, c) => sum + (c > "\u2e80" ? 2 : 1), 0);
    for (const line of plain.split("\n").slice(0, 6)) expect(width(line)).toBeLessThanOrEqual(80);
  });

  it("tells a part from a whole, and explains how", () => {
    const food = textMap({ kind: "map", cluster: "现代农业与食品" }, false) ?? "";
    expect(food).toContain("江门重~");
    expect(food).toContain("~＝只指集群的一部分或子行业");
    expect(food).toContain("河源核*");
  });

  it("explains what is in use and nothing else", () => {
    expect(plain).toContain("核＝核心");
    expect(plain).toContain("空＝文件未提及");
    expect(plain).not.toContain("基＝");
  });
});

describe("in another language", () => {
  it("names cities and roles in it, and fits the same terminal", () => {
    const english = textMap(map, false, "en") ?? "";
    expect(english).toContain("Shenzhen  C*");
    expect(english).toContain("C = Core city");
    expect(english).not.toMatch(/\p{Script=Han}/u);
    for (const line of english.split("\n").slice(0, 6)) expect(line.length).toBeLessThanOrEqual(80);
    expect(textMap(map, false, "zh-TW")).toContain("廣州核*");
  });
});

describe("the matrix as text", () => {
  const lines = (textMap({ kind: "matrix" }, false) ?? "").split("\n");

  it("has a line a city with a cell a cluster", () => {
    for (const [i, { id }] of dataset.cities.entries()) {
      const cells = dataset.clusters.map((cluster) => {
        const stance = stanceOf(relations, cluster.id, id);
        return stance ? "x" : "　";
      });
      const line = (lines[i + 1] ?? "").slice(id.length + 1).padEnd(40, "　");
      const shown = cells.map((_, at) => (line[2 * at] === "　" ? "　" : "x"));
      expect(shown, id).toEqual(cells);
    }
  });
});

it("pictures that are no grid have no text of their own", () => {
  expect(textMap({ kind: "card", city: "深圳" }, false)).toBeUndefined();
});
