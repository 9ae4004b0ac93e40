/** One fact by itself: what it says, why it matters, and what to ask next. For /fact and for the daily post. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Fact, Status, Topic } from "../../dataset/schema.ts";
import { giverOf } from "../ask/relations.ts";
import { type Draft, line, overviewOf } from "../compose.ts";
import { text } from "../say/say.ts";
import type { Text } from "../say/say.ts";
import { coreClusters, nextForCity, nextForCluster } from "./next.ts";
import { COUNTS } from "../ask/figures.ts";

const DULL: ReadonlySet<Topic> = new Set(["profile", "nickname", "docno", "press"]);

/** A fact fit to stand alone: official or reported, undisputed, with something to say. */
export const isTellable = (dataset: Dataset, fact: Fact): boolean =>
  dataset.document.get(fact.document)?.layer !== "draft" &&
  fact.disputed !== true &&
  fact.background !== true &&
  !fact.topics.some((topic) => DULL.has(topic));

/** @returns the fact, how to read it, and what to ask next. */
export function tellFact(dataset: Dataset, fact: Fact): Draft {
  return {
    outcome: "answer",
    kind: "fact",
    title: line(text("sentence", fact), [fact]),
    blocks: [{ kind: "text", text: whyItMatters(dataset, fact) }],
    clusters: fact.clusters,
    cities: fact.cities,
    next: nextFor(dataset, fact),
  };
}

/** What stands in the place of a fact that is asserted no more. @returns undefined where there was never such a fact. */
export function tellSuperseded(dataset: Dataset, id: string): Draft | undefined {
  const by = dataset.superseded.get(id)?.by;
  const heir = by === undefined ? undefined : dataset.fact.get(by);
  return heir && { ...tellFact(dataset, heir), lead: text("superseded", { old: id, by: heir.id }) };
}

function nextFor(dataset: Dataset, { clusters, cities }: Fact): NonNullable<Draft["next"]> {
  const [cluster] = clusters;
  const [city] = cities;
  if (cluster !== undefined && clusters.length === 1) return nextForCluster(dataset, cluster, cities);
  if (city !== undefined && cities.length === 1) return [overviewOf(city), ...coreClusters(dataset, city)];
  return city === undefined ? "start" : nextForCity(dataset, city);
}

/** How to read the fact and what to hold it against: nothing in it goes beyond the fact. */
function whyItMatters(dataset: Dataset, fact: Fact): Text {
  const giver = giverOf(dataset, fact);
  if (giver === "city") return text("whyCity");
  if (fact.role && giver === "report") return text("whyReport");
  if (fact.role) return text("whyRole", { label: fact.role.label });
  const status = mainStatus(fact);
  return status ? text("whyStatus", status) : text("whyTopic", fact.topics[0]);
}

/** How many there are of something says what the topic says, not how far anything has come. */
const STATUSES: readonly Status[] = ["target", "result", "base", "threshold"];

const mainStatus = ({ figures = [] }: Fact): Status | undefined =>
  STATUSES.find((status) =>
    figures.some((figure) => figure.status === status && !COUNTS.has(figure.measure)),
  );
