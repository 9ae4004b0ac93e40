/** 万亿级: which clusters are, held against their latest size. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Fact } from "../../dataset/schema.ts";
import { type Draft } from "../compose.ts";
import { findFigures } from "../figures.ts";
import { type Frame } from "../frame.ts";
import { ORDINAL_UNIT } from "../numbers.ts";
import { NO, UNSAID, YES, tellsAmount } from "../verdict.ts";
import { nextFigures } from "./next.ts";

/** 新能源是万亿级吗: held against the latest size, or against a fact that says so. */
export function trillionReply(dataset: Dataset, frame: Frame): Draft | undefined {
  const sizes = findFigures(dataset, {
    ...frame,
    topics: [],
    measures: ["revenue", "scale", "output-value"],
    statuses: ["result"],
    amounts: [],
    years: [],
  });
  const series = seriesFact(dataset, frame);
  if (series) return told(frame, series.fact, series.lead);
  const amount = { value: 1, unit: "万亿元", bound: "over" as const };
  const best = sizes.find((f) => !f.fact.disputed);
  const confirmed = sizes.find((f) => !f.fact.disputed && tellsAmount(f.fact, amount) === "yes");
  const listed = dataset.facts.find(
    (f) =>
      f.group === "全部" &&
      f.topics.includes("trillion") &&
      f.topics.includes("membership") &&
      frame.clusters.every((c) => f.text.includes(c.replace("产业", ""))),
  );
  const fact = confirmed?.fact ?? listed ?? best?.fact;
  if (!fact) return undefined;
  const early = frame.years.some((year) => year < reachedIn(fact));
  const lead = (confirmed ?? listed) && !early ? YES : tellsAmount(fact, amount) === "no" ? NO : UNSAID;
  return told(frame, fact, frame.negated && lead === YES ? NO : lead);
}

/** The year a fact tells the size of; with no figure, the year it names. */
const reachedIn = (fact: Fact): number =>
  Math.min(
    ...(fact.figures ?? []).map((f) => f.year),
    ...(fact.figures ? [] : (fact.text.match(/20\d\d/g) ?? []).map(Number)),
  );

/** 汽车是第 9 个吗: the place in the series that a fact gives the cluster. */
function seriesFact(dataset: Dataset, frame: Frame): { fact: Fact; lead: string } | undefined {
  const place = frame.amounts.find((a) => a.unit === ORDINAL_UNIT);
  if (!place) return undefined;
  const own = frame.clusters.flatMap((c) => dataset.factsOfCluster.get(c) ?? []);
  const fact = own.find((f) => /第 \d+ 个/.test(f.text) && !f.text.includes("有望"));
  return fact && { fact, lead: tellsAmount(fact, place) === "yes" ? YES : NO };
}

function told(frame: Frame, fact: Fact, lead: string): Draft {
  return {
    outcome: "answer",
    title: { text: `${lead}${fact.text}。`, facts: [fact] },
    clusters: frame.clusters,
    next: ["万亿级集群有几个", ...nextFigures(frame)],
  };
}
