/** Questions with words the lexicon does not know: a named thing in a fact, the closest facts, or a refusal. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Fact } from "../../dataset/schema.ts";
import { claim, type Draft } from "../compose.ts";
import { inDocuments } from "../figures.ts";
import { type Frame, has, namesEntity, type Reading } from "../frame.ts";
import { type Hit, type Search, terms } from "../search.ts";
import { leadFor, UNSAID } from "../verdict.ts";
import { notInDocuments } from "./refuse.ts";
import { subjectOf } from "./subject.ts";
import { topicsOf } from "./topics.ts";

/** Least share of the unknown words a fact must contain to be offered as close. */
const FLOOR = 0.6;
const MOST = 3;
/** A name shorter than this is too common to hang a yes or a correction on. */
const NAME_LENGTH = 3;

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
  if (covers(typed, runs) && !has(frame, "yesno")) return typed;
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

/** Of facts that name the same things, the one that shares more of the question's words comes first. */
function alike(facts: readonly Fact[], text: string): Fact[] {
  const asked = new Set(terms(text));
  const shared = (f: Fact): number => new Set(terms(f.text).filter((term) => asked.has(term))).size;
  return facts.toSorted((a, b) => shared(b) - shared(a));
}

/** The understood part already answers with facts that contain the words nobody knew. */
const covers = (typed: Draft | undefined, runs: readonly string[]): typed is Draft =>
  typed?.outcome === "answer" &&
  typed.title.facts.length > 0 &&
  runs.every((run) => typed.title.facts.some((f) => f.text.toLowerCase().includes(run)));

/** Whether a fact names every run: 副省长 does not name 省长. */
function names(fact: Fact, runs: readonly string[], things: readonly string[]): boolean {
  const text = `${fact.text} ${fact.note ?? ""}`.toLowerCase();
  return runs.every((run) => {
    const longer = things.filter((thing) => thing.length > run.length && thing.includes(run));
    return (
      longer.reduce((rest, thing) => rest.replaceAll(thing, " "), text).includes(run) ||
      longer.some((t) => runs.includes(t))
    );
  });
}

const onTopic = (facts: readonly Fact[], frame: Frame): boolean =>
  frame.topics.length === 0 || facts.some((f) => f.topics.some((t) => topicsOf(frame).includes(t)));

/** The fact speaks of everything the question names: cluster, city, document. */
function concerns(dataset: Dataset, fact: Fact, frame: Frame): boolean {
  const general = frame.policy || frame.scopes.length > 0;
  return (
    (frame.clusters.length === 0 || frame.clusters.some((c) => fact.clusters.includes(c))) &&
    (frame.cities.length === 0 ||
      frame.cities.some((c) => fact.cities.includes(c)) ||
      (frame.set !== undefined && fact.text.includes(frame.set))) &&
    (namesEntity(frame) || !general || fact.group !== undefined) &&
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

/**
 * Whether the fact says of the named things what the question says: not if it merely lists them beside others.
 * 牵头 is read out of the sentence; a list of cities or of departments proves nothing about one of them.
 */
function isSure(dataset: Dataset, fact: Fact, frame: Frame, runs: readonly string[]): boolean {
  const part = `${fact.role?.part ?? ""}${fact.role?.label ?? ""}`;
  const known = (run: string): boolean =>
    run.length >= NAME_LENGTH || part.includes(run) || frame.things.includes(run);
  if (!hasTier(fact, frame) || !runs.every(known)) return false;
  if (frame.topics.includes("issuer") && frame.topicWords.includes("牵头"))
    return runs.every((run) => leads(fact.text, run));
  if (fact.cities.length < 2 || frame.cities.length === 0 || runs.every((run) => part.includes(run)))
    return true;
  return runs.every((run) => standsWith(dataset, fact.text, run) === frame.named[0]);
}

/** 湛江东海岛、揭阳大南海: the city written right before the thing. */
const standsWith = (dataset: Dataset, text: string, thing: string): string | undefined =>
  dataset.cities.find(({ id }) => text.includes(id + thing))?.id;

const leads = (text: string, department: string): boolean => {
  const at = text.indexOf(department);
  return /^(?:（[^）]*）|）)?牵头/.test(text.slice(at + department.length));
};

const hasTier = (fact: Fact, frame: Frame): boolean =>
  frame.tiers.length === 0 || (fact.role !== undefined && frame.tiers.includes(fact.role.tier));

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

/** Where a figure is asked for, only a fact that has such a figure answers. */
function tellsFigure(fact: Fact, frame: Frame): boolean {
  const figures = fact.figures ?? [];
  const measured = frame.measures.length === 0 || figures.some((f) => frame.measures.includes(f.measure));
  const dated = frame.years.length === 0 || frame.years.some((y) => fact.text.includes(String(y)));
  return measured && dated;
}

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
  const said = typed.title.text.replace(/^(?:是|不是|文件没有这样说，写的是|文件没有这样说)：/, "");
  return { ...typed, title: { ...typed.title, text: `${UNSAID}${said}` } };
}

/** What the understood part of the question would get, marked as only the nearest. */
function hedged(typed: Draft | undefined): Draft | undefined {
  if (!typed || typed.outcome !== "answer") return undefined;
  return {
    ...typed,
    outcome: "clarify",
    title: { text: "这句话没有全看懂，最接近的是：", facts: [] },
    blocks: [
      {
        kind: "facts",
        items: [
          {
            ...typed.title,
            text: typed.title.text.replace(/^(?:是|不是|文件没有这样说(?:，写的是)?)：/, ""),
          },
        ],
      },
      ...(typed.blocks ?? []),
    ],
  };
}

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
