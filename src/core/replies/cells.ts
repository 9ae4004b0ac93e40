/** Many cells at once: a set of cities in a cluster, or one role across the clusters. */
import type { Dataset } from "../../dataset/dataset.ts";
import { type Claim, type Draft, type DraftBlock } from "../compose.ts";
import { TIER_NAMES } from "../facts.ts";
import { type Frame, has, inScope } from "../frame.ts";
import { cell, labels, ordered, rolesInCluster } from "../roles.ts";
import { onlyTitle } from "./cell.ts";
import { join, matchesTier } from "./lines.ts";

/** 粤西在绿色石化: one line a city, silent cities named together. */
export function cellsReply(
  dataset: Dataset,
  frame: Frame,
  clusters: readonly string[],
  cities: readonly string[],
): Draft {
  const [only] = clusters;
  if (has(frame, "yesno") && has(frame, "only") && only !== undefined && clusters.length === 1)
    return onlyReply(dataset, frame, only, cities);
  const items: Claim[] = [];
  const silent: string[] = [];
  for (const city of cities) {
    for (const cluster of clusters) {
      const name = clusters.length > 1 ? `${city} · ${cluster}` : city;
      const { province } = cell(dataset, cluster, city, frame.documents);
      const fitting = province.filter((f) => matchesTier(f, frame.tiers));
      if (fitting.length > 0) items.push({ text: `${name}：${join(labels(fitting))}`, facts: fitting });
      else silent.push(name);
    }
  }
  const tier = frame.tiers[0] ? TIER_NAMES[frame.tiers[0]] : "角色";
  const subject = `${frame.set ?? join(cities)}在${join(clusters)}集群的${tier}`;
  const yes = cellsVerdict(frame, items.length, silent.length);
  const none = `${yes}我们手上的省级文件没有给${subject}。`;
  const gap: DraftBlock[] =
    silent.length > 0 && items.length > 0
      ? [{ kind: "note", text: `省级文件没有写${tier === "角色" ? "" : `作为${tier}的`}：${join(silent)}。` }]
      : [];
  return {
    outcome: items.length > 0 ? "answer" : "unknown",
    title: { text: items.length > 0 ? `${yes}${subject}（省级文件）：` : none, facts: [] },
    blocks: items.length > 0 ? [{ kind: "facts", items }, ...gap] : [],
    clusters,
    cities,
    next: clusters.slice(0, 2).map((c) => `/cluster ${c}`),
  };
}

/** 核心是不是只有广深: the asked cities against all that are named. */
function onlyReply(dataset: Dataset, frame: Frame, cluster: string, cities: readonly string[]): Draft {
  const title = onlyTitle(dataset, frame, cluster, cities, []);
  return {
    outcome: title.facts.length > 0 ? "answer" : "unknown",
    title,
    clusters: [cluster],
    cities,
    next: [`${cluster}有哪些核心城市`],
  };
}

function cellsVerdict(frame: Frame, found: number, silent: number): string {
  if (!has(frame, "yesno")) return "";
  if (found === 0) return "文件没有这样说：";
  if (silent > 0) return frame.negated ? "文件没有这样说：" : "不是都有：";
  return frame.negated ? "不是：" : "是：";
}

/** 支柱集群的核心城市: one line a cluster. */
export function tierAcrossReply(dataset: Dataset, frame: Frame): Draft {
  const tier = frame.tiers[0] ?? "core";
  const items = dataset.clusters
    .filter((c) => inScope(frame, c))
    .flatMap(({ id }): Claim[] => {
      const facts = rolesInCluster(dataset, id, frame.documents).province.filter(
        (f) => f.role?.tier === tier,
      );
      const cities = ordered(
        facts.flatMap((f) => f.cities),
        dataset.cities,
      );
      return cities.length > 0 ? [{ text: `${id}：${join(cities)}`, facts }] : [];
    });
  return {
    outcome: items.length > 0 ? "answer" : "unknown",
    title: { text: `各集群在省级文件里点名的${TIER_NAMES[tier]}城市：`, facts: [] },
    blocks: [{ kind: "facts", items }],
    clusters: dataset.clusters.filter((c) => items.some((i) => i.text.startsWith(c.id))).map((c) => c.id),
    next: ["/city 深圳", "/city 广州", "/list 支柱"],
  };
}
