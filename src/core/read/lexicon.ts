/** Surfaces → senses, and the leftmost-longest scan that finds them in a text. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { BoundWord } from "../../dataset/word-kinds.ts";
import { isHan, isLatin } from "../../text/script.ts";
import type { Compare } from "../query.ts";
import { readNumber } from "./numbers.ts";
import { as, type Sense, type Token } from "./senses.ts";

export interface Lexicon {
  senses: ReadonlyMap<string, Sense>;
  /** First two characters → lengths of the surfaces that start with them, longest first; of one by itself only its own. */
  lengths: ReadonlyMap<string, readonly number[]>;
}

type Add = (surfaces: readonly string[], sense: Sense) => void;

/** One lexicon a dataset: every alias and word of `data/`. Names go before words: the first sense of a surface stays. */
export function buildLexicon(dataset: Dataset): Lexicon {
  const senses = new Map<string, Sense>();
  const add: Add = (surfaces, sense) => {
    for (const surface of surfaces) {
      const key = surface.toLowerCase();
      if (!senses.has(key)) senses.set(key, sense);
    }
  };
  addDocuments(dataset, add);
  addEntities(dataset, add);
  addWords(dataset, add);
  addOperators(dataset, add);
  addStrangers(dataset, add);
  add(dataset.words.filler, { kind: "filler" });
  return { senses, lengths: lengthsByBeginning(senses.keys()) };
}

function addEntities({ aliases, places }: Dataset, add: Add): void {
  for (const cluster of aliases.clusters) {
    add(cluster.names, { kind: "cluster", id: cluster.id, how: "name" });
    add(cluster.kin, { kind: "cluster", id: cluster.id, how: "kin" });
    add(cluster.related, { kind: "cluster", id: cluster.id, how: "part" });
  }
  for (const city of aliases.cities) add(city.names, { kind: "city", id: city.id });
  for (const set of aliases.sets) add(set.names, { kind: "set", id: set.id });
  for (const { names, options } of aliases.ambiguous) add(names, { kind: "ambiguous", options });
  for (const thing of aliases.things) add(thing.names, { kind: "thing", id: thing.id });
  for (const { city, names } of places.districts) add(names, { kind: "district", city });
  add(aliases.blocked, { kind: "blocked" });
  for (const { id } of aliases.cities) {
    add(
      aliases.blockedSuffixes.map((suffix) => id + suffix),
      { kind: "blocked" },
    );
  }
}

/** Typed entries of a word table: the enum schemas of language.ts have already checked the keys. */
export function entries<K extends string, V>(table: Partial<Record<K, V | undefined>>): [K, V][] {
  return Object.entries(table).filter(([, value]) => value !== undefined) as [K, V][];
}

/** 行动计划 alone means every edition that is called so. */
function addDocuments({ words }: Dataset, add: Add): void {
  const ids = new Map<string, string[]>();
  for (const [id, surfaces] of entries(words.documents))
    for (const surface of surfaces) ids.set(surface, [...(ids.get(surface) ?? []), id]);
  for (const [surface, documents] of ids) add([surface], { kind: "document", ids: documents });
}

function addWords({ words }: Dataset, add: Add): void {
  for (const [tier, s] of entries(words.tiers)) add(s, { kind: "tier", tier });
  for (const [ask, s] of entries(words.asks)) add(s, { kind: "ask", ask });
  for (const [topic, s] of entries(words.topics)) add(s, { kind: "topic", topic });
  for (const [stars, s] of entries(words.stars))
    add(s, { kind: "topic", topic: "rating", stars: Number(stars) });
  for (const [act, s] of entries(words.happenings)) add(s, { kind: "act", act });
  for (const [series, s] of entries(words.series)) add(s, { kind: "series", series });
  for (const [measure, s] of entries(words.measures)) add(s, { kind: "measure", measure });
  for (const [of, s] of entries(words.wholes)) add(s, { kind: "measure", measure: "share", of });
  for (const [status, s] of entries(words.status)) add(s, { kind: "status", status });
  for (const [id, s] of entries(words.classes)) add(s, { kind: "class", id });
  for (const [giver, s] of entries(words.layers)) add(s, { kind: "giver", giver });
  for (const [talk, s] of entries(words.talk)) add(s, { kind: "talk", talk });
  for (const [of, s] of entries(words.pronouns)) add(s, { kind: "pronoun", of });
  for (const [period, s] of entries(words.periods)) add(s, { kind: "period", period });
  for (const [years, s] of entries(words.relativeYears))
    add(s, { kind: "relativeYear", offset: Number(years) });
  for (const [of, s] of entries(words.nouns)) add(s, { kind: "noun", of });
  for (const [share, s] of entries(words.fractions))
    add(s, { kind: "amount", value: Number(share), unit: "%", rough: true });
  for (const [place, s] of entries(words.places)) add(s, { kind: "ordinal", place: Number(place) });
  for (const [which, s] of entries(words.ofTwo)) add(s, { kind: "of-two", which });
  add(words.bothClasses, { kind: "classes" });
  add(words.followUps, { kind: "followUp" });
  for (const kind of ["weakKey", "whole", "everything", "policy", "wholeYear", "yearly"] as const)
    add(words[kind], { kind });
  add(words.auxiliaries, { kind: "auxiliary" });
}

const COMPARE: Readonly<Record<BoundWord, Compare | "between">> = {
  over: ">",
  atleast: ">=",
  under: "<",
  atmost: "<=",
  about: "~",
  between: "between",
  equal: "=",
};

function addOperators({ words }: Dataset, add: Add): void {
  for (const [op, s] of entries(words.ops)) add(s, { kind: "op", op });
  for (const [bound, { before, after }] of entries(words.bounds)) {
    add(before, { kind: "bound", cmp: COMPARE[bound], side: "before" });
    add(after, { kind: "bound", cmp: COMPARE[bound], side: "after" });
  }
}

function addStrangers({ places, strangers }: Dataset, add: Add): void {
  for (const { id, names } of places.elsewhere) add(names, { kind: "elsewhere", id });
  for (const [what, s] of entries(strangers)) add(s, { kind: "stranger", what });
}

function lengthsByBeginning(surfaces: Iterable<string>): Map<string, number[]> {
  const sets = new Map<string, Set<number>>();
  for (const surface of surfaces) {
    const beginning = surface.slice(0, 2);
    const set = sets.get(beginning) ?? new Set<number>();
    sets.set(beginning, set.add(surface.length));
  }
  return new Map([...sets].map(([beginning, set]) => [beginning, [...set].toSorted((a, b) => b - a)]));
}

const isWordChar = (char: string): boolean => /[\p{L}\p{N}]/u.test(char);

/** Latin surfaces must stand as words of their own. */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  const opens = !isLatin(text.charAt(start)) || !isLatin(before);
  return opens && (!isLatin(text.charAt(end - 1)) || !isLatin(after));
}

function longestAt(lexicon: Lexicon, text: string, at: number): Token | undefined {
  for (const length of lexicon.lengths.get(text.slice(at, at + 2)) ?? []) {
    const found = surfaceAt(lexicon, text, at, length);
    if (found) return found;
  }
  return surfaceAt(lexicon, text, at, 1);
}

function surfaceAt(lexicon: Lexicon, text: string, at: number, length: number): Token | undefined {
  const surface = text.slice(at, at + length);
  const sense = surface.length === length ? lexicon.senses.get(surface) : undefined;
  return sense && standsAlone(text, at, at + length)
    ? { surface, start: at, end: at + length, sense }
    : undefined;
}

/** 里有没有 is 里 and 有没有: a filler that ends in the beginning of an operator gives it back. */
function withoutOverlap(lexicon: Lexicon, text: string, word: Token): Token {
  if (word.sense?.kind !== "filler") return word;
  for (let at = word.start + 1; at < word.end; at += 1) {
    const next = longestAt(lexicon, text, at);
    const operates =
      next?.sense?.kind === "bound" ||
      (next?.sense?.kind === "op" && !next.sense.op.startsWith("time-shift"));
    if (next && operates && next.end > word.end)
      return { ...word, surface: text.slice(word.start, at), end: at };
  }
  return word;
}

/** C919 is a name; 占 GDP 三分之一 and GDP14 万亿 are a name and a number. */
const standsByItself = (number: Token | undefined): boolean =>
  number !== undefined &&
  (isHan(number.surface.charAt(0)) || /^[%万亿]/.test(as(number, "amount")?.unit ?? ""));

/** Numbers and years are tokens too; of a word and a number at one place the longer wins. */
function tokenAt(lexicon: Lexicon, text: string, at: number): Token | undefined {
  const found = longestAt(lexicon, text, at);
  const word = found && withoutOverlap(lexicon, text, found);
  const read = readNumber(text, at);
  const number = isLatin(text.charAt(at - 1)) && !standsByItself(read) ? undefined : read;
  const length = word?.end ?? at;
  // 第二呢 counts; elsewhere 第二 is a filler.
  const counts = number?.sense?.kind === "ordinal" && word?.sense?.kind === "filler";
  return number && (number.end > length || (counts && number.end === length)) ? number : word;
}

/** Splits normalised text into known tokens and unknown stretches; punctuation and spaces are dropped. */
export function scan(lexicon: Lexicon, text: string): Token[] {
  const tokens: Token[] = [];
  let unknown = -1;
  const close = (end: number): void => {
    if (unknown >= 0)
      tokens.push({ surface: text.slice(unknown, end), start: unknown, end, sense: undefined });
    unknown = -1;
  };
  let at = 0;
  while (at < text.length) {
    const token = tokenAt(lexicon, text, at);
    if (token) {
      close(at);
      tokens.push(token);
      at = token.end;
    } else {
      const char = text.charAt(at);
      if (!isWordChar(char)) close(at);
      else if (unknown < 0) unknown = at;
      else if (isLatin(char) !== isLatin(text.charAt(at - 1))) {
        close(at);
        unknown = at;
      }
      at += 1;
    }
  }
  close(text.length);
  return tokens;
}
