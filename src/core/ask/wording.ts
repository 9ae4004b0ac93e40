/** What a fact says in words: the parts of a cluster it names, the things it mentions. */
import { groupBy } from "../../dataset/dataset.ts";
import type { Fact } from "../../dataset/schema.ts";

/** 新能源汽车 and 新能源车 are one thing. */
export const oneSpelling = (text: string): string => text.toLowerCase().replaceAll("汽车", "车");

/** 4K 产业 and 4K are too. */
const plain = (text: string): string => oneSpelling(text).replaceAll(/产业$|[ ]/g, "");

const squeeze = (text: string): string => text.toLowerCase().replaceAll(/[ “”"]/g, "");

/** One of the two names holds the other: 游戏 and 游戏产业. */
export function sameThing(of: string, part: string): boolean {
  const own = plain(of);
  const asked = plain(part);
  return own !== "" && (own.includes(asked) || (own.length > 1 && asked.includes(own)));
}

/** What is worked out of a fact once: every question reads the same texts. */
export function perFact<T>(work: (fact: Fact) => T): (fact: Fact) => T {
  const known = new WeakMap<Fact, T>();
  return (fact) => {
    const found = known.get(fact) ?? work(fact);
    known.set(fact, found);
    return found;
  };
}

const plainText = perFact((fact) => plain(fact.text));
const squeezedText = perFact((fact) => squeeze(fact.text));

/**
 * The fact speaks of that part of a cluster: in its text or in what a figure of it measures.
 * @returns a test; with `whole`, the cluster's name, which may hold that of the part (农业) and then says nothing of it.
 */
export function namesPart(part: string): (fact: Fact, whole?: string) => boolean {
  const wanted = plain(part);
  const isSaid = (text: string, whole: string): boolean =>
    text.includes(wanted) && (whole === "" || text.replaceAll(whole, " ").includes(wanted));
  return (fact, whole = "") =>
    isSaid(plainText(fact), plain(whole)) || (fact.figures ?? []).some((f) => sameThing(f.of ?? "", part));
}

/** Facts by each pair of characters in them, for the facts that may say a word: a question asks only those. */
export interface Holders {
  /** In the dataset's order; all facts for a single character. */
  of(word: string): readonly Fact[];
}

/** Built at the first word nobody knew; most questions never need it. */
export function createHolders(facts: readonly Fact[]): Holders {
  let byPair: ReadonlyMap<string, readonly Fact[]> | undefined;
  return {
    of(word) {
      byPair ??= groupBy(facts, (fact) => pairsIn(squeezedText(fact)));
      const wanted = squeeze(word);
      const held = [wanted.slice(0, 2), wanted.slice(-2)].map((pair) => byPair?.get(pair) ?? []);
      return wanted.length < 2 ? facts : (held.toSorted((a, b) => a.length - b.length)[0] ?? facts);
    },
  };
}

const pairsIn = (text: string): string[] => {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < text.length; i += 1) pairs.add(text.slice(i, i + 2));
  return [...pairs];
};

const SPLITTABLE = 5;
const MOST_BETWEEN = 3;

/**
 * 沿海产业带 stands in 沿海石化产业带 too: a few characters may come between its halves.
 * @param longer names that hold the word and are other things.
 */
export function saysWord(word: string, longer: readonly string[] = []): (fact: Fact) => boolean {
  const wanted = squeeze(word);
  const halves = halvesOf(wanted);
  return (fact) => {
    const whole = squeezedText(fact);
    // Whichever way it is split, its first two characters stand together.
    if (!whole.includes(wanted.slice(0, 2))) return false;
    const text = longer.reduce((rest, name) => rest.replaceAll(name, " "), whole);
    return text.includes(wanted) || halves.some(([head, tail]) => standApart(text, head, tail));
  };
}

/** Every way to split a long enough word of Han characters, two characters at least in each half. */
function halvesOf(word: string): [string, string][] {
  if (word.length < SPLITTABLE || !/^\p{Script=Han}+$/u.test(word)) return [];
  return Array.from({ length: word.length - 3 }, (_, i) => [word.slice(0, i + 2), word.slice(i + 2)]);
}

function standApart(text: string, head: string, tail: string): boolean {
  const start = text.indexOf(head);
  if (start < 0) return false;
  const end = text.indexOf(tail, start + head.length);
  return end >= 0 && end - start - head.length <= MOST_BETWEEN;
}

/** All in one clause of the fact: who 牵头 is told of the one beside the word, not of all it names. */
export const standTogether = ({ text }: Fact, words: readonly string[]): boolean =>
  text
    .split(/[，。；：]/u)
    .some((clause) =>
      words.every((word) => clause.toLowerCase().replaceAll(" ", "").includes(word.replaceAll(" ", ""))),
    );

/** 千亿, 5000 亿级: a size that is said as a name. */
export const isLevel = (word: string): boolean => /亿/u.test(word);

/** Names set off by commas; what holds a number is counted, not named. */
export const partsNamed = ({ text }: Fact): number =>
  text.split(/[、；，：]/).filter((part) => !/\d/.test(part)).length;

/** 2025 年 2 月 → 2; 1—4 月 is no month. */
export const monthsIn = (text: string): string[] =>
  [...text.matchAll(/年 ?(\d{1,2}) ?月(?!\d)/gu)].map(([, month = ""]) => String(Number(month)));

/** 2020-09-28 → 9. */
export const monthOf = (date: string): string => String(Number(date.split("-")[1]));

/** 2020-09-28 → 9-28. */
export const monthDay = (date: string): string => date.split("-").slice(1).map(Number).join("-");
