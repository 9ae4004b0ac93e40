/** Roles of cities in clusters, in English: who has which. */
import {
  capital,
  cityWord,
  clusterOf,
  counted,
  documentOf,
  having,
  inner,
  join,
  limitedTo,
  judge,
  names,
  sentence,
  some,
  verb,
  when,
} from "./en-words.ts";
import { groupOf, within } from "./en-scope.ts";
import type { Lingo } from "./lingo.ts";
import type { Catalogue, RoleTexts } from "./texts.ts";
import { EN_CLAIMS } from "./en-claims.ts";
import { EN_SIDES, roles } from "./en-sides.ts";

const doubt = (doubtful: boolean): string => when(doubtful, " (sources differ, see below)");

type Members = RoleTexts["members"];
const partsOf = ({ parts }: Pick<Members, "parts">, lingo: Lingo): string =>
  when(parts.length > 0, ` (${names(parts, lingo)} only)`);

/** 3 core cities are named for the new energy cluster: … */
function cityMembers(args: Members, lingo: Lingo): string {
  const { where, subject, tiers, names: ids, each, doubtful } = args;
  const of = forClusters(subject, lingo, each);
  const what = `${ids.length} ${cityWord(tiers, ids.length)} ${verb(ids.length, "is", "are")} named`;
  return sentence(
    `${within(where, lingo)}${what}${of}${partsOf(args, lingo)}: ${names(ids, lingo)}${doubt(doubtful)}`,
  );
}

/** 12 clusters have Shenzhen as a core city: … */
function clusterMembers(args: Members, lingo: Lingo): string {
  const { where, subject, names: ids, each, doubtful } = args;
  const classes = join(where.classes.map((c) => lingo.name(c)));
  const lead = `${when(classes !== "", `among the ${classes} clusters, `)}${within(where, lingo)}`;
  const count = classes === "" ? counted(ids.length, "cluster") : String(ids.length);
  const limit = when(subject.length > 0, partsOf(args, lingo));
  const has = hasThem(args, ids.length, lingo, each);
  const more = when(args.more, "; the documents give a larger total without listing the others");
  const industries = args.inParts.flatMap((entry) => entry.parts);
  const beside = when(industries.length > 0, `; in one industry only: ${names(industries, lingo)}`);
  const list = args.by.length > 0 ? limitedTo(args.by, lingo) : names(ids, lingo);
  return sentence(`${lead}${count} ${has}${limit}: ${list}${doubt(doubtful)}${more}${beside}`);
}

/** have Shenzhen as a core city; name Shenzhen; have core cities, where nobody is named. */
function hasThem(
  { subject, tiers }: Pick<Members, "subject" | "tiers">,
  count: number,
  lingo: Lingo,
  each = false,
): string {
  const does = tiers.length > 0 ? verb(count, "has", "have") : verb(count, "names", "name");
  if (subject.length > 0) return `${does} ${having(subject, tiers, lingo, each)}`;
  return `${does} ${when(tiers.length > 0, "a ")}${cityWord(tiers, tiers.length > 0 ? 1 : 2)}`;
}

/** do not have Shenzhen as a core city. */
const hasNot = (
  { where, subject, tiers }: Pick<Members, "where" | "subject" | "tiers">,
  count: number,
  lingo: Lingo,
): string =>
  subject.length === 0
    ? `${verb(count, "has", "have")} no ${cityWord(tiers, 1)}`
    : `${verb(count, "does", "do")} not ${tiers.length > 0 ? "have" : "name"} ${having(subject, tiers, lingo, where.each)}`;

/** for the new energy cluster; for both of several, where each is meant. */
function forClusters(ids: readonly string[], lingo: Lingo, each = false): string {
  const all = when(each && ids.length > 1, ids.length === 2 ? "both of " : "all of ");
  return when(ids.length > 0, ` for ${all}${clusterOf(ids, lingo)}`);
}

/** Those the documents do not name. */
function complement(args: RoleTexts["complement"], lingo: Lingo): string {
  const { where, want, subject, tiers, names: ids, open } = args;
  const classes = when(
    where.classes.length > 0,
    `among ${join(where.classes.map((c) => groupOf(c, lingo)))}, `,
  );
  const lead = `${within(where, lingo)}${classes}` || "in provincial documents, ";
  const { length } = ids;
  if (length === 0) return sentence(`${lead}there is no such ${want}: every one has it`);
  const as = when(tiers.length > 0, ` as ${when(length === 1, "a ")}${cityWord(tiers, length)}`);
  const city = `${verb(length, "is", "are")} not named${as}${forClusters(subject, lingo, where.each)}${partsOf(where, lingo)}`;
  const what = want === "city" ? city : hasNot(args, length, lingo);
  const count = want === "city" ? counted(length, "city", "cities") : counted(length, "cluster");
  const rest = when(open, " (the lists may go on, so this is no proof)");
  return sentence(`${lead}${count} ${what}${rest}: ${names(ids, lingo)}`);
}

/** Nobody is named for it: who is named otherwise. */
function noMembers(args: RoleTexts["noMembers"], lingo: Lingo): string {
  const { where, near, want, subject, tiers } = args;
  const city = `no ${cityWord(tiers, 1)} is named${forClusters(subject, lingo, where.each)}${partsOf(where, lingo)}`;
  const what = want === "city" ? city : `no cluster ${hasThem(args, 1, lingo, where.each)}`;
  const others = when(near.length > 0, `; otherwise named: ${some(near, lingo)}`);
  const classes = when(
    want === "cluster" && where.classes.length > 0,
    `among ${join(where.classes.map((c) => groupOf(c, lingo)))}, `,
  );
  return sentence(`${classes}${within(where, lingo) || "in provincial documents, "}${what}${others}`);
}

/** Cities and reports name some, the province none. */
function onlyOthers({ where, want, subject, names: ids }: RoleTexts["onlyOthers"], lingo: Lingo): string {
  const others = some(ids, lingo);
  const city = `name no city${forClusters(subject, lingo, where.each)}; city plans or reports name ${others}`;
  const cluster = `do not name ${having(subject, [], lingo, where.each)}${when(where.each && subject.length > 1, " together")}; city plans or reports do, in ${others}`;
  return sentence(`${within(where, lingo)}provincial documents ${want === "city" ? city : cluster}`);
}

export const EN_ROLES: Catalogue<RoleTexts> = {
  members: (args, lingo) => (args.want === "city" ? cityMembers : clusterMembers)(args, lingo),
  complement,
  noMembers,
  onlyOthers,
  group: ({ label, names: ids, document, count }, lingo) =>
    capital(
      `${lingo.name(label)}${when(count, ` (${ids.length})`)}: ${names(ids, lingo)} (${documentOf(document, lingo)})`,
    ),
  role: ({ city, cluster, labels, doubtful }, lingo) =>
    `${lingo.name(city)} in ${clusterOf([cluster], lingo)}: ${roles(labels, lingo)}${doubt(doubtful)}.`,
  noRole: ({ city, cluster, other, inPlan }, lingo) =>
    other
      ? `Provincial documents give ${lingo.name(city)} no role in ${clusterOf([cluster], lingo)}${when(inPlan, ", and tell only of its own city-level cluster")}; ${inner(lingo.brief(other))}.`
      : `Provincial documents give ${lingo.name(city)} no role in ${clusterOf([cluster], lingo)}.`,
  numberOnly: ({ fact, judged }, lingo) => {
    const said = lingo.brief(fact);
    return `${judged ? `${judge(judged)}: ${inner(said)}` : said}; which ones they are our documents do not list.`;
  },
  roleWider: ({ city, cluster, where, labels }, lingo) => {
    const parts = when(where.parts.length > 0, ` for ${names(where.parts, lingo)} in particular`);
    const said = `in provincial documents ${lingo.name(city)} is listed in ${clusterOf([cluster], lingo)} as ${roles(labels, lingo)}`;
    return sentence(`${said}; ${within(where, lingo)}nothing else is said${parts}`);
  },
  ...EN_CLAIMS,
  ...EN_SIDES,
};
