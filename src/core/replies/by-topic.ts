/** Frames about a topic: dates, issuers, thresholds, stars, tasks … */
import type { Dataset } from "../../dataset/dataset.ts";
import type { TopicWord } from "../../dataset/language.ts";
import type { Draft } from "../compose.ts";
import { asksFor, type Frame, has, namesEntity } from "../frame.ts";
import { noFigure } from "./figures.ts";
import { trillionReply } from "./trillion.ts";
import { clustersReply } from "./clusters.ts";
import { ORDINAL_UNIT } from "../numbers.ts";
import { UNSAID } from "../verdict.ts";
import { noRanking } from "./refuse.ts";
import { ordinalReply, topicsReply } from "./topics.ts";
import { roleOf, softly } from "./by-role.ts";

/** Topics that decide by themselves, whatever else is named beside them. */
const STRONG: ReadonlySet<TopicWord> = new Set([
  "threshold",
  "mention",
  "trillion",
  "national",
  "projects",
  "rating",
  "future",
  "docno",
  "date",
  "issued",
  "issuer",
  "levels",
  "mechanism",
  "period",
  "position",
  "press",
  "funding",
  "city-system",
]);

/** Topics that are only answered by a fact filed under them; for the others an overview is near enough. */
const HARD: ReadonlySet<TopicWord> = new Set([
  "docno",
  "date",
  "issued",
  "issuer",
  "period",
  "funding",
  "future",
  "scope",
  "projects",
  "mechanism",
  "threshold",
  "press",
  "levels",
  "rating",
  "trillion",
  "national",
  "mention",
]);

/** Topics whose facts carry the figures asked of them, or nobody does. */
const COUNTED: ReadonlySet<TopicWord> = new Set(["projects", "mechanism", "future", "national", "funding"]);

export function byStrongTopic(dataset: Dataset, frame: Frame): Draft | undefined {
  if (!frame.topics.some((t) => STRONG.has(t))) return undefined;
  if (frame.topics.includes("rating")) return ratingReply(dataset, frame);
  if (frame.topics.includes("trillion") && frame.clusters.length > 0 && has(frame, "yesno"))
    return trillionReply(dataset, frame);
  if (frame.topics.includes("mention") && frame.clusters.length > 0) return undefined;
  const series = frame.topics.includes("trillion") ? ordinalReply(dataset, frame) : undefined;
  if (series) return series;
  if (frame.topics.includes("trillion") && frame.amounts.some((a) => a.unit === ORDINAL_UNIT))
    return noRanking();
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
  const listing =
    asksFor(frame, "which-cluster", "members") && !has(frame, "count") && frame.cities.length === 1;
  if (city !== undefined && listing)
    return clustersReply(dataset, { ...frame, topics: [], tiers: ["core"], documents: ["fyp-2021"] }, city);
  if (city !== undefined && frame.clusters.length > 0)
    return roleOf(dataset, { ...frame, topics: [], documents: ["fyp-2021"] });
  return topicsReply(dataset, { ...frame, topics: ["rating"], documents: [] });
}

export function byTopic(dataset: Dataset, frame: Frame): Draft | undefined {
  if (frame.topics.length > 0)
    return (
      topicsReply(dataset, frame) ??
      (frame.topics.some((t) => HARD.has(t)) ? undefined : softly(dataset, frame))
    );
  const whole = !namesEntity(frame) && (frame.policy || frame.documents.length > 0);
  return whole ? topicsReply(dataset, { ...frame, topics: ["document"] }) : undefined;
}
