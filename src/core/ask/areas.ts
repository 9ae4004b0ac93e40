/** Metropolitan areas: a plan names cities that lie in one, wholly or in part, and others that its measures only touch. */
import { groupBy } from "../../dataset/dataset.ts";
import type { City } from "../../dataset/schema.ts";
import { isMembers, named, type Query } from "../query.ts";
import { allOf, judged, type Verdict } from "./amounts.ts";
import { referenceFacts } from "./reference-facts.ts";
import type { Relations } from "./relations.ts";
import type { Area, AreaRows, AreasRows, AreaVerdictRows } from "./rows.ts";
import { universe } from "./universe.ts";

/** A linked city and one that measures touch lie beside an area, not in it. */
const isBeside = ({ area }: City): boolean => area?.extent === "linked" || area?.extent === "measures";

const areasOf = (cities: readonly City[]): Area[] =>
  [...groupBy(cities, ({ area }) => [area?.id ?? []].flat())].map(([name, all]) => ({
    name,
    cities: all.filter((c) => !isBeside(c)),
    beside: all.filter((c) => isBeside(c)),
  }));

/** The area that a question names as a set of cities. */
export function areaNamed({ dataset }: Relations, { where, claim }: Query): string | undefined {
  const names = [...where, ...claim].filter(isMembers).flatMap(({ as }) => as ?? []);
  return names.find((name) => dataset.cities.some(({ area }) => area?.id === name));
}

/** Who lies in it, wholly or in part. */
export function selectArea(relations: Relations, name: string): AreaRows {
  const areas = areasOf(relations.dataset.cities);
  const area = areas.find((a) => a.name === name) ?? { name, cities: [], beside: [] };
  return { kind: "area", area, facts: factsOf(relations, [area]) };
}

/** Which areas there are; where it is asked who lies in none, who is placed in none. */
export function selectAreas(relations: Relations, query: Query): AreasRows {
  const { cities } = relations.dataset;
  const allowed = new Set(universe(relations, query, "city"));
  const isMeant = ({ cities: own }: Area): boolean => own.some((c) => allowed.has(c.id));
  const areas = areasOf(cities).filter(isMeant);
  const none = cities.filter((c) => c.area === undefined && allowed.has(c.id));
  const beside = areas.flatMap((a) => a.beside).filter((c) => allowed.has(c.id));
  const facts = query.negated
    ? referenceFacts(
        relations,
        [...none, ...beside].map((c) => c.id),
      )
    : factsOf(relations, areas);
  return { kind: "areas", areas, none: query.negated ? none : undefined, beside, facts };
}

/** A city is placed once; of one that lies beside an area it is not said that it is in it. */
export function areaVerdict(relations: Relations, query: Query, name: string): AreaVerdictRows {
  const ids = named(query.where, "city");
  const cities = ids.flatMap((id) => relations.dataset.city.get(id) ?? []);
  const plain = allOf(cities.map((city) => isIn(city, name)));
  return {
    kind: "area-verdict",
    cities,
    facts: referenceFacts(relations, ids),
    judged: judged(plain, query),
  };
}

function isIn(city: City, name: string): Verdict {
  if (city.area === undefined || (city.area.id === name && isBeside(city))) return "unsaid";
  return city.area.id === name ? "yes" : "no";
}

const factsOf = (relations: Relations, areas: readonly Area[]) =>
  referenceFacts(
    relations,
    areas.flatMap((a) => [...a.cities, ...a.beside]).map((c) => c.id),
  );
