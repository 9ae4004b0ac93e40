/** `npm run pictures`: makes every picture there can be beforehand, keeps those that are current, removes the rest. */
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buildRelations } from "../core/ask/relations.ts";
import type { Locale } from "../core/types.ts";
import type { Dataset } from "../dataset/dataset.ts";
import { sceneOf, staticPictures } from "./catalog.ts";
import { MOST_BYTES } from "./png.ts";
import { createDraw, type Draw, PATIENT } from "./render.ts";
import { fileName, type Scene } from "./scene.ts";
import { missingGlyphs, openStudio, type Studio } from "./studio.ts";

/** Made beforehand in this language: nearly all who ask, ask in it, and the others are drawn when asked for. */
const BEFOREHAND: Locale = "zh-CN";

/** What a name stands for, for everything that is made beforehand. */
export function staticScenes(dataset: Dataset, { font, versions }: Studio): Map<string, Scene> {
  const relations = buildRelations(dataset);
  const scenes = staticPictures(dataset).map((picture) => sceneOf(relations, font, picture, BEFOREHAND));
  return new Map(scenes.map((scene) => [fileName(scene, versions), scene]));
}

export interface BuildOptions {
  dataset: Dataset;
  folder: string;
  fonts: string;
  /** Progress, a line at a time. */
  say: (line: string) => void;
}

export interface Built {
  made: number;
  kept: number;
  removed: number;
}

/**
 * Makes the folder hold exactly the current pictures.
 * @throws Error naming every string with a glyph the font lacks; where the renderer is missing; where one is too heavy.
 */
export async function buildPictures({ dataset, folder, fonts, say }: BuildOptions): Promise<Built> {
  const studio = await openStudio(fonts);
  const scenes = staticScenes(dataset, studio);
  gate(studio, [...scenes.values()]);
  await mkdir(folder, { recursive: true });
  const there = await readdir(folder);
  const stale = there.filter((name) => !scenes.has(name));
  const missing = [...scenes].filter(([name]) => !there.includes(name));
  // First: half a picture of a build that was stopped has the name a new one is written under.
  for (const name of stale) await rm(join(folder, name), { recursive: true });
  if (missing.length > 0) await make(missing, folder, studio, say);
  return { made: missing.length, kept: scenes.size - missing.length, removed: stale.length };
}

/** The glyph gate: nothing is drawn while anything cannot be. */
export function gate({ font }: Studio, scenes: readonly Scene[]): void {
  const missing = scenes.flatMap((scene) => missingGlyphs(font, scene));
  if (missing.length > 0)
    throw new Error(`The font lacks glyphs; run npm run font.\n${[...new Set(missing)].join("\n")}`);
}

async function make(
  scenes: readonly [string, Scene][],
  folder: string,
  studio: Studio,
  say: (line: string) => void,
): Promise<void> {
  const draw = await createDraw(studio.files);
  for (const [i, [name, scene]] of scenes.entries()) {
    const bytes = await makeOne(draw, scene, join(folder, name));
    say(`${i + 1}/${scenes.length} ${name} ${(bytes / 1024).toFixed(0)} KB`);
  }
}

/** Written in one step: a build that is stopped leaves whole pictures. */
export async function makeOne(draw: Draw, scene: Scene, path: string): Promise<number> {
  const bytes = await draw(scene, PATIENT);
  if (bytes.length > MOST_BYTES)
    throw new Error(`${scene.slug} weighs ${bytes.length} bytes, more than ${MOST_BYTES}: it says too much.`);
  await writeFile(`${path}.new`, bytes);
  await rename(`${path}.new`, path);
  return bytes.length;
}
