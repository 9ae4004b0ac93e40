/** Metropolitan areas in English. */
import type { City } from "../../dataset/schema.ts";
import { counted, inner, join, judge, names, sentence, verb, when } from "./en-words.ts";
import type { Lingo } from "./lingo.ts";
import type { AreaTexts, Catalogue, Judged } from "./texts.ts";

const namesOf = (cities: readonly City[], lingo: Lingo): string =>
  names(
    cities.map((c) => c.id),
    lingo,
  );
const of = (cities: readonly City[], extent: string): City[] =>
  cities.filter(({ area }) => area?.extent === extent);

/** Guangzhou and Foshan, and parts of Zhaoqing and Qingyuan. */
function within(cities: readonly City[], lingo: Lingo): string {
  const parts = of(cities, "part");
  const whole = cities.filter((c) => !parts.includes(c));
  return `${namesOf(whole, lingo)}${when(parts.length > 0, `, and parts of ${namesOf(parts, lingo)}`)}`;
}

/** Those whom a plan only touches. */
function besideOf(cities: readonly City[], lingo: Lingo): string {
  const touched = of(cities, "measures");
  const linked = of(cities, "linked");
  const areas = verb(linked.length, "is a linked development area", "are linked development areas");
  return [
    when(touched.length > 0, `; measures also touch parts of ${namesOf(touched, lingo)}`),
    when(linked.length > 0, `; ${namesOf(linked, lingo)} ${areas}`),
  ].join("");
}

/** Of a city that lies there in part neither yes nor no is all of it. */
const leadOf = ({ area }: City, judged: Judged): string =>
  area?.extent === "part" && judged.verdict !== "unsaid" && (judged.verdict === "yes") !== judged.negated
    ? "Only in part"
    : judge(judged);

export const EN_AREAS: Catalogue<AreaTexts> = {
  area: ({ name, cities, beside }, lingo) =>
    sentence(
      `${lingo.name(name)} (2023 plan) has ${counted(cities.length, "city", "cities")}: ${within(cities, lingo)}${besideOf(beside, lingo)}`,
    ),
  areas: (all, lingo) =>
    `The 2023 plans have ${counted(all.length, "metropolitan area")}: ${names(all, lingo)}.`,
  noArea: ({ cities, beside }, lingo) => {
    const none =
      cities.length === 0
        ? "each of these cities is placed in an area"
        : `placed in no area by name: ${join(cities.map((c) => `${lingo.name(c.id)} (${inner(lingo.name(c.metro))})`))}`;
    return sentence(`in the 2023 metropolitan area plans, ${none}${besideOf(beside, lingo)}`);
  },
  inArea: ({ city, judged }, lingo) =>
    sentence(
      `${judged === undefined ? "" : `${leadOf(city, judged)}: `}in the 2023 metropolitan area plans ${city.english} is placed so: ${lingo.name(city.metro)}`,
    ),
};
