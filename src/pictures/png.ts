/**
 * Pixels → PNG with a palette of 256 colours: a third of the size of a PNG in full colour, which is what a renderer
 * writes as soon as soft edges make more. The palette is known beforehand, from the scene: its colours, and the steps
 * between those that meet. A picture thus has exactly the colours of its scene, and edges as smooth as the eye can see.
 */
import { setImmediate as breathe } from "node:timers/promises";
import { promisify } from "node:util";
import { constants, crc32, deflate } from "node:zlib";
import { type Colour, type Scene, type Shape, strings } from "./scene.ts";

const compress = promisify(deflate);
const MOST_COLOURS = 256;
/** Rows between two breaths: half a millisecond of work. */
const ROWS_AT_ONCE = 32;

type Rgb = readonly [number, number, number];

const rgb = (colour: Colour): Rgb => {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
};

/** Colours that meet in a shape: what is drawn, and what it is drawn on. */
function meeting(shape: Shape, background: Colour): [Colour, Colour][] {
  switch (shape.kind) {
    case "text":
    case "mark":
      return [[shape.colour, shape.on]];
    case "line":
      return [[shape.colour, background]];
    case "rect":
      return shape.stroke
        ? [
            [shape.stroke.colour, shape.fill],
            [shape.stroke.colour, background],
            [shape.fill, background],
          ]
        : [[shape.fill, background]];
  }
}

/** The scene's own colours first, then as many steps between those that meet as there is room for. */
function paletteOf(scene: Scene, most: number): Rgb[] {
  const pairs = new Map<string, [Colour, Colour]>();
  for (const shape of scene.shapes)
    for (const pair of meeting(shape, scene.background)) pairs.set(pair.join(), pair);
  const pure = [...new Set([scene.background, ...[...pairs.values()].flat()])].map(rgb);
  const room = Math.floor((MOST_COLOURS - pure.length) / Math.max(1, pairs.size));
  const steps = Math.max(0, Math.min(most, room));
  const palette = [...pure];
  for (const [a, b] of pairs.values())
    for (const blend of blends(rgb(a), rgb(b), steps))
      if (palette.every((colour) => distance(colour, blend) > TOLD_APART ** 2)) palette.push(blend);
  return palette;
}

/** Closer than this nobody sees the difference, and soft edges that repeat each other weigh less. */
const TOLD_APART = 15;

const distance = (a: Rgb, b: Rgb): number => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;

const blends = (a: Rgb, b: Rgb, steps: number): Rgb[] =>
  Array.from({ length: steps }, (_, i) => {
    const share = (i + 1) / (steps + 1);
    return [mix(a[0], b[0], share), mix(a[1], b[1], share), mix(a[2], b[2], share)];
  });

const mix = (a: number, b: number, share: number): number => Math.round(a + (b - a) * share);

/** Index of the palette's nearest colour. */
function nearest(palette: readonly Rgb[], r: number, g: number, b: number): number {
  let best = 0;
  let least = Infinity;
  for (let i = 0; i < palette.length; i += 1) {
    const [red, green, blue] = palette[i] ?? [0, 0, 0];
    const away = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (away < least) [best, least] = [i, away];
  }
  return best;
}

/** One byte a pixel and a filter byte (none) before each row. Breathes between rows: the loop stays free for chats. */
async function indexed(
  pixels: Uint32Array,
  width: number,
  height: number,
  palette: readonly Rgb[],
): Promise<Uint8Array> {
  const rows = new Uint8Array((width + 1) * height);
  const known = new Map<number, number>();
  const indexOf = (pixel: number): number => {
    const index = known.get(pixel) ?? nearest(palette, pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255);
    known.set(pixel, index);
    return index;
  };
  for (let row = 0; row < height; row += ROWS_AT_ONCE) {
    for (let y = row; y < Math.min(height, row + ROWS_AT_ONCE); y += 1)
      fillRow(rows, pixels, y, width, indexOf);
    await breathe();
  }
  return rows;
}

/** Most pixels are like the one before. */
function fillRow(
  rows: Uint8Array,
  pixels: Uint32Array,
  y: number,
  width: number,
  indexOf: (pixel: number) => number,
): void {
  let last = -1;
  let index = 0;
  for (let x = 0; x < width; x += 1) {
    const pixel = pixels[y * width + x] ?? 0;
    if (pixel !== last) {
      index = indexOf(pixel);
      last = pixel;
    }
    rows[y * (width + 1) + x + 1] = index;
  }
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

function header(width: number, height: number): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([8, 3], 8); // eight bits, palette
  return data;
}

const SIGNATURE = Buffer.from("89504e470d0a1a0a", "hex");

/** Soft edges in three steps where the picture then stays light enough to send, in fewer where it is full of text. */
const ATTEMPTS: readonly { steps: number; level?: number }[] = [
  { steps: 3 },
  { steps: 2 },
  { steps: 1 },
  { steps: 1, level: 7 },
  { steps: 1, level: 9 },
];
/** What a picture may weigh. */
export const MOST_BYTES = 60 * 1024;

/** With three steps a glyph costs about a hundred bytes. */
const MANY_GLYPHS = 590;

/** Where somebody waits, attempts that would be too heavy are not made. */
function likely(scene: Scene): number {
  const glyphs = strings(scene).reduce((sum, { text }) => sum + text.length, 0);
  return glyphs < MANY_GLYPHS ? 0 : 2;
}

/**
 * @param rgba four bytes a pixel, opaque, as the renderer made them of this scene.
 * @param level of compression: 9 where there is time, 6 where somebody waits.
 */
export async function encode(scene: Scene, rgba: Uint8Array, level: number): Promise<Uint8Array> {
  let png = new Uint8Array();
  for (const { steps, level: harder } of ATTEMPTS.slice(level < 9 ? likely(scene) : 0)) {
    png = await encodeWith(scene, rgba, harder ?? level, paletteOf(scene, steps));
    if (png.length <= MOST_BYTES) return png;
  }
  return png;
}

/** Few long repetitions and many short ones: so the same rows weigh three percent less, in the same time. */
const DEFLATE = { strategy: constants.Z_FILTERED, memLevel: 5 };

async function encodeWith(
  { width, height }: Scene,
  rgba: Uint8Array,
  level: number,
  palette: readonly Rgb[],
): Promise<Uint8Array<ArrayBuffer>> {
  const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, width * height);
  const rows = await indexed(pixels, width, height, palette);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header(width, height)),
    chunk("PLTE", Uint8Array.from(palette.flat())),
    chunk("IDAT", await compress(rows, { level, ...DEFLATE })),
    chunk("IEND", new Uint8Array()),
  ]);
}
