/** The 21 cities as reference data: plates, area codes, regions, names; and the sets they are grouped in. */
import type { City } from "../../dataset/schema.ts";
import {
  type Attribute,
  excluded,
  type Filter,
  isMembers,
  type Members,
  named,
  type Query,
} from "../query.ts";
import { allOf, type Judged, judged } from "./amounts.ts";
import { referenceFacts } from "./reference-facts.ts";
import type { Relations } from "./relations.ts";
import { areaNamed, areaVerdict, selectArea, selectAreas } from "./areas.ts";
import type { AreaRows, AreasRows, AreaVerdictRows, CitiesRows, ReferenceRows } from "./rows.ts";
import { universe } from "./universe.ts";

/** @param query one whose `from` is city. */
export function selectCities(relations: Relations, query: Query): CityRows {
  const area = areaNamed(relations, query);
  const { attribute } = query;
  if (query.op === "verify")
    return area === undefined ? regionVerdict(relations, query) : areaVerdict(relations, query, area);
  if (attribute === "metro" && namesNone(query)) return selectAreas(relations, query);
  if (attribute !== undefined) return reference(relations, query, area === undefined ? attribute : "metro");
  const isOne = area !== undefined && query.where.length === 1 && excluded(query.where, "city").length === 0;
  return isOne ? selectArea(relations, area) : listed(relations, query);
}

const namesNone = ({ where }: Query): boolean =>
  !where.some((f) => isMembers(f) && f.dim === "city" && f.as === undefined);

type CityRows = ReferenceRows | CitiesRows | AreaRows | AreasRows | AreaVerdictRows;

function reference(relations: Relations, query: Query, attribute: Attribute): ReferenceRows {
  const { dataset } = relations;
  const ids = named(query.where, "city");
  const cities = ids.flatMap((id) => dataset.city.get(id) ?? []);
  const nicknames = ids.flatMap((id) =>
    (dataset.factsOfCity.get(id) ?? []).filter((f) => f.topics.includes("nickname")),
  );
  const facts = attribute === "nickname" && nicknames.length > 0 ? nicknames : referenceFacts(relations, ids);
  return { kind: "reference", attribute, cities, facts, verdict: isCode(query, cities) };
}

/** 云浮的区号是 0766 吧: nobody has two. */
function isCode(query: Query, [city]: readonly City[]): Judged | undefined {
  if (query.expected === undefined || query.attribute !== "area-code" || !city) return undefined;
  return judged(Number(city.areaCode) === query.expected ? "yes" : "no", query);
}

const citiesNamed = (filters: readonly Filter[]): Members | undefined =>
  filters.filter(isMembers).find((f) => f.dim === "city");

/** 粤东有哪些市, 不在珠三角的市, 21 个市. */
function listed(relations: Relations, query: Query): CitiesRows {
  const cities = universe(relations, query, "city");
  const set = citiesNamed(query.where);
  return {
    kind: "cities",
    name: set?.as ?? set?.in.join("、") ?? "",
    not: excluded(query.where, "city").length > 0,
    cities,
    facts: referenceFacts(relations, cities),
    counted: query.op === "count",
    verdict: undefined,
  };
}

/** Every city lies in one region, so the lists are closed. */
function regionVerdict(relations: Relations, query: Query): CitiesRows {
  const cities = named(query.where, "city");
  const claim = citiesNamed(query.claim);
  const plain = allOf(cities.map((c) => (claim?.in.includes(c) ? "yes" : "no")));
  return {
    kind: "cities",
    name: claim?.as ?? "",
    not: false,
    cities,
    facts: referenceFacts(relations, cities),
    counted: false,
    verdict: {
      ...judged(plain, query),
      city: cities.join("、"),
      region: relations.dataset.city.get(cities[0] ?? "")?.region ?? "",
    },
  };
}
