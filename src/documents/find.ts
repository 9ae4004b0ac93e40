/** The look-up: what names most in its own text first, and of equals the shorter, as the index gives them. */
import * as z from "zod";
import type { Library, Passage } from "../dataset/passages.ts";
import type { Database } from "./database.ts";
import { PassageRow } from "./schema.ts";
import { distinct, type Phrase, phraseOf } from "./words.ts";

/** Up to so many that name everything are put in order here: the index is asked once a thing, and not for each way. */
const FEW = 200;

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
    const wanted = asked.map(wantedOf).filter((phrases) => phrases.length > 0);
    if (wanted.length === 0 || limit <= 0) return [];
    const somewhere = placed(wanted, ANYWHERE);
    const few = keysOf(somewhere, FEW + 1);
    const keys = few.length <= FEW ? ranked(few, wanted, keysOf) : byLevels(wanted, limit, keysOf);
    return keys.slice(0, limit).flatMap(passageOf);
  };
}

type KeysOf = (match: string, limit: number) => number[];

const wantedOf = (wordings: readonly string[]): Wanted =>
  distinct(wordings.map(phraseOf).filter((phrase) => phrase !== undefined));

/** A word of the index holds letters and digits alone, so no quote has to be escaped. */
const written = (phrases: Wanted): string =>
  phrases.map(({ words, open }) => `"${words}"${open ? "*" : ""}`).join(" OR ");

/** In the order of the index, which is that of length, but for how much they name in their text. */
function ranked(few: readonly number[], wanted: readonly Wanted[], keysOf: KeysOf): readonly number[] {
  if (few.length < 2) return few;
  const counts = new Map(few.map((key) => [key, 0]));
  for (const i of wanted.keys())
    for (const key of keysOf(
      placed(wanted, (at) => (at === i ? "text" : ANY)),
      few.length,
    ))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  return few.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
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

/** Columns of the index. */
const ANY = "text around";
type Place = (i: number) => "text" | "around" | typeof ANY;

const ANYWHERE: Place = () => ANY;

const besides =
  (outside: ReadonlySet<number>): Place =>
  (i) =>
    i >= MOST_RANKED ? ANY : outside.has(i) ? "around" : "text";

/** What each thing is to be found in. */
const placed = (wanted: readonly Wanted[], place: Place): string =>
  wanted.map((phrases, i) => `{${place(i)}} : (${written(phrases)})`).join(" AND ");

/** Every way to choose `count` of the first `of` numbers. */
function choices(of: number, count: number): Set<number>[] {
  if (count === 0) return [new Set()];
  if (of < count) return [];
  const last = of - 1;
  return [...choices(last, count), ...choices(last, count - 1).map((rest) => new Set(rest).add(last))];
}
