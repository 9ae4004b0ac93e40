/** The map in a terminal: the same cells as text. */
import { describe, expect, it } from "vitest";
import { stanceOf } from "../../src/pictures/stance.ts";
import { createTextMap } from "../../src/pictures/text-map.ts";
import { dataset, relations } from "./support.ts";

const map = { kind: "map", cluster: "半导体与集成电路" } as const;
const textMap = createTextMap(dataset);
const PLAIN = { colour: false, columns: 80 };
const COLOURS = { colour: true, columns: 80 };
const plain = textMap(map, PLAIN) ?? "";
const coloured = textMap(map, COLOURS) ?? "";
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
    const food = textMap({ kind: "map", cluster: "现代农业与食品" }, PLAIN) ?? "";
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
    const english = textMap(map, PLAIN, "en") ?? "";
    expect(english).toContain("Shenzhen  C*");
    expect(english).toContain("C = Core city");
    expect(english).not.toMatch(/\p{Script=Han}/u);
    for (const line of english.split("\n").slice(0, 6)) expect(line.length).toBeLessThanOrEqual(80);
    expect(textMap(map, PLAIN, "zh-TW")).toContain("廣州核*");
  });
});

describe("the matrix as text", () => {
  const lines = (textMap({ kind: "matrix" }, PLAIN) ?? "").split("\n");

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

describe("a narrow screen", () => {
  const width = (line: string): number => [...line].reduce((sum, c) => sum + (c > "\u2e80" ? 2 : 1), 0);
  const cells = (text: string): string[] => {
    const rows = text.split("\n").filter((line) => dataset.cities.some(({ id }) => line.startsWith(id)));
    return dataset.cities.map(({ id }) =>
      rows
        .filter((row) => row.startsWith(id))
        .map((row) => row.slice(id.length + 1))
        .join(""),
    );
  };

  it.each([8, 20, 40, 50, 64])("of %i columns shows the whole matrix in pieces that fit", (columns) => {
    const pieces = textMap({ kind: "matrix" }, { colour: false, columns }) ?? "";
    const tables = pieces.split("\n").slice(0, -2);
    for (const line of tables) expect(width(line)).toBeLessThanOrEqual(columns);
    const bareOf = (text: string): string => text.replaceAll(/[ 　]/g, "");
    const whole = textMap({ kind: "matrix" }, PLAIN) ?? "";
    expect(cells(pieces).map(bareOf)).toEqual(cells(whole).map(bareOf));
  });

  it.each(["zh-CN", "zh-TW", "en"] as const)(
    "too narrow for a picture says how wide it has to be (%s)",
    (locale) => {
      const needed = Number(/\d+/.exec(textMap(map, { colour: false, columns: 10 }, locale) ?? "")?.[0]);
      const shown = (columns: number): string => textMap(map, { colour: false, columns }, locale) ?? "";
      expect(shown(needed - 1)).toContain(String(needed));
      for (const line of shown(needed).split("\n").slice(1, 6))
        expect(width(line)).toBeLessThanOrEqual(needed);
    },
  );
});

it("pictures that are no grid have no text of their own", () => {
  expect(textMap({ kind: "card", city: "深圳" }, PLAIN)).toBeUndefined();
});
