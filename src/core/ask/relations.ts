/** The facts as relations: who has which role where, and which figure is whose. Built once, from checked fields alone. */
import { type Dataset, groupBy } from "../../dataset/dataset.ts";
import type { ClusterClass, Fact, Figure, Measure, Status, Tier } from "../../dataset/schema.ts";
import { Whole } from "../../dataset/word-kinds.ts";
import { type Quantity, quantity } from "../../text/units.ts";
import { createHolders, type Holders } from "./wording.ts";

/** Who gave a role or stated a figure. The first always comes first in an answer. */
export type Giver = "province" | "city" | "report" | "draft";
export const GIVERS: readonly Giver[] = ["province", "city", "report", "draft"];

/** Strongest first. */
export const TIERS: readonly Tier[] = ["core", "key", "base", "support", "listed", "task", "city", "news"];

/** One city, one cluster, one document, one role. */
export interface RoleRow {
  fact: Fact;
  cluster: string;
  city: string;
  class: ClusterClass;
  giver: Giver;
  tier: Tier;
  /** The source's own word. */
  label: string;
  stars: number | undefined;
  part: string | undefined;
  /** The part is an industry beside the cluster. */
  sub: boolean;
  /** The source's list ends in 等. */
  open: boolean;
  /** The source says how many cities its list has, and all of them are held. */
  counted: boolean;
  document: string;
  /** Year of the document, or of the source where the document is a heading; 0 where neither tells. */
  year: number;
  /** Its place among all rows, the strongest first. */
  place: number;
}

type Placeless = Omit<RoleRow, "place">;

/** One figure of one fact. */
export interface FigureRow {
  fact: Fact;
  figure: Figure;
  clusters: readonly string[];
  cities: readonly string[];
  group: Fact["group"];
  regional: boolean;
  giver: Giver;
  document: string;
  /** Documents whose mentions it counts. */
  counted: readonly string[];
  /** What a share is of. */
  wholes: readonly Whole[];
  /** Year of the document. */
  edition: number;
  measure: Measure;
  status: Status;
  /** The value in the unit's base; absent where the document says it in words. */
  amount: Quantity | undefined;
}

/** In the unit's base; nothing where the document says it in words. */
export const sizeOf = ({ amount }: FigureRow): number => amount?.value ?? 0;

export interface Relations {
  dataset: Dataset;
  roles: readonly RoleRow[];
  figures: readonly FigureRow[];
  rolesOfCluster: ReadonlyMap<string, readonly RoleRow[]>;
  rolesOfCity: ReadonlyMap<string, readonly RoleRow[]>;
  rolesOfTier: ReadonlyMap<string, readonly RoleRow[]>;
  rolesOfDocument: ReadonlyMap<string, readonly RoleRow[]>;
  figuresOfCluster: ReadonlyMap<string, readonly FigureRow[]>;
  figuresOfCity: ReadonlyMap<string, readonly FigureRow[]>;
  figuresOfMeasure: ReadonlyMap<string, readonly FigureRow[]>;
  figuresOfSeries: ReadonlyMap<string, readonly FigureRow[]>;
  /** Of a class or the whole, and no city. */
  figuresOfGroups: readonly FigureRow[];
  /** By the fact's id. */
  figuresOfFact: ReadonlyMap<string, readonly FigureRow[]>;
  /** Facts that place something in a series. */
  ordinals: readonly Fact[];
  factsOfTopic: ReadonlyMap<string, readonly Fact[]>;
  holders: Holders;
}

export function buildRelations(dataset: Dataset): Relations {
  const roles = dataset.facts
    .flatMap((fact) => roleRows(dataset, fact))
    .toSorted(byStrength)
    .map((row, place): RoleRow => ({ ...row, place }));
  const figures = dataset.facts.flatMap((fact) => figureRows(dataset, fact));
  return {
    dataset,
    roles,
    figures,
    rolesOfCluster: groupBy(roles, (r) => [r.cluster]),
    rolesOfCity: groupBy(roles, (r) => [r.city]),
    rolesOfTier: groupBy(roles, (r) => [r.tier]),
    rolesOfDocument: groupBy(roles, (r) => [r.document]),
    figuresOfCluster: groupBy(figures, (r) => r.clusters),
    figuresOfCity: groupBy(figures, (r) => r.cities),
    figuresOfMeasure: groupBy(figures, (r) => [r.measure]),
    figuresOfSeries: groupBy(figures, ({ figure: { series } }) => (series === undefined ? [] : [series])),
    figuresOfGroups: figures.filter((r) => r.cities.length === 0 && r.group !== undefined),
    figuresOfFact: groupBy(figures, (r) => [r.fact.id]),
    ordinals: dataset.facts.filter((f) => f.ordinal),
    factsOfTopic: groupBy(dataset.facts, (f) => f.topics),
    holders: createHolders(dataset.facts),
  };
}

/** A city-level cluster in a provincial plan is still the city's own, never a role the province gave. */
export function giverOf(dataset: Dataset, fact: Fact): Giver {
  const layer = dataset.document.get(fact.document)?.layer ?? "report";
  if (layer === "draft") return "draft";
  if (layer === "city" || fact.role?.tier === "city") return "city";
  return layer === "province" && fact.role?.tier !== "news" ? "province" : "report";
}

/** Year of the document, or of the source where the document is a heading for many reports. */
export function editionOf(dataset: Dataset, fact: Fact): number {
  return dataset.document.get(fact.document)?.year ?? dataset.sourceYear.get(fact.source) ?? 0;
}

/** @throws where the dataset knows no such cluster, which its check rules out. */
export function classOf(dataset: Dataset, cluster: string): ClusterClass {
  const found = dataset.cluster.get(cluster);
  if (!found) throw new Error(`no cluster is called ${cluster}; run npm run data:check`);
  return found.class;
}

function roleRows(dataset: Dataset, fact: Fact): Placeless[] {
  const { role } = fact;
  if (!role) return [];
  const shared = {
    fact,
    giver: giverOf(dataset, fact),
    tier: role.tier,
    label: role.label,
    stars: role.stars,
    part: role.part,
    sub: role.subIndustry ?? false,
    open: role.open ?? false,
    counted: role.total !== undefined,
    document: fact.document,
    year: editionOf(dataset, fact),
  };
  return fact.clusters.flatMap((cluster) =>
    fact.cities.map((city) => ({
      ...shared,
      cluster,
      city,
      class: classOf(dataset, cluster),
    })),
  );
}

const byStrength = (a: Placeless, b: Placeless): number =>
  Number(a.sub) - Number(b.sub) || TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) || b.year - a.year;

/** A figure of several clusters is of the one it names, 电子信息; of none of them where it names another thing. */
function clustersOf({ aliases }: Dataset, { clusters }: Fact, { of }: Figure): readonly string[] {
  if (clusters.length < 2 || of === undefined) return clusters;
  const named = aliases.clusters.filter((c) => [...c.names, ...c.kin, ...c.related].includes(of));
  const isDoubtful = aliases.ambiguous.some((a) => a.names.includes(of));
  return named.length === 0 && !isDoubtful
    ? clusters
    : clusters.filter((c) => named.some(({ id }) => id === c));
}

function figureRows(dataset: Dataset, fact: Fact): FigureRow[] {
  return (fact.figures ?? []).map((figure) => ({
    fact,
    figure,
    clusters: figure.clusters ?? clustersOf(dataset, fact, figure),
    cities: figure.cities ?? fact.cities,
    group: figure.clusters ? undefined : fact.group,
    regional: fact.regions !== undefined,
    giver: dataset.document.get(fact.document)?.layer ?? "report",
    document: fact.document,
    counted: countedIn(dataset, figure),
    wholes: wholesOf(dataset, figure),
    edition: editionOf(dataset, fact),
    measure: figure.measure,
    status: figure.status,
    amount: figure.value === undefined ? undefined : quantity(figure.value, figure.unit ?? ""),
  }));
}

/** 占全国工业机器人产量: what a share is of stands in what it is called. */
function wholesOf({ words }: Dataset, { measure, of = "" }: Figure): Whole[] {
  const said = of.toLowerCase().replaceAll(" ", "");
  return measure === "share"
    ? Whole.options.filter((id) => words.wholes[id].some((w) => said.includes(w)))
    : [];
}

/** 《意见》提及深圳 counts what stands in that document. */
const countedIn = (dataset: Dataset, { of, series }: Figure): string[] =>
  series !== "mentions"
    ? []
    : dataset.documents.filter((d) => of?.includes(d.called ?? d.short) === true).map((d) => d.id);

/** Ids in the dataset's order, each once. */
export const ordered = (ids: readonly string[], order: readonly { id: string }[]): string[] => {
  const wanted = new Set(ids);
  return order.filter(({ id }) => wanted.has(id)).map(({ id }) => id);
};

/** The strongest role the province gave a city in a cluster as a whole: what maps, matrix and sentences all show. */
export function strongest(relations: Relations, cluster: string, city: string): RoleRow | undefined {
  const rows = relations.rolesOfCluster.get(cluster) ?? [];
  return rows.find((r) => r.city === city && r.giver === "province" && !r.sub);
}
