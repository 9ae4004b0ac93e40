/** What comes out as pixels: it decodes, has the size and the colours of its scene, and is the same every time. */
import { beforeAll, describe, expect, it } from "vitest";
import type { PNG } from "pngjs";
import { MOST_BYTES } from "../../src/pictures/png.ts";
import { createDraw, type Draw, PATIENT, QUICK } from "../../src/pictures/render.ts";
import type { Rect, Scene } from "../../src/pictures/scene.ts";
import { decode, everywhere, inked, numbers, pixel, scenes, studio } from "./support.ts";

let draw: Draw;
const drawn = new Map<string, Uint8Array>();

beforeAll(async () => {
  draw = await createDraw(studio.files);
  for (const one of scenes) drawn.set(one.slug, await draw(one, PATIENT));
});

const bytesOf = ({ slug }: Scene): Uint8Array => drawn.get(slug) ?? new Uint8Array();

/** A spot of a tile that no text or mark covers: near the corner, within its outline. */
function spot(png: PNG, { x, y, stroke }: Rect): string {
  const edge = stroke?.width ?? 0;
  return pixel(png, x + edge + 3, y + edge + 4);
}

/** Some pixels of exactly its colour, within its box. */
function expectInk(png: PNG, of: Scene): void {
  const pixels = numbers(png);
  for (const written of of.shapes) {
    if (written.kind !== "text" && written.kind !== "mark") continue;
    const colour = inked(written.colour);
    let ink = 0;
    for (let y = Math.floor(written.y); y < written.y + written.h; y += 1) {
      const row = y * png.width;
      for (let x = Math.floor(written.x); x < written.x + written.w; x += 1)
        if (pixels[row + x] === colour) ink += 1;
    }
    expect(ink, written.id).toBeGreaterThan(2);
  }
}

const TILE = /^(?:tile|cell|row):/;

describe.each(scenes.map((s) => [s.slug, s] as const))("%s", (_, of) => {
  let png: PNG;

  beforeAll(() => {
    png = decode(bytesOf(of));
  });

  it("decodes to the size of its scene", () => {
    const { width, height } = png;
    expect({ width, height }).toEqual({ width: of.width, height: of.height });
  });

  it("has every tile in its colour at its place", () => {
    for (const tile of of.shapes)
      if (tile.kind === "rect" && TILE.test(tile.id)) expect(spot(png, tile), tile.id).toBe(tile.fill);
  });

  it("has ink where each of its texts and marks stands", () => expectInk(png, of));

  it("weighs no more than 60 KB", () => {
    expect(bytesOf(of).length).toBeLessThanOrEqual(MOST_BYTES);
  });

  it("is opaque, so that it reads on dark and on light", () => {
    const { data } = png;
    for (let i = 3; i < data.length; i += 4 * 997) expect(data[i]).toBe(255);
  });
});

it("all of them weigh less than 4 MB", () => {
  const total = [...drawn.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  expect(drawn.size).toBe(44);
  expect(total).toBeLessThan(4 * 2 ** 20);
});

it("the same scene gives the same bytes, from another renderer too", async () => {
  const other = await createDraw(studio.files);
  for (const one of [scenes[0], scenes.at(-1)])
    if (one) expect(Buffer.compare(await other(one, PATIENT), bytesOf(one))).toBe(0);
});

const waited = everywhere().filter(([, of]) => of.locale !== "zh-CN" || of.slug.startsWith("compare-"));

describe.each(waited)("%s, drawn while somebody waits", (_, of) => {
  it("weighs no more than 60 KB, and has ink where each of its texts stands", async () => {
    const bytes = await draw(of, QUICK);
    expect(bytes.length).toBeLessThanOrEqual(MOST_BYTES);
    expectInk(decode(bytes), of);
  });
});
