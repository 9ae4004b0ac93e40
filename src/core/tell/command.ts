/** Commands are text too: each does what its free question would, and says what it missed. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { ClusterClass } from "../../dataset/schema.ts";
import { withoutCommands } from "../../text/echo.ts";
import { cityOverview, clusterOverview } from "../ask/overview.ts";
import type { Relations } from "../ask/relations.ts";
import { cell } from "../ask/roles.ts";
import type { ArgumentKind, Command, CommandCall } from "../commands.ts";
import { besideEachOther, type Draft, line, overviewOf, roleIn } from "../compose.ts";
import { type Filter, isOneByOne, type Query } from "../query.ts";
import type { Quoter } from "../quote/quoter.ts";
import { filtersOf, valuesOf } from "../read/heard.ts";
import { nearest } from "../read/nearest.ts";
import type { Reading, Stranger } from "../read/read.ts";
import { text, type Text } from "../say/say.ts";
import type { Want } from "../say/texts.ts";
import { compared } from "./command-compare.ts";
import { isTellable, tellFact, tellSuperseded } from "./fact.ts";
import * as talk from "./talk.ts";
import { tell } from "./tell.ts";

/** A command of the core, with what it does. `run`: undefined where the argument is missing. */
export interface Asking extends Command {
  run: (called: Called) => Draft | undefined;
}

/** A command as it was called, and what was read in its argument. */
export interface Called extends CommandCall<Asking> {
  relations: Relations;
  /** Undefined without imported documents. */
  quoter: Quoter | undefined;
  /** Every command there is, for the help. */
  commands: readonly Command[];
  /** What the argument would get as a free question. */
  free: (reading: Reading) => Draft;
  reading: Reading;
  /** Chooses the fact of /fact. */
  seed: number;
}

/** @returns the answer to a command; a command that lacks its argument asks for it. */
export const tellCommand = (called: Called): Draft => called.command.run(called) ?? missing(called);

/** /compare: two or more of either kind. */
export function two({ relations, command, reading }: Called): Draft | undefined {
  const cities = namesIn(reading, "city");
  const clusters = namesIn(reading, "cluster");
  return compared(relations, command, reading, { cities, clusters });
}

/** The names given one by one, in the order they were said. */
const namesIn = ({ questions }: Reading, dim: Want): string[] => {
  const given = questions.flatMap(filtersOf).flatMap((f) => (isOneByOne(f, dim) ? f.in : []));
  return [...new Set(given)];
};

export const classIn = ({ questions: [heard] }: Reading): ClusterClass | undefined =>
  heard && (valuesOf(heard, "class")[0] as ClusterClass | undefined);

/** /map: one cluster or one city at a glance. */
export function either({ relations, reading }: Called): Draft | undefined {
  const clusters = namesIn(reading, "cluster").slice(0, 1);
  const cities = namesIn(reading, "city").slice(0, clusters.length === 0 ? 1 : 0);
  return atAGlance(relations, { clusters, cities });
}

/** @returns the overview of the one cluster, else of the one city; both have a picture. */
export function atAGlance(
  relations: Relations,
  { clusters, cities }: { clusters: readonly string[]; cities: readonly string[] },
): Draft | undefined {
  const [[cluster, ...clustersMore], [city, ...citiesMore]] = [clusters, cities];
  if (cluster !== undefined && clustersMore.length === 0)
    return tell(relations.dataset, clusterOverview(relations, cluster));
  if (city === undefined || citiesMore.length > 0) return undefined;
  return tell(relations.dataset, cityOverview(relations, city));
}

/** /cluster and /city: what the argument gets as a question, unless its name is none of ours. */
export function entity({ relations, free, reading }: Called, of: Want): Draft | undefined {
  if (reading.questions.length === 0 && of === "cluster") return undefined;
  const { dataset } = relations;
  const [id] = namesIn(reading, of);
  const [doubt] = reading.questions.flatMap((q) => q.ambiguous);
  if (id === undefined && doubt) return talk.whichCluster(doubt.surface, doubt.options);
  const district = dataset.places.districts.find((d) => d.names.includes(reading.text));
  if (district) {
    const found: Stranger = { kind: "district", surface: reading.text, city: district.city };
    return talk.stranger(dataset, found, false);
  }
  const [found] = reading.strangers;
  if (id === undefined && found) return talk.stranger(dataset, found, false);
  const wished = reading.questions.some((q) => q.filters.some(({ filter }) => filter.dim !== "word"));
  return id !== undefined || wished ? free(reading) : undefined;
}

/** /role: one city in one cluster; several of either are a question. */
export function pair({ relations, free, reading }: Called): Draft | undefined {
  const [cluster, ...clusters] = namesIn(reading, "cluster");
  const [city, ...cities] = namesIn(reading, "city");
  if (cluster === undefined && city === undefined) return undefined;
  if (cluster === undefined || city === undefined || clusters.length + cities.length > 0)
    return free(reading);
  const where: Filter[] = [
    { dim: "cluster", in: [cluster] },
    { dim: "city", in: [city] },
  ];
  const query: Query = { from: "role", op: "value", where, claim: [], negated: false, unused: [] };
  return tell(relations.dataset, cell(relations, query, cluster, city));
}

/** /fact: that of the number, or one on what was named. */
export function oneFact({ relations: { dataset }, rest, reading, seed }: Called): Draft | undefined {
  const id = rest.trim().toUpperCase();
  const fact = dataset.fact.get(id);
  if (fact) return tellFact(dataset, fact);
  if (/^[A-Z]{1,2}\d{1,4}(?:-\d+)?$/.test(id)) return tellSuperseded(dataset, id) ?? talk.noFact(id);
  const isNamed = namesIn(reading, "cluster").length + namesIn(reading, "city").length > 0;
  if (rest !== "" && !isNamed && classIn(reading) === undefined) return undefined;
  return anyFact(dataset, reading, seed);
}

/** One fact on what was named, or on anything. @param seed chooses it. */
export function anyFact(dataset: Dataset, reading: Reading, seed: number): Draft | undefined {
  const clusters = namesIn(reading, "cluster");
  const cities = namesIn(reading, "city");
  const group = classIn(reading);
  const among = (named: readonly string[], own: readonly string[]): boolean =>
    named.length === 0 || named.some((name) => own.includes(name));
  const fitting = dataset.facts.filter(
    (f) =>
      isTellable(dataset, f) &&
      among(clusters, f.clusters) &&
      among(cities, f.cities) &&
      (group === undefined ||
        f.group === group ||
        f.clusters.some((c) => dataset.cluster.get(c)?.class === group)),
  );
  const chosen = fitting[Math.abs(seed) % Math.max(1, fitting.length)];
  return chosen && tellFact(dataset, chosen);
}

// What is missing ------------------------------------------------------------------------------------------------------

const MOST_ECHO = 20;
const MOST_OPTIONS = 3;
const OF_ONE: readonly ArgumentKind[] = ["cluster", "city", "either"];

/** What was read, what was not, and the nearest things there are. */
function missing(called: Called): Draft {
  const { relations, reading, command } = called;
  const { argument } = command;
  const [found] = reading.strangers;
  if (found && OF_ONE.includes(argument)) return talk.stranger(relations.dataset, found, false);
  const known = [...namesIn(reading, "city"), ...namesIn(reading, "cluster")];
  // A character of two units may be cut in two.
  const echo = withoutCommands(reading.text.slice(0, MOST_ECHO).replace(/\p{Surrogate}$/u, ""));
  const words = echo === "" ? text("missing", command) : text("unread", { known, echo, command });
  return { outcome: "clarify", title: line(words), next: optionsFor(called, known), aside: true };
}

/** The same asked with the nearest names; beside a city, only clusters of which something is said there. */
function optionsFor({ relations: { dataset }, command, reading }: Called, known: readonly string[]): Text[] {
  const { argument, example } = command;
  const beside = known[0] ?? example.split(" ")[1] ?? "";
  const isHeld = (cluster: string): boolean =>
    (dataset.factsOfCluster.get(cluster) ?? []).some((f) => f.role && f.cities.includes(beside));
  return nearest(dataset, reading.text, argument, dataset.clusters.length)
    .filter((option) => argument !== "cluster-and-city" || isHeld(option))
    .slice(0, MOST_OPTIONS)
    .map((option) => asked(argument, beside, option));
}

function asked(argument: ArgumentKind, beside: string, option: string): Text {
  if (argument === "two") return besideEachOther(beside, option);
  if (argument === "cluster-and-city") return roleIn(beside, option);
  return argument === "class" ? text("ask", { about: "class-members", name: option }) : overviewOf(option);
}
