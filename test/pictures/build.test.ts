/** The pictures made beforehand: current ones are kept, stale ones go, and those that are committed are the current ones. */
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PNG } from "pngjs";
import { afterAll, describe, expect, it } from "vitest";
import { buildPictures, staticScenes } from "../../src/pictures/build.ts";
import { readmeScenes } from "../../src/pictures/readme.ts";
import { createDraw, PATIENT } from "../../src/pictures/render.ts";
import { fileName } from "../../src/pictures/scene.ts";
import { DRAWN_BY } from "../../src/pictures/studio.ts";
import { dataset, decode, DOCS, FOLDER, FONTS, scene, studio } from "./support.ts";

const source = (file: string): string =>
  readFileSync(new URL(`../../src/pictures/${file}`, import.meta.url), "utf8");

it("the code that draws is the code the names stand for (else put the value received into studio.ts)", () => {
  const hash = createHash("sha256");
  for (const file of ["render.ts", "png.ts", "colours.ts"]) hash.update(source(file));
  expect(hash.digest("hex").slice(0, 8)).toBe(DRAWN_BY);
});

describe("names", () => {
  const of = scene({ kind: "map", cluster: "半导体与集成电路" });

  it("are ASCII and tell what is shown, in which language", () => {
    expect(fileName(of, "1")).toMatch(
      /^map-semiconductors-and-integrated-circuits\.zh-CN\.[0-9a-f]{12}\.png$/,
    );
    for (const name of staticScenes(dataset, studio).keys())
      expect(name).toMatch(/^[a-z0-9.-]+\.zh-CN\.[0-9a-f]+\.png$/);
  });

  it("change with the content, the fonts and the renderer", () => {
    const other = { ...of, shapes: of.shapes.slice(1) };
    expect(new Set([fileName(of, "1"), fileName(of, "2"), fileName(other, "1")]).size).toBe(3);
    expect(studio.versions).toMatch(/^2\.\d+\.\d+ [0-9a-f]{16} [0-9a-f]{8}$/);
  });
});

describe("the folder pictures/", () => {
  it.skipIf(!existsSync(FOLDER))(
    "holds the current pictures and no stale one (else: npm run pictures)",
    () => {
      expect(readdirSync(FOLDER).toSorted()).toEqual([...staticScenes(dataset, studio).keys()].toSorted());
    },
  );
});

describe("npm run pictures", () => {
  const folder = mkdtempSync(join(tmpdir(), "pictures-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const options = { dataset, folder, fonts: FONTS, say: () => undefined };
  const names = [...staticScenes(dataset, studio).keys()];

  it("keeps what is current, makes what is missing and removes what is stale", async () => {
    // Current by its name: that is all that is looked at.
    for (const name of names.slice(2)) writeFileSync(join(folder, name), "");
    writeFileSync(join(folder, "map-old.000000000000.png"), "");
    writeFileSync(join(folder, `${names[0]}.new`), "half");
    expect(await buildPictures(options)).toEqual({ made: 2, kept: 42, removed: 2 });
    expect(readdirSync(folder).toSorted()).toEqual(names.toSorted());
  });

  it("has nothing to do a second time", async () => {
    expect(await buildPictures(options)).toEqual({ made: 0, kept: 44, removed: 0 });
  });
});

/** Channels that differ by more than a little, as a share of all. */
function difference(a: PNG, b: PNG): number {
  if (a.width !== b.width || a.height !== b.height) return 1;
  let off = 0;
  for (let i = 0; i < a.data.length; i += 1) if (Math.abs((a.data[i] ?? 0) - (b.data[i] ?? 0)) > 24) off += 1;
  return off / a.data.length;
}

describe.each([...readmeScenes(dataset, studio.font)])("docs/%s", (name, of) => {
  it("is what is drawn today (else: npm run pictures -- --readme)", async () => {
    const draw = await createDraw(studio.files);
    const golden = decode(readFileSync(join(DOCS, name)));
    expect(difference(golden, decode(await draw(of, PATIENT)))).toBeLessThan(0.001);
  });
});

it("a small change is seen by the comparison", () => {
  const golden = decode(readFileSync(join(DOCS, "map.png")));
  const changed = decode(readFileSync(join(DOCS, "map.png")));
  for (let y = 300; y < 330; y += 1)
    changed.data.fill(0, 4 * (y * changed.width + 300), 4 * (y * changed.width + 340));
  expect(difference(golden, changed)).toBeGreaterThan(0.001);
});
