/** What an answer is about, in English: every constraint of the question is named. */
import { ClusterClass } from "../../dataset/schema.ts";
import type { Scope } from "../ask/rows.ts";
import type { Compare } from "../query.ts";
import { askedAmount } from "./en-amounts.ts";
import { EN_NAMES } from "./en-names.ts";
import { documentOf, join, names, quoted, when } from "./en-words.ts";
import type { Lingo } from "./lingo.ts";

/** in the Opinions, outside the Pearl River Delta, leaving out Guangzhou, : how a list was narrowed. */
export function within(scope: Scope, lingo: Lingo): string {
  const { documents, notDocuments, set, notSet } = scope;
  const single = notSet === undefined ? scope.notCities : [];
  const left = [...single, ...scope.notClusters].map((id) => lingo.inline(id));
  const out = [...left, ...scope.notClasses.map((c) => groupOf(c, lingo))];
  const read = (ids: readonly string[]): string => join(ids.map((id) => documentOf(id, lingo)));
  return [
    when(documents.length > 0, `in ${read(documents)}, `),
    when(notDocuments.length > 0, `leaving out ${read(notDocuments)}, `),
    set === undefined ? "" : `in ${lingo.name(set)}, `,
    notSet === undefined ? "" : `outside ${lingo.name(notSet)}, `,
    when(out.length > 0, `leaving out ${join(out)}, `),
    when(scope.lacks.length > 0, `leaving out those shared with ${names(scope.lacks, lingo)}, `),
    when(scope.stars.length > 0, `by marks of ${starsOf(scope)}, `),
    when(scope.words.length > 0, `on ${join(scope.words.map(quoted))}, `),
  ].join("");
}

const CLASSES: ReadonlySet<string> = new Set(ClusterClass.options);
export const isClass = (id: string): boolean => CLASSES.has(id);

/** the pillar clusters. */
export const groupOf = (group: string, lingo: Lingo): string => `the ${lingo.name(group)} clusters`;

/** What a figure question was about: 2030 revenue target for semiconductors and integrated circuits. */
export function figureAsked(scope: Scope, lingo: Lingo): string {
  const { set, years, periods, parts } = scope;
  const cities = set === undefined ? names(scope.cities, lingo) : lingo.name(set);
  const clusters = [names(scope.clusters, lingo), join(scope.classes.map((c) => groupOf(c, lingo)))];
  const subject = [clusters.filter(Boolean).join(", "), cities].filter(Boolean);
  const measures = scope.measures.map((m) => EN_NAMES.measures[m]);
  const wholes = scope.wholes.map((w) => EN_NAMES.wholes[w]);
  const kind = [join(measures), join(wholes), join(scope.statuses.map((s) => EN_NAMES.statuses[s]))].filter(
    Boolean,
  );
  return [
    when(scope.dates.length > 0, `${join(scope.dates.map(dateOf))} `),
    when(years.length > 0, `${join(years)} `),
    kind.length > 0 ? kind.join(" ") : "figure",
    when(parts.length > 0, ` (${names(parts, lingo)})`),
    when(periods.length > 0, ` (${join(periods.map(periodOf))})`),
    when(subject.length > 0, ` for ${subject.join(" in ")}`),
  ].join("");
}

const starsOf = ({ stars }: Scope): string => join(stars.map((n) => EN_NAMES.stars[n - 1] ?? ""));

/** 2 → February, 9-28 → September 28. */
function dateOf(date: string): string {
  const [month, day] = date.split("-").map(Number);
  const name = new Date(Date.UTC(2000, (month ?? 1) - 1)).toLocaleString("en", {
    month: "long",
    timeZone: "UTC",
  });
  return `${name}${when(day !== undefined, ` ${day}`)}`;
}

const periodOf = (period: string): string =>
  EN_NAMES.periods[period as keyof typeof EN_NAMES.periods] ?? "full year";

/** What is not held: the figure without its year, because a refusal holds no digit, and the words of the question. */
export function notHeld(scope: Scope, lingo: Lingo): string {
  const words = scope.words.filter((w) => !/\d/.test(w)).map(quoted);
  const asked = figureAsked({ ...scope, years: [], dates: [], parts: [] }, lingo);
  const figure = scope.measures.length + scope.statuses.length + scope.periods.length > 0;
  const subject = figure ? `the ${asked}` : asked.replace(/^figure(?: for )?/, "");
  const stars = when(scope.stars.length > 0, `marks of ${starsOf(scope)}`);
  return [when(words.length > 0, join(words)), stars, subject].filter(Boolean).join(" for ");
}

const COMPARE: Readonly<Record<Compare, string>> = {
  ">": "over ",
  ">=": "of at least ",
  "<": "under ",
  "<=": "of at most ",
  "=": "of ",
  "~": "of about ",
};

/** 2030 revenue target over RMB 400 billion: what the listed have in common. */
export function bounded(scope: Scope, lingo: Lingo): string {
  const bounds = scope.bounds.map(({ cmp, text }) => `${COMPARE[cmp]}${askedAmount(text, lingo)}`);
  const asked = figureAsked({ ...scope, clusters: [], cities: [], classes: [] }, lingo);
  return [asked, join(bounds)].filter(Boolean).join(" ");
}
