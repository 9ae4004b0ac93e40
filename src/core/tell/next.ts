/** What one could ask next: each is the text of another question, and a test proves that each is answered. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Fact, Status } from "../../dataset/schema.ts";
import { type Draft, overviewOf, roleIn } from "../compose.ts";
import { text, type Text } from "../say/say.ts";
import type { AskedOne } from "../say/asked.ts";
import { COUNTS } from "../ask/figures.ts";

/** The question, where the documents answer it: a suggestion must not lead to a refusal. */
const ask = (held: boolean, about: AskedOne["about"], name: string): Text[] =>
  held ? [text("ask", { about, name })] : [];

const ofCluster = (dataset: Dataset, cluster: string): readonly Fact[] =>
  dataset.factsOfCluster.get(cluster) ?? [];
const ofCity = (dataset: Dataset, city: string): readonly Fact[] => dataset.factsOfCity.get(city) ?? [];

/** A figure of the whole cluster, beyond dispute. */
const hasFigure = ({ cities, regions, disputed, background, figures = [] }: Fact, status: Status): boolean =>
  cities.length === 0 &&
  !regions &&
  !disputed &&
  !background &&
  figures.some((g) => g.status === status && !COUNTS.has(g.measure));

const figure = (dataset: Dataset, cluster: string, status: "target" | "result"): Text[] =>
  ask(
    ofCluster(dataset, cluster).some((f) => hasFigure(f, status)),
    status,
    cluster,
  );

const isCore = (dataset: Dataset, { role, document }: Fact): boolean =>
  role?.tier === "core" && dataset.document.get(document)?.layer === "province";

/** Which cities a cluster has for its core, and the other way round: asked only where there are any. */
export const coreCities = (dataset: Dataset, cluster: string): Text[] =>
  ask(
    ofCluster(dataset, cluster).some((f) => isCore(dataset, f)),
    "cores",
    cluster,
  );
export const coreClusters = (dataset: Dataset, city: string): Text[] =>
  ask(
    ofCity(dataset, city).some((f) => isCore(dataset, f) && f.clusters.length > 0),
    "core-of",
    city,
  );

/** After an answer about a cluster. */
export const nextForCluster = (dataset: Dataset, cluster: string, cities: readonly string[] = []): Text[] => [
  ...figure(dataset, cluster, "target"),
  ...roleOf(dataset, cluster, cities),
  ...figure(dataset, cluster, "result"),
  overviewOf(cluster),
];

/** The role of the first of the cities that the documents say anything of there. */
function roleOf(dataset: Dataset, cluster: string, cities: readonly string[]): Text[] {
  const facts = ofCluster(dataset, cluster);
  const city = cities.find((c) => facts.some((f) => f.role && f.cities.includes(c)));
  return city === undefined ? [] : [roleIn(city, cluster)];
}

/** After an answer about a city. */
export const nextForCity = (dataset: Dataset, city: string, clusters: readonly string[] = []): Text[] => [
  ...clusters.slice(0, 2).map((cluster) => roleIn(city, cluster)),
  ...ask(
    ofCity(dataset, city).some((f) => f.topics.includes("city-system")),
    "plans",
    city,
  ),
  overviewOf(city),
];

/** After an answer about figures: the target where the result was asked for, and the other way round. */
export function nextForFigures(
  dataset: Dataset,
  clusters: readonly string[],
  cities: readonly string[],
  target: boolean,
): NonNullable<Draft["next"]> {
  const [cluster] = clusters;
  const [city] = cities;
  if (cluster === undefined) return city === undefined ? "targets" : [overviewOf(city)];
  return [
    ...figure(dataset, cluster, target ? "result" : "target"),
    ...coreCities(dataset, cluster),
    overviewOf(cluster),
  ];
}
