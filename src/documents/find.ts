/** The look-up: what names most in its own text first, and of equals the shorter, as the index gives them. */
import * as z from "zod";
import type { Library, Passage } from "../dataset/passages.ts";
import type { Database } from "./database.ts";
import { PassageRow } from "./schema.ts";
import { distinct, indexed, isNamed, type Phrase, phraseOf } from "./words.ts";

/** Up to so many that name everything are read and put in order; to ask the index again took longer, even once a thing. */
const FEW = 32;

/**
 * As much as a question names. Where there are many, each one more doubles what is asked of the index: what is beyond has
 * to be named too, but it is the same where.
 */
const MOST_RANKED = 6;

const Keys = z.array(z.object({ key: z.number() }));

/** Something asked for, in all its wordings. */
type Wanted = readonly Phrase[];

export function createFind(database: Database): Library["find"] {
  const matching = database.prepare(
    "select rowid as key from terms where terms match ? order by rowid limit ?",
  );
  const byKey = database.prepare(
    "select d.id, p.* from passage p join document d using (no) where p.key = ?",
  );
  const keysOf: KeysOf = (match, limit) => Keys.parse(matching.all(match, limit)).map(({ key }) => key);
  // Somebody may have removed its document in between.
  const passageOf = (key: number): Passage[] => z.array(PassageRow).parse(byKey.all(key));
  return (asked, limit) => {
    const wanted = wantedOf(asked);
    if (wanted.length === 0 || limit <= 0) return [];
    const few = keysOf(placed(wanted, ANYWHERE), FEW + 1);
    if (few.length <= FEW) return ranked(few.flatMap(passageOf), wanted).slice(0, limit);
    return byLevels(wanted, limit, keysOf).flatMap(passageOf);
  };
}

type KeysOf = (match: string, limit: number) => number[];

/** Each thing once, in the shortest of its wordings. */
function wantedOf(asked: readonly (readonly string[])[]): Wanted[] {
  const all = asked.map((wordings) =>
    distinct(wordings.map(phraseOf).filter((phrase) => phrase !== undefined)),
  );
  const known = new Map(
    all.filter((phrases) => phrases.length > 0).map((phrases) => [written(phrases), phrases]),
  );
  return [...known.values()];
}

/** A word of the index holds letters and digits alone, so no quote has to be escaped. */
const written = (phrases: Wanted): string =>
  phrases.map(({ words, open }) => `"${words}"${open ? "*" : ""}`).join(" OR ");

/** In the order of the index, which is that of length, but for how much they name in their text. */
function ranked(passages: readonly Passage[], wanted: readonly Wanted[]): Passage[] {
  const counted = passages.map((passage) => {
    const text = indexed(passage.text);
    return { passage, count: wanted.filter((phrases) => phrases.some((one) => isNamed(one, text))).length };
  });
  return counted.toSorted((a, b) => b.count - a.count).map(({ passage }) => passage);
}

/**
 * First those that name all in their text; then, level after level, those that name all but one, all but two … there and
 * the rest in what stands around. The index stops at the limit, so what is everywhere is found as quickly as what is rare.
 */
function byLevels(wanted: readonly Wanted[], limit: number, keysOf: KeysOf): readonly number[] {
  const found = new Set<number>();
  const most = Math.min(wanted.length, MOST_RANKED);
  for (let around = 0; around <= most && found.size < limit; around += 1) {
    const keys = choices(most, around).flatMap((outside) => keysOf(placed(wanted, besides(outside)), limit));
    // One found on a level before names as much here, and is known.
    for (const key of keys.toSorted((a, b) => a - b)) if (found.size < limit) found.add(key);
  }
  return [...found];
}

/** A column of the index to look in; undefined for both, which costs less than naming them. */
type Place = (i: number) => "text" | "around" | undefined;

const ANYWHERE: Place = () => undefined;

const besides =
  (outside: ReadonlySet<number>): Place =>
  (i) =>
    i >= MOST_RANKED ? undefined : outside.has(i) ? "around" : "text";

const placed = (wanted: readonly Wanted[], place: Place): string =>
  wanted
    .map((phrases, i) => {
      const column = place(i);
      return `${column === undefined ? "" : `${column} : `}(${written(phrases)})`;
    })
    .join(" AND ");

/** Every way to choose `count` of the first `of` numbers. */
function choices(of: number, count: number): Set<number>[] {
  if (count === 0) return [new Set()];
  if (of < count) return [];
  const last = of - 1;
  return [...choices(last, count), ...choices(last, count - 1).map((rest) => new Set(rest).add(last))];
}
