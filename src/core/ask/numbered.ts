/** Lists of cities that a question names by how many they hold: 那 13 个市. */
import { groupBy } from "../../dataset/dataset.ts";
import { GIVERS, type RoleRow } from "./relations.ts";

/**
 * @returns the rows of the one list of that many cities, the province's before others'; none where two of the same giver
 * differ, because either may be meant.
 */
export function numberedList(rows: readonly RoleRow[], expected: number): RoleRow[] {
  const lists = [...groupBy(rows, (row) => [listOf(row)]).values()].filter(
    (list) => list.every((r) => !r.open) && citiesOf(list).size === expected,
  );
  const giver = GIVERS.find((g) => lists.some((list) => list[0]?.giver === g));
  const [first = [], ...others] = lists.filter((list) => list[0]?.giver === giver);
  const isSame = (other: readonly RoleRow[]): boolean =>
    [...citiesOf(other)].every((city) => citiesOf(first).has(city));
  return others.every((other) => isSame(other)) ? [...first] : [];
}

/** A list stands in one fact, or is told city by city in facts that say how many there are. */
const listOf = ({ counted, document, label, fact }: RoleRow): string =>
  counted ? `${document} ${label}` : fact.id;

const citiesOf = (rows: readonly RoleRow[]): Set<string> => new Set(rows.map((r) => r.city));
