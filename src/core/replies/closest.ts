/** Questions with words the lexicon does not know: a named thing in a fact, the closest facts, or a refusal. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Fact } from "../../dataset/schema.ts";
import { claim, type Draft } from "../compose.ts";
import { inDocuments, namesPart } from "../figures.ts";
import { type Frame, has, namesEntity, type Reading } from "../frame.ts";
import { type Hit, type Search } from "../search.ts";
import { leadFor, UNSAID, withoutLead } from "../verdict.ts";
import { notInDocuments } from "./refuse.ts";
import { subjectOf } from "./subject.ts";
import { topicsOf } from "./topics.ts";
import { under } from "./under.ts";
import { alike, hasTier, isSure, NAME_LENGTH, names, tellsFigure } from "./named.ts";

/** Least share of the unknown words a fact must contain to be offered as close. */
const FLOOR = 0.6;

const MOST = 3;

/**
 * @param runs the words nobody knew.
 * @param typed what the rest of the question would get by itself, if it is complete.
 */
export function closestReply(
  dataset: Dataset,
  search: Search,
  { frame, text }: Reading,
  runs: readonly string[],
  typed: Draft | undefined,
): Draft {
  const hits = search.find(runs, (fact) => concerns(dataset, fact, frame), 6);
  if (frame.things.length === 0 && covers(typed, runs) && !has(frame, "yesno")) return typed;
  const things = dataset.aliases.things.map((t) => t.id);
  const named = alike(
    hits.map((hit) => hit.fact).filter((fact) => names(fact, runs, things)),
    text,
  );
  if (named.length > 0 && (onTopic(named, frame) || typed?.outcome !== "answer"))
    return namedReply(dataset, frame, named, runs, typed);
  const astray = named.length === 0 ? correction(search, frame, runs, things) : undefined;
  return (
    astray ??
    denied(frame, typed, partly(hits, runs, things)) ??
    hedged(typed) ??
    nearReply(frame, hits) ??
    refusal(frame)
  );
}

/** The understood part already answers with facts that contain the words nobody knew. */
const covers = (typed: Draft | undefined, runs: readonly string[]): typed is Draft =>
  typed?.outcome === "answer" &&
  typed.title.facts.length > 0 &&
  runs.every((run) => typed.title.facts.some((f) => f.text.toLowerCase().includes(run)));

const onTopic = (facts: readonly Fact[], frame: Frame): boolean =>
  frame.topics.length === 0 || facts.some((f) => f.topics.some((t) => topicsOf(frame).includes(t)));

/** The fact speaks of everything the question names: cluster, part of it, city, document. */
function concerns(dataset: Dataset, fact: Fact, frame: Frame): boolean {
  const general = frame.policy || frame.scopes.length > 0;
  return (
    (frame.clusters.length === 0 || frame.clusters.some((c) => fact.clusters.includes(c))) &&
    (frame.cities.length === 0 ||
      frame.cities.some((c) => fact.cities.includes(c)) ||
      (frame.set !== undefined && fact.text.includes(frame.set))) &&
    (namesEntity(frame) || !general || fact.group !== undefined) &&
    (frame.parts.length === 0 || namesPart(fact, frame)) &&
    inDocuments(dataset, fact, frame.documents)
  );
}

/** Every unknown word stands in these facts: they are what the question is about. */
function namedReply(
  dataset: Dataset,
  frame: Frame,
  facts: readonly Fact[],
  runs: readonly string[],
  typed: Draft | undefined,
): Draft {
  const fitting = facts.filter((f) => tellsFigure(f, frame) && hasTier(f, frame));
  const [first, ...rest] = inTopic(fitting.length > 0 ? fitting : facts, frame);
  if (!first) throw new Error("namedReply needs a fact");
  const exact = fitting.length > 0;
  const sure = isSure(dataset, first, frame, runs);
  return {
    outcome: exact ? "answer" : "clarify",
    title: exact
      ? { text: `${leadFor(dataset, frame, first, sure)}${first.text}。`, facts: [first] }
      : { text: "文件没有写你问的这个数字，相关的说法有：", facts: [] },
    blocks: exact
      ? others(
          [...rest, ...(typed?.outcome === "answer" ? typed.title.facts : [])].filter((f) => f !== first),
        )
      : [{ kind: "facts", items: [first, ...rest].slice(0, MOST).map(claim) }],
    clusters: frame.clusters.length > 0 ? frame.clusters : first.clusters,
    cities: frame.cities.length > 0 ? frame.cities : first.cities,
    next: [
      ...first.clusters.slice(0, 1).map((c) => `/cluster ${c}`),
      ...first.cities.slice(0, 2).map((c) => `/city ${c}`),
    ],
  };
}

/** Facts under the asked topic first. */
function inTopic(facts: readonly Fact[], frame: Frame): Fact[] {
  const topics = topicsOf(frame);
  const fits = (f: Fact): number =>
    2 * Number(f.topics.some((t) => topics.includes(t))) +
    Number(!namesEntity(frame) && f.group !== undefined);
  return facts.toSorted((a, b) => fits(b) - fits(a));
}

const others = (facts: readonly Fact[]): Draft["blocks"] & object =>
  facts.length > 0 ? [{ kind: "facts", items: facts.slice(0, MOST - 1).map(claim) }] : [];

/** 东莞的激光谷: the thing exists, but the documents tie it to something else. */
function correction(
  search: Search,
  frame: Frame,
  runs: readonly string[],
  things: readonly string[],
): Draft | undefined {
  const name = runs.find((run) => run.length >= NAME_LENGTH || things.includes(run));
  if (name === undefined || !namesEntity(frame) || (frame.clusters.length > 0 && frame.cities.length === 0))
    return undefined;
  const facts = search
    .find(runs, () => true, MOST)
    .map((hit) => hit.fact)
    .filter((f) => names(f, runs, things));
  const first = facts.find(
    (f) =>
      frame.clusters.length === 0 ||
      frame.clusters.some((c) => f.clusters.includes(c)) ||
      frame.cities.some((c) => f.cities.includes(c)),
  );
  if (!first || first.cities.length === 0) return undefined;
  return {
    outcome: "answer",
    title: { text: `${UNSAID}${first.text}。`, facts: [first] },
    clusters: first.clusters,
    cities: [...new Set([...first.cities, ...frame.cities])],
    next: first.clusters.slice(0, 1).map((c) => `/cluster ${c}`),
  };
}

/** A fact that names one of the known things: 王曦 in 王曦是省长吗. */
const partly = (
  hits: readonly Hit[],
  runs: readonly string[],
  things: readonly string[],
): Fact | undefined => {
  const known = runs.filter((run) => things.includes(run));
  return hits.map((hit) => hit.fact).find((f) => known.some((run) => names(f, [run], things)));
};

/** A yes/no question whose claim stands in no fact: not said, and here is what is. */
function denied(frame: Frame, typed: Draft | undefined, near: Fact | undefined): Draft | undefined {
  if (!has(frame, "yesno")) return undefined;
  if (near)
    return {
      outcome: "answer",
      title: { text: `${UNSAID}${near.text}。`, facts: [near] },
      clusters: near.clusters,
      cities: near.cities,
    };
  if (typed?.outcome !== "answer" || typed.title.facts.length === 0) return undefined;
  return { ...typed, title: { ...typed.title, text: `${UNSAID}${withoutLead(typed.title.text)}` } };
}

/** What the understood part of the question would get, marked as only the nearest. */
const hedged = (typed: Draft | undefined): Draft | undefined =>
  typed?.outcome === "answer" ? under("这句话没有全看懂，最接近的是：", typed) : undefined;

function nearReply(frame: Frame, hits: readonly Hit[]): Draft | undefined {
  const near = hits
    .filter((hit) => hit.share >= FLOOR)
    .slice(0, MOST)
    .map((hit) => hit.fact);
  const [first] = near;
  if (!first) return undefined;
  return {
    outcome: "clarify",
    title: { text: "文件没有直接回答，最接近的说法是：", facts: [] },
    blocks: [{ kind: "facts", items: near.map(claim) }],
    clusters: frame.clusters,
    cities: frame.cities,
    next: first.clusters.slice(0, 1).map((c) => `/cluster ${c}`),
  };
}

function refusal(frame: Frame): Draft {
  const next = [...frame.clusters.map((c) => `/cluster ${c}`), ...frame.cities.map((c) => `/city ${c}`)];
  const draft = notInDocuments(subjectOf(frame), has(frame, "yesno"), next.length > 0 ? next : undefined);
  return { ...draft, clusters: frame.clusters, cities: frame.cities };
}
