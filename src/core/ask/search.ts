/** Free-text look-up over the facts: the only file that knows MiniSearch. */
import MiniSearch from "minisearch";
import type { Dataset } from "../../dataset/dataset.ts";
import type { Fact } from "../../dataset/schema.ts";
import { perFact } from "./wording.ts";

export interface Hit {
  fact: Fact;
  /** Share of the query's terms the fact contains, 0 to 1. */
  share: number;
}

export interface Search {
  /**
   * @param runs stretches of normalised text to look for.
   * @param within only facts that pass. @returns at most `most` hits, best first.
   */
  find(runs: readonly string[], within: (fact: Fact) => boolean, most: number): Hit[];
}

/** Han as pairs (single characters where alone), Latin and digits as words. */
export function terms(text: string): string[] {
  const found: string[] = [];
  for (const [run] of text.toLowerCase().matchAll(/\p{Script=Han}+|[a-z0-9.]+/gu)) {
    if (!/\p{Script=Han}/u.test(run) || run.length === 1) found.push(run);
    else for (let i = 0; i + 1 < run.length; i += 1) found.push(run.slice(i, i + 2));
  }
  return found;
}

const lowerText = perFact((fact) => fact.text.toLowerCase());

/** How many of these terms stand in a fact. */
export function likeness(fact: Fact, asked: ReadonlySet<string>): number {
  const text = lowerText(fact);
  let shared = 0;
  for (const term of asked) if (text.includes(term)) shared += 1;
  return shared;
}

export function createSearch(dataset: Dataset): Search {
  let index: MiniSearch<Fact> | undefined;
  const factsOf = ({ id }: { id: unknown }): Fact[] => {
    const fact = dataset.fact.get(String(id));
    return fact ? [fact] : [];
  };
  return {
    find(runs, within, most) {
      const query = [...new Set(runs.flatMap(terms))];
      if (query.length === 0) return [];
      // Built at the first free-text question: most questions never need it.
      index ??= indexed(dataset.facts);
      const options = {
        tokenize: (text: string): string[] => text.split(" "),
        filter: (result: { id: unknown }): boolean => factsOf(result).some(within),
      };
      // Facts with every term first: they are few, and finding them touches few others.
      const all = index.search(query.join(" "), { ...options, combineWith: "AND" });
      const results = all.length > 0 ? all : index.search(query.join(" "), options);
      return results
        .slice(0, most * 4)
        .flatMap((r) => factsOf(r).map((fact) => ({ fact, share: r.queryTerms.length / query.length })))
        .toSorted((a, b) => b.share - a.share)
        .slice(0, most);
    },
  };
}

function indexed(facts: readonly Fact[]): MiniSearch<Fact> {
  const index = new MiniSearch<Fact>({ fields: ["text"], tokenize: terms, processTerm: (term) => term });
  index.addAll(facts);
  return index;
}
