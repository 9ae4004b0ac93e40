/** What a fact says in words: the parts of a cluster it names, the things it mentions. */
import type { Fact } from "../../dataset/schema.ts";

/** 新能源汽车 and 新能源车, 4K 产业 and 4K are one thing. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll("汽车", "车")
    .replaceAll(/产业$|[ ]/g, "");

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

/** The part stands in what a figure is of. */
export const holdsPart = (of: string, part: string): boolean => plain(of).includes(plain(part));

/** The fact speaks of that part of a cluster: in its text or in what a figure of it measures. */
export const namesPart = (fact: Fact, part: string): boolean =>
  plainText(fact).includes(plain(part)) || (fact.figures ?? []).some((f) => sameThing(f.of ?? "", part));

const SPLITTABLE = 5;
const MOST_BETWEEN = 3;

/**
 * 沿海产业带 stands in 沿海石化产业带 too: a few characters may come between its halves.
 * @param longer names that hold the word and are other things.
 */
export function saysWord(fact: Fact, word: string, longer: readonly string[] = []): boolean {
  const wanted = squeeze(word);
  const whole = squeezedText(fact);
  // Whichever way it is split, its first two characters stand together.
  if (!whole.includes(wanted.slice(0, 2))) return false;
  const text = longer.reduce((rest, name) => rest.replaceAll(name, " "), whole);
  if (text.includes(wanted)) return true;
  if (wanted.length < SPLITTABLE || !/^\p{Script=Han}+$/u.test(wanted)) return false;
  for (let at = 2; at <= wanted.length - 2; at += 1)
    if (standApart(text, wanted.slice(0, at), wanted.slice(at))) return true;
  return false;
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

/** Names set off by commas; what holds a number is counted, not named. */
export const partsNamed = ({ text }: Fact): number =>
  text.split(/[、；，]/).filter((part) => !/\d/.test(part)).length;

/** 2020-09-28 → 9-28. */
export const monthDay = (date: string): string => date.split("-").slice(1).map(Number).join("-");
