/**
 * Cuts assets/font/*.ttf from Noto Sans SC to what the pictures can draw: every picture there can be, in every language,
 * made with the whole font, and the tables of words. Run it (`npm run font`) when `npm run pictures` names a glyph that
 * is missing.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";
import { buildRelations } from "../src/core/ask/relations.ts";
import { LOCALES, type Picture } from "../src/core/types.ts";
import { loadDataset } from "../src/dataset/load.ts";
import { sceneOf, staticPictures } from "../src/pictures/catalog.ts";
import { type Font, readFace } from "../src/pictures/font.ts";
import { readmeScenes } from "../src/pictures/readme.ts";
import { type Scene, strings } from "../src/pictures/scene.ts";
import { toTraditional } from "../src/text/traditional.ts";

const root = new URL("../", import.meta.url);
const origin = dirname(
  createRequire(import.meta.url).resolve("@expo-google-fonts/noto-sans-sc/package.json"),
);
const WEIGHTS = { regular: "400Regular", bold: "700Bold" } as const;
const ASCII = String.fromCharCode(...Array.from({ length: 95 }, (_, i) => 32 + i));
/** Words that no picture of today happens to say, but one of other data may. */
const TABLES = ["src/pictures/words-zh.ts", "src/pictures/words-en.ts", "src/core/say/zh-names.ts"];

const wholeOf = (weight: string): Buffer => readFileSync(`${origin}/${weight}/NotoSansSC_${weight}.ttf`);

/** Every two that can be compared: what is said of more of them is said of two. */
function pairs(ids: readonly string[]): [string, string][] {
  return ids.flatMap((a, i) => ids.slice(i + 1).map((b): [string, string] => [a, b]));
}

function allScenes(font: Font): Scene[] {
  const dataset = loadDataset(fileURLToPath(new URL("data", root)));
  const relations = buildRelations(dataset);
  const idsOf = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);
  const pictures: Picture[] = [
    ...staticPictures(dataset),
    ...pairs(idsOf(dataset.clusters)).map((clusters): Picture => ({ kind: "compare-clusters", clusters })),
    ...pairs(idsOf(dataset.cities)).map((cities): Picture => ({ kind: "compare-cities", cities })),
  ];
  const scenes = LOCALES.flatMap((locale) =>
    pictures.map((picture) => sceneOf(relations, font, picture, locale)),
  );
  return [...scenes, ...readmeScenes(dataset, font).values()];
}

/** Characters a weight draws. */
function drawnIn(scenes: readonly Scene[], bold: boolean): string {
  const words = TABLES.map((file) => readFileSync(new URL(file, root), "utf8")).join("");
  const drawn = scenes.flatMap((scene) => strings(scene).filter((one) => one.bold === bold));
  const all = [ASCII, words, toTraditional(words), ...drawn.map(({ text }) => text)].join("");
  return [...new Set(all)].toSorted().join("");
}

const face = (weight: string) => readFace(wholeOf(weight));
const scenes = allScenes({ regular: face(WEIGHTS.regular), bold: face(WEIGHTS.bold) });
mkdirSync(new URL("assets/font", root), { recursive: true });
for (const weight of Object.values(WEIGHTS)) {
  const text = drawnIn(scenes, weight === WEIGHTS.bold);
  const file = `assets/font/NotoSansSC-${weight.slice(3)}.ttf`;
  const cut = await subsetFont(wholeOf(weight), text, { targetFormat: "truetype" });
  writeFileSync(new URL(file, root), cut);
  process.stdout.write(`${file}: ${[...text].length} characters, ${(cut.length / 1024).toFixed(0)} KB\n`);
}
copyFileSync(`${origin}/LICENSE_FONT`, new URL("assets/font/OFL.txt", root));
