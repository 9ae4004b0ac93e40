/** Yes or no: whether cities have roles in clusters, and what one city is in one cluster. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Verdict } from "../ask/amounts.ts";
import type { Fact } from "../../dataset/schema.ts";
import type { CellRows, Pair, VerdictRows } from "../ask/rows.ts";
import { type Draft, factSection, type Line, line, note, section, overviewOf } from "../compose.ts";
import { text } from "../say/say.ts";
import { factsOf, giverBlocks, groupLines, inPartLines, inPartsOf, labelsOf, onePer } from "./lines.ts";
import { coreCities, coreClusters, nextForCluster } from "./next.ts";
import { isDoubtful, subjectOf, undocumented } from "./scope.ts";

/** One city in one cluster. */
export function tellCell(dataset: Dataset, rows: CellRows): Draft {
  const { cluster, city, regional, besides } = rows;
  const blocks = [
    ...giverBlocks([...rows.wider, ...rows.rows]),
    ...factSection(regional, text("heading", "regional")),
    ...factSection(besides, text("heading", "besides")),
  ];
  const silent = blocks.length === 0;
  const others = [...rows.rows.map((r) => r.fact), ...regional, ...besides];
  return {
    // A word nobody knows may be anything but a part of the cluster: what is held without it is the nearest.
    outcome: silent ? "unknown" : rows.wider.length > 0 && rows.scope.words.length > 0 ? "clarify" : "answer",
    title: cellTitle(dataset, rows, others[0]),
    blocks,
    clusters: [cluster],
    cities: [city],
    next: silent
      ? [overviewOf(cluster), overviewOf(city)]
      : [...coreCities(dataset, cluster), ...nextForCluster(dataset, cluster), overviewOf(city)],
  };
}

function cellTitle(dataset: Dataset, cell: CellRows, other: Fact | undefined): Line {
  const { cluster, city, rows, wider, scope } = cell;
  const own = rows.filter((r) => r.giver === "province");
  if (wider.length > 0)
    return line(text("roleWider", { city, cluster, where: scope, labels: labelsOf(wider) }), factsOf(wider));
  if (own.length === 0) {
    const inPlan = other?.role?.tier === "city" && dataset.document.get(other.document)?.layer === "province";
    return line(text("noRole", { city, cluster, other, inPlan }), other && [other]);
  }
  const doubtful = isDoubtful(dataset, own);
  return line(text("role", { city, cluster, labels: labelsOf(own), doubtful }), factsOf(own));
}

export function tellVerdict(dataset: Dataset, rows: VerdictRows): Draft {
  const { scope, pairs, holders, verdict, quantifier } = rows;
  const title = statedTitle(rows) ?? verdictTitle(dataset, rows);
  const told = pairs.flatMap((p) => (p.verdict === "yes" ? p.rows : p.own));
  const open = holders.open && (quantifier === "only" || verdict === "unsaid");
  const blocks = [
    ...giverBlocks(told),
    ...(verdict === "yes"
      ? []
      : section(groupLines(dataset, holders.rows, holders.of), text("heading", "bySource"))),
    ...inPartLines(dataset, rows.inParts, holders.of),
    ...(holders.names.length > 0 ? factSection(factsOf(rows.stated), text("heading", "ownCounts")) : []),
    ...(open ? [note(text("openList"))] : []),
  ];
  const orHolders = (names: readonly string[], of: "city" | "cluster"): readonly string[] =>
    names.length === 0 && holders.of === of ? holders.names : names;
  return {
    outcome: title.facts.length === 0 && blocks.length === 0 ? "unknown" : "answer",
    verdict,
    title,
    blocks,
    clusters: orHolders(scope.clusters, "cluster"),
    cities: orHolders(scope.cities, "city"),
    next: nextOf(dataset, rows),
  };
}

/** How many there are is told, which they are is not. */
function statedTitle({ stated, holders, verdict, negated }: VerdictRows): Line | undefined {
  const [first] = holders.names.length > 0 ? [] : stated;
  const words = first && text("numberOnly", { fact: first.fact, judged: { verdict, negated } });
  return words && line(words, factsOf(stated));
}

function nextOf(dataset: Dataset, { scope, holders }: VerdictRows): NonNullable<Draft["next"]> {
  const [cluster] = scope.clusters;
  const [city] = scope.cities;
  const cities = scope.cities.length > 0 ? scope.cities : holders.names;
  if (cluster !== undefined) return nextForCluster(dataset, cluster, cities);
  return city === undefined ? "pillars" : [...coreClusters(dataset, city), overviewOf(city)];
}

/** One pair of a city and a cluster, both named, is told by its role; anything else by who has it. */
function verdictTitle(dataset: Dataset, rows: VerdictRows): Line {
  const { scope, pairs, quantifier, tally } = rows;
  const [pair] = pairs;
  const named = scope.clusters.length === 1 && scope.cities.length === 1;
  const single = pairs.length === 1 && named && quantifier !== "only" && tally === undefined;
  return pair && single ? pairTitle(dataset, rows, pair) : severalTitle(dataset, rows);
}

function pairTitle(dataset: Dataset, { scope, holders, negated }: VerdictRows, pair: Pair): Line {
  const { city, cluster, verdict } = pair;
  const given = pair.own.filter((r) => r.giver === "province");
  // What it is instead stands in the document that is meant.
  const instead =
    scope.documents.length > 0 ? given.filter((r) => scope.documents.includes(r.document)) : given;
  const own = { yes: pair.rows, no: instead, unsaid: given }[verdict];
  const others = holders.of === "city" ? holders.names.filter((n) => n !== city) : [];
  const said = onePer(
    holders.rows.filter((r) => others.includes(r.city)),
    "city",
  );
  const words = text("roleVerdict", {
    city,
    cluster,
    verdict,
    negated,
    tiers: scope.tiers,
    labels: labelsOf(own),
    holders: verdict === "unsaid" && said.length === 0 ? [] : others,
    doubtful: isDoubtful(dataset, own),
    elsewhere: scope.documents.length === 0 ? [] : [...new Set(own.map((r) => r.document))],
  });
  const rest = verdict === "no" || (verdict === "unsaid" && scope.tiers.length > 0) ? said : [];
  return line(words, factsOf([...own, ...rest]));
}

/** The industries beside the cluster that all of it is about: 食品工业. */
function limitOf({ pairs, holders }: VerdictRows): string[] {
  const told = pairs.flatMap((p) => (p.verdict === "yes" ? p.rows : []));
  const rows = told.length > 0 ? told : holders.rows;
  return rows.every((r) => r.sub) ? [...new Set(rows.flatMap((r) => r.part ?? []))] : [];
}

function severalTitle(dataset: Dataset, rows: VerdictRows): Line {
  const { scope, pairs, holders, verdict, negated, quantifier, tally, inside } = rows;
  const want = holders.of;
  const inParts = inPartsOf(dataset, rows.inParts, want);
  const base = {
    want,
    subject: subjectOf(scope, want),
    tiers: scope.tiers,
    limits: limitOf(rows),
    verdict,
    negated,
    inParts,
  };
  const facts = factsOf(onePer([...holders.rows, ...rows.inParts], want));
  const { names } = holders;
  // Of words no role holds, or of nothing by name: that nobody has it would say more than was looked up.
  if (names.length === 0 && (scope.words.length > 0 || base.subject.length === 0))
    return line(text("nothing", { scope, verdict: true }));
  const of = (said: Verdict): string[] => [
    ...new Set(pairs.filter((p) => p.verdict === said).map((p) => p[want])),
  ];
  if (tally !== undefined)
    return line(
      text("countVerdict", {
        ...base,
        more: rows.stated.length > 0,
        tally,
        names,
        disputed: holders.disputed,
      }),
      facts,
    );
  const asked = want === "city" ? scope.cities : scope.clusters;
  const about = aboutOf(rows, asked);
  if (about === "only") {
    const others = names.filter((n) => !asked.includes(n));
    const said = scope.set !== undefined && want === "city" ? [scope.set] : asked;
    const { disputed } = holders;
    // A list of cities that may go on tells nothing of the clusters of one.
    const open = holders.open && want === "city";
    const words = text("onlyVerdict", {
      ...base,
      region: scope.region,
      asked: said,
      names,
      others,
      open,
      disputed,
    });
    return line(words, disputed.length > 0 ? factsOf(holders.rows) : facts);
  }
  if (about === "any") {
    const where = facts.length > 0 ? scope : undocumented(scope);
    return line(text("anyVerdict", { ...base, where, names: of("yes") }), facts);
  }
  // 都不是, and one is: the others are beside the point.
  const found = quantifier === "none" && of("yes").length > 0;
  const told = pairs.flatMap((p) => (p.verdict === "yes" ? p.rows : []));
  const sorted = { ...base, yes: of("yes"), no: found ? [] : of("no"), quantifier };
  if (inside !== undefined)
    return line(text("insideVerdict", { ...sorted, inside, open: holders.open }), facts);
  const shown = [...pairs.flatMap((p) => p.rows), ...rows.inParts];
  const isInPart = (name: string): boolean => inParts.some((p) => p.name === name);
  return line(
    text("rolesVerdict", {
      ...sorted,
      doubtful: isDoubtful(dataset, told),
      unsaid: found ? [] : of("unsaid").filter((n) => !isInPart(n)),
    }),
    factsOf(onePer(shown.length > 0 ? shown : holders.rows, want)),
  );
}

/** Whether the claim is that those named are the only ones, that there are any, or of each of several. */
function aboutOf(rows: VerdictRows, asked: readonly string[]): "only" | "any" | "each" {
  const { scope, holders, quantifier, inside } = rows;
  const ofAll = quantifier === "all" || quantifier === "none";
  const over = holders.of === "cluster" && ofAll && scope.clusters.length === 0;
  const ofOthers = holders.of === "city" && quantifier === "all" && scope.notCities.length > 0;
  const whole = inside !== undefined || over || ofOthers;
  if (quantifier === "only" && (whole || asked.length > 0)) return "only";
  if (whole) return "each";
  const ofSet = holders.of === "city" && scope.set !== undefined && quantifier !== "all";
  return asked.length === 0 || ofSet ? "any" : "each";
}
