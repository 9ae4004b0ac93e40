/** Everything said under a topic: dates, issuers, thresholds, levels, tasks, document numbers … */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Fact, Topic } from "../../dataset/schema.ts";
import { claim, type Draft } from "../compose.ts";
import { sameAmount } from "../facts.ts";
import { inDocuments } from "../figures.ts";
import { type Frame, has, namesEntity, theClass } from "../frame.ts";
import { nextForCity, nextForCluster } from "./next.ts";

const MOST = 5;
/** What holds for all clusters holds for one; other topics are never widened. */
const GENERAL: ReadonlySet<Topic> = new Set([
  "date", "issuer", "document", "period", "levels", "mechanism", "position", "threshold", "press",
]);

const topicsOf = (frame: Frame): Topic[] =>
  frame.topics.map((topic) => (topic === "issued" ? "date" : topic));

/** @returns undefined where no fact is filed under what was asked. */
export function topicsReply(dataset: Dataset, frame: Frame): Draft | undefined {
  const facts = topicFacts(dataset, frame);
  const [first, ...rest] = preferred(frame, facts);
  if (!first) return undefined;
  return {
    outcome: "answer",
    title: { text: `${verdict(frame, [first, ...rest])}${first.text}。`, facts: [first] },
    blocks: rest.length > 0 ? [{ kind: "facts", items: rest.slice(0, MOST).map(claim) }] : [],
    clusters: frame.clusters.length > 0 ? frame.clusters : first.clusters,
    cities: frame.cities.length > 0 ? frame.cities : first.cities,
    next: suggestions(frame),
  };
}

function suggestions(frame: Frame): string[] {
  const [cluster] = frame.clusters;
  const [city] = frame.cities;
  if (cluster !== undefined) return nextForCluster(cluster, frame.cities);
  return city === undefined ? ["/list 支柱", "/list 新兴", "三个层面分别是什么"] : nextForCity(city);
}

function topicFacts(dataset: Dataset, frame: Frame): Fact[] {
  const topics = topicsOf(frame);
  const about = (facts: readonly Fact[]): Fact[] =>
    facts.filter((f) => f.topics.some((t) => topics.includes(t)) && inDocuments(dataset, f, frame.documents));
  const own = narrow(frame, about(ownFacts(dataset, frame)), topics);
  if (own.length > 0 || !topics.some((t) => GENERAL.has(t)) || frame.cities.length > 0) return own;
  return narrow(frame, about(generalFacts(dataset, frame)), topics);
}

function ownFacts(dataset: Dataset, frame: Frame): readonly Fact[] {
  const { clusters, cities } = frame;
  const one = theClass(frame);
  if (clusters.length > 0) {
    const facts = clusters.flatMap((c) => dataset.factsOfCluster.get(c) ?? []);
    const fitting = facts.filter((f) => !f.topics.includes("membership") && f.clusters.length < 8);
    return cities.length > 0 ? fitting.filter((f) => cities.some((c) => f.cities.includes(c))) : fitting;
  }
  if (cities.length > 0) return cities.flatMap((c) => dataset.factsOfCity.get(c) ?? []);
  return one ? (dataset.factsOfGroup.get(one) ?? []) : generalFacts(dataset, frame);
}

/** Facts about the classes and the whole; with a cluster, those of its class only. */
function generalFacts(dataset: Dataset, frame: Frame): Fact[] {
  const classes = frame.clusters.map((c) => dataset.cluster.get(c)?.class ?? "");
  const groups = namesEntity(frame) ? ["全部", ...classes] : ["全部", "支柱", "新兴"];
  return groups.flatMap((g) => dataset.factsOfGroup.get(g) ?? []);
}

/** Facts under more of the asked topics first; then those of the asked year; official, then recent. */
function narrow(frame: Frame, facts: readonly Fact[], topics: readonly Topic[]): Fact[] {
  const hits = (f: Fact): number => f.topics.filter((t) => topics.includes(t)).length;
  const best = Math.max(0, ...facts.map(hits));
  const most = facts.filter((f) => hits(f) === best);
  const dated = most.filter((f) => frame.years.length === 0 || frame.years.some((y) => f.text.includes(String(y))));
  return dated.length > 0 ? dated : most;
}

function preferred(frame: Frame, facts: readonly Fact[]): Fact[] {
  const unique = [...new Set(facts)];
  const repeated = new Set(unique.flatMap((f) => f.agrees ?? []));
  return unique.toSorted(
    (a, b) =>
      Number(a.disputed ?? false) - Number(b.disputed ?? false) ||
      Number(repeated.has(b.id)) - Number(repeated.has(a.id)) ||
      Number(b.paragraph !== undefined) - Number(a.paragraph !== undefined) ||
      specificity(frame, b) - specificity(frame, a),
  );
}

const specificity = (frame: Frame, fact: Fact): number =>
  frame.clusters.length > 0 ? -fact.clusters.length : Number(fact.topics.length === 1);

/** A yes or no only where an amount can be compared; otherwise the fact speaks for itself. */
function verdict(frame: Frame, facts: readonly Fact[]): string {
  if (!has(frame, "yesno")) return "";
  if (frame.amounts.length === 0) return frame.years.length > 0 ? yearVerdict(frame, facts) : "文件的说法是：";
  const said = facts.some((f) => f.figures?.some((g) => frame.amounts.some((a) => sameAmount(g, a))));
  return said ? "是：" : "不是：";
}

const yearVerdict = (frame: Frame, facts: readonly Fact[]): string =>
  facts.some((f) => frame.years.some((y) => f.text.includes(String(y)))) ? "是：" : "不是：";

