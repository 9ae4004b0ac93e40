/** Answers from the closed lists: the twenty clusters, the 21 cities. */
import type { Dataset } from "../../dataset/dataset.ts";
import { ClusterClass, type Fact } from "../../dataset/schema.ts";
import type { CitiesRows, ClassRows, ClassVerdictRows, ReferenceRows } from "../ask/rows.ts";
import { type Draft, factSection, type Line, line, section, overviewOf } from "../compose.ts";
import { text } from "../say/say.ts";
import type { Text } from "../say/say.ts";
import { nextForCity } from "./next.ts";

const CLASSES = ClusterClass.options;

/** The clusters of one class or of both, or those of a name or a place on the list. */
export function tellClasses(dataset: Dataset, rows: ClassRows): Draft {
  const { groups, among, contains } = rows;
  const [only, ...others] = groups;
  const clusters = groups.flatMap((g) => g.clusters);
  const facts = only && !among ? groups.flatMap((g) => g.facts) : rows.lists;
  const each = others.length > 0 && contains === undefined && !among ? groups : [];
  const targets = only && text("ask", { about: "class-target", name: only.class });
  const cluster = clusters[0] ?? dataset.clusters[0]?.id ?? "";
  return {
    outcome: clusters.length > 0 || contains !== undefined || among ? "answer" : "clarify",
    title: line(classesTitle(rows), facts),
    blocks: section(each.map((g) => line(text("classLine", g), g.facts))),
    // Of both classes the lists themselves are what was asked for.
    ...(each.length > 0 && { whole: true as const }),
    clusters,
    next: [
      overviewOf(cluster),
      ...(targets !== undefined && others.length === 0
        ? [targets]
        : CLASSES.map((group) => text("ask", { about: "class-members", name: group }))),
    ],
  };
}

function classesTitle({ groups, among, not, counted, contains, place }: ClassRows): Text {
  const names = groups.flatMap((g) => g.clusters);
  if (among)
    return text("classAmong", { ...among, names, others: among.named.filter((n) => !names.includes(n)) });
  if (place === undefined) return text("classes", { groups, not, counted, contains });
  const [group] = groups;
  const cluster = group?.clusters[0];
  return group && cluster !== undefined
    ? text("place", { class: group.class, place, cluster })
    : text("noPlace", { place });
}

/** The class of a cluster, whether it is of a class or of the twenty, or how many there are of each class. */
export function tellClassVerdict(dataset: Dataset, rows: ClassVerdictRows): Draft {
  const { scope, cluster, verdict, own, claimed, facts } = rows;
  const claims = scope.classes.length > 0 || claimed !== "whole" || rows.claimedWhole;
  const asked = !claims && rows.expected === undefined && cluster !== undefined && own.length > 0;
  return {
    outcome: "answer",
    ...(!asked && { verdict }),
    ...(asked ? classOf(dataset, rows, cluster) : { title: line(judgedClass(dataset, rows), facts) }),
    clusters: scope.clusters,
    next: cluster === undefined ? "lists" : [overviewOf(cluster)],
  };
}

function judgedClass(dataset: Dataset, rows: ClassVerdictRows): Text {
  const { verdict, negated, subject, claimed, own, part, cluster = "", expected } = rows;
  if (expected !== undefined) return text("classCount", { verdict, negated, counts: classCounts(dataset) });
  return text("classVerdict", {
    verdict,
    negated,
    subject,
    claimed,
    own,
    part: part !== undefined,
    cluster,
  });
}

const classCounts = ({ clusters }: Dataset): { class: string; count: number }[] =>
  [...new Set(clusters.map((c) => c.class))].map((group) => ({
    class: group,
    count: clusters.filter((c) => c.class === group).length,
  }));

/** Nothing was claimed: the class of the first named, and below it those of the others. */
function classOf(dataset: Dataset, rows: ClassVerdictRows, cluster: string): Pick<Draft, "title" | "blocks"> {
  const { scope, subject, own, part, facts } = rows;
  const of = (id: string, name: string, isPart: boolean, group = ""): Line =>
    line(text("classOf", { subject: name, own: group, part: isPart, cluster: id }), facts);
  const about = part ?? subject.split("、")[0] ?? subject;
  const others = scope.clusters
    .slice(1)
    .map((id) => of(id, id, false, dataset.cluster.get(id)?.class ?? own[0]));
  return { title: of(cluster, about, part !== undefined, own[0]), blocks: section(others) };
}

/** The cities of a region, or whether a city lies in it. */
export function tellCities(_dataset: Dataset, rows: CitiesRows): Draft {
  const { cities, name, not, counted, facts, verdict: judged } = rows;
  const words = judged
    ? text("inRegion", { ...judged, name })
    : text("cities", { name, not, cities, counted });
  return {
    outcome: judged || cities.length > 0 ? "answer" : "clarify",
    ...(judged && { verdict: judged.verdict }),
    title: line(words, facts),
    cities,
    next: cities.slice(0, judged ? 2 : 3).map((c) => overviewOf(c)),
  };
}

/** What a city is besides its roles: its plate, its region. */
export function tellReference(dataset: Dataset, rows: ReferenceRows): Draft {
  const ids = rows.cities.map((c) => c.id);
  const { outcome, title, rest } = referenceOf(rows);
  return {
    outcome,
    ...(rows.verdict && { verdict: rows.verdict.verdict }),
    title,
    blocks: factSection(rest),
    cities: ids,
    next: ids.flatMap((id) => [overviewOf(id), ...nextForCity(dataset, id)]).slice(0, 3),
  };
}

function referenceOf({
  attribute,
  cities,
  facts,
  verdict: judged,
}: ReferenceRows): Pick<Draft, "outcome" | "title"> & { rest: readonly Fact[] } {
  const [first] = facts;
  const [city] = cities;
  const outcome = first ? "answer" : "unknown";
  if (city && attribute !== "plate" && attribute !== "nickname")
    return {
      outcome,
      title: line(text("attribute", { attribute, city, judged }), facts.slice(0, 1)),
      rest: facts,
    };
  if (first) return { outcome, title: line(text("statements", [first]), [first]), rest: facts };
  return {
    outcome,
    title: line(text("nothing", { names: cities.map((c) => c.id), verdict: false })),
    rest: [],
  };
}
