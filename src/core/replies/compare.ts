/** Two or more cities, or two or more clusters, side by side. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Fact } from "../../dataset/schema.ts";
import { claim, type Claim, type Draft } from "../compose.ts";
import { MEASURE_NAMES, TIER_NAMES } from "../facts.ts";
import { findFigures } from "../figures.ts";
import { type Frame, inScope } from "../frame.ts";
import { cell, labels, ordered, rolesInCluster } from "../roles.ts";
import { keyFigures } from "./overview.ts";

const join = (items: readonly string[]): string => items.join("、");

/** One row a cluster where any of the cities has a role given by the province. */
export function compareCities(dataset: Dataset, frame: Frame, cities: readonly string[]): Draft {
  const facts: Fact[] = [];
  const clusters: string[] = [];
  const rows = scopeClusters(dataset, frame).flatMap((cluster) => {
    const cells = cities.map((city) => cell(dataset, cluster, city, frame.documents).province);
    if (cells.every((c) => c.length === 0)) return [];
    facts.push(...cells.flat());
    clusters.push(cluster);
    return [[cluster, ...cells.map((c) => strongest(c) ?? NOT_MENTIONED)]];
  });
  if (rows.length === 0) return nothing(frame, cities);
  if (cities.length > MOST_COLUMNS) return wide(frame, cities, rows, facts, clusters);
  return {
    outcome: "answer",
    title: {
      text: `${join(cities)}在省级文件里的角色（${rows.length} 个集群至少点到其中一个）：`,
      facts: [],
    },
    blocks: [
      { kind: "table", head: ["集群", ...cities], rows, facts },
      { kind: "note", text: "“文件未提及”只表示我们手上的文件没有写，不等于没有布局。" },
    ],
    clusters,
    cities,
    next: cities.slice(0, 3).map((city) => `/city ${city}`),
    picture: { kind: "compare-cities", cities: [...cities] },
  };
}

/** More columns than this no chat can show. */
const MOST_COLUMNS = 4;

/** A line a cluster instead of a column a city. */
function wide(
  frame: Frame,
  cities: readonly string[],
  rows: readonly string[][],
  facts: readonly Fact[],
  clusters: readonly string[],
): Draft {
  const items = rows.map(([cluster = "", ...cells]): Claim => {
    const named = cities.filter((_, i) => cells[i] !== NOT_MENTIONED);
    const own = facts.filter((f) => f.clusters.includes(cluster) && f.cities.some((c) => named.includes(c)));
    return { text: `${cluster}：${join(named)}`, facts: own.slice(0, 3) };
  });
  return {
    outcome: "answer",
    title: {
      text: `省级文件点到${frame.set ?? join(cities)}的集群有 ${rows.length} 个，各点名的城市：`,
      facts: [],
    },
    blocks: [{ kind: "facts", items }],
    clusters,
    cities,
    next: cities.slice(0, 3).map((city) => `/city ${city}`),
  };
}

const NOT_MENTIONED = "文件未提及";

/** A table has room for one word: the strongest for the whole cluster, else for a part of it. */
const strongest = (facts: readonly Fact[]): string | undefined =>
  labels(facts.filter((f) => f.role?.part === undefined))[0] ?? labels(facts)[0];

function scopeClusters(dataset: Dataset, frame: Frame): string[] {
  const all = dataset.clusters.filter((c) => inScope(frame, c));
  return frame.clusters.length > 0 ? frame.clusters : all.map((c) => c.id);
}

const nothing = (frame: Frame, cities: readonly string[]): Draft => ({
  outcome: "unknown",
  title: {
    text: `我们手上的省级文件没有给${join(cities)}${frame.clusters.length > 0 ? `在${join(frame.clusters)}集群` : ""}的角色。`,
    facts: [],
  },
  clusters: frame.clusters,
  cities,
  next: cities.slice(0, 3).map((city) => `/city ${city}`),
});

/** The same few lines for each cluster: class, core cities, figures. Figures of different kinds are not ranked. */
export function compareClusters(dataset: Dataset, frame: Frame): Draft {
  const { clusters } = frame;
  const items = clusters.flatMap((cluster) => linesFor(dataset, frame, cluster));
  return {
    outcome: "answer",
    title: { text: `${join(clusters)}的对照：`, facts: classFacts(dataset, clusters) },
    blocks: [
      { kind: "facts", items },
      { kind: "note", text: "各集群的统计口径不同（营收、规模、产值），这里并列，不排名次。" },
    ],
    clusters,
    next: clusters.slice(0, 3).map((c) => `/cluster ${c}`),
    ...(clusters.length <= MOST_COLUMNS && { picture: { kind: "compare-clusters", clusters } }),
  };
}

function linesFor(dataset: Dataset, frame: Frame, cluster: string): Claim[] {
  const core = rolesInCluster(dataset, cluster).province.filter((f) => f.role?.tier === "core");
  const cities = ordered(
    core.flatMap((f) => f.cities),
    dataset.cities,
  );
  const kind = dataset.cluster.get(cluster)?.class ?? "";
  const none = `文件没有点名${TIER_NAMES.core}城市`;
  const head: Claim = {
    text: `${cluster}（${kind}）：${cities.length > 0 ? `核心 ${join(cities)}` : none}`,
    facts: core,
  };
  const figures = figuresFor(dataset, frame, cluster);
  return [head, ...(figures.length > 0 ? figures.map(claim) : [missing(frame, cluster)])];
}

function figuresFor(dataset: Dataset, frame: Frame, cluster: string): Fact[] {
  const asked = frame.measures.length > 0 || frame.statuses.length > 0 || frame.years.length > 0;
  if (!asked) return keyFigures(dataset, cluster).slice(0, 2);
  const found = findFigures(dataset, { ...frame, clusters: [cluster] });
  return found.slice(0, 1).map((f) => f.fact);
}

const missing = (frame: Frame, cluster: string): Claim => ({
  text: `${cluster}：文件没有写${frame.measures.map((m) => MEASURE_NAMES[m]).join("、") || "这项数字"}`,
  facts: [],
});

function classFacts(dataset: Dataset, clusters: readonly string[]): Fact[] {
  const classes = new Set(clusters.map((c) => dataset.cluster.get(c)?.class ?? ""));
  return [...classes].flatMap((g) =>
    (dataset.factsOfGroup.get(g) ?? []).filter((f) => f.topics.includes("membership")),
  );
}
