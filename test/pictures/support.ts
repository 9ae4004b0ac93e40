/** What the tests of the pictures share: the real dataset, the shipped fonts, and a reader of what was drawn. */
import { fileURLToPath } from "node:url";
import { PNG } from "pngjs";
import { buildRelations } from "../../src/core/ask/relations.ts";
import { type Locale, LOCALES, type Picture } from "../../src/core/types.ts";
import { loadDataset } from "../../src/dataset/load.ts";
import { sceneOf, staticPictures } from "../../src/pictures/catalog.ts";
import type { Colour, Rect, Scene, Shape, Text } from "../../src/pictures/scene.ts";
import { openStudio } from "../../src/pictures/studio.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export const DATA = here("../../data");
export const FONTS = here("../../assets/font");
export const FOLDER = here("../../pictures");
export const DOCS = here("../../docs");

export const dataset = loadDataset(DATA);
export const relations = buildRelations(dataset);
export const studio = await openStudio(FONTS);

/** In Simplified Chinese, where no other language is wanted. */
export const scene = (picture: Picture, locale: Locale = "zh-CN"): Scene =>
  sceneOf(relations, studio.font, picture, locale);

/** Every picture made beforehand, by its slug. */
export const scenes: readonly Scene[] = staticPictures(dataset).map((picture) => scene(picture));

export const COMPARED: readonly Picture[] = [
  { kind: "compare-clusters", clusters: ["半导体与集成电路", "智能家电"] },
  { kind: "compare-clusters", clusters: ["先进材料", "新能源", "现代农业与食品", "生物医药与健康"] },
  { kind: "compare-cities", cities: ["广州", "深圳"] },
  { kind: "compare-cities", cities: ["广州", "东莞", "惠州", "中山"] },
];

/** Everything that is shown in a language: what is made beforehand, and comparisons of two and of four. */
const allIn = (locale: Locale): Scene[] =>
  [...staticPictures(dataset), ...COMPARED].map((picture) => scene(picture, locale));

/** The same in every language, each with its name. */
export const everywhere = (): (readonly [string, Scene])[] =>
  LOCALES.flatMap((locale) => allIn(locale).map((of) => [`${of.slug}.${locale}`, of] as const));

/** The shape of that id. @throws Error where there is none, or more than one. */
export function shape(of: Scene, id: string): Shape {
  const found = of.shapes.filter((s) => s.id === id);
  const [only] = found;
  if (!only || found.length > 1) throw new Error(`${of.slug} has ${found.length} shapes “${id}”`);
  return only;
}

export function rect(of: Scene, id: string): Rect {
  const found = shape(of, id);
  if (found.kind !== "rect") throw new Error(`“${id}” is no rect`);
  return found;
}

export const has = (of: Scene, id: string): boolean => of.shapes.some((s) => s.id === id);

export const texts = (of: Scene): Text[] => of.shapes.filter((s) => s.kind === "text");

/** All the words of a picture, line after line. */
export const words = (of: Scene): string =>
  texts(of)
    .map((t) => t.text)
    .join("\n");

/** The lines of one text, put together again. */
export const line = (of: Scene, id: string, between = ""): string =>
  texts(of)
    .filter((t) => t.id === id || t.id.replace(/:\d+$/, "") === id)
    .map((t) => t.text)
    .join(between);

/** The entries of a legend, without their texts and marks. */
export const legendKeys = (of: Scene): string[] =>
  of.shapes.flatMap((s) => (s.kind === "rect" && s.id.startsWith("legend:") ? [s.id.slice(7)] : []));

export const decode = (bytes: Uint8Array): PNG => PNG.sync.read(Buffer.from(bytes));

/** Pixels as numbers, to be compared with `inked`: strings would be too slow for a million of them. */
export const numbers = ({ data, width, height }: PNG): Uint32Array =>
  new Uint32Array(data.buffer, data.byteOffset, width * height);

/** A colour as `numbers` has it: alpha, blue, green, red. */
export function inked(colour: Colour): number {
  const value = Number.parseInt(colour.slice(1), 16);
  return ((0xff << 24) | ((value & 255) << 16) | (value & 0xff00) | (value >> 16)) >>> 0;
}

export function pixel(png: PNG, x: number, y: number): Colour {
  const at = 4 * (Math.round(y) * png.width + Math.round(x));
  return `#${png.data
    .subarray(at, at + 3)
    .toString("hex")
    .toUpperCase()}`;
}

/** As WCAG counts it. */
export function luminance(colour: Colour): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const share = Number.parseInt(colour.slice(i, i + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrast(a: Colour, b: Colour): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}
