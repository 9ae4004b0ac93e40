/** Questions with words the lexicon does not know: a named thing in a fact, the closest facts, or a refusal. */
import type { Fact } from "../../dataset/schema.ts";
import { claim, type Draft } from "../compose.ts";
import { sameAmount } from "../facts.ts";
import { type Frame, has } from "../frame.ts";
import type { Hit, Search } from "../search.ts";
import { notInDocuments } from "./refuse.ts";
import { subjectOf } from "./subject.ts";

/** Least share of the unknown words a fact must contain to be offered as close. */
const FLOOR = 0.6;
const MOST = 3;
/** A name shorter than this is too common to hang a correction on. */
const NAME_LENGTH = 3;

/**
 * @param runs the words nobody knew.
 * @param typed what the rest of the question would get by itself, if it is complete.
 */
export function closestReply(
  search: Search,
  frame: Frame,
  runs: readonly string[],
  typed: Draft | undefined,
): Draft {
  const hits = search.find(runs, (fact) => concerns(fact, frame), 6);
  const named = hits.filter((hit) => hit.share === 1).map((hit) => hit.fact);
  if (named.length > 0) return namedReply(frame, named);
  return correction(search, frame, runs) ?? hedged(typed) ?? nearReply(frame, hits) ?? refusal(frame);
}

/** The fact speaks of everything the question names. */
function concerns(fact: Fact, frame: Frame): boolean {
  return (
    (frame.clusters.length === 0 || frame.clusters.some((c) => fact.clusters.includes(c))) &&
    (frame.cities.length === 0 || frame.cities.some((c) => fact.cities.includes(c)))
  );
}

/** Every unknown word stands in these facts: they are what the question is about. */
function namedReply(frame: Frame, facts: readonly Fact[]): Draft {
  const fitting = facts.filter((f) => tellsFigure(f, frame));
  const [first, ...rest] = fitting.length > 0 ? fitting : facts;
  if (!first) throw new Error("namedReply needs a fact");
  const exact = fitting.length > 0;
  const items = [first, ...rest].slice(0, MOST);
  return {
    outcome: exact ? "answer" : "clarify",
    title: exact
      ? { text: `${lead(frame, first)}${first.text}。`, facts: [first] }
      : { text: "文件没有写你问的这个数字，相关的说法有：", facts: [] },
    blocks: exact ? others(rest) : [{ kind: "facts", items: items.map(claim) }],
    clusters: frame.clusters.length > 0 ? frame.clusters : first.clusters,
    cities: frame.cities.length > 0 ? frame.cities : first.cities,
    next: [...first.clusters.slice(0, 1).map((c) => `/cluster ${c}`), ...first.cities.slice(0, 2).map((c) => `/city ${c}`)],
  };
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

function lead(frame: Frame, fact: Fact): string {
  if (!has(frame, "yesno")) return "";
  if (frame.amounts.length === 0) return "文件的说法是：";
  const same = fact.figures?.some((g) => frame.amounts.some((a) => sameAmount(g, a)));
  return same ? "是：" : "不是：";
}

/** 东莞的激光谷: the thing exists, but the documents tie it to something else. */
function correction(search: Search, frame: Frame, runs: readonly string[]): Draft | undefined {
  if (!runs.some((run) => run.length >= NAME_LENGTH)) return undefined;
  const hits = search.find(runs, () => true, MOST).filter((hit) => hit.share === 1);
  const [first] = hits.map((hit) => hit.fact).filter((f) => runs.every((run) => f.text.toLowerCase().includes(run)));
  if (!first) return undefined;
  return {
    outcome: "answer",
    title: { text: `文件没有这样说，写的是：${first.text}。`, facts: [first] },
    clusters: first.clusters,
    cities: [...new Set([...first.cities, ...frame.cities])],
    next: first.clusters.slice(0, 1).map((c) => `/cluster ${c}`),
  };
}

/** What the understood part of the question would get, marked as only the nearest. */
function hedged(typed: Draft | undefined): Draft | undefined {
  if (!typed || typed.outcome !== "answer") return undefined;
  return {
    ...typed,
    outcome: "clarify",
    title: { text: "这句话没有全看懂，最接近的是：", facts: [] },
    blocks: [{ kind: "facts", items: [typed.title] }, ...(typed.blocks ?? [])],
  };
}

function nearReply(frame: Frame, hits: readonly Hit[]): Draft | undefined {
  const near = hits.filter((hit) => hit.share >= FLOOR).slice(0, MOST).map((hit) => hit.fact);
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
