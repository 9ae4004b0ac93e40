/** Answers asked for as a picture: the same facts in words, for whoever cannot see it. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Cluster, ClusterClass, Fact } from "../../dataset/schema.ts";
import { claim, type Claim, type Draft, type DraftBlock } from "../compose.ts";
import { emptyFrame, type Frame, theClass } from "../frame.ts";
import { groups, rolesInCluster } from "../roles.ts";
import { citiesReply } from "./cities.ts";
import { cityOverview, keyFigures } from "./overview.ts";

/** /map 半导体: the cities of a cluster; /map 深圳: the city at a glance. */
export function mapReply(dataset: Dataset, { clusters, cities }: Frame): Draft | undefined {
  const [cluster] = clusters;
  const [city] = cities;
  if (cluster !== undefined) return citiesReply(dataset, { ...emptyFrame(), clusters: [cluster] }, cluster);
  return city === undefined ? undefined : cityOverview(dataset, city);
}

const CLASSES: readonly ClusterClass[] = ["支柱", "新兴"];

/** /matrix: every cluster with the cities the province names, a line a cluster. */
export function matrixReply(dataset: Dataset): Draft {
  const lines = dataset.clusters.map((cluster) => ({ cluster, claim: rolesLine(dataset, cluster) }));
  return {
    outcome: "answer",
    title: { text: "20 个集群 × 21 个市：省级文件给的角色。", facts: [] },
    blocks: [
      ...CLASSES.map((kind): DraftBlock => ({
        kind: "facts",
        heading: `十大${kind}集群`,
        items: lines.filter(({ cluster }) => cluster.class === kind).map((line) => line.claim),
      })),
      { kind: "note", text: "没有列出的城市，只表示我们手上的省级文件没有写，不等于没有布局。" },
    ],
    clusters: dataset.clusters.map(({ id }) => id),
    next: ["/map 半导体", "/map 深圳", "/figures 支柱"],
    picture: { kind: "matrix" },
  };
}

function rolesLine(dataset: Dataset, { id }: Cluster): Claim {
  const lines = groups(dataset, rolesInCluster(dataset, id).province, (f) => f.cities, dataset.cities);
  if (lines.length === 0) return { text: `${id}：省级文件没有点名城市`, facts: [] };
  const byLabel = new Map<string, string[]>();
  for (const { label, members } of lines)
    byLabel.set(label, [...new Set([...(byLabel.get(label) ?? []), ...members])]);
  const said = [...byLabel].map(([label, members]) => `${label} ${members.join("、")}`);
  return { text: `${id}：${said.join("；")}`, facts: lines.flatMap((line) => line.facts) };
}

/** /figures 支柱: start, target and latest result of each cluster, where documented. */
export function figuresTable(dataset: Dataset, frame: Frame): Draft {
  const scope = theClass(frame) ?? "支柱";
  const other = scope === "支柱" ? "新兴" : "支柱";
  const clusters = dataset.clusters.filter((cluster) => cluster.class === scope);
  return {
    outcome: "answer",
    title: { text: `十大${scope}集群的起点、目标和最新实绩；口径不同的不能直接比。`, facts: [] },
    blocks: clusters.map(({ id }) => figuresBlock(id, keyFigures(dataset, id))),
    clusters: clusters.map(({ id }) => id),
    next: [`/figures ${other}`, `${scope}集群的目标`, "/matrix"],
    picture: { kind: "figures", scope },
  };
}

const figuresBlock = (id: string, facts: readonly Fact[]): DraftBlock =>
  facts.length === 0
    ? { kind: "text", text: `${id}：文件没有写` }
    : { kind: "facts", heading: id, items: facts.map(claim) };
