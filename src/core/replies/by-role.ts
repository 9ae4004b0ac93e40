/** Frames about who has which role, and bare names. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Draft } from "../compose.ts";
import { asksFor, type Frame, has, namesEntity, theClass } from "../frame.ts";
import { compareCities, compareClusters } from "./compare.ts";
import { identityReply } from "./profile.ts";
import { cityOverview, clusterOverview } from "./overview.ts";
import * as refuse from "./refuse.ts";
import { cellReply } from "./cell.ts";
import { cellsReply, tierAcrossReply } from "./cells.ts";
import { citiesReply } from "./cities.ts";
import { topicsReply } from "./topics.ts";
import { clustersReply } from "./clusters.ts";

export function comparison(dataset: Dataset, frame: Frame): Draft | undefined {
  if (frame.cities.length > 1) return compareCities(dataset, frame, frame.cities);
  if (frame.clusters.length > 1) return compareClusters(dataset, frame);
  return undefined;
}

export function byRole(dataset: Dataset, frame: Frame): Draft | undefined {
  const wanted =
    frame.tiers.length > 0 || asksFor(frame, "which-city", "which-cluster", "role") || has(frame, "only");
  const task =
    frame.topics.length > 0 && frame.tiers.length === 0 && !frame.topics.every((t) => t === "layout");
  if (!wanted || task) return undefined;
  return roleOf(dataset, frame);
}

export function roleOf(dataset: Dataset, frame: Frame): Draft | undefined {
  const { clusters, cities } = frame;
  const [cluster] = clusters;
  const [city] = cities;
  const whichCity = asksFor(frame, "which-city");
  if (cluster !== undefined && city !== undefined) {
    if (clusters.length > 1 || cities.length > 1) {
      return whichCity && clusters.length === 1
        ? citiesReply(dataset, frame, cluster)
        : cellsReply(dataset, frame, clusters, cities);
    }
    return whichCity && frame.set !== undefined
      ? citiesReply(dataset, frame, cluster)
      : cellReply(dataset, frame, cluster, city);
  }
  if (cluster !== undefined && has(frame, "yesno") && frame.documents.length > 0)
    return topicsReply(dataset, { ...frame, topics: ["document"] });
  if (cluster !== undefined)
    return clusters.length > 1 ? compareClusters(dataset, frame) : citiesReply(dataset, frame, cluster);
  if (city !== undefined) return cityRole(dataset, frame, city);
  if (frame.tiers.length > 0 && frame.scopes.length > 0) return tierAcrossReply(dataset, frame);
  if (frame.tiers.length > 0 || whichCity) return refuse.needCluster("的城市");
  return undefined;
}

function cityRole(dataset: Dataset, frame: Frame, city: string): Draft {
  const plain = frame.tiers.length === 0 && frame.scopes.length === 0;
  if (frame.cities.length > 1) return compareCities(dataset, frame, frame.cities);
  if (
    plain &&
    !has(frame, "yesno") &&
    !has(frame, "count") &&
    asksFor(frame, "which-city") &&
    !asksFor(frame, "which-cluster", "role")
  )
    return identityReply(dataset, frame, city);
  return clustersReply(dataset, frame, city);
}

/** Nothing is filed under the topic: for most of them the role or the overview is what was meant. */
export function softly(dataset: Dataset, frame: Frame): Draft | undefined {
  if (!namesEntity(frame)) return undefined;
  const rest: Frame = { ...frame, topics: [] };
  return byRole(dataset, rest) ?? bare(dataset, rest);
}

/** Only names: show what is known about them. */
export function bare(dataset: Dataset, frame: Frame): Draft | undefined {
  const { clusters, cities } = frame;
  const [cluster] = clusters;
  const [city] = cities;
  if (frame.topics.length > 0) return undefined;
  if (cluster !== undefined && city !== undefined) {
    return clusters.length > 1 || cities.length > 1
      ? cellsReply(dataset, frame, clusters, cities)
      : cellReply(dataset, frame, cluster, city);
  }
  if (cluster !== undefined && has(frame, "yesno") && frame.documents.length > 0)
    return topicsReply(dataset, { ...frame, topics: ["document"] });
  if (cluster !== undefined)
    return clusters.length > 1 ? compareClusters(dataset, frame) : clusterOverview(dataset, cluster);
  if (city === undefined) return undefined;
  if (cities.length > 1) return compareCities(dataset, frame, cities);
  const filtered = theClass(frame) !== undefined || frame.documents.length > 0 || has(frame, "yesno");
  return filtered ? clustersReply(dataset, frame, city) : cityOverview(dataset, city);
}
