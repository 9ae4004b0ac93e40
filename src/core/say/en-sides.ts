/** Cities or clusters side by side, in English: who has more, and what they have in common. */
import { groupBy } from "../../dataset/dataset.ts";
import {
  besides,
  capital,
  cityWord,
  clusterOf,
  counted,
  join,
  judge,
  limitedTo,
  names,
  sentence,
  some,
  tallyOf,
  verb,
  when,
} from "./en-words.ts";
import type { Lingo } from "./lingo.ts";
import type { Catalogue, InParts, RoleTexts } from "./texts.ts";

/** core, production base: the documents' own words for it. */
export const roles = (labels: readonly string[], lingo: Lingo): string =>
  join(labels.map((label) => lingo.name(label)));

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
function ranking(args: RoleTexts["ranking"], lingo: Lingo): string {
  const { top, count, want, tiers, extreme, inParts, leaving, behind } = args;
  const each = when(top.length > 1, "each ");
  const city =
    tiers.length > 0
      ? `${each}a ${cityWord(tiers, 1)} of ${countedOrNo(count, "cluster")}`
      : `${each}named by ${countedOrNo(count, "cluster")}`;
  const cluster = `${each}with ${count || "no"} ${when(tiers.length === 0, "named ")}${cityWord(tiers, count)}`;
  const most = extreme === "max" ? "most" : "fewest";
  const left = when(leaving.length > 0, `${behind ? "after" : "leaving out"} ${some(leaving, lingo)}, `);
  return sentence(
    `${left}${most} in provincial documents: ${some(top, lingo)}, ${want === "city" ? city : cluster}${uncounted(inParts, lingo)}`,
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

/** How many each has. */
function apiece({ entries, none, open, ...rest }: RoleTexts["apiece"], lingo: Lingo): string {
  const list = entries.map((e) => `${lingo.inline(e.name)} ${e.count}`).join("; ");
  const silent = when(none.length > 0, `. Nothing is written for ${names(none, lingo)}`);
  const more = when(open, '; some lists end in "and others"');
  return sentence(
    `${countedAs(rest)} in provincial documents: ${list}${more}${silent}${uncounted(rest.inParts, lingo)}`,
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

export const EN_SIDES = {
  counts,
  tallied,
  apiece,
  ranking,
  rankLine: ({ name, count, members }, lingo) =>
    capital(
      `${lingo.inline(name)} ${count}${when(members.length > 0, `${when(members.length < count, `, ${members.length} of them named`)}: ${some(members, lingo)}`)}`,
    ),
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
