/** Surfaces → senses, and the leftmost-longest scan that finds them in a text. */
import type { Dataset } from "../dataset/dataset.ts";
import type { AskWord, Op, Scope, Talk, TopicWord } from "../dataset/language.ts";
import type { Measure, Status, Tier } from "../dataset/schema.ts";
import { readNumber } from "./numbers.ts";
import type { Sense, Token } from "./tokens.ts";

export interface Lexicon {
  senses: ReadonlyMap<string, readonly Sense[]>;
  /** First character → lengths of the surfaces that start with it, longest first. */
  lengths: ReadonlyMap<string, readonly number[]>;
}

/** One lexicon a dataset: every alias and word of `data/`, and city + institution suffix as blocked names. */
export function buildLexicon(dataset: Dataset): Lexicon {
  const senses = new Map<string, Sense[]>();
  const add = (surfaces: readonly string[], sense: Sense): void => {
    for (const surface of surfaces) {
      const key = surface.toLowerCase();
      const known = senses.get(key);
      if (known) known.push(sense);
      else senses.set(key, [sense]);
    }
  };
  addEntities(dataset, add);
  addWords(dataset, add);
  return { senses, lengths: lengthsByFirst(senses.keys()) };
}

type Add = (surfaces: readonly string[], sense: Sense) => void;

function addEntities({ aliases }: Dataset, add: Add): void {
  for (const cluster of aliases.clusters) {
    add(cluster.names, { kind: "cluster", id: cluster.id, how: "name" });
    add(cluster.kin, { kind: "cluster", id: cluster.id, how: "kin" });
    add(cluster.related, { kind: "cluster", id: cluster.id, how: "part" });
  }
  for (const city of aliases.cities) add(city.names, { kind: "city", id: city.id });
  for (const set of aliases.sets) add(set.names, { kind: "set", id: set.id });
  for (const { names, options } of aliases.ambiguous) add(names, { kind: "ambiguous", options });
  for (const thing of aliases.things) add(thing.names, { kind: "thing", id: thing.id });
  add(aliases.blocked, { kind: "blocked" });
  for (const { id } of aliases.cities) {
    add(
      aliases.blockedSuffixes.map((suffix) => id + suffix),
      { kind: "blocked" },
    );
  }
}

/** Typed entries of a word table: the enum schemas of language.ts have already checked the keys. */
function entries<K extends string>(table: Partial<Record<K, string[] | undefined>>): [K, string[]][] {
  return Object.entries(table) as [K, string[]][];
}

function addWords({ words }: Dataset, add: Add): void {
  for (const [tier, s] of entries<Tier>(words.tiers)) add(s, { kind: "tier", tier });
  for (const [ask, s] of entries<AskWord>(words.asks)) add(s, { kind: "ask", ask });
  for (const [topic, s] of entries<TopicWord>(words.topics)) add(s, { kind: "topic", topic });
  for (const [measure, s] of entries<Measure>(words.measures)) add(s, { kind: "measure", measure });
  for (const [status, s] of entries<Status>(words.status)) add(s, { kind: "status", status });
  for (const [scope, s] of entries<Scope>(words.classes)) add(s, { kind: "scope", scope });
  for (const [id, s] of entries<string>(words.documents)) add(s, { kind: "document", id });
  for (const [op, s] of entries<Op>(words.ops)) add(s, { kind: "op", op });
  for (const [talk, s] of entries<Talk>(words.talk)) add(s, { kind: "talk", talk });
  add(words.weakKey, { kind: "weakKey" });
  add(words.figureWords, { kind: "figure" });
  add(words.policy, { kind: "policy" });
  for (const [layer, s] of entries<"province" | "city">(words.layers)) add(s, { kind: "layer", layer });
  for (const [of, s] of entries<"cluster" | "city" | "either">(words.pronouns))
    add(s, { kind: "pronoun", of });
  add(words.followUps, { kind: "followUp" });
  add(words.periods, { kind: "period" });
  add(words.relativeYears, { kind: "relativeYear" });
  add(words.outside, { kind: "outside" });
  add(words.stop, { kind: "stop" });
}

function lengthsByFirst(surfaces: Iterable<string>): Map<string, number[]> {
  const sets = new Map<string, Set<number>>();
  for (const surface of surfaces) {
    const first = surface.charAt(0);
    const set = sets.get(first) ?? new Set<number>();
    sets.set(first, set.add(surface.length));
  }
  return new Map([...sets].map(([first, set]) => [first, [...set].toSorted((a, b) => b - a)]));
}

const isLatin = (char: string): boolean => /[a-z0-9]/.test(char);
const isWordChar = (char: string): boolean => /[\p{L}\p{N}]/u.test(char);

/** Latin surfaces must stand as words of their own. */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  const opens = !isLatin(text.charAt(start)) || !isLatin(before);
  return opens && (!isLatin(text.charAt(end - 1)) || !isLatin(after));
}

function longestAt(lexicon: Lexicon, text: string, at: number): Token | undefined {
  for (const length of lexicon.lengths.get(text.charAt(at)) ?? []) {
    const surface = text.slice(at, at + length);
    const senses = surface.length === length ? lexicon.senses.get(surface) : undefined;
    if (senses && standsAlone(text, at, at + length)) {
      return { surface, start: at, end: at + length, senses };
    }
  }
  return undefined;
}

/** Numbers and years are tokens too; of a word and a number at one place the longer wins. */
function tokenAt(lexicon: Lexicon, text: string, at: number): Token | undefined {
  const word = longestAt(lexicon, text, at);
  const number = isLatin(text.charAt(at - 1)) ? undefined : readNumber(text, at);
  return number && number.end > (word?.end ?? at) ? number : word;
}

/** Splits normalised text into known tokens and unknown stretches; punctuation and spaces are dropped. */
export function scan(lexicon: Lexicon, text: string): Token[] {
  const tokens: Token[] = [];
  let unknown = -1;
  const close = (end: number): void => {
    if (unknown >= 0) tokens.push({ surface: text.slice(unknown, end), start: unknown, end, senses: [] });
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
