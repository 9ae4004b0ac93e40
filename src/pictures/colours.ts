/**
 * The palette of a picture, known beforehand from its scene: its own colours, and steps between those that meet. A
 * picture thus has exactly the colours of its scene, and edges as smooth as its weight allows.
 */
import type { Colour, Scene, Shape } from "./scene.ts";

export type Rgb = readonly [number, number, number];

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

interface Pair {
  a: Colour;
  b: Colour;
  /** How much of the picture is an edge between them: glyphs are nearly all of it. */
  weight: number;
}

/** The pairs that meet, those with most to smooth first. */
function pairsOf({ shapes, background }: Scene): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const shape of shapes)
    for (const [a, b] of meeting(shape, background)) {
      const key = `${a},${b}`;
      const weight = (pairs.get(key)?.weight ?? 0) + (shape.kind === "text" ? shape.text.length : 1);
      pairs.set(key, { a, b, weight });
    }
  return [...pairs.values()].toSorted((x, y) => y.weight - x.weight);
}

/** Closer than this nobody sees the difference, and soft edges that repeat each other weigh less. */
const TOLD_APART = 15;

const distance = (a: Rgb, b: Rgb): number => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;

const mix = (a: number, b: number, share: number): number => Math.round(a + (b - a) * share);

const blends = (a: Rgb, b: Rgb, steps: number): Rgb[] =>
  Array.from({ length: steps }, (_, i) => {
    const share = (i + 1) / (steps + 1);
    return [mix(a[0], b[0], share), mix(a[1], b[1], share), mix(a[2], b[2], share)];
  });

/** @returns every colour the scene names, whatever there is room for. */
export const pureColours = (scene: Scene): Rgb[] =>
  [...new Set([scene.background, ...pairsOf(scene).flatMap(({ a, b }) => [a, b])])].map(rgb);

/**
 * The scene's own colours first, then steps between those that meet, the weightiest first, as many as there is room for.
 * @param most colours; @param steps at most between two.
 */
export function paletteOf(scene: Scene, most: number, steps: number): Rgb[] {
  const palette = pureColours(scene);
  for (const { a, b } of pairsOf(scene))
    for (const blend of blends(rgb(a), rgb(b), steps))
      if (palette.length < most && palette.every((colour) => distance(colour, blend) > TOLD_APART ** 2))
        palette.push(blend);
  return palette;
}

/** How much more a wrong hue is seen than a wrong brightness: a grey edge in green is, one a little too dark is not. */
const HUE = 3;

/** Index of the palette's nearest colour. */
export function nearest(palette: readonly Rgb[], r: number, g: number, b: number): number {
  let best = 0;
  let least = Infinity;
  for (let i = 0; i < palette.length; i += 1) {
    const [red, green, blue] = palette[i] ?? [0, 0, 0];
    const [dr, dg, db] = [r - red, g - green, b - blue];
    const away = dr ** 2 + dg ** 2 + db ** 2 + HUE * ((dr - dg) ** 2 + (dg - db) ** 2);
    if (away < least) [best, least] = [i, away];
  }
  return best;
}
