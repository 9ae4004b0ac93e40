/** Everything said under a topic: dates, issuers, thresholds, levels, tasks, document numbers … */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Fact, Topic } from "../../dataset/schema.ts";
import { claim, type Draft } from "../compose.ts";
import { inDocuments, namesPart } from "../figures.ts";
import { type Frame, has, namesEntity, theClass } from "../frame.ts";
import { likeness, terms } from "../search.ts";
import { ORDINAL_UNIT } from "../numbers.ts";
import { confirms, leadFor, tellsAmount } from "../verdict.ts";
import { cell } from "../roles.ts";
import { nextForCity, nextForCluster } from "./next.ts";

const MOST = 5;
/** A fact about this many clusters is about none of them in particular. */
const MANY = 8;
/** What holds for all clusters holds for one; other topics are never widened. */
const GENERAL: ReadonlySet<Topic> = new Set([
  "date",
  "issuer",
  "document",
  "period",
  "levels",
  "mechanism",
  "position",
  "threshold",
  "press",
]);

export const topicsOf = (frame: Frame): Topic[] =>
  frame.topics.map((topic) => (topic === "issued" ? "date" : topic));

/** @returns undefined where no fact is filed under what was asked. */
export function topicsReply(dataset: Dataset, frame: Frame): Draft | undefined {
  const facts = [
    ...new Set([
      ...perSide(frame, preferred(frame, topicFacts(dataset, frame))),
      ...besidesTask(dataset, frame),
    ]),
  ];
  const [first, ...rest] = facts;
  if (!first) return undefined;
  return {
    outcome: "answer",
    title: { text: `${leadFor(dataset, frame, first, false)}${first.text}。`, facts: [first] },
    blocks: rest.length > 0 ? [{ kind: "facts", items: rest.slice(0, MOST).map(claim) }] : [],
    clusters: frame.clusters.length > 0 ? frame.clusters : first.clusters,
    cities: frame.cities.length > 0 ? frame.cities : first.cities,
    next: suggestions(frame),
  };
}

/** A task is told together with the role it belongs to. */
function besidesTask(dataset: Dataset, frame: Frame): Fact[] {
  const [cluster] = frame.clusters;
  const [city] = frame.cities;
  const told = frame.topics.includes("task") && cluster !== undefined && city !== undefined;
  return told ? cell(dataset, cluster, city, frame.documents).province : [];
}

/** 第九个万亿级集群是谁: the fact that tells that place in the series, whatever cluster it is about. */
export function ordinalReply(dataset: Dataset, frame: Frame): Draft | undefined {
  const place = frame.amounts.find((a) => a.unit === ORDINAL_UNIT);
  const facts = place
    ? dataset.facts.filter((f) => f.text.includes("万亿") && tellsAmount(f, place) === "yes")
    : [];
  const [first, ...rest] = facts;
  if (!first) return undefined;
  return {
    outcome: "answer",
    title: { text: `${leadFor(dataset, frame, first, true)}${first.text}。`, facts: [first] },
    blocks: rest.length > 0 ? [{ kind: "facts", items: rest.slice(0, 2).map(claim) }] : [],
    clusters: facts.flatMap((f) => f.clusters),
    next: ["万亿级集群有几个"],
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
    const fitting = facts.filter((f) => !f.topics.includes("membership") && f.clusters.length < MANY);
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

/** Facts under more of the asked topics first; then those of the asked year. */
function narrow(frame: Frame, facts: readonly Fact[], topics: readonly Topic[]): Fact[] {
  const hits = (f: Fact): number => f.topics.filter((t) => topics.includes(t)).length;
  const best = Math.max(0, ...facts.map(hits));
  const most = facts.filter((f) => hits(f) === best);
  const dated = most.filter(
    (f) => frame.years.length === 0 || frame.years.some((y) => f.text.includes(String(y))),
  );
  return dated.length > 0 ? dated : most;
}

function preferred(frame: Frame, facts: readonly Fact[]): Fact[] {
  const unique = [...new Set(facts)];
  const repeated = new Set(unique.flatMap((f) => f.agrees ?? []));
  const asked = new Set(terms(frame.text));
  const score = (f: Fact): number =>
    (f.disputed ? -100 : 0) +
    (has(frame, "yesno") && frame.amounts.length > 0 && confirms(f, frame) ? 50 : 0) +
    (namesPart(f, frame) ? 20 : 0) +
    (frame.topics.includes("mention") && f.figures?.some((g) => g.measure === "mentions") ? 12 : 0) +
    (frame.documents.includes(f.document) ? 8 : 0) +
    (f.topics[0] !== undefined && topicsOf(frame).includes(f.topics[0]) ? 4 : 0) +
    (has(frame, "count") && f.figures ? 10 : 0) +
    (f.paragraph === undefined ? 0 : 6) +
    (frame.clusters.length > 0 && f.text.includes("行动计划") ? 7 : 0) +
    (frame.topics.includes("trillion") ? Math.max(0, ...(f.figures ?? []).map((g) => g.year - 2020)) : 0) +
    likeness(f, asked) / 2 +
    (repeated.has(f.id) ? 0 : 3) -
    (frame.clusters.length > 0 ? f.clusters.length : f.topics.length) / 10;
  const scores = new Map(unique.map((f) => [f, score(f)]));
  return unique.toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
}

/** 稳 and 进, asked together: the first fact of each class leads, before the second of either. */
function perSide(frame: Frame, facts: readonly Fact[]): Fact[] {
  const sides = frame.scopes.length > 1 ? frame.scopes : frame.cities.length > 1 ? frame.cities : [];
  const heads = sides.flatMap((side) => facts.find((f) => f.group === side || f.cities.includes(side)) ?? []);
  return [...new Set([...heads, ...facts])];
}
