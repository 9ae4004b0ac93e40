/**
 * The look-up. Passages are asked for from those that name everything in their own text down to those that name it in
 * what stands around them, and each time the shortest first, as the index gives them: it stops as soon as there are enough.
 */
import * as z from "zod";
import type { Library, Passage } from "../dataset/passages.ts";
import type { Database } from "./database.ts";
import { PassageRow } from "./schema.ts";
import { phraseOf } from "./words.ts";

/**
 * As much as a question names. Each one more doubles what is asked of the index where little is found: what is beyond has
 * to be named too, but it is the same where.
 */
const MOST_RANKED = 6;

const Keys = z.array(z.object({ key: z.number() }));

export function createFind(database: Database): Library["find"] {
  const matching = database.prepare(
    "select rowid as key from terms where terms match ? order by rowid limit ?",
  );
  const byKey = database.prepare(
    "select d.id, p.* from passage p join document d using (no) where p.key = ?",
  );
  const keysOf = (match: string, limit: number): number[] =>
    Keys.parse(matching.all(match, limit)).map(({ key }) => key);
  return (asked, limit) => {
    const wanted = asked.map(phrasesOf).filter((phrases) => phrases !== "");
    if (wanted.length === 0 || limit <= 0) return [];
    const found = new Set<number>();
    for (const level of levelsOf(wanted)) {
      const keys = level.flatMap((match) => keysOf(match, limit)).toSorted((a, b) => a - b);
      for (const key of keys) if (found.size < limit) found.add(key);
      if (found.size >= limit) break;
    }
    return [...found].map((key): Passage => PassageRow.parse(byKey.get(key)));
  };
}

/** One of its wordings. */
function phrasesOf(wordings: readonly string[]): string {
  const phrases = wordings.map(phraseOf).filter((phrase) => phrase !== undefined);
  return [...new Set(phrases)].join(" OR ");
}

/**
 * First all in the text; then, one level after the other, all but one, all but two … in the text and those in what stands
 * around. A passage may be found again on a later level: there it names as much, and is already known.
 */
function* levelsOf(wanted: readonly string[]): Generator<string[]> {
  const ranked = Math.min(wanted.length, MOST_RANKED);
  for (let around = 0; around <= ranked; around += 1)
    yield choices(ranked, around).map((outside) =>
      wanted.map((phrases, i) => `{${placeOf(i, outside)}} : (${phrases})`).join(" AND "),
    );
}

const placeOf = (i: number, outside: ReadonlySet<number>): string =>
  i >= MOST_RANKED ? "text around" : outside.has(i) ? "around" : "text";

/** Every way to choose `count` of the first `of` numbers. */
function choices(of: number, count: number): Set<number>[] {
  if (count === 0) return [new Set()];
  if (of < count) return [];
  const last = of - 1;
  return [...choices(last, count), ...choices(last, count - 1).map((rest) => new Set(rest).add(last))];
}
