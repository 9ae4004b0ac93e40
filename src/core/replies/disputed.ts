/** A figure in doubt is answered with its dispute, whatever else is asked. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Fact } from "../../dataset/schema.ts";
import { claim, type Draft } from "../compose.ts";
import { type Frame, has, theClass } from "../frame.ts";
import { tellsAmount } from "../verdict.ts";

// Disputes and gaps ---------------------------------------------------------------------------------------------

/** The question names a disputed figure: it is answered with its dispute, whatever else it asks. */
export function disputedFact(dataset: Dataset, frame: Frame): Fact | undefined {
  const money = frame.amounts.filter((a) => /亿/.test(a.unit));
  return dataset.disputed.find(
    (f) =>
      f.disputed &&
      money.some((a) => tellsAmount(f, { value: a.value, unit: a.unit }) === "yes") &&
      concernsScope(f, frame),
  );
}

export const namesDisputed = (dataset: Dataset, frame: Frame): boolean =>
  disputedFact(dataset, frame) !== undefined;

const concernsScope = (fact: Fact, frame: Frame): boolean =>
  frame.clusters.length === 0
    ? (frame.scopes.includes("全部") || theClass(frame) === undefined) && fact.clusters.length === 0
    : frame.clusters.some((c) => fact.clusters.includes(c));

/** Nothing but a disputed figure: the dispute is the answer. */
export function disputedReply(dataset: Dataset, frame: Frame, fact: Fact): Draft {
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
