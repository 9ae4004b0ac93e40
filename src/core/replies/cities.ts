/** Which cities a cluster names. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Fact } from "../../dataset/schema.ts";
import { type Draft, type DraftBlock } from "../compose.ts";
import { KIND_HEADINGS, TIER_NAMES } from "../facts.ts";
import { namesPart } from "../figures.ts";
import { type Frame, has } from "../frame.ts";
import { type ByKind, groups, isOpen, ordered, rolesInCluster } from "../roles.ts";
import { nextForCluster } from "./next.ts";
import { groupBlock, join, kindBlocks, matchesTier, OPEN_NOTE } from "./lines.ts";

/** 半导体有哪些核心城市: the cities a cluster names, by role and document. */
export function citiesReply(dataset: Dataset, frame: Frame, cluster: string): Draft {
  const kinds = rolesInCluster(dataset, cluster, frame.documents);
  const part = frame.parts.length > 0 ? partReply(dataset, frame, cluster, kinds) : undefined;
  if (part) return part;
  const inSet = (fact: Fact): string[] => fact.cities.filter((c) => !frame.set || frame.cities.includes(c));
  const wanted = kinds.province.filter((f) => matchesTier(f, frame.tiers) && inSet(f).length > 0);
  const whole = wanted.filter((f) => f.role?.subIndustry !== true);
  const cities = ordered((whole.length > 0 ? whole : wanted).flatMap(inSet), dataset.cities);
  const where = frame.set ? `${frame.set}里，` : "";
  const what = frame.tiers[0] ? `${TIER_NAMES[frame.tiers[0]]}城市` : "省级文件点名的城市";
  const base = {
    clusters: [cluster],
    cities,
    next: nextForCluster(cluster, cities),
    picture: { kind: "map" as const, cluster },
  };
  if (wanted.length === 0) return noCities(dataset, frame, cluster, kinds, `${where}${cluster}集群的${what}`);
  const lines = groups(dataset, wanted, inSet, dataset.cities);
  const narrow = whole.length === 0 ? `（限${labelParts(wanted)}）` : "";
  const doubtful = wanted.some((f) => f.conflict === "X9") ? "（说法不一，见下）" : "";
  const counted = has(frame, "count") ? `有 ${cities.length} 个：` : "：";
  const others = frame.tiers.length > 0 ? [] : otherKinds(dataset, kinds, inSet);
  return {
    ...base,
    outcome: "answer",
    title: {
      text: `${where}${cluster}集群的${what}${narrow}${counted}${join(cities)}${doubtful}。`,
      facts: wanted,
    },
    blocks: [...groupBlock(KIND_HEADINGS.province, lines), ...others, ...(isOpen(wanted) ? [OPEN_NOTE] : [])],
  };
}

const labelParts = (facts: readonly Fact[]): string =>
  join([...new Set(facts.flatMap((f) => f.role?.part ?? []))]);

/** 海上风电在哪些城市: what is said of the part itself, by whoever says it; the cluster's roles are not its roles. */
function partReply(dataset: Dataset, frame: Frame, cluster: string, kinds: ByKind): Draft | undefined {
  const about = (facts: readonly Fact[]): Fact[] =>
    facts.filter(
      (f) =>
        namesPart(f, frame) && (frame.set === undefined || f.cities.some((c) => frame.cities.includes(c))),
    );
  let told: ByKind = {
    province: about(kinds.province),
    city: about(kinds.city),
    report: about(kinds.report),
    draft: [],
  };
  const given = told.province.filter((f) => matchesTier(f, frame.tiers));
  if (frame.tiers.length > 0 && given.length > 0) told = { province: given, city: [], report: [], draft: [] };
  const cities = ordered(
    [...told.province, ...told.city, ...told.report].flatMap((f) => f.cities),
    dataset.cities,
  );
  if (cities.length === 0) return undefined;
  const tier = frame.tiers[0] ? `没有点名“${frame.parts[0] ?? ""}”的${TIER_NAMES[frame.tiers[0]]}城市；` : "";
  const what =
    frame.tiers[0] && given.length > 0
      ? `“${frame.parts[0] ?? ""}”的${TIER_NAMES[frame.tiers[0]]}城市`
      : `提到“${frame.parts[0] ?? ""}”的城市`;
  return {
    outcome: frame.tiers.length > 0 && given.length === 0 ? "clarify" : "answer",
    title: {
      text: `${given.length > 0 ? "" : tier}${what}：${join(cities)}。`,
      facts: [],
    },
    blocks: kindBlocks(told),
    clusters: [cluster],
    cities,
    next: nextForCluster(cluster, cities),
  };
}

function otherKinds(dataset: Dataset, kinds: ByKind, inSet: (f: Fact) => readonly string[]): DraftBlock[] {
  return (["city", "report"] as const).flatMap((kind) => {
    const cities = ordered(kinds[kind].flatMap(inSet), dataset.cities);
    if (cities.length === 0) return [];
    const facts = kinds[kind].filter((f) => inSet(f).length > 0);
    return [{ kind: "facts", heading: KIND_HEADINGS[kind], items: [{ text: join(cities), facts }] }];
  });
}

/** The documents name nobody for this role: say so, and offer whom they name for another. */
function noCities(dataset: Dataset, frame: Frame, cluster: string, kinds: ByKind, what: string): Draft {
  const inSet = (f: Fact): string[] => f.cities.filter((c) => !frame.set || frame.cities.includes(c));
  const rest = kinds.province.filter((f) => inSet(f).length > 0);
  const lines = groups(dataset, rest, inSet, dataset.cities);
  const others = [...groupBlock("省级文件另外点名的", lines), ...otherKinds(dataset, kinds, inSet)];
  const reported = frame.tiers.length === 0 && others.length > 0;
  return {
    outcome: reported ? "answer" : others.length > 0 ? "clarify" : "unknown",
    title: {
      text: reported
        ? `我们手上的省级文件没有点名${cluster}集群的城市，只有下面这些说法。`
        : `我们手上的省级文件没有写${what}。`,
      facts: [],
    },
    blocks: others,
    clusters: [cluster],
    cities: frame.cities,
    next: [`/cluster ${cluster}`, `${cluster}的目标`],
    picture: { kind: "map", cluster },
  };
}
