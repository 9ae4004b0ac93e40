/** Which role one city has in one cluster. Absent cells say so. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Fact, Tier } from "../../dataset/schema.ts";
import { type Claim, type Draft, type DraftBlock } from "../compose.ts";
import { ROLE_KINDS, TIER_NAMES } from "../facts.ts";
import { namesPart } from "../figures.ts";
import { type Frame, has } from "../frame.ts";
import { besides, type ByKind, cell, isOpen, labels, ordered, regional, rolesInCluster } from "../roles.ts";
import { factBlock, join, kindBlocks } from "./lines.ts";

/** 深圳在半导体的角色: one cell, by who gave the role; absent cells say so. */
export function cellReply(dataset: Dataset, frame: Frame, cluster: string, city: string): Draft {
  const kinds = cell(dataset, cluster, city, frame.documents);
  const title = titleFor(dataset, frame, cluster, city, kinds);
  const region = kinds.province.length === 0 ? regional(dataset, cluster, city) : [];
  const extra = besides(dataset, cluster, city).slice(0, 2);
  const blocks: DraftBlock[] = [
    ...kindBlocks(kinds),
    ...factBlock("省级文件在区域层面的说法", region),
    ...factBlock("另有", kinds.province.length < 3 ? extra : []),
  ];
  const silent = title.facts.length === 0 && blocks.length === 0;
  return {
    outcome: silent ? "unknown" : "answer",
    title,
    blocks,
    clusters: [cluster],
    cities: [city],
    next: silent
      ? [`/cluster ${cluster}`, `/city ${city}`]
      : [`${cluster}有哪些核心城市`, `/city ${city}`, `${cluster}的目标`],
  };
}

function titleFor(dataset: Dataset, frame: Frame, cluster: string, city: string, kinds: ByKind): Claim {
  const { province } = kinds;
  if (!has(frame, "yesno")) return statement(cluster, city, kinds);
  if (has(frame, "only")) return onlyTitle(dataset, frame, cluster, [city], province);
  // 海上风电 is filed under 新能源 by us: a role in the cluster is no role in it.
  const told = frame.parts.length > 0 ? province.filter((f) => namesPart(f, frame)) : province;
  const asked = told.filter((f) => f.role && holds(f, frame));
  if (asked.length > 0) return confirmed(frame, city, cluster, asked);
  return denied(dataset, frame, cluster, city, kinds);
}

/** The fact gives the role that is asked for, in the cluster and not in a sub-industry beside it. */
const holds = (fact: Fact, frame: Frame): boolean =>
  fact.role !== undefined &&
  (frame.tiers.length === 0 || frame.tiers.includes(fact.role.tier)) &&
  (fact.role.subIndustry !== true || frame.parts.length > 0 || frame.tiers.length === 0);

function statement(cluster: string, city: string, kinds: ByKind): Claim {
  const { province } = kinds;
  if (province.length > 0)
    return {
      text: `省级文件里，${city}在${cluster}集群的角色：${join(labels(province))}。`,
      facts: province,
    };
  const others = ROLE_KINDS.some((kind) => kinds[kind].length > 0) ? "，只有下面这些说法" : "";
  return { text: `我们手上的省级文件没有给${city}在${cluster}集群的角色${others}。`, facts: [] };
}

function confirmed(frame: Frame, city: string, cluster: string, asked: readonly Fact[]): Claim {
  const doubtful = asked.some((f) => f.conflict === "X9") ? "，但来源说法不一" : "";
  const lead = frame.negated ? "不是" : "是";
  return {
    text: `${lead}：省级文件里，${city}在${cluster}集群的角色：${join(labels(asked))}${doubtful}。`,
    facts: asked,
  };
}

/** Not what the documents say: what they do say about this city, and who does have that role. */
function denied(dataset: Dataset, frame: Frame, cluster: string, city: string, kinds: ByKind): Claim {
  const { province } = kinds;
  const part = frame.parts.find((p) => !/\d/.test(p));
  const own = province.length > 0 ? `给${city}的角色：${join(labels(province))}` : `没有给${city}角色`;
  const named = namedFor(dataset, frame, cluster);
  const others = frame.tiers.length > 0 || frame.documents.length > 0 ? whom(dataset, frame, named) : "";
  const single = part === undefined ? "" : `没有单列“${part}”；`;
  return {
    text: `文件没有这样说：${single}${cluster}集群，省级文件${own}${others}。`,
    facts: [...province, ...(others === "" ? [] : named.slice(0, 2))],
  };
}

const namedFor = (dataset: Dataset, frame: Frame, cluster: string): Fact[] =>
  rolesInCluster(dataset, cluster, frame.documents).province.filter(
    (f) => frame.tiers.length === 0 || (f.role !== undefined && frame.tiers.includes(f.role.tier)),
  );

function whom(dataset: Dataset, frame: Frame, named: readonly Fact[]): string {
  const tier = frame.tiers[0] ? `${TIER_NAMES[frame.tiers[0]]}城市` : "城市";
  const cities = citiesOf(dataset, named);
  return cities.length > 0 ? `，点名的${tier}是${join(cities)}` : `，也没有点名${tier}`;
}

const citiesOf = (dataset: Dataset, facts: readonly Fact[]): string[] =>
  ordered(
    facts.flatMap((f) => f.cities),
    dataset.cities,
  );

/** 只有深圳吗: others named → no; only these named, but with 等 → not said; otherwise yes. */
export function onlyTitle(
  dataset: Dataset,
  frame: Frame,
  cluster: string,
  asked: readonly string[],
  province: readonly Fact[],
): Claim {
  const tiers: Tier[] = frame.tiers.length > 0 ? frame.tiers : ["core"];
  const named = namedFor(dataset, { ...frame, tiers }, cluster).filter((f) => f.role?.subIndustry !== true);
  const cities = citiesOf(dataset, named);
  const facts = named.length > 0 ? named.slice(0, 4) : province;
  const tier = TIER_NAMES[tiers[0] ?? "core"];
  const who = `${cluster}集群，省级文件${cities.length > 0 ? `点名的${tier}城市是${join(cities)}` : `没有点名${tier}城市`}`;
  if (!asked.every((city) => cities.includes(city))) return { text: `文件没有这样说：${who}。`, facts };
  if (cities.length > asked.length) return { text: `不是只有${join(asked)}：${who}。`, facts };
  // One city named alone is no list; a list ends where it says so.
  const listed = named.some((f) => f.cities.length === asked.length && f.cities.length > 1);
  if (listed && !isOpen(named)) return { text: `是：${who}。`, facts };
  const open = isOpen(named) ? "原文带“等”字，不止这些" : "没有说只有这些";
  return { text: `文件没有这样说：${who}，${open}。`, facts };
}
