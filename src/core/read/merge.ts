/** Two turns as one: what the second says replaces that dimension of the first. */
import { ATTRIBUTES, type Filter, isMembers, type Span } from "../query.ts";
import { type Flag, has, hasDim, type Heard, type HeardFilter, valuesOf, WHICH } from "./heard.ts";
import { isWh, WH } from "./mood.ts";

type Dim = Filter["dim"];

export const SAYS: readonly Dim[] = [
  "tier",
  "measure",
  "status",
  "topic",
  "act",
  "value",
  "series",
  "giver",
  "date",
];
const ASKS: readonly Flag[] = [
  ...ATTRIBUTES,
  ...WHICH,
  "role",
  "class",
  "belongs",
  "reached",
  "gap",
  "raised",
  "lowered",
  "changed",
  "max",
  "min",
  "more",
  "less",
  "figure",
  "members",
];

/** 来一条, 给我一个: one of something counts nothing, unless it is claimed. */
const isNumberSaid = ({ expected = 0, ...heard }: Heard): boolean =>
  expected > 1 || (expected === 1 && has({ ...heard, expected }, "yesno", "tag", "only", "any"));

/** Whether it says what is asked, and not only of whom. */
export const saysSomething = (heard: Heard): boolean =>
  hasDim(heard, ...SAYS) ||
  has(heard, ...ASKS) ||
  isNumberSaid(heard) ||
  // 一共几个来着: of what was listed; with a noun of its own it is another question.
  (has(heard, "count") && !has(heard, "noun-city", "noun-cluster"));

const YEAR_SHIFT: Readonly<Partial<Record<Flag, number>>> = { "time-shift-back": -1, "time-shift-on": 1 };

/** @returns the later turn with what it takes over from the one before. */
export function merge(last: Heard, now: Heard): Heard {
  const ofProvince = isOfProvince(last, now);
  const kept = last.filters
    .filter((h) => stays(h.filter, last, now) && !(ofProvince && isPlace(h.filter)))
    .map((h) => ({ ...h, spans: h.spans.map((span) => before(span, last)) }));
  const shifted = shift(last, now);
  const filters = [
    ...kept.filter((h) => !shifted || h.filter.dim !== "year"),
    ...(ofProvince ? now.filters.filter((h) => h.filter.dim !== "giver") : now.filters),
    ...(shifted ? [shifted] : []),
  ];
  return {
    ...now,
    filters,
    flags: new Map([...keptFlags(last, now), ...now.flags]),
    order: [...last.order.filter((f) => keptFlags(last, now).some(([k]) => k === f)), ...now.order],
    expected: now.expected,
    related: [...now.related, ...(hasDim(now, "cluster") ? [] : last.related)],
    ambiguous: now.ambiguous,
    asked: now.asked || last.asked,
  };
}

/** What was said first stands in front: 核心都在珠三角, in two turns. */
const before = ({ start, end, text }: Span, { text: { length } }: Heard): Span => ({
  start: start - length,
  end: end - length,
  text,
});

/** 省里呢, 全省呢, after a figure of a city: the same of the province as a whole. */
const isOfProvince = (last: Heard, now: Heard): boolean =>
  now.handsOn &&
  hasDim(last, "city") &&
  !hasDim(now, "city", "tier") &&
  (now.province || valuesOf(now, "giver").includes("province"));

/** The city, and that part of a cluster of which its figure was. */
const isPlace = ({ dim }: Filter): boolean => dim === "city" || dim === "word";

/** 上一年: the year before the one that was asked. */
function shift(last: Heard, now: Heard): HeardFilter | undefined {
  const flag = (Object.keys(YEAR_SHIFT) as Flag[]).find((f) => now.flags.has(f));
  const year = Number(valuesOf(last, "year")[0] ?? Number.NaN);
  if (flag === undefined || Number.isNaN(year)) return undefined;
  return {
    filter: { dim: "year", in: [String(year + (YEAR_SHIFT[flag] ?? 0))] },
    spans: now.flags.get(flag) ?? [],
  };
}

const FIGURE: readonly Dim[] = ["measure", "status", "year", "period", "value"];
const isFigureOnly = (heard: Heard): boolean =>
  !hasDim(heard, "tier", "topic", "act") && (hasDim(heard, ...FIGURE) || has(heard, "figure", "reached"));

/** 超过 1 万亿的集群有哪些: clusters are what is looked for. */
const listsClusters = (now: Heard): boolean =>
  has(now, "which-cluster", "how-many-clusters", "whole") ||
  (has(now, "noun-cluster") &&
    has(now, "which", "members", "count", "max", "min", "rank") &&
    now.pronoun === undefined);

function stays(filter: Filter, last: Heard, now: Heard): boolean {
  const { dim } = filter;
  // 有没有清远, after the cities of a region: whether it is one of them.
  if (hasDim(now, dim)) return now.isThere && isMembers(filter) && filter.as !== undefined && !filter.not;
  // 那它的集群呢, after a figure: of the city, and no figure any more.
  if (asksForThem(now) && FIGURE.includes(dim)) return false;
  // 当地的车牌: of the city, whatever was said of it.
  if (has(now, ...ATTRIBUTES)) return dim === "city";
  // 完成了吗: of whatever year the figure before was, the target has its own.
  if (has(now, "reached") && (dim === "year" || dim === "status" || dim === "period")) return false;
  switch (dim) {
    case "cluster":
    case "part":
      if (isMembership(last) && hasDim(now, "word")) return false;
      return !hasDim(now, "cluster", "class") && !listsClusters(now) && now.pronoun !== "city";
    case "class":
      // 是支柱还是新兴，目标多少: they were what was asked, and limit nothing.
      if (has(last, "choice") && hasDim(last, "cluster")) return false;
      return (!hasDim(now, "cluster") || now.isThere) && !has(now, "whole");
    case "city":
      // 核心城市是谁: of the cluster, whichever city stood in between.
      if (has(now, "which") && hasDim(now, "tier") && hasDim(last, "cluster")) return false;
      return !has(now, "which-city") && now.pronoun !== "cluster";
    case "word":
      if (asksWhichOfThem(now)) return true;
      return now.order.includes("yesno") && !saysSomething({ ...now, flags: new Map() });
    case "place":
    case "name":
    case "number":
      return false;
    case "value":
      // 新兴的呢: over the same bound.
      return !saysSomething(now) && hasDim(now, "cluster", "city", "class");
    case "year":
    case "status":
    case "measure":
    case "period":
      if (dim === "year" && asksTarget(last, now)) return false;
      // 深圳占多少, after a target: what it has now.
      if (dim !== "measure" && asksShareOf(now) && valuesOf(last, "status").includes("target")) return false;
      if (hasDim(now, "year") && (dim === "status" || dim === "period")) return false;
      return !hasDim(now, ...SAYS) || (isFigureOnly(now) && isFigureOnly(last));
    case "of":
      return !hasDim(now, "measure");
    case "document":
      return !hasDim(now, ...SAYS) || asksOfDocument(now);
    default:
      return !hasDim(now, ...SAYS) && !has(now, "figure", "role");
  }
}

/** 谁牵头制定的, 什么时候公开的: of the document that was talked about, and of nothing else. */
const OF_DOCUMENTS: ReadonlySet<string> = new Set(["date", "issuer", "docno", "period"]);
const asksOfDocument = (now: Heard): boolean =>
  hasDim(now, "topic") &&
  valuesOf(now, "topic").every((topic) => OF_DOCUMENTS.has(topic)) &&
  !hasDim(now, "cluster", "city", "class", "measure", "status");

/** 集群呢: nothing but what is to be listed. */
const asksForThem = (now: Heard): boolean =>
  has(now, "noun-cluster", "noun-city") &&
  (now.handsOn || now.pronoun !== undefined) &&
  !saysSomething(now) &&
  !hasDim(now, "cluster", "class", "year");

/** 人工智能呢, after 机器人属于20个集群吗: the same of another, whether it is one of ours or not. */
const isMembership = (last: Heard): boolean =>
  has(last, "whole") && has(last, "yesno", "tag") && !hasDim(last, ...SAYS, "city");

/** 3 是哪 3 个, after 8+3: names nothing but how many of it. */
const asksWhichOfThem = (now: Heard): boolean =>
  now.filters.length === 0 &&
  now.expected !== undefined &&
  has(now, "which") &&
  [...now.flags.keys()].every((flag) => flag === "which" || flag === "expected");

const asksShareOf = (now: Heard): boolean =>
  valuesOf(now, "measure").join() === "share" && hasDim(now, "city");

/** 目标呢, after what was reached in a year: a target has its own. */
const asksTarget = (last: Heard, now: Heard): boolean =>
  valuesOf(now, "status").join() === "target" && !valuesOf(last, "status").includes("target");

/** What is said of one city need not be counted, ranked or limited for the next. */
const PASSING: ReadonlySet<Flag> = new Set<Flag>([
  "count",
  "compare",
  "max",
  "min",
  "rank",
  "only",
  "all",
  "any",
  "not",
  "leave-out",
  "expected",
  "everything",
  "gap",
  "more",
  "less",
  "than",
  "tag",
  "hearsay",
  "choice",
]);

/** 全年营收有吗, after a figure of the 20 clusters: they are a subject like any other. */
const ofAll = (last: Heard, now: Heard): [Flag, Span[]][] =>
  hasDim(now, "cluster", "class", "city") || now.province || listsClusters(now)
    ? []
    : [...last.flags].filter(([flag]) => flag === "whole");

function keptFlags(last: Heard, now: Heard): [Flag, Span[]][] {
  if (saysSomething(now) && hasDim(now, ...SAYS)) return ofAll(last, now);
  const judges = (has(now, "yesno", "tag") || (now.asked && has(now, "only", "expected"))) && !isWh(now);
  return [...last.flags].filter(([flag]) => {
    // 只有三个吗, after a list of them: that is judged, and no list is wanted any more.
    if (judges && WH.includes(flag)) return false;
    // What was …? And electronics?: it asked what, and its verb claims nothing.
    if (flag === "auxiliary" && isWh(last)) return false;
    if (PASSING.has(flag) || flag.startsWith("noun-")) return false;
    if ((flag === "which-city" || flag === "how-many-cities") && hasDim(now, "city")) return false;
    if (flag === "which" && hasDim(now, "city", "cluster")) return false;
    return !((flag === "which-cluster" || flag === "how-many-clusters") && hasDim(now, "cluster"));
  });
}
