/** Scene → PNG. The only file that knows the renderer. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Node, Renderer } from "@takumi-rs/core";
import { encode } from "./png.ts";
import type { Colour, Mark, Rect, Scene, Shape, Text } from "./scene.ts";

/** Draws a scene. Rejects where it cannot. */
export type Draw = (scene: Scene, level: number) => Promise<Uint8Array>;

/** Of the compression: where a build can wait, and where somebody in a chat waits. */
export const PATIENT = 9;
export const QUICK = 5;

/** @returns the version of the renderer installed, also where it does not run on this platform. */
export async function rendererVersion(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve("@takumi-rs/core");
  const manifest = await readFile(join(dirname(entry), "../package.json"), "utf8");
  return /"version":\s*"([^"]+)"/.exec(manifest)?.[1] ?? "unknown";
}

export interface FontFiles {
  regular: Uint8Array;
  bold: Uint8Array;
}

const FAMILY = "Yuequn";
/** Glyphs are kept between pictures; the font's few thousand outlines fit into this. */
const GLYPH_BYTES = 16 * 2 ** 20;
/** The renderer caches no images: there are none. */
const CACHE_BYTES = 2 ** 20;

/**
 * Loads the renderer for this platform.
 * @throws Error where there is none: the bot then answers in text.
 */
export async function createDraw(files: FontFiles): Promise<Draw> {
  const library = await import("@takumi-rs/core");
  library.setGlyphCacheMaxBytes(GLYPH_BYTES);
  const renderer = new library.Renderer({ cacheMaxBytes: CACHE_BYTES });
  await renderer.registerFont({ name: FAMILY, data: files.regular, weight: 400, style: "normal" });
  await renderer.registerFont({ name: FAMILY, data: files.bold, weight: 700, style: "normal" });
  return (scene, level) => paint(renderer, scene, level);
}

/** Both steps leave this thread: the renderer's own, and the compression's. */
async function paint(renderer: Renderer, scene: Scene, level: number): Promise<Uint8Array> {
  const { width, height } = scene;
  const pixels = await renderer.render(rootOf(scene), { width, height, format: "raw" });
  return encode(scene, pixels, level);
}

function rootOf({ width, height, background, shapes }: Scene): Node {
  const style = {
    position: "relative",
    display: "flex",
    width,
    height,
    backgroundColor: background,
  } as const;
  return { type: "container", style: { ...style, fontFamily: FAMILY }, children: shapes.map(nodeOf) };
}

const at = ({ x, y, w, h }: Shape) =>
  ({ position: "absolute", left: x, top: y, width: w, height: h, boxSizing: "border-box" }) as const;

function nodeOf(shape: Shape): Node {
  switch (shape.kind) {
    case "rect":
      return rectNode(shape);
    case "line":
      return { type: "container", style: { ...at(shape), backgroundColor: shape.colour } };
    case "text":
      return textNodeOf(shape);
    case "mark":
      return markNode(shape);
  }
}

function rectNode(shape: Rect): Node {
  const { stroke } = shape;
  const border = stroke && {
    borderWidth: stroke.width,
    borderColor: stroke.colour,
    borderStyle: stroke.dashed ? "dashed" : "solid",
  };
  const style = { ...at(shape), backgroundColor: shape.fill, borderRadius: shape.radius ?? 0, ...border };
  return { type: "container", style };
}

const written = (shape: Text | Mark, size: number, colour: Colour) => ({
  ...at(shape),
  fontSize: size,
  lineHeight: `${shape.h}px`,
  color: colour,
  whiteSpace: "nowrap" as const,
});

function textNodeOf(shape: Text): Node {
  if (shape.vertical === undefined) return textNode(shape);
  return shape.vertical === "stacked" ? columnNode(shape) : turnedNode(shape);
}

const textNode = (shape: Text): Node => ({
  type: "text",
  text: shape.text,
  style: {
    ...written(shape, shape.size, shape.colour),
    fontWeight: shape.bold ? 700 : 400,
    textAlign: shape.align ?? "left",
  },
});

/** A line a character; the last stands at the bottom. */
function columnNode(shape: Text): Node {
  const chars = [...shape.text];
  const pitch = Math.round(shape.size * 1.12);
  const top = shape.y + shape.h - pitch * chars.length;
  const boxes = chars.map((text, i): Text => ({
    ...shape,
    text,
    align: "center",
    y: top + i * pitch,
    h: pitch,
  }));
  return { type: "container", children: boxes.map(textNode) };
}

/** Reads upwards, and begins at the bottom of its box: a line turned about the middle of it. */
function turnedNode(shape: Text): Node {
  const flat = { x: shape.x + (shape.w - shape.h) / 2, y: shape.y + (shape.h - shape.w) / 2 };
  const line = textNode({ ...shape, ...flat, w: shape.h, h: shape.w });
  return { ...line, style: { ...line.style, transform: "rotate(-90deg)" } };
}

/** A font's hollow shapes are hair-thin: ours are two pixels strong. */
const HOLLOW: Readonly<Record<string, { size: number; style: object }>> = {
  "○": { size: 0.86, style: { borderRadius: "50%" } },
  "□": { size: 0.78, style: {} },
  "◇": { size: 0.7, style: { transform: "rotate(45deg)" } },
};

function markNode(shape: Mark): Node {
  const hollow = HOLLOW[shape.glyph];
  if (!hollow)
    return {
      type: "text",
      text: shape.glyph,
      style: { ...written(shape, shape.h, shape.colour), fontWeight: 700, textAlign: "center" },
    };
  const size = 2 * Math.round((hollow.size * shape.h) / 2) + (shape.w % 2);
  const box = {
    x: shape.x + Math.floor((shape.w - size) / 2),
    y: shape.y + Math.round((shape.h - size) / 2),
  };
  const border = { borderWidth: 2, borderColor: shape.colour, borderStyle: "solid" } as const;
  return {
    type: "container",
    style: { ...at({ ...shape, ...box, w: size, h: size }), ...border, ...hollow.style },
  };
}
