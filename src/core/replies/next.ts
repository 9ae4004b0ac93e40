/** What one could ask next: each is the text of another question. */
import type { Frame } from "../frame.ts";

/** After an answer about a cluster. */
export const nextForCluster = (cluster: string, cities: readonly string[] = []): string[] => [
  `${cluster}的目标`,
  ...(cities[0] === undefined ? [`/cluster ${cluster}`] : [`/role ${cities[0]} ${cluster}`]),
  `${cluster}的最新数据`,
];

/** After an answer about a city. */
export const nextForCity = (city: string, clusters: readonly string[] = []): string[] => [
  ...clusters.slice(0, 2).map((cluster) => `/role ${city} ${cluster}`),
  `${city}自己的规划`,
];

/** After an answer about figures. */
export function nextFigures(frame: Frame): string[] {
  const [cluster] = frame.clusters;
  const [city] = frame.cities;
  if (cluster === undefined)
    return city === undefined ? ["支柱集群的目标", "新兴集群的目标"] : [`/city ${city}`];
  const asked = frame.statuses.includes("target") ? `${cluster}的最新数据` : `${cluster}的目标`;
  return [asked, `${cluster}有哪些核心城市`, `/cluster ${cluster}`];
}
