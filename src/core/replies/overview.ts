/** One cluster or one city at a glance. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Fact, Status } from "../../dataset/schema.ts";
import { claim, type Claim, type Draft, type DraftBlock } from "../compose.ts";
import { KIND_HEADINGS } from "../facts.ts";
import { findFigures } from "../figures.ts";
import { emptyFrame } from "../frame.ts";
import { groups, ordered, rolesInCluster, rolesOfCity } from "../roles.ts";
import { nextForCity, nextForCluster } from "./next.ts";

const MOST_CITIES = 9;
const MOST_GROUPS = 4;

export function clusterOverview(dataset: Dataset, id: string): Draft {
  const cluster = dataset.cluster.get(id);
  const member = (dataset.factsOfCluster.get(id) ?? []).filter((f) => f.topics.includes("membership"));
  const { province } = rolesInCluster(dataset, id);
  const cities = ordered(
    province.flatMap((f) => f.cities),
    dataset.cities,
  );
  return {
    outcome: "answer",
    title: { text: `${id}：十大战略性${cluster?.class ?? ""}产业集群之一。`, facts: member },
    blocks: [
      ...listed(
        KIND_HEADINGS.province,
        groups(dataset, province, (f) => f.cities, dataset.cities),
      ),
      ...factsUnder("数字", keyFigures(dataset, id)),
    ],
    clusters: [id],
    cities,
    next: nextForCluster(id, cities),
    picture: { kind: "map", cluster: id },
  };
}

function listed(heading: string, lines: ReturnType<typeof groups>): DraftBlock[] {
  if (lines.length === 0) return [{ kind: "text", text: `${heading}：我们手上的文件没有写。` }];
  const items = lines.slice(0, MOST_GROUPS).map((line): Claim => {
    const shown = line.members.slice(0, MOST_CITIES).join("、");
    const rest = line.members.length > MOST_CITIES ? "等" : "";
    return {
      text: `${line.label}：${shown}${rest}（${line.document.replace("（", " ").replace("）", "")}）`,
      facts: line.facts,
    };
  });
  return [{ kind: "facts", heading, items }];
}

/** The latest result, the target, the base: one fact each where the documents have one. */
export function keyFigures(dataset: Dataset, cluster: string): Fact[] {
  const wanted: Status[] = ["target", "result", "base"];
  const found = wanted.flatMap((status) => {
    const best = findFigures(dataset, { ...emptyFrame(), clusters: [cluster], statuses: [status] })[0];
    return best && !best.fact.disputed ? [best.fact] : [];
  });
  return [...new Set(found)];
}

export function cityOverview(dataset: Dataset, id: string): Draft {
  const kinds = rolesOfCity(dataset, id);
  const lines = groups(dataset, kinds.province, (f) => f.clusters, dataset.clusters);
  const clusters = ordered(
    kinds.province.flatMap((f) => f.clusters),
    dataset.clusters,
  );
  const systems = (dataset.factsOfCity.get(id) ?? []).filter((f) => f.topics.includes("city-system"));
  const own = [...new Set([...systems, ...kinds.city])].slice(0, 1);
  const none = "我们手上的省级文件没有点名它的角色";
  const count = clusters.length > 0 ? `省级文件在 ${clusters.length} 个集群里点名` : none;
  return {
    outcome: "answer",
    title: { text: `${id}：${count}。`, facts: kinds.province.length > 0 ? [] : profileOf(dataset, id) },
    blocks: [
      ...(lines.length > 0 ? listed(KIND_HEADINGS.province, lines) : []),
      ...factsUnder(KIND_HEADINGS.city, own),
      ...factsUnder(KIND_HEADINGS.report, lines.length < 3 ? kinds.report.slice(0, 2) : []),
    ],
    clusters,
    cities: [id],
    next: nextForCity(id, clusters),
    picture: { kind: "card", city: id },
  };
}

const factsUnder = (heading: string, facts: readonly Fact[]): DraftBlock[] =>
  facts.length === 0 ? [] : [{ kind: "facts", heading, items: facts.map(claim) }];

export const profileOf = (dataset: Dataset, city: string): Fact[] =>
  (dataset.factsOfCity.get(city) ?? []).filter((f) => f.document === "reference");
