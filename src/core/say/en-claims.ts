/** Yes or no, of roles: what a claim got, in English. */
import { insideVerdict, listOf, unwritten } from "./en-listed.ts";
import { within } from "./en-scope.ts";
import {
  besides,
  cityWord,
  clusterOf,
  having,
  join,
  judge,
  limitedTo,
  names,
  sentence,
  some,
  verb,
  when,
} from "./en-words.ts";
import type { Lingo } from "./lingo.ts";
import type { Catalogue, Judged, Listed, RoleTexts, RoleVerdict } from "./texts.ts";

type Claims = Pick<
  RoleTexts,
  "roleVerdict" | "rolesVerdict" | "onlyVerdict" | "countVerdict" | "insideVerdict" | "anyVerdict"
>;

/** the core cities are Guangzhou, Shenzhen and Zhuhai. */
function holdersOf({ tiers, holders }: RoleVerdict, lingo: Lingo): string {
  const { length } = holders;
  const what = `${when(tiers.length === 0, "named ")}${cityWord(tiers, length)}`;
  return when(length > 0, `the ${what} ${verb(length, "is", "are")} ${some(holders, lingo)}`);
}

const roles = ({ labels }: RoleVerdict, lingo: Lingo): string => join(labels.map((l) => lingo.name(l)));

function roleYes(args: RoleVerdict, lingo: Lingo): string {
  const { city, cluster, negated, doubtful } = args;
  const lead = negated ? "Not right" : "Yes";
  const where = `in ${clusterOf([cluster], lingo)} ${lingo.name(city)}`;
  return sentence(
    `${lead}: ${where} is listed as ${roles(args, lingo)}${when(doubtful, ", but sources differ")}`,
  );
}

/** What it is instead, and who is; of a denial also what it is not. */
function roleNo(args: RoleVerdict, lingo: Lingo): string {
  const { city, cluster, tiers, labels, negated } = args;
  const who = lingo.name(city);
  const own = when(labels.length > 0, `${negated ? "it" : who} is listed as ${roles(args, lingo)}`);
  const rest = [own, holdersOf(args, lingo)].filter(Boolean);
  const what = `${when(tiers.length === 0, "named ")}${cityWord(tiers, 1)}`;
  const not = `${who} is not a ${what} of ${clusterOf([cluster], lingo)}`;
  const told = negated || rest.length === 0 ? [not, ...rest] : rest;
  return sentence(`${negated ? "Right" : "No"}: ${told.join("; ")}`);
}

function roleUnsaid(args: RoleVerdict, lingo: Lingo): string {
  const { city, cluster, tiers, labels, negated } = args;
  const who = lingo.name(city);
  const where = `in ${clusterOf([cluster], lingo)}`;
  // Who denies it is not contradicted: that nothing is written proves neither.
  const lead =
    negated && labels.length === 0
      ? "the documents say neither that it is nor that it is not"
      : "the documents do not say so";
  const own =
    labels.length > 0
      ? `${where} they list ${who} as ${roles(args, lingo)}`
      : `they give ${who} no role ${where}`;
  const others = tiers.length > 0 ? holdersOf(args, lingo) : "";
  return sentence(`${lead}: ${[own, others].filter(Boolean).join("; ")}`);
}

const ALL = { yes: ["Yes, all", "Right, not all"], no: ["No, not all", "Not right, all"] } as const;
const NONE = { yes: ["Right, none", "Right, none"], no: ["Not right", "Not right"] } as const;

/** Yes, all; right, none: what a claim about several got. */
function judgeSeveral(judged: Judged, quantifier: string | undefined): string {
  const words = quantifier === "all" ? ALL : quantifier === "none" ? NONE : undefined;
  return judged.verdict === "unsaid" || !words
    ? judge(judged)
    : words[judged.verdict][judged.negated ? 1 : 0];
}

function rolesVerdict(args: RoleTexts["rolesVerdict"], lingo: Lingo): string {
  const { yes, no, unsaid, quantifier, verdict, negated, doubtful } = args;
  const parts = [
    when(yes.length > 0, `${listOf(args, lingo, yes.length)}: ${some(yes, lingo)}`),
    when(no.length > 0, `not: ${some(no, lingo)}`),
    when(unsaid.length > 0, `not stated: ${some(unsaid, lingo)}`),
    when(args.inParts.length > 0, `in one industry only: ${limitedTo(args.inParts, lingo)}`),
  ];
  const told = parts.filter(Boolean).join("; ");
  if (yes.length + no.length + unsaid.length === 0)
    return unwritten(listOf(args, lingo), args.inParts, lingo);
  // All that is asked about is denied: more than that not all of it holds.
  if (quantifier === "all" && verdict === "no" && !negated && no.length > 1 && told === parts[1])
    return sentence(`No, none of them: ${names(no, lingo)}`);
  const doubt = when(doubtful, " (sources differ, see below)");
  return sentence(`${judgeSeveral(args, quantifier)}${doubt}: ${told}`);
}

/** Shenzhen; cities in the Pearl River Delta. */
const asked = (ids: readonly string[], lingo: Lingo): string =>
  ids.some((id) => lingo.isSet(id)) ? `cities in ${names(ids, lingo)}` : names(ids, lingo);

/** is a core city of …; have Shenzhen as a core city. */
function predicate({ want, subject, tiers }: Listed, count: number, lingo: Lingo): string {
  const one = `${when(count === 1, "a ")}${when(tiers.length === 0, "named ")}${cityWord(tiers, count)}`;
  const of = when(subject.length > 0, ` of ${clusterOf(subject, lingo)}`);
  if (want === "city") return `${verb(count, "is", "are")} ${one}${of}`;
  const does = tiers.length > 0 ? verb(count, "has", "have") : verb(count, "names", "name");
  return `${does} ${having(subject, tiers, lingo)}`;
}

function onlyVerdict(args: RoleTexts["onlyVerdict"], lingo: Lingo): string {
  const { asked: ids, names: held, others, open, disputed, verdict, negated, want, inParts } = args;
  if (held.length === 0) return unwritten(listOf(args, lingo), inParts, lingo);
  if (verdict === "unsaid" && disputed.length > 0) {
    const sure = held.filter((id) => !disputed.includes(id));
    const what = listOf(args, lingo, sure.length);
    return sentence(
      `the sources disagree, so neither yes nor no: ${some(sure, lingo)} ${verb(sure.length, "is", "are")} named among the ${what}; whether ${names(disputed, lingo)} ${verb(disputed.length, "is", "are")} too is in dispute`,
    );
  }
  if (verdict === "unsaid") {
    const rest = open ? "the list may go on" : "they do not say that there are no others";
    const what = listOf(args, lingo, held.length);
    const those =
      want === "city" ? `they name ${some(held, lingo)} as ${what}` : `${what}: ${some(held, lingo)}`;
    return sentence(`the documents do not say so: ${those}; ${rest}${besides(inParts, lingo)}`);
  }
  const only = (verdict === "yes") !== negated;
  const there = args.region === undefined ? "" : `in ${lingo.name(args.region)} `;
  const lead = `${judge({ verdict, negated })}: ${there}${only ? "only" : "not only"} ${asked(ids, lingo)}`;
  const count = ids.some((id) => lingo.isSet(id)) ? 2 : ids.length;
  const so =
    want === "city" ? verb(others.length, "so is", "so are") : verb(others.length, "so does", "so do");
  const rest = when(others.length > 0, `; ${so} ${some(others, lingo)}`);
  return sentence(`${lead} ${predicate(args, count, lingo)}${rest}${besides(inParts, lingo)}`);
}

function countVerdict(
  { more, tally, names: ids, disputed, ...rest }: RoleTexts["countVerdict"],
  lingo: Lingo,
): string {
  const what = listOf(rest, lingo, ids.length);
  if (ids.length === 0) return unwritten(listOf(rest, lingo), rest.inParts, lingo);
  const told = `${ids.length} ${what}: ${names(ids, lingo)}${when(disputed.length > 0, ` (sources differ about ${names(disputed, lingo)})`)}${besides(rest.inParts, lingo)}`;
  const total = when(more, "; they give a larger total without listing the others");
  const open =
    disputed.length > 0 && tally.count <= ids.length
      ? "sources differ, so it is neither confirmed nor denied"
      : "the documents do not say so";
  if (rest.verdict === "unsaid") return sentence(`${open}: they name ${told}${total}`);
  const otherwise = rest.verdict === "no" && !rest.negated && tally.cmp === "=";
  const lead = otherwise ? `No, not ${tally.count}` : judge(rest);
  return sentence(`${lead}: the documents name ${told}${total}`);
}

function anyVerdict(
  { where, names: ids, verdict, negated, inParts, ...listed }: RoleTexts["anyVerdict"],
  lingo: Lingo,
): string {
  const lead = within(where, lingo);
  const { length } = ids;
  const what = listOf(listed, lingo, length, where.each);
  if (length > 0) {
    const there = `there ${verb(length, "is", "are")} ${length} ${what}`;
    return sentence(
      `${negated ? "Not right" : "Yes"}: ${lead}${there}: ${some(ids, lingo)}${besides(inParts, lingo)}`,
    );
  }
  if (verdict === "unsaid" && inParts.length > 0) return unwritten(what, inParts, lingo);
  if (verdict === "unsaid")
    return sentence(
      `the documents do not say so: ${lead}they name no ${listOf(listed, lingo, 1, where.each)}`,
    );
  return sentence(
    `${negated ? "Right" : "No"}: ${lead}the lists hold no ${listOf(listed, lingo, 1, where.each)}`,
  );
}

export const EN_CLAIMS: Catalogue<Claims> = {
  roleVerdict: (args, lingo) => {
    const words = { yes: roleYes, no: roleNo, unsaid: roleUnsaid }[args.verdict](args, lingo);
    const from = when(
      args.verdict !== "no" && args.elsewhere.length > 0,
      ` (from ${join(args.elsewhere.map((id) => lingo.name(id)))})`,
    );
    return `${words.slice(0, -1)}${from}.`;
  },
  rolesVerdict,
  onlyVerdict,
  countVerdict,
  insideVerdict,
  anyVerdict,
};
