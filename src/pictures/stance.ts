/** What the documents say of one city in one cluster, cut down to what fits on a tile. */
import { type Giver, GIVERS, type Relations, type RoleRow, strongest, TIERS } from "../core/ask/relations.ts";
import type { Dataset } from "../dataset/dataset.ts";
import type { Fact, Tier } from "../dataset/schema.ts";
import {
  BLANK,
  INK,
  MUTED,
  OWN_SWATCHES,
  PANEL,
  PART_SWATCH,
  type Swatch,
  TIER_SWATCHES,
} from "./palette.ts";
import type { Colour } from "./scene.ts";
import type { Words } from "./words.ts";

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
  /** The source's own word, and the part it is about. */
  label: string;
  part: string | undefined;
  /** The sources disagree, or what it means needs a word. */
  disputed: boolean;
}

/** @returns the strongest that is said, the province before all others; undefined where the documents do not mention it. */
export function stanceOf(relations: Relations, cluster: string, city: string): Stance | undefined {
  const rows = (relations.rolesOfCluster.get(cluster) ?? []).filter((r) => r.city === city);
  const row = strongest(relations, cluster, city) ?? firstOf(rows);
  if (!row) return undefined;
  return {
    kind: row.giver,
    tier: row.tier,
    fact: row.fact,
    partial: row.part !== undefined,
    sub: row.sub,
    label: row.label,
    part: row.part,
    disputed: isDisputed(relations.dataset, row.fact, city),
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

/** Named by the province for the cluster, in whole or in part: what answers count. */
export const isNamed = (stance: Stance | undefined): stance is Stance =>
  stance?.kind === "province" && !stance.sub;

export const swatchOf = ({ kind, tier }: Stance): Swatch =>
  kind === "province" ? TIER_SWATCHES[tier] : OWN_SWATCHES[kind];

/** The word for a tile. */
export const wordOf = ({ role, own }: Words, { kind, tier }: Stance): string =>
  kind === "province" ? role[tier] : own[kind];

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
  if (stance.kind !== "province") return [stance.kind];
  return stance.partial ? [stance.tier, "part"] : [stance.tier];
}

export interface LegendEntry {
  key: string;
  text: string;
  swatch?: Swatch;
}

const GIVEN = TIERS.filter((tier) => tier !== "city" && tier !== "news");

/** Every entry there can be, in the order they are shown. */
const legend = ({ tiers, ownLong, partLong, blank }: Words): LegendEntry[] => [
  ...GIVEN.map((tier) => ({ key: tier, text: tiers[tier], swatch: TIER_SWATCHES[tier] })),
  { key: "part", text: partLong, swatch: PART_SWATCH },
  ...(["city", "report", "draft"] as const).map((kind) => ({
    key: kind,
    text: ownLong[kind],
    swatch: OWN_SWATCHES[kind],
  })),
  { key: "none", text: blank },
];

/** The entries in use, no other. */
export function legendOf(words: Words, stances: readonly (Stance | undefined)[]): LegendEntry[] {
  const used = new Set(stances.flatMap(legendKeys));
  return legend(words).filter(({ key }) => used.has(key));
}
