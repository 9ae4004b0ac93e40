/** Where nothing else answers: the fact that is told in most of the question's own words. It asserts nothing, it is the nearest. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Fact } from "../../dataset/schema.ts";
import { only, type Query } from "../query.ts";
import { factTest } from "./match.ts";
import type { Relations } from "./relations.ts";
import type { StatementRows } from "./rows.ts";
import { constraints, scopeOf } from "./scope.ts";
import { terms } from "./search.ts";
import { perFact } from "./wording.ts";

/** Least share of the question's words, weighed by how rare they are, that the fact must hold. */
const FLOOR = 0.6;
/** Least number of them: two rare ones may meet by chance. */
const FEWEST = 3;
/** In more facts than one of so many a word tells nothing by itself. */
const COMMON = 12;

/**
 * @param text the question, normalised.
 * @returns undefined where no fact about what is named holds enough of its words.
 */
export function closest({ dataset }: Relations, query: Query, text: string): StatementRows | undefined {
  const fits = factTest(dataset, only(constraints(query), "cluster", "city"));
  const asked = weighed(dataset, text);
  const total = sum(asked.values());
  const found = dataset.facts
    .filter((fact) => fits(fact))
    .map((fact) => ({ fact, held: [...asked].filter(([term]) => holds(fact, term)) }))
    .map(({ fact, held }) => ({ fact, count: held.length, share: sum(held.map(([, w]) => w)) / total }))
    .filter(({ count, share }) => count >= FEWEST && share >= FLOOR)
    .toSorted((a, b) => b.share - a.share)[0];
  if (!found) return undefined;
  const facts = [found.fact];
  return { kind: "statements", scope: scopeOf(query), facts, exact: false, missing: [], verdict: undefined };
}

const plain = perFact(({ text }) => text.toLowerCase().replaceAll(" ", ""));

const holds = (fact: Fact, term: string): boolean => plain(fact).includes(term);

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((all, n) => all + n, 0);

/** The words that stand in some fact and not in too many, each with how much it tells. */
function weighed({ facts }: Dataset, text: string): Map<string, number> {
  const weights = [...new Set(terms(text))].map((term): [string, number] => {
    const count = facts.filter((fact) => holds(fact, term)).length;
    return [term, count === 0 || count * COMMON > facts.length ? 0 : Math.log(facts.length / count)];
  });
  return new Map(weights.filter(([, weight]) => weight > 0));
}
