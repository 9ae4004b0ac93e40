/** What a list of cities or clusters is called in English, and whether all in it lie in a region. */
import { besides, cityWord, clusterOf, having, names, limitedTo, sentence, verb, when } from "./en-words.ts";
import type { Lingo } from "./lingo.ts";
import type { InParts, Listed, RoleTexts } from "./texts.ts";

/** Nothing is written of it, or only of an industry beside the cluster. */
export function unwritten(what: string, entries: InParts, lingo: Lingo): string {
  if (entries.length === 0) return sentence(`the documents name no ${what}`);
  return sentence(`the documents name ${what} in one industry only: ${limitedTo(entries, lingo)}`);
}

/** core cities of the new energy cluster; clusters with Shenzhen as a core city. */
export function listOf(
  { want, subject, tiers, limits = [] }: Listed,
  lingo: Lingo,
  count = 2,
  each = false,
): string {
  const limit = when(limits.length > 0, ` (${names(limits, lingo)} only)`);
  if (want === "city") {
    const of = when(subject.length > 0, ` of ${clusterOf(subject, lingo)}`);
    return `${when(tiers.length === 0, "named ")}${cityWord(tiers, count)}${of}${limit}`;
  }
  const clusters = verb(count, "cluster", "clusters");
  if (subject.length === 0)
    return `${clusters} with ${tiers.length > 0 ? "a" : "a named"} ${cityWord(tiers, 1)}${limit}`;
  const who = `${tiers.length > 0 ? "with" : "naming"} ${having(subject, tiers, lingo, each)}`;
  return `${clusters} ${who}${limit}`;
}

/** all are in the Pearl River Delta: what was claimed of the holders, as it is. */
function insideLead(args: RoleTexts["insideVerdict"], lingo: Lingo): string {
  const { verdict, negated, quantifier } = args;
  const inside = `${args.inside.not ? "outside" : "in"} ${lingo.name(args.inside.name)}`;
  if (verdict === "unsaid") return namedSide(args, inside) ?? "The documents do not say so";
  const all = quantifier === "any" ? "" : "all ";
  if (quantifier === "none")
    return verdict === "yes" ? `Right, none is ${inside}` : `Not right, some are ${inside}`;
  const are = verdict === "yes" ? `Yes, ${all}${inside}` : `No, not ${all}${inside}`;
  const denied = verdict === "yes" ? `Right, not ${all}${inside}` : `Not right, ${all}${inside}`;
  return negated ? denied : are;
}

/** All that are named are on one side, and only the list may go on. */
function namedSide(
  { yes, no, open, inParts }: RoleTexts["insideVerdict"],
  inside: string,
): string | undefined {
  if (!open || inParts.length > 0 || (yes.length > 0 && no.length > 0)) return undefined;
  return no.length === 0
    ? `The documents do not say so, but all that are named are ${inside}`
    : `The documents do not say so, but none that are named are ${inside}`;
}

export function insideVerdict(args: RoleTexts["insideVerdict"], lingo: Lingo): string {
  const { yes, no, verdict, open } = args;
  const what = listOf(args, lingo);
  if (yes.length + no.length === 0) return unwritten(what, args.inParts, lingo);
  const { not } = args.inside;
  const rest = [
    when(
      yes.length > 0,
      `${names(yes, lingo)} ${verb(yes.length, "is", "are")} ${not ? "outside" : "inside"}`,
    ),
    when(no.length > 0, `${names(no, lingo)} ${verb(no.length, "is", "are")} ${not ? "inside" : "outside"}`),
  ].filter(Boolean);
  const unclosed = when(verdict === "unsaid" && open, "; the list may go on");
  return sentence(
    `${insideLead(args, lingo)}: of the ${what}, ${rest.join("; ")}${unclosed}${besides(args.inParts, lingo)}`,
  );
}
