/** Figures: targets, bases, results. The first line is the best fact itself; the rest follow. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Fact } from "../../dataset/schema.ts";
import { claim, type Draft } from "../compose.ts";
import { MEASURE_NAMES, sameAmount, STATUS_NAMES } from "../facts.ts";
import { findFigures, type Found, isSize } from "../figures.ts";
import { type Frame, has } from "../frame.ts";
import { subjectOf } from "./subject.ts";

const MOST = 5;

/** @returns undefined where no fact carries such a figure. */
export function figuresReply(dataset: Dataset, frame: Frame): Draft | undefined {
  const found = findFigures(dataset, frame);
  return found.length > 0 ? draftOf(dataset, frame, found, "") : nearSize(dataset, frame);
}

function draftOf(dataset: Dataset, frame: Frame, found: readonly Found[], lead: string): Draft {
  const facts = (has(frame, "yesno") && frame.amounts.length > 0 ? confirmingFirst(found, frame) : found).map((f) => f.fact);
  const [first, ...rest] = facts;
  if (!first) throw new Error("draftOf needs at least one fact");
  if (first.disputed) return disputedReply(dataset, frame, first);
  return {
    outcome: "answer",
    title: { text: `${lead}${verdict(frame, found)}${first.text}。`, facts: [first] },
    blocks: rest.length > 0 ? [{ kind: "facts", heading: "相关数字", items: relatedTo(first, rest).map(claim) }] : [],
    clusters: frame.clusters.length > 0 ? frame.clusters : first.clusters,
    cities: frame.cities.length > 0 ? frame.cities : first.cities,
    next: nextFigures(frame),
  };
}

/** Facts of the same conflict always come along; then the others, to a readable number. */
function relatedTo(first: Fact, rest: readonly Fact[]): Fact[] {
  const same = rest.filter((f) => f.conflict !== undefined && f.conflict === first.conflict);
  const agreed = new Set(first.agrees ?? []);
  const others = rest.filter((f) => !same.includes(f) && !agreed.has(f.id));
  return [...same, ...others].slice(0, MOST);
}

/** The fact that says the asked amount leads; otherwise the order stands. */
function confirmingFirst(found: readonly Found[], frame: Frame): Found[] {
  const says = found.filter((f) => !f.fact.disputed && statesAmount(f.fact, frame));
  return [...says, ...found.filter((f) => !says.includes(f))];
}

const statesAmount = (fact: Fact, frame: Frame): boolean =>
  (fact.figures ?? []).some((figure) => frame.amounts.some((a) => sameAmount(figure, a)));

function verdict(frame: Frame, found: readonly Found[]): string {
  if (!has(frame, "yesno") || frame.amounts.length === 0) return "";
  return found.some((f) => !f.fact.disputed && statesAmount(f.fact, frame)) ? "是：" : "不是：";
}

/** Nothing but a disputed figure: the dispute is the answer. */
function disputedReply(dataset: Dataset, frame: Frame, fact: Fact): Draft {
  const conflict = dataset.conflict.get(fact.conflict ?? "");
  const others = dataset.facts.filter((f) => f.conflict === fact.conflict && f.id !== fact.id && !f.disputed);
  const no = has(frame, "yesno") ? "不是，这个数不可信：" : "这个数有争议，不能直接用：";
  return {
    outcome: "answer",
    title: { text: `${no}${conflict?.title ?? fact.text}。`, facts: [fact, ...others.slice(0, 1)] },
    blocks: [{ kind: "facts", heading: "两边的说法", items: [fact, ...others].slice(0, 4).map(claim) }],
    clusters: frame.clusters,
    cities: frame.cities,
    next: ["支柱集群的营收", "新兴集群的营收"],
  };
}

/** 产值 asked, only 营业收入 known: offered under its own name. */
function nearSize(dataset: Dataset, frame: Frame): Draft | undefined {
  const [measure] = frame.measures;
  if (!measure || !isSize(measure) || has(frame, "yesno")) return undefined;
  const found = findFigures(dataset, { ...frame, measures: ["revenue", "scale", "output-value"] });
  const known = found[0] ? MEASURE_NAMES[found[0].figure.measure] : "";
  const lead = `文件没有“${MEASURE_NAMES[measure]}”这一口径，有${known}：`;
  return found.length > 0 ? draftOf(dataset, frame, found, lead) : undefined;
}

/** The documents do not tell this figure. No figure in the refusal, not even the year asked for. */
export function noFigure(frame: Frame): Draft {
  const what = frame.measures.map((m) => MEASURE_NAMES[m]).join("、");
  const status = frame.status ? STATUS_NAMES[frame.status] : "";
  const year = frame.years.length > 0 ? "你问的这一年的" : "";
  const no = has(frame, "yesno") ? "文件没有这样说：" : "";
  return {
    outcome: "unknown",
    title: { text: `${no}我们手上的文件没有写${subjectOf(frame)}${year}${what}${status || (what ? "" : "数字")}。`, facts: [] },
    clusters: frame.clusters,
    cities: frame.cities,
    next: nextFigures(frame),
  };
}

function nextFigures(frame: Frame): string[] {
  const [cluster] = frame.clusters;
  const [city] = frame.cities;
  if (cluster === undefined) return city === undefined ? ["支柱集群的目标", "新兴集群的目标"] : [`/city ${city}`];
  const asked = frame.status === "target" ? `${cluster}的最新数据` : `${cluster}的目标`;
  return [asked, `${cluster}有哪些核心城市`, `/cluster ${cluster}`];
}
