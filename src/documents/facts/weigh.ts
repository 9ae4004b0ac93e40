/** Proposals beside what the dataset holds: what contradicts it, or repeats it, is in doubt. */
import { closedListFaults, totalFaults } from "../../dataset/check-roles.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import type { Fact } from "../../dataset/schema.ts";
import type { Proposal } from "./proposal.ts";

/**
 * @returns each said once; those that a closed list leaves out, and those that the dataset has already, in doubt. How many
 * cities a list has is kept only where the document tells them all in one list.
 */
export function weigh(dataset: Dataset, proposals: readonly Proposal[]): Proposal[] {
  const once = withoutTotals(dataset, firstOfEach(proposals));
  const known = new Map(dataset.facts.map((fact) => [contentOf(fact), fact.id]));
  const facts = [...dataset.facts, ...once.map((p) => p.fact)];
  const left = new Map(closedListFaults({ ...dataset, facts }, () => "").map((f) => [f.id, f.problem]));
  return once.map((proposal) => {
    const same = known.get(contentOf(proposal.fact));
    const out = left.get(proposal.fact.id);
    const more = [
      ...(same === undefined ? [] : [`${same} says the same`]),
      ...(out === undefined ? [] : [out]),
    ];
    return more.length === 0
      ? proposal
      : { ...proposal, confidence: "doubtful", doubts: [...proposal.doubts, ...more] };
  });
}

/** What a fact says and by which document, without its words and its place. */
const contentOf = ({
  document,
  clusters,
  cities,
  role,
  figures,
  dates,
  numbers,
  topics,
  text,
}: Fact): string =>
  JSON.stringify(
    (role ?? figures ?? dates ?? numbers)
      ? [document, clusters, cities, role && [role.tier, role.part], figures, dates, numbers]
      : [document, topics, text],
  );

/** A head that stands on every page is one. */
const firstOfEach = (proposals: readonly Proposal[]): Proposal[] =>
  [
    ...new Map(proposals.toReversed().map((p) => [`${contentOf(p.fact)}${p.fact.text}`, p])).values(),
  ].toReversed();

function withoutTotals(dataset: Dataset, proposals: readonly Proposal[]): Proposal[] {
  const facts = [...dataset.facts, ...proposals.map((p) => p.fact)];
  const wrong = new Set(totalFaults({ ...dataset, facts }, () => "").map((f) => f.id));
  return proposals.map((proposal) => {
    const { fact } = proposal;
    if (!wrong.has(fact.id) || fact.role?.total === undefined) return proposal;
    const { total, ...role } = fact.role;
    const text = fact.text.replace(`这 ${total} 市`, "");
    const { english, ...rest } = proposal;
    const plain = english?.replace(` (${total} in all)`, "");
    return { ...rest, ...(plain !== undefined && { english: plain }), fact: { ...fact, text, role } };
  });
}
