/**
 * Pixels → PNG with a palette: a third of the size of a PNG in full colour, which is what a renderer writes as soon as
 * soft edges make more. Where a picture is full of text sixteen colours do, two pixels a byte: a tenth less, in half the
 * time, because a repetition is looked for among twice as many rows.
 */
import { setImmediate as breathe } from "node:timers/promises";
import { promisify } from "node:util";
import { constants, crc32, deflate } from "node:zlib";
import { nearest, paletteOf, pureColours, type Rgb } from "./colours.ts";
import { type Scene, strings } from "./scene.ts";

const compress = promisify(deflate);
/** Rows between two breaths: half a millisecond of work. */
const ROWS_AT_ONCE = 32;

/** Bits a pixel. */
type Depth = 4 | 8;

/**
 * A filter byte (none) before each row, then its pixels, the first in the higher bits. Breathes between rows: the loop
 * stays free for chats.
 */
async function indexed(
  pixels: Uint32Array,
  { width, height }: Scene,
  palette: readonly Rgb[],
  depth: Depth,
): Promise<Uint8Array> {
  const length = 1 + Math.ceil((width * depth) / 8);
  const rows = new Uint8Array(length * height);
  const known = new Map<number, number>();
  const indexOf = (pixel: number): number => {
    const index = known.get(pixel) ?? nearest(palette, pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255);
    known.set(pixel, index);
    return index;
  };
  const fill = depth === 8 ? fillRow : fillNarrow;
  for (let row = 0; row < height; row += ROWS_AT_ONCE) {
    for (let y = row; y < Math.min(height, row + ROWS_AT_ONCE); y += 1)
      fill(
        rows.subarray(y * length + 1, (y + 1) * length),
        pixels.subarray(y * width, (y + 1) * width),
        indexOf,
      );
    await breathe();
  }
  return rows;
}

/** Most pixels are like the one before. */
function fillRow(row: Uint8Array, pixels: Uint32Array, indexOf: (pixel: number) => number): void {
  let last = -1;
  let index = 0;
  for (let x = 0; x < pixels.length; x += 1) {
    const pixel = pixels[x] ?? 0;
    if (pixel !== last) {
      index = indexOf(pixel);
      last = pixel;
    }
    row[x] = index;
  }
}

/** Two pixels a byte. */
function fillNarrow(row: Uint8Array, pixels: Uint32Array, indexOf: (pixel: number) => number): void {
  let last = -1;
  let index = 0;
  for (let x = 0; x < pixels.length; x += 1) {
    const pixel = pixels[x] ?? 0;
    if (pixel !== last) {
      index = indexOf(pixel);
      last = pixel;
    }
    if ((x & 1) === 0) row[x >> 1] = index << 4;
    else row[x >> 1] = (row[x >> 1] ?? 0) | index;
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

function header(width: number, height: number, depth: Depth): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([depth, 3], 8); // bits, palette
  return data;
}

const SIGNATURE = Buffer.from("89504e470d0a1a0a", "hex");

interface Attempt {
  depth: Depth;
  /** Of soft edges, between two colours that meet. */
  steps: number;
  level?: number;
}

/** Soft edges in three steps where the picture then stays light enough to send, in fewer where it is full of text. */
const ATTEMPTS: readonly Attempt[] = [
  { depth: 8, steps: 3 },
  { depth: 8, steps: 2 },
  { depth: 8, steps: 1 },
  { depth: 4, steps: 1 },
  { depth: 4, steps: 1, level: 9 },
];
const NARROW = 3;
/** What a picture may weigh. */
export const MOST_BYTES = 60 * 1024;

const MOST_COLOURS: Readonly<Record<Depth, number>> = { 4: 16, 8: 256 };
/** Of the scene itself: as many again are needed for the edges of most of its text. */
const MOST_PURE = 15;

/** With three steps a glyph costs about a hundred bytes. */
const MANY_GLYPHS = 590;

/** Those that can be, and where somebody waits, only those that will not be too heavy. */
function attemptsFor(scene: Scene, isWaited: boolean): readonly Attempt[] {
  const narrow = pureColours(scene).length <= MOST_PURE;
  const possible = narrow ? ATTEMPTS : ATTEMPTS.map((one) => ({ ...one, depth: 8 as const }));
  const glyphs = strings(scene).reduce((sum, { text }) => sum + text.length, 0);
  return isWaited && glyphs >= MANY_GLYPHS ? possible.slice(NARROW) : possible;
}

/**
 * @param rgba four bytes a pixel, opaque, as the renderer made them of this scene.
 * @param level of compression: 9 where there is time, 5 where somebody waits.
 */
export async function encode(scene: Scene, rgba: Uint8Array, level: number): Promise<Uint8Array> {
  let png = new Uint8Array();
  for (const attempt of attemptsFor(scene, level < 9)) {
    png = await encodeWith(scene, rgba, { ...attempt, level: attempt.level ?? level });
    if (png.length <= MOST_BYTES) return png;
  }
  return png;
}

/** What weighs least: of many short repetitions, and of two pixels a byte. */
const DEFLATE = {
  8: { strategy: constants.Z_FILTERED, memLevel: 5 },
  4: { strategy: constants.Z_DEFAULT_STRATEGY, memLevel: 5 },
} as const satisfies Record<Depth, object>;

async function encodeWith(
  scene: Scene,
  rgba: Uint8Array,
  { depth, steps, level }: Required<Attempt>,
): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height } = scene;
  const palette = paletteOf(scene, MOST_COLOURS[depth], steps);
  const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, width * height);
  const rows = await indexed(pixels, scene, palette, depth);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header(width, height, depth)),
    chunk("PLTE", Uint8Array.from(palette.flat())),
    chunk("IDAT", await compress(rows, { level, ...DEFLATE[depth] })),
    chunk("IEND", new Uint8Array()),
  ]);
}
