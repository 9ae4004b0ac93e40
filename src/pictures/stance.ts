/** What the documents say of one city in one cluster, cut down to what fits on a tile. */
import { ROLE_KINDS, roleKind, type RoleKind, TIER_NAMES, TIER_ORDER } from "../core/facts.ts";
import { cell, labels } from "../core/roles.ts";
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
  kind: RoleKind;
  tier: Tier;
  /** The fact it rests on. */
  fact: Fact;
  /** Said of a part of the cluster only, or of an industry within it: never drawn like a role for the whole. */
  partial: boolean;
  /** The source's words: 核心（食品工业）. */
  label: string;
  /** The sources disagree, or what it means needs a word. */
  disputed: boolean;
  /** Others who say something too, weaker. */
  also: Exclude<RoleKind, "province">[];
}

/** @returns the strongest that is said, the province before all others; undefined where the documents do not mention it. */
export function stanceOf(dataset: Dataset, cluster: string, city: string): Stance | undefined {
  const said = cell(dataset, cluster, city);
  const kinds = ROLE_KINDS.filter((kind) => said[kind].length > 0);
  const [kind, ...rest] = kinds;
  const fact = kind && strongest(said[kind]);
  if (!kind || !fact?.role) return undefined;
  return {
    kind,
    tier: fact.role.tier,
    fact,
    partial: fact.role.part !== undefined,
    label: labels([fact])[0] ?? fact.role.label,
    disputed: isDisputed(dataset, fact, city),
    also: rest.filter((other) => other !== "province"),
  };
}

/** The rule of the answers: a role for the whole cluster before one for a part of it. */
const strongest = (facts: readonly Fact[]): Fact | undefined =>
  facts.find((f) => f.role?.part === undefined) ?? facts[0];

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

const TIERS = TIER_ORDER.filter((tier) => tier !== "city" && tier !== "news");

/** Every entry there can be, in the order they are shown. */
const LEGEND: readonly LegendEntry[] = [
  ...TIERS.map((tier) => ({ key: tier, text: TIER_NAMES[tier], swatch: TIER_SWATCHES[tier] })),
  { key: "part", text: "粗边框：只指集群的一部分", swatch: PART_SWATCH },
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

/** Whether a fact counts as given by the province. */
export const isProvincial = (dataset: Dataset, fact: Fact): boolean => roleKind(dataset, fact) === "province";
