/** What is only seen once all of a question was heard: what a word means beside the others. */
import type { Dataset } from "../../dataset/dataset.ts";
import { isMembers } from "../query.ts";
import { addFilter, addFlag, filtersOf, type Flag, has, hasDim, type Heard, valuesOf } from "./heard.ts";

/** 重点 alone is a role where roles are asked for, in this turn or the one before. */
export function weakTier(heard: Heard): void {
  const asked = hasDim(heard, "city", "cluster") || has(heard, "which-city", "which-cluster");
  const span = heard.flags.get("weakKey")?.[0];
  // key or listed: each of them is a role.
  const isOther = hasDim(heard, "topic", "measure") || (hasDim(heard, "tier") && !has(heard, "or"));
  if (span && asked && !isOther) addFilter(heard, { dim: "tier", in: ["key"] }, span);
}

/** 珠海我知道了，其他的核心城市呢: the cities named before it are left out. */
export function othersOnly(heard: Heard): void {
  const [other] = heard.flags.get("other") ?? [];
  const behind = (flag: Flag): boolean =>
    heard.flags.get(flag)?.some((s) => s.start >= (other?.end ?? 0)) ?? false;
  const wanted = behind("noun-cluster") || behind("which-cluster") ? "cluster" : "city";
  if (
    !other ||
    !(hasDim(heard, "tier") || has(heard, "which-city", "which-cluster", "noun-city", "noun-cluster"))
  )
    return;
  for (const h of heard.filters)
    if (
      isMembers(h.filter) &&
      h.filter.dim === wanted &&
      !h.filter.as &&
      (h.spans[0]?.end ?? 0) <= other.start
    )
      h.filter = { ...h.filter, not: true };
}

/** 家电和纺织谁大: a word for a part of one is no part of the other, so that the wholes are meant. */
export function partsOfNone(heard: Heard): void {
  if (heard.byName && valuesOf(heard, "cluster").length > 1)
    heard.filters = heard.filters.filter(({ filter }) => filter.dim !== "part");
}

/** A VS B，是前者高吗: the first is what a comparison claims anyway; 后者 is none of it, and stays. */
export function formerIsFirst(heard: Heard): void {
  const named = [...valuesOf(heard, "cluster"), ...valuesOf(heard, "city")].length;
  if (named > 1 && valuesOf(heard, "place").join() === "former")
    heard.filters = heard.filters.filter(({ filter }) => filter.dim !== "place");
}

/** 要求增速不低于 10%: what is aimed at is asked for, whatever came of it. */
export function demanded({ words }: Dataset, heard: Heard): void {
  const isFigure = hasDim(heard, "measure", "value") && !hasDim(heard, "status", "tier");
  const demand = heard.filters.find(
    ({ filter, spans }) => filter.dim === "topic" && spans.every((s) => words.demands.includes(s.text)),
  );
  if (!isFigure || !demand) return;
  heard.filters = heard.filters.filter((h) => h !== demand);
  addFilter(
    heard,
    { dim: "status", in: ["target", "threshold"] },
    demand.spans[0] ?? { start: 0, end: 0, text: "" },
  );
}

/** 年均增速: that of one year is another figure. */
export function averaged({ words }: Dataset, heard: Heard): void {
  const [name] = words.averages;
  const span = heard.filters
    .flatMap(({ filter, spans }) => (isMembers(filter) && filter.in.includes("growth") ? spans : []))
    .find(({ text }) => words.averages.some((w) => text.includes(w)));
  const figures = heard.filters.filter(({ filter }) => filter.dim === "value").length;
  // Beside another amount the rate alone is averaged, and the word is no constraint of all of them.
  if (span && name !== undefined && figures < 2) addFilter(heard, { dim: "word", in: [name] }, span);
}

/** 有 3000 亿吗, 3000 亿了没, 没有 3000 亿: asked or denied it is that much, or more; flatly said it is just that. */
export function amounts({ words }: Dataset, heard: Heard): void {
  if (!has(heard, "yesno", "not")) return;
  const exact = words.bounds.equal?.before ?? [];
  for (const h of heard.filters) {
    const [span] = h.spans;
    const before = heard.text.slice(0, span?.start).trimEnd();
    // 有正好 400 万辆吗: just that is said.
    const isJust = exact.some((w) => span?.text.startsWith(w));
    const after = heard.text.slice(span?.end).trimStart();
    const isThere =
      !isJust &&
      (words.amounting.some((w) => before.endsWith(w)) || words.aspects.some((w) => after.startsWith(w)));
    if (h.filter.dim === "value" && h.filter.cmp === "=" && isThere) h.filter = { ...h.filter, cmp: ">=" };
  }
}

/** 最强的产业: with nothing else to be first in, the figures decide; 点名最多的 is no size. */
export function sized({ words }: Dataset, heard: Heard): void {
  const [span] = [...(heard.flags.get("max") ?? []), ...(heard.flags.get("min") ?? [])];
  const isOther =
    hasDim(
      heard,
      "city",
      "cluster",
      "tier",
      "measure",
      "status",
      "topic",
      "value",
      "word",
      "series",
      "act",
    ) || has(heard, "which-city", "noun-city", "count", "role");
  if (
    span &&
    words.sizes.includes(span.text) &&
    !isOther &&
    (hasDim(heard, "class") || has(heard, "noun-cluster", "which-cluster"))
  )
    addFlag(heard, "sized", span);
}

/** 河源是哪个集群的核心, 佛山属于哪个集群: with no cluster that belongs to anything, clusters are what is wanted. */
export function clustersOf(heard: Heard): void {
  const spans = heard.flags.get("belongs");
  if (!spans || !hasDim(heard, "city") || hasDim(heard, "cluster", "class", "word", "topic", "number"))
    return;
  heard.flags.delete("belongs");
  for (const span of spans) addFlag(heard, "which-cluster", span);
}

/** 不要广州, 除了粤东: what only leaves something out leaves it out of what was told before. */
export function onlyLeavesOut(heard: Heard): void {
  const { filters, flags } = heard;
  const leaves =
    filters.length > 0 && filters.every(({ filter }) => isMembers(filter) && filter.not === true);
  if (leaves && flags.size === 0) heard.followUp = true;
}

/** Single words that compare only where there is something to compare: 多, 大, 先. */
export function settled(heard: Heard): Heard {
  const several = (dim?: string): boolean =>
    filtersOf(heard).some(
      (f) => isMembers(f) && (dim ?? f.dim) === f.dim && f.in.length > 1 && f.as === undefined,
    );
  if (several() || has(heard, "than")) {
    // 《意见》和行动计划, 哪个提深圳更多: two documents are compared by how often they say it.
    if (several("document") && has(heard, "more", "less"))
      addFilter(heard, { dim: "topic", in: ["mention"] }, { start: 0, end: 0, text: "" });
    return heard;
  }
  if (has(heard, "count", "how-many-cities", "how-many-clusters")) heard.flags.delete("sum");
  for (const flag of ["more", "less"] as const) {
    const all = heard.flags.get(flag) ?? [];
    const spans = all.filter((s) => s.text.length > 1);
    heard.dropped.push(...all.filter((s) => s.text.length === 1));
    if (spans.length > 0) heard.flags.set(flag, spans);
    else heard.flags.delete(flag);
  }
  return heard;
}
