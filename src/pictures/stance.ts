/** What the documents say of one city in one cluster, cut down to what fits on a tile. */
import { type Giver, GIVERS, type Relations, type RoleRow, strongest, TIERS } from "../core/ask/relations.ts";
import { ZH_NAMES } from "../core/say/zh-names.ts";
import { labelOf } from "../core/tell/lines.ts";
import type { Dataset } from "../dataset/dataset.ts";
import type { Fact, Tier } from "../dataset/schema.ts";
import {
  BLANK,
  INK,
  KIND_LEGENDS,
  KIND_SWATCHES,
  MUTED,
  PANEL,
  PART_SWATCH,
  type Swatch,
  TIER_SWATCHES,
} from "./palette.ts";
import type { Colour } from "./scene.ts";

export interface Stance {
  /** Who says it. */
  kind: Giver;
  tier: Tier;
  /** The fact it rests on. */
  fact: Fact;
  /** Said of a part of the cluster only, or of an industry beside it: never drawn like a role for the whole. */
  partial: boolean;
  /** Said of an industry beside the cluster: the city is not counted among those named for the cluster. */
  sub: boolean;
  /** The source's words: 核心（食品工业）. */
  label: string;
  /** The sources disagree, or what it means needs a word. */
  disputed: boolean;
  /** Others who say something too, weaker. */
  also: Exclude<Giver, "province">[];
}

/** @returns the strongest that is said, the province before all others; undefined where the documents do not mention it. */
export function stanceOf(relations: Relations, cluster: string, city: string): Stance | undefined {
  const rows = (relations.rolesOfCluster.get(cluster) ?? []).filter((r) => r.city === city);
  const row = strongest(relations, cluster, city) ?? firstOf(rows);
  if (!row) return undefined;
  const others = GIVERS.filter((g) => g !== row.giver && rows.some((r) => r.giver === g));
  return {
    kind: row.giver,
    tier: row.tier,
    fact: row.fact,
    partial: row.part !== undefined,
    sub: row.sub,
    label: labelOf(row),
    disputed: isDisputed(relations.dataset, row.fact, city),
    also: others.filter((other) => other !== "province"),
  };
}

/** Where the province gave no role in the cluster: one it gave in an industry beside it, or the strongest of others. */
function firstOf(rows: readonly RoleRow[]): RoleRow | undefined {
  const giver = GIVERS.find((g) => rows.some((r) => r.giver === g));
  return rows.find((r) => r.giver === giver);
}
/** A conflict may concern some cities of a fact only. */
export function isDisputed(dataset: Dataset, fact: Fact, city: string): boolean {
  const conflict = dataset.conflict.get(fact.conflict ?? "");
  return conflict !== undefined && (conflict.cities?.includes(city) ?? true);
}

export const swatchOf = ({ kind, tier }: Stance): Swatch =>
  kind === "province" ? TIER_SWATCHES[tier] : KIND_SWATCHES[kind];

/** How a cell is drawn. */
export interface Look {
  fill: Colour;
  ink: Colour;
  mark: Colour;
  stroke: { stroke?: { colour: Colour; width: number; dashed?: boolean } };
}

/** Filled: for the whole cluster. Outlined, `width` thick: for a part. Dashed: not given by the province. */
export function lookOf(stance: Stance | undefined, width: number): Look {
  if (!stance) return { fill: BLANK, ink: MUTED, mark: MUTED, stroke: {} };
  const { fill, ink, edge } = swatchOf(stance);
  if (stance.kind !== "province")
    return {
      fill: PANEL,
      ink: edge,
      mark: edge,
      stroke: { stroke: { colour: edge, width: 2, dashed: true } },
    };
  if (stance.partial)
    return { fill: PANEL, ink: INK, mark: edge, stroke: { stroke: { colour: edge, width } } };
  return { fill, ink, mark: ink, stroke: {} };
}

/** In a table, dashed frames would be all one sees: the hollow mark is enough. */
export const unframed = (look: Look): Look => (look.stroke.stroke?.dashed ? { ...look, stroke: {} } : look);

/** What the legend must explain of a cell: `core` … `task`, `part`, `city`, `report`, `draft`, `none`. */
export function legendKeys(stance: Stance | undefined): string[] {
  if (stance === undefined) return ["none"];
  const own = stance.kind === "province" ? stance.tier : stance.kind;
  return [own, ...(stance.partial && stance.kind === "province" ? ["part"] : []), ...stance.also];
}

export interface LegendEntry {
  key: string;
  text: string;
  swatch?: Swatch;
}

const GIVEN = TIERS.filter((tier) => tier !== "city" && tier !== "news");

/** Every entry there can be, in the order they are shown. */
const LEGEND: readonly LegendEntry[] = [
  ...GIVEN.map((tier) => ({ key: tier, text: ZH_NAMES.tiers[tier], swatch: TIER_SWATCHES[tier] })),
  { key: "part", text: "粗边框：只指集群的一部分或子行业", swatch: PART_SWATCH },
  ...(["city", "report", "draft"] as const).map((kind) => ({
    key: kind,
    text: KIND_LEGENDS[kind],
    swatch: KIND_SWATCHES[kind],
  })),
  { key: "none", text: "文件未提及（不等于没有布局）" },
];

/** The entries in use, no other. */
export function legendOf(stances: readonly (Stance | undefined)[]): LegendEntry[] {
  const used = new Set(stances.flatMap(legendKeys));
  return LEGEND.filter(({ key }) => used.has(key));
}
