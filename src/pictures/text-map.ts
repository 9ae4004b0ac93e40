/** The map and the matrix as text, for a terminal: the same cells from the same look-ups. */
import { buildRelations, type Relations, TIERS } from "../core/ask/relations.ts";
import type { Picture } from "../core/types.ts";
import type { Dataset } from "../dataset/dataset.ts";
import type { Colour } from "./scene.ts";
import { stancesIn } from "./scenes/map.ts";
import { KIND_SWATCHES, TIER_SWATCHES } from "./palette.ts";
import { legendOf, lookOf, type Stance, stanceOf, swatchOf } from "./stance.ts";
import { TILE_COLUMNS, TILE_ROWS, TILES } from "./tiles.ts";

/**
 * @param colour whether the terminal shows colours; without, the role's first character tells it.
 * @returns undefined for pictures that are no grid: their answer says it in text.
 */
export type TextMap = (picture: Picture, colour: boolean) => string | undefined;

export function createTextMap(dataset: Dataset): TextMap {
  const relations = buildRelations(dataset);
  return (picture, colour) => {
    if (picture.kind === "map") return mapText(relations, picture.cluster, colour);
    return picture.kind === "matrix" ? matrixText(relations, colour) : undefined;
  };
}

/** Full width, so that it takes as much room as a character. */
const SPACE = "　";

/** 核 for 核心; 规, 报, 稿 for what the province did not give. */
const initial = (stance: Stance): string => [...swatchOf(stance).word][0] ?? SPACE;

const isPart = (stance: Stance): boolean => stance.partial && stance.kind === "province";

/** One narrow character for a narrow cell. */
const remark = (stance: Stance): string =>
  isPart(stance) ? (stance.disputed ? "!" : "~") : stance.disputed ? "*" : " ";

const cellText = (stance: Stance | undefined): string =>
  stance ? initial(stance) + remark(stance) : `${SPACE} `;

const channels = (colour: Colour): string => {
  const value = Number.parseInt(colour.slice(1), 16);
  return `${(value >> 16) & 255};${(value >> 8) & 255};${value & 255}`;
};

/** A block in the colours of the picture. */
function block(text: string, stance: Stance | undefined, colour: boolean): string {
  if (!colour) return text;
  const { fill, ink } = lookOf(stance, 1);
  return `\u001b[48;2;${channels(fill)};38;2;${channels(ink)}m${text}\u001b[0m`;
}

function mapText(relations: Relations, cluster: string, colour: boolean): string {
  const stances = stancesIn(relations, cluster);
  const rows = Array.from({ length: TILE_ROWS }, (_, row) =>
    Array.from({ length: TILE_COLUMNS }, (__, column) => {
      const city = TILES.find((t) => t.row === row && t.column === column)?.city;
      if (city === undefined) return SPACE.repeat(3) + " ";
      const stance = stances.get(city);
      return block(`${city}${cellText(stance)}`, stance, colour);
    })
      .join(" ")
      .trimEnd(),
  );
  return [cluster, ...rows, legendLine([...stances.values()])].join("\n");
}

function matrixText(relations: Relations, colour: boolean): string {
  const { dataset } = relations;
  const all: (Stance | undefined)[] = [];
  const head = `${SPACE.repeat(2)} ${dataset.clusters.map((_, i) => String(i + 1).padStart(2)).join(" ")}`;
  const rows = dataset.cities.map(({ id }) => {
    const stances = dataset.clusters.map((cluster) => stanceOf(relations, cluster.id, id));
    all.push(...stances);
    return `${id} ${stances
      .map((s) => block(cellText(s), s, colour))
      .join("")
      .trimEnd()}`;
  });
  const names = dataset.clusters.map(({ id }, i) => `${i + 1} ${id}`).join("、");
  return [head, ...rows, names, legendLine(all)].join("\n");
}

/** 核＝核心, ~＝只指集群的一部分, 空＝文件未提及: what is in use, nothing else. */
function legendLine(stances: readonly (Stance | undefined)[]): string {
  const entries = legendOf(stances.map((s) => (s ? { ...s, also: [] } : s))).flatMap(({ key, text }) => {
    if (key === "none") return ["空＝文件未提及，不等于没有布局"];
    if (key === "part") return ["~＝只指集群的一部分或子行业"];
    return [`${[...wordOf(key)][0] ?? ""}＝${text}`];
  });
  const remarks = new Set(stances.flatMap((s) => (s ? [remark(s)] : [])));
  const doubts = [
    ...(remarks.has("*") ? ["*＝说法不一"] : []),
    ...(remarks.has("!") ? ["!＝只指一部分或子行业，且说法不一"] : []),
  ];
  return [...entries, ...doubts].join(SPACE);
}

function wordOf(key: string): string {
  const tier = TIERS.find((one) => one === key);
  if (key === "city" || key === "report" || key === "draft") return KIND_SWATCHES[key].word;
  return tier ? TIER_SWATCHES[tier].word : "";
}
