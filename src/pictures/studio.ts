/** What drawing needs and is read once: the fonts, what they cover, and the versions a picture's name stands for. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Font, readFace, uncovered } from "./font.ts";
import { type FontFiles, rendererVersion } from "./render.ts";
import { type Scene, strings } from "./scene.ts";

export interface Studio {
  font: Font;
  files: FontFiles;
  /** Another renderer or font makes another picture, so it belongs to the name. */
  versions: string;
}

/**
 * Fingerprint of `render.ts`, `png.ts` and `colours.ts`: how shapes become pixels belongs to a picture as much as what is drawn, or
 * one made by older code would pass for current. A test computes it anew and tells the value to put here.
 */
export const DRAWN_BY = "32f69919";

/** @param fonts the folder `assets/font`. */
export async function openStudio(fonts: string): Promise<Studio> {
  // One after the other: where both are missing, the reason is always the same.
  const regular = await readFile(join(fonts, "NotoSansSC-Regular.ttf"));
  const bold = await readFile(join(fonts, "NotoSansSC-Bold.ttf"));
  const hash = createHash("sha256").update(regular).update(bold).digest("hex").slice(0, 16);
  return {
    font: { regular: readFace(regular), bold: readFace(bold) },
    files: { regular, bold },
    versions: `${await rendererVersion()} ${hash} ${DRAWN_BY}`,
  };
}

/** Every string of a scene with a glyph the font does not have: it would be left out without a word. */
export function missingGlyphs(font: Font, scene: Scene): string[] {
  return strings(scene).flatMap(({ text, bold }) => {
    const missing = uncovered(font, text, bold);
    return missing.length > 0 ? [`${scene.slug}: “${text}” needs ${missing.map(named).join(", ")}`] : [];
  });
}

const named = (char: string): string =>
  `“${char}” (U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")})`;
