/** Whether a fact is about the named things of a question, and whether it says of them what is asked. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Fact } from "../../dataset/schema.ts";
import { type Frame, namesEntity } from "../frame.ts";
import { likeness, terms } from "../search.ts";

/** A name shorter than this is too common to hang a yes or a correction on. */
export const NAME_LENGTH = 3;

/** Of facts that name the same things, the one that shares more of the question's words comes first. */
export function alike(facts: readonly Fact[], text: string): Fact[] {
  const asked = new Set(terms(text));
  return facts.toSorted((a, b) => likeness(b, asked) - likeness(a, asked));
}

/** Whether a fact names every run: 副省长 does not name 省长. */
export function names(fact: Fact, runs: readonly string[], things: readonly string[]): boolean {
  const text = fact.text.toLowerCase();
  return runs.every((run) => {
    const longer = things.filter((thing) => thing.length > run.length && thing.includes(run));
    return (
      longer.reduce((rest, thing) => rest.replaceAll(thing, " "), text).includes(run) ||
      longer.some((t) => runs.includes(t))
    );
  });
}

/**
 * Whether the fact says of the named things what the question says: not if it merely lists them beside others.
 * 牵头 is read out of the sentence; a list of cities or of departments proves nothing about one of them.
 */
export function isSure(dataset: Dataset, fact: Fact, frame: Frame, runs: readonly string[]): boolean {
  const part = `${fact.role?.part ?? ""}${fact.role?.label ?? ""}`;
  const known = (run: string): boolean =>
    run.length >= NAME_LENGTH || part.includes(run) || frame.things.includes(run);
  if (!hasTier(fact, frame) || !runs.every(known)) return false;
  // 海洋经济算吗: a name alone asserts nothing that could be confirmed.
  if (!namesEntity(frame) && frame.topics.length === 0 && frame.tiers.length === 0) return false;
  if (frame.topics.includes("issuer") && frame.topicWords.includes("牵头"))
    return runs.every((run) => leads(fact.text, run));
  if (fact.cities.length < 2 || frame.cities.length === 0 || runs.every((run) => part.includes(run)))
    return true;
  return runs.every((run) => standsWith(dataset, fact.text, run) === frame.named[0]);
}

/** 湛江东海岛、揭阳大南海: the city written right before the thing. */
const standsWith = (dataset: Dataset, text: string, thing: string): string | undefined =>
  dataset.cities.find(({ id }) => text.includes(id + thing))?.id;

const leads = (text: string, department: string): boolean => {
  const at = text.indexOf(department);
  return /^(?:（[^）]*）|）)?牵头/.test(text.slice(at + department.length));
};

export const hasTier = (fact: Fact, frame: Frame): boolean =>
  frame.tiers.length === 0 || (fact.role !== undefined && frame.tiers.includes(fact.role.tier));

/** Where a figure is asked for, only a fact that has such a figure answers. */
export function tellsFigure(fact: Fact, frame: Frame): boolean {
  const figures = fact.figures ?? [];
  const measured = frame.measures.length === 0 || figures.some((f) => frame.measures.includes(f.measure));
  const dated = frame.years.length === 0 || frame.years.some((y) => fact.text.includes(String(y)));
  return measured && dated;
}
