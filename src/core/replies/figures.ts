/** Figures: targets, bases, results. The first line is the best fact itself; the rest follow. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Fact } from "../../dataset/schema.ts";
import { claim, type Draft } from "../compose.ts";
import { MEASURE_NAMES, STATUS_NAMES } from "../facts.ts";
import { findFigures, type Found, isOfPeriod, isSize, namesPart } from "../figures.ts";
import { asksFor, type Frame, has, namesEntity } from "../frame.ts";
import { confirms, leadFor, tellsAsked } from "../verdict.ts";
import { subjectOf } from "./subject.ts";
import { disputedFact, disputedReply } from "./disputed.ts";
import { spread } from "./sides.ts";
import { nextFigures } from "./next.ts";

const MOST = 5;

/** @returns undefined where no fact carries such a figure. */
export function figuresReply(dataset: Dataset, frame: Frame): Draft | undefined {
  const disputed = disputedFact(dataset, frame);
  if (disputed) return disputedReply(dataset, frame, disputed);
  if (!isAnchored(frame)) return undefined;
  const found = ofParts(wanted(findFigures(dataset, frame), frame), frame);
  if (
    found.length === 0 &&
    frame.scopes.includes("全部") &&
    frame.clusters.length === 0 &&
    frame.scopes.length === 1
  )
    return figuresReply(dataset, { ...frame, scopes: ["支柱", "新兴"] });
  if (found.length === 0) return nearSize(dataset, frame);
  const unclear = unclearTime(frame, found);
  if (unclear) return unclear;
  return spread(dataset, frame) ?? draftOf(dataset, frame, found, partLead(frame, found));
}

/** A bare amount is about nothing: 三个 5000 亿级集群是哪三个. */
const isAnchored = (frame: Frame): boolean =>
  namesEntity(frame) ||
  frame.scopes.length > 0 ||
  frame.policy ||
  frame.documents.length > 0 ||
  frame.measures.length > 0 ||
  frame.statuses.length > 0;

/** 储能 asked, and only a figure of 海上风电 known: another part is no answer; the whole may be offered. */
function ofParts(found: readonly Found[], frame: Frame): readonly Found[] {
  if (frame.parts.length === 0) return found;
  return found.filter((f) => namesPart(f.fact, frame) || f.figure.of === undefined);
}

/** 二季度, 下半年, 今年: where no figure is of that time, the nearest is offered as such. */
function unclearTime(frame: Frame, found: readonly Found[]): Draft | undefined {
  const fitting = found.filter((f) => isOfPeriod(f.fact, frame));
  if (fitting.length === found.length && !frame.relativeYear) return undefined;
  if (fitting.length > 0 && !frame.relativeYear) return undefined;
  const why = frame.relativeYear ? "说不准是哪一年，请写年份" : "文件没有写你问的这一段时间";
  return {
    outcome: "clarify",
    title: { text: `${why}；文件里有的是：`, facts: [] },
    blocks: [{ kind: "facts", items: found.slice(0, 3).map((f) => claim(f.fact)) }],
    clusters: frame.clusters,
    cities: frame.cities,
    next: nextFigures(frame),
  };
}

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
  const no = has(frame, "yesno") ? "文件没有这样说：" : "";
  return `${no}文件没有单列“${part}”，${frame.clusters.join("、")}集群的是：`;
}

function draftOf(dataset: Dataset, frame: Frame, found: readonly Found[], lead: string): Draft {
  const timed = found.filter((f) => isOfPeriod(f.fact, frame));
  const facts = confirmingFirst(timed.length > 0 ? timed : found, frame).map((f) => f.fact);
  const [first, ...rest] = facts;
  if (!first) throw new Error("draftOf needs at least one fact");
  if (first.disputed) return disputedReply(dataset, frame, first);
  if (
    dataset.document.get(first.document)?.layer === "draft" &&
    !frame.documents.includes(first.document) &&
    !has(frame, "yesno")
  )
    return draftOnly(frame, first);
  const related = relatedTo(dataset, frame, first, rest);
  return {
    outcome: "answer",
    title: {
      text: `${lead === "" || !has(frame, "yesno") ? lead + leadFor(dataset, frame, first, true) : lead}${first.text}。`,
      facts: [first],
    },
    blocks: related.length > 0 ? [{ kind: "facts", heading: "相关数字", items: related.map(claim) }] : [],
    clusters: frame.clusters.length > 0 ? frame.clusters : first.clusters,
    cities: frame.cities.length > 0 ? frame.cities : first.cities,
    next: nextFigures(frame),
  };
}

/** A draft is no target: said first, offered after. */
const draftOnly = (frame: Frame, fact: Fact): Draft => ({
  outcome: "clarify",
  title: { text: "没有正式文件的数字，只有征求意见稿的：", facts: [] },
  blocks: [{ kind: "facts", items: [claim(fact)] }],
  clusters: frame.clusters,
  cities: frame.cities,
  next: nextFigures(frame),
});

/** Facts of the same conflict always come along; then the others, to a readable number. */
function relatedTo(dataset: Dataset, frame: Frame, first: Fact, rest: readonly Fact[]): Fact[] {
  const conflict = dataset.factsOfConflict.get(first.conflict ?? "") ?? [];
  const same = conflict.filter((f) => f.id !== first.id && f.figures && !f.disputed);
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

/**
 * The fact that confirms the asked amount leads; otherwise the order stands. Only facts about the same whole or
 * part as the best one are held against it: a part's figure never confirms the whole's.
 */
function confirmingFirst(found: readonly Found[], frame: Frame): readonly Found[] {
  const [best] = found;
  if (!best || !has(frame, "yesno") || frame.amounts.length === 0) return found;
  const whole = best.figure.of === undefined;
  const alike = found.filter(
    (f) => (f.figure.of === undefined) === whole && f.figure.status === best.figure.status,
  );
  const comparable = alike.filter((f) =>
    frame.amounts.some((a) => tellsAsked(f.fact, a, frame) !== undefined),
  );
  // 超过 and 不到 are true of many figures: only the best fact is held against them.
  const bounded = frame.amounts.some((a) => a.bound !== undefined);
  const says = bounded ? undefined : comparable.find((f) => !f.fact.disputed && confirms(f.fact, frame));
  return [...new Set([says, comparable[0], ...found].filter((f) => f !== undefined))];
}

/** 产值 asked, only 营业收入 known: offered under its own name. */
function nearSize(dataset: Dataset, frame: Frame): Draft | undefined {
  const [measure] = frame.measures;
  if (!measure || !isSize(measure) || has(frame, "yesno")) return undefined;
  const sizes = findFigures(dataset, { ...frame, measures: ["revenue", "scale", "output-value"] });
  const found = ofParts(wanted(sizes, frame), frame);
  const known = found[0] ? MEASURE_NAMES[found[0].figure.measure] : "";
  const lead = `文件没有“${MEASURE_NAMES[measure]}”这一口径，有${known}：`;
  return found.length > 0 ? draftOf(dataset, frame, found, `${partLead(frame, found)}${lead}`) : undefined;
}

/** The documents do not tell this figure. No figure in the refusal, not even the year asked for. */
export function noFigure(frame: Frame): Draft {
  const what = frame.measures.map((m) => MEASURE_NAMES[m]).join("、");
  const status = frame.statuses.map((s) => STATUS_NAMES[s]).join("、");
  const asked = `${what}${status || (what ? "" : "数字")}`;
  const subject = subjectOf(frame);
  const year = frame.years.length > 0 ? "这一年的" : subject === "" ? "" : "的";
  const lead = has(frame, "yesno") ? "文件没有这样说：没有写" : "我们手上的文件没有写";
  return {
    outcome: "unknown",
    title: { text: `${lead}${subject}${year}${asked}。`, facts: [] },
    clusters: frame.clusters,
    cities: frame.cities,
    next: nextFigures(frame),
  };
}
