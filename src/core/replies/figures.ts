/** Figures: targets, bases, results. The first line is the best fact itself; the rest follow. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Fact } from "../../dataset/schema.ts";
import { claim, type Draft, type DraftBlock } from "../compose.ts";
import { comparable, MEASURE_NAMES, STATUS_NAMES } from "../facts.ts";
import { findFigures, type Found, isSize, namesPart } from "../figures.ts";
import { asksFor, type Frame, has, namesEntity, theClass } from "../frame.ts";
import { confirms, leadFor, NO, tellsAmount, YES } from "../verdict.ts";
import { subjectOf } from "./subject.ts";

const MOST = 5;

/** @returns undefined where no fact carries such a figure. */
export function figuresReply(dataset: Dataset, frame: Frame): Draft | undefined {
  const disputed = disputedFact(dataset, frame);
  if (disputed) return disputedReply(dataset, frame, disputed);
  if (!isAnchored(frame)) return undefined;
  const found = wanted(findFigures(dataset, frame), frame);
  if (found.length === 0) return nearSize(dataset, frame);
  return spread(dataset, frame) ?? draftOf(dataset, frame, found, partLead(frame, found));
}

/** A bare amount is about nothing: 三个 5000 亿级集群是哪三个. */
const isAnchored = (frame: Frame): boolean =>
  namesEntity(frame) || frame.scopes.length > 0 || frame.policy || frame.documents.length > 0 || frame.measures.length > 0 || frame.statuses.length > 0;

/** 各市的目标: only figures of cities answer. */
function wanted(found: readonly Found[], frame: Frame): readonly Found[] {
  const perCity = asksFor(frame, "which-city") && frame.cities.length === 0;
  return perCity ? found.filter((f) => f.fact.cities.length > 0) : found;
}

/** 游戏 is filed under 数字创意 by us: figures that do not name it are the cluster's, and say so. */
function partLead(frame: Frame, found: readonly Found[]): string {
  const [part] = frame.parts;
  const [first] = found;
  if (part === undefined || !first || namesPart(first.fact, frame)) return "";
  return `文件没有单列“${part}”，${frame.clusters.join("、")}集群的是：`;
}

function draftOf(dataset: Dataset, frame: Frame, found: readonly Found[], lead: string): Draft {
  const facts = confirmingFirst(found, frame).map((f) => f.fact);
  const [first, ...rest] = facts;
  if (!first) throw new Error("draftOf needs at least one fact");
  if (first.disputed) return disputedReply(dataset, frame, first);
  const related = relatedTo(dataset, frame, first, rest);
  return {
    outcome: "answer",
    title: { text: `${lead}${leadFor(frame, first, true)}${first.text}。`, facts: [first] },
    blocks: related.length > 0 ? [{ kind: "facts", heading: "相关数字", items: related.map(claim) }] : [],
    clusters: frame.clusters.length > 0 ? frame.clusters : first.clusters,
    cities: frame.cities.length > 0 ? frame.cities : first.cities,
    next: nextFigures(frame),
  };
}

/** Facts of the same conflict always come along; then the others, to a readable number. */
function relatedTo(dataset: Dataset, frame: Frame, first: Fact, rest: readonly Fact[]): Fact[] {
  const same = dataset.facts.filter((f) => f.conflict !== undefined && f.conflict === first.conflict && f.id !== first.id && f.figures);
  const sized = frame.measures.some(isSize) ? otherSizes(dataset, frame, first) : [];
  const agreed = new Set(first.agrees ?? []);
  const others = [...sized, ...rest].filter((f) => !same.includes(f) && !agreed.has(f.id));
  return [...new Set([...same.slice(0, 3), ...others])].slice(0, MOST);
}

/** 规模 and 营收 of the same year stand beside each other: they are often taken for one another. */
function otherSizes(dataset: Dataset, frame: Frame, first: Fact): Fact[] {
  if (frame.years.length === 0) return [];
  const found = findFigures(dataset, { ...frame, measures: ["revenue", "scale", "output-value"] });
  return found.map((f) => f.fact).filter((f) => f.id !== first.id && !f.disputed);
}

/** The fact that confirms the asked amount leads; otherwise the order stands. */
function confirmingFirst(found: readonly Found[], frame: Frame): readonly Found[] {
  if (!has(frame, "yesno") || frame.amounts.length === 0) return found;
  const says = found.filter((f) => !f.fact.disputed && confirms(f.fact, frame));
  const comparableOnes = found.filter((f) => frame.amounts.some((a) => tellsAmount(f.fact, a) !== undefined));
  return [...new Set([...says, ...comparableOnes, ...found])];
}

// Side by side --------------------------------------------------------------------------------------------------

interface Axis {
  names: string[];
  frames: Frame[];
}

/** What a question lays side by side: cities, years, or target and result. */
function axisOf(frame: Frame): Axis | undefined {
  const { cities, years, statuses, scopes, set } = frame;
  const classes = scopes.filter((s) => s !== "全部");
  if (classes.length > 1) return { names: classes.map((s) => `${s}集群`), frames: classes.map((s) => ({ ...frame, scopes: [s] })) };
  if (cities.length > 1 && set === undefined) return { names: cities, frames: cities.map((c) => ({ ...frame, cities: [c], named: [c] })) };
  if (years.length > 1) return { names: years.map((y) => `${y} 年`), frames: years.map((y) => ({ ...frame, years: [y], statuses: [] })) };
  if (statuses.length > 1) return { names: statuses.map((s) => STATUS_NAMES[s]), frames: statuses.map((s) => ({ ...frame, statuses: [s] })) };
  return undefined;
}

/** One fact a side; sides without one are named. */
function spread(dataset: Dataset, frame: Frame): Draft | undefined {
  const axis = axisOf(frame);
  if (!axis || (has(frame, "yesno") && frame.amounts.length > 0)) return undefined;
  const sides = axis.frames.map((f) => findFigures(dataset, f).find((found) => !found.fact.disputed));
  const facts = [...new Set(sides.flatMap((s) => (s ? [s.fact] : [])))];
  const [first, ...rest] = facts;
  if (!first) return undefined;
  const missing = axis.names.filter((_, i) => sides[i] === undefined);
  const top = highest(axis.names, sides);
  const blocks: DraftBlock[] = [
    { kind: "facts", items: (top ? facts : rest).map(claim) },
    ...(missing.length > 0 ? [{ kind: "note" as const, text: `文件没有写${missing.join("、")}的这一数字。` }] : []),
  ];
  return {
    outcome: "answer",
    title: top ? { text: `${top}。`, facts } : { text: `${first.text}。`, facts: [first] },
    blocks: blocks.filter((b) => b.kind !== "facts" || b.items.length > 0),
    clusters: frame.clusters,
    cities: frame.cities,
    next: nextFigures(frame),
  };
}

/** Compared only where one document gives the same measure, unit and year for every side. */
function highest(names: readonly string[], sides: readonly (Found | undefined)[]): string | undefined {
  const known = sides.flatMap((side) => side ?? []);
  const [first] = known;
  if (!first || known.length < sides.length || known.length < 2) return undefined;
  const alike = known.every(({ fact, figure }) => fact.document === first.fact.document && figure.measure === first.figure.measure && figure.year === first.figure.year && figure.status === first.figure.status && figure.value !== undefined && (figure.of ?? "").replace(/.*，/, "") === (first.figure.of ?? "").replace(/.*，/, ""));
  if (!alike) return undefined;
  const values = known.map(({ figure }) => comparable(figure.value ?? 0, figure.unit ?? "").value);
  const best = values.indexOf(Math.max(...values));
  const equal = values.every((v) => v === values[0]);
  return equal ? `${names.join("、")}的${MEASURE_NAMES[first.figure.measure]}相同` : `${names.join("、")}相比，${names[best] ?? ""}的${MEASURE_NAMES[first.figure.measure]}最高（同一出处、同一年）`;
}

// Disputes and gaps ---------------------------------------------------------------------------------------------

/** The question names a disputed figure: it is answered with its dispute, whatever else it asks. */
function disputedFact(dataset: Dataset, frame: Frame): Fact | undefined {
  const money = frame.amounts.filter((a) => /亿/.test(a.unit));
  return dataset.facts.find((f) => f.disputed && money.some((a) => tellsAmount(f, { value: a.value, unit: a.unit }) === "yes") && concernsScope(f, frame));
}

export const namesDisputed = (dataset: Dataset, frame: Frame): boolean => disputedFact(dataset, frame) !== undefined;

const concernsScope = (fact: Fact, frame: Frame): boolean =>
  frame.clusters.length === 0
    ? (frame.scopes.includes("全部") || theClass(frame) === undefined) && fact.clusters.length === 0
    : frame.clusters.some((c) => fact.clusters.includes(c));

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
  const found = wanted(findFigures(dataset, { ...frame, measures: ["revenue", "scale", "output-value"] }), frame);
  const known = found[0] ? MEASURE_NAMES[found[0].figure.measure] : "";
  const lead = `文件没有“${MEASURE_NAMES[measure]}”这一口径，有${known}：`;
  return found.length > 0 ? draftOf(dataset, frame, found, lead) : undefined;
}

/** 新能源是万亿级吗: held against the latest size, or against a fact that says so. */
export function trillionReply(dataset: Dataset, frame: Frame): Draft | undefined {
  const sizes = findFigures(dataset, { ...frame, topics: [], measures: ["revenue", "scale", "output-value"], statuses: ["result"], amounts: [], years: [] });
  const amount = { value: 1, unit: "万亿元", bound: "over" as const };
  const [best] = sizes.filter((f) => !f.fact.disputed);
  const confirmed = sizes.find((f) => !f.fact.disputed && tellsAmount(f.fact, amount) === "yes");
  const listed = dataset.facts.find((f) => f.group === "全部" && f.topics.includes("trillion") && f.topics.includes("membership") && frame.clusters.every((c) => f.text.includes(c.replace("产业", ""))));
  const fact = confirmed?.fact ?? listed ?? best?.fact;
  if (!fact) return undefined;
  const lead = confirmed ?? listed ? YES : tellsAmount(fact, amount) === "no" ? NO : "文件没有这样说，写的是：";
  return {
    outcome: "answer",
    title: { text: `${lead}${fact.text}。`, facts: [fact] },
    clusters: frame.clusters,
    next: ["万亿级集群有几个", ...nextFigures(frame)],
  };
}

/** The documents do not tell this figure. No figure in the refusal, not even the year asked for. */
export function noFigure(frame: Frame): Draft {
  const what = frame.measures.map((m) => MEASURE_NAMES[m]).join("、");
  const status = frame.statuses.map((s) => STATUS_NAMES[s]).join("、");
  const year = frame.years.length > 0 ? "你问的这一年的" : "";
  const no = has(frame, "yesno") ? "文件没有这样说：" : "";
  const subject = subjectOf(frame);
  const of = subject === "" ? "" : "的";
  return {
    outcome: "unknown",
    title: { text: `${no}我们手上的文件没有写${subject}${of}${year}${what}${status || (what ? "" : "数字")}。`, facts: [] },
    clusters: frame.clusters,
    cities: frame.cities,
    next: nextFigures(frame),
  };
}

function nextFigures(frame: Frame): string[] {
  const [cluster] = frame.clusters;
  const [city] = frame.cities;
  if (cluster === undefined) return city === undefined ? ["支柱集群的目标", "新兴集群的目标"] : [`/city ${city}`];
  const asked = frame.statuses.includes("target") ? `${cluster}的最新数据` : `${cluster}的目标`;
  return [asked, `${cluster}有哪些核心城市`, `/cluster ${cluster}`];
}
