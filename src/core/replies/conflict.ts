/** Where the sources disagree: both sides, side by side. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Conflict, Fact } from "../../dataset/schema.ts";
import { claim, type Draft } from "../compose.ts";
import { type Frame, namesEntity } from "../frame.ts";
import { tellsAmount } from "../verdict.ts";

const MOST = 5;

/** @returns undefined where no known conflict concerns what the frame names. */
export function conflictReply(dataset: Dataset, frame: Frame): Draft | undefined {
  if (
    !namesEntity(frame) &&
    frame.amounts.length === 0 &&
    frame.scopes.length === 0 &&
    frame.measures.length === 0
  )
    return allConflicts(dataset);
  const [best] = dataset.conflicts
    .map((conflict) => ({ conflict, facts: dataset.factsOfConflict.get(conflict.id) ?? [] }))
    .map((found) => ({ ...found, score: score(found.facts, frame) }))
    .filter((found) => found.score > 0)
    .toSorted((a, b) => b.score - a.score);
  return best && reply(best.conflict, best.facts);
}

const amountIn = (fact: Fact, frame: Frame): boolean =>
  frame.amounts.some((amount) => tellsAmount(fact, amount) === "yes");

/** Facts that concern what is asked; one with the asked amount outweighs any number of others. */
function score(facts: readonly Fact[], frame: Frame): number {
  const told = frame.amounts.length === 0 ? 0 : facts.filter((f) => amountIn(f, frame)).length;
  return facts.filter((f) => concerns(f, frame)).length + 100 * Math.min(1, told);
}

function concerns(fact: Fact, frame: Frame): boolean {
  if (!namesEntity(frame)) return frame.scopes.some((s) => s === fact.group);
  return (
    (frame.clusters.length === 0 || frame.clusters.some((c) => fact.clusters.includes(c))) &&
    (frame.cities.length === 0 || frame.cities.some((c) => fact.cities.includes(c)))
  );
}

const reply = (conflict: Conflict, facts: readonly Fact[]): Draft => ({
  outcome: "answer",
  title: { text: `${conflict.title}。`, facts: facts.slice(0, 1) },
  blocks: [{ kind: "facts", heading: "各处的说法", items: facts.slice(0, MOST).map(claim) }],
  clusters: facts.flatMap((f) => f.clusters),
  cities: facts.flatMap((f) => f.cities),
  next: facts[0]?.clusters.slice(0, 1).map((c) => `/cluster ${c}`) ?? [],
});

const allConflicts = (dataset: Dataset): Draft => ({
  outcome: "clarify",
  title: { text: "已知的来源矛盾有这些，问到时两边都会列出：", facts: [] },
  blocks: [{ kind: "list", items: dataset.conflicts.map((c) => c.title) }],
  next: ["新能源的目标有什么矛盾", "万亿级集群有几个"],
});
