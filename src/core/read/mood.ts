/** What kind of sentence it is: a question for something, a claim to be judged, and what is claimed of how many. */
import { isLatin } from "../../text/script.ts";
import { isOneByOne, isSet, isSeveral, type Quantifier } from "../query.ts";
import { filtersOf, type Flag, has, hasDim, type Heard, valuesOf, WHICH } from "./heard.ts";

/** Words that ask for something other than yes or no. */
export const WH: readonly Flag[] = [...WHICH, "figure", "how", "why", "meaning", "belongs", "count", "gap"];

export const isWh = (heard: Heard): boolean => has(heard, ...WH) || hasQuestioningTopic(heard);

/** 什么时候, 谁发布, 做什么: topics whose words ask. */
const hasQuestioningTopic = (heard: Heard): boolean =>
  !has(heard, "yesno", "tag") &&
  valuesOf(heard, "topic").some(
    (t) => t === "date" || t === "issuer" || t === "task" || (t === "mention" && !hasDim(heard, "value")),
  );

/** Is it core or key, 730 billion or 1 trillion: one of the two is wanted. */
const isEither = (heard: Heard): boolean =>
  has(heard, "or") &&
  (valuesOf(heard, "tier").length > 1 || filtersOf(heard).filter((f) => f.dim === "value").length > 1);

/** Whether yes or no is wanted: a question that wants it, a claim handed on, or a flat statement that denies or limits. */
export function isClaim(heard: Heard): boolean {
  if ((has(heard, "choice") || isEither(heard)) && !has(heard, "tag")) return false;
  if (isWh(heard)) return false;
  if (has(heard, "yesno", "tag", "hearsay", "deny")) return true;
  if (isPhrase(heard) || isNamedList(heard)) return false;
  // 不是核心的呢: handed on, and not claimed.
  if (isMarked(heard)) return !heard.handsOn || has(heard, "only", "all");
  const amount = hasDim(heard, "value") || heard.expected !== undefined;
  if (heard.handsOn) return false;
  const open =
    has(heard, "noun-cluster", "noun-city") && !namesOne(heard, "cluster") && !namesOne(heard, "city");
  if (heard.asked)
    return (
      (amount && (!open || heard.expected !== undefined)) ||
      hasDim(heard, "tier", "class") ||
      (namesOne(heard, "city") && namesSet(heard)) ||
      has(heard, "all", "any", "whole", "than")
    );
  return (
    hasDim(heard, "value") &&
    !open &&
    (namesOne(heard, "cluster") || namesOne(heard, "city")) &&
    !has(heard, "members")
  );
}

/** 所有不是新兴的集群, 不低于 4500 亿的集群: what ends in its noun names what is to be listed. */
export function isPhrase(heard: Heard): boolean {
  if (namesOne(heard, "cluster") || namesOne(heard, "city") || has(heard, "auxiliary")) return false;
  const leads = heard.order[0] === "all" || heard.order[0] === "everything";
  const alls = heard.order.filter((f) => f === "all" || f === "everything").length;
  return (hasDim(heard, "value") || (leads && alls === 1)) && hasHead(heard);
}

/** 一份名单：不是核心的城市, 既是 A 核心又是 B 核心的城市: a list is wanted, and described by its noun. */
const isNamedList = (heard: Heard): boolean =>
  (heard.order[0] === "members" || (heard.order[0] === "all" && !heard.asked)) &&
  !namesOne(heard, "city") &&
  hasHead(heard);

/** The noun stands last in Chinese, first in English: clusters with a target over 400bn. */
function hasHead({ filters, flags }: Heard): boolean {
  const spans = [
    ...filters.flatMap(({ filter, spans: s }) => s.map((span) => ({ span, head: filter.dim === "class" }))),
    ...[...flags].flatMap(([flag, s]) => s.map((span) => ({ span, head: flag.startsWith("noun-") }))),
  ];
  const sorted = spans.toSorted((a, b) => a.span.start - b.span.start);
  const first = sorted[0];
  return sorted.at(-1)?.head === true || (first?.head === true && isLatin(first.span.text.charAt(0)));
}

const isMarked = (heard: Heard): boolean =>
  has(heard, "not", "leave-out", "only", "none", "not-only") ||
  (heard.order[0] === "auxiliary" && has(heard, "auxiliary")) ||
  (has(heard, "all") && hasDim(heard, "tier", "class"));

/** An even number of negations is none. */
export const isNegated = (heard: Heard): boolean =>
  has(heard, "none", "not-only") ||
  (has(heard, "not", "leave-out") && heard.negations.some((run) => run % 2 === 1));

/** 都不 is none of them, 不都 is not all of them; two names denied together are denied each. */
export function quantifierOf(heard: Heard): Quantifier | undefined {
  if (isDoublyDenied(heard)) return "none";
  if (has(heard, "none")) return "none";
  if (has(heard, "not-only")) return "only";
  const not = heard.order.findIndex((f) => f === "not" || f === "leave-out");
  const all = heard.order.findIndex((f) => f === "all" || f === "everything");
  const any = heard.order.includes("any");
  if (has(heard, "only")) return "only";
  if (isNegated(heard)) {
    if (any || (all >= 0 && all < not)) return "none";
    if (all >= 0) return "all";
    return severalNamed(heard) ? "none" : undefined;
  }
  if (all >= 0) return "all";
  return any || (has(heard, "or") && severalNamed(heard)) ? "any" : undefined;
}

const severalNamed = (heard: Heard): boolean => filtersOf(heard).some((f) => isSeveral(f, "city", "cluster"));

/** 并非 … 都不是: none of them, and that denied. */
const isDoublyDenied = (heard: Heard): boolean => {
  const nots = heard.order.flatMap((f, i) => (f === "not" || f === "leave-out" || f === "none" ? [i] : []));
  const between = heard.order.findIndex(
    (f, i) =>
      (f === "all" || f === "any" || f === "none") && i > (nots[0] ?? Infinity) && i <= (nots.at(-1) ?? -1),
  );
  return nots.length > 1 && between >= 0;
};

/** 这话不对: the claim as a whole is denied. */
export const isDenied = (heard: Heard): boolean => has(heard, "deny") !== isDoublyDenied(heard);

/** What is to be listed: what is asked for by name, else what is not named. */
export function wantOf(heard: Heard): "city" | "cluster" | undefined {
  if (has(heard, "sized")) return "cluster";
  if (has(heard, "which-cluster", "how-many-clusters")) return "cluster";
  if (has(heard, "which-city", "how-many-cities")) return "city";
  const cluster = namesOne(heard, "cluster");
  const city = namesOne(heard, "city");
  if (cluster !== city) return cluster ? "city" : "cluster";
  // top three cities by number of clusters: in English what is ranked stands first.
  if (has(heard, "rank") && has(heard, "noun-city") && isLatin(heard.text.charAt(0)) && !city)
    if (heard.order.indexOf("noun-city") < (heard.order.indexOf("noun-cluster") + 1 || Infinity))
      return "city";
  if ((has(heard, "noun-cluster") || hasDim(heard, "class") || has(heard, "whole")) && !cluster)
    return "cluster";
  return !city && (has(heard, "noun-city") || hasDim(heard, "tier")) ? "city" : undefined;
}

/** Named one by one, not as a set nor left out. */
export const namesOne = (heard: Heard, dim: "cluster" | "city"): boolean =>
  filtersOf(heard).some((f) => isOneByOne(f, dim));

export const namesSet = (heard: Heard): boolean => filtersOf(heard).some((f) => isSet(f) && !f.not);
