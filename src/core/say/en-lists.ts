/** The closed lists in English: the twenty clusters, the 21 cities, and what stands over each of them. */
import { groupOf, isClass } from "./en-scope.ts";
import {
  besides,
  capital,
  clusterOf,
  counted,
  join,
  inner,
  judge,
  limitedTo,
  names,
  quoted,
  sentence,
  some,
  verb,
  when,
} from "./en-words.ts";
import type { Lingo } from "./lingo.ts";
import type { Catalogue, ListTexts } from "./texts.ts";

/** strategic pillar industry clusters. */
const strategic = (group: string, lingo: Lingo): string => `strategic ${lingo.name(group)} industry clusters`;

/** Ids and classes in one string, as a question names what it leaves out. */
const several = (ids: string): string[] => ids.split("、");

function classes(args: ListTexts["classes"], lingo: Lingo): string {
  const { groups, not, counted: isCounted, contains } = args;
  const ids = groups.flatMap((g) => g.clusters);
  if (contains !== undefined) {
    if (ids.length === 0) return `No cluster has ${quoted(contains)} in its name.`;
    const has = verb(ids.length, "has", "have");
    const own = verb(ids.length, "its name", "their names");
    return `${counted(ids.length, "cluster")} ${has} ${quoted(contains)} in ${own}: ${names(ids, lingo)}.`;
  }
  const left = not === undefined ? "" : `leaving out ${join(several(not).map((id) => leftOut(id, lingo)))}, `;
  const [only] = groups;
  if (groups.length !== 1 || !only) {
    const each = groups.map((g) => `${g.clusters.length} ${lingo.name(g.class)}`);
    return sentence(`${left}${counted(ids.length, "cluster")} in all: ${each.join(", ")}`);
  }
  return not === undefined
    ? sentence(
        `the ten ${strategic(only.class, lingo)}${when(isCounted, ` (${ids.length} in all)`)}: ${names(ids, lingo)}`,
      )
    : sentence(`${left}there are ${ids.length} ${strategic(only.class, lingo)}: ${names(ids, lingo)}`);
}

const leftOut = (id: string, lingo: Lingo): string => (isClass(id) ? groupOf(id, lingo) : lingo.inline(id));

/** Whether a name is on the lists, and on which. */
function classVerdict(args: ListTexts["classVerdict"], lingo: Lingo): string {
  const { subject, claimed, own, part, cluster, ...judged } = args;
  const listed = own.length > 0 && !part;
  const ids = several(subject);
  const one = ids.length === 1;
  const whole = when(claimed === "whole" && listed, one ? ", one of the 20" : ", all of the 20");
  const lists = join([...new Set(own)].map((c) => strategic(c, lingo)));
  const among = `${clusterOf(ids, lingo)} ${one ? "is one of the" : "are among the"} ten ${lists}${whole}`;
  const filed = `the list of 20 has no ${word(subject, lingo)} of its own; we file it under ${clusterOf([cluster], lingo)}`;
  const truth = part ? filed : listed ? among : `the list of 20 has no ${word(subject, lingo)}`;
  return sentence(`${judge(judged)}: ${truth}`);
}

/** A name of ours in English, anything else as it was said. */
function word(id: string, lingo: Lingo): string {
  const name = lingo.inline(id);
  return name === id || name.startsWith("[") ? quoted(id) : `"${name}"`;
}

export const EN_LISTS: Catalogue<ListTexts> = {
  classes,
  classAmong: ({ class: group, not, names: ids, others }, lingo) => {
    const are = (all: readonly string[], denied: boolean): string =>
      `${names(all, lingo)} ${verb(all.length, "is", "are")} ${denied ? "not " : ""}${verb(all.length, "one of", "among")} the ten ${strategic(group, lingo)}`;
    if (ids.length === 0) return sentence(are(others, !not));
    const rest = when(
      others.length > 0,
      `; ${names(others, lingo)} ${verb(others.length, "is", "are")}${not ? "" : " not"}`,
    );
    return sentence(`${are(ids, not)}${rest}`);
  },
  classLine: ({ class: group, clusters }, lingo) =>
    capital(`${lingo.name(group)} (${clusters.length}): ${names(clusters, lingo)}`),
  classHeading: ({ class: group }, lingo) => `The ten ${lingo.name(group)} clusters`,
  place: ({ class: group, place, cluster }, lingo) =>
    `Number ${place} of the ten ${lingo.name(group)} clusters is ${lingo.inline(cluster)}.`,
  noPlace: ({ place }) => `The lists have no number ${place}: there are 10 pillar and 10 emerging clusters.`,
  classOf: ({ subject, own, part, cluster }, lingo) =>
    sentence(
      part
        ? `we file ${lingo.inline(subject)} under ${clusterOf([cluster], lingo)}, one of the ten ${strategic(own, lingo)}`
        : `${clusterOf([subject], lingo)} is one of the ten ${strategic(own, lingo)}`,
    ),
  classVerdict,
  classCount: ({ counts, ...judged }, lingo) =>
    sentence(
      `${judge(judged)}: ${join(counts.map((c) => `${c.count} ${lingo.name(c.class)} clusters`))}, 20 in all`,
    ),
  cities: ({ name, not, cities }, lingo) => {
    const list = `${counted(cities.length, "city", "cities")}: ${names(cities, lingo)}`;
    if (name === "")
      return `Guangdong has ${cities.length} prefecture-level cities: ${names(cities, lingo)}.`;
    return sentence(
      not ? `outside ${lingo.name(name)} there are ${list}` : `${lingo.name(name)} means ${list}`,
    );
  },
  inRegion: ({ city, region, name, ...judged }, lingo) => {
    const inside = judged.verdict === (judged.negated ? "no" : "yes");
    const other = when(!inside && name !== region, `, not in ${lingo.name(name)}`);
    return `${judge(judged)}: ${lingo.name(city)} is in ${lingo.name(region)}${other}.`;
  },
  attribute: ({ attribute, city, judged }, lingo) =>
    ({
      "area-code": `${judged ? `${judge(judged)}: the` : "The"} area code of ${city.english} is ${city.areaCode}`,
      region: `${city.english} is in ${lingo.name(city.region)}`,
      metro: `In the 2023 metropolitan area plans ${city.english} is placed so: ${lingo.name(city.metro)}`,
      "english-name": `The English name of [${city.id}] is ${city.english}`,
    })[attribute],
  overviewCluster: ({ cluster, class: group, cores, more }, lingo) => {
    const named = more ? "provincial documents name the cities below" : "provincial documents name no city";
    const core = `core ${verb(cores.length, "city", "cities")}: ${some(cores, lingo)}`;
    return sentence(
      `${clusterOf([cluster], lingo)} is one of the ten ${strategic(group, lingo)}; ${cores.length > 0 ? core : named}`,
    );
  },
  overviewCity: ({ city, cores, total, inParts, stated }, lingo) => {
    if (total === 0)
      return inParts.length === 0
        ? `Provincial documents name ${lingo.name(city)} in none of the 20 clusters.`
        : `Provincial documents name ${lingo.name(city)} in one industry only: ${limitedTo(inParts, lingo)}.`;
    if (stated && cores.length === 0)
      return `${counted(total, "cluster")} ${verb(total, "names", "name")} ${lingo.name(city)}${besides(inParts, lingo)}; besides: ${inner(lingo.brief(stated))}, which ones is not listed.`;
    const core = `${cores.length} of them as core: ${some(cores, lingo)}`;
    return `${counted(total, "cluster")} ${verb(total, "names", "name")} ${lingo.name(city)}, ${cores.length > 0 ? core : "none of them as core"}${besides(inParts, lingo)}.`;
  },
};
