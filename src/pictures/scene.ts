/** A picture as plain data: what is drawn where. Scenes are made by pure functions and drawn by `render.ts` alone. */
import { createHash } from "node:crypto";
import type { Locale } from "../core/types.ts";

/** A colour as #RRGGBB. */
export type Colour = `#${string}`;

interface Placed {
  /** Names the shape, so that a test can ask for it: `tile:深圳`, `legend:core`. */
  id: string;
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface Rect extends Placed {
  kind: "rect";
  fill: Colour;
  radius?: number;
  stroke?: { colour: Colour; width: number; dashed?: boolean };
}

/** One line of text; it fits its box, and says on which colour it stands. */
export interface Text extends Placed {
  kind: "text";
  text: string;
  size: number;
  bold?: boolean;
  align?: "left" | "center" | "right";
  /** Upwards over the whole height: one character under the other, or the line turned. */
  vertical?: "stacked" | "turned";
  colour: Colour;
  on: Colour;
}

/** A role as a shape, for those to whom colours look alike. */
export interface Mark extends Placed {
  kind: "mark";
  glyph: string;
  colour: Colour;
  on: Colour;
}

/** Horizontal or vertical, as thick as the smaller of `w` and `h`. */
export interface Line extends Placed {
  kind: "line";
  colour: Colour;
}

export type Shape = Rect | Text | Mark | Line;

export interface Scene {
  /** ASCII; the first part of the file's name. */
  slug: string;
  /** The language of its words. */
  locale: Locale;
  width: number;
  height: number;
  background: Colour;
  shapes: Shape[];
  /** The same facts as text, for those who cannot see the picture. */
  alt: string;
}

/** Every string a scene draws, to be held against the font. */
export const strings = (scene: Scene): { text: string; bold: boolean }[] =>
  scene.shapes.flatMap((shape) => {
    switch (shape.kind) {
      case "text":
        return [{ text: shape.text, bold: shape.bold ?? false }];
      case "mark":
        return [{ text: shape.glyph, bold: true }];
      case "rect":
      case "line":
        return [];
    }
  });

/** `map-semiconductors.zh-CN.1a2b3c4d5e6f.png`: other language, content, fonts or renderer, other name. */
export function fileName(scene: Scene, versions: string): string {
  const hash = createHash("sha256").update(versions).update("\0").update(JSON.stringify(scene)).digest("hex");
  return `${scene.slug}.${scene.locale}.${hash.slice(0, 12)}.png`;
}
