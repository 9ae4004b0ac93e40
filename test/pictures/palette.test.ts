/** The roles are one ramp: in order for every eye, and legible on each step. */
import { describe, expect, it } from "vitest";
import { BLANK, INK, OWN_SWATCHES, PANEL, PAPER, TIER_SWATCHES } from "../../src/pictures/palette.ts";
import type { Colour } from "../../src/pictures/scene.ts";
import { contrast, luminance } from "./support.ts";

const RAMP = (["core", "key", "base", "support", "listed", "task"] as const).map(
  (tier) => TIER_SWATCHES[tier],
);

type Rgb = [number, number, number];

/** Machado, Oliveira and Fernandes 2009, complete deficiency; on linear light. */
const EYES: Readonly<Record<string, readonly [Rgb, Rgb, Rgb]>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  greyness: [
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
  ],
};

const linear = (colour: Colour): Rgb =>
  [1, 3, 5].map((i) => {
    const share = Number.parseInt(colour.slice(i, i + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;

/** Linear light as lightness and two opponent hues (CIE Lab, D65). */
function lab([r, g, b]: Rgb): Rgb {
  const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const seen = (colour: Colour, eye: readonly [Rgb, Rgb, Rgb]): Rgb => {
  const light = linear(colour);
  return lab(
    eye.map((row) =>
      Math.max(
        0,
        row.reduce((sum, k, i) => sum + k * (light[i] ?? 0), 0),
      ),
    ) as Rgb,
  );
};

const apart = (a: Rgb, b: Rgb): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

describe("the ramp of roles", () => {
  it("is lighter with every step", () => {
    const steps = RAMP.map(({ fill }) => luminance(fill));
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  });

  it.each(Object.entries(EYES))("is told apart step by step with %s", (_, eye) => {
    for (const [i, { fill }] of RAMP.entries()) {
      const next = RAMP[i + 1];
      if (next) expect(apart(seen(fill, eye), seen(next.fill, eye)), fill).toBeGreaterThan(7);
    }
  });

  it("bears text on every step, and a mark of every outline on white", () => {
    for (const { fill, ink, edge } of RAMP) {
      expect(contrast(ink, fill), fill).toBeGreaterThanOrEqual(4.5);
      expect(contrast(edge, PANEL), edge).toBeGreaterThanOrEqual(3);
    }
  });

  it("has a mark for each role, filled, and a hollow one for what the province did not give", () => {
    const marks = [...RAMP, ...Object.values(OWN_SWATCHES)].map(({ glyph }) => glyph);
    expect(marks.join("")).toBe("★◆▲●■▼◇○□");
  });

  it("stands apart from a blank tile and from paper", () => {
    for (const eye of Object.values(EYES).slice(0, 3))
      for (const { fill } of RAMP)
        for (const ground of [BLANK, PAPER])
          expect(apart(seen(fill, eye), seen(ground, eye)), fill).toBeGreaterThan(7);
    expect(contrast(INK, BLANK)).toBeGreaterThanOrEqual(4.5);
  });
});
