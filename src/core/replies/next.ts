/** What one could ask next: each is the text of another question. */

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
