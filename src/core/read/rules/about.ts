/** What kind of thing is asked about. */
import { isLatin } from "../../../text/script.ts";
import type { Topic } from "../../../dataset/schema.ts";
import { type Filter, isSet, isSeveral, type Members, type Op, type Span } from "../../query.ts";
import { filtersOf, type Flag, has, hasDim, type Heard, valuesOf, WHICH } from "../heard.ts";
import { isClaim, isNegated, isPhrase, namesOne, wantOf } from "../mood.ts";
import { type Asked, query } from "./rule.ts";

/** 软件和半导体谁大: two clusters, and no other respect in which one is more. */
const isSized = (h: Heard): boolean =>
  several(h, "cluster") &&
  has(h, "more", "less") &&
  !hasDim(h, "city", "tier", "topic", "act", "word", "document");

export const isFigure = (heard: Heard): boolean =>
  isSized(heard) ||
  has(heard, "sized") ||
  hasDim(heard, "measure", "status", "value") ||
  (has(heard, "figure", "reached", "gap") &&
    !hasDim(heard, "tier") &&
    (hasDim(heard, "cluster", "city", "class") || has(heard, "whole"))) ||
  isYearOnly(heard);

const isYearOnly = (heard: Heard): boolean =>
  hasDim(heard, "year", "period") &&
  hasDim(heard, "cluster", "city", "class") &&
  !hasDim(heard, "tier", "topic", "act", "word") &&
  !has(heard, ...LISTS, "role");

/** Topics that decide by themselves, whatever else is named beside them. */
const STRONG: ReadonlySet<string> = new Set<Topic>([
  "threshold",
  "projects",
  "future",
  "docno",
  "naming",
  "date",
  "issuer",
  "levels",
  "mechanism",
  "period",
  "position",
  "press",
  "funding",
  "city-system",
  "scope",
  "document",
  "honour",
  "rating",
]);

export const isStrong = (heard: Heard): boolean =>
  valuesOf(heard, "topic").some((t) => STRONG.has(t)) || hasDim(heard, "act", "number");

export const plainOf = (heard: Heard): boolean =>
  !hasDim(heard, "tier", "measure", "status", "value", "word", "series", "act", "number") &&
  valuesOf(heard, "topic").every(isOfRoles);

/** Topics that say no more than a role does. */
export const isOfRoles = (topic: string): boolean =>
  topic === "layout" || topic === "role" || topic === "membership";

export const ranked = (h: Heard): boolean => has(h, "max", "min", "rank");

export const isGroup = (heard: Heard): boolean => hasDim(heard, "class") || has(heard, "whole");

/** Named one by one and more than one, in one of these dimensions. */
export const several = (h: Heard, ...dims: readonly Members["dim"][]): boolean =>
  filtersOf(h).some((f) => isSeveral(f, ...dims));

/** 低于 4500 亿的新兴集群: the class stands behind the amount that limits it, in the same clause. */
export function isBehindAmount(h: Heard): boolean {
  if (isPhrase(h)) return true;
  const amount = h.filters.find(({ filter }) => filter.dim === "value")?.spans[0]?.start ?? Infinity;
  const group =
    h.filters.find(({ filter }) => filter.dim === "class")?.spans[0]?.start ??
    h.flags.get("whole")?.[0]?.start ??
    -1;
  return group > amount && !h.text.slice(amount, group).includes(",");
}

export const namesBoth = (h: Heard): boolean => namesOne(h, "city") && namesOne(h, "cluster");

/** So, or in a list. */
export const LISTS: readonly Flag[] = [...WHICH, "members"];

export const isListing = (h: Heard): boolean => has(h, ...LISTS, "count");

export const isCounting = (heard: Heard): boolean =>
  has(heard, "count", "how-many-cities", "how-many-clusters");

/** 有多少条: of the facts one with a number is wanted; 是啥: one without. */
export const wishOf = (heard: Heard): Op =>
  isCounting(heard) ? "count" : has(heard, "meaning", "which", "members") ? "list" : "value";

export const listOp = (heard: Heard): Op => (isCounting(heard) ? "count" : "list");

/** 珠海和惠州都: every one of the named. */
function withEach(heard: Heard, filters: readonly Filter[]): Filter[] {
  if (!has(heard, "all")) return [...filters];
  return filters.map((f) => (isSeveral(f, "city", "cluster") ? { ...f, each: true } : f));
}

/** The complement's constraints stay; what is denied is the role, whoever has it. */
export function listing(heard: Heard, op: Op): Asked {
  const want = wantOf(heard) ?? "city";
  const negated = isNegated(heard);
  const filters = withEach(heard, filtersOf(heard));
  const denied = (f: Filter): boolean => f.dim === "tier" || f.dim === "part" || f.dim === "giver";
  return query(heard, "role", op, {
    want,
    negated,
    where: negated ? filters.filter((f) => !denied(f)) : filters,
    claim: negated ? filters.filter(denied) : [],
  });
}

/** 区块链与量子: a cluster that was named is asked about itself, not about a part of it. */
export const ownNames = (h: Heard, where: readonly Filter[]): Filter[] =>
  h.byName && isGroup(h) ? where.filter((f) => f.dim !== "part") : [...where];

/** One name and a list it may be on; or how many are on it. */
export function isMembershipClaim(h: Heard): boolean {
  const counted = h.expected !== undefined && !hasDim(h, "cluster", "word");
  if (counted) return isGroup(h) || has(h, "noun-cluster");
  const single = hasDim(h, "cluster") !== hasDim(h, "word");
  if (isGroup(h)) return single || (has(h, "whole") && plainOf(h));
  return has(h, "noun-cluster") && hasDim(h, "part");
}
export function isClusterList(h: Heard): boolean {
  const open =
    plainOf(h) &&
    !hasDim(h, "city", "document", "year") &&
    !namesOne(h, "cluster") &&
    !has(h, "max", "min", "rank", "role");
  if (!open || (isClaim(h) && !isListing(h))) return false;
  const bare =
    has(h, "which-cluster", "how-many-clusters") ||
    (has(h, "noun-cluster") && (isListing(h) || has(h, "overview", "meaning")));
  return (
    isGroup(h) ||
    (bare && !has(h, "which-city")) ||
    (has(h, "policy") && has(h, "which-cluster", "how-many-clusters", "members"))
  );
}
export const wantsOne = (h: Heard): boolean =>
  wantOf(h) !== undefined || hasDim(h, "class") || has(h, "whole");

/** 所有集群的核心, 20 个集群的核心: of each of them. 20 个集群里的核心 is one of any. */
const ofEachCluster = (h: Heard): boolean =>
  has(h, "whole-each") || standsBefore(h, "tier", h.flags.get("whole") ?? []);

/** One of the words is followed by what is named in that dimension, as many characters further on at most. */
export const standsBefore = (
  { filters }: Heard,
  dim: Members["dim"],
  words: readonly Span[],
  most = 1,
): boolean =>
  words.some(({ end }) =>
    filters.some(
      ({ filter, spans }) =>
        filter.dim === dim && spans.some(({ start }) => start >= end && start - end <= most),
    ),
  );

/** 深圳是所有集群的核心吗: the clusters are all of them, the city is one. */
export const overClusters = (h: Heard): boolean =>
  (has(h, "everything", "all") || ofEachCluster(h)) &&
  (has(h, "noun-cluster", "whole") || hasDim(h, "class")) &&
  namesOne(h, "city") &&
  !several(h, "city") &&
  !hasDim(h, "cluster");

/** 十大支柱集群都有核心城市: of each of the clusters, whoever it is. */
export const eachHasOne = (h: Heard): boolean =>
  hasDim(h, "tier") &&
  (hasDim(h, "class") || has(h, "whole")) &&
  (has(h, "all", "everything") || has(h, "whole-each")) &&
  !hasDim(h, "city") &&
  !namesOne(h, "cluster");

/** How far a word may stand from the cluster it limits: 只在绿色石化, only in petrochemicals. */
const BESIDE = { han: 1, latin: 4 };

/** 揭阳只在绿色石化里当核心: no other cluster, which says nothing of other cities. */
export function onlyOfCluster(h: Heard): boolean {
  const [only] = h.flags.get("only") ?? [];
  if (!only || several(h, "city", "cluster") || !namesBoth(h)) return false;
  const most = isLatin(only.text.charAt(0)) ? BESIDE.latin : BESIDE.han;
  const isBeside = ({ start, end }: Span): boolean =>
    (start >= only.end && start - only.end <= most) || (only.start >= end && only.start - end <= 1);
  const spansOf = (dim: "city" | "cluster"): Span[] =>
    h.filters.flatMap(({ filter, spans }) => (filter.dim === dim ? spans : []));
  return spansOf("cluster").some(isBeside) && !spansOf("city").some(({ start }) => start >= only.end);
}

/** 3 个以上集群, 最多集群: it is said of how many clusters. */
export const standsBeforeClusters = ({ flags, text }: Heard, spans: readonly Span[]): boolean =>
  spans.some(({ end }) =>
    (flags.get("noun-cluster") ?? []).some(
      ({ start }) => start >= end && text.slice(end, start).trim() === "",
    ),
  );

/** The region stands behind those who are in it: 核心都在珠三角, 名单上的市都在珠三角; not 珠三角都是核心. */
export function isBehind(h: Heard): boolean {
  const at = (test: (f: Filter) => boolean): number | undefined =>
    h.filters.find(({ filter }) => test(filter))?.spans[0]?.start;
  const who = at((f) => f.dim === "tier") ?? h.flags.get("noun-city")?.[0]?.start;
  const region = at(isSet);
  return who !== undefined && region !== undefined && region > who;
}
