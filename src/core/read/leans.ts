/** Whether a turn cannot stand alone: what it leaves out, the turn before it gave. */
import { isLatin } from "../../text/script.ts";
import { ATTRIBUTES, isMembers } from "../query.ts";
import { type Flag, has, hasDim, type Heard, valuesOf } from "./heard.ts";
import { SAYS, saysSomething } from "./merge.ts";
import { isWh, namesSet } from "./mood.ts";
import { SELF_CONTAINED } from "./parts.ts";
import { ENTITY } from "./picked.ts";

export const namesIn = (heard: Heard): string[] =>
  heard.filters.flatMap(({ filter }) =>
    isMembers(filter) && (filter.dim === "cluster" || filter.dim === "city")
      ? filter.as === undefined
        ? filter.in
        : [filter.as]
      : [],
  );

/** 第九个呢, after the eighth to reach a trillion: the next of that series, and no place in a list. */
export const nextOf = (last: Heard | undefined, now: Heard): boolean =>
  last !== undefined &&
  hasDim(last, "series") &&
  hasDim(last, "place") &&
  hasDim(now, "place") &&
  !hasDim(now, "series", "cluster", "city", "class");

const namesSomething = (heard: Heard): boolean => hasDim(heard, ...ENTITY) || has(heard, "whole", "policy");

/** Topics that are a subject by themselves. */
const ALONE: ReadonlySet<string> = new Set([...SELF_CONTAINED, "future", "document", "projects"]);

/** 哪个集群 2025 年目标最大, 广东 GDP 多少: nothing is missing that the turn before could give. */
const isWhole = (heard: Heard): boolean =>
  heard.province ||
  has(heard, "sum") ||
  (has(heard, "which-cluster", "which-city", "noun-cluster", "noun-city") &&
    has(heard, "max", "min", "rank") &&
    hasDim(heard, "measure", "status"));

/** 那江门有几个三星: a name of its own and a subject that needs no other, whatever stands before it. */
const isWholeAgain = (heard: Heard): boolean =>
  heard.followUp &&
  !heard.handsOn &&
  hasDim(heard, "city", "cluster", "class") &&
  valuesOf(heard, "topic").some((t) => ALONE.has(t));

export function leans(heard: Heard, last: Heard, chosen: boolean): boolean {
  const names = namesSomething(heard);
  const says = saysSomething(heard);
  // 广州和佛山两市: those that stand beside it.
  if (heard.pronoun === "several" && names) return false;
  if (heard.pronoun !== undefined || nextOf(last, heard)) return true;
  if (isWholeAgain(heard)) return false;
  if (heard.followUp || heard.handsOn)
    return (
      names ||
      says ||
      hasDim(heard, "year", "part", "word", "period") ||
      (heard.province && hasDim(last, "measure", "status", "year")) ||
      has(heard, "time-shift-back", "time-shift-on")
    );
  if (chosen) return !says;
  if (asksOfOne(heard) && isJudgeable(last)) return true;
  if (asksAmong(heard) && hasTold(last)) return true;
  if (
    isWhole(heard) ||
    hasDim(heard, "word", "series") ||
    has(heard, "whole", "policy") ||
    valuesOf(heard, "topic").some((t) => ALONE.has(t))
  )
    return false;
  if (!names)
    return says || hasDim(heard, "year", "period") || has(heard, "time-shift-back", "time-shift-on");
  return (
    judgesTold(heard, last) ||
    asksPartOf(heard, last) ||
    takesCluster(heard) ||
    asksWithin(heard) ||
    ofVersion(heard, last) ||
    countsTold(heard, last)
  );
}

/** 新兴至少 10% 对吧, after its growth target: of what was told of the same. */
const judgesTold = (heard: Heard, last: Heard): boolean =>
  hasDim(heard, "value") &&
  !hasDim(heard, "measure", "status", "tier", "topic", "year", "word", "series", "document") &&
  hasDim(last, "measure", "status") &&
  namesIn(heard).every((name) => namesIn(last).includes(name)) &&
  valuesOf(heard, "class").every((group) => valuesOf(last, "class").includes(group)) &&
  (has(heard, "yesno", "tag") || heard.asked);

/** 新能源车多少, after the target of automobiles: of the same time, and of what was aimed at. */
const asksPartOf = (heard: Heard, last: Heard): boolean =>
  hasDim(heard, "part") &&
  hasDim(last, "status") &&
  valuesOf(heard, "cluster").join() === valuesOf(last, "cluster").join() &&
  !hasDim(heard, "year", "status", "tier", "topic", "word", "city") &&
  (has(heard, "figure", "count") || hasDim(heard, "measure"));

/** 2023—2025 版改了目标吗, 征求意见稿怎么说, after a cluster: what that edition says of it. */
const ofVersion = (heard: Heard, last: Heard): boolean =>
  hasDim(heard, "document") &&
  !hasDim(heard, "cluster", "city", "class", "word", "topic", "act", "date", "number") &&
  !has(heard, "which-city", "which-cluster", "noun-city", "noun-cluster", "whole", "policy") &&
  (hasDim(heard, "status", "measure") || has(heard, "how", "changed", "raised", "lowered")) &&
  hasDim(last, "cluster") &&
  hasDim(last, "measure", "status");

/** 广州有几个, after what is counted and no role: of the same. */
const countsTold = (heard: Heard, last: Heard): boolean =>
  has(heard, "count") &&
  !has(heard, "noun-city", "noun-cluster", "which", "which-city", "which-cluster") &&
  hasDim(heard, "city") &&
  !hasDim(heard, "cluster", "class", "document", ...SAYS) &&
  hasDim(last, "topic") &&
  !hasDim(last, "tier", "cluster");

/** One city or one cluster, and no other constraint. */
const namesJustOne = ({ filters }: Heard): boolean =>
  filters.length === 1 &&
  filters.every(
    ({ filter }) =>
      isMembers(filter) &&
      (filter.dim === "city" || filter.dim === "cluster") &&
      filter.in.length === 1 &&
      filter.as === undefined,
  );

/** 珠海算吗, 湛江也是吗, Zhuhai?: one name, and whether what was asked is so of it. */
const asksOfOne = (heard: Heard): boolean =>
  (has(heard, "yesno", "tag") || heard.asked || heard.isThere) &&
  namesJustOne(heard) &&
  [...heard.flags.keys()].every((flag) => TONES.has(flag) || (flag === "members" && heard.isThere)) &&
  heard.related.length + heard.dropped.length === 0 &&
  (!heard.takesPart || heard.isThere);
const TONES: ReadonlySet<Flag> = new Set<Flag>(["yesno", "tag", "not", "all", "auxiliary"]);

const isJudgeable = (last: Heard): boolean =>
  hasDim(last, "tier", "class", "topic", "series") ||
  has(last, "whole") ||
  namesSet(last) ||
  (hasDim(last, "cluster") && hasDim(last, "city"));

/** 茂名有吗, 东莞有没有, only Guangzhou?: one name, and whether it is among what was told; 有 alone names nothing. */
const asksAmong = (heard: Heard): boolean =>
  (has(heard, "yesno", "tag") || heard.asked) &&
  (heard.takesPart || has(heard, "only")) &&
  namesJustOne(heard) &&
  [...heard.flags.keys()].every((flag) => TONES.has(flag) || flag === "only" || flag === "members") &&
  heard.related.length + heard.dropped.length === 0;

/** There is something told that another may be among: a list, a figure, a role. */
const hasTold = (last: Heard): boolean =>
  isJudgeable(last) ||
  hasDim(last, "measure", "status") ||
  ((hasDim(last, "cluster", "class", "city") || has(last, "whole")) && isWh(last));

/** 有没有珠三角以外的: of what was listed, whether any lies there. */
const asksWithin = (heard: Heard): boolean =>
  has(heard, "yesno") &&
  heard.filters.length === 1 &&
  heard.filters.every(
    ({ filter }) => isMembers(filter) && filter.dim === "city" && filter.as !== undefined,
  ) &&
  !has(
    heard,
    "which",
    "which-city",
    "which-cluster",
    "noun-city",
    "noun-cluster",
    "count",
    "whole",
    "policy",
  );

/** 深圳和广州谁的核心多: of all clusters. */
const COMPARES: readonly Flag[] = ["more", "less", "than", "same", "compare", "max", "min"];

/** 广州做什么, right after a cluster: short, a city and a wish, no cluster of its own. */
const SHORT = 14;
/** An English word has the letters of three characters. */
const lengthOf = ({ text }: Heard): number => (isLatin(text.charAt(0)) ? text.length / 3 : text.length);
const takesCluster = (heard: Heard): boolean =>
  lengthOf(heard) <= SHORT &&
  hasDim(heard, "city") &&
  !hasDim(heard, "cluster", "class", "document", "word", "value") &&
  !has(heard, "which-cluster", "how-many-clusters", "noun-cluster", "count", ...ATTRIBUTES, ...COMPARES) &&
  (valuesOf(heard, "topic").some((t) => t === "task" || t === "layout") ||
    hasDim(heard, "tier", "status") ||
    // 深圳占多少: of that cluster, because a share is one of something.
    valuesOf(heard, "measure").join() === "share");
