/** What people think of answers: added up by day, kind and fact. Who voted is known in memory alone, and forgotten. */
import { LRUCache } from "lru-cache";
import type { Ballot, Cast, Vote } from "../core/types.ts";
import type { Dataset } from "../dataset/dataset.ts";
import type { Store } from "../store/open.ts";
import type { Tally } from "../store/feedback.ts";

export interface VotesParts {
  dataset: Dataset;
  /** The store, or undefined while it cannot be used. */
  store: () => Store | undefined;
  /** Milliseconds since the epoch. */
  now: () => number;
  onTrouble: (what: string, error: unknown) => void;
}

/** Votes remembered so that nobody counts twice: those of the last days in all but the busiest places, some 100 bytes each. */
const MOST_REMEMBERED = 20_000;
/** Somebody waits for a word: a store that hangs is one that is away. */
const MOST_WAIT_MS = 2_000;

/** How somebody voted, and on which day it was counted. */
interface Given {
  isGood: boolean;
  day: string;
}

/** After a restart, or much later, the same person may vote on the same answer once more: nothing about persons is stored. */
export function createVotes({ dataset, store, now, onTrouble }: VotesParts): Vote {
  const given = new LRUCache<string, Given>({ max: MOST_REMEMBERED });

  async function count(ballot: Ballot, press: string): Promise<Cast> {
    const before = given.get(press);
    if (before?.isGood === ballot.isGood) return "again";
    const to = store();
    if (!to) return "lost";
    const after = { isGood: ballot.isGood, day: new Date(now()).toISOString().slice(0, 10) };
    // Before it is written: a second press comes sooner than the store answers.
    given.set(press, after);
    try {
      const known = { ...ballot, facts: ballot.facts.filter((id) => dataset.fact.has(id)) };
      await to.feedback.count([...(before ? tallies(known, before, -1) : []), ...tallies(known, after, 1)]);
    } catch (error) {
      onTrouble("a vote could not be kept", error);
      if (before) given.set(press, before);
      else given.delete(press);
      return "lost";
    }
    return before ? "changed" : "counted";
  }

  return (ballot, press) => withinTime(count(ballot, press));
}

/** For the kind of answer, and for each fact. */
const tallies = ({ kind, facts }: Ballot, { isGood, day }: Given, by: 1 | -1): Tally[] =>
  ["", ...new Set(facts)].map((fact) => ({ day, kind, fact, up: isGood ? by : 0, down: isGood ? 0 : by }));

async function withinTime(cast: Promise<Cast>): Promise<Cast> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Cast>((resolve) => {
    timer = setTimeout(() => resolve("lost"), MOST_WAIT_MS);
  });
  return Promise.race([cast, late]).finally(() => clearTimeout(timer));
}
