/** What holds for every picture: it can be read, nothing is cut off, and every glyph is there. */
import { describe, expect, it } from "vitest";
import { uncovered, widthOf } from "../../src/pictures/font.ts";
import { gate } from "../../src/pictures/build.ts";
import type { Colour, Scene, Shape, Text } from "../../src/pictures/scene.ts";
import { strings } from "../../src/pictures/scene.ts";
import { missingGlyphs } from "../../src/pictures/studio.ts";
import { COMPARED, dataset, scene, scenes, studio, texts } from "./support.ts";

const all = [...scenes, ...COMPARED.map(scene)];
const named = all.map((s) => [s.slug, s] as const);

function luminance(colour: Colour): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const share = Number.parseInt(colour.slice(i, i + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Colour, b: Colour): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** What a shape really stands on: the last area drawn before it that holds its middle. */
function ground(of: Scene, upper: Shape): Colour {
  const [x, y] = [upper.x + upper.w / 2, upper.y + upper.h / 2];
  const below = of.shapes.slice(0, of.shapes.indexOf(upper)).findLast((s) => {
    return s.kind === "rect" && s.x <= x && x <= s.x + s.w && s.y <= y && y <= s.y + s.h;
  });
  return below?.kind === "rect" ? below.fill : of.background;
}

/** Where the glyphs of a line are. */
function inked(text: Text): { left: number; right: number } {
  const width = text.vertical ? text.size : widthOf(studio.font, text.text, text.size, text.bold);
  if (text.align === "right") return { left: text.x + text.w - width, right: text.x + text.w };
  const left = text.align === "center" || text.vertical ? text.x + (text.w - width) / 2 : text.x;
  return { left, right: left + width };
}

const overlap = (a: Text, b: Text): boolean => {
  const [one, two] = [inked(a), inked(b)];
  const beside = one.right <= two.left || two.right <= one.left;
  // A line's box is taller than its glyphs.
  const apart =
    a.y + a.h - a.size * 0.3 <= b.y + b.size * 0.1 || b.y + b.h - b.size * 0.3 <= a.y + a.size * 0.1;
  return !beside && !apart;
};

describe("every picture", () => {
  it.each(named)("%s has text with a contrast of at least 4.5", (_, of) => {
    for (const text of texts(of))
      expect(contrast(text.colour, text.on), `${text.id} “${text.text}”`).toBeGreaterThanOrEqual(4.5);
  });

  it.each(named)("%s has marks with a contrast of at least 3", (_, of) => {
    for (const mark of of.shapes)
      if (mark.kind === "mark") expect(contrast(mark.colour, mark.on), mark.id).toBeGreaterThanOrEqual(3);
  });

  it.each(named)("%s says truly on which colour its text stands", (_, of) => {
    for (const upper of of.shapes)
      if (upper.kind === "text" || upper.kind === "mark") expect(upper.on, upper.id).toBe(ground(of, upper));
  });

  it.each(named)("%s cuts no text off", (_, of) => {
    for (const text of texts(of)) {
      const { left, right } = inked(text);
      expect(right - left, `“${text.text}” in its box`).toBeLessThanOrEqual(text.w + 0.5);
      expect(left, text.text).toBeGreaterThanOrEqual(0);
      expect(right, text.text).toBeLessThanOrEqual(of.width);
      expect(text.y + text.h, text.text).toBeLessThanOrEqual(of.height);
      if (text.vertical) expect(text.text.length * text.size, text.text).toBeLessThanOrEqual(text.h);
    }
  });

  it.each(named)("%s draws no text over another", (_, of) => {
    const lines = texts(of).filter((t) => !t.id.startsWith("disputed:"));
    for (const [i, a] of lines.entries())
      for (const b of lines.slice(i + 1)) expect(overlap(a, b), `“${a.text}” and “${b.text}”`).toBe(false);
  });

  it.each(named)("%s has body text that is 10 points tall on a phone", (_, of) => {
    const body = texts(of).filter((t) =>
      /^(?:name|role|cluster|row|title|subtitle|own|figure|legend)/.test(t.id),
    );
    for (const { id, size } of body)
      expect((size * 360) / Math.min(of.width, 720), id).toBeGreaterThanOrEqual(10);
  });

  it.each(named)("%s gives every shape a name of its own", (_, of) => {
    const ids = of.shapes.map((s) => s.id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it.each(named)("%s has an alternative in at most 1,000 characters", (_, of) => {
    expect(of.alt.length).toBeGreaterThan(20);
    expect(of.alt.length).toBeLessThanOrEqual(1000);
  });
});

describe("the glyph gate", () => {
  it.each(named)("lets %s through", (_, of) => {
    expect(missingGlyphs(studio.font, of)).toEqual([]);
  });

  it("refuses a string with a glyph the font lacks, and names picture, string and glyph", () => {
    const [first] = scenes;
    if (!first) throw new Error("no scenes");
    const strange: Scene = {
      ...first,
      shapes: first.shapes.map((s) =>
        s.kind === "text" && s.id.startsWith("title") ? { ...s, text: "龘龘" } : s,
      ),
    };
    expect(() => gate(studio, [strange])).toThrow(/map-[a-z-]+: “龘龘” needs “龘” \(U\+9F98\)/);
  });

  it("knows what the font covers", () => {
    expect(uncovered(studio.font, "深圳 ★核心（2025）")).toEqual([]);
    expect(uncovered(studio.font, "🙂", true)).toEqual(["🙂"]);
  });

  it("lets every comparison of two clusters or two cities through", () => {
    const clusters = dataset.clusters.map((c) => c.id);
    const cities = dataset.cities.map((c) => c.id);
    const drawn = new Set<string>();
    const collect = (of: Scene): void => {
      for (const { text, bold } of strings(of)) drawn.add(`${bold ? "b" : "r"}${text}`);
    };
    for (const [i, a] of clusters.entries())
      for (const b of clusters.slice(i + 1)) collect(scene({ kind: "compare-clusters", clusters: [a, b] }));
    for (const [i, a] of cities.entries())
      for (const b of cities.slice(i + 1)) collect(scene({ kind: "compare-cities", cities: [a, b] }));
    const missing = [...drawn].flatMap((text) => uncovered(studio.font, text.slice(1), text.startsWith("b")));
    expect(missing).toEqual([]);
  });
});
