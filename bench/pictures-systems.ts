/**
 * What draws in bench/pictures.ts: ours, and two peers that draw the same map from the same scene (21 tiles, the same
 * texts at the same places, the same fonts).
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { EChartsCoreOption } from "echarts";
import type satori from "satori";
import { buildRelations } from "../src/core/ask/relations.ts";
import type { Locale, Picture } from "../src/core/types.ts";
import { loadDataset } from "../src/dataset/load.ts";
import { sceneOf, staticPictures } from "../src/pictures/catalog.ts";
import { createPictures } from "../src/pictures/pictures.ts";
import { createDraw, QUICK } from "../src/pictures/render.ts";
import type { Rect, Scene, Shape } from "../src/pictures/scene.ts";
import { openStudio } from "../src/pictures/studio.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const FONTS = here("../assets/font");
const FILES = ["NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf"].map((file) => `${FONTS}/${file}`);
export const dataset = loadDataset(here("../data"));

/** Draws the `i`-th picture. */
type System = (i: number) => Promise<Uint8Array>;

/** Pairs nobody has asked for yet: clusters and cities in turns. */
function pair(i: number): Picture {
  const ids = (i % 2 === 0 ? dataset.clusters : dataset.cities).map((one) => one.id);
  const n = Math.floor(i / 2);
  const first = n % ids.length;
  const second = (first + 1 + (Math.floor(n / ids.length) % (ids.length - 1))) % ids.length;
  const both = [ids[first] ?? "", ids[second] ?? ""];
  return i % 2 === 0
    ? { kind: "compare-clusters", clusters: both }
    : { kind: "compare-cities", cities: both };
}

/** Any picture, in any language: nobody has asked for it in the same instance. */
interface Asked {
  picture: Picture;
  locale: Locale;
}

const PAIRS: readonly Asked[] = Array.from({ length: 399 }, (_, i) => ({
  picture: pair(i),
  locale: "zh-CN",
}));

/** What is made beforehand in Simplified Chinese is drawn when asked for in the others. */
const TRANSLATED: readonly Asked[] = staticPictures(dataset).flatMap((picture) =>
  (["zh-TW", "en"] as const).map((locale) => ({ picture, locale })),
);

/** As the bot does it: dataset → scene → layout → pixels → PNG. Nothing is taken from a cache: `fresh` empties them. */
function drawn(asked: readonly Asked[]): System {
  const fresh = (): ReturnType<typeof createPictures> =>
    createPictures({
      dataset,
      folder: here("../var/none"),
      fonts: FONTS,
      onTrouble: (reason) => process.stderr.write(`${reason}\n`),
    });
  let pictures = fresh();
  return async (i) => {
    const next = asked[i % asked.length];
    if (!next) throw new Error("nothing is asked for");
    // After all of them they begin anew; a new instance has drawn none.
    if (i % asked.length === 0) pictures = fresh();
    const one = await pictures.draw(next.picture, next.locale);
    if (!one) throw new Error("not drawn");
    return one.bytes;
  };
}

const mapScene = async (): Promise<Scene> =>
  sceneOf(
    buildRelations(dataset),
    (await openStudio(FONTS)).font,
    { kind: "map", cluster: "半导体与集成电路" },
    "zh-CN",
  );

async function ours(): Promise<System> {
  const draw = await createDraw((await openStudio(FONTS)).files);
  const scene = await mapScene();
  return () => draw(scene, QUICK);
}

/** The scene as the tree satori takes. */
function tree({ width, height, background, shapes }: Scene): Parameters<typeof satori>[0] {
  const root = { position: "relative", display: "flex", width, height, backgroundColor: background };
  const children = shapes.map((shape) => ({ type: "div", key: shape.id, props: leaf(shape) }));
  return { type: "div", key: "root", props: { style: root, children } };
}

const placed = ({ x, y, w, h }: Shape): object => ({
  position: "absolute",
  display: "flex",
  left: x,
  top: y,
  width: w,
  height: h,
});

const border = ({ stroke }: Rect): object =>
  stroke ? { border: `${stroke.width}px ${stroke.dashed ? "dashed" : "solid"} ${stroke.colour}` } : {};

function leaf(shape: Shape): { style: object; children?: string } {
  if (shape.kind === "rect")
    return {
      style: {
        ...placed(shape),
        backgroundColor: shape.fill,
        borderRadius: shape.radius ?? 0,
        ...border(shape),
      },
    };
  if (shape.kind === "line") return { style: { ...placed(shape), backgroundColor: shape.colour } };
  const [text, size, bold] =
    shape.kind === "text" ? [shape.text, shape.size, shape.bold === true] : [shape.glyph, shape.h, true];
  const centred = shape.kind === "mark" || shape.align === "center";
  const words = {
    color: shape.colour,
    fontSize: size,
    fontWeight: bold ? 700 : 400,
    lineHeight: `${shape.h}px`,
  };
  return {
    style: { ...placed(shape), ...words, justifyContent: centred ? "center" : "flex-start" },
    children: text,
  };
}

async function viaSatori(): Promise<System> {
  // Each process loads what it measures, and nothing else: memory is compared too.
  const [{ default: toSvg }, { renderAsync }] = await Promise.all([
    import("satori"),
    import("@resvg/resvg-js"),
  ]);
  const [regular, bold] = FILES.map((file) => readFileSync(file));
  if (!regular || !bold) throw new Error("no fonts");
  const fonts = [
    { name: "Noto Sans SC", data: regular, weight: 400 as const, style: "normal" as const },
    { name: "Noto Sans SC", data: bold, weight: 700 as const, style: "normal" as const },
  ];
  const scene = await mapScene();
  const { width, height } = scene;
  // Satori writes glyphs as outlines: resvg needs no font.
  return async () =>
    (
      await renderAsync(await toSvg(tree(scene), { width, height, fonts }), {
        font: { loadSystemFonts: false },
      })
    ).asPng();
}

/** The scene as graphic elements of a chart without series. */
function element(shape: Shape): object {
  const { x, y, w: width, h: height } = shape;
  if (shape.kind === "rect" || shape.kind === "line") {
    const stroke = shape.kind === "rect" ? shape.stroke : undefined;
    const fill = shape.kind === "rect" ? shape.fill : shape.colour;
    const lined = stroke
      ? { stroke: stroke.colour, lineWidth: stroke.width, ...(stroke.dashed ? { lineDash: [6, 4] } : {}) }
      : {};
    const r = shape.kind === "rect" ? (shape.radius ?? 0) : 0;
    return { type: "rect", shape: { x, y, width, height, r }, style: { fill, ...lined } };
  }
  const [text, size, bold] =
    shape.kind === "text" ? [shape.text, shape.size, shape.bold === true] : [shape.glyph, shape.h, true];
  const centred = shape.kind === "mark" || shape.align === "center";
  const at = { x: centred ? x + width / 2 : x, y: y + height / 2, align: centred ? "center" : "left" };
  const font = { fontSize: size, fontWeight: bold ? "bold" : "normal", fontFamily: "Noto Sans SC" };
  return { type: "text", style: { text, fill: shape.colour, ...font, verticalAlign: "middle", ...at } };
}

async function viaEcharts(): Promise<System> {
  const [echarts, { renderAsync }] = await Promise.all([import("echarts"), import("@resvg/resvg-js")]);
  const scene = await mapScene();
  const { width, height, background } = scene;
  const font = { fontFiles: FILES, loadSystemFonts: false, defaultFontFamily: "Noto Sans SC" };
  return async () => {
    const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width, height });
    const graphic = scene.shapes.map(element);
    chart.setOption({ backgroundColor: background, animation: false, graphic } as EChartsCoreOption);
    const svg = chart.renderToSVGString();
    chart.dispose();
    return (await renderAsync(svg, { font })).asPng();
  };
}

export const SYSTEMS: Readonly<Record<string, { what: string; open: () => Promise<System> }>> = {
  comparisons: { what: "yuequn, comparisons of two", open: async () => drawn(PAIRS) },
  translated: { what: "yuequn, all others in zh-TW and en", open: async () => drawn(TRANSLATED) },
  ours: { what: "yuequn, the map", open: ours },
  satori: { what: "satori + resvg, the map", open: viaSatori },
  echarts: { what: "ECharts (SVG) + resvg, the map", open: viaEcharts },
};
