/** Which reply a reading gets. Order matters: refusals first, then the most specific predicate. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { TopicWord } from "../../dataset/language.ts";
import type { Draft } from "../compose.ts";
import { asksFor, type Frame, has, hasPredicate, namesEntity, type Reading, theClass } from "../frame.ts";
import { MAX_QUESTION } from "../normalize.ts";
import type { Search } from "../search.ts";
import { classReply, membersReply } from "./classes.ts";
import { closestReply } from "./closest.ts";
import { compareCities, compareClusters } from "./compare.ts";
import { conflictReply } from "./conflict.ts";
import { figuresReply, namesDisputed, noFigure, trillionReply } from "./figures.ts";
import { cityOverview, clusterOverview } from "./overview.ts";
import { identityReply, profileReply } from "./profile.ts";
import * as refuse from "./refuse.ts";
import { cellReply, cellsReply, citiesReply, clustersReply, tierAcrossReply } from "./roles.ts";
import { subjectOf } from "./subject.ts";
import { greetingReply, helpReply, thanksReply } from "./talk.ts";
import { UNSAID } from "../verdict.ts";
import { ordinalReply, topicsReply } from "./topics.ts";

export function route(dataset: Dataset, search: Search, reading: Reading): Draft {
  const { frame } = reading;
  if (reading.text === "") return refuse.emptyReply();
  if (reading.text.length > MAX_QUESTION) return refuse.tooLongReply();
  if (reading.askCity !== undefined) return refuse.whichCity(reading.askCity);
  if (reading.blocked.length > 0) return refuse.blockedReply(has(frame, "yesno"));
  const unknown = [...reading.residual, ...reading.outside];
  if (reading.outside.some((word) => !inSomeFact(dataset, word, frame))) return refuse.outsideReply(has(frame, "yesno"));
  const [doubt] = reading.ambiguous;
  if (doubt && frame.clusters.length === 0) return refuse.whichCluster(doubt.surface, doubt.options);
  const typed = typedReply(dataset, frame);
  if (typed?.outcome === "answer" && (asksFor(frame, "conflict") || namesDisputed(dataset, frame))) return typed;
  if (unknown.length > 0) return closestReply(dataset, search, reading, unknown, hasPredicate(frame) ? typed : undefined);
  return typed ?? talkReply(reading) ?? refusal(frame);
}

const inSomeFact = (dataset: Dataset, word: string, frame: Frame): boolean => {
  const [cluster] = frame.clusters;
  const [city] = frame.cities;
  const pool = cluster !== undefined ? dataset.factsOfCluster.get(cluster) : city !== undefined ? dataset.factsOfCity.get(city) : dataset.facts;
  return pool?.some((f) => f.text.toLowerCase().includes(word)) ?? false;
};

function talkReply({ talk, text }: Reading): Draft | undefined {
  if (talk.includes("help")) return helpReply();
  if (talk.includes("greeting")) return greetingReply();
  if (talk.includes("thanks")) return thanksReply();
  return /[\p{L}\p{N}]/u.test(text) ? undefined : refuse.emptyReply();
}

function refusal(frame: Frame): Draft {
  const named = namesEntity(frame) || frame.scopes.length > 0;
  return named || hasPredicate(frame) ? refuse.notInDocuments(subjectOf(frame), has(frame, "yesno")) : refuse.unreadable();
}

/** The answer to a frame that was understood wholly; undefined where it asks for nothing we file. */
export function typedReply(dataset: Dataset, frame: Frame): Draft | undefined {
  if (has(frame, "most")) return unranked(dataset, frame);
  const draft = byPredicate(dataset, frame);
  const weak = draft === undefined || draft.outcome !== "answer";
  if (!weak || frame.documents.length === 0) return draft;
  return elsewhere(dataset, frame) ?? draft;
}

/** This document does not say so; others do. */
function elsewhere(dataset: Dataset, frame: Frame): Draft | undefined {
  const draft = byPredicate(dataset, { ...frame, documents: [] });
  if (draft?.outcome !== "answer") return undefined;
  const names = frame.documents.map((id) => dataset.document.get(id)?.short ?? id).join("、");
  const no = has(frame, "yesno") ? "文件没有这样说：" : "";
  return {
    ...draft,
    outcome: has(frame, "yesno") ? "answer" : "clarify",
    title: { text: `${no}我们手上的${names}没有这样写，其他文件有：`, facts: [] },
    blocks: [{ kind: "facts", items: [draft.title] }, ...(draft.blocks ?? [])],
  };
}

/** 最大、最多、排名: the documents do not rank, except where a fact itself tells a rank. */
function unranked(dataset: Dataset, frame: Frame): Draft | undefined {
  const rest: Frame = { ...frame, ops: frame.ops.filter((op) => op !== "most") };
  if (frame.topics.some((t) => t === "rating" || t === "honour")) return topicsReply(dataset, rest);
  const draft = byPredicate(dataset, rest);
  const told = draft?.title.facts[0]?.text.includes(frame.superlative ?? "?") || draft?.title.text.includes("最高");
  if (draft?.outcome !== "answer" || told) return draft;
  return {
    ...draft,
    outcome: "clarify",
    title: { text: "文件没有排这个名次。相关的说法是：", facts: [] },
    blocks: [{ kind: "facts", items: [draft.title] }, ...(draft.blocks ?? [])],
  };
}

/** Topics that decide by themselves, whatever else is named beside them. */
const STRONG: ReadonlySet<TopicWord> = new Set([
  "threshold", "mention", "trillion", "national", "projects", "rating", "future", "docno", "date", "issued",
  "issuer", "levels", "mechanism", "period", "position", "press", "funding", "city-system",
]);
/** Topics that are only answered by a fact filed under them; for the others an overview is near enough. */
const HARD: ReadonlySet<TopicWord> = new Set([
  "docno", "date", "issued", "issuer", "period", "funding", "future", "scope", "projects", "mechanism",
  "threshold", "press", "levels", "rating", "trillion", "national", "mention",
]);

function byPredicate(dataset: Dataset, frame: Frame): Draft | undefined {
  const profile = profileReply(dataset, frame);
  if (profile && !isFigure(frame) && frame.tiers.length === 0 && frame.topics.length === 0) return profile;
  return (
    (asksFor(frame, "conflict") ? conflictReply(dataset, frame) : undefined) ??
    complement(frame) ??
    (has(frame, "compare") && !isFigure(frame) ? comparison(dataset, frame) : undefined) ??
    byStrongTopic(dataset, frame) ??
    byFigure(dataset, frame) ??
    byClass(dataset, frame) ??
    byRole(dataset, frame) ??
    byTopic(dataset, frame) ??
    bare(dataset, frame)
  );
}

/** Topics whose facts carry the figures asked of them, or nobody does. */
const COUNTED: ReadonlySet<TopicWord> = new Set(["projects", "mechanism", "future", "national", "funding"]);

/** 没有布局的是哪个: what the documents leave out cannot be listed from what they say. */
const complement = (frame: Frame): Draft | undefined =>
  has(frame, "not") && asksFor(frame, "which-city", "which-cluster", "members") ? refuse.notListed() : undefined;

function byStrongTopic(dataset: Dataset, frame: Frame): Draft | undefined {
  if (!frame.topics.some((t) => STRONG.has(t))) return undefined;
  if (frame.topics.includes("rating")) return ratingReply(dataset, frame);
  if (frame.topics.includes("trillion") && frame.clusters.length > 0 && has(frame, "yesno")) return trillionReply(dataset, frame);
  if (frame.topics.includes("mention") && frame.clusters.length > 0) return undefined;
  const series = frame.topics.includes("trillion") ? ordinalReply(dataset, frame) : undefined;
  if (series) return series;
  const draft = topicsReply(dataset, frame) ?? elsewherePlace(dataset, frame);
  const figure = draft?.title.facts[0]?.figures?.some((f) => frame.measures.includes(f.measure));
  if (frame.measures.length === 0 || figure) return draft;
  return frame.topics.some((t) => COUNTED.has(t)) ? noFigure(frame) : undefined;
}

/** 发布会是在深圳开的吗: nothing says so of that city; what is said of the thing itself follows. */
function elsewherePlace(dataset: Dataset, frame: Frame): Draft | undefined {
  if (!has(frame, "yesno") || frame.cities.length === 0 || frame.clusters.length > 0) return undefined;
  const draft = topicsReply(dataset, { ...frame, cities: [], named: [], ops: [] });
  return draft && { ...draft, title: { ...draft.title, text: `${UNSAID}${draft.title.text}` } };
}

/** Stars: how many a city has is a fact; which clusters they are in is a role in that plan. */
function ratingReply(dataset: Dataset, frame: Frame): Draft | undefined {
  const [city] = frame.cities;
  const listing = asksFor(frame, "which-cluster", "members") && !has(frame, "count") && frame.cities.length === 1;
  if (city !== undefined && listing) return clustersReply(dataset, { ...frame, topics: [], tiers: ["core"], documents: ["fyp-2021"] }, city);
  if (city !== undefined && frame.clusters.length > 0) return roleOf(dataset, { ...frame, topics: [], documents: ["fyp-2021"] });
  return topicsReply(dataset, { ...frame, topics: ["rating"], documents: [] });
}

function byFigure(dataset: Dataset, frame: Frame): Draft | undefined {
  if (!isFigure(frame)) return undefined;
  const draft = figuresReply(dataset, frame);
  if (draft) return draft;
  return has(frame, "compare") ? comparison(dataset, frame) : noFigure(frame);
}

const isFigure = (frame: Frame): boolean =>
  frame.measures.length > 0 ||
  frame.statuses.length > 0 ||
  (frame.figure && frame.tiers.length === 0) ||
  frame.amounts.some((a) => /亿|%|percent|illion|万/.test(a.unit)) ||
  (frame.years.length > 0 && (namesEntity(frame) || frame.scopes.length > 0) && frame.topics.length === 0 && frame.tiers.length === 0 && frame.asks.length === 0);

function comparison(dataset: Dataset, frame: Frame): Draft | undefined {
  if (frame.cities.length > 1) return compareCities(dataset, frame, frame.cities);
  if (frame.clusters.length > 1) return compareClusters(dataset, frame);
  return undefined;
}

function byClass(dataset: Dataset, frame: Frame): Draft | undefined {
  if (frame.cities.length > 0 || frame.tiers.length > 0 || frame.topics.length > 0) return undefined;
  if (frame.clusters.length > 0) {
    return frame.scopes.length > 0 || asksFor(frame, "class") ? classReply(dataset, frame) : undefined;
  }
  const lists = (frame.scopes.length > 0 && !frame.policy && frame.documents.length === 0) || (frame.policy && asksFor(frame, "which-cluster", "members"));
  const counts = asksFor(frame, "which-cluster") && frame.asks.length === 1;
  return lists || counts ? membersReply(dataset, frame) : undefined;
}

function byRole(dataset: Dataset, frame: Frame): Draft | undefined {
  const wanted = frame.tiers.length > 0 || asksFor(frame, "which-city", "which-cluster", "role") || has(frame, "only");
  const task = frame.topics.length > 0 && frame.tiers.length === 0 && !frame.topics.every((t) => t === "layout");
  if (!wanted || task) return undefined;
  return roleOf(dataset, frame);
}

function roleOf(dataset: Dataset, frame: Frame): Draft | undefined {
  const { clusters, cities } = frame;
  const [cluster] = clusters;
  const [city] = cities;
  const whichCity = asksFor(frame, "which-city");
  if (cluster !== undefined && city !== undefined) {
    if (clusters.length > 1 || cities.length > 1) {
      return whichCity && clusters.length === 1 ? citiesReply(dataset, frame, cluster) : cellsReply(dataset, frame, clusters, cities);
    }
    return whichCity && frame.set !== undefined ? citiesReply(dataset, frame, cluster) : cellReply(dataset, frame, cluster, city);
  }
  if (cluster !== undefined) return clusters.length > 1 ? compareClusters(dataset, frame) : citiesReply(dataset, frame, cluster);
  if (city !== undefined) return cityRole(dataset, frame, city);
  if (frame.tiers.length > 0 && frame.scopes.length > 0) return tierAcrossReply(dataset, frame);
  if (frame.tiers.length > 0 || whichCity) return refuse.needCluster("的城市");
  return undefined;
}

function cityRole(dataset: Dataset, frame: Frame, city: string): Draft {
  const plain = frame.tiers.length === 0 && frame.scopes.length === 0;
  if (frame.cities.length > 1) return compareCities(dataset, frame, frame.cities);
  if (plain && !has(frame, "yesno") && !has(frame, "count") && asksFor(frame, "which-city") && !asksFor(frame, "which-cluster", "role")) return identityReply(dataset, city);
  return clustersReply(dataset, frame, city);
}

function byTopic(dataset: Dataset, frame: Frame): Draft | undefined {
  if (frame.topics.length > 0) return topicsReply(dataset, frame) ?? softly(dataset, frame);
  const whole = !namesEntity(frame) && (frame.policy || frame.documents.length > 0);
  return whole ? topicsReply(dataset, { ...frame, topics: ["document"] }) : undefined;
}

/** Nothing is filed under the topic: for most of them the role or the overview is what was meant. */
function softly(dataset: Dataset, frame: Frame): Draft | undefined {
  if (frame.topics.some((t) => HARD.has(t)) || !namesEntity(frame)) return undefined;
  const rest: Frame = { ...frame, topics: [] };
  return byRole(dataset, rest) ?? bare(dataset, rest);
}

/** Only names: show what is known about them. */
function bare(dataset: Dataset, frame: Frame): Draft | undefined {
  const { clusters, cities } = frame;
  const [cluster] = clusters;
  const [city] = cities;
  if (frame.topics.length > 0) return undefined;
  if (cluster !== undefined && city !== undefined) {
    return clusters.length > 1 || cities.length > 1 ? cellsReply(dataset, frame, clusters, cities) : cellReply(dataset, frame, cluster, city);
  }
  if (cluster !== undefined) return clusters.length > 1 ? compareClusters(dataset, frame) : clusterOverview(dataset, cluster);
  if (city === undefined) return undefined;
  if (cities.length > 1) return compareCities(dataset, frame, cities);
  const filtered = theClass(frame) !== undefined || frame.documents.length > 0 || has(frame, "yesno");
  return filtered ? clustersReply(dataset, frame, city) : cityOverview(dataset, city);
  return undefined;
}
