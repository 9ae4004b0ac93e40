/** draw(): prebuilt, drawn now, or undefined with one line; never a stale picture, never an exception. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { LOCALES } from "../../src/core/types.ts";
import type { Dataset } from "../../src/dataset/dataset.ts";
import { createPictures, type Pictures } from "../../src/pictures/pictures.ts";
import { fileName } from "../../src/pictures/scene.ts";
import { dataset, decode, FONTS, scene, studio } from "./support.ts";

const folder = mkdtempSync(join(tmpdir(), "drawn-"));
afterAll(() => rmSync(folder, { recursive: true }));

function pictures(over: Partial<Parameters<typeof createPictures>[0]> = {}): {
  of: Pictures;
  troubles: string[];
} {
  const troubles: string[] = [];
  const onTrouble = (reason: string): void => void troubles.push(reason);
  return { of: createPictures({ dataset, folder, fonts: FONTS, onTrouble, ...over }), troubles };
}

const map = { kind: "map", cluster: "绿色石化" } as const;

describe("draw", () => {
  it("draws what was not made before", async () => {
    const { of, troubles } = pictures({ folder: join(folder, "nowhere") });
    const drawn = await of.draw({ kind: "compare-cities", cities: ["梅州", "汕尾"] }, "zh-CN");
    expect(drawn?.name).toMatch(/^compare-shanwei-vs-meizhou|^compare-meizhou-vs-shanwei/);
    expect(decode(drawn?.bytes ?? new Uint8Array()).width).toBe(drawn?.width);
    expect(drawn?.alt).toContain("梅州");
    expect(troubles).toEqual([]);
  });

  it("takes what was made before", async () => {
    writeFileSync(join(folder, fileName(scene(map), studio.versions)), "made before");
    const drawn = await pictures().of.draw(map, "zh-CN");
    expect(Buffer.from(drawn?.bytes ?? []).toString()).toBe("made before");
  });

  it("does not take what was made of other content", async () => {
    writeFileSync(join(folder, fileName(scene(map), studio.versions)), "made before");
    const fewer: Dataset = { ...dataset, facts: [] };
    const drawn = await pictures({ dataset: fewer }).of.draw(map, "zh-CN");
    expect(decode(drawn?.bytes ?? new Uint8Array()).width).toBe(drawn?.width);
  });

  it("draws in the language asked for, each under a name of its own, and says it in the alternative", async () => {
    const { of, troubles } = pictures({ folder: join(folder, "nowhere") });
    const drawn = await Promise.all(LOCALES.map((locale) => of.draw(map, locale)));
    expect(drawn.map((one) => one?.name.split(".")[1])).toEqual(LOCALES);
    expect(new Set(drawn.map((one) => one?.bytes)).size).toBe(LOCALES.length);
    expect(drawn.map((one) => one?.alt.split("\n")[0])).toEqual([
      expect.stringContaining("绿色石化集群"),
      expect.stringContaining("綠色石化集群"),
      expect.stringContaining("Green petrochemicals"),
    ]);
    expect(troubles).toEqual([]);
  });

  it("gives the same picture to all who ask at once", async () => {
    const { of } = pictures({ folder: join(folder, "nowhere") });
    const all = await Promise.all(
      Array.from({ length: 5 }, () => of.draw({ kind: "card", city: "汕尾" }, "zh-CN")),
    );
    expect(new Set(all.map((drawn) => drawn?.bytes)).size).toBe(1);
  });
});

describe("where it cannot draw", () => {
  it("an unknown name gives no picture and one line, however often it is asked", async () => {
    const { of, troubles } = pictures();
    expect(await of.draw({ kind: "map", cluster: "火星" }, "zh-CN")).toBeUndefined();
    expect(await of.draw({ kind: "map", cluster: "火星" }, "zh-CN")).toBeUndefined();
    expect(troubles).toEqual(["map: no picture of “火星”: the dataset does not know it"]);
  });

  it("missing fonts give no picture and one line", async () => {
    const { of, troubles } = pictures({ fonts: join(folder, "nowhere") });
    expect(await of.draw(map, "zh-CN")).toBeUndefined();
    expect(await of.draw(map, "zh-CN")).toBeUndefined();
    expect(troubles).toHaveLength(1);
  });

  it("a string with a glyph the font lacks gives no picture, not one with a hole", async () => {
    const documents = dataset.documents.map((d) => ({ ...d, short: "龘" }));
    const strange: Dataset = { ...dataset, document: new Map(documents.map((d) => [d.id, d])) };
    const { of, troubles } = pictures({ dataset: strange });
    expect(await of.draw({ kind: "card", city: "汕尾" }, "zh-CN")).toBeUndefined();
    expect(troubles).toEqual([expect.stringContaining("needs “龘” (U+9F98); run npm run font")]);
  });
});

describe("on a platform without a renderer", () => {
  afterEach(() => {
    vi.doUnmock("@takumi-rs/core");
    vi.resetModules();
  });

  async function withoutRenderer(): Promise<{ of: Pictures; troubles: string[] }> {
    vi.resetModules();
    vi.doMock("@takumi-rs/core", () => {
      throw new Error("Cannot find native binding");
    });
    const troubles: string[] = [];
    const { createPictures: create } = await import("../../src/pictures/pictures.ts");
    const onTrouble = (reason: string): void => void troubles.push(reason);
    return { of: create({ dataset, folder, fonts: FONTS, onTrouble }), troubles };
  }

  it("there is no picture and one line, however often it is asked", async () => {
    const { of, troubles } = await withoutRenderer();
    expect(await of.draw({ kind: "card", city: "深圳" }, "zh-CN")).toBeUndefined();
    expect(await of.draw({ kind: "card", city: "深圳" }, "zh-CN")).toBeUndefined();
    expect(troubles).toHaveLength(1);
  });

  it("what was made elsewhere is still shown", async () => {
    writeFileSync(join(folder, fileName(scene(map), studio.versions)), "made before");
    const { of, troubles } = await withoutRenderer();
    expect(Buffer.from((await of.draw(map, "zh-CN"))?.bytes ?? []).toString()).toBe("made before");
    expect(troubles).toEqual([]);
  });
});
