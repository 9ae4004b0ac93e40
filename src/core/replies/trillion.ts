/** 万亿级: which clusters are, held against their latest size. */
import type { Dataset } from "../../dataset/dataset.ts";
import { type Draft } from "../compose.ts";
import { findFigures } from "../figures.ts";
import { type Frame } from "../frame.ts";
import { NO, tellsAmount, YES } from "../verdict.ts";
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
  const lead =
    (confirmed ?? listed) ? YES : tellsAmount(fact, amount) === "no" ? NO : "文件没有这样说，写的是：";
  return {
    outcome: "answer",
    title: { text: `${lead}${fact.text}。`, facts: [fact] },
    clusters: frame.clusters,
    next: ["万亿级集群有几个", ...nextFigures(frame)],
  };
}
