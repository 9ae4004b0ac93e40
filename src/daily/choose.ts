/** Which fact a chat gets: a pure function of the facts on its topic, what it was shown, the chat and the day. */
import type { Fact } from "../dataset/schema.ts";

/** A fact the chat was shown: how often, and when last. */
export interface Shown {
  fact: string;
  times: number;
  shown_at: number;
}

/**
 * None is repeated before all were shown equally often, and two in a row differ in cluster or city as long as the
 * facts allow it.
 * @param facts all on the topic. @param seed chat and day: the same seed chooses the same fact.
 * @returns undefined where there are no facts.
 */
export function choose(facts: readonly Fact[], shown: readonly Shown[], seed: string): Fact | undefined {
  const times = new Map(shown.map((one) => [one.fact, one.times]));
  const least = Math.min(...facts.map(({ id }) => times.get(id) ?? 0));
  const fresh = facts.filter(({ id }) => (times.get(id) ?? 0) === least);
  const last = shown.reduce<Shown | undefined>(
    (newest, one) => (newest === undefined || one.shown_at > newest.shown_at ? one : newest),
    undefined,
  );
  const before = facts.find(({ id }) => id === last?.fact);
  return pick(candidates(fresh, before && subject(before)), seed);
}

const subjects = new WeakMap<Fact, string>();

/** What a fact is about, as a reader would say whether two are about the same. */
export function subject(fact: Fact): string {
  const known = subjects.get(fact);
  if (known !== undefined) return known;
  const { clusters, cities, group } = fact;
  const told = `${clusters.length > 0 ? clusters.join("、") : (group ?? "")}｜${cities.join("、")}`;
  subjects.set(fact, told);
  return told;
}

/** Those about something else than the last; those about what most of the rest is about, before only they are left. */
function candidates(fresh: readonly Fact[], last: string | undefined): readonly Fact[] {
  const counts = new Map<string, number>();
  for (const fact of fresh) counts.set(subject(fact), (counts.get(subject(fact)) ?? 0) + 1);
  const [most] = [...counts].find(([, count]) => count * 2 > fresh.length) ?? [];
  if (most !== undefined && most !== last) return fresh.filter((fact) => subject(fact) === most);
  const others = fresh.filter((fact) => subject(fact) !== last);
  return others.length > 0 ? others : fresh;
}

/** The same for the same seed, and spread evenly over seeds. */
function pick(facts: readonly Fact[], seed: string): Fact | undefined {
  const start = hash(seed, OFFSET);
  let best: Fact | undefined;
  let lowest = Infinity;
  for (const fact of facts) {
    const rank = hash(fact.id, start);
    if (rank < lowest) [best, lowest] = [fact, rank];
  }
  return best;
}

const OFFSET = 0x81_1c_9d_c5;
const PRIME = 0x01_00_01_93;

/** FNV-1a, 32 bits, with a last mixing step: neighbouring days must not choose neighbouring facts. */
function hash(text: string, from: number): number {
  let value = from;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), PRIME);
  value = Math.imul(value ^ (value >>> 16), 0x85_eb_ca_6b);
  return (value ^ (value >>> 13)) >>> 0;
}
