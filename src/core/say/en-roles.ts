/** Roles of cities in clusters, in English: who has which, and side by side. */
import { groupBy } from "../../dataset/dataset.ts";
import {
  besides,
  capital,
  cityWord,
  tallyOf,
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
import { within } from "./en-scope.ts";
import type { Lingo } from "./lingo.ts";
import type { Catalogue, InParts, RoleTexts } from "./texts.ts";
import { EN_CLAIMS } from "./en-claims.ts";

const doubt = (doubtful: boolean): string => when(doubtful, " (sources differ, see below)");

/** core, production base: the documents' own words for it. */
const roles = (labels: readonly string[], lingo: Lingo): string =>
  join(labels.map((label) => lingo.name(label)));

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
  const list = args.by.length > 0 ? limitedTo(args.by, lingo) : names(ids, lingo);
  return sentence(`${lead}${count} ${has}${limit}: ${list}${doubt(doubtful)}${more}`);
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
  `${verb(count, "does", "do")} not ${tiers.length > 0 ? "have" : "name"} ${having(subject, tiers, lingo, where.each)}`;

/** for the new energy cluster; for both of several, where each is meant. */
function forClusters(ids: readonly string[], lingo: Lingo, each = false): string {
  const all = when(each && ids.length > 1, ids.length === 2 ? "both of " : "all of ");
  return when(ids.length > 0, ` for ${all}${clusterOf(ids, lingo)}`);
}

/** Those the documents do not name. */
function complement(args: RoleTexts["complement"], lingo: Lingo): string {
  const { where, want, subject, tiers, names: ids, open } = args;
  const lead = within(where, lingo) || "in provincial documents, ";
  const { length } = ids;
  if (length === 0) return sentence(`${lead}there is no such ${want}: every one has it`);
  const as = when(tiers.length > 0, ` as ${when(length === 1, "a ")}${cityWord(tiers, length)}`);
  const city = `${verb(length, "is", "are")} not named${as}${forClusters(subject, lingo, where.each)}`;
  const what = want === "city" ? city : hasNot(args, length, lingo);
  const count = want === "city" ? counted(length, "city", "cities") : counted(length, "cluster");
  const rest = when(open, " (the lists may go on, so this is no proof)");
  return sentence(`${lead}${count} ${what}${rest}: ${names(ids, lingo)}`);
}

/** Nobody is named for it: who is named otherwise. */
function noMembers(args: RoleTexts["noMembers"], lingo: Lingo): string {
  const { where, near, want, subject, tiers } = args;
  const city = `no ${cityWord(tiers, 1)} is named${forClusters(subject, lingo, where.each)}`;
  const what = want === "city" ? city : `no cluster ${hasThem(args, 1, lingo, where.each)}`;
  const others = when(near.length > 0, `; otherwise named: ${some(near, lingo)}`);
  return sentence(`${within(where, lingo) || "in provincial documents, "}${what}${others}`);
}

/** Cities and reports name some, the province none. */
function onlyOthers({ where, want, subject, names: ids }: RoleTexts["onlyOthers"], lingo: Lingo): string {
  const others = some(ids, lingo);
  const city = `name no city${forClusters(subject, lingo, where.each)}; city plans or reports name ${others}`;
  const cluster = `do not name ${having(subject, [], lingo, where.each)}${when(where.each && subject.length > 1, " together")}; city plans or reports do, in ${others}`;
  return sentence(`${within(where, lingo)}provincial documents ${want === "city" ? city : cluster}`);
}

/** What is counted: the cities of a cluster, or the clusters that name a city. */
function countedAs({ want, tiers }: Pick<RoleTexts["counts"], "want" | "tiers">): string {
  if (want === "cluster") return tiers.length > 0 ? cityWord(tiers, 2) : "cities named";
  return tiers.length > 0 ? `clusters with it as a ${cityWord(tiers, 1)}` : "clusters naming it";
}

/** Those that were named, by how often the province names them. */
function counts(args: RoleTexts["counts"], lingo: Lingo): string {
  const { entries, extreme, judged, incomplete } = args;
  const sorted = entries.toSorted((a, b) => (extreme === "max" ? b.count - a.count : a.count - b.count));
  const [first, second] = sorted;
  const apart = first && second ? Math.abs(first.count - second.count) : 0;
  const most = extreme === "max" ? ["more", "the most"] : ["fewer", "the fewest"];
  const who = first ? lingo.inline(first.name) : "";
  const lead = apart === 0 ? "the same number" : `${who} has ${most[entries.length > 2 ? 1 : 0]}`;
  const list = entries.map((e) => `${lingo.inline(e.name)} ${e.count}`).join(", ");
  if (incomplete)
    return sentence(
      `${judged ? "the documents do not say so" : "this cannot be compared"}: ${countedAs(args)} that are listed: ${list}; the lists are not complete, and the plan gives other totals (see below)${uncounted(args.inParts, lingo)}`,
    );
  const gap = when(entries.length === 2 && apart > 0, `, a difference of ${apart}`);
  return sentence(
    `${judged ? judge(judged) : lead}: ${countedAs(args)} in provincial documents: ${list}${gap}${uncounted(args.inParts, lingo)}`,
  );
}

/** Roles in an industry beside the cluster count for none. */
const uncounted = (entries: InParts, lingo: Lingo): string =>
  when(entries.length > 0, `; not counted, in one industry only: ${limitedTo(entries, lingo)}`);

const countedOrNo = (count: number, one: string): string => (count === 0 ? `no ${one}` : counted(count, one));

/** Those most, or least, often named. */
function ranking({ top, count, want, tiers, extreme, inParts }: RoleTexts["ranking"], lingo: Lingo): string {
  const each = when(top.length > 1, "each ");
  const city =
    tiers.length > 0
      ? `${each}a ${cityWord(tiers, 1)} of ${countedOrNo(count, "cluster")}`
      : `${each}named by ${countedOrNo(count, "cluster")}`;
  const cluster = `${each}with ${count || "no"} ${when(tiers.length === 0, "named ")}${cityWord(tiers, count)}`;
  const most = extreme === "max" ? "most" : "fewest";
  return sentence(
    `${most} in provincial documents: ${some(top, lingo)}, ${want === "city" ? city : cluster}${uncounted(inParts, lingo)}`,
  );
}

/** Those with so many. */
function tallied(args: RoleTexts["tallied"], lingo: Lingo): string {
  const { entries, unsure, totals, want } = args;
  if (entries.length + unsure.length === 0)
    return sentence(`no such ${want} was found in the provincial documents`);
  const list = entries.map((e) => `${lingo.inline(e.name)} (${e.count})`).join("; ");
  const rest = when(
    unsure.length > 0,
    `${when(entries.length > 0, "; ")}their lists end in "and others", so that there may be more: ${names(unsure, lingo)}`,
  );
  const more = when(totals.length > 0, `; by a total alone: ${names(totals, lingo)}`);
  return sentence(
    `in provincial documents ${tallyOf(args)}: ${list}${rest}${more}${uncounted(args.inParts, lingo)}`,
  );
}

/** Guangzhou vs Shenzhen. */
const versus = (ids: readonly string[], lingo: Lingo): string =>
  ids.map((id) => lingo.inline(id)).join(" vs ");

/** What two or more have in common. */
function compared({ names: ids, of, common, inParts }: RoleTexts["compared"], lingo: Lingo): string {
  const all = ids.length > 2 ? "all" : "both";
  const { length } = common;
  if (length === 0 && inParts.length > 0)
    return sentence(
      `${versus(ids, lingo)}: ${all} are named in one industry only: ${limitedTo(inParts, lingo)}`,
    );
  const city = `${counted(length, "cluster")} ${verb(length, "names", "name")} ${all}`;
  const cluster = `${counted(length, "city", "cities")} ${verb(length, "is", "are")} named for ${all}`;
  const list = when(length > 0, `: ${names(common, lingo)}`);
  return sentence(
    `${versus(ids, lingo)}: ${of === "city" ? city : cluster}${list}${besides(inParts, lingo)}`,
  );
}

const SIDE_BY_SIDE = {
  counts,
  tallied,
  ranking,
  rankLine: ({ name, count, members }, lingo) =>
    capital(`${lingo.inline(name)} ${count}${when(count > 0, `: ${some(members, lingo)}`)}`),
  compared,
  notCompared: ({ names: ids, of, clusters, tiers }, lingo) =>
    of === "city"
      ? sentence(
          `provincial documents do not name ${names(ids, lingo, "or")}${when(tiers.length > 0, ` as a ${cityWord(tiers, 1)}`)}${when(clusters.length > 0, ` for ${clusterOf(clusters, lingo)}`)}`,
        )
      : sentence(`provincial documents name no ${cityWord(tiers, 1)} for ${clusterOf(ids, lingo)}`),
  pairLine: ({ subject, said }, lingo) => {
    const byRole = [...groupBy(said, ({ labels }) => [labels.join()])];
    const each = byRole.map(([, own]) => {
      const who = own.map((s) => s.name);
      const role = roles(own[0]?.labels ?? [], lingo) || "no role in provincial documents";
      return `${names(who, lingo)} – ${role}`;
    });
    return sentence(`${lingo.inline(subject)}: ${each.join("; ")}`);
  },
  onlyOne: ({ name, names: ids }, lingo) =>
    `Only ${lingo.inline(name)} (${ids.length}): ${names(ids, lingo)}`,
  rolesLine: ({ cluster, said }, lingo) => {
    const each = said.map(({ label, names: ids }) => `${lingo.name(label)}: ${names(ids, lingo)}`);
    return capital(`${lingo.inline(cluster)}: ${each.join("; ") || "provincial documents name no city"}`);
  },
} satisfies Partial<Catalogue<RoleTexts>>;

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
  noRole: ({ city, cluster, other }, lingo) =>
    other
      ? `Provincial documents give ${lingo.name(city)} no role in ${clusterOf([cluster], lingo)}; ${inner(lingo.brief(other))}.`
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
  ...SIDE_BY_SIDE,
};
