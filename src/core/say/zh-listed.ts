/** What a list of cities or clusters is called, in Simplified Chinese. */
import type { Tier } from "../../dataset/schema.ts";
import type { Listed } from "./texts.ts";
import { clusterOf, join, tierOf, when } from "./zh-words.ts";

/** 核心; the tiers asked for, or any city that is named. */
export const roleOf = (tiers: readonly Tier[]): string => tierOf(tiers) || "点名城市";
/** （限食品工业）. */
export const onlyIn = ({ limits = [] }: Listed): string => when(limits.length > 0, `（限${join(limits)}）`);
export const clustersWith = (listed: Listed): string => {
  const { subject, tiers } = listed;
  if (subject.length === 0) return `有${tierOf(tiers) || "点名"}城市的集群${onlyIn(listed)}`;
  const what = tiers.length > 0 ? `以${join(subject)}为${tierOf(tiers)}的集群` : `点名${join(subject)}的集群`;
  return `${what}${onlyIn(listed)}`;
};

/** X集群的核心城市; 以Y为核心的集群. */
export const listOf = (listed: Listed): string =>
  listed.want === "city"
    ? `${clusterOf(listed.subject)}${onlyIn(listed)}的${tierOf(listed.tiers) || "点名"}城市`
    : clustersWith(listed);
