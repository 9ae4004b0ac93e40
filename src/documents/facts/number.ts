/** Numbers of facts that an operator has taken from documents: L120-3 is the third of the document that got 120. */
import type { Fact } from "../../dataset/schema.ts";

/** Ids with this letter are an operator's own: what is shipped never begins with it. */
const LETTER = "L";
const FIRST = 100;
const LAST = 999;

/**
 * @param facts all there are, of every folder: an id is used once.
 * @returns the next id of a fact of this source. @throws Error where no number is left.
 */
export function nextId(facts: readonly Pick<Fact, "id" | "source">[], source: string): string {
  const numbered = facts.flatMap(({ id, source: of }) => {
    const [, number, place] = /^L(\d+)(?:-(\d+))?$/u.exec(id) ?? [];
    return number === undefined ? [] : [{ number: Number(number), place: Number(place ?? 0), of }];
  });
  const own = numbered.find((n) => n.of === source && n.place > 0 && n.number >= FIRST)?.number;
  const number = own ?? firstFree(new Set(numbered.map((n) => n.number)));
  const places = numbered.filter((n) => n.number === number).map((n) => n.place);
  return `${LETTER}${number}-${Math.max(0, ...places) + 1}`;
}

function firstFree(taken: ReadonlySet<number>): number {
  for (let number = FIRST; number <= LAST; number += 1) if (!taken.has(number)) return number;
  throw new Error(
    `All numbers from ${LETTER}${FIRST} to ${LETTER}${LAST} are taken: remove facts of old documents.`,
  );
}
