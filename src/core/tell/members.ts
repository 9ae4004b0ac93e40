/** The cities of a cluster and the clusters of a city: who has a role, who has none. */
import { type Dataset, groupBy } from "../../dataset/dataset.ts";
import type { MembersRows, Scope } from "../ask/rows.ts";
import { type Draft, factSection, line, note, section } from "../compose.ts";
import { text } from "../say/say.ts";
import type { InParts } from "../say/texts.ts";
import {
  aboutListed,
  factsOf,
  groupLines,
  inPartLines,
  inPartsOf,
  namesOf,
  onePer,
  otherLines,
} from "./lines.ts";
import { nextForCity, nextForCluster } from "./next.ts";
import { isDoubtful, subjectOf, undocumented } from "./scope.ts";

export function tellMembers(dataset: Dataset, rows: MembersRows): Draft {
  if (rows.complement) return tellComplement(dataset, rows);
  return rows.names.length === 0 ? tellNobody(dataset, rows) : tellNames(dataset, rows);
}

function tellNames(dataset: Dataset, rows: MembersRows): Draft {
  const { scope, want, names, expected } = rows;
  const led = onePer(rows.rows, want);
  const other = expected !== undefined && expected !== names.length && !isNarrowed(scope);
  const partial = rows.partial && scope.documents.length === 0;
  const counts = scope.tiers.length === 0 ? rows.counts.map((r) => r.fact) : [];
  const single = want === "cluster" && scope.set === undefined && scope.cities.length === 1;
  const inParts = single ? rows.inParts : [];
  const words = text("members", {
    ...listedOf(rows),
    names,
    inParts: inPartsOf(dataset, inParts, want),
    parts: partsOf(rows),
    each: scope.each,
    doubtful: isDoubtful(dataset, led),
    more: rows.stated.length > 0,
    by: isOfNobody(rows) ? holdersOf(rows) : [],
  });
  // Where a document says how many there are, that is the number.
  const stated = rows.counted ? rows.counts.find((r) => scope.documents.includes(r.document)) : undefined;
  return {
    outcome: partial || (other && !countsTo(rows)) ? "clarify" : "answer",
    title: stated
      ? line(text("statements", [stated.fact]), [stated.fact])
      : line(words, factsOf([...led, ...onePer(inParts, want)])),
    blocks: [
      ...section(groupLines(dataset, rows.rows, want), text("giver", scope.giver ?? "province")),
      ...inPartLines(dataset, rows.inParts, want),
      ...factSection([...counts, ...factsOf(rows.stated)], text("heading", "ownCounts")),
      ...otherLines(dataset, rows.others, want),
      ...(rows.open ? [note(text("openList"))] : []),
      ...(other ? [note(text("expectedOther", { expected, found: names.length }))] : []),
    ],
    ...about(dataset, rows),
  };
}

/** Clusters that have a core, whoever it is; of a region, which has none as a whole. */
const isOfNobody = ({ want, scope: { set, tiers, cities } }: MembersRows): boolean =>
  want === "cluster" && (set !== undefined || (tiers.length > 0 && cities.length === 0));

/** Whose each cluster is. */
const holdersOf = ({ names, rows }: MembersRows): InParts =>
  names.map((name) => ({
    name,
    parts: [...new Set(rows.filter((r) => r.cluster === name).map((r) => r.city))],
  }));

/** Of a list some were asked for: the number that was said is of all of it. */
const isNarrowed = ({ notCities, notClusters, set, notSet, region, lacks }: Scope): boolean =>
  notCities.length + notClusters.length + lacks.length > 0 || (set ?? notSet ?? region) !== undefined;

/** A set whose members are listed narrows the list; it is its subject where their clusters are. */
function listedOf({ scope, want }: MembersRows) {
  const { set: _set, ...rest } = scope;
  const where: Scope = want === "cluster" ? rest : scope;
  return { where, want, subject: subjectOf(scope, want), tiers: scope.tiers };
}

/** One of the documents names just as many as the question says. */
const countsTo = ({ rows, want, expected }: MembersRows): boolean =>
  [...groupBy(rows, (r) => [r.document]).values()].some(
    (own) => new Set(own.map((r) => r[want])).size === expected,
  );

/** Where all that is said is of parts: 限食品工业. */
function partsOf({ rows, scope }: MembersRows): string[] {
  if (scope.parts.length > 0) return scope.parts;
  const whole = rows.some((r) => !r.sub);
  return whole ? [] : [...new Set(rows.flatMap((r) => r.part ?? []))];
}

function about(
  dataset: Dataset,
  { scope, want, names }: MembersRows,
): Pick<Draft, "clusters" | "cities" | "next" | "picture"> {
  const [cluster] = scope.clusters;
  const [city] = scope.cities;
  const listed = aboutListed(want, names, want === "city" ? scope.clusters : scope.cities);
  if (want === "city" && cluster !== undefined)
    return { ...listed, next: nextForCluster(dataset, cluster, names), picture: { kind: "map", cluster } };
  if (want === "cluster" && city !== undefined)
    return {
      ...listed,
      next: nextForCity(dataset, city, names),
      ...(scope.cities.length === 1 && { picture: { kind: "card", city } }),
    };
  return { ...listed, next: "everything" };
}

/** Those the documents do not name. */
function tellComplement(dataset: Dataset, rows: MembersRows): Draft {
  const { scope, want, names, open } = rows;
  const facts = factsOf(onePer(rows.rows, want));
  // Where everybody is named nothing is left open.
  const provable = (scope.tiers.length > 0 || names.length === 0) && facts.length > 0;
  const silent = facts.length + names.length === 0;
  return {
    outcome: provable ? "answer" : silent ? "unknown" : "clarify",
    title: line(text("complement", { ...listedOf(rows), names, open }), facts),
    blocks: [
      ...section(groupLines(dataset, rows.rows, want), text("heading", "otherNamed")),
      ...inPartLines(dataset, rows.inParts, want),
      ...factSection(factsOf(rows.stated), text("heading", "ownCounts")),
      note(text("closedToday")),
    ],
    ...about(dataset, rows),
    next: "everything",
  };
}

/** Nobody is named for it: what else the documents say. */
function tellNobody(dataset: Dataset, rows: MembersRows): Draft {
  const { scope, want, near, others, stated } = rows;
  const listed = listedOf(rows);
  const reported = scope.tiers.length === 0 && others.length > 0;
  const blocks = [
    ...section(groupLines(dataset, near, want), text("heading", "otherNamed")),
    ...otherLines(dataset, others, want),
  ];
  // A refusal holds no figure, not even that of a document's name.
  const where = near.length + others.length > 0 ? listed.where : undocumented(scope);
  const words = reported
    ? text("onlyOthers", { ...listed, where, names: namesOf(dataset, others, want) })
    : text("noMembers", { ...listed, where, near: namesOf(dataset, near, want) });
  const [first] = stated;
  if (first)
    return {
      outcome: "answer",
      title: line(text("numberOnly", { fact: first.fact }), [first.fact]),
      blocks: [...factSection(factsOf(stated).slice(1), text("heading", "ownCounts")), ...blocks],
      ...about(dataset, { ...rows, names: want === "city" ? scope.cities : [] }),
    };
  return {
    outcome: reported ? "answer" : blocks.length > 0 ? "clarify" : "unknown",
    title: line(words, factsOf(onePer(reported ? others : near, want))),
    blocks,
    ...about(dataset, { ...rows, names: want === "city" ? scope.cities : [] }),
    clusters: scope.clusters,
  };
}
