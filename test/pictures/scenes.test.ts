/** What holds for every picture: it can be read, nothing is cut off, and every glyph is there. */
import { describe, expect, it } from "vitest";
import { uncovered, widthOf } from "../../src/pictures/font.ts";
import { gate } from "../../src/pictures/build.ts";
import type { Colour, Scene, Shape, Text } from "../../src/pictures/scene.ts";
import { strings } from "../../src/pictures/scene.ts";
import { missingGlyphs } from "../../src/pictures/studio.ts";
import { LOCALES } from "../../src/core/types.ts";
import { toTraditional } from "../../src/text/traditional.ts";
import { contrast, dataset, everywhere, scene, scenes, studio, texts } from "./support.ts";

const named = everywhere();

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
  const width =
    text.vertical !== undefined ? text.size : widthOf(studio.font, text.text, text.size, text.bold);
  if (text.align === "right") return { left: text.x + text.w - width, right: text.x + text.w };
  const left =
    text.align === "center" || text.vertical !== undefined ? text.x + (text.w - width) / 2 : text.x;
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
      if (text.vertical === "stacked")
        expect(text.text.length * text.size, text.text).toBeLessThanOrEqual(text.h);
      if (text.vertical === "turned")
        expect(widthOf(studio.font, text.text, text.size), text.text).toBeLessThanOrEqual(text.h);
    }
  });

  it.each(named)("%s draws no text over another", (_, of) => {
    const lines = texts(of);
    for (const [i, a] of lines.entries())
      for (const b of lines.slice(i + 1)) expect(overlap(a, b), `“${a.text}” and “${b.text}”`).toBe(false);
  });

  it.each(named)("%s can be read where it is 360 px wide", (_, of) => {
    const shown = ({ size }: { size: number }): number => (size * 360) / of.width;
    for (const text of texts(of)) {
      const isBody = /^(?:kicker|title|subtitle|name|role|column|row|cluster|own|figure|legend|group)/.test(
        text.id,
      );
      // An English name has to fit its tile, and four of them a line.
      const isTight = of.locale === "en" && /^(?:name|column):/.test(text.id);
      const least = isBody && !isTight ? 10 : 9;
      expect(shown(text), text.id).toBeGreaterThanOrEqual(least);
    }
    for (const mark of of.shapes)
      if (mark.kind === "mark") expect(shown({ size: mark.h }), mark.id).toBeGreaterThanOrEqual(8);
  });

  it.each(named)("%s says in its footer who published the data, and when", (_, of) => {
    const lines = texts(of).filter((t) => t.id.startsWith("source:"));
    const footer = lines.map((t) => t.text).join(" ");
    expect(footer).toMatch(/(?:发布：|發佈：|Published by ).+ (?:20\d\d|日期不[详詳]|undated)/u);
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

describe("a language", () => {
  const said = (of: Scene): string[] => [...strings(of).map(({ text }) => text), of.alt];
  const inEnglish = named.filter(([, of]) => of.locale === "en");
  const inTraditional = named.filter(([, of]) => of.locale === "zh-TW");

  it.each(inEnglish)("%s has no Han in it", (_, of) => {
    for (const text of said(of)) expect(text).not.toMatch(/[\p{Script=Han}，。；：、（）［］《》｜＊]/u);
  });

  it.each(inTraditional)("%s has no character that only Simplified has", (_, of) => {
    for (const text of said(of)) expect(toTraditional(text)).toBe(text);
  });

  it("moves nothing: Traditional is Simplified by character", () => {
    const places = (of: Scene): object[] =>
      texts(of).map(({ id, x, y, w, h, text }) => ({ id, x, y, w, h, length: text.length }));
    for (const [name, of] of inTraditional) {
      const simplified = named.find(([other]) => other === name.replace("zh-TW", "zh-CN"))?.[1];
      expect(places(of), name).toEqual(simplified && places(simplified));
    }
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
    expect(uncovered(studio.font, "深圳 核心（2025）")).toEqual([]);
    expect(uncovered(studio.font, "★◇", true)).toEqual([]);
    expect(uncovered(studio.font, "🙂", true)).toEqual(["🙂"]);
  });

  it.each(LOCALES)("lets every comparison of two clusters or two cities through in %s", (locale) => {
    const clusters = dataset.clusters.map((c) => c.id);
    const cities = dataset.cities.map((c) => c.id);
    const drawn = new Set<string>();
    const collect = (of: Scene): void => {
      for (const { text, bold } of strings(of)) drawn.add(`${bold ? "b" : "r"}${text}`);
    };
    for (const [i, a] of clusters.entries())
      for (const b of clusters.slice(i + 1))
        collect(scene({ kind: "compare-clusters", clusters: [a, b] }, locale));
    for (const [i, a] of cities.entries())
      for (const b of cities.slice(i + 1)) collect(scene({ kind: "compare-cities", cities: [a, b] }, locale));
    const missing = [...drawn].flatMap((text) => uncovered(studio.font, text.slice(1), text.startsWith("b")));
    expect(missing).toEqual([]);
  });
});
