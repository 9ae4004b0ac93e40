/** Where a sentence names places: cities, also several by one character each (广深, 珠佛莞), and all that are none. */
import type { Token } from "../../core/read/senses.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import type { Extraction } from "../../dataset/extraction.ts";

export interface Place {
  start: number;
  end: number;
  /** Undefined for a place that is none of the cities. */
  cities?: readonly string[];
}

/** @param tokens those of the text. @returns in their order; none overlaps another. */
export type ReadPlaces = (text: string, tokens: readonly Token[]) => Place[];

/** So many characters in a row are hardly anything else. */
const SURE = 3;

export function createPlaces(dataset: Dataset, { lists }: Extraction): ReadPlaces {
  const { letters, longer, other } = lists.short;
  const none = new RegExp(other.join("|"), "u");
  const run = new RegExp(`[${Object.keys(letters).join("")}]{${SURE},}`, "gu");
  const more = new RegExp(`^(?:${longer.join("|")})`, "u");
  const sets = new Map(dataset.aliases.sets.map((set) => [set.id, set.cities]));

  /** 广深港澳 is more than two cities. */
  const shortened = (text: string, start: number, end: number, cities: readonly string[]): Place =>
    more.test(text.slice(end)) ? { start, end } : { start, end, cities };

  const runsIn = (text: string): Place[] =>
    [...text.matchAll(run)].flatMap(({ 0: found, index }) => {
      const cities = [...new Set([...found].flatMap((letter) => letters[letter] ?? []))];
      return cities.length === found.length && !none.test(found)
        ? [shortened(text, index, index + found.length, cities)]
        : [];
    });

  /** 广深 stands for both by their letters, 珠三角 for none by name. */
  const ofSet = (text: string, { start, end }: Token, id: string): Place => {
    const cities = sets.get(id) ?? [];
    const short = Array.from(text.slice(start, end)).filter((letter) => letter in letters);
    return short.length === cities.length && short.length > 1
      ? shortened(text, start, start + short.length, cities)
      : { start, end };
  };

  const placeOf = (text: string, token: Token): Place[] => {
    const { sense, start, end } = token;
    if (sense?.kind === "city") return [{ start, end, cities: [sense.id] }];
    if (sense?.kind === "set") return [ofSet(text, token, sense.id)];
    return sense?.kind === "district" || sense?.kind === "elsewhere" ? [{ start, end }] : [];
  };

  return (text, tokens) => {
    const named = tokens.flatMap((token) => placeOf(text, token));
    const within = (a: Place, b: Place): boolean => a.start >= b.start && a.end <= b.end;
    const apart = (a: Place, b: Place): boolean => a.end <= b.start || a.start >= b.end;
    const runs = runsIn(text).filter((r) => named.every((n) => within(n, r) || apart(n, r)));
    const others = named.filter((n) => runs.every((r) => apart(n, r)));
    return [...runs, ...others].toSorted((a, b) => a.start - b.start);
  };
}
